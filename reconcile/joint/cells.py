"""The atoms of an event's populations: the coarsest parts that make every population a union of them.

A population is a box, a product of facets: what happened to them, whose they are, who they were, where and in which
event they were counted. For each facet the leaves say which populations a person of that leaf may belong to, as a bit
mask over the populations; the masks of all facets combined, without duplicates, are the cells. A cell that no real
person could be in only makes more possible, so a conflict over the cells is a conflict.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from claims.actors import Actor, Registry
from claims.actors import Relation as Kin
from claims.model import Measure
from claims.people import EVERYONE, Box
from claims.people_boxes import NOT, apart, implies
from claims.people_words import Leaves, lexicon
from reconcile.population import Population, among_the_present

MOST_CELLS = 512
"""Cells beyond which an event's populations overlap too freely to be searched."""

_OUTCOMES = {
    Measure.KILLED: frozenset({"killed"}),
    Measure.INJURED: frozenset({"injured"}),
    Measure.CASUALTIES: frozenset({"killed", "injured"}),
}
_FATES = ("killed", "injured", "other")
_THINGS = frozenset({"thing"})
_PERSONS = frozenset({"person"})
_ELSEWHERE = frozenset({""})
"""The leaf of everybody and everywhere that no group names."""


class TooManyCells(Exception):
    """The populations overlap too freely for their cells to be listed."""


@dataclass(frozen=True, slots=True)
class Group:
    """A population of one event or of several.

    ``places`` and ``events`` are the leaves of where it was counted (None: everywhere, anything); ``marks`` are words
    for the people that are not understood, which may narrow it; ``speaker`` is set where the words for status are one
    side's own.
    """

    population: Population
    places: frozenset[str] | None = None
    events: frozenset[str] | None = None
    marks: frozenset[str] = frozenset()
    speaker: str | None = None
    home: str | None = None
    """The side that governs where it was: foreigners are none of its people."""


def cells_of(groups: Sequence[Group], registry: Registry) -> list[int]:
    """The cells as bit masks over the groups, sorted; raises TooManyCells."""
    # Facets come in one order: whether there are ever too many cells may depend on it.
    cells = {(1 << len(groups)) - 1}
    for facet in _facets(groups, registry):
        cells = {cell & leaf for cell in cells for leaf in facet}
        if len(cells) > MOST_CELLS:
            raise TooManyCells(len(groups))
    return sorted(cells - {0})


def _facets(groups: Sequence[Group], registry: Registry) -> Iterable[set[int]]:
    populations = [g.population for g in groups]
    yield _by_leaf([_OUTCOMES.get(p.measure) for p in populations], _FATES)
    for measure in sorted({p.measure for p in populations} - _OUTCOMES.keys()):
        yield _yes_or_no(populations, measure, registry)
    yield _by_leaf([_THINGS if p.people.materiel else _PERSONS for p in populations], _THINGS | _PERSONS)
    yield _sides(groups, registry)
    yield _by_leaf([g.places for g in groups], _ELSEWHERE)
    yield _by_leaf([g.events for g in groups], _ELSEWHERE)
    for mark in sorted({m for g in groups for m in g.marks}):
        yield {_mask(True for _ in groups), _mask(mark not in g.marks for g in groups)}
    yield _people(groups)


def _mask(belongs: Iterable[bool]) -> int:
    return sum(1 << n for n, inside in enumerate(belongs) if inside)


def _by_leaf(allowed: Sequence[Leaves | None], leaves: Iterable[str]) -> set[int]:
    """A mask per leaf of a facet; a group that leaves the facet open (None) takes every leaf."""
    every = set(leaves).union(*(some for some in allowed if some is not None))
    return {_mask(some is None or leaf in some for some in allowed) for leaf in every}


def _yes_or_no(populations: Sequence[Population], measure: Measure, registry: Registry) -> set[int]:
    """A measure of its own, which may come with any other: a captive can be injured, the neutralised can be dead."""
    yes = _mask(True for _ in populations)
    strengths = [p for p in populations if p.measure is measure is Measure.STRENGTH]
    return {
        yes,
        _mask(
            p.measure is not measure and not any(among_the_present(p, s, registry) for s in strengths)
            for p in populations
        ),
    }


