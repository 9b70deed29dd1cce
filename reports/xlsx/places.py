"""Where in the workbook a claim, event or finding stands, so that cells can lead there."""

from __future__ import annotations

from collections.abc import Iterable

from reports.shown_ids import ShownIds
from reports.view import View
from reports.xlsx.cells import AnyCell, Cell
from reports.xlsx.sheet import numbered


class Places:
    """Cells with the ids of claims, events and findings, each a link to the row that is about it."""

    def __init__(self, view: View, names: dict[str, str], rows: int) -> None:
        self.ids = ShownIds(view.result)
        self.rows = rows
        self._claims = self._rows(names["claims"], (c.id for c in view.result.claims))
        self._events = self._rows(names["events"], (e.id for e in view.result.events))
        self._findings = self._rows(names["findings"], (f.id for f in view.findings))

    def _rows(self, sheet: str, ids: Iterable[str]) -> dict[str, str]:
        """The place of each id's row: below the header of the sheet, or of a further one."""
        found = {}
        for n, name in enumerate(ids):
            part, line = divmod(n, self.rows - 1)
            found[name] = f"'{numbered(sheet, part)}'!A{line + 2}"
        return found

    def claim(self, name: str | None) -> AnyCell:
        """A claim's id, leading to its row."""
        return Cell(self.ids.claim(name), place=self._claims.get(name, "")) if name else None

    def event(self, name: str) -> AnyCell:
        """An event's id, leading to its row."""
        return Cell(self.ids.events.get(name, name), place=self._events.get(name, ""))

    def finding(self, name: str | None) -> AnyCell:
        """A finding's id, leading to its row."""
        return Cell(self.ids.findings.get(name, name), place=self._findings.get(name, "")) if name else None

    def claims(self, names: Iterable[str]) -> str:
        """The ids of several claims, in one text."""
        return "; ".join(self.ids.listed(names))
