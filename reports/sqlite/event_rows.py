"""The rows of the events: why they were grouped, and the ranges of their figures."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.result import Event, Link, Verdict
from reports.sentences import range_line
from reports.sqlite.source import Row, Source, listed


def events(source: Source) -> Iterator[Row]:
    """A row for each event."""
    for e in source.result.events:
        found = source.view.findings_of(e)
        sharp = [f for f in found if f.verdict is Verdict.CONTRADICTION]
        strained = [f for f in found if f.verdict is Verdict.TENSION]
        highest = max((f.severity for f in (*sharp, *strained)), default=None)
        counts = (len(e.claims), len(found), len(sharp), len(strained))
        yield source.event(e.id), e.label, e.date, e.place, *counts, highest


def _links(source: Source) -> Iterator[tuple[int, Event, Link]]:
    pairs = ((e, link) for e in source.result.events for link in e.why_grouped)
    for number, (event, link) in enumerate(pairs, 1):
        yield number, event, link


def links(source: Source) -> Iterator[Row]:
    """A row for each link between two claims of an event."""
    for number, e, link in _links(source):
        one, other = (*link.claims, None, None)[:2]
        name = " – ".join(source.ids.listed(link.claims))
        yield number, name, source.event(e.id), source.claim(one), source.claim(other), link.bits


def clues(source: Source) -> Iterator[Row]:
    """A row for each clue of each link."""
    for number, _, link in _links(source):
        for clue in link.clues:
            yield number, clue.name, clue.detail, clue.bits


def ranges(source: Source) -> Iterator[Row]:
    """A row for each range."""
    for number, e, r in source.ranges():
        own = (r.conceded_low, r.conceded_high, r.allowed_low, r.allowed_high)
        said = (r.population, r.measure, r.low, r.high)
        yield number, range_line(r), source.event(e.id), *said, *own, listed(r.parting)


def range_claims(source: Source) -> Iterator[Row]:
    """A row for each claim of each range."""
    for number, _, r in source.ranges():
        yield from ((number, source.claim(claim)) for claim in r.claims)


def range_concessions(source: Source) -> Iterator[Row]:
    """A row for what each side concedes of each population."""
    for number, _, r in source.ranges():
        yield from ((number, c.side, c.role, c.low, c.high) for c in r.concessions)


def estimates(source: Source) -> Iterator[Row]:
    """A row for the answer of each rule."""
    for number, _, r in source.ranges():
        yield from ((number, a.rule, a.low, a.best, a.high, a.why) for a in r.rules)


def estimate_voices(source: Source) -> Iterator[Row]:
    """A row for each voice in a model's working."""
    for number, _, r in source.ranges():
        for w in (w for answer in r.rules for w in answer.working):
            factors = (w.factor, w.factor_low, w.factor_high, w.events)
            yield number, w.voice, w.side, w.role, w.said, *factors, w.reads_as, w.weight
