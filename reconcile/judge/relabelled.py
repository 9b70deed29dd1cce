"""Where a voice later says otherwise who the same victims were: all of them, or some, in a new split of its total.

US forces at Azizabad, August 2008: 30 militants; then 25 militants and 5 civilians; then 22 militants and 33 civilians.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reconcile.judge.figures import later, moved, population_key, population_of, quantity_of
from reconcile.judge.victims import as_armed, as_civilians, of_all, of_somebody, same_figure
from reconcile.reading import Reading

Test = Callable[[Reading], bool]


@dataclass(frozen=True, slots=True)
class Relabelling:
    """What a voice said before and what it said later, each by status; a split when both kinds are said later."""

    early: tuple[Reading, ...]
    late: tuple[Reading, ...]

    @property
    def split(self) -> bool:
        """Whether the victims were split anew rather than all called otherwise."""
        return len(self.late) > 1


def relabellings(readings: Sequence[Reading]) -> list[Relabelling]:
    """Every change of status that a voice made about victims of one measure, in the order in which it was said."""
    found: dict[frozenset[tuple[str, int]], Relabelling] = {}
    for said in _by_voice(readings):
        for change in (*_splits(said), *_called_otherwise(said)):
            found.setdefault(frozenset(r.key for r in (*change.early, *change.late)), change)
    return list(found.values())


def _by_voice(readings: Sequence[Reading]) -> Iterator[list[Reading]]:
    """The dated statements of each voice that gives both kinds for one measure, in order."""
    groups: dict[Hashable, list[Reading]] = defaultdict(list)
    for reading in readings:
        population = population_of(reading)
        known = as_armed(reading) or as_civilians(reading)
        if reading.said is not None and known and not population.people.materiel:
            groups[reading.voice, population.measure, population.total].append(reading)
    for said in groups.values():
        if any(map(as_armed, said)) and any(map(as_civilians, said)):
            yield sorted(said, key=lambda r: (r.said or (0, 0), r.key))


def _splits(said: Sequence[Reading]) -> Iterator[Relabelling]:
    """Where one kind went down as the other went up, or first appeared."""
    for one, other in ((as_armed, as_civilians), (as_civilians, as_armed)):
        for early, late in _changes([r for r in said if one(r)]):
            for beside in _said_with(late, [r for r in said if other(r)]):
                before = _last_before(beside, said)
                if _same_ground(late, beside) and _moved_across(early, late, before, beside):
                    ordered = sorted((late, beside), key=as_civilians)
                    earlier = sorted((r for r in (early, before) if r is not None), key=as_civilians)
                    yield Relabelling(tuple(earlier), tuple(ordered))


def _changes(said: Sequence[Reading]) -> Iterator[tuple[Reading, Reading]]:
    """Each move between a figure for a population and the next one that differs from it."""
    before: dict[Hashable, Reading] = {}
    for reading in said:
        key = population_key(population_of(reading))
        early = before.setdefault(key, reading)
        if later(early, reading) and moved(quantity_of(early), quantity_of(reading)):
            yield early, reading
            before[key] = reading


def _said_with(late: Reading, others: Sequence[Reading]) -> list[Reading]:
    """The first statement about each population that was made when ``late`` was."""
    found: dict[Hashable, Reading] = {}
    for reading in others:
        if not later(late, reading) and not later(reading, late) and of_somebody(reading):
            found.setdefault(population_key(population_of(reading)), reading)
    return list(found.values())


def _last_before(reading: Reading, said: Sequence[Reading]) -> Reading | None:
    """What the voice last said before about the same population."""
    key = population_key(population_of(reading))
    before = [r for r in said if later(r, reading) and population_key(population_of(r)) == key]
    return before[-1] if before else None


def _moved_across(early: Reading, late: Reading, before: Reading | None, beside: Reading) -> bool:
    fell = quantity_of(late).core.low < quantity_of(early).core.low
    if before is None:
        return fell
    if not moved(quantity_of(before), quantity_of(beside)):
        return False
    rose = quantity_of(beside).core.low > quantity_of(before).core.low
    return fell == rose


def _called_otherwise(said: Sequence[Reading]) -> Iterator[Relabelling]:
    """Where all the victims are first called one kind, and next the other."""
    for early, late in pairwise(said):
        otherwise = later(early, late) and as_armed(early) != as_armed(late) and _same_victims(early, late)
        if otherwise and _only_kind(early, said) and _only_kind(late, said):
            yield Relabelling((early,), (late,))


def _same_victims(early: Reading, late: Reading) -> bool:
    """Whether two statements of one voice, each about one kind, can only be about the same bodies."""
    if not (of_somebody(early) and of_somebody(late) and _same_ground(early, late)):
        return False
    return of_all(early) or of_all(late) or same_figure(early, late)


def _only_kind(reading: Reading, said: Sequence[Reading]) -> bool:
    """Whether the voice spoke of no victims of the other kind at the same time."""
    other: Test = as_civilians if as_armed(reading) else as_armed
    return not _said_with(reading, [r for r in said if r is not reading and other(r)])


def _same_ground(one: Reading, two: Reading) -> bool:
    """Whether the two can be of the same bodies: not one's own people in one and the other side's in the other."""
    return "own-loss" not in (one.relation, two.relation) or one.relation == two.relation
