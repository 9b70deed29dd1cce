"""``counterclaim check`` for build servers: its forms, where they go, and the same status for all of them."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from command import HEADER, ask, but, misused, table, told, two_claims

from counterclaim.fixtures import fixtures_folder

BORDER = str(fixtures_folder() / "border" / "claims.csv")


@pytest.fixture
def two(tmp_path: Path) -> str:
    return two_claims(tmp_path)


@pytest.mark.parametrize("form", ["text", "github", "sarif", "junit"])
def test_the_status_is_the_same_in_every_form(form: str, two: str) -> None:
    assert ask("check", two, "--format", form).exit_code == 1
    assert ask("check", two, "--format", form, "--fail-on", "head-on").exit_code == 0
    assert ask("check", two, "--format", form, "--exit-zero").exit_code == 0


def test_text_is_the_default(two: str) -> None:
    plain = ask("check", two)
    named = ask("check", two, "--format", "text")
    assert (plain.stdout, plain.stderr) == (named.stdout, named.stderr)
    assert plain.stdout.startswith("f-") and plain.stdout.count("\n") == 1


@pytest.mark.parametrize("least", ["note", "serious", "head-on"])
def test_what_is_shown_is_what_fails(least: str) -> None:
    def printed(form: str) -> str:
        return ask("check", BORDER, "--fail-on", least, "--format", form).stdout

    expected = {line.split()[0] for line in printed("text").splitlines()}
    assert {line[-15:-1] for line in printed("github").splitlines()} == expected
    results = json.loads(printed("sarif"))["runs"][0]["results"]
    assert {r["partialFingerprints"]["findingId/v1"] for r in results} == expected
    failed = [
        case.get("name", "")
        for case in ET.fromstring(printed("junit")).iter("testcase")
        if case.find("failure") is not None
    ]
    assert {name[-15:-1] for name in failed} == expected


@pytest.mark.parametrize(
    ("name", "start"),
    [("a.sarif", "{"), ("a.sarif.json", "{"), ("a.junit.xml", "<?xml"), ("a.github.txt", "::"), ("a.txt", "f-"),
     ("a.log", "f-"), ("a", "f-")],
)  # fmt: skip
def test_a_file_gets_the_form_of_its_suffix(name: str, start: str, two: str, tmp_path: Path) -> None:
    result = ask("check", two, "-o", str(tmp_path / name))
    assert (result.exit_code, result.stdout) == (1, "")
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)
    assert f"wrote {tmp_path / name}" in result.stderr and "1 at or above moderate" in result.stderr


def test_a_form_that_no_check_has_is_refused_before_any_work(two: str, tmp_path: Path) -> None:
    said = misused("check", two, "-o", str(tmp_path / "a.md"))
    assert "text, github, sarif, junit, not as markdown" in said
    assert "is not one of" in misused("check", two, "--format", "markdown")


def test_the_claims_are_not_overwritten(two: str) -> None:
    assert "the claims come from this file" in ask("check", two, "-o", two, "--format", "text").stderr


def test_rows_that_could_not_be_read_are_told_once_to_a_job(tmp_path: Path) -> None:
    path = tmp_path / "c.csv"
    path.write_text(table([HEADER, but(), but(id="S-1", quantity="1/2")]), encoding="utf-8")
    job, text = ask("check", str(path), "--format", "github"), ask("check", str(path))
    assert f"::error file={path},line=3,title=a row that could not be read::" in job.stdout
    assert "1/2" not in job.stderr and "1/2" in text.stderr
    assert ET.fromstring(told("check", str(path), "--format", "junit")).get("errors") == "1"
