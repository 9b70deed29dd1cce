"""The rows of what was said over time, of whom, against whose interest, and after whom."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.said import Position
from reports.history import chain_line, concession_line
from reports.sqlite.source import Row, Source, listed
from reports.words import words


def chains(source: Source) -> Iterator[Row]:
    """A row for each chain."""
    for number, e, c in source.chains():
        yield number, chain_line(c), source.event(e.id), c.voice, c.side, c.population, c.measure


def steps(source: Source) -> Iterator[Row]:
    """A row for each statement of each chain, those without a date last."""
    for number, _, c in source.chains():
        for position, s in enumerate(c.steps, 1):
            said = (s.said, s.wording, s.victims, s.low, s.high)
            yield number, position, source.claim(s.claim), *said, s.move.value if s.move else None, s.standing
        yield from ((number, None, source.claim(claim), *(None,) * 7) for claim in c.undated)


def positions(source: Source) -> Iterator[Row]:
    """A row for each cell of the responsibility matrices."""
    for number, e, p in source.positions():
        parties = (p.voice, p.side, p.accused, p.accused_side)
        yield number, _told(p), source.event(e.id), *parties, p.stance, p.act, p.standing


def _told(position: Position) -> str:
    told = words()["positions"].get(position.stance, position.stance)
    return f"{position.accused or words()['nobody']}: {told} {position.voice}"


def position_claims(source: Source) -> Iterator[Row]:
    """A row for each claim of each position."""
    for number, _, p in source.positions():
        yield from ((number, source.claim(claim)) for claim in p.claims)


def concessions(source: Source) -> Iterator[Row]:
    """A row for each concession."""
    for number, e, c in source.concessions():
        yield number, concession_line(c), source.event(e.id), c.side, c.about, c.what


def concession_claims(source: Source) -> Iterator[Row]:
    """A row for each claim of each concession, and for each of others that says the same."""
    for number, _, c in source.concessions():
        yield from ((number, source.claim(claim), 0) for claim in c.claims)
        yield from ((number, source.claim(claim), 1) for claim in c.agrees_with)


def origins(source: Source) -> Iterator[Row]:
    """A row for each step of a claim towards its origin."""
    for e in source.result.events:
        for s in e.origins:
            claims = (source.claim(s.claim), source.claim(s.of))
            yield source.event(e.id), *claims, s.origin, s.why, s.reason, listed(s.changed)
