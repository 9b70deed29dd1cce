"""Texts that a party published itself: a communique under its title, or a text in the first person over a signature.

There the text's own telling is the party's. It ends at a line of marks, at the next numbered item, and in a note of
the editor.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, product

from claims.extract.actors import is_actor
from claims.extract.analysis import Analysis
from claims.extract.document import Document
from claims.extract.drafts import Field
from claims.extract.naming import Range
from claims.extract.speech import Clauses
from claims.extract.words import Words

_FORWARDED = re.compile(r"\bforwarded from:? *([^\]\n|]{2,60}?) *(?:[\]\n|]|$)", re.IGNORECASE)
_EDITOR = re.compile(r"[(\[]*(?:(?:editor|translator)'?s?'? note|note|background|end|ends)\b", re.IGNORECASE)
_BULLET = re.compile(r"\[\d{1,3}\]|(?:[-*_=\u2014.#]\s*){3,}")


def own_statements(document: Document, analyses: Sequence[Analysis], words: Words) -> list[Field | None]:
    """For every sentence the party whose own statement it stands in; None where the outlet tells."""
    reader = _Reader(document, analyses, words)
    found: list[Field | None] = []
    for first, last in reader.sections():
        found += reader.section(first, last)
    return found


class _Reader:
    def __init__(self, document: Document, analyses: Sequence[Analysis], words: Words) -> None:
        self.document, self.analyses, self.words = document, analyses, words

    def sections(self) -> list[Range]:
        """The stretches of sentences between lines of marks and numbered items."""
        starts = [0, *(at for at in range(1, len(self.analyses)) if self._divides(at)), len(self.analyses)]
        return [(a, b) for a, b in pairwise(starts) if a < b]

    def _divides(self, at: int) -> bool:
        sentence = self.analyses[at].sentence
        if sentence.paragraph == self.analyses[at - 1].sentence.paragraph:
            return False
        text = self.document.shadow
        line = text.rfind("\n", 0, sentence.start) + 1
        return _BULLET.match(text, line) is not None or _EDITOR.match(text, line) is not None

    def section(self, first: int, last: int) -> list[Field | None]:
        """Who speaks in each sentence of a section."""
        readers = (self._titled, self._headed, self._forwarded, self._signed, self._voiced)
        party = next((found for reader in readers if (found := reader(first, last)) is not None), None)
        return [party if party is not None and not self._is_note(at) else None for at in range(first, last)]

    def _is_note(self, at: int) -> bool:
        return self.document.shadow[self.analyses[at].sentence.start] in "(["

    def _titled(self, first: int, last: int) -> Field | None:
        """ "Statement by X", "COMMUNIQUE No. 12 OF X": a line of its own among the first three."""
        for at in range(first, min(first + 3, last)):
            sentence = self.analyses[at].sentence
            title = next((size for p in (0, 1) if (size := self._title(at, p))), 0)
            if not title or sentence.tokens[-1].text in (".", '"'):
                continue
            by = next((p for p in range(title, min(title + 4, len(sentence.tokens))) if self._is_by(at, p)), None)
            if by is None or by + 1 >= len(sentence.tokens):
                continue
            end = Clauses(sentence, [], self.words).end_of_name(by + 1)
            if end > by + 1 and sentence.tokens[by + 1].text not in ("(", "\u2014"):
                letterhead = self._letterhead(first, at) if end <= by + 3 else None
                return letterhead or self._field(at, (by + 1, end), "title of a statement")
        return None

    def _letterhead(self, first: int, title: int) -> Field | None:
        """The office that heads a page above a title that names "the government" alone."""
        for at in range(title - 1, first - 1, -1):
            tokens = self.analyses[at].sentence.tokens
            office = any(self.words.has("speech.bodies", token.low) for token in tokens)
            if office and 1 < len(tokens) <= 12 and tokens[-1].text not in (".", ":", '"'):
                return self._field(at, (0, len(tokens)), "letterhead")
        return None

    def _title(self, at: int, place: int) -> int:
        tokens = self.analyses[at].sentence.tokens
        size = self.words.match("speech.titles", tokens, place) if place < len(tokens) else 0
        return place + size if size else 0

    def _is_by(self, at: int, place: int) -> bool:
        return self.words.has("speech.titles_by", self.analyses[at].sentence.tokens[place].low)

    def _headed(self, first: int, last: int) -> Field | None:
        """A line with nothing but the name of an office, over a text in the first person."""
        sentence = self.analyses[first].sentence
        if last - first < 3 or sentence.paragraph == self.analyses[first + 1].sentence.paragraph:
            return None
        end = next((p for p, t in enumerate(sentence.tokens) if t.text == "," or t.text[0].isdigit()), None)
        span = 0, end if end is not None else len(sentence.tokens)
        capitals = all(t.is_capital or not t.is_word or len(t.text) < 4 for t in sentence.tokens[: span[1]])
        if not 1 < span[1] <= 12 or not capitals or sentence.tokens[-1].text in (".", ":"):
            return None
        field = self._field(first, span, "heading of a statement")
        return field if is_actor(field.value) and self._in_first_person(first, last) else None

    def _voiced(self, first: int, last: int) -> Field | None:
        """The party whose men a text calls as only it does ("the soldiers of the Caliphate")."""
        prefix = "speech.voices."
        parties = [name for name in self.words.lists if name.startswith(prefix)]
        openings = self.words.openings("speech.voices", *(name[len(prefix) :] for name in parties))
        for analysis in self.analyses[first:last]:
            tokens = analysis.sentence.tokens
            starts = [at for at, token in enumerate(tokens) if token.low in openings]
            for at, name in product(starts, parties):
                size = self.words.match(name, tokens, at)
                if size and not analysis.sentence.in_quotes(at):
                    return Field(name[len(prefix) :], "inherited", "voice of a party", *analysis.offsets(at, at + size))
        return None

    def _forwarded(self, first: int, last: int) -> Field | None:
        """ "[Telegram, forwarded from: X]" at the head of a text in the first person."""
        start, end = self.analyses[first].sentence.start, self.analyses[last - 1].sentence.end
        line = self.document.shadow.rfind("\n", 0, start) + 1
        found = _FORWARDED.search(self.document.shadow, line, min(end, line + 300))
        if found is None or not self._in_first_person(first, last):
            return None
        return Field(found[1], "inherited", "forwarded statement", *found.span(1))

    def _signed(self, first: int, last: int) -> Field | None:
        """The name that stands alone in the last line below a text in the first person."""
        sentence = self.analyses[last - 1].sentence
        tokens = sentence.tokens
        alone = last - first > 2 and sentence.paragraph != self.analyses[last - 2].sentence.paragraph
        named = alone and len(tokens) <= 8 and all(t.is_capital or not t.is_word or len(t.text) < 4 for t in tokens)
        clauses = Clauses(sentence, [], self.words)
        if not named or not clauses.can_speak(0, len(tokens)) or tokens[-1].text == ".":
            return None
        return self._field(last - 1, (0, len(tokens)), "signature") if self._in_first_person(first, last) else None

    def _in_first_person(self, first: int, last: int) -> bool:
        return any(
            self.words.has("speech.own", token.low) and token.text != "US" and not analysis.sentence.in_quotes(at)
            for analysis in self.analyses[first:last]
            for at, token in enumerate(analysis.sentence.tokens)
        )

    def _field(self, at: int, span: Range, rule: str) -> Field:
        start, end = self.analyses[at].offsets(*span)
        return Field(self.document.raw[start:end].strip(" ,"), "inherited", rule, start, end)
