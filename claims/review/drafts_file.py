"""The rows of a file of drafts, as `counterclaim extract` wrote them: JSON Lines, or a table in CSV."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

from claims.extract.draft_ids import plain, stable_id
from claims.review.decisions import ReviewError
from claims.review.log import SUFFIX
from claims.review.rows import Row, typed

KINDS = frozenset({"casualty", "responsibility", "characterization", "look_here"})
_LARGEST_CELL = 10_000_000


def read_drafts(path: str | Path) -> list[Row]:
    """The drafts and look-here rows of a file, each with an id. Raises ReviewError for a file that is none."""
    path = Path(path)
    if path.name.endswith(SUFFIX):
        raise ReviewError(f"{path}: this file holds decisions; name the file of drafts beside it")
    text = _text(path)
    rows = list(_table(text) if path.suffix.lower() == ".csv" else _lines(text, path))
    strange = next((n for n, row in enumerate(rows, 1) if row.get("kind") not in KINDS), None)
    if strange is not None:
        raise ReviewError(f"{path}, entry {strange}: this is no draft; make drafts with counterclaim extract")
    return [row if row.get("id") else {"id": _id(row), **row} for row in rows]


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise ReviewError(f"{path}: there is no such file; check the path") from None
    except (OSError, UnicodeDecodeError) as error:
        remedy = "name a file that counterclaim extract wrote, .jsonl or .csv"
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


def _table(text: str) -> Iterator[Row]:
    """The rows of a CSV file of drafts; an apostrophe before what could be a formula is taken off again."""
    csv.field_size_limit(_LARGEST_CELL)
    for cells in csv.DictReader(StringIO(text)):
        row: Row = {k: typed(k, _unguarded(v)) for k, v in cells.items() if k and isinstance(v, str) and v != ""}
        if row.get("kind") == "casualty":
            row = {"low": None, "high": None, **row}
        yield row | {"flags": str(row.get("flags", "")).split("; ") if row.get("flags") else [], **_told(row)}


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
