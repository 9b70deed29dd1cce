"""Who says what in a sentence: the frames of attribution.

A frame stands before what it reports ("X said that ...", "X: ..."), after it ("..., X said"), or is "according to X".
A participle ("adding that ...") takes the speaker of the frame before it. How far each reaches is in `reach`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from claims.extract.closings import Closings
from claims.extract.frame import Frame
from claims.extract.moment import Moment
from claims.extract.naming import Range
from claims.extract.sentences import Sentence
from claims.extract.sources import RISES
from claims.extract.words import Words

_PARTS = frozenset({";", "while", "whereas", "but"})
_OPENERS = frozenset({"where", "which", "that", "and", "but", "because", "when", "while", "whereas", "who", "or"})
_LINKS = frozenset({"and", "but", "or", "then", "nor", "yet"})


def find_frames(sentence: Sentence, moments: Sequence[Moment], words: Words) -> list[Frame]:
    """The frames of a sentence, from left to right."""
    return Clauses(sentence, moments, words).frames()


@lru_cache(maxsize=4)
def _openers(words: Words) -> frozenset[str]:
    """Every word at which a frame may be found; at any other there is none."""
    according = words.openings("speech", "according") | words.lists["speech.assertions"]
    texts = words.lists["speech.versions"] | words.lists["speech.carriers"]
    return according | texts | RISES | words.stances.keys() | {"by", "as"}


class Clauses(Closings):
    """Finds speakers, and the noun phrases beside verbs, in one sentence."""

    def frames(self) -> list[Frame]:
        """Every frame of the sentence; a news agency that quotes somebody yields to whom it quotes."""
        found: list[Frame] = []
        colon = self._colon()
        openers = _openers(self.words)
        for at, token in enumerate(self.tokens):
            if token.low not in openers and not (colon is not None and colon.first == at):
                continue
            last = found[-1] if found else None
            frame = (
                colon
                if colon is not None and colon.first == at
                else self._according(at) or self._own_toll(at) or self._noun(at) or self._verb(at, last)
            )
            if frame is not None:
                found.append(frame)
        closing = self._last_colon() or self._bracketed()
        if closing is not None and not found:
            found.append(closing)
        return list(self._originators(found))

    def _originators(self, frames: Sequence[Frame]) -> Iterator[Frame]:
        citing = [
            f
            for f in frames
            if f.kind in ("according", "opening") and self.words.match("speech.citing", self.tokens, f.first)
        ]
        for frame in frames:
            source = next((f for f in citing if f.first != frame.first), None)
            aside = source is not None and (source.last == frame.first - 1 or source.kind == "opening")
            if source is not None and frame not in citing and (aside or self._relays(frame)):
                frame = replace(frame, said_by=source.said_by)
            yield frame

    def _verb(self, at: int, last: Frame | None) -> Frame | None:
        stance = self.stance_of(self.low(at))
        if not stance or self.is_noun(at) or (last is not None and at < last.last and last.kind != "passive"):
            return None
        if self.low(at).endswith("ing"):
            return self._participle(at, stance, last)
        given = self.low(at + 1) == "by" and self.words.has("speech.given", self.low(at))
        if given or self.is_passive(at):
            return self._passive(at, stance)
        if self._is_reduced(at) or self._is_struck_back(at):
            return None
        return self._inverted(at, stance) or self._with_subject(at, stance, last)

    def _is_reduced(self, at: int) -> bool:
        """ "244 people reported killed", "a town said to be": a participle, not what somebody says."""
        low, after = self.low(at), self.low(at + 1)
        if after == "to" and self.low(at + 2) in ("be", "have"):
            return low in ("said", "reported", "believed", "alleged", "estimated", "feared")
        if after in ("killed", "dead", "missing", "wounded", "injured", "captured"):
            return low.endswith("d")
        return after == "by" and low.endswith("ed")

    def _is_struck_back(self, at: int) -> bool:
        """ "Responded with air strikes": what somebody did."""
        if self.low(at + 1) != "with" or not self.words.has("blame.replies", self.low(at)):
            return False
        deeds = self.words.any_of(("blame.acts", "blame.weapons"))
        return any(self.low(p) in deeds for p in range(at + 2, at + 6))

    def _with_subject(self, at: int, stance: str, last: Frame | None) -> Frame | None:
        speaker = self._shared(at, last) or self.before(at)
        if speaker is None or not self.can_speak(*speaker) or self.low(speaker[0] - 1) == "than":
            return None
        if self.low(speaker[0] - 1) == "as":
            return self._as_said(speaker, at)
        works = self.words.has("speech.works", self.low(at)) and (stance != "admits" or self._cares(speaker))
        if self._is_given_toll(speaker):
            return Frame(at, at + 1, speaker, stance, "after")
        if self._closes(speaker, at) and (not works or self._ends(at + 1)):
            kind = "before" if self._is_inserted(speaker) else "after"
            return Frame(at, at + 1, self._issuer(speaker) or speaker, stance, kind)
        needs = any(self.words.has(f"speech.{name}", self.low(at)) for name in ("needs_clause", "needs_figure"))
        if needs and not self.reports(at):
            return None
        if works and not (self.carries(at) or self._counts_at_work(speaker, at)):
            return None
        if self.low(at).startswith("hear") and not self._hears(speaker):
            return None
        kind = "named" if self._names_thing(speaker) else "before"
        return Frame(at, at + 1, self._issuer((speaker[0], at)) or speaker, stance, kind, works)

    def _as_said(self, speaker: Range, at: int) -> Frame | None:
        """ "As witnesses told it, ...", "..., as the ministry claimed"."""
        first, end = speaker[0] - 1, at + 1 + (self.low(at + 1) == "it")
        if not self._ends(end):
            return None
        if first == 0:
            return Frame(first, end, speaker, "says", "opening")
        return Frame(first, end, speaker, "says", "according") if self.tokens[first - 1].text == "," else None

    def _is_inserted(self, speaker: Range) -> bool:
        """ "In the valley, where, the army says, 400 died": a clause has just begun, and the speaker says that one."""
        opener = speaker[0] - 2
        return self.low(opener + 1) == "," and self.low(opener) in _OPENERS

    def _names_thing(self, speaker: Range) -> bool:
        """ "On what officials said were patrols": only the words for a thing are the speaker's."""
        what = speaker[0] - 1
        if self.low(what) == "which":
            return self.low(what - 1) == ","  # "the talks, which the UN said were its last hope, collapsed"
        return self.low(what) == "what" and self.is_small(what - 1, "prepositions", "verbs", "irregular")

    def _counts_at_work(self, speaker: Range, at: int) -> bool:
        """Whether those who count bodies or patients speak by it; gunmen who "found three people" do not."""
        words = [token.low for token in self.tokens[speaker[0] : speaker[1]]]
        if self.low(at).startswith(("receiv", "treat", "admit", "collect")):
            return self._cares(speaker)
        if self.words.has("speech.counting", self.low(at)) or words[0] in ("he", "she", "they", "it"):
            return True
        return any(self.is_head(low) for low in words)

    def _hears(self, speaker: Range) -> bool:
        """Whether what a body hears is testimony: "the court heard"."""
        return any(self.words.has("speech.hearers", token.low) for token in self.tokens[speaker[0] : speaker[1]])

    def _cares(self, speaker: Range) -> bool:
        return any(self.words.has("speech.carers", token.low) for token in self.tokens[speaker[0] : speaker[1]])

    def _shared(self, at: int, last: Frame | None) -> Range | None:
        """The speaker of the verb before in "X denied it and said that", "X overran a base, and said"."""
        end = at
        while end > 0 and (self.skips(end - 1) or (end - 1) in self.in_date):
            end -= 1
        if self.low(end - 1) not in _LINKS:
            return None
        parts = (p for p in range(end - 1, 0, -1) if self.low(p) in _PARTS)
        start = next(parts, 0)
        if last is not None and last.first < start:
            own = self.subject_from(start + 1, end - 1)
            return own if own is not None and own[0] > start else last.said_by
        if last is not None and last.said_by is not None and last.kind in ("before", "participle"):
            return last.said_by
        return self.subject_of_sentence(end - 1)

    def _participle(self, at: int, stance: str, last: Frame | None) -> Frame | None:
        before = self.low(at - 1)
        if before == "as":
            return self._quoted_as(at, stance)
        if self.words.has("function.be", before):
            return self._plain_progressive(at, stance)
        beside = self._beside(at, stance)
        if beside is not None:
            return beside
        linked = before in (",", "while", "and", "by", "without") or self._has_carrier(at)
        if not linked and last is None:
            return None
        if before in ("without", "for", "of", "from") or self._is_idle(at):
            return None
        own = self.phrase(at)
        if own is not None and self.tokens[own[0] - 1].text == "," and self.can_speak(*own):
            return Frame(at, at + 1, own, stance, "participle")
        if last is not None and last.last <= at:
            return Frame(at, at + 1, last.said_by, stance, "participle")
        speaker = self.subject_of_sentence(at)
        return Frame(at, at + 1, speaker, stance, "participle") if speaker and self.can_speak(*speaker) else None

    def _has_carrier(self, at: int) -> bool:
        """ "Issued a statement on Monday saying", "released a video claiming": a noun for a text stands before."""
        near = range(max(0, at - 6), at)
        return any(self.words.has("speech.carriers", self.low(p)) for p in near)

    def _beside(self, at: int, stance: str) -> Frame | None:
        """ "With both governments accusing ...", "with the ministry reporting 12 dead"."""
        own = self.phrase(at)
        if own is None or self.low(own[0] - 1) != "with" or self._is_idle(at) or not self.can_speak(*own):
            return None
        return Frame(at, at + 1, own, stance, "participle")

    def _is_idle(self, at: int) -> bool:
        """ "Revising an earlier count", "finding shelter": a participle that reports nothing by itself."""
        return self.words.has("speech.needs_figure", self.low(at)) and not self.reports(at)

    def _quoted_as(self, at: int, stance: str) -> Frame | None:
        """ "X was quoted as saying", "state television quoted X as saying": X says it."""
        verb = next(
            (p for p in range(at - 2, max(-1, at - 16), -1) if self.low(p) in ("quoted", "cited", "quotes")), None
        )
        if verb is None:
            return None
        if self.is_passive(verb):
            be = next(p for p in range(verb - 1, -1, -1) if self.is_small(p, "be"))
            speaker = self.before(be)
        else:
            speaker = (verb + 1, self.end_of_name(verb + 1))
        ok = speaker is not None and speaker[0] < speaker[1] and self.can_speak(*speaker)
        closes = self._ends(self._past_fillers(at)) and not self._opens_quote(at + 1)
        return Frame(at, at + 1, speaker, stance, "after" if closes else "before") if ok else None

    def _plain_progressive(self, at: int, stance: str) -> Frame | None:
        speaker = self.before(at - 1)
        return Frame(at, at + 1, speaker, stance, "before") if speaker and self.can_speak(*speaker) else None

    def _passive(self, at: int, stance: str) -> Frame | None:
        """ "It was reported by X that", "the toll was put at 12 by X": the speaker follows "by"."""
        telling = any(self.words.has(f"speech.{name}", self.low(at)) for name in ("given", "passives"))
        if stance == "denies" or not (telling or self.low(at + 1) == "that"):
            return None
        for place in range(at + 1, min(at + 9, len(self.tokens))):
            if self.tokens[place].text in (",", ";", "\u2014"):
                return None
            if self.low(place) == "by" or (
                self.low(place) == "from" and self.words.has("speech.learned", self.low(at))
            ):
                end = self.end_of_name(place + 1)
                ok = end > place + 1 and self.can_speak(place + 1, end)
                goes_on = self.low(end) == "that" or self.low(at + 1) == "that"
                return Frame(at, end, (place + 1, end), stance, "before" if goes_on else "passive") if ok else None
        return None
