"""The model: what it learns, what it never learns, and the working that it shows."""

from __future__ import annotations

from dataclasses import replace
from math import log
from typing import Any

import pytest
from estimates import count, people, record, said
from hypothesis import assume, given
from hypothesis import strategies as st

from reconcile.estimate.anchored import NOT_ENOUGH, Estimate, estimate
from reconcile.estimate.comparable import Counted, Role, Statement
from reconcile.estimate.ledger import learn, nothing_learnt

BORDER = people("border", said("P: army", Role.OWN, 23), said("T: spokesman", Role.OTHER_SIDE, 58, "at least"))
ROLES = (Role.OWN, Role.OTHER_SIDE, Role.PERPETRATOR, Role.VICTIM_SIDE)
FIGURES = st.integers(1, 400)


@st.composite
def counted(draw: st.DrawFn, key: str = "p") -> Counted:
    """A population of which sides and third parties speak."""
    found = []
    for n in range(draw(st.integers(1, 6))):
        if draw(st.booleans()):
            found.append(count(draw(FIGURES), f"monitor{draw(st.integers(0, 2))}", name=f"{n}", at=n))
        else:
            camp, role = draw(st.sampled_from("AB")), draw(st.sampled_from(ROLES))
            form = draw(st.sampled_from(["exact", "at least", "up to"]))
            found.append(said(f"{camp}: {role}", role, draw(FIGURES), form, name=f"{n}", at=n))
    return people(key, *found)


@st.composite
def wars(draw: st.DrawFn) -> list[Counted]:
    """Several populations."""
    return [draw(counted(f"p{n}")) for n in range(draw(st.integers(1, 6)))]


def answers(war: list[Counted]) -> list[Estimate]:
    ledger = learn(war)
    return sorted((estimate(c, ledger) for c in war), key=lambda e: e.key)


# What it says


def test_without_independent_voice_and_record_there_is_no_best_estimate() -> None:
    found = estimate(BORDER, nothing_learnt())
    assert (found.best, found.low, found.high, found.refused) == (None, None, None, NOT_ENOUGH)
    assert [line.voice for line in found.lines] == ["T: spokesman", "P: army"]


def test_with_a_record_the_figures_are_read_by_it() -> None:
    past = [
        *(replace(c, key=f"{c.key}/{ratio}") for ratio in (1.5, 3.84) for c in record(15, T=ratio)),
        *(people(f"own{n}", count(100), said("P: army", Role.OWN, (55, 108)[n % 2])) for n in range(30)),
    ]
    found = estimate(BORDER, learn(past))
    other, own = found.lines
    assert (other.voice, other.figure, other.form) == ("T: spokesman", 58, "at least")
    assert other.tendency is not None and other.tendency.events == 30
    assert round(other.reads_as) == 28 and round(own.reads_as) == 30
    assert other.weight + own.weight == pytest.approx(1)
    assert (found.low, found.best, found.high) == (23, 29, 38)


@pytest.mark.parametrize("figure", [0, 1, 2, 7, 46, 1000, 123_456])
def test_a_lone_independent_count_is_kept(figure: int) -> None:
    assert estimate(people("p", count(figure)), nothing_learnt()).best == figure


def test_a_record_shorter_than_five_populations_carries_no_estimate() -> None:
    alone = people("p", said("T: army", Role.OTHER_SIDE, 300))
    assert estimate(alone, learn(record(4, T=3))).best is None
    assert estimate(alone, learn(record(5, T=3))).best is not None


def test_the_record_of_one_side_is_not_held_against_the_other() -> None:
    alone = people("p", said("P: army", Role.OTHER_SIDE, 300))
    assert estimate(alone, learn(record(30, T=3))).best is None
    honest = learn(record(30, T=3, P=1)).tendency("P", Role.OTHER_SIDE)
    assert honest.bias == pytest.approx(0)


def test_a_learned_exaggeration_is_divided_out() -> None:
    found = estimate(people("p", said("T: army", Role.OTHER_SIDE, 300)), learn(record(30, T=3)))
    assert found.best == pytest.approx(100, rel=0.08)


def test_figures_of_nobody_known_carry_no_estimate() -> None:
    past = [people(f"p{n}", count(100), said(f"blog{n}", Role.UNATTRIBUTED, 120)) for n in range(30)]
    assert estimate(people("p", said("blog", Role.UNATTRIBUTED, 50)), learn(past)).best is None


def test_an_admission_does_not_cut_the_band() -> None:
    """A side that admits 40 of its own is a figure like others, not a floor under the estimate."""
    counts = [count(10, f"monitor{n}") for n in range(4)]
    found = estimate(people("p", *counts, said("P: army", Role.OWN, 40)), nothing_learnt())
    assert found.best is not None and found.best < 15


# What must hold for any war


@given(wars(), st.randoms(use_true_random=False))
def test_order_does_not_matter(war: list[Counted], random: Any) -> None:
    def shuffled(items: list[Any]) -> list[Any]:
        copy = list(items)
        random.shuffle(copy)
        return copy

    other = [replace(c, statements=tuple(shuffled(list(c.statements)))) for c in shuffled(war)]
    assert answers(other) == answers(war)


@given(wars())
def test_low_best_and_high_are_in_order(war: list[Counted]) -> None:
    for found in answers(war):
        if found.best is not None and found.low is not None and found.high is not None:
            assert 0 <= found.low <= found.best <= found.high
            assert sum(line.weight for line in found.lines) == pytest.approx(1)


