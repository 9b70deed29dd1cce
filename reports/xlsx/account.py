"""The rows that account for the report: the ledger, the decisions, what could not be read, and how it was made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reconcile.result import Decided, Result
from reports.methodology import method_rows
from reports.view import View
from reports.words import number
from reports.xlsx.cells import LONGEST, AnyCell
from reports.xlsx.places import Places
from reports.xlsx.sheet import MOST_LINKS


def ledger_rows(result: Result) -> Iterator[list[AnyCell]]:
    """A row for each entry of the ledger."""
    for e in result.ledger:
        yield [e.side, e.voice, e.role, e.against, e.factor, e.low, e.high, e.events]


def decision_rows(view: View, places: Places) -> Iterator[list[AnyCell]]:
    """A row for each decision, in the order in which they were made."""
    for d in view.result.run.decided:
        yield [
            d.id, d.decision, places.claims(d.claims), d.by, d.at, d.why, "yes" if d.stands else "no",
            "; ".join(_corrected(d)), d.disposition, places.claim(d.prefer), d.of,
        ]  # fmt: skip


def _corrected(decided: Decided) -> Iterator[str]:
    for name, now in sorted(decided.set.items()):
        yield f"{name}: “{decided.was.get(name, '')}” → “{now}”"


def rejected_rows(result: Result) -> Iterator[list[AnyCell]]:
    """A row for each row that could not be read."""
    for r in result.rejected:
        yield [r.path, r.row, r.column, r.value, r.reason]


def methodology_rows(result: Result, told: dict[str, Any], cuts: int) -> Iterator[list[AnyCell]]:
    """How the report was made; ``told`` is the shipped text about workbooks, ``cuts`` how many texts did not fit."""
    run = result.run
    for heading, text in method_rows(result):
        yield ["method", heading, text, ""]
    for read in run.inputs:
        yield ["file", read.path, f"SHA-256 {read.sha256}", f"{number(read.claims)} claims, {read.rejected} rejected"]
    for name, version in sorted(run.data_versions.items()):
        yield ["data", name, version, ""]
    for warning in run.warnings:
        yield ["warning", "", warning, ""]
    for note in told["notes"]:
        yield ["workbook", "", note.format(links=number(MOST_LINKS)), ""]
    if cuts:
        cells = told["cells"]["one" if cuts == 1 else "more"].format(n=number(cuts))
        were = "was" if cuts == 1 else "were"
        yield ["workbook", "", told["cut"].format(cells=cells, longest=number(LONGEST), were=were), ""]
