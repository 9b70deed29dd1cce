"""Drafts as a workbook, to look through row by row; its sheet reads again as a claim file."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from claims.extract.files import COLUMNS, cells_of
from claims.lexicon import data
from reports.escape import visible_lines
from reports.writing import blocks_of
from reports.xlsx.cells import AnyCell, number_cell
from reports.xlsx.sheet import MOST_ROWS, Sheet
from reports.xlsx.styles import Styles

_CREATED = datetime(2000, 1, 1)  # a workbook must say when it was made; the same input gives the same bytes
_AS_TEXTS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_NUMBERS = frozenset({"low", "high", "quote_start", "quote_end"})


def chunks(drafts: Iterable[Mapping[str, Any]], *, rows: int = MOST_ROWS) -> Iterator[bytes]:
    """The bytes of the workbook; ``rows`` is how many a sheet holds before a further one is begun. Raises OSError."""
    from xlsxwriter import Workbook

    told = data("reports", "sheets.yaml")
    silent = frozenset(told["without direction"])
    with tempfile.TemporaryDirectory(prefix="counterclaim-") as folder:
        path = Path(folder, "drafts.xlsx")
        with Workbook(str(path), {**_AS_TEXTS, "constant_memory": True, "tmpdir": folder}) as workbook:
            workbook.set_properties({"title": "counterclaim drafts", "created": _CREATED})
            styles = Styles(workbook, told["fills"])
            sheet = Sheet(
                workbook, styles, "Drafts", COLUMNS, widest=told["widest"], rows=rows, clean=visible_lines,
                without_direction=silent,
            )  # fmt: skip
            sheet.write(_cells(draft) for draft in drafts)
        yield from blocks_of(path)


def _cells(draft: Mapping[str, Any]) -> list[AnyCell]:
    cells = zip(COLUMNS, cells_of(draft), strict=True)
    return [number_cell(cell) if column in _NUMBERS else cell for column, cell in cells]
