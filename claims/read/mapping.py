"""A mapping kept beside a table: which of its headers are which columns, and what holds for every row.

``toll.xlsx.map.toml`` is for ``toll.xlsx``; ``mapping.toml`` is for every table of its folder without one of its own.

.. code-block:: toml

    version = 1

    [columns]                # your header = column of the claim format
    "Said by" = "claimant"

    [constants]              # for every row whose cell is empty
    kind = "casualty"

    [otherwise]              # a column whose cell is empty is filled from another column
    claimant = "source"

    [[counts]]               # one claim for each of these headers, where its cell is filled
    header = "Civilians killed"
    measure = "killed"
    victims = "civilians"
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from claims.model import Claim
from claims.read.result import UnreadableFile
from claims.read.shape import Draft, Made, NoClaim

SUFFIX = ".map.toml"
FOLDER = "mapping.toml"
_SECTIONS = ("version", "columns", "constants", "otherwise", "counts")
_TABLES = ("columns", "constants", "otherwise")


@dataclass(frozen=True, slots=True)
class Count:
    """A header whose cells are counts: how each is worded, of what, and any other columns for its claim."""

    header: str
    said: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class FileMap:
    """How a table is read; ``path`` is the file that says so, for its errors."""

    columns: Mapping[str, str] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)
    otherwise: Mapping[str, str] = field(default_factory=dict)
    counts: tuple[Count, ...] = ()
    path: str = ""

    @property
    def given(self) -> set[str]:
        """The columns that every row has although no header may stand for them."""
        measure = {"measure"} if self.counts else set()
        return {*self.constants, *self.otherwise, *measure}

    def shape(self, row: Mapping[str, str]) -> Iterator[Made]:
        """The claims of a row whose cells are under columns of the claim format and the table's own headers."""
        filled = {column: cell for column, cell in row.items() if cell.strip()}
        said = {**self.constants, **filled}
        for column, other in self.otherwise.items():
            if not said.get(column) and said.get(other):
                said[column] = said[other]
        if not self.counts:
            yield Draft(said)
            return
        made = [count for count in self.counts if filled.get(count.header)]
        for count in made:
            yield Draft(self._counted(said, count), {"quantity": count.header})
        if not made:
            headers = ", ".join(count.header for count in self.counts)
            yield NoClaim("", "", f"the row counts nothing under {headers}; fill one in, or write none reported")

    def _counted(self, said: Mapping[str, str], count: Count) -> dict[str, Any]:
        others = {one.header for one in self.counts}
        own = {column: value for column, value in said.items() if column not in others}
        own |= {"quantity": said[count.header], **count.said}
        if own.get("id") and len(self.counts) > 1:
            own["id"] = f"{own['id']} {count.header}"
        return own


def beside(path: str) -> FileMap | None:
    """The mapping beside a table, its own before that of its folder. Raises UnreadableFile for one that is wrong."""
    own = Path(path + SUFFIX)
    folder = Path(path).parent / FOLDER
    found = next((one for one in (own, folder) if one.is_file()), None)
    return load(found) if found else None


def load(path: Path) -> FileMap:
    """A mapping file. Raises UnreadableFile with what is wrong in it."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        return _checked(raw, str(path))
    except (OSError, ValueError, RecursionError) as error:  # beside bad TOML: numbers too long to print, deep nesting
        raise UnreadableFile(str(path), f"it is not TOML that can be read: {error}; correct it there") from None


def _checked(raw: Mapping[str, Any], path: str) -> FileMap:
    if raw.get("version") != 1:
        raise UnreadableFile(path, "no `version = 1`; begin the file with it")
    for section in raw:
        if section not in _SECTIONS:
            raise UnreadableFile(path, f"{section!r} is no part of a mapping; use {', '.join(_SECTIONS[1:])}")
    parts = {name: _table(raw.get(name, {}), name, path) for name in _TABLES}
    for name, column in _named(parts):
        if column not in Claim.model_fields:
            raise UnreadableFile(path, f"[{name}] names {column!r}, which is no column; use one of {_columns()}")
    counts = raw.get("counts", [])
    if not isinstance(counts, list) or not all(isinstance(one, dict) for one in counts):
        raise UnreadableFile(path, "counts is a list of tables; write [[counts]] above each")
    return FileMap(
        parts["columns"], parts["constants"], parts["otherwise"], tuple(_count(c, path) for c in counts), path
    )


def _named(parts: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, str]]:
    yield from (("columns", column) for column in parts["columns"].values())
    yield from (("constants", column) for column in parts["constants"])
    yield from (("otherwise", column) for pair in parts["otherwise"].items() for column in pair)


def _count(one: Mapping[str, Any], path: str) -> Count:
    said = dict(_table(one, "counts", path))
    header = said.pop("header", "")
    if not header or not said.get("measure"):
        raise UnreadableFile(path, 'every [[counts]] needs a header and a measure, such as measure = "killed"')
    if wrong := [column for column in said if column not in Claim.model_fields]:
        raise UnreadableFile(path, f"[[counts]] names {wrong[0]!r}, which is no column; use one of {_columns()}")
    return Count(header, said)


def _table(value: Any, name: str, path: str) -> dict[str, str]:
    if not isinstance(value, dict) or not all(isinstance(v, str | int | float) for v in value.values()):
        raise UnreadableFile(path, f'{name} holds names and texts; write "Your header" = "column"')
    return {key: str(said) for key, said in value.items()}


def _columns() -> str:
    return ", ".join(Claim.model_fields)
