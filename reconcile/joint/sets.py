"""Smallest sets of statements that cannot all hold: conflicts of bounds, brought back to who said what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reconcile.joint.minimal import Conflict, minimal_conflicts
from reconcile.joint.simplex import Bound, Proof
from reconcile.joint.statements import Accounts
from reconcile.joint.whole import Undecided
from reconcile.reading import Reading

Said = tuple[Reading, ...]
"""The counts of one claim that take part in a set."""
Share = frozenset[Bound]

_MOST_COVERS = 64


@dataclass(frozen=True, slots=True)
class Unfitting:
    """Statements that cannot all hold: one claim of each slot is enough; each slot carries a share of the bounds."""

    slots: tuple[tuple[Said, ...], ...]
    shares: tuple[Share, ...]
    proof: Proof | None
    """How the bounds add up; None where only whole numbers rule them out."""
    of_most: bool
    """Whether a word such as "mostly" takes part, whose bound counts no people."""

    @property
    def bounds(self) -> Share:
        """All bounds of the set."""
        return frozenset[Bound]().union(*self.shares)


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
        try:
            proof = tableau.solve(sorted(conflict))
        except Undecided:
            proof = None
        found.extend(_sets_of(accounts, conflict, proof))
    return Sets(_smallest(found), search.complete)


def _sets_of(accounts: Accounts, conflict: Conflict, proof: Proof | None) -> Iterator[Unfitting]:
    """The ways to pick claims that carry all bounds of a conflict; a claim may carry more than one."""
    carried: dict[str, dict[Bound, Reading]] = defaultdict(dict)
    for bound in sorted(conflict):
        for reading in accounts.carriers[bound]:
            carried[reading.id].setdefault(bound, reading)
    alike: dict[Share, list[Said]] = defaultdict(list)
    for _, said in sorted(carried.items()):
        alike[frozenset(said)].append(tuple(dict.fromkeys(said.values())))
    of_most = any(bound.row in accounts.mostly for bound in conflict)
    for shares in _covers(sorted(alike, key=sorted), conflict):
        yield Unfitting(tuple(tuple(alike[share]) for share in shares), shares, proof, of_most)


def _covers(shares: Sequence[Share], conflict: Conflict) -> list[tuple[Share, ...]]:
    """The smallest choices of shares that together hold the whole conflict, at most so many."""
    found: list[frozenset[Share]] = []

    def choose(chosen: tuple[Share, ...], missing: Share) -> None:
        if len(found) >= _MOST_COVERS:
            return
        if not missing:
            found.append(frozenset(chosen))
            return
        first = min(missing)
        for share in shares:
            if first in share:
                choose((*chosen, share), missing - share)

    choose((), conflict)
    smallest = {cover for cover in found if not any(other < cover for other in found)}
    return sorted((tuple(sorted(cover, key=sorted)) for cover in smallest), key=lambda c: [sorted(s) for s in c])


def _smallest(found: list[Unfitting]) -> list[Unfitting]:
    """Without claims that make a smaller set, and without sets that hold a smaller one whichever claims are picked."""
    alone = {said[0].id for one in found if len(one.slots) == 1 for said in one.slots[0]}
    twos = [one.slots for one in found if len(one.slots) == 2]
    pairs = {frozenset((a[0].id, b[0].id)) for one, two in twos for a in one for b in two}
    kept = [one for one in (_without(one, alone, pairs) for one in found) if one is not None]
    claims = [frozenset(slot[0][0].id for slot in one.slots) for one in kept]
    return [one for n, one in enumerate(kept) if not any(other < claims[n] for other in claims)]


def _without(one: Unfitting, alone: set[str], pairs: set[frozenset[str]]) -> Unfitting | None:
    """The set without claims that clash by themselves, or with every claim of another slot."""
    size = len(one.slots)
    if size == 1:
        return one
    slots = []
    for n, slot in enumerate(one.slots):
        others = [other for m, other in enumerate(one.slots) if m != n]
        fit = tuple(
            said
            for said in slot
            if said[0].id not in alone and (size == 2 or not any(_all_clash(said, other, pairs) for other in others))
        )
        slots.append(fit)
    return replace(one, slots=tuple(slots)) if all(slots) else None


def _all_clash(said: Said, others: Sequence[Said], pairs: set[frozenset[str]]) -> bool:
    return all(frozenset((said[0].id, other[0].id)) in pairs for other in others)
