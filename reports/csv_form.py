"""The findings as CSV, one row each, safe to open in a spreadsheet.

A cell that a spreadsheet would run as a formula (it begins with ``= + - @``, a tab or a line break) gets a leading
apostrophe. Line breaks inside cells become spaces. ``excel`` adds the byte order mark that Excel needs for UTF-8.
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.result import Finding, ReadClaim, Result
from reconcile.severity import band
from reports.csv_text import csv_text
from reports.escape import inert_cell
from reports.view import View
from reports.words import column, side, statement

_OF_CLAIM = ("claim", "claimant", "side", "said", "wording", "source", "published", "url")
HEADERS = (
    "id", "severity", "band", "verdict", "about", "rule", "event", "event_label", "date", "place",
    *(f"{name}_a" for name in _OF_CLAIM), *(f"{name}_b" for name in _OF_CLAIM),
    "more_claims", "echoes", "gap", "policies", "explanation", "notes",
)  # fmt: skip
_ROWS_PER_CHUNK = 500


def chunks(result: Result, *, excel: bool = False) -> Iterator[str]:
    """The CSV text, piece by piece; a header row, then the findings in the order of the report."""
    view = View(result)
    yield csv_text([HEADERS], excel=excel, first=True)
    for start in range(0, len(view.findings), _ROWS_PER_CHUNK):
        some = view.findings[start : start + _ROWS_PER_CHUNK]
        yield csv_text(([inert_cell(cell) for cell in row(view, f)] for f in some), excel=excel)


def row(view: View, finding: Finding) -> list[str]:
    """A finding's cells, in the order of ``HEADERS``, not yet made safe."""
    event = view.event.get(finding.event)
    first, second = ([*finding.claims, "", ""])[:2]
    return [
        finding.id, str(finding.severity), band(finding.severity), finding.verdict.value, finding.about.value,
        finding.rule, finding.event, event.label if event else "", event.date if event else "",
        event.place if event else "", *_claim(view.claim.get(first)), *_claim(view.claim.get(second)),
        "; ".join(finding.claims[2:]), "; ".join(view.echoes(finding)),
        "" if finding.gap is None else str(finding.gap), "; ".join(finding.policies), finding.explanation,
        " ".join(finding.notes),
    ]  # fmt: skip


def _claim(claim: ReadClaim | None) -> list[str]:
    if claim is None:
        return [""] * len(_OF_CLAIM)
    said = claim.quantity.wording if claim.quantity else column(claim, "act") or column(claim, "frame")
    return [
        claim.id, column(claim, "claimant"), side(claim), statement(claim), said, column(claim, "source"),
        column(claim, "published"), column(claim, "url"),
    ]  # fmt: skip
