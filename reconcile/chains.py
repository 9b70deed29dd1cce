"""What each voice said about one population over time, as data: the revision chains of an event."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.judge.case import Case
from reconcile.judge.figures import population_of, quantity_of
from reconcile.judge.standing import by_voice_and_people, changes_of_status, superseded
from reconcile.judge.steps import Step as Stepped
from reconcile.judge.steps import steps
from reconcile.ranges import named
from reconcile.reading import Reading, called
from reconcile.said import Chain, Move, Step


def revision_chains(case: Case) -> list[Chain]:
    """A chain for each voice and population of which it spoke more than once, dated, or withdrew a figure.

    Sorted by voice, measure, population and first claim.
    """
    changes = case.once(changes_of_status)
    gone = case.once(superseded)
    found = [
        _chain(case, said, taken, gone)
        for said in by_voice_and_people(case.figures)
        if _tells(taken := steps(said, changes))
    ]
    return sorted(found, key=lambda c: (c.voice.casefold(), c.measure, c.population.casefold(), c.steps[0].claim))


def _tells(taken: Sequence[Stepped]) -> bool:
    return len(taken) > 1 or any(step.move in (Move.RETRACTED, Move.RECATEGORISED) for step in taken)


def _chain(case: Case, said: Sequence[Reading], taken: Sequence[Stepped], gone: set[tuple[str, int]]) -> Chain:
    first = said[0]
    return Chain(
        voice=called(said),
        side=case.reader.side_name(first.camp),
        population=named(case, said),
        measure=population_of(first).measure.value,
        steps=[_step(step, gone) for step in taken],
        undated=[r.id for r in said if r.said is None],
    )


def _step(step: Stepped, gone: set[tuple[str, int]]) -> Step:
    reading = step.reading
    quantity = quantity_of(reading)
    return Step(
        claim=reading.id,
        said=reading.claim.published,
        wording=quantity.wording,
        victims=reading.claim.victims,
        low=quantity.outer.low,
        high=quantity.outer.high,
        move=step.move,
        standing=reading.key not in gone,
    )
