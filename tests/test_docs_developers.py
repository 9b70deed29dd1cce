"""What the pages for developers and fact-checkers say is so: their code runs, prints what they say and passes."""

from __future__ import annotations

import csv
import io
import re
from contextlib import redirect_stdout
from pathlib import Path

import pytest
from command import ROOT
from test_docs import blocks, sample_table, text_of

import counterclaim
import counterclaim.testing
from counterclaim import testing
from counterclaim.expect.model import KINDS, OfFindings
from counterclaim.testing import strategies

PYTHON, TESTING, EXPECTATIONS = (ROOT / "docs" / f"{name}.md" for name in ("python", "testing", "expectations"))
PRINTED = re.compile(r"print\(.*\)  # (.+)$")


@pytest.fixture
def page(desk: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """A folder with the README's own table."""
    monkeypatch.chdir(desk.path)
    (desk.path / "claims.csv").write_text(sample_table(), encoding="utf-8")
    return desk


def test_the_api_prints_what_the_page_says(page: pytest.Pytester) -> None:
    code = "\n".join(blocks(PYTHON, "python"))
    said = [found[1] for line in code.splitlines() if (found := PRINTED.search(line))]
    out = io.StringIO()
    with redirect_stdout(out):
        exec(compile(code, PYTHON.name, "exec"), {})
    assert len(said) >= 6
    assert out.getvalue().splitlines() == said


def test_the_page_names_all_that_is_public() -> None:
    table = text_of(PYTHON).partition("| name |")[2].partition("\n\n")[0]
    named = re.findall(r"`(\w+)", "\n".join(line.split("|")[1] for line in table.splitlines()[2:]))
    assert sorted(named) == sorted(counterclaim.__all__)


def test_the_tests_of_the_page_pass(page: pytest.Pytester) -> None:
    code = "\n".join(blocks(TESTING, "python"))
    page.makepyfile(test_page=code)
    page.runpytest().assert_outcomes(passed=code.count("\ndef test_"))


def test_the_failure_of_the_page_is_what_is_told() -> None:
    (sample,) = blocks(TESTING, "text")
    result = counterclaim.reconcile(csv.DictReader(io.StringIO(sample_table())))
    with pytest.raises(AssertionError) as error:
        testing.assert_conflict(result, ("1", "2"), "status")
    told = str(error.value).replace("\n  ", "\n")
    for piece in re.split(r"…", sample):
        assert piece.strip() in told


def test_the_page_names_every_assertion_fixture_and_strategy() -> None:
    page = text_of(TESTING)
    assert set(re.findall(r"^\| `(assert_\w+)", page, re.MULTILINE)) == {
        name for name in testing.__all__ if name.startswith("assert_")
    }
    assert set(re.findall(r"^\| `(\w+)\(.*what|^\| `(reconciled|claims_from|demo_claims)\(", page, re.MULTILINE))
    assert all(hasattr(strategies, name) for name in re.findall(r"`(\w+)\((?:min_size, max_size)?\)`", page))


def test_the_page_explains_every_entry_and_key() -> None:
    page = text_of(EXPECTATIONS)
    rows = [line.split("|")[1] for line in page.splitlines() if line.startswith("| `")]
    named = [name for cell in rows for name in re.findall(r"`([a-z ]+)[`:]", cell)]
    keys = [field.alias or name for name, field in OfFindings.model_fields.items() if name != "why"]
    assert sorted(named) == sorted([*KINDS, *keys])


def test_the_expectations_of_the_page_hold_and_its_commands_select_some(page: pytest.Pytester) -> None:
    (page.path / "claims.expect.yaml").write_text(blocks(EXPECTATIONS, "yaml")[0], encoding="utf-8")
    commands = [line.split("#")[0].split() for line in blocks(EXPECTATIONS, "sh")[0].splitlines()]
    passed = [page.runpytest(*words[1:]).parseoutcomes()["passed"] for words in commands]
    assert passed == [7, 7, 1]


def test_the_pages_say_where_the_shipped_expectations_are() -> None:
    linked = re.findall(r"\((\.\./fixtures/\S+)\)", text_of(EXPECTATIONS))
    assert {Path(EXPECTATIONS.parent / name).resolve() for name in linked} == set(
        (ROOT / "fixtures").glob("*/*.expect.yaml")
    )
