"""Who speaks in a list or a text that a sentence announces: "X said:" over items, "X issued the following summary"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from claims.extract.analysis import Analysis
from claims.extract.drafts import Field
from claims.extract.naming import Range
from claims.extract.speakers import Speakers
from claims.extract.words import Words

_FOLLOWING = frozenset({"following", "follows"})


class Announced:
    """Finds for every sentence who announced the list or the text that it is part of.

    `name` gives the field for a speaker's words in a sentence.
    """

    def __init__(
        self, analyses: Sequence[Analysis], speakers: Speakers, name: Callable[[int, Range, str], Field], words: Words
    ) -> None:
        self.analyses, self.speakers, self.name, self.words = analyses, speakers, name, words

    def speakers_of(self) -> list[Field | None]:
        """The announcer of every sentence; None where the text stands for itself."""
        found: list[Field | None] = []
        speaker: Field | None = None
        whole = False
        for number, analysis in enumerate(self.analyses):
            if speaker is not None and (self._ends_text(number) if whole else self._ends_list(number)):
                speaker = None
            found.append(speaker)
            if self._opens_text(analysis) or self._opens_list(analysis):
                speaker, whole = self._announcer(number), self._opens_text(analysis)
        return found

    def _opens_list(self, analysis: Analysis) -> bool:
        """Whether a sentence announces a list: a colon ends it, or it speaks of "the following"."""
        tokens = analysis.sentence.tokens
        return tokens[-1].text == ":" or any(token.low in _FOLLOWING for token in tokens[-5:])

    def _opens_text(self, analysis: Analysis) -> bool:
        """ "Issued the following summary of ground action": the paragraphs below are that text."""
        tokens = analysis.sentence.tokens
        places = [at for at, token in enumerate(tokens) if token.low == "following" and tokens[at - 1].low == "the"]
        return any(self.words.has("speech.carriers", token.low) for at in places for token in tokens[at + 1 : at + 4])

    def _ends_list(self, number: int) -> bool:
        return not self.analyses[number].sentence.listed and not self._same_paragraph(number)

    def _ends_text(self, number: int) -> bool:
        """Whether a paragraph begins in which somebody else is named as speaker."""
        opening = not self._same_paragraph(number)
        return opening and any(f.kind == "before" and f.last - f.first == 1 for f in self.analyses[number].frames)

    def _same_paragraph(self, number: int) -> bool:
        return number > 0 and self.analyses[number].sentence.paragraph == self.analyses[number - 1].sentence.paragraph

    def _announcer(self, number: int) -> Field | None:
        """Who announces: the last speaker of the sentence, else its subject ("the Chamber finds as follows")."""
        frames = self.analyses[number].frames
        found = next((f.said_by for f in reversed(frames) if f.said_by is not None), None)
        if found is not None:
            return replace(self.name(number, found, "list under a speaker"), source="inherited")
        one = next(iter(self.speakers.by_sentence[number]), None)
        return Field(one.text, "inherited", "list under a speaker", one.start, one.end) if one is not None else None
