"""The top of a spreadsheet whose headers are not known: its header row and some rows below."""

from __future__ import annotations

import csv
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice

from claims.read.encoding import scan
from claims.read.files import Source, format_of
from claims.read.result import UnreadableFile
from claims.read.table import LOOK, OpenQuote, Record, records
from claims.read.workbook import sheets

_SAMPLE = 200
_DELIMITERS = ",;\t|"


@dataclass(frozen=True, slots=True)
class Top:
    """The cells of the header row, and those of up to 200 rows below it."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def values(self, place: int) -> list[str]:
        """What the sampled rows say in one column."""
        return [cells[place].strip() for cells in self.rows if place < len(cells) and cells[place].strip()]


def top_of(path: str, encoding: str | None = None) -> Top:
    """The top of a CSV file or of a workbook's first filled sheet.

    Raises UnreadableFile for what is no table of at least two columns and one row.
    """
    source = Source(path)
    rows = _of_workbook(source) if format_of(source) == "workbook" else _of_text(source, encoding)
    for n, (_, cells) in enumerate(rows):
        if sum(bool(cell.strip()) for cell in cells) > 1 and n + 1 < len(rows):
            below = tuple(tuple(row) for _, row in rows[n + 1 :])
            return Top(tuple(cell.strip() for cell in cells), below)
    raise UnreadableFile(path, "it is no table with a header and rows below it; give a CSV, XLSX or ODS file")


def _of_workbook(source: Source) -> list[Record]:
    return next((rows[:_SAMPLE] for _, rows in sheets(source.read(), source.path) if rows), [])


def _of_text(source: Source, encoding: str | None) -> list[Record]:
    with source.open() as stream:
        _, text = scan(stream, source.path, encoding)
    content = source.read().decode(text.encoding, "replace")
    lines = list(islice(content.splitlines(keepends=True), _SAMPLE))
    return max((_cut(lines, delimiter) for delimiter in _DELIMITERS), key=_regular)


def _cut(lines: list[str], delimiter: str) -> list[Record]:
    found: list[Record] = []
    with suppress(OpenQuote, csv.Error):  # what was cut so far is enough to look at
        found.extend(records(lines, delimiter))
    return found


def _regular(rows: list[Record]) -> tuple[int, int]:
    """How many rows are as wide as the header, and how wide that is: the delimiter of a table makes both large."""
    widths = [len(cells) for _, cells in rows[:LOOK]]
    widest = max(widths, default=0)
    return (widths.count(widest) if widest > 1 else 0, widest)
