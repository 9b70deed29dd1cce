"""Feasibility in whole people: fractions of a person are ruled out by branching where the linear answer needs them.

Conflicts that only whole numbers have are rare (odd cycles of overlapping groups); the search for them is bounded, and
where it is cut off the bounds count as consistent: what is not proved is not reported.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import floor

from reconcile.joint.simplex import Bound, Proof, Tableau, Undecided

__all__ = ["Undecided", "conflict"]

MOST_BRANCHES = 200


def conflict(tableau: Tableau, bounds: Sequence[Bound]) -> tuple[frozenset[Bound], Proof | None] | None:
    """The bounds that cannot all hold, with the linear proof where there is one; None when they can hold together.

    Raises Undecided when the bounded search for whole numbers ends undecided.
    """
    proof = tableau.solve(bounds)
    if proof is not None:
        return proof.bounds, proof
    left = [MOST_BRANCHES]
    core = _branch(tableau, bounds, {}, left)
    return None if core is None else (core, None)


def _branch(
    tableau: Tableau, bounds: Sequence[Bound], narrowed: dict[int, tuple[int, int | None]], left: list[int]
) -> frozenset[Bound] | None:
    """The bounds that no whole amounts satisfy, or None; the tableau holds a solution in fractions."""
    split = next(((c, a) for c, a in enumerate(tableau.amounts()) if a.denominator != 1), None)
    if split is None:
        return None
    cell, amount = split
    low, high = narrowed.get(cell, (0, None))
    core: frozenset[Bound] = frozenset()
    for part in ((low, floor(amount)), (floor(amount) + 1, high)):
        left[0] -= 1
        if left[0] < 0:
            tableau.narrow(cell, low, high)
            raise Undecided
        tableau.narrow(cell, *part)
        try:
            proof = tableau.solve(bounds)
            found = proof.bounds if proof else _branch(tableau, bounds, {**narrowed, cell: part}, left)
        finally:
            tableau.narrow(cell, low, high)
        if found is None:
            return None
        core |= found
    return core
