"""One answer of a model held to the text: what is not in it, or not what our own readers find there, is refused."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from claims.extract.draft_ids import plain, stable_id
from claims.model import Kind, Measure, Stance
from claims.opinion.answers import Said
from claims.opinion.passages import Passage
from claims.opinion.reading import Reading, bounds_of_words
from claims.opinion.words import Span, find_words
from claims.review.checking import checked
from claims.review.context import Part
from claims.review.rows import Row, of_the_sentence

_WHAT = {Kind.CASUALTY: ("measure", Measure), Kind.RESPONSIBILITY: ("stance", Stance)}
_OF_KIND = {
    Kind.CASUALTY: ("victims",),
    Kind.RESPONSIBILITY: ("accused", "act"),
    Kind.CHARACTERIZATION: ("frame",),
}
_NEARBY = ("claimant", "place", "perpetrator")
"""Columns whose words may also stand in a neighbouring sentence."""
_CAN_BE_LEFT = frozenset({"act", "place", "perpetrator"})
"""Columns without which a claim is still the same claim; of others a wrong word is a wrong claim."""
_LONGEST = 300
"""Characters of a value; an act or the people counted are a phrase and no paragraph."""


class Refused(Exception):
    """An answer, or a field of it, that is not taken. ``reason`` is a key of the reasons that are counted."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Grounded(NamedTuple):
    """A claim whose every word stands in the text, and why fields of it were left out."""

    row: Row
    left: list[str]


def ground(said: Said, passage: Passage, reading: Reading, model: str) -> Grounded:
    """The claim that an answer states, as a row beside those of extraction. Raises Refused."""
    return _Answer(said, passage, reading, model).grounded()


class _Answer:
    """One answer while it is held to its passage."""

    def __init__(self, said: Said, passage: Passage, reading: Reading, model: str) -> None:
        self.said, self.passage, self.reading, self.model = said, passage, reading, model
        self.values: Row = {}
        self.provenance: dict[str, dict[str, Any]] = {}
        self.left: list[str] = []

    def grounded(self) -> Grounded:
        kind = _value_of(self.said.kind, Kind)
        quote = self._quote()
        if kind in _WHAT:
            name, values = _WHAT[kind]
            self._take(name, _value_of(getattr(self.said, name), values), self._placed(self.passage.sentence, quote))
        if kind is Kind.CASUALTY:
            self._count(quote)
        for name in _OF_KIND[kind]:
            self._words(name, quote, [self.passage.sentence])
        for name in _NEARBY:
            self._words(name, quote, self.passage.parts)
        self._date()
        row = self._row(kind, quote)
        if isinstance(checked(row), list):
            raise Refused("unreadable")
        return Grounded(row, self.left)

    def _quote(self) -> Span:
        span = find_words(self.said.quote, self.passage.sentence.text)
        if span is None:
            raise Refused("quote")
        return span

    def _take(self, name: str, value: str, where: Span) -> None:
        """Set a column; its provenance counts in the document."""
        self.values[name] = str(value)
        self.provenance[name] = {"source": "model", "model": self.model, "start": where.start, "end": where.end}

    @staticmethod
    def _placed(part: Part, span: Span) -> Span:
        return Span(part.start + span.start, part.start + span.end)

    def _words(self, name: str, quote: Span, parts: list[Part]) -> None:
        """Words of a column, looked for in the quote first, and then in the parts."""
        words = getattr(self.said, name)
        if not words.strip():
            return
        found = self._found(words, quote, parts)
        if found is None or len(words) > _LONGEST:
            if name not in _CAN_BE_LEFT:
                raise Refused("words")
            self.left.append("words")
            return
        part, span = found
        self._take(name, part.text[span.start : span.end], self._placed(part, span))

    def _found(self, words: str, quote: Span, parts: list[Part]) -> tuple[Part, Span] | None:
        sentence = self.passage.sentence
        if inside := find_words(words, sentence.text, *quote):
            return sentence, inside
        return next(((part, span) for part in parts if (span := find_words(words, part.text))), None)

    def _count(self, quote: Span) -> None:
        """The count, read anew by our own grammar."""
        if not self.said.quantity.strip():
            if self.said.number is not None or self.reading.people_counted_in(quote):
                raise Refused("number")
            self.values |= {"low": 1, "high": None}
            return
        sentence = self.passage.sentence
        span = find_words(self.said.quantity, sentence.text, *quote)
        if span is None:
            raise Refused("words")
        where = self.reading.count_at(span)
        read = bounds_of_words(sentence.text[span.start : span.end])
        if where is None or read is None:
            raise Refused("number")
        low, high, number = read
        if self.said.number is not None and number is not None and self.said.number != number:
            raise Refused("number")
        self._take("quantity", sentence.text[where.start : where.end], self._placed(sentence, where))
        self.values |= {"low": low, "high": high}

    def _date(self) -> None:
        """The day that the words for it stand for."""
        if not self.said.date.strip():
            return
        for part in self.passage.parts:
            span = find_words(self.said.date, part.text)
            if span is not None:
                value = self.reading.date_in(part, span)
                if value:
                    self._take("date", value, self._placed(part, span))
                else:
                    self.left.append("date")
                return
        self.left.append("words")

    def _row(self, kind: Kind, quote: Span) -> Row:
        parent = self.passage.rows[0]
        sentence = self.passage.sentence
        where, words = self._placed(sentence, quote), sentence.text[quote.start : quote.end]
        if "claimant" not in self.values:
            self.values["claimant"] = parent.get("source", "")
            self.provenance["claimant"] = {"source": "default", "rule": "the outlet"}
        about = {**of_the_sentence(parent), "quote": words, "quote_start": where.start, "quote_end": where.end}
        about |= {"sentence": sentence.text}
        return {
            "id": self._id(kind, about),
            "kind": str(kind),
            **self.values,
            **{name: value for name, value in about.items() if name != "id"},
            "provenance": self.provenance,
            "flags": ["second opinion"],
            "status": "draft",
            "opinion": self.model,
        }

    def _id(self, kind: Kind, about: Mapping[str, Any]) -> str:
        """An id made of the words, as those of drafts are, and of the model."""
        what = [str(self.values.get(name, "")) for name in ("measure", "stance", "frame", "quantity", "accused")]
        words = [plain(str(about.get(name) or "")) for name in ("document", "sentence", "quote")]
        return stable_id("o", (self.model, *words, str(kind), *what), 1)


def _value_of(text: str, values: Any) -> Any:
    """One of the values of a column, as they are written in a claim."""
    found = " ".join(text.split()).casefold().replace("_", " ")
    for value in values:
        if found == value.replace("_", " "):
            return value
    raise Refused("kind")
