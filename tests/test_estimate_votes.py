"""One voice, one vote; copies are nobody's vote; a denial is no count."""

from __future__ import annotations

from math import exp

import pytest
from estimates import count, people, said

from reconcile.estimate.comparable import HALF, Role, Statement
from reconcile.estimate.constants import constants
from reconcile.estimate.voting import votes


def figures(*statements: Statement) -> dict[str, int]:
    return {v.voice: v.said for v in votes(people("p", *statements))}


def test_the_latest_statement_of_a_voice_stands() -> None:
    assert figures(count(8, at=1), count(46, at=30), count(20, "paper")) == {"monitor": 46, "paper": 20}


def test_two_figures_in_one_breath_are_one_vote_between_them() -> None:
    (vote,) = votes(people("p", count(10, at=1), count(40, at=1)))
    assert vote.said == 10
    assert 10 < exp(vote.log) - HALF < 40


def test_an_undated_statement_is_older_than_a_dated_one() -> None:
    assert figures(count(5, at=1), Statement("x", "monitor", None, Role.INDEPENDENT, 9, 9, 9, 9, 9)) == {"monitor": 5}


@pytest.mark.parametrize("role", [Role.OWN, Role.PERPETRATOR])
def test_a_flat_denial_is_no_count(role: Role) -> None:
    assert figures(said("A: army", role, 0)) == {}


@pytest.mark.parametrize("role", [Role.OTHER_SIDE, Role.VICTIM_SIDE, Role.INDEPENDENT])
def test_nobody_is_a_count_for_everybody_else(role: Role) -> None:
    assert figures(said("A: army", role, 0)) == {"A: army": 0}


def test_a_voice_that_came_to_deny_everything_has_no_vote_left() -> None:
    assert figures(said("A: army", Role.OWN, 12, at=1), said("A: army", Role.OWN, 0, at=2)) == {}


def test_an_unattributed_figure_that_one_voice_gave_is_its_copy() -> None:
    army, blog = said("A: army", Role.OTHER_SIDE, 58, "at least"), said("blog", Role.UNATTRIBUTED, 58)
    (vote,) = votes(people("p", army, blog))
    assert (vote.voice, vote.copies) == ("A: army", (blog.id,))


def test_an_unattributed_figure_that_several_gave_is_no_vote_and_nobodys_copy() -> None:
    found = votes(people("p", said("A: army", Role.OTHER_SIDE, 58), count(58), said("blog", Role.UNATTRIBUTED, 58)))
    assert [(v.voice, v.copies) for v in found] == [("A: army", ()), ("monitor", ())]


def test_a_side_that_repeats_a_figure_stands_by_it() -> None:
    side = said("A: army", Role.UNATTRIBUTED, 58, camp="A")
    assert figures(side, count(58)) == {"A: army": 58, "monitor": 58}


def test_small_equal_numbers_are_not_called_copies() -> None:
    (vote,) = votes(people("p", count(2), said("blog", Role.UNATTRIBUTED, 2)))
    assert vote.copies == ()


def test_an_unattributed_figure_of_its_own_is_a_vote() -> None:
    assert figures(count(58), said("blog", Role.UNATTRIBUTED, 60)) == {"blog": 60, "monitor": 58}


def read(form: str, figure: int, **more: bool) -> float:
    (vote,) = votes(people("p", count(figure, form=form, **more)))
    return exp(vote.log) - HALF


def test_hedges_are_undone() -> None:
    assert read("exact", 100) == pytest.approx(100)
    assert read("at least", 100) == pytest.approx(100.5 * exp(0.12) - HALF)
    assert read("more than", 100) > read("at least", 100) > 100 > read("up to", 100)
    assert read("exact", 100, preliminary=True) > 100


def test_a_range_stands_for_its_geometric_middle_with_the_doubt_of_its_width() -> None:
    wide = Statement("r", "monitor", None, Role.INDEPENDENT, 100, 400, 100, 400, None, "range")
    (vote,) = votes(people("p", wide))
    assert exp(vote.log) - HALF == pytest.approx(200, abs=1)
    assert vote.spread == pytest.approx(0.4, abs=0.01)  # log 4 over the root of 12


def test_vague_words_stand_for_the_middle_of_their_core() -> None:
    dozens = Statement("d", "monitor", None, Role.INDEPENDENT, 12, 99, 24, 99, None, "vague")
    (vote,) = votes(people("p", dozens))
    assert (vote.said, vote.low, vote.high) == (12, 12, 99)
    assert exp(vote.log) - HALF == pytest.approx(48.9, abs=0.1)
    assert vote.spread == constants().forms["vague"].spread


@pytest.mark.parametrize("form", ["uncounted", "uncertain", "none reported"])
def test_words_without_a_magnitude_are_no_figure(form: str) -> None:
    assert votes(people("p", Statement("s", "monitor", None, Role.INDEPENDENT, 0, None, 0, None, None, form))) == []


def test_the_words_of_some_open_ended_many_are_no_figure() -> None:
    assert not Statement("s", "m", None, Role.INDEPENDENT, 2, None, 2, None, None, "vague").is_figure
