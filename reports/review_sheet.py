"""Drafts as a workbook to decide in: one row each, a list of statuses to choose from, what else is needed hidden."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from claims.review.sheet import AS_WRITTEN, COLUMNS, DRAFTS, STATUSES, WRITTEN_COLUMNS, sheet_cells
from reports.escape import visible_lines
from reports.review_book import book
from reports.xlsx.cells import AnyCell, cut


def drafts_sheet(rows: Sequence[Mapping[str, Any]]) -> Iterator[bytes]:
    """The bytes of the workbook. Raises OSError where it cannot be built."""
    cells = [sheet_cells(row) for row in rows]
    shown: list[list[AnyCell]] = [[one.get(column) for column in COLUMNS] for one in cells]
    kept: list[list[AnyCell]] = [
        [one["id"], column, cut(visible_lines(text))] for one in cells for column, text in one.items()
    ]
    sheets = {DRAFTS: (COLUMNS, shown), AS_WRITTEN: (WRITTEN_COLUMNS, kept)}
    return book(sheets, title="counterclaim drafts", choices={"status": STATUSES}, hidden=(AS_WRITTEN,))
