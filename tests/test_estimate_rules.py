"""The simple rules, by hand."""

from __future__ import annotations

import pytest
from estimates import count, people, said
from hypothesis import given
from hypothesis import strategies as st

from reconcile.estimate.bounds import Allowed, all_standing, allowed, claimed, conceded
from reconcile.estimate.comparable import Counted, Role, Statement
from reconcile.estimate.rules import Answer, conservative, representative, ucdp
from reconcile.estimate.voting import votes

BORDER = people(
    "soldiers of P",
    said("P: army", Role.OWN, 23),
    said("T: spokesman", Role.OTHER_SIDE, 58, "at least"),
)


def numbers(answer: Answer) -> tuple[int | None, int | None, int | None]:
    return answer.low, answer.best, answer.high


def test_without_an_independent_voice_ucdp_takes_the_lowest() -> None:
    assert numbers(ucdp(votes(BORDER))) == (23, 23, 58)


def test_with_independent_voices_ucdp_takes_their_middle() -> None:
    counts = (count(30, "UN"), count(40, "ICRC"), count(90, "agency"))
    assert numbers(ucdp(votes(people("p", *BORDER.statements, *counts)))) == (23, 40, 90)
    assert numbers(ucdp(votes(people("p", *BORDER.statements, *counts[:2])))) == (23, 35, 58)


def test_of_two_middles_halves_go_down() -> None:
    assert ucdp(votes(people("p", count(30, "UN"), count(41, "ICRC")))).best == 35


def test_the_lowest() -> None:
    assert numbers(conservative(votes(BORDER))) == (23, 23, 23)


def test_the_figure_of_most_voices() -> None:
    found = votes(people("p", count(30, "UN"), count(30, "ICRC"), said("P: army", Role.OWN, 23)))
    assert representative(found) == Answer(30, 30, 30, "the figure of 2 of 3 voices")


def test_ties_go_to_independent_voices_then_to_more_camps() -> None:
    assert representative(votes(people("p", *BORDER.statements, count(40)))).best == 40
    sides = (said("P: army", Role.OWN, 5), said("T: army", Role.OTHER_SIDE, 5))
    found = votes(people("p", *sides, said("P: minister", Role.OWN, 7), said("P: mayor", Role.OWN, 7)))
    assert representative(found).best == 5


def test_a_tie_that_nothing_breaks_is_indeterminate() -> None:
    answer = representative(votes(BORDER))
    assert numbers(answer) == (None, None, None)
    assert "indeterminate" in answer.why


@pytest.mark.parametrize("rule", [ucdp, conservative, representative])
def test_no_figure_no_answer(rule: object) -> None:
    assert rule([]).best is None and rule([]).why == "nobody gave a figure"  # type: ignore[operator]


def test_what_was_claimed_and_what_each_side_concedes() -> None:
    said_of_it = all_standing(BORDER)
    assert claimed(said_of_it) == (23, None)
    assert conceded(said_of_it) == {"P": (23, 23)}
    strike = people("civilians", said("A: army", Role.PERPETRATOR, 5), said("B: ministry", Role.VICTIM_SIDE, 30))
    assert conceded(all_standing(strike)) == {"A": (5, 5)}


def test_what_every_independent_voice_allows() -> None:
    def by(*statements: Statement) -> Allowed:
        return allowed(all_standing(people("p", *BORDER.statements, *statements)))

    assert by() == Allowed(None, None)
    assert by(count(30, "UN", form="at least")) == Allowed(30, None)
    assert by(count(30, "UN", form="at least"), count(45, "ICRC", form="up to")) == Allowed(30, 45)
    assert by(count(30, "UN"), count(45, "ICRC"), count(40, "agency")) == Allowed(None, None, ("ICRC", "UN"))


SAID = st.lists(
    st.tuples(
        st.sampled_from([Role.OWN, Role.OTHER_SIDE, Role.INDEPENDENT, Role.UNATTRIBUTED]),
        st.sampled_from(["A: army", "B: army", "UN", "ICRC", "agency"]),
        st.integers(0, 300),
        st.sampled_from(["exact", "at least", "more than", "up to", "about"]),
    ),
    max_size=8,
)


def of(rows: list[tuple[Role, str, int, str]]) -> Counted:
    roles = {v: r for r, v, _, _ in rows}
    return people("p", *(said(v, roles[v], f, form, name=f"s{n}", at=n) for n, (_, v, f, form) in enumerate(rows)))


@pytest.mark.parametrize("rule", [ucdp, conservative, representative])
@given(SAID)
def test_low_best_high_are_in_order(rule: object, rows: list[tuple[Role, str, int, str]]) -> None:
    answer = rule(votes(of(rows)))  # type: ignore[operator]
    assert (answer.best is None) == (answer.low is None) == (answer.high is None)
    assert answer.best is None or answer.low <= answer.best <= answer.high
    assert answer.why


@given(SAID)
def test_an_allowed_range_suits_every_independent_voice(rows: list[tuple[Role, str, int, str]]) -> None:
    standing = all_standing(of(rows))
    found = allowed(standing)
    for s in standing:
        if s.role is Role.INDEPENDENT and found.low is not None:
            assert s.low <= found.low and (s.high is None or (found.high is not None and found.high <= s.high))
    assert not (found.parting and found.low is not None)
