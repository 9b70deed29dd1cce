"""The rows of a file of drafts, as `counterclaim extract` wrote them: JSON Lines, or a table."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from io import StringIO
from pathlib import Path
from typing import Any

from claims.extract.draft_ids import plain, stable_id
from claims.read.result import UnreadableFile
from claims.read.workbook import sheets
from claims.review.decisions import ReviewError
from claims.review.log import SUFFIX
from claims.review.rows import Row, typed

KINDS = frozenset({"casualty", "responsibility", "characterization", "look_here"})
_LONGEST_CELL = 10_000_000
_WORKBOOKS = (".xlsx", ".ods")


def read_drafts(path: str | Path) -> list[Row]:
    """The drafts and look-here rows of a file, each with an id. Raises ReviewError for a file that is none."""
    path = Path(path)
    if path.name.endswith(SUFFIX):
        raise ReviewError(f"{path}: this file holds decisions; name the file of drafts beside it")
    suffix = path.suffix.lower()
    if suffix in _WORKBOOKS:
        rows = [_of_cells(cells) for cells in _sheet(path)]
    elif suffix == ".csv":
        rows = [_of_cells(cells) for cells in _table(path)]
    else:
        rows = list(_lines(_text(path), path))
    strange = next((n for n, row in enumerate(rows, 1) if row.get("kind") not in KINDS), None)
    if strange is not None:
        raise ReviewError(f"{path}, entry {strange}: this is no draft; make drafts with counterclaim extract")
    return [{**row, "id": str(row.get("id") or _id(row))} for row in rows]


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise ReviewError(f"{path}: there is no such file; check the path") from None
    except (OSError, UnicodeDecodeError) as error:
        remedy = "name a file that counterclaim extract wrote"
        raise ReviewError(f"{path}: cannot be read ({error}); {remedy}") from None


def _lines(text: str, path: Path) -> Iterator[Row]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            row = None
        if not isinstance(row, dict):
            raise ReviewError(f"{path}, line {number}: this is no draft; make drafts with counterclaim extract")
        yield {**row, "flags": _flags(row)} if "flags" in row else row


def _flags(row: Row) -> list[str]:
    return [str(flag) for flag in row["flags"]] if isinstance(row["flags"], list) else []


def _table(path: Path) -> Iterator[dict[str, str]]:
    csv.field_size_limit(_LONGEST_CELL)
    try:
        yield from csv.DictReader(StringIO(_text(path)))
    except csv.Error as error:
        raise ReviewError(f"{path}: no table of drafts ({error}); make one with counterclaim extract") from None


def _sheet(path: Path) -> Iterator[dict[str, str]]:
    """The rows of the first sheet of a workbook that has the columns of drafts."""
    try:
        for _, rows in sheets(path.read_bytes(), str(path)):
            if rows and {"kind", "status", "quote"} <= {*rows[0][1]}:
                yield from (dict(zip(rows[0][1], cells, strict=False)) for _, cells in rows[1:])
                return
    except FileNotFoundError:
        raise ReviewError(f"{path}: there is no such file; check the path") from None
    except (OSError, UnreadableFile) as error:
        raise ReviewError(str(error)) from None


def _of_cells(cells: Mapping[str, Any]) -> Row:
    """A row of a table as a draft; an apostrophe before what could be a formula is taken off again."""
    row: Row = {k: typed(k, _unguarded(v)) for k, v in cells.items() if k and isinstance(v, str) and v != ""}
    if row.get("kind") == "casualty":
        row = {"low": None, "high": None, **row}
    return row | {"flags": str(row.get("flags", "")).split("; ") if row.get("flags") else [], **_told(row)}


def _told(row: Row) -> dict[str, Any]:
    try:
        found = json.loads(str(row.get("provenance") or "{}"))
    except (ValueError, RecursionError):
        found = {}
    return {"provenance": found if isinstance(found, dict) else {}}


def _unguarded(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and cell[1:2] in ("=", "+", "-", "@", "＝", "＋", "－", "＠") else cell


def _id(row: Row) -> str:
    """An id for a row that came without one."""
    words = [plain(str(row.get(k) or "")) for k in ("document", "quote", "kind", "measure", "stance", "frame")]
    return stable_id("x", tuple(words), 1)
