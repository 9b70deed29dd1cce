"""The result as a SQLite database (.sqlite, .db), laid out so that Datasette serves it as it is."""

from reports.sqlite.database import chunks

__all__ = ["chunks"]
