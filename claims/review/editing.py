"""One column of a draft changed by a person: what that changes besides, and what cannot be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from claims.lexicon import data
from claims.review.checking import COLUMNS

FIXED = frozenset({"id", "document", "quote_start", "quote_end"})


class EditError(ValueError):
    """A change that cannot be made; the message says why and what to do."""


def columns_for(kind: str) -> tuple[str, ...]:
    """The columns that a claim of a kind is looked through by, in the order they are shown."""
    return tuple(data("claims", "review.yaml")["columns"].get(kind, ("kind",)))


def change(row: Mapping[str, Any], column: str, text: str) -> dict[str, str]:
    """What setting a column to a text sets in all; an empty text empties it. Raises EditError.

    Bounds given as numbers follow from the quantity and are left to be read from it; a quote has to be words of the
    sentence, and takes its offsets along.
    """
    if column not in COLUMNS:
        raise EditError(
            f"{column!r} is no column of a claim; write one such as {', '.join(columns_for('casualty')[:4])}"
        )
    if column in FIXED:
        raise EditError(f"the column {column!r} cannot be changed")
    if column == "quote":
        return _quote(row, text)
    follow = data("claims", "review.yaml")["follows"].get(column, ())
    return {column: text, **{name: "" for name in follow if row.get(name) is not None}}


def _quote(row: Mapping[str, Any], text: str) -> dict[str, str]:
    """Another quote out of the same sentence."""
    sentence, old = str(row.get("sentence") or row.get("quote") or ""), str(row.get("quote") or "")
    at, before = sentence.find(text), sentence.find(old)
    if not text or at < 0:
        raise EditError("a quote has to be words of the sentence, exactly; copy them from it")
    start = row.get("quote_start")
    if not isinstance(start, int) or before < 0:
        return {"quote": text}
    first = start - before + at
    return {"quote": text, "quote_start": str(first), "quote_end": str(first + len(text))}
