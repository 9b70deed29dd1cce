"""The contested figures as the four columns that chart tools paste: ``source,best,min,max``.

Datawrapper's and Flourish's range and interval charts take a label, a value and two bounds. One row is what one
claimant said of one population: ``min`` and ``max`` are what the words allow, an open end is an empty cell, and
``best`` is the one number that the words hold, if they hold one. The rows of a population stand together, lowest
first; where a file holds several populations each label says which, unless ``populations`` gives that a column.

A population is contested where a contradiction or a tension over figures names one of its claims; ``everything`` adds
the others. Cells are inert in a spreadsheet as in ``csv_form``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reconcile.result import ReadClaim, Result
from reports.csv_text import csv_text
from reports.escape import inert_cell
from reports.feeds import disputed_figures
from reports.view import View, place_and_day
from reports.words import column, people_and_measure, speaker, timestamp

HEADERS = ("source", "best", "min", "max")
WITH_POPULATION = ("population", *HEADERS)


class Block(NamedTuple):
    """One population of an event, and what was said of it."""

    people: str
    event: str
    claims: list[ReadClaim]


def chunks(
    result: Result, *, everything: bool = False, excel: bool = False, populations: bool = False
) -> Iterator[str]:
    """The CSV text, population by population; ``excel`` adds the byte order mark that Excel needs for UTF-8."""
    found = blocks(View(result), everything=everything)
    yield csv_text([WITH_POPULATION if populations else HEADERS], excel=excel, first=True)
    named = _names(found)
    for block, name in zip(found, named, strict=True):
        rows = [_row(name, label, numbers, populations, len(found) == 1) for label, *numbers in _rows(block)]
        yield csv_text(([inert_cell(cell) for cell in row] for row in rows), excel=excel)


def _names(found: Sequence[Block]) -> list[str]:
    """What tells the populations of a file apart: their people, and their event where there are several events."""
    several = len({block.event for block in found}) > 1
    return [f"{block.people}, {block.event}" if several else block.people for block in found]


def _row(name: str, label: str, numbers: list[str], apart: bool, alone: bool) -> list[str]:
    if apart:
        return [name, label, *numbers]
    return [label if alone else f"{label}: {name}", *numbers]


def blocks(view: View, *, everything: bool = False) -> list[Block]:
    """The populations of a file, in the order of the events and of their ranges."""
    contested = disputed_figures(view)
    return [
        Block(
            people_and_measure(each.population, each.measure),
            place_and_day(event),
            view.known(each.claims),
        )
        for event in view.result.events
        for each in event.estimates
        if everything or not contested.isdisjoint(each.claims)
    ]


def _rows(block: Block) -> list[list[str]]:
    """Label and numbers of each claim, lowest first; one claimant's same figure from two sources is one row."""
    ranked = sorted(block.claims, key=_rank)
    plain = {(speaker(c), *_numbers(c)): c for c in reversed(ranked)}
    often = Counter(label for label, *_ in plain)
    return [
        [label if often[label] == 1 else f"{label}, {_where(claim)}", *numbers]
        for (label, *numbers), claim in reversed(plain.items())
    ]


def _rank(claim: ReadClaim) -> tuple[int, bool, int, str]:
    quantity = claim.quantity
    if quantity is None:
        return 0, True, 0, claim.id
    return quantity.low, quantity.high is None, quantity.high or 0, claim.id


def _numbers(claim: ReadClaim) -> tuple[str, str, str]:
    """Best, least and most; the best is what the claim gave as such, or the only number that its words allow."""
    quantity = claim.quantity
    if quantity is None:
        return "", "", ""
    exact = str(quantity.low) if quantity.low == quantity.high else ""
    return column(claim, "best") or exact, str(quantity.low), "" if quantity.high is None else str(quantity.high)


def _where(claim: ReadClaim) -> str:
    return ", ".join(filter(None, (column(claim, "source"), timestamp(claim))))