def _sides(groups: Sequence[Group], registry: Registry) -> set[int]:
    """Whose losses: each side named is a leaf, inside every side that contains it; so is anybody else."""
    populations = [g.population for g in groups]
    sides: dict[str, Actor] = {p.side.id: p.side for p in populations if p.side is not None}
    inside: Mapping[str, frozenset[str]] = {
        name: frozenset(
            other for other, actor in sides.items() if registry.relation(actor, side) in (Kin.SAME, Kin.PART)
        )
        | {name}
        for name, side in sides.items()
    }
    fighting = {name for name, side in sides.items() if side.kind == "armed group"} | {g.home for g in groups}
    neutral = _ELSEWHERE | {name for name in sides if name not in fighting}
    abroad = {g.home: _ELSEWHERE | (sides.keys() - {g.home}) for g in groups}

    def of(group: Group) -> Leaves | None:
        side = group.population.side
        own = None if side is None else inside[side.id]
        if _keeps_peace(group.population) and (side is None or side.third_party):
            return neutral if own is None else own | neutral
        return abroad[group.home] if own is None and _foreign(group) else own

    allowed = [of(group) for group in groups]
    return _by_leaf(allowed, _ELSEWHERE)


def _foreign(group: Group) -> bool:
    return group.home is not None and all("foreigner" in box.traits for box in group.population.people.boxes)


def _keeps_peace(population: Population) -> bool:
    """Peacekeepers, who are no belligerent's own forces, whichever country sent them."""
    return all("peacekeeper" in box.traits for box in population.people.boxes)


def _people(groups: Sequence[Group]) -> set[int]:
    """Who they were: masks over all boxes first, then over the groups that have one of the boxes."""
    boxes = [(box, g.speaker) for g in groups for box in g.population.people.unpresumed.boxes]
    masks = {(1 << len(boxes)) - 1}
    for facet in _box_facets(boxes):
        masks = {mask & leaf for mask in masks for leaf in facet}
        if len(masks) > MOST_CELLS:
            raise TooManyCells(len(groups))
    return {_of_groups(groups, mask) for mask in masks}


def _of_groups(groups: Sequence[Group], mask: int) -> int:
    found = at = 0
    for n, group in enumerate(groups):
        size = len(group.population.people.unpresumed.boxes)
        if mask >> at & ((1 << size) - 1):
            found |= 1 << n
        at += size
    return found


def _box_facets(boxes: Sequence[tuple[Box, str | None]]) -> Iterable[set[int]]:
    for speaker in dict.fromkeys(who for _, who in boxes):
        words = [box.statuses or None if who == speaker else None for box, who in boxes]
        yield _by_leaf(words, lexicon().leaves["people"])
    yield _by_leaf([box.demography or None for box, _ in boxes], EVERYONE)
    traits = {t for box, _ in boxes for t in box.traits}
    for kind in ("name:", "thing:"):
        yield _one_of(kind, [box.traits for box, _ in boxes])
    for trait in sorted({t.removeprefix(NOT) for t in traits if not t.startswith(("name:", "thing:"))}):
        yield {_mask(has not in box.traits for box, _ in boxes) for has in (trait, NOT + trait)}
    for pair in lexicon().either_or:
        if pair <= traits:
            yield {_mask(other not in box.traits for box, _ in boxes) for other in pair}


def _one_of(kind: str, traits: Sequence[frozenset[str]]) -> set[int]:
    """Names and kinds of thing: a person or thing has one, which may be a longer form of another."""
    named = sorted({t for some in traits for t in some if t.startswith(kind)})
    alike = [(s, t) for s, t in combinations(named, 2) if not apart((s,), (t,))]
    leaves = [set(), *({t} for t in named), *_cliques(alike)]
    return {
        _mask(all(any(implies(has, t) for has in leaf) for t in some if t.startswith(kind)) for some in traits)
        for leaf in leaves
    }


def _cliques(alike: Sequence[tuple[str, str]]) -> list[set[str]]:
    """The largest sets of names of which every two may be one person's."""
    if len(alike) < 3:
        return [set(pair) for pair in alike]
    from networkx import Graph, find_cliques

    return [set(clique) for clique in find_cliques(Graph(list(alike)))]
