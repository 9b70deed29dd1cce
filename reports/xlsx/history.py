"""The rows of what was said over time, of whom, and after whom."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.said import Chain, Move, Step
from reports.view import View
from reports.words import blame, measure, words
from reports.xlsx.cells import AnyCell, day_cell
from reports.xlsx.events import OPEN
from reports.xlsx.places import Places


def timeline_rows(view: View, places: Places) -> Iterator[list[AnyCell]]:
    """A row for each statement of each chain; those without a date come last, without a number."""
    for event in view.result.events:
        for chain in event.chains:
            who: list[AnyCell] = [places.event(event.id), event.label, *_voice(chain)]
            for number, step in enumerate(chain.steps, 1):
                yield [*who, number, *_step(step, places)]
            for claim in chain.undated:
                yield [*who, None, None, places.claim(claim), *[None] * 4, "undated", None]


def _voice(chain: Chain) -> list[AnyCell]:
    return [chain.voice, chain.side, chain.population, measure(chain.measure)]


def _step(step: Step, places: Places) -> list[AnyCell]:
    return [
        day_cell(step.said), places.claim(step.claim), step.wording, step.victims, step.low,
        OPEN if step.high is None else step.high, _move(step.move), "yes" if step.standing else "no",
    ]  # fmt: skip


def _move(move: Move | None) -> str:
    return "" if move is None else str(words()["moves"].get(move.value, move.value))


def responsibility_rows(view: View, places: Places) -> Iterator[list[AnyCell]]:
    """A row for each cell of the matrix of who says what of whom."""
    for event in view.result.events:
        for cell in event.responsibility:
            yield [
                places.event(event.id), event.label, cell.voice, cell.side, cell.accused or words()["nobody"],
                cell.accused_side, cell.stance, cell.act, blame(cell.stance, cell.accused, cell.act),
                "yes" if cell.standing else "no", places.claims(cell.claims),
            ]  # fmt: skip


def origin_rows(view: View, places: Places) -> Iterator[list[AnyCell]]:
    """A row for each step of a claim towards its origin."""
    for event in view.result.events:
        for step in event.origins:
            yield [
                places.event(event.id), places.claim(step.claim), step.origin, places.claim(step.of), step.why,
                step.reason, "; ".join(step.changed),
            ]  # fmt: skip
