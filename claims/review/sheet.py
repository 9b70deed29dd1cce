"""Drafts as rows of a sheet that a person works in, and what the person decided by changing its cells.

A second, hidden sheet keeps what each cell held when it was written: a cell counts as changed when the person changed
it, not when the draft has changed elsewhere since. Rows may be deleted, sorted and filtered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from claims.read.result import Rejected, shown
from claims.read.workbook import sheets
from claims.review.decisions import ReviewError
from claims.review.desk import Desk
from claims.review.editing import EditError, change
from claims.review.opinions import opinions_in_words
from claims.review.rows import Row

DRAFTS, AS_WRITTEN = "Drafts", "As written"
STATUSES = ("draft", "accepted", "edited", "dropped")
FIELDS = (
    "kind", "quote", "measure", "quantity", "victims", "victim_side", "victim_status", "stance", "accused", "act",
    "frame", "claimant", "claimant_side", "date", "place", "perpetrator", "scope", "event", "source", "published",
    "relayed_from", "notes",
)  # fmt: skip
COLUMNS = ("status", *FIELDS, "same_as", "why", "sentence", "flags", "second_opinion", "reason", "document", "id")
WRITTEN_COLUMNS = ("draft", "column", "cell")
_KEPT = ("accepted", "edited")

Records = Sequence[tuple[int, Sequence[str]]]
"""The filled rows of a sheet: the number that the program shows, and the cells as texts."""


def sheet_cells(row: Mapping[str, Any]) -> dict[str, str]:
    """A draft as the texts of its cells, by column; empty cells are left out."""
    said = {**row, "status": row.get("status") or "draft", "flags": "; ".join(row.get("flags") or ())}
    said["second_opinion"] = opinions_in_words(row)
    return {name: str(said[name]) for name in COLUMNS if said.get(name) not in (None, "")}


@dataclass(slots=True)
class SheetRead:
    """What reading a sheet did: how many rows said something new, how many nothing, and the rows that are refused."""

    decided: int = 0
    unchanged: int = 0
    refused: list[Rejected] = field(default_factory=list)


def read_sheet(desk: Desk, content: bytes, path: str) -> SheetRead:
    """Take over what a person decided in a workbook. Raises UnreadableFile for none, ReviewError for another one.

    A row that cannot be taken over is told, and keeps no other from being so.
    """
    found = SheetRead()
    records = dict(sheets(content, path))
    written = _as_written(records.get(AS_WRITTEN, []))
    seen: dict[str, int] = {}
    with desk.together():
        for number, cells in _rows(records, path):
            name = cells.get("id", "")
            if problem := _no_such(name, seen, desk):
                found.refused.append(Rejected(path, number, "id", shown(name), problem))
                continue
            seen[name] = number
            refused = _Row(desk, name, cells, written.get(name)).take_over()
            found.refused += [Rejected(path, number, column, shown(value), why) for column, value, why in refused or ()]
            found.decided += refused == []
            found.unchanged += refused is None
    return found


def _rows(records: Mapping[str, Records], path: str) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of the sheet with the drafts, as cells by column, with the number that the program shows."""
    for rows in records.values():
        if rows and {"status", "id"} <= {cell.strip() for cell in rows[0][1]}:
            columns = [cell.strip() for cell in rows[0][1]]
            for number, cells in rows[1:]:
                yield number, {c: _plain(cell) for c, cell in zip(columns, cells, strict=False) if c}
            return
    raise ReviewError(f"{path}: no sheet has the columns status and id in its first row; write one with --sheet")


def _as_written(rows: Records) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for _, (name, column, cell, *_rest) in ((n, [*c, "", "", ""]) for n, c in rows[1:]):
        found.setdefault(name, {})[column] = _plain(cell)
    return found


def _plain(cell: str) -> str:
    return cell.replace("\r\n", "\n").strip()


def _no_such(name: str, seen: Mapping[str, int], desk: Desk) -> str:
    if name in seen:
        return f"row {seen[name]} is about this draft already; delete one of the two"
    if name in desk.row:
        return ""
    remedy = "keep the column id as it was written; to add a claim, set the kind in the row of a look_here sentence"
    return f"no draft of {desk.path} has this id; {remedy}"


Refused = list[tuple[str, str, str]]
"""Column, value and reason of each thing that is wrong with a row."""


class _Row:
    """One row of a sheet: what its draft is, what its cells say, and what they said when the sheet was written."""

    def __init__(self, desk: Desk, name: str, cells: Mapping[str, str], written: Mapping[str, str] | None) -> None:
        self.desk, self.name, self.cells = desk, name, cells
        self.row: Row = desk.row[name]
        before = sheet_cells(self.row) if written is None else written
        self.before = {column: _plain(cell) for column, cell in before.items()}
        self.changed = {c: cells[c] for c in (*FIELDS, "same_as") if c in cells and cells[c] != self.before.get(c, "")}

    def take_over(self) -> Refused | None:
        """Decide what the row says: what is wrong with it, or None where it says nothing new."""
        status = self.cells.get("status", "").casefold() or "draft"
        if status not in STATUSES:
            return [("status", status, f"this is no status; write one of {', '.join(STATUSES)}")]
        if self.row.get("kind") == "look_here":
            return self._of_a_sentence(status)
        if status == "dropped":
            return self._drop()
        if link := self.changed.pop("same_as", ""):
            if self.row.get("same_as") == link:
                return None
            return self._guarded("same_as", link, lambda: self.desk.repeats(self.name, link))
        if self.changed:
            return self._edit()
        return self._by_status(status)

    def _by_status(self, status: str) -> Refused | None:
        now = self.row.get("status", "draft")
        if status == "draft":
            return self._set_back()
        if now in _KEPT or self.before.get("status") == status:
            return None
        return [(one.column, one.value, one.reason) for one in self.desk.accept(self.name)]

    def _set_back(self) -> Refused | None:
        if self.before.get("status", "draft") == "draft" or self.row.get("status", "draft") == "draft":
            return None
        self.desk.reset(self.name)
        return []

    def _drop(self) -> Refused | None:
        if self.before.get("status") == "dropped" or self.row.get("status") == "dropped":
            return None
        self.desk.drop(self.name, self.cells.get("why", ""))
        return []

    def _edit(self) -> Refused | None:
        columns: dict[str, str] = {}
        for column, text in self.changed.items():
            refused = self._guarded(column, text, lambda c=column, t=text: columns.update(change(self.row, c, t)))  # type: ignore[misc]
            if refused:
                return refused
        if self.row.get("status") in _KEPT and all(str(self.row.get(c) or "") == v for c, v in self.changed.items()):
            return None
        return [(one.column, one.value, one.reason) for one in self.desk.edit(self.name, columns)]

    def _of_a_sentence(self, status: str) -> Refused | None:
        """A sentence to look at: dropped, or made a claim by giving it a kind and the columns that one needs."""
        if "kind" in self.changed:
            columns = {name: text for name, text in self.changed.items() if text and name in FIELDS}
            if self.desk.has_written(self.name, columns):
                return None
            return [(one.column, one.value, one.reason) for one in self.desk.write(self.name, columns)]
        if self.changed:
            column, value = next(iter(self.changed.items()))
            return [(column, value, "this row is a sentence to look at; set its kind to make a claim of it")]
        return self._drop() if status == "dropped" else self._set_back() if status == "draft" else None

    def _guarded(self, column: str, value: str, do: Callable[[], object]) -> Refused:
        try:
            do()
        except (EditError, ReviewError) as error:
            return [(column, value, str(error))]
        return []
