"""The findings as CSV: one row each, readable back, and no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_results import HOSTILE, sample, with_every_text

from reconcile.result import Result
from reports.csv_form import HEADERS, row
from reports.escape import inert_cell
from reports.render import render
from reports.view import View


def text(result: Result, **options: object) -> str:
    return "".join(render(result, "csv", **options))


def rows(written: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(written, newline=""), strict=True))


def test_a_row_holds_the_finding_and_both_claims() -> None:
    header, *findings = rows(text(sample()))
    assert tuple(header) == HEADERS
    found = dict(zip(header, findings[1], strict=True))
    wanted = {
        "id": "f-count", "severity": "59", "band": "serious", "verdict": "contradiction", "about": "count",
        "event_label": "the border, clash, 2025-10-11", "claim_a": "N-1", "side_a": "North Side", "wording_a": "23",
        "claim_b": "S-1", "claimant_b": "Southern spokesman", "said_b": "at least 58 soldiers killed", "gap": "35",
        "policies": "acled; airwars; gtd; plain; scad", "echoes": "N-2 says the same as N-1",
    }  # fmt: skip
    assert {name: found[name] for name in wanted} == wanted


def test_a_finding_of_many_claims_names_them_all() -> None:
    joint = sample().findings[0].model_copy(update={"claims": ["N-1", "S-1", "T-1"]})
    found = rows(text(sample().model_copy(update={"findings": [joint]})))[1]
    assert found[HEADERS.index("more_claims")] == "T-1"


def assert_safe_and_whole(result: Result) -> None:
    view = View(result)
    _, *findings = rows(text(result))
    assert findings == [[inert_cell(cell) for cell in row(view, f)] for f in view.findings]
    assert not [cell for line in findings for cell in line if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))]


@pytest.mark.parametrize("words_", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_in_every_field_is_no_formula(words_: str) -> None:
    assert_safe_and_whole(with_every_text(words_))


@given(st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from('=+-@",;\r\n\t'), max_size=20))
def test_any_text_reads_back_and_is_no_formula(words_: str) -> None:
    assert_safe_and_whole(with_every_text(words_))


def test_the_form_for_excel_has_a_byte_order_mark_and_its_line_ends() -> None:
    plain, excel = text(sample()), text(sample(), excel=True)
    assert excel == "\ufeff" + plain.replace("\n", "\r\n")


def test_a_large_result_comes_in_pieces() -> None:
    many = sample().model_copy(update={"findings": sample().findings * 200})
    assert len(list(render(many, "csv"))) > 2
    assert len(rows(text(many))) == 1 + len(many.findings)
