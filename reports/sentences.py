"""Sentences and tables that every form of the report shares, and how much of a large result a report shows."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.result import Finding, Link, Range, ReadClaim, Result, Retold
from reports.estimates import has_estimates
from reports.words import (
    bits,
    column,
    counted,
    day,
    exact_places,
    joined,
    moment,
    number,
    people_and_measure,
    reach,
    side,
    speaker,
    statement,
    timestamp,
    words,
)

MOST_FINDINGS, MOST_EVENTS, MOST_ROWS, MOST_STEPS = 40, 25, 60, 12
LONGEST_TEXT = 600
"""Characters of one text of a claim that a report for reading shows; JSON and CSV show all."""


def method_line(result: Result) -> str:
    """Which tool, version and numeral policy made the report, and what it does not say."""
    run = result.run
    decided = f", {counted(run.decisions, 'decision')} replayed" if run.decisions else ""
    then = f", as of {moment(run.as_of)}" if run.as_of else ""
    made = f"{run.tool} {run.version}, numeral policy “{run.numeral_policy}”{then}{decided}."
    estimated = f" {words()['estimated']}" if has_estimates(result) else ""
    return f"{made} {words()['stock']}{estimated}"


def range_line(estimate: Range) -> str:
    """The claimed range for one population, what sides concede, and what every independent origin allows."""
    people = people_and_measure(estimate.population, estimate.measure)
    claims = "" if len(estimate.claims) == 1 else f" across {counted(len(estimate.claims), 'claim')}"
    own = ""
    if estimate.conceded_low is not None:
        own = f"; their own side gives {reach(estimate.conceded_low, estimate.conceded_high)}"
    return f"{people}: {reach(estimate.low, estimate.high)}{claims}{own}{_conceded(estimate)}{_allowed(estimate)}"


def _conceded(estimate: Range) -> str:
    """What sides say of people killed by their own side; own losses are said before."""
    acts = (c for c in estimate.concessions if c.role == "perpetrator" and c.high != 0)
    return "".join(f"; {c.side} gives {reach(c.low, c.high)}, killed by its own side" for c in acts)


def _allowed(estimate: Range) -> str:
    """What every independent origin allows, where that is less than everything that was said."""
    if estimate.parting:
        return f"; no number suits every independent origin: {joined(estimate.parting)} part"
    if estimate.allowed_low is None or (estimate.allowed_low, estimate.allowed_high) == (estimate.low, estimate.high):
        return ""
    return f"; every independent origin allows {reach(estimate.allowed_low, estimate.allowed_high)}"


def disposition_line(finding: Finding) -> str:
    """What a desk decided to do about a finding, by whom, when and why; empty where nothing was decided."""
    made = finding.disposition
    if made is None:
        return ""
    follows = f" (follows {made.prefer})" if made.prefer else ""
    who = ", ".join(filter(None, (made.by, moment(made.at))))
    return f"Desk: {made.disposition}{follows}{f', {who}' if who else ''}{f': {made.why}' if made.why else ''}"


def grouped_line(links: Sequence[Link]) -> str:
    """Why an event's claims were put together, by the weakest of the links that hold it; the clues add up to it."""
    weakest = min(links, key=lambda link: (link.bits, link.claims))
    places = exact_places(weakest)
    clues = ", ".join(f"{clue.detail} {bits(clue.bits, places)}" for clue in weakest.clues)
    which = "the one link" if len(links) == 1 else f"the weakest of {number(len(links))} links"
    return f"Why grouped: {which}, {' and '.join(weakest.claims)}, has {bits(weakest.bits, places)} bits: {clues}"


def origins_line(steps: Sequence[Retold]) -> str:
    """Which claims of an event repeat others, by whose words they are in the end."""
    by_origin: dict[str, list[str]] = {}
    for step in steps[:MOST_STEPS]:
        changed = f", with {joined(step.changed)} changed" if step.changed else ""
        by_origin.setdefault(step.origin, []).append(f"{step.claim} ({step.reason}{changed})")
    told = "; ".join(
        f"{joined(claims)} {'goes' if len(claims) == 1 else 'go'} back to {origin}"
        for origin, claims in by_origin.items()
    )
    more = f"; and {number(len(steps) - MOST_STEPS)} more" if len(steps) > MOST_STEPS else ""
    return f"Origins: {told}{more}"


def claims_table(
    claims: Sequence[ReadClaim], date: str = "", *, narrow: bool = False
) -> tuple[list[str], list[list[str]]]:
    """Headers and rows for claims of one event; a column with nothing in it is left out.

    ``date`` is the event's own, which is not said again in each row. ``narrow`` puts the side with the claimant and the
    date of publication with the source.
    """
    columns = {"claim": [c.id for c in claims]}
    if narrow:
        columns["claimant (side)"] = [speaker(c) for c in claims]
    else:
        columns["claimant"] = [column(c, "claimant") for c in claims]
        columns["side"] = [side(c) for c in claims]
    columns["said"] = [statement(c) for c in claims]
    columns["when"] = [_when(column(c, "date"), date) for c in claims]
    columns["source"] = [column(c, "source") for c in claims]
    columns["published"] = [timestamp(c) for c in claims]
    if narrow:
        dated = zip(columns["source"], columns.pop("published"), strict=True)
        columns["source"] = [", ".join(filter(None, pair)) for pair in dated]
    kept = {name: cells for name, cells in columns.items() if any(cells) or name == "claim"}
    return list(kept), [list(row) for row in zip(*kept.values(), strict=True)]


def _when(said: str, usual: str) -> str:
    return "" if said == usual else day(said) or "not said"


def shared_cells(headers: list[str], rows: list[list[str]]) -> str:
    """Take out the columns of source and date that are the same in all of several rows; returns them as a sentence."""
    found = []
    for name in ("source", "published"):
        n = headers.index(name) if name in headers else -1
        if n >= 0 and len(rows) > 1 and len({row[n] for row in rows}) == 1:
            found.append(f"{name} {rows[0][n]}")
            del headers[n]
            for row in rows:
                del row[n]
    return f"All claims: {', '.join(found)}." if found else ""
