"""XLSX, XLS, XLSB and ODS: every sheet that has a header of claims, its rows numbered as the program shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO
from itertools import islice
from typing import Any

from claims.lexicon import data
from claims.read.headers import Header, Names
from claims.read.result import Item, NoClaims, UnreadableFile, Warning_
from claims.read.rows import read_table
from claims.read.table import LOOK, Record, find_header
from claims.read.workbook_size import UnfitWorkbook, check_size

_FURTHER = re.compile(r" \d+$")


def read_workbook(content: bytes, names: Names, path: str) -> Iterator[Item]:
    """The claims of every sheet with a header; a sheet without one is named in a warning.

    Of a workbook that was written as a report, the sheets made from the claims are passed over.
    Raises UnreadableFile for a workbook that is locked or damaged, NoClaims when no sheet has a header.
    """
    found: list[tuple[str, Header, list[Record]]] = []
    left: list[tuple[str, str]] = []
    for name, rows in _without_made(list(sheets(content, path))):
        try:
            found.append((name, find_header(islice(rows, LOOK), names, path), rows))
        except NoClaims as error:
            if rows:
                left.append((name, error.reason))
    if not found:
        reason = f"sheet {left[0][0]!r}: {left[0][1]}" if left else "every sheet of it is empty"
        raise NoClaims(path, reason)
    for name, header, rows in found:
        place = f"{path}#{name}" if len(found) > 1 else path
        yield from header.warnings
        yield from read_table(iter(rows), header, place)
    for name, reason in left:
        yield Warning_(path, 0, "", name, f"this sheet was not read: {reason}")


def _without_made(all_: list[tuple[str, list[Record]]]) -> list[tuple[str, list[Record]]]:
    """The sheets, without those that a report made from the claims that stand beside them."""
    told = data("claims", "headers.yaml")["report"]
    first = next((rows[0][1] for name, rows in all_ if name == told["sheet"] and rows), None)
    if first != told["header"]:
        return all_
    return [(name, rows) for name, rows in all_ if _FURTHER.sub("", name) not in told["made"]]


def sheets(content: bytes, path: str) -> Iterator[tuple[str, list[Record]]]:
    """Every worksheet's name and filled rows. Raises UnreadableFile for a workbook that is locked or damaged."""
    from python_calamine import CalamineWorkbook, PasswordError, SheetTypeEnum

    try:
        check_size(content)
    except UnfitWorkbook as error:
        raise UnreadableFile(path, f"the workbook {error}; save the sheet with the claims as CSV") from None
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(content))
        for sheet in workbook.sheets_metadata:
            if sheet.typ == SheetTypeEnum.WorkSheet:
                yield sheet.name, _rows(workbook.get_sheet_by_name(sheet.name))
    except PasswordError:
        raise UnreadableFile(path, "the workbook is locked with a password; save a copy without one") from None
    except BaseException as error:
        # A damaged file can make the parser panic, and a panic is no Exception.
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        detail = " ".join(str(error).split())
        reason = f"it is not a workbook that can be read ({detail}); save it as XLSX again"
        raise UnreadableFile(path, reason) from None


def _rows(sheet: Any) -> list[Record]:
    return [
        (row, [_text(cell) for cell in cells])
        for row, cells in enumerate(sheet.iter_rows(), 1)
        if any(cell != "" for cell in cells)
    ]


def _text(cell: Any) -> str:
    """A cell as the words a person would have typed: whole numbers without a point, days in ISO 8601."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat()
    return cell.isoformat() if isinstance(cell, date | time) else str(cell)
