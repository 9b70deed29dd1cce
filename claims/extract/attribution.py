"""Who says what a word of a document tells: a frame's speaker, a quotation's, a party's own statement, or the outlet.

A speaker is never carried on in silence: beyond the own sentence only an open quotation, a list under "X said:" and a
statement that a party published itself have one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.extract.analysis import Analysis
from claims.extract.announced import Announced
from claims.extract.document import Document
from claims.extract.drafts import Field
from claims.extract.frame import Frame
from claims.extract.mentions import Mention
from claims.extract.reach import frame_of
from claims.extract.speakers import Speakers
from claims.extract.statements import own_statements
from claims.extract.tokens import Token
from claims.extract.words import Words

_LONGEST_COUNT = 6
"""Sentences at most in which a speaker's count goes on."""
_OWN = frozenset({"we", "our", "us", "i"})


def _goes_on(tokens: Sequence[Token], words: Words) -> bool:
    """Whether a sentence opens as the next part of a count."""
    late = frozenset({"of", "among"})
    places = [at for at in range(min(3, len(tokens) - 1)) if at == 0 or tokens[at].low not in late]
    places = [at for at in places if tokens[at + 1].low != "than"]
    return any(words.match("speech.goes_on", tokens, at) for at in places)


class Attribution:
    """Answers who says it, for any token of one document."""

    def __init__(self, document: Document, analyses: Sequence[Analysis], words: Words) -> None:
        self.document, self.analyses, self.words = document, analyses, words
        self.speakers = Speakers(document, analyses, words)
        self.statements = own_statements(document, analyses, words)
        self.listed = Announced(analyses, self.speakers, self.name, words).speakers_of()

    def frame(self, number: int, at: int) -> Frame | None:
        """The frame that governs a token of a sentence."""
        analysis = self.analyses[number]
        return frame_of(analysis.sentence, analysis.frames, at, self.words)

    def of(self, number: int, at: int) -> Field:
        """The claimant of what a token of a sentence tells."""
        frame = self.frame(number, at)
        if frame is not None and frame.said_by is not None:
            return self.name(number, frame.said_by, f"frame {frame.kind}")
        return (
            self._quoted(number, at)
            or self.listed[number]
            or self.statements[number]
            or self._summed_up(number)
            or self._counted_on(number)
            or self._outlet()
        )

    def teller(self, number: int, at: int) -> str:
        """Who tells what a token tells, in words; empty where the text itself does."""
        found = self.of(number, at)
        return found.value if found.source != "default" else ""

    def name(self, number: int, span: tuple[int, int], rule: str) -> Field:
        """The field for a speaker's words; "we" and "our office" in a party's own statement are that party."""
        found = self.speakers.field(number, span, rule)
        if self._is_outlet(found.value):
            return self._outlet()
        own = self.statements[number]
        first = found.value.lower().partition(" ")[0]
        if own is not None and first in _OWN:
            return replace(own, source="coreference", start=found.start, end=found.end, alternatives=(found.value,))
        return self._outlet() if found.value.lower() in _OWN else found

    def _is_outlet(self, text: str) -> bool:
        """Whether words mean the outlet itself: its name, or "our correspondent"."""
        parts = text.lower().split()
        if text.lower().removeprefix("the ") == self.document.source.lower().removeprefix("the "):
            return True
        ours = len(parts) > 1 and parts[0] == "our"
        return ours and any(self.words.has(f"speech.{name}", parts[-1]) for name in ("outlet", "tallies"))

    def _summed_up(self, number: int) -> Field | None:
        """ "That would bring the toll to 45": who gave the figure before gives the sum."""
        low = [token.low for token in self.analyses[number].sentence.tokens[:4]]
        if low[0] not in ("that", "this", "these") or not any(one.startswith(("bring", "brought")) for one in low):
            return None
        spoken = self.speakers.last_said(number, 0, 1)
        return replace(self._inherited(spoken), rule="sum of what was said") if spoken is not None else None

    def _counted_on(self, number: int) -> Field | None:
        """ "Five others are missing", "Of the dead, 79 were women": who gave the count before goes on with it."""
        first = number
        while number - first < _LONGEST_COUNT and self._takes_up(first):
            first -= 1
        if first == number or self._takes_up(first):
            return None
        before = self.analyses[first]
        places = [loss.first for loss in before.losses] or [count.first for count in before.counts]
        told = [at for at in places if not before.sentence.in_quotes(at)]
        found = self.of(first, told[-1]) if told else self._outlet()
        return replace(found, source="inherited", rule="count goes on") if found.source != "default" else None

    def _takes_up(self, number: int) -> bool:
        """Whether a sentence without a speaker goes on with the count of the one before it on its line."""
        analysis = self.analyses[number]
        return self._same_line(number) and not analysis.frames and _goes_on(analysis.sentence.tokens, self.words)

    def _outlet(self) -> Field:
        return Field(self.document.source, "default", "narrative")

    def _same_line(self, number: int) -> bool:
        return number > 0 and self.analyses[number].sentence.paragraph == self.analyses[number - 1].sentence.paragraph

    def _quoted(self, number: int, at: int) -> Field | None:
        """The speaker of the quotation round a token, which may begin before the sentence and end after it."""
        sentence = self.analyses[number].sentence
        if not sentence.in_quotes(at):
            return None
        after = self._after_quotation(number) if sentence.quoted[-1][1] == len(sentence.tokens) else None
        if after is not None:
            return after
        first = number
        while self.analyses[first].sentence.opens_quoted and first > 0:
            first -= 1
        if self.statements[number] is not None:
            return None
        spoken = self._speaker_before(first, at if first == number else len(self.analyses[first].sentence.tokens))
        return self._inherited(spoken) if spoken is not None else None

    def _after_quotation(self, number: int) -> Field | None:
        """The speaker named behind the end of an open quotation: "... Nobody came," she said."""
        place = number + 1
        while place < len(self.analyses) and self.analyses[place].sentence.opens_quoted:
            analysis = self.analyses[place]
            close = analysis.sentence.quoted[0][1] if analysis.sentence.quoted else 0
            if close < len(analysis.sentence.tokens):
                frame = next((f for f in analysis.frames if f.first > close and f.said_by is not None), None)
                if frame is None or frame.said_by is None or frame.kind not in ("after", "according", "before"):
                    return None
                return replace(self.name(place, frame.said_by, "quotation goes on"), source="inherited")
            place += 1
        return None

    def _speaker_before(self, number: int, at: int) -> Mention | None:
        """Who was speaking where a quotation begins: the last speaker, else the subject, of the sentences before."""
        found = self.speakers.last_said(number, at)
        if found is not None:
            return found
        return next((m for m in self.speakers.by_sentence[number - 1]), None) if number else None

    def _inherited(self, one: Mention) -> Field:
        return Field(one.text, "inherited", "quotation goes on", one.start, one.end)
