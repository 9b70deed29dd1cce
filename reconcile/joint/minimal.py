"""Every smallest set of bounds that cannot all hold.

A hitting-set tree (Reiter, "A theory of diagnosis from first principles", 1987): each node leaves some bounds out; what
is left either can hold, or has a conflict, whose bounds are left out one by one below it. A known conflict serves
every node that leaves none of its bounds out, so the solver is asked seldom.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Sequence
from itertools import combinations
from typing import NamedTuple

from reconcile.joint.simplex import Bound, Tableau
from reconcile.joint.whole import Undecided, conflict

MOST_NODES = 1500
MOST_CONFLICTS = 64
_LEAST_NODES = 60
_MOST_DISPUTED = 5
"""Sums with crossing ends of which every choice of ends is searched."""
_MOST_WHOLES = 4
"""Of more such sums, those that are searched as the whole of all others."""

Conflict = frozenset[Bound]


class Search(NamedTuple):
    """The conflicts that were found, and whether these are all there are."""

    conflicts: list[Conflict]
    complete: bool


def minimal_conflicts(
    tableau: Tableau, bounds: Sequence[Bound], most_nodes: int = MOST_NODES, most_conflicts: int = MOST_CONFLICTS
) -> Search:
    """The minimal sets of bounds that cannot all hold, smallest first, and whether the search came to its end.

    A linear proof counts each sum from one end only. So where the ends of a sum cross, that pair is one conflict, and
    every other one has only lows or only highs of that sum: the two are searched apart, and do not crowd each other.
    """
    bounds = sorted(set(bounds))
    crossed = _crossed(bounds)
    found: set[Conflict] = {pair for pairs in crossed.values() for pair in pairs}
    choices = _choices(sorted(crossed, key=lambda row: (-len(crossed[row]), row)))
    complete = len(crossed) <= _MOST_DISPUTED
    for lows in choices:
        some = [b for b in bounds if b.row not in crossed or b.low == (b.row in lows)]
        search = _tree(tableau, some, max(_LEAST_NODES, most_nodes // len(choices)), most_conflicts)
        found.update(search.conflicts)
        complete &= search.complete
    alone = frozenset[Bound]().union(*(c for c in found if len(c) == 1))
    smallest = (c for c in found if len(c) == 1 or not c & alone)
    return Search(sorted(smallest, key=lambda c: (len(c), sorted(c))), complete)


def _choices(disputed: Sequence[int]) -> list[frozenset[int]]:
    """Of which disputed sums to look at the lows: every choice of a few; of many, one whole against all parts."""
    if len(disputed) <= _MOST_DISPUTED:
        return [frozenset(c) for size in range(len(disputed) + 1) for c in combinations(disputed, size)]
    every, most = frozenset(disputed), disputed[:_MOST_WHOLES]
    return [every, frozenset(), *(every - {row} for row in most), *(frozenset({row}) for row in most)]


def _crossed(bounds: Sequence[Bound]) -> dict[int, list[Conflict]]:
    """For each sum whose ends cross, the pairs that do."""
    by_row: dict[int, list[Bound]] = defaultdict(list)
    for bound in bounds:
        by_row[bound.row].append(bound)
    pairs = {
        row: [frozenset((a, b)) for a in ends if a.low for b in ends if not b.low and a.value > b.value]
        for row, ends in by_row.items()
    }
    return {row: found for row, found in pairs.items() if found}


def _tree(tableau: Tableau, bounds: Sequence[Bound], most_nodes: int, most_conflicts: int) -> Search:
    """All minimal conflicts of bounds of which no two of one sum cross; pairs do not count towards the most."""
    found: list[Conflict] = []
    open_nodes: deque[frozenset[Bound]] = deque([frozenset()])
    seen = {frozenset[Bound]()}
    repaired: list[frozenset[Bound]] = []
    undecided = [False]
    while open_nodes:
        left_out = open_nodes.popleft()
        if any(done <= left_out for done in repaired):
            continue
        core = next((c for c in found if not c & left_out), None)
        if core is None:
            if sum(len(c) > 2 for c in found) >= most_conflicts:
                return Search(found, False)
            core = _core(tableau, [b for b in bounds if b not in left_out], undecided)
            if core is None:
                repaired.append(left_out)
                continue
            found.append(core)
        for bound in sorted(core):
            child = left_out | {bound}
            if child not in seen:
                seen.add(child)
                open_nodes.append(child)
        if len(seen) > most_nodes:
            return Search(found, False)
    return Search(found, not undecided[0])


def _core(tableau: Tableau, bounds: Sequence[Bound], undecided: list[bool]) -> Conflict | None:
    """A minimal conflict among the bounds; None when they can hold, or where that could not be told."""

    def unsatisfiable(some: Sequence[Bound]) -> Conflict | None:
        try:
            found = conflict(tableau, some)
        except Undecided:
            undecided[0] = True
            return None
        return None if found is None else found[0]

    core = unsatisfiable(bounds)
    return None if core is None else _without_idle(core, unsatisfiable)


def _without_idle(core: Conflict, unsatisfiable: Callable[[Sequence[Bound]], Conflict | None]) -> Conflict:
    """Leave out, one by one, every bound without which the rest still cannot hold (the deletion filter)."""
    needed: list[Bound] = []
    open_bounds = sorted(core)
    while open_bounds:
        bound = open_bounds.pop(0)
        smaller = unsatisfiable([*needed, *open_bounds])
        if smaller is None:
            needed.append(bound)
        else:
            open_bounds = [b for b in open_bounds if b in smaller]
    return frozenset(needed)
