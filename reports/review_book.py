"""Workbooks of the review: sheets of plain cells under a frozen header, with lists to choose from and hidden sheets."""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from claims.lexicon import data
from reports.escape import visible_lines
from reports.writing import blocks_of
from reports.xlsx.cells import AnyCell
from reports.xlsx.sheet import MOST_ROWS, Sheet
from reports.xlsx.styles import Styles

_CREATED = datetime(2000, 1, 1)  # a workbook must say when it was made; the same input gives the same bytes
_AS_TEXTS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}

Rows = Sequence[Sequence[AnyCell]]


def book(
    sheets: Mapping[str, tuple[Sequence[str], Rows]],
    *,
    title: str,
    choices: Mapping[str, Sequence[str]] | None = None,
    hidden: Collection[str] = (),
) -> Iterator[bytes]:
    """The bytes of a workbook of these sheets, each with its columns and rows.

    ``choices`` gives columns a list to choose from; sheets that are ``hidden`` keep what a program needs. Raises
    OSError where it cannot be built.
    """
    from xlsxwriter import Workbook

    with tempfile.TemporaryDirectory(prefix="counterclaim-") as folder:
        path = Path(folder, "review.xlsx")
        with Workbook(str(path), {**_AS_TEXTS, "tmpdir": folder}) as workbook:
            workbook.set_properties({"title": title, "created": _CREATED})
            styles = Styles(workbook, data("reports", "sheets.yaml")["fills"])
            for name, (columns, rows) in sheets.items():
                _sheet(workbook, styles, name, columns, rows, choices or {}, name in hidden)
        yield from blocks_of(path)


def _sheet(
    workbook: Any,
    styles: Styles,
    name: str,
    columns: Sequence[str],
    rows: Rows,
    choices: Mapping[str, Sequence[str]],
    hidden: bool,
) -> None:
    told = data("reports", "sheets.yaml")
    sheet = Sheet(
        workbook, styles, name, columns, widest=told["widest"], clean=visible_lines,
        without_direction=frozenset(told["without direction"]),
    )  # fmt: skip
    sheet.write(rows)
    if hidden:
        sheet.sheet.very_hidden()
        return
    for place, column in enumerate(columns):
        if column in choices:
            told_why = {"error_title": column, "error_message": f"choose one of: {', '.join(choices[column])}"}
            allowed = {"validate": "list", "source": list(choices[column]), **told_why}
            sheet.sheet.data_validation(1, place, min(len(rows) + 1, MOST_ROWS - 1), place, allowed)
