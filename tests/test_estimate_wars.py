"""In small invented wars of known truth the model keeps its word; the full table is in benchmarks/belligerents.py."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).resolve().parent.parent / "benchmarks"))

from belligerents import WARS, Outcome, drawn_war
from invented_war import populations

BY_NAME = {war.name: war for war in WARS}


def outcome(name: str) -> Outcome:
    war = BY_NAME[name]
    return Outcome(replace(war, events=min(60, war.events)), 3)


@pytest.mark.parametrize(
    "name", ["base", "adversarial side, x12 flooding", "hidden copying 70 %", "honest sides", "three camps"]
)
def test_nearer_than_the_others_with_an_honest_band(name: str) -> None:
    found = outcome(name)
    ours = found.scores["ours"]
    assert ours.error < 0.27 and ours.error < found.nearest_rival
    assert 0.74 <= ours.coverage <= 0.89
    assert found.refused() < 0.05


def test_where_independent_voices_are_rare_the_band_stays_honest() -> None:
    found = outcome("rare neutral (10 %), adversarial")
    assert found.scores["ours"].coverage >= 0.72
    assert found.scores["ours"].error < found.nearest_rival


def test_without_independent_voices_there_is_no_estimate() -> None:
    assert outcome("no neutral, adversarial").refused() == 1


@pytest.mark.parametrize("number", [3, 8, 17])
def test_an_invented_war_is_the_same_each_time(number: int) -> None:
    war = replace(drawn_war(number), events=4)
    assert list(populations(war, 1)) == list(populations(war, 1))
    assert [t for _, t in populations(war, 1)] != [t for _, t in populations(war, 2)]
