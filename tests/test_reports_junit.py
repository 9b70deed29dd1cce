"""The findings as JUnit XML: valid by the published schema, with honest counts, and inert."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import xmlschema
from command import steering
from feed_results import nothing, placed, shipped_result
from hostile import ATTACKS, hostile_result
from sample_results import HOSTILE, sample, with_every_text

from reconcile.result import Result
from reports.escape import visible
from reports.render import render


@cache
def schema() -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(str(Path(__file__).parent / "vendor" / "junit-10.xsd"))


def suites(result: Result, **options: Any) -> ET.Element:
    """The document, which is valid and counts rightly."""
    text = "".join(render(result, "junit", **options))
    assert not steering(text)
    root = ET.fromstring(text)
    schema().validate(root)
    for parent in (root, *root):
        assert int(parent.get("tests", "")) == len(list(parent.iter("testcase")))
        assert int(parent.get("failures", "")) == len(list(parent.iter("failure")))
        assert int(parent.get("errors", "")) == len(list(parent.iter("error")))
    return root


def test_the_schema_can_refuse() -> None:
    assert not schema().is_valid(ET.fromstring('<testsuites><testsuite name="a" tests="1"/></testsuites>'))


def test_a_suite_for_each_event_and_a_case_for_each_dispute() -> None:
    root = suites(sample())
    assert [suite.get("name") for suite in root] == [
        "reading the claims", "the border, clash, 11 October 2025", "the capital, air strike, 9 October 2025",
    ]  # fmt: skip
    count, tense = root[1]
    assert count.get("name") == "contradiction over how many, serious 59 (f-count)"
    (failure,) = count
    assert failure.tag == "failure" and failure.get("type") == "a-rule"
    assert failure.get("message") == "Northern army said 23 soldiers killed; Southern spokesman said at least 58."
    assert "S-1, Southern spokesman (South Side): at least 58 soldiers killed" in (failure.text or "")
    (passed,) = tense
    assert passed.tag == "system-out" and "strained" in (passed.text or "")


@pytest.mark.parametrize(("least", "failures"), [("note", 3), ("moderate", 2), ("serious", 2), ("head-on", 1)])
def test_the_threshold_decides_what_fails(least: str, failures: int) -> None:
    assert suites(sample(), fail_on=least).get("failures") == str(failures)


def test_a_row_that_could_not_be_read_is_an_error() -> None:
    reading = suites(sample())[0]
    assert [case.get("name") for case in reading] == ["claims.csv", "claims.csv, row 7, column quantity"]
    error = reading[1][0]
    assert error.tag == "error" and error.get("message") == "write a whole number" and "1/2" in (error.text or "")


def test_an_event_without_disputes_passes() -> None:
    quiet = sample().model_copy(update={"findings": [], "rejected": []})
    assert suites(quiet).get("failures") == "0"
    assert [case.get("name") for case in suites(quiet)[1]] == ["no statements that cannot all be right"]
    assert len(suites(quiet, events="contested")) == 1


@pytest.mark.parametrize("name", ["border", "contested", "quiet"])
def test_shipped_sets_are_valid(name: str) -> None:
    root = suites(shipped_result(name))
    cases = [(case.get("classname"), case.get("name")) for case in root.iter("testcase")]
    assert len(cases) > 1 and len(set(cases)) == len(cases)


def test_nothing_is_a_valid_document() -> None:
    assert suites(nothing()).get("tests") == "0"


def test_attacks_are_text_and_nothing_else() -> None:
    root = suites(hostile_result())
    assert {e.tag for e in root.iter()} <= {"testsuites", "testsuite", "testcase", "error", "failure", "system-out"}
    told = " ".join(" ".join((e.text or "", *e.attrib.values())) for e in root.iter())
    assert all(visible(attack) in told for attack in ATTACKS)


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_in_every_field_is_valid(words: str) -> None:
    assert len(suites(with_every_text(words))) == len(suites(placed()))
