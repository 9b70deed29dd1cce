"""What was said about each population of an event: the claimed range and what its own side concedes.

No figure is picked or averaged: the range runs from the least to the most that any standing statement allows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence

from claims.people import civilian
from reconcile.judge.case import Case
from reconcile.judge.figures import population_key, population_of, quantity_of
from reconcile.judge.standing import superseded
from reconcile.reading import Reading
from reconcile.result import Range


def claimed_ranges(case: Case) -> list[Range]:
    """One range per population that at least one standing statement counts."""
    gone = case.once(superseded)
    by_people: dict[Hashable, list[Reading]] = defaultdict(list)
    for reading in case.casualties:
        if reading.key not in gone and quantity_of(reading).form != "uncounted":
            by_people[population_key(population_of(reading))].append(reading)
    return [_range(case, members) for members in by_people.values()]


def _range(case: Case, members: list[Reading]) -> Range:
    population = population_of(members[0])
    conceded = [r for r in members if r.relation == "own-loss" and not civilian(population.people)]
    low, high = _ends(members)
    conceded_low, conceded_high = _ends(conceded) if conceded else (None, None)
    return Range(
        population=named(case, members),
        measure=population.measure.value,
        low=low,
        high=high,
        conceded_low=conceded_low,
        conceded_high=conceded_high,
        claims=[r.id for r in members],
    )


def _ends(members: list[Reading]) -> tuple[int, int | None]:
    outers = [quantity_of(r).outer for r in members]
    highs = [o.high for o in outers]
    return min(o.low for o in outers), None if None in highs else max(h for h in highs if h is not None)


def named(case: Case, members: Sequence[Reading]) -> str:
    """The victims as most claims word them, with the side when the words leave it out."""
    words = [r.claim.victims or "people" for r in members]
    commonest = min(words, key=lambda w: (-words.count(w), len(w), w))
    side = case.camp_name(population_of(members[0]).camp)
    return commonest if not side or side.casefold() in commonest.casefold() else f"{commonest} ({side})"
