"""Words said to stand in a text, looked for there: exactly, then with other white space and quotation marks."""

from __future__ import annotations

import re
from typing import NamedTuple

from claims.extract.document import shadow_of

LONGEST = 1500
"""Characters of words that are looked for at most."""


_MARKS = ".,:/"
_INSIDE = re.compile(rf"\d[{_MARKS}]\d")
"""A mark inside a number, a time or a day: "12,500", "3.5"."""


class Span(NamedTuple):
    """Half-open offsets in a text."""

    start: int
    end: int


def find_words(words: str, text: str, start: int = 0, end: int | None = None) -> Span | None:
    """Where the words stand first in a stretch of a text; None where they do not.

    They have to be whole: "12" does not stand in "125", nor "Ira" in "Iran". Letters count as they are written.
    """
    words = words.strip()
    end = len(text) if end is None else end
    if not words or len(words) > LONGEST:
        return None
    return _first(re.escape(words), text, start, end) or _first(_loose(words), shadow_of(text), start, end)


def _loose(words: str) -> str:
    """The words with any white space between them, and with look-alike characters as one."""
    return r"\s+".join(re.escape(piece) for piece in shadow_of(words).split()) or r"(?!)"


def _first(pattern: str, text: str, start: int, end: int) -> Span | None:
    found = (Span(*hit.span()) for hit in re.compile(pattern).finditer(text, start, end))
    return next((span for span in found if not (_cuts(text, span.start) or _cuts(text, span.end))), None)


def _cuts(text: str, at: int) -> bool:
    """Whether an offset lies inside a number, or inside a word of a script that has capital letters.

    Other scripts do not part words with blanks.
    """
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if _is_letter(before) and _is_letter(after):
        return True
    return _INSIDE.search(text, max(0, at - 2), at + 2) is not None and (before in _MARKS or after in _MARKS)


def _is_letter(char: str) -> bool:
    return char.lower() != char.upper() or char.isdigit()
