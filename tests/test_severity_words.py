"""A severity that explains itself: the four factors in words, with the numbers behind them."""

from __future__ import annotations

import re

import pytest
from command import told
from hypothesis import given
from sample_results import explanation, sample

from reconcile.result import Result
from reports.explaining import explanation_text
from reports.render import render
from reports.severity_words import severity_line
from reports.view import View
from tests.strategies import claims as some_claims
from tests.tables import one_event, the
from tests.test_judge_responsibility import blame


def line(result: Result, rule: str) -> str:
    return severity_line(the(result, rule), View(result).claim)


def figures(first: str, second: str, **common: str) -> Result:
    return one_event(
        f"""id | quantity | victims            | claimant
            a  | {first}  | Pakistani soldiers | Taliban government spokesman
            b  | {second} | Pakistani soldiers | Pakistani military""",
        **common,
    )


def test_border_night_58_or_23_in_words() -> None:
    assert line(figures("at least 58", "23"), "count-disjoint") == (
        "Severity 59: the smaller figure holds 41 % of the larger; direct; between sides; firm "
        "(100 × 0.59 × 1 × 1 × 1)."
    )


@pytest.mark.parametrize(
    ("first", "second", "rule", "words"),
    [
        ("60", "50", "count-disjoint", "within rounding"), ("1000", "0", "count-disjoint", "holds less than 1 % of"),
        ("more than 200", "none reported", "count-strained", "only on a strained reading"),
    ],
)  # fmt: skip
def test_how_far_apart_and_how_firm(first: str, second: str, rule: str, words: str) -> None:
    assert words in line(figures(first, second), rule)


def test_a_part_against_a_whole() -> None:
    result = one_event(
        """id | quantity      | victims          | claimant
           a  | more than 200 | Taliban fighters | Pakistani military
           b  | 40            | people           | United Nations""",
        event_type="clash",
    )
    assert "; a part against a whole; between independent claimants; firm" in line(result, "count-part-exceeds-whole")


@pytest.mark.parametrize(
    ("rows", "rule", "words"),
    [
        (("accuses|Iran|the attack|Canada||", "denies|Iran|the attack|Iran||"), "responsibility-denied",
         "an act attributed and denied weighs 80 of 100; direct; between sides; firm"),
        (("denies|Iran|the attack|Iran||2020-01-08", "admits|Iran|the attack|Iran||2020-01-11"),
         "responsibility-retracted", "one claimant; a later statement of the same claimant"),
        (("accuses|Iran|the attack|Canada||",), "responsibility-unanswered", "one statement; something was not said"),
        (("accuses|Iran|the attack|UNAMA||", "denies|Iran|the attack|Iran||"), "responsibility-denied",
         "between independent claimants"),
    ],
)  # fmt: skip
def test_disputes_without_numbers(rows: tuple[str, ...], rule: str, words: str) -> None:
    assert words in line(blame(*rows), rule)


def test_within_one_side() -> None:
    result = one_event(
        """id | quantity | victims  | claimant            | claimant_side
           a  | 60       | soldiers | Pakistani military  | Pakistan
           b  | 23       | soldiers | Pakistani president | Pakistan"""
    )
    assert "; within one side; " in line(result, "count-disjoint")


@given(some_claims())
def test_every_finding_has_a_line_whose_numbers_multiply_to_its_severity(said: list) -> None:  # type: ignore[type-arg]
    from reconcile.engine import reconcile

    result = reconcile(said)
    for finding in result.findings:
        text = severity_line(finding, View(result).claim)
        assert text.startswith(f"Severity {finding.severity}: ") and text.count(";") == 3
        product = 1.0
        for number in re.findall(r"[\d.]+", text.rpartition("(")[2].removesuffix(")."))[:5]:
            product *= float(number)
        assert abs(product - finding.severity) <= 2  # the shown factors are rounded


def test_where_the_words_stand() -> None:
    words = "Severity 59: the smaller figure holds 41 % of the larger"
    assert words not in "".join(render(sample(), "terminal", width=200))
    assert words in "".join(render(sample(), "terminal", width=200, everything=True))
    assert words in "".join(render(sample(), "markdown"))
    assert words in " ".join(explanation_text(explanation(), width=200).split())
    assert "the smaller figure holds" in " ".join(told("demo", "--all").split())


# Under which numeral policies a finding stands


@pytest.mark.parametrize("form", ["terminal", "markdown"])
def test_a_report_says_under_which_policies_a_finding_stands(form: str) -> None:
    every = " ".join("".join(render(figures("at least 58", "23"), form, width=200)).split())
    assert "Holds under every numeral policy." in every
    some = " ".join("".join(render(figures("more than 200", "dozens"), form, width=200)).split())
    assert "Holds only under the numeral policies acled, airwars and plain." in some


@pytest.mark.parametrize("form", ["terminal", "markdown"])
def test_a_report_says_so_of_progressions_and_revisions_too(form: str) -> None:
    result = one_event(
        """id | quantity   | victims | claimant    | published
           a  | at least 8 | people  | Residents   | 2024-12-25
           b  | 46         | people  | Taliban     | 2024-12-26
           c  | dozens     | people  | Ministry    | 2024-12-25
           d  | 12         | people  | Ministry    | 2024-12-27"""
    )
    text = " ".join("".join(render(result, form, width=400)).split())
    assert re.search(r"the later one overtook it\. Holds under every numeral policy\.", text)
    assert re.search(r"revised down\. Holds only under the numeral policy plain\.", text)
