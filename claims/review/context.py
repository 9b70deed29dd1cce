"""The sentence that a draft was found in and those beside it, from the document where it is still there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from claims.extract.document import Document
from claims.extract.sentences import split_sentences
from claims.review.opinions import opinions_on
from claims.review.rows import provenance_of

_MOST = 700
"""Characters of a sentence on either side of the quote, and of a sentence beside it."""
_LONGEST_QUOTE = 3000


@dataclass(frozen=True)
class Text:
    """The text of a document, with its sentences once they are asked for."""

    text: str

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Where each sentence starts and ends."""
        return [(one.start, one.end) for one in split_sentences(Document("", self.text))]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of text. ``start`` is its offset in the document, ``beside`` tells a neighbouring sentence."""

    text: str
    start: int
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """The parts around a quote, in their order, and where the words of each field are in the document."""

    parts: tuple[Part, ...]
    spans: Mapping[str, tuple[int, int]]


def context_of(row: Mapping[str, Any], text: Text | None) -> Context:
    """What to show of a draft: its sentence and the two beside it, or what the draft itself holds of it."""
    start = row.get("quote_start")
    quote = str(row.get("quote") or "")[:_LONGEST_QUOTE]
    first = start if isinstance(start, int) and start >= 0 else 0
    at = _found(quote, first, text.text) if text is not None else -1
    if text is None or at < 0:
        return Context((_own(row, quote, first),), _spans(row, 0))
    return Context(_around(text, at, at + len(quote)), _spans(row, at - first))


def _found(quote: str, start: int, text: str) -> int:
    """Where the quote is by now: where it was, else where it is the only time."""
    if not quote or text[start : start + len(quote)] == quote:
        return start if quote else -1
    at = text.find(quote)
    return at if at >= 0 and text.find(quote, at + 1) < 0 else -1


def _own(row: Mapping[str, Any], quote: str, start: int) -> Part:
    sentence = str(row.get("sentence") or quote)
    at = max(0, sentence.find(quote))
    first, last = max(0, at - _MOST), at + len(quote) + _MOST
    return Part(sentence[first:last], start - at + first)


def _around(text: Text, start: int, end: int) -> tuple[Part, ...]:
    sentences = text.sentences
    at = max(0, bisect_right(sentences, (start, len(text.text))) - 1)
    first, last = (sentences[at][0], max(end, sentences[at][1])) if sentences else (start, end)
    parts = [Part(text.text[max(first, start - _MOST) : min(last, end + _MOST)], max(first, start - _MOST))]
    if at > 0:
        a, b = sentences[at - 1]
        parts.insert(0, Part(text.text[max(a, b - _MOST) : b], max(a, b - _MOST), beside=True))
    after = next(((a, b) for a, b in sentences[at + 1 : at + 50] if a >= last), None)
    if after is not None:
        parts.append(Part(text.text[after[0] : min(after[1], after[0] + _MOST)], after[0], beside=True))
    return tuple(parts)


def _spans(row: Mapping[str, Any], shift: int) -> dict[str, tuple[int, int]]:
    found = {}
    for name, told in provenance_of(row).items():
        read = opinions_on(row, name)
        told = told if "start" in told or not read else read[0]
        start, end = told.get("start"), told.get("end")
        if isinstance(start, int) and isinstance(end, int) and 0 <= start < end:
            found[name] = (start + shift, end + shift)
    return found
