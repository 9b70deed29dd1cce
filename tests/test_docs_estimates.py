"""The numbers on the page about estimates are those of the shipped table."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reconcile.estimate.constants import constants

PAGE = (Path(__file__).resolve().parent.parent / "docs" / "estimates.md").read_text(encoding="utf-8")
TABLE = constants()


@pytest.mark.parametrize(
    ("pattern", "value"),
    [
        (r"\*s\* is (\S+) for a side", TABLE.camp),
        (r"for a side or claimant and (\S+) for a role", TABLE.role),
        (r"clip\(eᵢ − m, −1, (\S+)\)", TABLE.clip),
        (r"\*at least\* ([\d.]+)", -TABLE.forms["at least"].offset),
        (r"\*more than\* ([\d.]+)", -TABLE.forms["more than"].offset),
        (r"\*up to\* −([\d.]+)", TABLE.forms["up to"].offset),
        (r"a preliminary figure ([\d.]+)", -TABLE.preliminary.offset),
        (r"a standard deviation of ([\d.]+)\.", TABLE.forms["vague"].spread),
        (r"what is usual \(([\d.]+) and", TABLE.independent.prior),
        (r"what is usual \([\d.]+ and ([\d.]+),", TABLE.other.prior),
        (r"as if seen (\d+) times", TABLE.independent.pseudo),
        (r"share ([\d.]+) of their variance", TABLE.correlation),
        (r"The band is ([\d.]+) standard", round(TABLE.band, 2)),
        (r"independent counts in (\d+) populations", TABLE.least_comparisons),
    ],
)
def test_a_number_of_the_page_is_that_of_the_table(pattern: str, value: float) -> None:
    (said,) = re.findall(pattern, PAGE)
    assert float(said) == value


def test_five_voices_of_a_side_are_worth_what_the_page_says() -> None:
    worth = 1 / (TABLE.correlation + (1 - TABLE.correlation) / 5)
    assert re.findall(r"five of them are worth ([\d.]+)\.", PAGE) == [f"{worth:.1f}"]
