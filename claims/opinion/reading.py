"""What the project's own readers find in the parts of a passage: days, and counts."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from claims.extract.analysis import Analysis, analyse
from claims.extract.document import Document
from claims.extract.moment import Moment
from claims.extract.words import Words
from claims.lexicon import data
from claims.opinion.passages import Passage
from claims.opinion.words import Span
from claims.quantity import QuantityError, read_quantity
from claims.review.context import Part


class Reading:
    """A passage as the rules read it; ``published`` is the day that weekdays are counted from."""

    def __init__(self, passage: Passage, published: date | None, words: Words) -> None:
        self.passage, self.published, self.words = passage, published, words

    @cached_property
    def _sentence(self) -> list[Analysis]:
        return self._analysed(self.passage.sentence)

    def _analysed(self, part: Part) -> list[Analysis]:
        return list(analyse(Document("", part.text, published=self.published), self.words))

    def date_in(self, part: Part, span: Span) -> str:
        """The day or days that words of a part stand for, as EDTF; empty where they stand for none.

        The day on which something was said is an upper bound only.
        """
        analyses = self._sentence if part is self.passage.sentence else self._analysed(part)
        moments = [m for one in analyses for m in one.moments if m.start < span.end and span.start < m.end]
        return _edtf(moments[0]) if len(moments) == 1 else ""

    def count_at(self, span: Span) -> Span | None:
        """Where the count is that words of the sentence are; None where they are no count, or none of this extent.

        Words are read as they are in their sentence: "58" alone is no count where it says "at least 58", and "12" none
        in "12 October". Where the rules look for no counts, such as before posts or tanks, digits are one.
        """
        words = self.passage.sentence.text[span.start : span.end]
        analyses = self._sentence
        counts = [c for one in analyses for c in one.counts if c.start < span.end and span.start < c.end]
        if counts:
            read = bounds_of_words(words)
            same = len(counts) == 1 and read is not None and read[:2] == (counts[0].low, counts[0].high)
            return Span(counts[0].start, counts[0].end) if same else None
        if any(m.start < span.end and span.start < m.end for one in analyses for m in one.moments):
            return None
        is_one = words.casefold() in data("claims", "opinion.yaml")["single"]
        return span if is_one or any(char.isdigit() for char in words) else None

    def people_counted_in(self, span: Span) -> bool:
        """Whether words of the sentence count people."""
        people = [p.count for one in self._sentence for p in one.persons if p.count is not None]
        return any(span.start <= count.start and count.end <= span.end for count in people)


def bounds_of_words(words: str) -> tuple[int, int | None, int | None] | None:
    """The least and the most that words of a count allow, and the one number in them; None where they are no count."""
    try:
        read = read_quantity(words)
    except QuantityError:
        return None
    return read.outer.low, read.outer.high, read.number


def _edtf(moment: Moment) -> str:
    if moment.last is not None and moment.said:
        return f"../{moment.last.isoformat()}"
    return f"{moment.first.isoformat()}/.." if moment.open and moment.first is not None else moment.edtf
