"""The tables, views, indexes and full-text search of the database, from the shipped lists.

Every name in the SQL stands in those lists, or is a plain word of a user's heading; texts of claims are only ever
bound as values.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from claims.lexicon import data
from reports.claim_columns import FORMAT

_TYPES = {
    "key": "TEXT PRIMARY KEY",
    "number": "INTEGER PRIMARY KEY",
    "text": "TEXT",
    "list": "TEXT",
    "whole": "INTEGER",
    "flag": "INTEGER",
    "real": "REAL",
}
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_PLAIN_HEADING = re.compile(r"[^\W\d_][\w .,()/-]{0,59}")
_MOST_OWN = 200


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its kind, and what it holds."""

    name: str
    kind: str
    about: str

    @property
    def leads_to(self) -> str:
        """The table that the column is a foreign key to; empty for any other."""
        return str(_told()["leads_to"].get(self.kind, ""))


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its columns, and what Datasette should offer for it."""

    name: str
    about: str
    columns: tuple[Column, ...]
    facets: tuple[Any, ...] = ()
    sort_desc: str = ""
    search: tuple[str, ...] = ()


def _told() -> dict[str, Any]:
    found: dict[str, Any] = data("reports", "tables.yaml")
    return found


@cache
def tables() -> dict[str, Table]:
    """The tables by name, parents before children."""
    return {name: _table(name, told) for name, told in _told()["tables"].items()}


def _table(name: str, told: dict[str, Any]) -> Table:
    columns = tuple(Column(column, *of) for column, of in told["columns"].items())
    for each in (name, *(c.name for c in columns)):
        if not _NAME.fullmatch(each):
            raise ValueError(f"tables.yaml: {each!r} is no name for a table or column; use a-z, 0-9 and _")
    facets = (*told.get("facets", ()), *({"array": array} for array in told.get("arrays", ())))
    return Table(name, told["about"], columns, facets, told.get("sort_desc", ""), tuple(told.get("search", ())))


def create_table(table: Table) -> str:
    """The statement that makes a table; what each column holds is a comment in it, which SQLite keeps."""
    lines = [
        f"  {_column(c)}{',' if n < len(table.columns) else ''} -- {c.about}" for n, c in enumerate(table.columns, 1)
    ]
    return f'CREATE TABLE "{table.name}" ( -- {table.about}\n' + "\n".join(lines) + "\n)"


def _column(column: Column) -> str:
    if not column.leads_to:
        return f'"{column.name}" {_TYPES[column.kind]}'
    key = tables()[column.leads_to].columns[0]
    return f'"{column.name}" {_TYPES[key.kind].split()[0]} REFERENCES "{column.leads_to}"("{key.name}")'


def insert_into(table: Table) -> str:
    """The statement that adds a row."""
    return f'INSERT INTO "{table.name}" VALUES ({", ".join("?" * len(table.columns))})'


def create_indexes(table: Table) -> Iterator[str]:
    """An index for every foreign key, and for every column that is offered as a facet or sorted by."""
    wanted = {c.name for c in table.columns if c.leads_to} | {f for f in table.facets if isinstance(f, str)}
    for column in (c.name for c in table.columns if c.name in wanted or c.name == table.sort_desc):
        yield f'CREATE INDEX "{table.name}_{column}" ON "{table.name}" ("{column}")'


def create_search(table: Table) -> Iterator[str]:
    """Full-text search over a table's texts, which Datasette finds by its ``content`` (docs.datasette.io, FTS)."""
    if table.search:
        columns = ", ".join(f'"{c}"' for c in table.search)
        yield (
            f'CREATE VIRTUAL TABLE "{table.name}_fts" USING FTS5({columns}, '
            f"tokenize='unicode61 remove_diacritics 2', content=\"{table.name}\")"
        )
        yield f'INSERT INTO "{table.name}_fts" ("{table.name}_fts") VALUES (\'rebuild\')'


def create_views(own: Iterable[str]) -> Iterator[str]:
    """The statements that make the views; ``own`` are the headings of the users' own columns."""
    for name, told in data("reports", "views.yaml")["views"].items():
        yield f'CREATE VIEW "{name}" AS -- {told["about"]}\n{told["sql"].rstrip()}'
    format_columns = ", ".join(f'c."{name}"' for name in FORMAT)
    theirs = "".join(f',\n  {_own(heading)} AS "{heading}"' for heading in plain_headings(own))
    about = data("reports", "views.yaml")["claims_flat"]
    yield f'CREATE VIEW "claims_flat" AS -- {about}\nSELECT {format_columns}{theirs}\nFROM claims AS c ORDER BY c.rowid'


def plain_headings(own: Iterable[str]) -> list[str]:
    """The headings that can be names of columns: words, without anything that SQL would read as more."""
    return [heading for heading in own if _PLAIN_HEADING.fullmatch(heading)][:_MOST_OWN]


def _own(heading: str) -> str:
    return f"(SELECT value FROM claim_columns WHERE claim_id = c.id AND name = '{heading}')"
