"""Sentences and tables that every form of the report shares, and how much of a large result a report shows."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.result import Link, Range, ReadClaim, Result
from reports.words import (
    bits,
    column,
    counted,
    exact_places,
    measure,
    number,
    side,
    span,
    statement,
    timestamp,
    words,
)  # fmt: skip

MOST_FINDINGS, MOST_EVENTS, MOST_ROWS = 40, 25, 60
LONGEST_TEXT = 600
"""Characters of one text of a claim that a report for reading shows; JSON and CSV show all."""


def method_line(result: Result) -> str:
    """Which tool, version and numeral policy made the report, and what it does not say."""
    run = result.run
    decided = f", {counted(run.decisions, 'decision')} replayed" if run.decisions else ""
    return f"{run.tool} {run.version}, numeral policy “{run.numeral_policy}”{decided}. {words()['stock']}"


def range_line(estimate: Range) -> str:
    """The claimed range for one population, and what its own side concedes."""
    what = measure(estimate.measure)
    people = f"{estimate.population}{',' if ' ' in what else ''} {what}"
    claims = "" if len(estimate.claims) == 1 else f" across {counted(len(estimate.claims), 'claim')}"
    if estimate.conceded_low is None:
        own = "no figure from their own side in these claims"
    else:
        own = f"their own side gives {span(estimate.conceded_low, estimate.conceded_high)}"
    return f"{people}: {span(estimate.low, estimate.high)}{claims}; {own}"


def grouped_line(links: Sequence[Link]) -> str:
    """Why an event's claims were put together, by the weakest of the links that hold it; the clues add up to it."""
    weakest = min(links, key=lambda link: (link.bits, link.claims))
    places = exact_places(weakest)
    clues = ", ".join(f"{clue.detail} {bits(clue.bits, places)}" for clue in weakest.clues)
    which = "the one link" if len(links) == 1 else f"the weakest of {number(len(links))} links"
    return f"Why grouped: {which}, {' and '.join(weakest.claims)}, has {bits(weakest.bits, places)} bits: {clues}"


def claims_table(claims: Sequence[ReadClaim]) -> tuple[list[str], list[list[str]]]:
    """Headers and rows for claims of one event; empty columns, and dates that are all the same, are left out."""
    columns: dict[str, list[str]] = {
        "claim": [c.id for c in claims],
        "claimant": [column(c, "claimant") for c in claims],
        "side": [side(c) for c in claims],
        "said": [statement(c) for c in claims],
        "when": [column(c, "date") for c in claims],
        "source": [column(c, "source") for c in claims],
        "published": [timestamp(c) for c in claims],
    }
    if len(set(columns["when"])) < 2:
        del columns["when"]
    kept = {name: cells for name, cells in columns.items() if any(cells) or name == "claim"}
    return list(kept), [list(row) for row in zip(*kept.values(), strict=True)]
