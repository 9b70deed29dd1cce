"""The rows of the claims: once in the claim format, to be read again, and once as they were read."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.result import ReadClaim, Result
from reports.claim_columns import DAYS, FORMAT, Value, claim_values, own_headings, own_values
from reports.sides import status
from reports.view import View
from reports.words import column, measure, side, statement, words
from reports.xlsx.cells import AnyCell, Cell, day_cell, number_cell, web_cell
from reports.xlsx.places import Places

_LINKS = frozenset({"url", "archived_url"})


def claim_columns(result: Result) -> list[str]:
    """The headings: the columns of the claim format, then the users' own."""
    return [*FORMAT, *own_headings(result).values()]


def claim_rows(view: View, places: Places) -> Iterator[list[AnyCell]]:
    """A row for each claim; empty cells are what it does not say."""
    own = list(own_headings(view.result))
    for claim in view.result.claims:
        said = claim_values(view.result, claim) | {"id": places.ids.claim(claim.id)}
        theirs = dict(own_values(claim))
        yield [*(_cell(name, said.get(name)) for name in FORMAT), *(theirs.get(name) for name in own)]


def _cell(name: str, value: Value) -> AnyCell:
    if not isinstance(value, str):
        return value
    if name in DAYS:
        return day_cell(value)
    if name in _LINKS:
        return web_cell(value)
    return number_cell(value) if name == "quantity" else value


def reading_rows(view: View, places: Places) -> Iterator[list[AnyCell]]:
    """A row for each claim as it was read."""
    for claim in view.result.claims:
        event = view.event.get(claim.event_id)
        yield [
            places.claim(claim.id), places.event(claim.event_id), event.label if event else "", statement(claim),
            column(claim, "claimant"), side(claim), "yes" if claim.third_party else "no",
            words()["relations"].get(claim.relation, ""), *_counted(claim), claim.origin, claim.origin_why,
            day_cell(column(claim, "published")), column(claim, "source"), web_cell(column(claim, "url")),
            web_cell(column(claim, "archived_url")), *_where(view, claim),
        ]  # fmt: skip


def _counted(claim: ReadClaim) -> list[AnyCell]:
    """Least, most, what happened, whose losses, combatants or civilians, and what narrows them further."""
    if claim.quantity is None or claim.population is None:
        return [None] * 6
    people = claim.population
    most = Cell("open") if claim.quantity.high is None else claim.quantity.high
    who = [status(people.statuses), "; ".join(people.traits)]
    return [claim.quantity.low, most, measure(people.measure), people.side, *who]


def _where(view: View, claim: ReadClaim) -> list[AnyCell]:
    place = view.result.places.get(claim.id)
    return [place.path, place.row] if place else [None, None]
