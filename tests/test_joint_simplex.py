"""Exact feasibility of sums of counts, against every assignment of small numbers."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.joint.minimal import minimal_conflicts
from reconcile.joint.simplex import Bound, Proof, Tableau
from reconcile.joint.whole import conflict

MOST = 4
CELLS = 4


def least(row: int, value: int) -> Bound:
    return Bound(row, True, value)


def most(row: int, value: int) -> Bound:
    return Bound(row, False, value)


def sums(cells: Sequence[int], groups: int) -> Tableau:
    """A solver for groups that are unions of cells, each cell a bit mask over the groups."""
    return Tableau([{c: 1 for c, cell in enumerate(cells) if cell >> g & 1} for g in range(groups)], len(cells))


def can_hold(cells: Sequence[int], groups: int, bounds: Sequence[Bound]) -> bool:
    """By trying every number of people in every cell, as far as the largest bound can tell."""
    top = max((b.value for b in bounds), default=0) + 1
    for amounts in product(range(top + 1), repeat=len(cells)):
        totals = [sum(n for n, cell in zip(amounts, cells, strict=True) if cell >> g & 1) for g in range(groups)]
        if all(totals[b.row] >= b.value if b.low else totals[b.row] <= b.value for b in bounds):
            return True
    return False


def smallest_sets(cells: Sequence[int], groups: int, bounds: Sequence[Bound]) -> set[frozenset[Bound]]:
    """Every minimal set of bounds that cannot hold, by trying every set."""
    found: set[frozenset[Bound]] = set()
    for mask in sorted(range(1 << len(bounds)), key=lambda m: (m.bit_count(), m)):
        some = frozenset(b for n, b in enumerate(bounds) if mask >> n & 1)
        if not any(smaller <= some for smaller in found) and not can_hold(cells, groups, sorted(some)):
            found.add(some)
    return found


def test_23_soldiers_and_30_fighters_are_not_40_people() -> None:
    cells = [0b001, 0b011, 0b101]  # people: others, soldiers, fighters
    proof = sums(cells, 3).solve([least(1, 23), least(2, 30), most(0, 40)])
    assert proof == Proof({least(1, 23): 1, least(2, 30): 1, most(0, 40): 1})
    assert proof.excess == 13


def test_parts_that_cover_a_whole_fall_short_of_it() -> None:
    cells = [0b011, 0b101]  # casualties: killed, injured
    bounds = [least(0, 52), most(1, 10), most(2, 20)]
    proof = sums(cells, 3).solve(bounds)
    assert proof is not None
    assert (proof.bounds, proof.excess) == (frozenset(bounds), 22)


def test_overlapping_groups_may_share_people() -> None:
    cells = [0b001, 0b011, 0b101, 0b111]  # people, women, foreigners, both
    assert sums(cells, 3).solve([least(1, 80), least(2, 70), most(0, 100)]) is None


def test_an_odd_cycle_has_no_answer_in_whole_people() -> None:
    cells = [0b0011, 0b0101, 0b0110]  # three pairs of overlapping groups, each of one person, and nobody else
    bounds = [b for g in range(3) for b in (least(g, 1), most(g, 1))]
    tableau = sums(cells, 3)
    assert tableau.solve(bounds) is None
    found = conflict(tableau, bounds)
    assert found is not None
    assert found[1] is None
    assert not can_hold(cells, 3, bounds)


def test_a_sum_whose_own_ends_cross() -> None:
    assert sums([1], 1).solve([least(0, 58), most(0, 23)]) == Proof({least(0, 58): 1, most(0, 23): 1})


@st.composite
def problems(draw: st.DrawFn, most_bounds: int = 5) -> tuple[list[int], int, list[Bound]]:
    groups = draw(st.integers(1, 4))
    cells = draw(st.lists(st.integers(1, (1 << groups) - 1), min_size=1, max_size=CELLS, unique=True))
    one = st.builds(Bound, st.integers(0, groups - 1), st.booleans(), st.integers(0, MOST))
    return cells, groups, draw(st.lists(one, max_size=most_bounds, unique=True))


@given(problems())
def test_the_solver_agrees_with_trying_everything(problem: tuple[list[int], int, list[Bound]]) -> None:
    cells, groups, bounds = problem
    assert (conflict(sums(cells, groups), bounds) is None) == can_hold(cells, groups, bounds)


@given(problems())
def test_a_proof_adds_up(problem: tuple[list[int], int, list[Bound]]) -> None:
    cells, groups, bounds = problem
    proof = sums(cells, groups).solve(bounds)
    if proof is not None:
        assert proof.bounds <= set(bounds)
        assert proof.excess > 0
        for cell in cells:  # whatever the amounts, the lows never count a cell more often than the highs do
            assert sum((n if b.low else -n) for b, n in proof.weights.items() if cell >> b.row & 1) <= 0


@given(problems(), problems())
def test_an_earlier_question_leaves_no_trace(
    problem: tuple[list[int], int, list[Bound]], other: tuple[list[int], int, list[Bound]]
) -> None:
    cells, groups, bounds = problem
    tableau = sums(cells, groups)
    tableau.solve([b for b in other[2] if b.row < groups])
    assert (tableau.solve(bounds) is None) == (sums(cells, groups).solve(bounds) is None)


@given(problems())
def test_all_smallest_conflicts_are_found_and_none_invented(problem: tuple[list[int], int, list[Bound]]) -> None:
    cells, groups, bounds = problem
    search = minimal_conflicts(sums(cells, groups), bounds)
    assert search.complete
    assert set(search.conflicts) == smallest_sets(cells, groups, bounds)


def test_a_search_that_is_cut_off_says_so() -> None:
    bounds = [b for g in range(6) for b in (least(g, 5 + g), most(g, 1 + g))]
    assert not minimal_conflicts(sums([1 << g for g in range(6)], 6), bounds, most_conflicts=3).complete


@pytest.mark.slow
def test_ten_thousand_small_cases_agree_with_trying_everything() -> None:
    draw = random.Random(20)
    for _ in range(10_000):
        groups = draw.randint(1, 3)
        cells = draw.sample(range(1, 1 << groups), draw.randint(1, min(CELLS, (1 << groups) - 1)))
        bounds = {Bound(draw.randrange(groups), draw.random() < 0.5, draw.randint(0, 3)) for _ in range(4)}
        search = minimal_conflicts(sums(cells, groups), sorted(bounds))
        assert set(search.conflicts) == smallest_sets(cells, groups, sorted(bounds)), (cells, bounds)
