"""A mapping kept beside a table: which of its headers are which columns, and what holds for every row.

``toll.xlsx.map.toml`` is for ``toll.xlsx``; ``mapping.toml`` is for every table of its folder without one of its own.

.. code-block:: toml

    version = 1
    dates = "day first"      # 05/06/2024 is in June; "month first" has it in May; without the line it is refused

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

from claims.lexicon import data
from claims.model import Claim
from claims.read.day_order import ORDERS, in_edtf
from claims.read.result import UnreadableFile
from claims.read.shape import Draft, Made, NoClaim

SUFFIX = ".map.toml"
FOLDER = "mapping.toml"
_SECTIONS = ("version", "dates", "columns", "constants", "otherwise", "counts")
_TABLES = ("columns", "constants", "otherwise")
_KIND_OF = {"stance": "responsibility", "frame": "characterization"}
"""The columns whose words make a claim of a kind of its own, whatever every row is by a constant."""
_COUNTED = {"measure", "quantity", "low", "high", "best"}
DATES = ("date", "published", "accessed")


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
    dates: str = ""
    """The order in which the table writes days and months in numbers: ``day first``, ``month first``, or not known."""

    @property
    def given(self) -> set[str]:
        """The columns that every row has although no header may stand for them."""
        measure = {"measure"} if self.counts else set()
        return {*self.constants, *self.otherwise, *measure}

    def shape(self, row: Mapping[str, str]) -> Iterator[Made]:
        """The claims of a row whose cells are under columns of the claim format and the table's own headers."""
        filled = {column: cell for column, cell in row.items() if cell.strip()}
        dates = {column: in_edtf(filled[column], self.dates) for column in DATES if column in filled}
        said = {**self.constants, **filled, **dates}
        for column, other in self.otherwise.items():
            if not said.get(column) and said.get(other):
                said[column] = said[other]
        if self.counts:
            yield from self._wide(said, filled)
        else:
            words = next((column for column in _KIND_OF if not _COUNTED & {*filled} and column in filled), "")
            yield Draft(said if "kind" in filled or not words else {**said, "kind": _KIND_OF[words]})

    def _wide(self, said: Mapping[str, str], filled: Mapping[str, str]) -> Iterator[Made]:
        """A claim for each count of a row, and one for each word on who did it and for what to call it."""
        blank = data("claims", "headers.yaml")["blank"]
        made = [count for count in self.counts if filled.get(count.header, "?").strip().casefold() not in blank]
        words = [column for column in _KIND_OF if column in filled]
        for count in made:
            yield Draft(self._counted(said, count), {"quantity": count.header})
        for column in words:
            yield Draft(self._worded(said, column, alone=len(made) + len(words) == 1))
        if not made and not words:
            headers = ", ".join(count.header for count in self.counts)
            yield NoClaim("", "", f"the row counts nothing under {headers}; fill one in, or write none reported")

    def _counted(self, said: Mapping[str, str], count: Count) -> dict[str, Any]:
        others = {one.header for one in self.counts}
        own = {column: value for column, value in said.items() if column not in others and column not in _KIND_OF}
        own |= {"quantity": said[count.header], **count.said}
        if own.get("id") and len(self.counts) > 1:
            own["id"] = f"{own['id']} {self._name(count)}"
        return own

    def _name(self, count: Count) -> str:
        """What tells a count of a row from its others: what happened, or the header where two count the same."""
        measure = count.said["measure"]
        return measure if sum(one.said["measure"] == measure for one in self.counts) == 1 else count.header

    def _worded(self, said: Mapping[str, str], column: str, *, alone: bool) -> dict[str, str]:
        drop = {*(one.header for one in self.counts), *_KIND_OF} - {column}
        own = {name: value for name, value in said.items() if name not in drop} | {"kind": _KIND_OF[column]}
        if own.get("id") and not alone:
            own["id"] = f"{own['id']} {column}"
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
    dates = raw.get("dates", "")
    if dates not in ("", *ORDERS):
        raise UnreadableFile(path, f'dates is {dates!r}; write dates = "day first" or dates = "month first"')
    parts = {name: _table(raw.get(name, {}), name, path) for name in _TABLES}
    for name, column in _named(parts):
        if column not in Claim.model_fields:
            raise UnreadableFile(path, f"[{name}] names {column!r}, which is no column; use one of {_columns()}")
    counts = raw.get("counts", [])
    if not isinstance(counts, list) or not all(isinstance(one, dict) for one in counts):
        raise UnreadableFile(path, "counts is a list of tables; write [[counts]] above each")
    made = tuple(_count(one, path) for one in counts)
    return FileMap(parts["columns"], parts["constants"], parts["otherwise"], made, path, dates)


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