def swapped(war: list[Counted]) -> list[Counted]:
    names = {"A": "B", "B": "A"}

    def swap(s: Statement) -> Statement:
        return s if s.camp is None else replace(s, camp=names[s.camp], voice=names[s.voice[0]] + s.voice[1:])

    return [replace(c, statements=tuple(map(swap, c.statements))) for c in war]


@given(wars())
def test_swapping_the_sides_changes_no_number(war: list[Counted]) -> None:
    here, there = answers(war), answers(swapped(war))
    assert [(e.best, e.low, e.high) for e in here] == [(e.best, e.low, e.high) for e in there]


def scaled(war: list[Counted], by: int) -> list[Counted]:
    """Every count ``by`` times as large; halves keep their place, so that f + 1/2 becomes by * (f + 1/2)."""

    def scale(value: int) -> int:
        return by * value + (by - 1) // 2

    def grow(s: Statement) -> Statement:
        assert s.point is not None and s.core_high is not None
        high = None if s.high is None else scale(s.high)
        return replace(s, low=scale(s.low), high=high, core_high=scale(s.core_high), point=scale(s.point))

    return [replace(c, statements=tuple(map(grow, c.statements))) for c in war]


@given(wars(), st.sampled_from([3, 11, 101]))
def test_counts_in_another_scale_give_estimates_in_that_scale(war: list[Counted], by: int) -> None:
    for here, there in zip(answers(war), answers(scaled(war, by)), strict=True):
        assert (here.middle is None) == (there.middle is None)
        if here.middle is not None and there.middle is not None:
            assert there.middle == pytest.approx(here.middle + log(by), abs=1e-9)
            assert there.sd == pytest.approx(here.sd)


@given(wars(), counted(), st.data(), st.integers(1, 300))
def test_at_a_fixed_record_an_estimate_rises_with_each_figure(
    war: list[Counted], here: Counted, data: st.DataObject, more: int
) -> None:
    ledger = learn(war)
    n = data.draw(st.integers(0, len(here.statements) - 1))
    s = here.statements[n]
    assert s.point is not None
    raised = replace(s, point=s.point + more)
    there = replace(here, statements=(*here.statements[:n], raised, *here.statements[n + 1 :]))
    one, two = estimate(here, ledger).middle, estimate(there, ledger).middle
    assert (one is None) == (two is None)
    assert one is None or two is None or one - 1e-9 <= two


@given(wars(), counted(), FIGURES)
def test_another_independent_voice_narrows_the_band(war: list[Counted], here: Counted, figure: int) -> None:
    ledger = learn(war)
    before = estimate(here, ledger)
    after = estimate(replace(here, statements=(*here.statements, count(figure, "another"))), ledger)
    assert after.sd is not None
    assert before.sd is None or after.sd < before.sd


@given(st.integers(5, 40), st.floats(0.4, 4), FIGURES, FIGURES)
def test_another_voice_of_the_same_camp_barely_narrows_it(events: int, ratio: float, one: int, two: int) -> None:
    ledger = learn(record(events, T=ratio))
    first = said("T: army", Role.OTHER_SIDE, one)
    before = estimate(people("p", first), ledger)
    after = estimate(people("p", first, said("T: mouth", Role.OTHER_SIDE, two)), ledger)
    assert before.sd is not None and after.sd is not None
    assert 0.9 * before.sd <= after.sd <= before.sd


@given(wars(), st.integers(1, 12), st.data())
def test_flooding_teaches_nothing(war: list[Counted], times: int, data: st.DataObject) -> None:
    """Every voice of a camp gets mouths that say the same on every population: the ledger stays as it was."""
    camp = data.draw(st.sampled_from("AB"))

    def flood(c: Counted) -> Counted:
        more = [
            replace(s, id=f"{s.id}~{n}", voice=f"{s.voice}~{n}")
            for s in c.statements
            for n in range(times)
            if s.camp == camp
        ]
        return replace(c, statements=(*c.statements, *more))

    here, there = learn(war), learn(map(flood, war))
    assert there.independent == pytest.approx(here.independent)
    assert set(there.tendencies) == set(here.tendencies)
    for key, tendency in here.tendencies.items():
        assert there.tendencies[key].bias == pytest.approx(tendency.bias)
        assert there.tendencies[key].doubt == pytest.approx(tendency.doubt)
        assert there.tendencies[key].events == tendency.events


@given(wars(), st.integers(1, 12))
def test_saying_it_again_changes_nothing(war: list[Counted], times: int) -> None:
    def again(c: Counted) -> Counted:
        more = (replace(s, id=f"{s.id}~{n}") for s in c.statements for n in range(times))
        return replace(c, statements=(*c.statements, *more))

    here, there = answers(war), answers([again(c) for c in war])
    assert [(e.best, e.low, e.high) for e in here] == [(e.best, e.low, e.high) for e in there]


@given(wars(), counted())
def test_what_nobody_independent_counted_teaches_nothing(war: list[Counted], more: Counted) -> None:
    assume(all(s.role is not Role.INDEPENDENT for s in more.statements))
    assert learn([*war, replace(more, key="more")]) == learn(war)


def test_two_populations_of_one_key_are_an_error() -> None:
    with pytest.raises(ValueError, match="the key 'p'"):
        learn([people("p", count(1)), people("p", count(2))])
