"""The rows that account for the report: the ledger, the decisions, what could not be read, and how it was made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reconcile.result import Decided, Result, Run
from reports.sentences import method_line
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
    yield ["method", "", method_line(result), ""]
    yield ["tool", run.tool, run.version, f"schema version {result.schema_version}"]
    yield ["numeral policy", run.numeral_policy, "", ""]
    yield from _dated(run)
    yield ["decisions", "replayed", run.decisions, ""]
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


def _dated(run: Run) -> Iterator[list[AnyCell]]:
    if run.as_of is not None:
        yield ["as of", "", run.as_of, ""]
    if run.left_out is not None:
        left = run.left_out
        yield ["left out", "claims published later", left.later, ""]
        yield ["left out", "claims without a date of publication", left.undated, ""]
        yield ["left out", "decisions made later", left.decisions, ""]
