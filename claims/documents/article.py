"""A document as it was read: the text that offsets count in, and what was found out about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from claims.documents.infoboxes import BoxLine
from claims.read.result import DocumentError

__all__ = ["LARGEST", "MOST_CHARACTERS", "Article", "DocumentError", "Told"]

LARGEST = 20_000_000
"""Bytes of a document; an article has some ten thousand, a book about a million."""
MOST_CHARACTERS = 5_000_000
"""Characters of the text of a document, which are read in a minute or two."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a document says about itself; empty where it does not say so plainly."""

    title: str = ""
    outlet: str = ""
    published: date | None = None
    url: str = ""

    def or_else(self, other: Told) -> Told:
        """The same, with what is missing taken from another."""
        return Told(
            self.title or other.title,
            self.outlet or other.outlet,
            self.published or other.published,
            self.url or other.url,
        )


@dataclass(frozen=True, slots=True)
class Article:
    """A document as it was read.

    `text` is what quotes are cut from and offsets count in: half-open, in Unicode code points. `prose` is the same
    text with markup blanked, character for character. `sha256` is that of the file.
    """

    name: str
    text: str
    prose: str
    told: Told
    sha256: str
    box: tuple[BoxLine, ...] = ()
    """The lines of a Wikipedia infobox, which stand above the prose of its article."""
    note: str = ""
    """A word to the user, where the encoding was guessed."""
