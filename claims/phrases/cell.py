"""One wording that should be one count: the entry to the grammar, remembered per wording."""

from __future__ import annotations

from functools import lru_cache

from claims.phrases.errors import QuantityError
from claims.phrases.reading import Exact, Reading, Term

LONGEST = 200
"""Longer wordings are not counts but sentences."""


def read_cell(text: str) -> Reading:
    """What the wording says; raises QuantityError with the reason and a remedy when it is not one count."""
    outcome = _outcome(text.strip())
    if isinstance(outcome, str):
        raise QuantityError(outcome)
    return outcome


@lru_cache(maxsize=1 << 16)
def _outcome(text: str) -> Reading | str:
    # Failures are remembered too: a column of unreadable cells would otherwise be parsed row by row.
    if text.isascii() and text.isdigit() and len(text) < 10:
        return Exact(int(text))
    if not text:
        return Term("uncounted")
    if len(text) > LONGEST:
        return f"{text[:40]}...: too long for a count; write the count alone and keep the sentence as the quote"
    # The grammar is loaded by the first wording that is more than digits.
    from claims.phrases.parse import parse

    return parse(text)
