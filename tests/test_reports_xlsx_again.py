"""The sheet of claims read as a claim file again: the same claims, and the same result."""

from __future__ import annotations

from pathlib import Path

import pytest
from command import ROOT
from hostile import ATTACKS, hostile_claims, hostile_result
from hypothesis import given, settings
from hypothesis import strategies as st
from sheets import xlsx
from workbooks import book

from claims.lexicon import data
from claims.model import Claim
from claims.read import load
from claims.read.result import Loaded
from reconcile.decisions import Decision
from reconcile.engine import reconcile
from reconcile.result import Result
from reports.escape import could_be_formula, visible, visible_lines
from reports.xlsx import chunks


def read_again(result: Result, folder: Path, **options: int) -> Loaded:
    path = folder / "again.xlsx"
    path.write_bytes(b"".join(chunks(result, **options)))
    return load([path])


def claims_of(loaded: Loaded) -> list[Claim]:
    return sorted(loaded.claims, key=lambda c: c.id)


@pytest.mark.parametrize("name", ["border", "contested", "quiet"])
def test_the_same_claims_give_the_same_result(name: str, tmp_path: Path) -> None:
    first = load([ROOT / "fixtures" / name / "claims.csv"])
    result = reconcile(first.claims)
    again = read_again(result, tmp_path)
    assert (again.rejected, again.warnings) == ([], [])
    assert claims_of(again) == claims_of(first)
    assert reconcile(again.claims) == result


ODD = [
    {"id": "007", "quantity": "", "low": "3", "high": "9", "best": "5", "victims": "soldiers", "victim_side": "Reich"},
    {"id": "1", "quantity": "at least 3", "low": "3", "claimant_side": "Them", "quote": "one\n two  three"},
    {"id": "=1+1", "quantity": "1,000", "notes": "=1+1", "title": "_x000D_ _x0041_", "date": "2025-10-11/2025-10-12"},
    {"id": "x", "quantity": "12", "latitude": "-0.1", "longitude": "12.0", "quote_start": "0", "quote_end": "7"},
    {"id": "y", "quantity": "5", "ward": "B", "Voice": "loud", "origin_why": "mine", "kind of day": "2025-10-11"},
    {"id": "z", "quantity": "5", "ward": "7", "credibility": "2", "reliability": "B", "scope": "cumulative"},
]  # fmt: skip


def odd_claims() -> list[Claim]:
    common = {"kind": "casualty", "measure": "killed", "claimant": "A", "source": "S", "date": "2025-10-11"}
    own = {"kind": "responsibility", "stance": "denies", "claimant": "A", "source": "S", "quantity": "3", "id": "q"}
    return [*(Claim.model_validate({**common, **odd}) for odd in ODD), Claim.model_validate(own)]


def test_odd_cells_read_as_they_were(tmp_path: Path) -> None:
    again = read_again(reconcile(odd_claims()), tmp_path)
    assert again.rejected == []
    assert claims_of(again) == sorted(odd_claims(), key=lambda c: c.id)
    assert again.claims[-1].extra == {"ward": "7"}


def test_every_sheet_of_claims_is_read(tmp_path: Path) -> None:
    result = reconcile(odd_claims())
    again = read_again(result, tmp_path, rows=3)
    assert claims_of(again) == sorted(odd_claims(), key=lambda c: c.id)
    assert {place[0].partition("#")[2] for place in again.places} == {"Claims", "Claims 2", "Claims 3", "Claims 4"}


def test_corrected_claims_are_written_as_corrected(tmp_path: Path) -> None:
    edit = Decision.model_validate({"decision": "edit", "claims": ["x"], "set": {"quantity": "13"}})
    again = read_again(reconcile(odd_claims(), [edit]), tmp_path)
    assert {c.id: c.quantity for c in again.claims}["x"] == "13"


def test_the_reader_knows_every_sheet_that_a_report_makes() -> None:
    sheets, told = data("reports", "sheets.yaml")["sheets"], data("claims", "headers.yaml")["report"]
    assert told["made"] == [s["name"] for kind, s in sheets.items() if kind != "claims"]
    assert (told["sheet"], told["header"]) == (sheets["methodology"]["name"], sheets["methodology"]["columns"])


HEAD = ["kind", "frame", "claimant", "source"]


def frames(path: Path, **sheets: list[list[str]]) -> list[str]:
    """The frames of the claims read from a workbook in which every sheet holds one claim, but for the last."""
    one = {name: [HEAD, ["characterization", name, "A", "S"]] for name in ("Claims", "Findings 2", "Findings by day")}
    path.write_bytes(xlsx({**one, **sheets}))
    return [c.frame for c in load([path]).claims]


def test_only_sheets_that_a_report_made_are_passed_over(tmp_path: Path) -> None:
    header = data("claims", "headers.yaml")["report"]["header"]
    path = tmp_path / "more.xlsx"
    assert frames(path, Methodology=[header]) == ["Claims", "Findings by day"]
    assert frames(path, Methodology=[["topic"]]) == ["Claims", "Findings 2", "Findings by day"]
    assert frames(path) == ["Claims", "Findings 2", "Findings by day"]


# What attacks must not do


def test_attacks_are_plain_words_in_every_cell() -> None:
    found = book(hostile_result())
    for name, text in found.texts():
        assert text == (visible_lines(text) if name == "Claims" else visible(text)), name
    assert not [f for name in found.names for f in found.tags(name, "f")]
    targets = [t for name in found.names for t in found.links(name).values()]
    assert targets and all(t.startswith("#'") for t in targets)
    assert {"xl/vbaProject.bin", "xl/externalLinks"}.isdisjoint(found.zip.namelist())


def test_every_text_like_a_formula_is_marked_as_typed() -> None:
    found = book(hostile_result())
    marked = {text: typed for name in found.names for text, typed in found.typed(name)}
    like = {text for text in marked if could_be_formula(text)}
    assert {text[:10] for text in like} >= {"=HYPERLINK", "@SUM(1+1)*"}
    assert all(marked[text] for text in like)
    assert not any(marked[text] for text in marked.keys() - like)


def test_attacks_read_again_as_their_visible_words(tmp_path: Path) -> None:
    again = read_again(hostile_result(), tmp_path)
    assert again.rejected == []
    assert {c.id for c in again.claims} == {visible(c.id) for c in hostile_claims()}
    quotes = {visible(f"{attack} quote {n}") for n, attack in enumerate(ATTACKS)}
    assert {visible(c.quote) for c in again.claims} >= quotes


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(max_size=40), min_size=1, max_size=4, unique=True))
def test_any_text_survives_as_what_is_visible_of_it(texts: list[str]) -> None:
    said = {"kind": "characterization", "claimant": "A", "source": "S", "frame": "raid"}
    claims = [Claim.model_validate({**said, "id": f"c{n}", "notes": text}) for n, text in enumerate(texts)]
    found = book(reconcile(claims))
    notes = {r["id"]: r["notes"] for r in found.records("Claims")}
    assert notes == {c.id: visible_lines(c.notes) for c in claims}
