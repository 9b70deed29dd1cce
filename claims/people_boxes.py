"""Sets of people as boxes (some statuses, some ages and sexes, some traits), and how two boxes stand to each other."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from enum import StrEnum
from typing import NamedTuple

from claims.people_words import EVERYONE, Leaves, Sense, kept, lexicon

NOT = "not:"
"""Before a trait: people who surely lack it."""

_LIKE_NAMES = 85
"""How alike (0 to 100, in any order of words) two names in one script are when they may be one person's."""


class Relation(StrEnum):
    """How one set of people stands to another; PART reads "the first is a part of the second"."""

    EQUAL = "equal"
    PART = "part"
    WHOLE = "whole"
    OVERLAP = "overlap"
    DISJOINT = "disjoint"


class Box(NamedTuple):
    """People who have one of the statuses, one of the ages and sexes, and every trait; things have traits only."""

    statuses: Leaves
    demography: Leaves
    traits: Leaves


@kept(1 << 16)
def compare_boxes(a: Box, b: Box) -> Relation:
    """How the people of one box stand to those of another, facet by facet."""
    facets = {
        _compare_sets(a.statuses, b.statuses),
        _compare_sets(a.demography, b.demography),
        _compare_traits(a.traits, b.traits),
    }
    if Relation.DISJOINT in facets:
        return Relation.DISJOINT
    facets.discard(Relation.EQUAL)
    if not facets:
        return Relation.EQUAL
    return facets.pop() if len(facets) == 1 else Relation.OVERLAP


def _compare_sets(a: Leaves, b: Leaves) -> Relation:
    if a == b:
        return Relation.EQUAL
    if not a & b:
        return Relation.DISJOINT
    return Relation.PART if a < b else Relation.WHOLE if a > b else Relation.OVERLAP


def _compare_traits(a: Leaves, b: Leaves) -> Relation:
    if a == b:
        return Relation.EQUAL
    if apart(a, b):
        return Relation.DISJOINT
    inside = all(any(implies(t, u) for t in a) for u in b)
    around = all(any(implies(u, t) for u in b) for t in a)
    if inside and around:
        return Relation.EQUAL
    return Relation.PART if inside else Relation.WHOLE if around else Relation.OVERLAP


def implies(trait: str, other: str) -> bool:
    """Has everyone with one trait the other? A longer name holds a shorter one, a path its beginning."""
    kind, _, value = other.partition(":")
    if trait == other or not trait.startswith(f"{kind}:"):
        return trait == other
    if kind == "name":
        particles = lexicon().particles
        return set(value.split()) - particles <= set(trait.partition(":")[2].split()) - particles
    return kind == "thing" and trait.startswith(other + "/")


def apart(a: Collection[str], b: Collection[str]) -> bool:
    """A trait and its lack, two that nobody has both of, two names, or kinds of thing of which none holds the other."""
    if any(NOT + t in b for t in a) or any(NOT + u in a for u in b):
        return True
    if any(frozenset((t, u)) in lexicon().either_or for t in a for u in b):
        return True
    kinds = ("name:", "thing:")
    pairs = ((t, u) for t in a for u in b for kind in kinds if t.startswith(kind) and u.startswith(kind))
    return any(not (implies(t, u) or implies(u, t) or _alike(t, u)) for t, u in pairs)


def _alike(a: str, b: str) -> bool:
    """May two names be spellings of one? Names in different scripts may always be."""
    from rapidfuzz.fuzz import token_sort_ratio

    if not a.startswith("name:"):
        return False
    if a.isascii() != b.isascii():
        return True
    return token_sort_ratio(a.removeprefix("name:"), b.removeprefix("name:")) >= _LIKE_NAMES


def boxes_of(senses: Iterable[Sense]) -> tuple[Box, ...]:
    """The senses as boxes, joined wherever two boxes together are a box again."""
    boxes = [_box(sense) for sense in senses]
    at = 0
    while at < len(boxes):
        box, others = boxes[at], boxes[:at] + boxes[at + 1 :]
        unions = ((n, union) for n, other in enumerate(others) if (union := _union(box, other)))
        if found := next(unions, None):
            n, union = found
            boxes, at = [*others[:n], *others[n + 1 :], union], 0
        else:
            at += 1
    return tuple(sorted(set(boxes), key=lambda box: [sorted(facet) for facet in box]))


def _box(sense: Sense) -> Box:
    """A sense with what it leaves open filled in: anybody, of any age and sex."""
    statuses = lexicon().leaves["people"] if sense.statuses is None else sense.statuses
    return Box(statuses, EVERYONE if sense.demography is None else sense.demography, sense.traits)


def _union(a: Box, b: Box) -> Box | None:
    """The box of the people of both, when that is a box: one holds the other, or they differ in one facet."""
    relation = compare_boxes(a, b)
    if relation is Relation.WHOLE:
        return a
    if relation in (Relation.EQUAL, Relation.PART):
        return b
    if a.traits != b.traits or not (a.statuses and b.statuses):
        return None
    if a.statuses == b.statuses or a.demography == b.demography:
        return Box(a.statuses | b.statuses, a.demography | b.demography, a.traits)
    return None
