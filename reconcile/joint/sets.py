"""Smallest sets of statements that cannot all hold: conflicts of bounds, brought back to who said what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from reconcile.joint.minimal import Conflict, minimal_conflicts
from reconcile.joint.simplex import Bound, Proof
from reconcile.joint.statements import Accounts
from reconcile.reading import Reading


@dataclass(frozen=True, slots=True)
class Unfitting:
    """Statements that cannot all hold: one of each slot is enough; ``said`` are the bounds that each slot carries."""

    slots: tuple[tuple[Reading, ...], ...]
    said: tuple[frozenset[Bound], ...]
    proof: Proof | None
    """How the bounds add up; None where only whole numbers rule them out."""


@dataclass(frozen=True, slots=True)
class Sets:
    """The sets that were found, and whether these are all there are."""

    sets: list[Unfitting]
    complete: bool


def unfitting_sets(accounts: Accounts) -> Sets:
    """Every minimal set of statements whose bounds cannot all hold."""
    tableau = accounts.tableau()
    search = minimal_conflicts(tableau, list(accounts.carriers))
    found: list[Unfitting] = []
    for conflict in search.conflicts:
        proof = tableau.solve(sorted(conflict))
        found.extend(_sets_of(accounts, conflict, proof))
    return Sets(_smallest(found), search.complete)


def _sets_of(accounts: Accounts, conflict: Conflict, proof: Proof | None) -> Iterator[Unfitting]:
    """The ways to pick claims that carry all bounds of a conflict; a claim may carry more than one."""
    carried: dict[str, set[Bound]] = defaultdict(set)
    readings: dict[tuple[str, Bound], Reading] = {}
    for bound in conflict:
        for reading in accounts.carriers[bound]:
            carried[reading.id].add(bound)
            readings.setdefault((reading.id, bound), reading)
    alike: dict[frozenset[Bound], list[str]] = defaultdict(list)
    for claim, bounds in sorted(carried.items()):
        alike[frozenset(bounds)].append(claim)
    for shares in _covers(list(alike), conflict):
        slots = tuple(tuple(readings[claim, min(share)] for claim in alike[share]) for share in shares)
        yield Unfitting(slots, shares, proof)


def _covers(shares: list[frozenset[Bound]], conflict: Conflict) -> Iterator[tuple[frozenset[Bound], ...]]:
    """The smallest choices of shares that together hold the whole conflict."""
    shares = sorted(shares, key=sorted)
    found: list[frozenset[frozenset[Bound]]] = []
    for size in range(1, len(conflict) + 1):
        for some in combinations(shares, size):
            chosen = frozenset(some)
            if frozenset().union(*some) == conflict and not any(smaller < chosen for smaller in found):
                found.append(chosen)
                yield some


def _smallest(found: list[Unfitting]) -> list[Unfitting]:
    """Without sets that hold a smaller one: take a claim away from such a set and it still cannot hold."""
    claims = [frozenset(slot[0].id for slot in one.slots) for one in found]
    return [one for n, one in enumerate(found) if not any(other < claims[n] for other in claims)]
