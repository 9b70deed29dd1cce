"""Drafts as text for a file: JSON Lines, or a table."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

COLUMNS = (
    "id", "kind", "status", "measure", "quantity", "low", "high", "victims", "victim_side", "scope",
    "stance", "accused", "act", "frame", "claimant", "date", "place", "perpetrator", "event_type", "source",
    "published", "title", "url", "archived_url", "accessed", "relayed_from", "document", "quote", "quote_start",
    "quote_end", "sentence", "reason", "flags", "provenance",
    "victim_status", "claimant_side", "event", "notes", "same_as", "review", "opinion",
)  # fmt: skip


def as_json_lines(rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """One JSON object a line, in ASCII: no character of a text can act on a screen."""
    for row in rows:
        yield json.dumps(row) + "\n"


def as_csv(rows: Iterable[Mapping[str, Any]], guard: Callable[[str], str]) -> Iterator[str]:
    """A header row and one row a draft; `guard` makes a cell safe to open in a spreadsheet."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([guard(cell) for cell in cells_of(row)])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue()


def cells_of(row: Mapping[str, Any]) -> list[str]:
    """A draft as the cells of a table, under ``COLUMNS``."""
    return [_cell(row.get(column, "")) for column in COLUMNS]


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(value)
    return json.dumps(value) if isinstance(value, dict) else str(value)
