"""Whom a figure counts, and how two such populations stand to each other."""

from __future__ import annotations

from dataclasses import dataclass, replace

from claims.actors import Actor, Registry
from claims.actors import Relation as Kin
from claims.dates import Window
from claims.model import Measure
from claims.people import People, Relation, compare_people, read_people

_MERGED = frozenset({Measure.KILLED, Measure.INJURED})
_SUFFERED = frozenset({*_MERGED, Measure.CASUALTIES, Measure.CAPTURED, Measure.NEUTRALISED})
__all__ = ["Population", "Relation", "among_the_present", "combine", "relate", "relate_measures", "without_total"]

_ENDS_MAY_DIFFER_BY = 1


@dataclass(frozen=True, slots=True)
class Population:
    """The people of a figure: what happened to them, whose they are, who they were, over which total.

    ``side`` is the belligerent whose losses are counted (None: anybody's). A body of a state stands for its
    state here: which branch lost people is told by the words for the people, not by the owner.
    ``total`` is the window of a cumulative figure, None for a figure about one event.
    """

    measure: Measure
    side: Actor | None
    people: People
    total: Window | None

    def __hash__(self) -> int:
        """Of the parts that tell populations apart, and are hashed fast: populations are looked up very often."""
        return hash((self.measure, self.camp, self.people, self.total))

    @property
    def camp(self) -> str | None:
        """The id of the side whose losses are counted."""
        return self.side.id if self.side else None


def relate(p: Population, q: Population, registry: Registry) -> Relation:
    """How P stands to Q, facet by facet: any disjoint facet parts them, mixed facets overlap."""
    return combine(
        (
            _measures(p, q, registry),
            _sides(p.side, q.side, registry),
            compare_people(p.people, q.people),
            _totals(p, q),
        )
    )


def combine(facets: tuple[Relation, ...]) -> Relation:
    """The relation of two products of facets (the lattice of boxes)."""
    seen = set(facets)
    for decisive in (Relation.DISJOINT, Relation.OVERLAP):
        if decisive in seen:
            return decisive
    if seen >= {Relation.PART, Relation.WHOLE}:
        return Relation.OVERLAP
    seen.discard(Relation.EQUAL)
    return seen.pop() if seen else Relation.EQUAL


def relate_measures(p: Measure, q: Measure) -> Relation:
    """How two measures stand: killed and injured are parts of casualties, neutralised overlaps them."""
    if p is q:
        return Relation.EQUAL
    if q is Measure.CASUALTIES and p in _MERGED:
        return Relation.PART
    if p is Measure.CASUALTIES and q in _MERGED:
        return Relation.WHOLE
    if Measure.NEUTRALISED in (p, q) and {p, q} & {*_MERGED, Measure.CASUALTIES, Measure.CAPTURED}:
        return Relation.OVERLAP
    return Relation.DISJOINT


def without_total(population: Population) -> Population:
    """The same people of an event inside a total."""
    return replace(population, total=None)


def among_the_present(losses: Population, strength: Population, registry: Registry) -> bool:
    """Whether these losses must have been among those who are said to have taken part or to have been there."""
    if strength.measure is not Measure.STRENGTH or losses.measure not in _SUFFERED or strength.total or losses.total:
        return False
    if strength.side is None and strength.people.boxes == read_people("").boxes:
        return False
    people = combine((_sides(losses.side, strength.side, registry), compare_people(losses.people, strength.people)))
    return people in (Relation.EQUAL, Relation.PART)


def _measures(p: Population, q: Population, registry: Registry) -> Relation:
    if among_the_present(p, q, registry):
        return Relation.PART
    if among_the_present(q, p, registry):
        return Relation.WHOLE
    return relate_measures(p.measure, q.measure)


def _sides(p: Actor | None, q: Actor | None, registry: Registry) -> Relation:
    if p is None or q is None:
        return Relation.EQUAL if p is q else Relation.WHOLE if p is None else Relation.PART
    kin = registry.relation(p, q)
    if kin is Kin.SAME:
        return Relation.EQUAL
    if kin is Kin.OTHER:
        return Relation.DISJOINT
    return Relation.PART if kin is Kin.PART else Relation.WHOLE


def _totals(p: Population, q: Population) -> Relation:
    """Totals are compared only over the same known window; a total and an event are told apart by grouping."""
    if p.total is None and q.total is None:
        return Relation.EQUAL
    if p.total is None or q.total is None or not _same_window(p.total, q.total):
        return Relation.DISJOINT
    return Relation.EQUAL


def _same_window(a: Window, b: Window) -> bool:
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return False
    return max(abs(a.first - b.first), abs(a.last - b.last)) <= _ENDS_MAY_DIFFER_BY
