"""The reports of known results, to the byte: what a change of wording or of the engine does to them shows in a diff.

Write the files anew with ``REGENERATE_GOLDEN=1 pytest tests/test_reports_golden.py``, and read the diff before keeping
it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from sample_results import explanation, sample

from reconcile.result import Result
from reports.explaining import explanation_text
from reports.render import render

GOLDEN = Path(__file__).parent / "golden"
WIDTH = 100


def fixture_result(name: str) -> Result:
    """A shipped set, judged; the version of the tool is left out, as it is not the report's."""
    from claims.read import load
    from counterclaim.fixtures import fixtures_folder
    from reconcile.engine import reconcile

    result = reconcile(load([str(fixtures_folder() / name / "claims.csv")]).claims)
    return result.model_copy(update={"run": result.run.model_copy(update={"version": "VERSION"})})


def assert_golden(name: str, text: str) -> None:
    path = GOLDEN / name
    if os.environ.get("REGENERATE_GOLDEN"):
        path.write_bytes(text.encode())
    assert text == path.read_bytes().decode()


@pytest.mark.parametrize(
    ("form", "suffix"),
    [
        ("terminal", "txt"), ("markdown", "md"), ("json", "json"), ("csv", "csv"), ("sarif", "sarif"),
        ("github", "github.txt"), ("junit", "junit.xml"), ("range-csv", "range.csv"), ("ucdp", "ucdp.csv"),
        ("quickstatements", "qs"), ("wikipedia", "wiki"),
    ],
)  # fmt: skip
def test_the_sample_is_reported_as_before(form: str, suffix: str) -> None:
    assert_golden(f"sample.{suffix}", "".join(render(sample(), form, width=WIDTH)))


@pytest.mark.parametrize(("form", "suffix"), [("canvas", "canvas"), ("jsonld", "jsonld"), ("csl", "csl.json")])
def test_the_sample_is_drawn_linked_and_cited_as_before(form: str, suffix: str) -> None:
    assert_golden(f"sample.{suffix}", "".join(map(str, render(sample(), form))))


def test_the_sample_is_explained_as_before() -> None:
    assert_golden("sample-explanation.txt", explanation_text(explanation(), width=WIDTH))


@pytest.mark.parametrize("name", ["border", "contested", "quiet"])
@pytest.mark.parametrize(("form", "suffix"), [("terminal", "txt"), ("csv", "csv")])
def test_a_shipped_set_is_reported_as_before(name: str, form: str, suffix: str) -> None:
    assert_golden(f"{name}.{suffix}", "".join(render(fixture_result(name), form, width=WIDTH)))
