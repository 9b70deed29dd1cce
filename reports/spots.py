"""Where a claim, or a row that could not be read, stands: a file, and a line in it that an editor can jump to.

Rows of CSV and JSON Lines are counted by physical line, with the header as line 1, and rows of a workbook as the
program shows them (``claims.read``). In a JSON list or YAML a row is the entry's number, which is no line.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import PurePath
from typing import NamedTuple

from reconcile.result import RejectedRow, Result

_STANDARD_INPUT = "-"
_COUNTED_BY_ENTRY = frozenset({".json", ".yaml", ".yml"})


class Spot(NamedTuple):
    """A place in a file: ``line`` is null where only the file is known, ``sheet`` is empty outside workbooks."""

    path: str
    line: int | None
    sheet: str = ""


def spot_of(result: Result, claim: str) -> Spot | None:
    """Where a claim was read; None for standard input, and where that is not known."""
    place = result.places.get(claim)
    return None if place is None else _spot(place.path, place.row, _files(result))


def spot_of_row(result: Result, row: RejectedRow) -> Spot | None:
    """Where a row that could not be read stands; None for standard input."""
    return _spot(row.path, row.row, _files(result))


def _files(result: Result) -> frozenset[str]:
    return frozenset(read.path for read in result.run.inputs)


def _spot(path: str, row: int, files: Collection[str]) -> Spot | None:
    if path == _STANDARD_INPUT:
        return None
    file, mark, sheet = path.rpartition("#")
    if path in files or not mark or file not in files:
        file, sheet = path, ""
    by_line = row > 0 and PurePath(file).suffix.casefold() not in _COUNTED_BY_ENTRY
    return Spot(file, row if by_line else None, sheet)
