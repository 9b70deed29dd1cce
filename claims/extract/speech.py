"""Who says what in a sentence: frames of attribution, and how far each reaches.

A frame stands before what it reports ("X said that ..."), after it ("..., X said"), or is "according to X". A
participle ("adding that ...") takes the speaker of the frame before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.extract.moments import Moment
from claims.extract.persons import is_person
from claims.extract.sentences import Sentence
from claims.extract.tokens import Token
from claims.extract.words import Words

_STANCES = ("says", "claims", "admits", "confirms", "denies")
_FARTHEST = 28
PRONOUNS = frozenset({"he", "she", "it", "they", "we"})


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


class Clauses:
    """Finds speakers, and the noun phrases beside verbs, in one sentence."""

    def __init__(self, sentence: Sentence, moments: Sequence[Moment], words: Words) -> None:
        self.sentence, self.words = sentence, words
        self.tokens: list[Token] = sentence.tokens
        self.in_date = {at for at, token in enumerate(self.tokens) for m in moments if m.start <= token.start < m.end}

    def frames(self) -> Iterator[Frame]:
        """Every frame of the sentence."""
        last: Frame | None = None
        for at in range(len(self.tokens)):
            frame = self._according(at) or self._verb(at, last)
            if frame is not None:
                last = frame
                yield frame

    def _stance(self, low: str) -> str:
        return next((stance for stance in _STANCES if self.words.has(f"speech.verbs.{stance}", low)), "")

    # According to

    def _according(self, at: int) -> Frame | None:
        size = self.words.match("speech.according", self.tokens, at)
        if not size:
            return None
        if size == 1 and (at == 0 or self.tokens[at - 1].text != ","):
            return None
        end = self.end_of_name(at + size)
        if end <= at + size or not self.can_speak(at + size, end):
            return None
        opening = at == 0 or (at == 1 and self.tokens[0].text == '"')
        return Frame(at, end, (at + size, end), "says", "opening" if opening else "according")

    def end_of_name(self, start: int) -> int:
        """Where the words for a speaker end that start here."""
        at = start
        while at < min(len(self.tokens), start + 16):
            token = self.tokens[at]
            if token.text in (",", ";", ".", ":", '"', "(", ")", "!", "?", "\u2014") or self.words.has(
                "function.relatives", token.low
            ):
                break
            if at > start and (
                at in self.in_date
                or self.words.has("function.be", token.low)
                or self.words.has("function.have", token.low)
            ):
                break
            if at > start and (
                self._stance(token.low)
                and not token.low.endswith("s")
                or token.low in ("while", "but", "as", "after", "when", "on", "to")
            ):
                break
            at += 1
        while at > start and (
            self.words.has("function.prepositions", self.tokens[at - 1].low) or self.tokens[at - 1].low == "and"
        ):
            at -= 1
        return at

    # Verbs

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
        if speaker is None or not self.can_speak(*speaker) or (speaker[0] and self.tokens[speaker[0] - 1].low in ("than", "as")):
            return None
        if self._closes(speaker, at):
            return Frame(at, at + 1, speaker, stance, "after")
        if self.words.has("speech.needs_clause", low) and not self._has_clause(at):
            return None
        return Frame(at, at + 1, speaker, stance, "before")

    def _is_noun(self, at: int) -> bool:
        before = self.tokens[at - 1] if at else None
        if before is None:
            return True
        noun = self.words.has("speech.nouns", self.tokens[at].low) or self.tokens[at].low in (
            "states",
            "notes",
            "shows",
            "fears",
            "state",
            "put",
            "post",
            "fear",
        )
        small = (
            self.words.has("function.determiners", before.low)
            or self.words.has("function.prepositions", before.low)
            or before.low in ("'s", "and", "of")
        )
        if noun and small and before.low not in ("that",):
            return True
        if self.tokens[at].low in ("claimed", "claims", "claiming", "claim") and self._object_claimed(at):
            return True
        return self.tokens[at].low in (
            "say",
            "claim",
            "report",
            "deny",
            "confirm",
            "admit",
            "believe",
            "state",
            "estimate",
        ) and before.low in ("to", "not")

    def _object_claimed(self, at: int) -> bool:
        """ "Claimed responsibility", "claimed the attack", "claimed 171 lives": nothing is reported."""
        after = [token.low for token in self.tokens[at + 1 : at + 5]]
        if after[:1] in (["responsibility"], ["credit"]) or "responsibility" in after[:2]:
            return True
        if (
            after[:1]
            and after[0] in ("the", "a", "an")
            and any(self.words.has("blame.acts", low) for low in after[1:3])
        ):
            return not any(
                self.words.has("function.verbs", low) or self.words.has("function.be", low) for low in after[2:]
            )
        return any(self.words.has("outcomes.remains", low) for low in after[1:])

    def _participle(self, at: int, stance: str, last: Frame | None) -> Frame | None:
        before = self.tokens[at - 1].low if at else ""
        if before not in (",", "while", "and", "by") and last is None:
            return None
        if self.words.has("function.be", before):
            return self._plain_progressive(at, stance)
        if last is not None and last.last <= at:
            return Frame(at, at + 1, last.said_by, stance, "participle")
        speaker = self._subject_of_sentence(at)
        return Frame(at, at + 1, speaker, stance, "participle") if speaker and self.can_speak(*speaker) else None

    def _plain_progressive(self, at: int, stance: str) -> Frame | None:
        speaker = self.before(at - 1)
        return Frame(at, at + 1, speaker, stance, "before") if speaker and self.can_speak(*speaker) else None

    def _subject_of_sentence(self, at: int) -> tuple[int, int] | None:
        """The words before the first verb of the sentence, for "X condemned the attack, saying that"."""
        for place in range(min(at, _FARTHEST)):
            low = self.tokens[place].low
            if place and (
                self.words.has("function.verbs", low)
                or self._stance(low)
                or self.words.has("blame.accuses", low)
                or (low.endswith("ed") and not self.tokens[place].is_capital)
            ):
                speaker = self.before(place)
                return speaker
        return None

    def is_passive(self, at: int) -> bool:
        """Whether a form of "be" stands before a participle."""
        for place in range(at - 1, max(-1, at - 4), -1):
            low = self.tokens[place].low
            if self.words.has("function.be", low):
                return True
            if not (low.endswith("ly") or self.words.has("function.adverbs", low)):
                return False
        return False

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
        if end == at + 1 or after.low in ("that", "it", "the") and not self.can_speak(at + 1, end):
            return None
        if (
            self._verb_inside(at + 1, end)
            or not (self.can_speak(at + 1, end))
            or self.words.has("function.pronouns", after.low)
            and end > at + 2
        ):
            return None
        if self.words.has("speech.told", self.tokens[at].low):
            return None
        return Frame(at, end, (at + 1, end), stance, "after")

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
            or self._stance(self.tokens[place].low) != ""
            and self.tokens[place].low.endswith("ing")
        )

    def _is_filler(self, at: int) -> bool:
        low = self.tokens[at].low
        return self.words.has("time.fillers", low) or low in (
            "in",
            "a",
            "statement",
            "by",
            "phone",
            "to",
            "reporters",
            "journalists",
            "post",
            "x",
            "news",
            "conference",
            "separately",
            "without",
            "report",
            "its",
            "his",
            "her",
            "their",
            "an",
            "interview",
            "earlier",
            "too",
            "also",
            "televised",
            "at",
            "via",
            "telegram",
            "twitter",
            "published",
            "released",
            "issued",
            "of",
            "news",
            "this",
            "the",
            "facebook",
            "message",
            "briefing",
            "state",
            "television",
            "tv",
        )

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

    # The words for the speaker

    def before(self, at: int) -> tuple[int, int] | None:
        """The noun phrase that ends before a verb, with an apposition between commas."""
        end = at
        while end > 0 and (self._skips(end - 1) or (end - 1) in self.in_date):
            end -= 1
        if end and self.tokens[end - 1].text in (",", "\u2014"):
            return self._past_aside(end)
        found = self._phrase(end)
        if found is None or not self.can_speak(*found):
            found = self._before_relative(end) or found
        return found

    def _before_relative(self, end: int) -> tuple[int, int] | None:
        """The phrase before "who reached the site" in "a rescuer who reached the site said"."""
        at = next((p for p in range(end - 1, max(-1, end - 14), -1) if self.tokens[p].low in ("who", "which")), None)
        return self._phrase(at) if at else None

    def _skips(self, at: int) -> bool:
        low = self.tokens[at].low
        return (
            self.words.has("function.have", low)
            or (self.words.has("function.adverbs", low) and not self.tokens[at].is_capital)
            or low.endswith("ly")
            and low not in ("family", "italy", "assembly")
            or low == "on"
        )

    def _past_aside(self, end: int) -> tuple[int, int] | None:
        """The phrase before an aside between commas: "X, the spokesman, said"."""
        mark = self.tokens[end - 1].text
        comma = next((at for at in range(end - 2, max(-1, end - 24), -1) if self.tokens[at].text == mark), None)
        if comma is None or comma == 0:
            return None
        aside = [token.low for token in self.tokens[comma + 1 : end - 1]]
        phrase = self._phrase(comma)
        relative = bool(aside) and (
            self.words.has("function.relatives", aside[0])
            or self.words.has("function.prepositions", aside[0])
            or self.words.has("function.adverbs", aside[0])
        )
        if phrase is None or not self.can_speak(*phrase):
            return None if relative else self._phrase(end - 1) if not aside else phrase and (phrase[0], end - 1)
        return phrase if relative else (phrase[0], end - 1)

    def _phrase(self, end: int) -> tuple[int, int] | None:
        start = end
        while start > 0 and end - start < _FARTHEST and self._in_name(start - 1):
            start -= 1
        start = self._trimmed(start, end)
        return (start, end) if start < end else None

    def _in_name(self, at: int) -> bool:
        token = self.tokens[at]
        if token.low == "'s" or (token.text in ("-", "/", "&", "(", ")")):
            return True
        if not token.is_word and not token.text[0].isdigit() or at in self.in_date:
            return False
        if token.low == "and":
            return (
                at > 0
                and self.tokens[at - 1].is_capital
                and at + 1 < len(self.tokens)
                and (self.tokens[at + 1].is_capital)
                and not self._verb_before(at)
            )
        if any(
            self.words.has(f"function.{name}", token.low)
            for name in ("relatives", "subordinators", "conjunctions", "be", "have")
        ) and token.low not in ("that",):
            return False
        return token.low != "that" and not self.words.has("function.verbs", token.low) and not self._is_verb(at)

    def _verb_before(self, at: int) -> bool:
        for place in range(at - 1, max(-1, at - 16), -1):
            token = self.tokens[place]
            if token.text in (",", ";", '"'):
                return False
            if self.words.has("function.verbs", token.low) or self._is_verb(place):
                return True
        return False

    def _is_verb(self, at: int) -> bool:
        hit = self.words.outcome(self.tokens, at)
        if hit is not None and hit[1][0].form in ("past", "suffers") and not self.tokens[at].is_capital:
            return True
        if self.words.has("blame.accuses", self.tokens[at].low) and self.tokens[at].low.endswith("ed"):
            return True
        return bool(self._stance(self.tokens[at].low)) and not self._is_noun(at)

    def _trimmed(self, start: int, end: int) -> int:
        """Past adverbs, dates and prepositions that open a clause before its subject."""
        while start < end:
            low = self.tokens[start].low
            small = (
                self.words.has("function.prepositions", low)
                or self.words.has("function.adverbs", low)
                or low in ("and", "(", ")", "-", "earlier")
            )
            if not (small or start in self.in_date or low == "'s"):
                break
            start += 1
        return start

    def can_speak(self, start: int, end: int) -> bool:
        """Whether words can name a speaker: a word for one, a name, or a pronoun alone."""
        words = self.tokens[start:end]
        if len(words) == 1 and words[0].low in PRONOUNS:
            return words[0].low != "it" or not (
                end < len(self.tokens) and self.words.has("function.be", self.tokens[end].low)
            )
        if any(self.words.has("speech.heads", token.low) or is_person(token.text) for token in words):
            return not words[0].text[0].isdigit() and "than" not in [w.low for w in words] and words[0].low not in ("no", "nobody", "none")
        return any(
            token.is_capital
            and token.is_word
            and not self.words.has("function.determiners", token.low)
            and token.start != self.sentence.start
            for token in words
        ) or (
            bool(words)
            and words[0].is_capital
            and words[0].is_word
            and not any(
                self.words.has(f"function.{n}", words[0].low)
                for n in ("determiners", "prepositions", "pronouns", "adverbs", "conjunctions", "subordinators")
            )
            and not words[-1].text[0].isdigit()
        )
