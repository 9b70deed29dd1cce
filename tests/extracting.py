"""Drafts of a text in a test, in the few words that a table can hold."""

from __future__ import annotations

from datetime import date
from typing import Any

from claims.extract.document import Document
from claims.extract.pipeline import Extraction, extract

PUBLISHED = date(2024, 5, 15)
"""A Wednesday."""


def extraction_of(text: str, published: date | None = PUBLISHED) -> Extraction:
    """What is found in a text that one outlet published."""
    return extract(Document("text.txt", text, "The Outlet", published))


def rows(text: str, kind: str = "casualty", published: date | None = PUBLISHED) -> list[dict[str, Any]]:
    """The drafts of a kind as flat records."""
    document = Document("text.txt", text, "The Outlet", published)
    return [draft.row(document) for draft in extract(document).drafts if draft.kind == kind]


def counted(text: str) -> list[tuple[str, int, int | None]]:
    """Measure and bounds of every casualty draft."""
    return [(row["measure"], row["low"], row["high"]) for row in rows(text)]


def the(text: str, field: str, kind: str = "casualty") -> str:
    """A field of the only draft of a kind."""
    (row,) = rows(text, kind)
    return str(row.get(field, ""))
