"""A claim's evidence in its document: the quoted words with what stands around them.

Offsets are half-open and count Unicode code points of the text (see ``quote_start`` in docs/claims.md). A document is
only ever read inside the project's folder, links followed first, and nothing hidden.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

_AROUND = 500
_LARGEST = 20_000_000
"""Bytes of a document that is still opened."""


@dataclass(frozen=True)
class Passage:
    """A stretch of a document: the quoted words and what stands before and after them."""

    before: str
    quote: str
    after: str
    cut_before: bool
    cut_after: bool
    elsewhere: bool
    """Whether the words were found, but not where the claim says."""


class NoPassage(Exception):
    """Why no passage can be shown, in a sentence."""


def passage(folder: Path, document: str, quote: str, start: str, end: str, *, whole: bool = False) -> Passage:
    """The passage of a document in which a claim's words stand; with ``whole`` all of the document around it.

    Raises NoPassage.
    """
    text = _text(folder, document)
    first, last, elsewhere = _place(text, quote, start, end)
    begin, stop = (0, len(text)) if whole else (max(0, first - _AROUND), min(len(text), last + _AROUND))
    return Passage(
        text[begin:first], text[first:last], text[last:stop], begin > 0, stop < len(text), elsewhere
    )  # fmt: skip


def _text(folder: Path, document: str) -> str:
    path = _inside(folder, document)
    try:
        if path.stat().st_size > _LARGEST:
            raise NoPassage("the document is too long to be shown here")
        with path.open(encoding="utf-8", newline="") as stream:
            return stream.read()
    except UnicodeDecodeError:
        raise NoPassage("the document is no UTF-8 text, so it cannot be shown here") from None
    except OSError as error:
        raise NoPassage(f"the document cannot be read ({error.strerror or error})") from None


def _inside(folder: Path, document: str) -> Path:
    """The document's real path, if that is a plain file inside the folder."""
    home = folder.resolve()
    for named in (home / document, Path(document)):
        try:
            path = named.resolve(strict=True)
        except (OSError, ValueError, RuntimeError):
            continue
        inside = path.is_relative_to(home) and not any(p.startswith(".") for p in path.relative_to(home).parts)
        if inside and path.is_file():
            return path
    raise NoPassage("the document does not lie in the project's folder")


def _place(text: str, quote: str, start: str, end: str) -> tuple[int, int, bool]:
    """Where the words stand: where the claim says, else where they are found first."""
    if start.isdigit() and end.isdigit():
        first, last = int(start), int(end)
        if first < last <= len(text) and (not quote or text[first:last] == quote):
            return first, last, False
    found = text.find(quote) if quote else -1
    if found < 0:
        raise NoPassage("the quoted words do not stand in the document as it is now")
    return found, found + len(quote), bool(start)
