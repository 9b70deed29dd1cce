"""The rows of the claims, and of the users' own columns."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.result import ReadClaim
from reports.claim_columns import FORMAT, claim_values, own_headings, own_values
from reports.sides import status
from reports.sqlite.source import Row, Source, listed
from reports.words import side, speaker, statement


def claims(source: Source) -> Iterator[Row]:
    """A row for each claim."""
    for claim in source.result.claims:
        said = claim_values(source.result, claim)
        place = source.result.places.get(claim.id)
        yield (
            source.claim(claim.id), f"{speaker(claim)}: {statement(claim)}", source.event(claim.event_id),
            statement(claim), *(said.get(name) for name in FORMAT if name != "id"), *_read(claim),
            claim.origin, claim.origin_why, *(place or (None, None)),
        )  # fmt: skip


def _read(claim: ReadClaim) -> Row:
    count, people = claim.quantity, claim.population
    return (
        claim.voice, claim.camp, side(claim), claim.third_party, claim.relation,
        *((count.low, count.high) if count else (None, None)),
        *((people.measure, people.side, status(people.statuses)) if people else (None,) * 3),
        *(listed(part) if part else None for part in
          ((people.statuses, people.demography, people.traits) if people else (None, None, None))),
    )  # fmt: skip


def claim_columns(source: Source) -> Iterator[Row]:
    """A row for each cell of the users' own columns."""
    headings = own_headings(source.result)
    for claim in source.result.claims:
        for name, value in own_values(claim):
            yield source.claim(claim.id), headings[name], str(value)
