"""Who says what in a sentence: frames of attribution, and how far each reaches.

A frame stands before what it reports ("X said that ..."), after it ("..., X said"), or is "according to X". A
participle ("adding that ...") takes the speaker of the frame before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.extract.moments import Moment
from claims.extract.naming import Naming
from claims.extract.sentences import Sentence
from claims.extract.tokens import Token
from claims.extract.words import Words


@dataclass(frozen=True, slots=True)
class Frame:
    """An attribution: the range of the verb, the range of the words for the speaker, its stance and its place.

    `kind` is "before", "after", "according" or "participle"; `said_by` is None where the words name nobody.
    """

    first: int
    last: int
    said_by: tuple[int, int] | None
    stance: str
    kind: str


def find_frames(sentence: Sentence, moments: Sequence[Moment], words: Words) -> list[Frame]:
    """The frames of a sentence, from left to right."""
    return list(Clauses(sentence, moments, words).frames())


def frame_of(sentence: Sentence, frames: Sequence[Frame], at: int) -> Frame | None:
    """The frame that governs a token: the nearest before it, else the nearest after it."""
    quoted = next(((a, b) for a, b in sentence.quoted if a <= at < b), None)
    if quoted is not None:
        frames = [f for f in frames if not quoted[0] <= f.first < quoted[1]]
    before = [f for f in frames if f.last <= at and f.kind in ("before", "participle", "opening")]
    before = [f for f in before if not _cut(sentence.tokens, f.last, at)]
    if before:
        return before[-1]
    trailing = [f for f in frames if f.kind == "after" and f.last + 1 < len(sentence.tokens) and f.last < at]
    if (
        trailing
        and sentence.tokens[trailing[-1].last].text == ","
        and sentence.tokens[trailing[-1].last + 1].low.endswith("ing")
    ):
        return trailing[-1]
    after = [f for f in frames if f.first > at and f.kind in ("after", "according")]
    after = [f for f in after if (f.said_by is None or f.said_by[0] > at) and not _cut(sentence.tokens, at, f.first)]
    return after[0] if after else None


def _cut(tokens: Sequence[Token], start: int, end: int) -> bool:
    return any(tokens[at].text == ";" for at in range(start, end))


class Clauses(Naming):
    """Finds speakers, and the noun phrases beside verbs, in one sentence."""

    def frames(self) -> Iterator[Frame]:
        """Every frame of the sentence."""
        last: Frame | None = None
        for at in range(len(self.tokens)):
            frame = self._according(at) or self._verb(at, last)
            if frame is not None:
                last = frame
                yield frame

    def _according(self, at: int) -> Frame | None:
        size = self.words.match("speech.according", self.tokens, at)
        if not size:
            return None
        if size == 1 and (at == 0 or self.tokens[at - 1].text != ","):
            return None
        end = self.end_of_name(at + size)
        if end <= at + size or not self.can_speak(at + size, end):
            return None
        if self.sentence.in_quotes(at) and any(self._stance(token.low) for token in self.tokens[max(0, at - 4) : at]):
            return None  # "X said, 'according to our estimates, ...'": X says it
        opening = at == 0 or (at == 1 and self.tokens[0].text == '"')
        return Frame(at, end, (at + size, end), "says", "opening" if opening else "according")

    def _verb(self, at: int, last: Frame | None) -> Frame | None:
        low = self.tokens[at].low
        stance = self._stance(low)
        if not stance or self._is_noun(at):
            return None
        if low.endswith("ing"):
            return self._participle(at, stance, last)
        if self.is_passive(at):
            return self._passive(at, stance)
        inverted = self._inverted(at, stance)
        if inverted is not None:
            return inverted
        speaker = self.before(at)
        if (
            speaker is None
            or not self.can_speak(*speaker)
            or (speaker[0] and self.tokens[speaker[0] - 1].low in ("than", "as"))
        ):
            return None
        if self._closes(speaker, at):
            return Frame(at, at + 1, speaker, stance, "after")
        if self.words.has("speech.needs_clause", low) and not self._has_clause(at):
            return None
        return Frame(at, at + 1, speaker, stance, "before")

    def _participle(self, at: int, stance: str, last: Frame | None) -> Frame | None:
        before = self.tokens[at - 1].low if at else ""
        if before not in (",", "while", "and", "by") and last is None:
            return None
        if self.words.has("function.be", before):
            return self._plain_progressive(at, stance)
        if last is not None and last.last <= at:
            return Frame(at, at + 1, last.said_by, stance, "participle")
        speaker = self.subject_of_sentence(at)
        return Frame(at, at + 1, speaker, stance, "participle") if speaker and self.can_speak(*speaker) else None

    def _plain_progressive(self, at: int, stance: str) -> Frame | None:
        speaker = self.before(at - 1)
        return Frame(at, at + 1, speaker, stance, "before") if speaker and self.can_speak(*speaker) else None

    def _passive(self, at: int, stance: str) -> Frame | None:
        """ "It was reported by X that": the speaker follows "by"."""
        for place in range(at + 1, min(at + 6, len(self.tokens))):
            if self.tokens[place].low == "by":
                end = self.end_of_name(place + 1)
                ok = end > place + 1 and self.can_speak(place + 1, end)
                return Frame(at, end, (place + 1, end), stance, "before") if ok else None
        return None

    def _inverted(self, at: int, stance: str) -> Frame | None:
        """ "..., said X": a comma or quotation mark before the verb, the speaker after it."""
        before = self.tokens[at - 1].text if at else ""
        if before not in (",", '"', "\u2014") or at + 1 >= len(self.tokens):
            return None
        end = self.end_of_name(at + 1)
        after = self.tokens[at + 1]
        if end == at + 1 or (after.low in ("that", "it", "the") and not self.can_speak(at + 1, end)):
            return None
        if (
            self._verb_inside(at + 1, end)
            or self._goes_on(end)
            or self.words.has("function.prepositions", after.low)
            or any(token.text[0].isdigit() for token in self.tokens[at + 1 : end])
            or not (self.can_speak(at + 1, end))
            or (self.words.has("function.pronouns", after.low) and end > at + 2)
        ):
            return None
        if self.words.has("speech.told", self.tokens[at].low):
            return None
        return Frame(at, end, (at + 1, end), stance, "after")

    def _goes_on(self, at: int) -> bool:
        """Whether a finite verb follows: then the words are the subject of what is said, not the speaker."""
        low = self.tokens[at].low if at < len(self.tokens) else ""
        return any(self.words.has(f"function.{name}", low) for name in ("be", "have", "verbs"))

    def _verb_inside(self, start: int, end: int) -> bool:
        return any(
            self.words.has("function.verbs", self.tokens[at].low)
            or (self.words.outcome(self.tokens, at) is not None and self.tokens[at].low.endswith("ed"))
            for at in range(start, end)
        )

    def _closes(self, speaker: tuple[int, int], at: int) -> bool:
        """Whether a frame ends what it reports: a comma before it, and the end or a pause soon after."""
        first = speaker[0]
        if first < 2 or self.tokens[first - 1].text not in (",", '"', "\u2014"):
            return False
        place = at + 1
        if self.words.has("speech.told", self.tokens[at].low):
            while (
                place < len(self.tokens)
                and (self.tokens[place].is_word and self.tokens[place].low != "that")
                and place < at + 7
            ):
                place += 1
        while place < len(self.tokens) and (place in self.in_date or self._is_filler(place)):
            place += 1
        return (
            place >= len(self.tokens)
            or self.tokens[place].text in (",", ".", ";", '"', "\u2014", ")")
            or (self._stance(self.tokens[place].low) != "" and self.tokens[place].low.endswith("ing"))
        )

    def _is_filler(self, at: int) -> bool:
        low = self.tokens[at].low
        return self.words.has("time.fillers", low) or self.words.has("speech.fillers", low)

    def _has_clause(self, at: int) -> bool:
        """Whether a verb that often takes a plain object is followed by a statement or a figure."""
        after = [token.low for token in self.tokens[at + 1 : at + 14]]
        if self.tokens[at].low in ("accused", "accuses", "accuse"):
            place = next((p for p in range(at + 1, min(at + 10, len(self.tokens))) if self.tokens[p].low == "of"), None)
            return place is not None and place + 1 < len(self.tokens) and self.tokens[place + 1].low.endswith("ing")
        if self.tokens[at].low in ("put", "puts", "putting", "raised", "revised", "lowered", "gave", "gives", "spoke"):
            return bool(
                {"toll", "tolls", "number", "figure", "deaths", "casualties", "losses", "dead", "killed", "wounded"}
                & set(after)
            )
        if self.tokens[at].low in (
            "claims",
            "reports",
            "estimates",
            "states",
            "notes",
            "counted",
            "documented",
            "recorded",
            "verified",
            "detailed",
            "believed",
            "feared",
            "fears",
            "reported",
        ):
            return True
        return "that" in after[:4] or '"' in after[:3]
