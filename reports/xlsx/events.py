"""The rows of the events: what they are, the ranges of their figures, single numbers, and what sides concede."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.result import Range, Verdict
from reports.sentences import grouped_line, range_line
from reports.view import CONTESTED, View
from reports.words import joined, measure, side, span, words
from reports.xlsx.cells import AnyCell, day_cell
from reports.xlsx.findings import severity_cells
from reports.xlsx.places import Places

OPEN = "open"


def event_rows(view: View, places: Places) -> Iterator[list[AnyCell]]:
    """A row for each event, those of a single claim too."""
    for event in view.result.events:
        found = view.findings_of(event)
        disputes = [f for f in found if f.verdict in CONTESTED]
        gravest = max(disputes, key=lambda f: f.severity, default=None)
        yield [
            places.event(event.id), event.label, day_cell(event.date), event.place, len(event.claims),
            "; ".join(sorted({side(c) for c in view.claims_of(event)})),
            sum(f.verdict is Verdict.CONTRADICTION for f in disputes),
            sum(f.verdict is Verdict.TENSION for f in disputes),
            *(severity_cells(gravest.severity) if gravest else [None] * 3),
            places.finding(gravest.id if gravest else None), places.claims(event.claims),
            grouped_line(event.why_grouped) if event.why_grouped else "",
        ]  # fmt: skip


def range_rows(view: View, places: Places) -> Iterator[list[AnyCell]]:
    """A row for each population of each event."""
    for event in view.result.events:
        for said in event.estimates:
            yield [
                places.event(event.id), event.label, said.population, measure(said.measure), said.low, _top(said.high),
                *_pair(said.conceded_low, said.conceded_high), *_allowed(said), joined(said.parting),
                "; ".join(f"{c.side} ({words()['roles'][c.role]}): {span(c.low, c.high)}" for c in said.concessions),
                places.claims(said.claims), range_line(said),
            ]  # fmt: skip


def _top(high: int | None) -> AnyCell:
    return OPEN if high is None else high


def _pair(low: int | None, high: int | None) -> list[AnyCell]:
    return [None, None] if low is None else [low, _top(high)]


def _allowed(said: Range) -> list[AnyCell]:
    return _pair(said.allowed_low, said.allowed_high)


def estimate_rows(view: View, places: Places) -> Iterator[list[AnyCell]]:
    """A row for the answer of each rule, and under the model's one for each voice."""
    for event in view.result.events:
        for said in event.estimates:
            people: list[AnyCell] = [places.event(event.id), said.population, measure(said.measure)]
            for answer in said.rules:
                rule = words()["rules"][answer.rule]
                low, best, high = answer.low, answer.best, answer.high
                yield [*people, rule, None, None, None, low, best, high, None, None, answer.why]
                for part in answer.working:
                    who: list[AnyCell] = [rule, part.voice, part.side, part.said]
                    how: list[AnyCell] = [None, part.reads_as, None, part.factor, part.weight]
                    yield [*people, *who, *how, words()["roles"][part.role]]


def concession_rows(view: View, places: Places) -> Iterator[list[AnyCell]]:
    """A row for everything that a side says against its own interest, own losses apart."""
    for event in view.result.events:
        for told in event.concessions:
            yield [
                places.event(event.id), event.label, told.side, words()["concessions"][told.about], told.what,
                places.claims(told.claims), places.claims(told.agrees_with),
            ]  # fmt: skip
