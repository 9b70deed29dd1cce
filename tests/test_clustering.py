"""From scored pairs to groups: no chains, bounds that hold, no dependence on order."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from reconcile.clustering import FULL_COMPONENT, Pair, Scored, UnionFind, cluster

Matrix = dict[Pair, Scored]
Bound = Callable[[Iterable[int], Iterable[int]], bool]


def anything(one: Iterable[int], two: Iterable[int]) -> bool:
    return True


def grouped(
    scores: Matrix, size: int, allowed: Bound = anything, seeds: list[list[int]] | None = None
) -> list[list[int]]:
    """Cluster with every missing pair at -3 bits."""
    return cluster(scores, seeds or [[n] for n in range(size)], allowed, lambda a, b: scores.get((a, b), (-3.0, 3.0)))


def matrices(most: int = 9) -> st.SearchStrategy[tuple[int, Matrix]]:
    def of(size: int) -> st.SearchStrategy[tuple[int, Matrix]]:
        pairs = list(combinations(range(size), 2))
        scored = st.tuples(st.integers(-60, 60).map(lambda n: n / 10), st.integers(1, 80).map(lambda n: n / 10))
        return st.lists(scored, min_size=len(pairs), max_size=len(pairs)).map(
            lambda values: (size, dict(zip(pairs, values, strict=True)))
        )

    return st.integers(1, most).flatmap(of)


def distinct(most: int = 9) -> st.SearchStrategy[tuple[int, Matrix]]:
    """Matrices whose pairs have the same weight and no two of them the same bits, so that no tie needs breaking."""

    def of(size: int) -> st.SearchStrategy[tuple[int, Matrix]]:
        pairs = list(combinations(range(size), 2))
        bits = [(2.0 ** (n % 12) + n / 97) * (1 if n % 3 else -1) for n in range(len(pairs))]
        return st.permutations(bits).map(lambda p: (size, {k: (v, 1.0) for k, v in zip(pairs, p, strict=True)}))

    return st.integers(1, most).flatmap(of)


def mean(scores: Matrix, one: list[int], two: list[int]) -> float:
    cells = [scores[min(a, b), max(a, b)] for a in one for b in two]
    return sum(b * w for b, w in cells) / sum(w for _, w in cells)


def test_a_chain_of_look_alikes_does_not_glue() -> None:
    chain = {(n, n + 1): (2.0, 4.0) for n in range(11)}
    groups = grouped(chain, 12)
    assert max(map(len, groups)) <= 2


def test_a_long_chain_in_a_component_too_large_to_compare_in_full_does_not_glue() -> None:
    size = 3 * FULL_COMPONENT
    groups = grouped({(n, n + 1): (2.0, 2.0) for n in range(size - 1)}, size)
    assert max(map(len, groups)) <= 6
    assert sorted(n for g in groups for n in g) == list(range(size))


def test_two_dense_groups_with_one_good_bridge_stay_two() -> None:
    inside = {p: (4.0, 5.0) for g in (range(4), range(4, 8)) for p in combinations(g, 2)}
    assert grouped({**inside, (3, 4): (3.5, 5.0)}, 8) == [[0, 1, 2, 3], [4, 5, 6, 7]]


def test_one_bad_pair_does_not_split_a_dense_group() -> None:
    scores = dict.fromkeys(combinations(range(5), 2), (4.0, 5.0)) | {(0, 4): (-2.0, 5.0)}
    assert grouped(scores, 5) == [[0, 1, 2, 3, 4]]


def test_a_mean_of_exactly_zero_joins_nothing() -> None:
    assert grouped({(0, 1): (0.0, 4.0)}, 2) == [[0], [1]]


def test_a_pair_counts_by_how_much_was_observed() -> None:
    strong = {(0, 1): (5.0, 8.0), (1, 2): (3.0, 8.0), (0, 2): (-4.0, 1.0)}
    weak = {**strong, (0, 2): (-4.0, 8.0)}
    assert grouped(strong, 3) == [[0, 1, 2]]
    assert grouped(weak, 3) == [[0, 1], [2]]


def test_a_bound_beats_any_score() -> None:
    def apart(one: Iterable[int], two: Iterable[int]) -> bool:
        return not {0, 1} <= {*one, *two}

    groups = grouped(dict.fromkeys(combinations(range(4), 2), (9.0, 9.0)), 4, apart)
    assert not any({0, 1} <= set(g) for g in groups)


def test_nothing_to_group() -> None:
    assert grouped({}, 0, seeds=[]) == []


@given(matrices())
def test_every_position_comes_out_once(given_matrix: tuple[int, Matrix]) -> None:
    size, scores = given_matrix
    groups = grouped(scores, size)
    assert sorted(n for g in groups for n in g) == list(range(size))
    assert groups == sorted(sorted(g) for g in groups)


@given(matrices(), st.randoms(use_true_random=False))
def test_the_order_in_which_pairs_were_scored_changes_nothing(
    given_matrix: tuple[int, Matrix], shuffle: random.Random
) -> None:
    size, scores = given_matrix
    items, seeds = list(scores.items()), [[n] for n in range(size)]
    shuffle.shuffle(items)
    assert grouped(dict(items), size, seeds=seeds) == grouped(scores, size)


@given(distinct(), st.data())
def test_renaming_positions_renames_the_groups(given_matrix: tuple[int, Matrix], data: st.DataObject) -> None:
    size, scores = given_matrix
    new = data.draw(st.permutations(range(size)))
    renamed = {(min(new[a], new[b]), max(new[a], new[b])): s for (a, b), s in scores.items()}
    assert grouped(renamed, size) == sorted(sorted(new[n] for n in g) for g in grouped(scores, size))


@given(matrices())
def test_no_two_groups_are_left_that_evidence_would_join(given_matrix: tuple[int, Matrix]) -> None:
    size, scores = given_matrix
    for one, two in combinations(grouped(scores, size), 2):
        assert mean(scores, one, two) <= 1e-4


@given(matrices(), st.data())
def test_seeds_always_stay_together(given_matrix: tuple[int, Matrix], data: st.DataObject) -> None:
    size, scores = given_matrix
    joined = UnionFind(size)
    for one, two in data.draw(st.lists(st.tuples(st.integers(0, size - 1), st.integers(0, size - 1)), max_size=4)):
        joined.join(one, two)
    groups = grouped(scores, size, seeds=joined.groups())
    assert all(any(set(seed) <= set(g) for g in groups) for seed in joined.groups())


@given(matrices(), st.sets(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=6))
def test_no_group_holds_a_forbidden_pair(given_matrix: tuple[int, Matrix], forbidden: set[Pair]) -> None:
    size, scores = given_matrix

    def allowed(one: Iterable[int], two: Iterable[int]) -> bool:
        ones, twos = list(one), list(two)
        return not any((a, b) in forbidden or (b, a) in forbidden for a in ones for b in twos)

    for group in grouped(scores, size, allowed):
        assert not any(pair in forbidden or pair[::-1] in forbidden for pair in combinations(group, 2))


@given(matrices())
def test_groups_never_cross_components_of_positive_pairs(given_matrix: tuple[int, Matrix]) -> None:
    size, scores = given_matrix
    components = UnionFind(size)
    for (one, two), (bits, _) in scores.items():
        if bits > 0:
            components.join(one, two)
    for group in grouped(scores, size):
        assert len({components.find(n) for n in group}) == 1


@given(st.integers(1, 20), st.lists(st.tuples(st.integers(0, 19), st.integers(0, 19)), max_size=30))
def test_disjoint_sets_are_named_by_their_smallest_member(size: int, joins: list[Pair]) -> None:
    sets = UnionFind(size)
    for one, two in joins:
        sets.join(one % size, two % size)
    for group in sets.groups():
        assert {sets.find(n) for n in group} == {min(group)}
