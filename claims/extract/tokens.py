"""Words, numbers and marks of a text, with offsets.

Titles and abbreviations keep their points ("Lt.", "U.S."), a possessive is a token of its own, and a hyphened word
is one token, so that no count is found inside "48-hour" or "18-year-old".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_WORD = re.compile(
    r"""
    '[sS](?!\w)
  | (?:[^\W\d_]\.){2,}
  | (?:Lt|Gen|Col|Maj|Capt|Sgt|Cpl|Brig|Adm|Cmdr|Mr|Mrs|Ms|Dr|St|Gov|Sen|Rep|Rev|Prof|Pte|Pvt|Pfc|Insp|Supt|Const|Hon|
       Spc|Pol|Amb|Msgr|Fr|Cdr|Cdre|Asst|Dep|Atty|Pres|
       Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No)\.(?=[ \d]|-[A-Z])
  | \d[\d.,]*\d(?:-[^\W_][\w-]*|[^\W\d_]+)?
  | \d(?:-[^\W_][\w-]*|[^\W\d_]+)?
  | [^\W\d_][^\W_]*(?:-\w+|'(?![sS](?!\w))\w+)*(?:'(?=\s[a-z]))?
  | \S
    """,
    re.VERBOSE,
)  # fmt: skip


class Token(NamedTuple):
    """A token as it stands, in lower case, and where; whether it begins with a letter, and with a capital letter."""

    text: str
    low: str
    start: int
    end: int
    is_word: bool
    is_capital: bool


def tokenise(text: str, start: int, end: int) -> Iterator[Token]:
    """The tokens of a stretch of text, from left to right."""
    for found in _WORD.finditer(text, start, end):
        piece = found.group()
        first = piece[0]
        yield Token(piece, piece.lower(), *found.span(), first.isalpha(), first.isupper())
