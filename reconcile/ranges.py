"""What was said about each population of an event: the claimed range, what each side concedes, what all allow.

No figure is picked or averaged: the range runs from the least to the most that any standing statement allows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claims.people import civilian
from reconcile.counted import CountedReadings
from reconcile.estimate.bounds import AGAINST_INTEREST, allowed, conceded
from reconcile.estimated import Conceded
from reconcile.judge.case import Case
from reconcile.judge.figures import population_of, quantity_of
from reconcile.reading import Reading, called
from reconcile.result import Range, SaidFigure


def claimed_ranges(case: Case, people: Iterable[CountedReadings]) -> list[Range]:
    """One range per population that at least one standing statement counts."""
    return [_range(case, each) for each in people]


def _range(case: Case, people: CountedReadings) -> Range:
    members = people.readings
    population = population_of(members[0])
    conceding = [r for r in members if r.relation == "own-loss" and not civilian(population.people)]
    low, high = _ends(members)
    conceded_low, conceded_high = _ends(conceding) if conceding else (None, None)
    by_all = allowed(people.counted.statements)
    return Range(
        population=named(case, members),
        measure=population.measure.value,
        low=low,
        high=high,
        conceded_low=conceded_low,
        conceded_high=conceded_high,
        claims=[r.id for r in members],
        allowed_low=by_all.low,
        allowed_high=by_all.high,
        parting=[_claimant(members, voice) for voice in by_all.parting],
        concessions=_concessions(case, people),
        figures=[_figure(r) for r in members],
    )


def _figure(reading: Reading) -> SaidFigure:
    quantity = quantity_of(reading)
    number = quantity.number if quantity.counted else None
    return SaidFigure(claim=reading.id, low=quantity.outer.low, high=quantity.outer.high, number=number)


def _concessions(case: Case, people: CountedReadings) -> list[Conceded]:
    """What each side concedes, by its name."""
    found = [
        Conceded(side=case.camp_name(camp), role=role.value, low=low, high=high)
        for role in AGAINST_INTEREST
        for camp, (low, high) in conceded(s for s in people.counted.statements if s.role is role).items()
    ]
    return sorted(found, key=lambda c: (c.side.casefold(), c.role))


def _claimant(members: Sequence[Reading], voice: str) -> str:
    return called([r for r in members if r.voice == voice])


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
