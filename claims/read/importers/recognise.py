"""Whether a row is the header of a data set that is read without a mapping."""

from __future__ import annotations

from collections.abc import Sequence

from claims.read.headers import Header, Names, needed, own_names
from claims.read.importers.known import Importer, importers, recognised
from claims.read.result import UnreadableFile, Warning_, shown
from claims.read.shape import without_labels

_ENOUGH = 0.5
"""Share of the needed headers that a row must have to be taken for the header of the set that the user named."""


def foreign_header(names: Names, cells: Sequence[str], path: str, row: int) -> Header | None:
    """The header of a data set, when the row is one; None leaves the row to the claim format.

    A row that names every needed column of the claim format is left to it, and so is a file with a mapping.

    Raises UnreadableFile when the user named the set and the header lacks a part of it.
    """
    if names.how.importer:
        return _forced(names, cells, path, row)
    if names.mapping or names.file_map or {names.column(cell) for cell in cells if len(cell) < 60}.issuperset(needed()):
        return None
    found = recognised(cells)
    return _header(found, names, cells, path, row) if found else None


def _forced(names: Names, cells: Sequence[str], path: str, row: int) -> Header | None:
    one = importers().get(names.how.importer)
    if one is None:
        return None
    missing = one.missing(cells)
    if len(missing) > len(one.needs) * _ENOUGH:
        return None
    if missing:
        reason = f"row {row} is no header of {one.title}: it has no {', no '.join(missing)}; rename the columns"
        raise UnreadableFile(path, reason)
    return _header(one, names, cells, path, row)


def _header(one: Importer, names: Names, cells: Sequence[str], path: str, row: int) -> Header:
    columns = own_names([shown(cell) for cell in cells])
    afresh = names.how.regroup
    kept = "its events grouped afresh" if afresh else "its events kept apart as it has them, unless --regroup is given"
    note = Warning_(path, 0, "", "", f"read as {one.title}, by its headers; {kept}")
    return Header(row, columns, (note,), shape=without_labels(one.read) if afresh else one.read)
