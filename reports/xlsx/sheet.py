"""One sheet, or as many as its rows need: a frozen header, a filter, widths by content, cells by kind."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from reports.escape import could_be_formula, visible
from reports.layout import display_width
from reports.xlsx.cells import AnyCell, Cell, cut, safe_number
from reports.xlsx.styles import Styles

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

MOST_ROWS = 1_048_576
"""Rows of a sheet, its header among them (support.microsoft.com, Excel specifications)."""
MOST_LINKS = 65_530
_NARROWEST, _MEASURED = 6, 2000
_RIGHT_TO_LEFT = ("R", "AL")


def numbered(name: str, part: int) -> str:
    """The name of a sheet, or of a further one that holds what did not fit: ``Claims``, ``Claims 2``."""
    return name if part == 0 else f"{name} {part + 1}"


class Sheet:
    """Rows under a header. ``rows`` is how many a sheet holds, ``cuts`` how many texts were too long for a cell.

    Columns ``without_direction`` hold the same codes in every language, and tell nothing of the reading direction.
    """

    def __init__(
        self,
        workbook: Workbook,
        styles: Styles,
        name: str,
        columns: Sequence[str],
        *,
        widest: int,
        rows: int = MOST_ROWS,
        clean: Callable[[str], str] = visible,
        without_direction: frozenset[str] = frozenset(),
    ) -> None:
        self.workbook, self.styles, self.name, self.columns = workbook, styles, name, columns
        self.widest, self.most, self.clean = widest, rows, clean
        self.telling = [c not in without_direction for c in columns]
        self.parts = self.cuts = 0
        self._begin()

    def write(self, rows: Iterable[Sequence[AnyCell]]) -> None:
        """Write the rows, on further sheets where they do not fit on one, and finish."""
        for row in rows:
            if self.line == self.most:
                self._finish()
                self._begin()
            if len(row) != len(self.columns):
                raise ValueError(f"{self.name}: {len(row)} cells under {len(self.columns)} headings")
            for place, cell in enumerate(row):
                if cell is not None and cell != "":
                    self._put(place, cell if isinstance(cell, Cell) else Cell(cell))
            self.line += 1
        self._finish()

    def _begin(self) -> None:
        self.sheet: Any = self.workbook.add_worksheet(numbered(self.name, self.parts))
        self.parts += 1
        self.line = self.links = 0
        self.letters: Counter[bool] = Counter()
        self.widths = [min(self.widest, max(_NARROWEST, display_width(c) + 3)) for c in self.columns]
        for place, heading in enumerate(self.columns):
            self.sheet.write_string(0, place, cut(self.clean(heading)), self.styles.of("heading"))
        self.line = 1

    def _finish(self) -> None:
        last = max(0, len(self.columns) - 1)
        self.sheet.freeze_panes(1, 1)
        self.sheet.autofilter(0, 0, self.line - 1, last)
        for place, width in enumerate(self.widths):
            self.sheet.set_column(place, place, width)
        self.sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{self.most}"})
        self.sheet.repeat_rows(0)
        self.sheet.repeat_columns(0)
        self.sheet.set_landscape()
        self.sheet.set_footer("&A, page &P of &N")
        if self.letters[True] > self.letters[False]:
            self.sheet.right_to_left()

    def _put(self, place: int, cell: Cell) -> None:
        value = cell.value
        if value is None or value == "":
            return
        if isinstance(value, date):
            self.sheet.write_datetime(self.line, place, value, self.styles.of("day"))
            self._widen(place, "2025-10-11")
        elif isinstance(value, str):
            self._put_text(place, value, cell)
        else:
            self._put_number(place, value, cell.style)

    def _put_number(self, place: int, value: int | float, style: str) -> None:
        number = safe_number(value)
        if isinstance(number, str):
            self.sheet.write_string(self.line, place, number, self.styles.of(style))
        else:
            self.sheet.write_number(self.line, place, number, self.styles.of(style))
        self._widen(place, str(number))

    def _put_text(self, place: int, value: str, cell: Cell) -> None:
        text = self.clean(value)
        shown = cut(text)
        self.cuts += shown != text
        target = cell.web or (f"internal:{cell.place}" if cell.place else "")
        self._widen(place, shown)
        if self.telling[place]:
            self._count_letters(shown)
        typed = could_be_formula(shown)
        if target and self.links < MOST_LINKS:
            self.links += 1
            self.sheet.write_url(self.line, place, target, self.styles.of("link", typed), shown)
        else:
            self.sheet.write_string(self.line, place, shown, self.styles.of(cell.style, typed))

    def _widen(self, place: int, text: str) -> None:
        """Make room for a text, as far as columns go; the first rows tell how wide the others are."""
        if self.line <= _MEASURED and self.widths[place] < self.widest:
            longest = max((display_width(line[: self.widest]) for line in text.splitlines()), default=0)
            self.widths[place] = min(self.widest, max(self.widths[place], longest + 2))

    def _count_letters(self, text: str) -> None:
        """How much of the sheet runs from right to left, and how much does not."""
        if text.isascii():
            self.letters[False] += len(text)
        else:
            self.letters.update(unicodedata.bidirectional(c) in _RIGHT_TO_LEFT for c in text if c.isalpha())
