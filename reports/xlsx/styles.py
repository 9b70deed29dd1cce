"""The looks of cells, each made once: headings, days, links, and the fills of the severities."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

_TEXT = {"text_wrap": True, "valign": "top"}
_NAMED: dict[str, dict[str, Any]] = {
    "": _TEXT,
    "heading": {**_TEXT, "bold": True, "bottom": 1},
    "title": {**_TEXT, "bold": True, "font_size": 14},
    "day": {"valign": "top", "align": "left", "num_format": "yyyy-mm-dd"},
    "link": {**_TEXT, "font_color": "#0563C1", "underline": 1},
}


class Styles:
    """Formats by name. ``typed`` marks a text that must stay one when a person edits the cell (``quotePrefix``)."""

    def __init__(self, workbook: Workbook, fills: dict[str, str]) -> None:
        self.workbook = workbook
        self.named = {**_NAMED, **{name: self._filled(colour) for name, colour in fills.items()}}
        self.made: dict[tuple[str, bool], Any] = {}

    def of(self, name: str, typed: bool = False) -> Any:
        """The format of that name."""
        if (name, typed) not in self.made:
            made = self.workbook.add_format(self.named[name])
            if typed:
                made.set_quote_prefix()
            self.made[name, typed] = made
        return self.made[name, typed]

    @staticmethod
    def _filled(colour: str) -> dict[str, Any]:
        return {**_TEXT, "bg_color": colour} if colour else _TEXT
