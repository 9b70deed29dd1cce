"""Every smallest set of bounds that cannot all hold.

A hitting-set tree (Reiter, "A theory of diagnosis from first principles", 1987): each node leaves some bounds out; what
is left either can hold, or has a conflict, whose bounds are left out one by one below it. A known conflict serves
every node that leaves none of its bounds out, so the solver is asked seldom.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from typing import NamedTuple

from reconcile.joint.simplex import Bound, Tableau
from reconcile.joint.whole import OutOfBranches, conflict

MOST_NODES = 1500
MOST_CONFLICTS = 64

Conflict = frozenset[Bound]


class Search(NamedTuple):
    """The conflicts that were found, and whether these are all there are."""

    conflicts: list[Conflict]
    complete: bool


def minimal_conflicts(
    tableau: Tableau, bounds: Sequence[Bound], most_nodes: int = MOST_NODES, most_conflicts: int = MOST_CONFLICTS
) -> Search:
    """The minimal sets of bounds that cannot all hold, smallest first, and whether the search came to its end."""
    bounds = sorted(set(bounds))
    found: list[Conflict] = []
    open_nodes: deque[frozenset[Bound]] = deque([frozenset()])
    seen = {frozenset[Bound]()}
    repaired: list[frozenset[Bound]] = []
    complete = True
    while open_nodes:
        left_out = open_nodes.popleft()
        if any(done <= left_out for done in repaired):
            continue
        core = next((c for c in found if not c & left_out), None)
        if core is None:
            if len(found) >= most_conflicts:
                complete = False
                break
            core = _core(tableau, [b for b in bounds if b not in left_out])
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
            complete = False
            break
    return Search(sorted(found, key=lambda c: (len(c), sorted(c))), complete)


def _core(tableau: Tableau, bounds: Sequence[Bound]) -> Conflict | None:
    """A minimal conflict among the bounds; None when they can hold, or where that could not be told."""

    def unsatisfiable(some: Sequence[Bound]) -> Conflict | None:
        try:
            found = conflict(tableau, some)
        except OutOfBranches:
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
