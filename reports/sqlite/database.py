"""The database, built in a file of its own and handed on as bytes; the same result gives the same bytes."""

from __future__ import annotations

import errno
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from itertools import chain
from pathlib import Path

from reconcile.result import Result
from reports.claim_columns import own_headings
from reports.sqlite import claim_rows, event_rows, finding_rows, history_rows, run_rows
from reports.sqlite.schema import create_indexes, create_search, create_table, create_views, insert_into, tables
from reports.sqlite.source import Source, stored
from reports.writing import blocks_of

_MODULES = (run_rows, event_rows, claim_rows, finding_rows, history_rows)
# Everything that could differ between two machines, or leave a second file behind, is settled.
_SETTLED = (
    "PRAGMA page_size = 4096", "PRAGMA encoding = 'UTF-8'", "PRAGMA auto_vacuum = NONE", "PRAGMA journal_mode = OFF",
    "PRAGMA synchronous = OFF", "PRAGMA foreign_keys = ON",
)  # fmt: skip


def chunks(result: Result) -> Iterator[bytes]:
    """The bytes of the database, piece by piece; raises OSError where it cannot be built."""
    with tempfile.TemporaryDirectory(prefix="counterclaim-") as folder:
        path = Path(folder, "report.sqlite")
        try:
            build(result, path)
        except sqlite3.OperationalError as error:  # a full disk, or an SQLite without full-text search
            remedy = f"free space in {folder}, or use a Python whose SQLite has FTS5"
            raise OSError(errno.EIO, f"SQLite could not build it: {error}; {remedy}") from error
        yield from blocks_of(path)


def build(result: Result, path: Path) -> None:
    """Write the database to a new file."""
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        for setting in _SETTLED:
            database.execute(setting)
        database.execute(f"PRAGMA user_version = {result.schema_version}")
        database.execute("BEGIN")
        _fill(database, result)
        database.execute("COMMIT")


def _fill(database: sqlite3.Connection, result: Result) -> None:
    source = Source(result)
    made = tables().values()
    for table in made:
        database.execute(create_table(table))
    for table in made:
        rows = next(getattr(module, table.name) for module in _MODULES if hasattr(module, table.name))
        database.executemany(insert_into(table), map(stored, rows(source)))
    for statement in chain(*map(create_indexes, made), *map(create_search, made)):
        database.execute(statement)
    for statement in create_views(own_headings(result).values()):
        database.execute(statement)
