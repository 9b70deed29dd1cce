"""Who says what in a sentence: the frames of attribution.

A frame stands before what it reports ("X said that ...", "X: ..."), after it ("..., X said"), or is "according to X".
A participle ("adding that ...") takes the speaker of the frame before it. How far each reaches is in `reach`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claims.extract.moments import Moment
from claims.extract.naming import Naming, Range
from claims.extract.sentences import Sentence
from claims.extract.words import Words

_PAUSES = frozenset({",", ".", ";", '"', "\u2014", ")", ":", "(", "!", "?"})
_RISES = frozenset({"stood", "stands", "rose", "rises", "risen", "reached", "climbed", "was", "is", "remained"})
_LINKS = frozenset({"and", "but", "or", "then", "nor", "yet"})


@dataclass(frozen=True, slots=True)
class Frame:
    """An attribution: the range of the verb, the range of the words for the speaker, its stance and its place.

    `kind` is "before", "after", "according", "opening", "passive" or "participle"; `said_by` is None where the words
    name nobody. `works` marks what somebody counted at work ("the hospital received 12 bodies"), which yields to any
    other speaker of the sentence.
    """

    first: int
    last: int
    said_by: Range | None
    stance: str
    kind: str
    works: bool = False


def find_frames(sentence: Sentence, moments: Sequence[Moment], words: Words) -> list[Frame]:
    """The frames of a sentence, from left to right."""
    return Clauses(sentence, moments, words).frames()


class Clauses(Naming):
    """Finds speakers, and the noun phrases beside verbs, in one sentence."""

    def frames(self) -> list[Frame]:
        """Every frame of the sentence; a news agency that quotes somebody yields to whom it quotes."""
        found: list[Frame] = []
        colon = self._colon()
        for at in range(len(self.tokens)):
            last = found[-1] if found else None
            frame = (
                colon
                if colon is not None and colon.first == at
                else self._according(at) or self._own_toll(at) or self._noun(at) or self._verb(at, last)
            )
            if frame is not None:
                found.append(frame)
        last_colon = self._last_colon()
        if last_colon is not None and not found:
            found.append(last_colon)
        return list(self._originators(found))

    def _originators(self, frames: Sequence[Frame]) -> Iterator[Frame]:
        citing = [
            f for f in frames if f.kind == "according" and self.words.match("speech.citing", self.tokens, f.first)
        ]
        for frame in frames:
            source = next((f for f in citing if f.first != frame.first), None)
            if source is not None and frame not in citing and (source.last == frame.first - 1 or self._relays(frame)):
                frame = replace(frame, said_by=source.said_by)
            yield frame

    def _relays(self, frame: Frame) -> bool:
        """Whether a frame's speaker is a news agency, an outlet or another that passes on."""
        if frame.said_by is None:
            return False
        start, end = frame.said_by
        return any(self.words.has("speech.relays", token.low) for token in self.tokens[start:end])

    def _colon(self) -> Frame | None:
        """ "Military: 12 killed", "The mission, in a short note: ...": a speaker without a verb opens the sentence."""
        colon = next((at for at in range(min(16, len(self.tokens))) if self.tokens[at].text == ":"), None)
        if not colon or colon + 1 >= len(self.tokens) or self.sentence.in_quotes(colon):
            return None
        end = self.end_of_name(0)
        if end == 0 or self._verb_in(0, colon) or any(self.is_small(at, "be", "have") for at in range(colon)):
            return None
        if self.is_small(0, "prepositions") or self.words.has("speech.headings", self.low(end - 1)):
            return None
        if end < colon and self.tokens[end].text != "," and not self.is_small(end, "prepositions"):
            return None
        return Frame(colon, colon + 1, (0, end), "says", "before") if self._names_speaker(0, end) else None

    def _names_speaker(self, start: int, end: int) -> bool:
        """Whether words without a verb are a speaker, and no heading such as "Casualties" or "Update"."""
        last = self.tokens[end - 1]
        named = self.is_head(last.low) and not self.words.has("speech.carriers", last.low)
        return named or self._is_title(start) or (self._speaks_in(start, end) and end - start > 2)

    def _is_title(self, at: int) -> bool:
        return self.words.has("speech.roles", self.low(at)) and self.tokens[at].is_capital

    def _last_colon(self) -> Frame | None:
        """ "12 killed in raid: police": the speaker ends a headline."""
        size = len(self.tokens)
        mark = next((p for p in range(size - 2, max(2, size - 8), -1) if self._is_dash_or_colon(p)), None)
        if mark is None or self.tokens[-1].text in (".", "!", "?", '"'):
            return None
        end = self.end_of_name(mark + 1)
        if end != size or not self._names_speaker(mark + 1, end) or self._verb_in(mark + 1, end):
            return None
        return Frame(mark, end, (mark + 1, end), "says", "after")

    def _is_dash_or_colon(self, at: int) -> bool:
        token = self.tokens[at]
        return token.text in (":", "\u2014") or (token.text == "-" and self.tokens[at - 1].end < token.start)

    def _according(self, at: int) -> Frame | None:
        if self.low(at) == "by":
            return self._by_tally(at)
        size = self.words.match("speech.according", self.tokens, at)
        if not size:
            return None
        if size == 1 and (
            at == 0 or (self.tokens[at - 1].text not in (",", "(", "\u2014") and not self._after_said(at))
        ):
            return None
        end = self.end_of_name(at + size)
        if end <= at + size or not self.can_speak(at + size, end):
            return None
        if self.sentence.in_quotes(at) and any(self.stance_of(token.low) for token in self.tokens[max(0, at - 4) : at]):
            return None  # "X said, 'according to our estimates, ...'": X says it
        opening = at == 0 or (at == 1 and self.tokens[0].text in ('"', "("))
        said_by = self._issuer((at + size, end)) or (at + size, end)
        return Frame(at, max(end, said_by[1]), said_by, "says", "opening" if opening else "according")

    def _after_said(self, at: int) -> bool:
        """ "Reuters reported citing police": no comma before."""
        return self.words.match("speech.citing", self.tokens, at) > 0 and self.stance_of(self.low(at - 1)) != ""

    def _own_toll(self, at: int) -> Frame | None:
        """ "Its civilian toll stood at 25", "the ministry's count rose to 40": whose count it is says it."""
        if not (self.low(at) in _RISES and self.has_figure(at + 1, at + 8)):
            return None
        end = at
        while end and self.skips(end - 1):
            end -= 1
        if not self.words.has("speech.tallies", self.low(end - 1)) or self.sentence.in_quotes(at):
            return None
        found = self.phrase(end)
        if found is None:
            return None
        start, owner = found[0], next((p for p in range(*found) if self.low(p) == "'s"), None)
        if self.low(start) in ("its", "their"):
            return Frame(at, at + 1, (start, start + 1), "says", "before")
        ok = owner is not None and any(self.is_head(self.low(p)) for p in range(start, owner))
        return Frame(at, at + 1, (start, owner), "says", "before") if ok and owner is not None else None

    def _noun(self, at: int) -> Frame | None:
        """ "Claims by X that", "X's assertion that", "the rebels' claim to have killed"."""
        if not self.words.has("speech.assertions", self.low(at)):
            return None
        if self.low(at + 1) in ("by", "from"):
            end = self.end_of_name(at + 2)
            said_by: Range | None = (at + 2, end) if end > at + 2 and self.low(end) == "that" else None
        elif self.low(at + 1) in ("that", "of") or (self.low(at + 1) == "to" and self.low(at + 2) == "have"):
            said_by, end = self._owner(at), at + 1
        else:
            return None
        if said_by is None or not self.can_speak(*said_by) or self.sentence.in_quotes(at):
            return None
        return Frame(at, end + 1, said_by, "claims" if self.low(at).startswith("claim") else "says", "before")

    def _owner(self, at: int) -> Range | None:
        """Whose a noun is: "Moscow" in "Moscow's latest claim", "the rebels" in "the rebels' claim"."""
        for place in range(at - 1, max(-1, at - 4), -1):
            if self.low(place) == "'s":
                return self.phrase(place)
            if self.low(place).endswith("s'"):
                return self.phrase(place + 1)
        return None

    def _by_tally(self, at: int) -> Frame | None:
        """ "By official count", "by Israeli tallies", "by the ministry's reckoning"."""
        end = self.end_of_name(at + 1)
        if end <= at + 1 or not self.words.has("speech.tallies", self.low(end - 1)) or self.is_passive(at - 1):
            return None
        return Frame(at, end, (at + 1, end), "says", "opening" if at == 0 else "according")

    def _issuer(self, phrase: Range) -> Range | None:
        """Whom "a statement signed by X", "estimates by X" or "figures from X" is by."""
        start, end = phrase
        for at in range(start, end + 1):
            if not self.words.has("speech.carriers", self.low(at)):
                continue
            place = at + 1
            while self.words.has("speech.carried_by", self.low(place)) and place < at + 4:
                place += 1
            if place == at + 1 or self.low(place - 1) not in ("by", "from", "to"):
                continue
            issuer = (place, self.end_of_name(place))
            if issuer[1] > place and self.can_speak(*issuer):
                return issuer
        return None

    def _verb(self, at: int, last: Frame | None) -> Frame | None:
        stance = self.stance_of(self.low(at))
        if not stance or self.is_noun(at) or (last is not None and at < last.last and last.kind != "passive"):
            return None
        if self.low(at).endswith("ing"):
            return self._participle(at, stance, last)
        given = self.low(at + 1) == "by" and self.words.has("speech.given", self.low(at))
        if given or self.is_passive(at):
            return self._passive(at, stance)
        if self._is_reduced(at):
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

    def _with_subject(self, at: int, stance: str, last: Frame | None) -> Frame | None:
        speaker = self._shared(at, last) or self.before(at)
        if speaker is None or not self.can_speak(*speaker) or self.low(speaker[0] - 1) in ("than", "as"):
            return None
        works = self.words.has("speech.works", self.low(at)) and (stance != "admits" or self._cares(speaker))
        if self._is_given_toll(speaker):
            return Frame(at, at + 1, speaker, stance, "after")
        if not works and self._closes(speaker, at):
            return Frame(at, at + 1, self._issuer(speaker) or speaker, stance, "after")
        needs = any(self.words.has(f"speech.{name}", self.low(at)) for name in ("needs_clause", "needs_figure"))
        if needs and not self.reports(at):
            return None
        if works and not self._counts_at_work(speaker, at):
            return None
        return Frame(at, at + 1, self._issuer((speaker[0], at)) or speaker, stance, "before", works)

    def _counts_at_work(self, speaker: Range, at: int) -> bool:
        """Whether those who count bodies or patients speak by it; gunmen who "found three people" do not."""
        words = [token.low for token in self.tokens[speaker[0] : speaker[1]]]
        if self.low(at).startswith(("receiv", "treat", "admit", "collect")):
            return self._cares(speaker)
        return any(self.is_head(low) for low in words) or words[0] in ("he", "she", "they", "it")

    def _cares(self, speaker: Range) -> bool:
        return any(self.words.has("speech.carers", token.low) for token in self.tokens[speaker[0] : speaker[1]])

    def _is_given_toll(self, speaker: Range) -> bool:
        """ "That is the toll the ministry gave": the figures stand before."""
        return self.words.has("speech.tallies", self.low(speaker[0] - 1)) and self.low(speaker[0]) in ("the", "that")

    def _shared(self, at: int, last: Frame | None) -> Range | None:
        """The speaker of the verb before in "X denied it and said that", "X overran a base, and said"."""
        end = at
        while end > 0 and (self.skips(end - 1) or (end - 1) in self.in_date):
            end -= 1
        if self.low(end - 1) not in _LINKS:
            return None
        if last is not None and last.said_by is not None and last.kind in ("before", "participle"):
            return last.said_by
        return self.subject_of_sentence(end - 1)

    def _participle(self, at: int, stance: str, last: Frame | None) -> Frame | None:
        before = self.low(at - 1)
        if before == "as":
            return self._quoted_as(at, stance)
        if before not in (",", "while", "and", "by", "without") and last is None:
            return None
        if self.words.has("function.be", before):
            return self._plain_progressive(at, stance)
        if before in ("without", "for", "of", "from") or self._is_idle(at):
            return None
        if last is not None and last.last <= at:
            return Frame(at, at + 1, last.said_by, stance, "participle")
        speaker = self.subject_of_sentence(at)
        return Frame(at, at + 1, speaker, stance, "participle") if speaker and self.can_speak(*speaker) else None

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
        return Frame(at, at + 1, speaker, stance, "before") if ok else None

    def _plain_progressive(self, at: int, stance: str) -> Frame | None:
        speaker = self.before(at - 1)
        return Frame(at, at + 1, speaker, stance, "before") if speaker and self.can_speak(*speaker) else None

    def _passive(self, at: int, stance: str) -> Frame | None:
        """ "It was reported by X that", "the toll was put at 12 by X": the speaker follows "by"."""
        if stance == "denies":
            return None
        for place in range(at + 1, min(at + 9, len(self.tokens))):
            if self.tokens[place].text in (",", ";", "\u2014"):
                return None
            if self.low(place) == "by":
                end = self.end_of_name(place + 1)
                ok = end > place + 1 and self.can_speak(place + 1, end)
                goes_on = self.low(end) == "that" or self.low(at + 1) == "that"
                return Frame(at, end, (place + 1, end), stance, "before" if goes_on else "passive") if ok else None
        return None

    def _inverted(self, at: int, stance: str) -> Frame | None:
        """ "..., said X": a comma or quotation mark before the verb, the speaker after it."""
        if at + 1 >= len(self.tokens) or (self.words.has("speech.told", self.low(at)) and self.low(at) != "informed"):
            return None
        if self.tokens[at - 1].text not in (",", '"', "\u2014", ")"):
            return None
        weak = any(self.words.has(f"speech.{name}", self.low(at)) for name in ("needs_clause", "needs_figure"))
        if weak and '"' not in (self.tokens[at - 1].text, self.tokens[max(0, at - 2)].text):
            return None
        end = self.end_of_name(at + 1)
        after = self.low(at + 1)
        if end == at + 1 or not self.can_speak(at + 1, end) or self._is_subject(at + 1, end):
            return None
        if (
            self.is_small(at + 1, "prepositions")
            or (self.is_small(at + 1, "numbers") and not self.is_head(self.low(end - 1)))
            or any(token.text[0].isdigit() for token in self.tokens[at + 1 : end] if token.low != "no.")
            or (self.words.has("function.pronouns", after) and end > at + 2)
        ):
            return None
        said_by = self._issuer((at + 1, min(end + 3, len(self.tokens)))) or (at + 1, end)
        return Frame(at, max(end, said_by[1]), said_by, stance, "after")

    def _is_subject(self, start: int, end: int) -> bool:
        """Whether words are the subject of what is said and not the speaker: a finite verb is in or after them."""
        if any(self.is_small(end, name) for name in ("be", "have", "verbs")):
            return True
        return any(
            self.is_small(at, "verbs")
            or (self.words.outcome(self.tokens, at) is not None and self.low(at).endswith("ed"))
            for at in range(start, end)
        )

    def _closes(self, speaker: Range, at: int) -> bool:
        """Whether a frame ends what it reports: a comma before it, and the end or a pause soon after."""
        first = speaker[0]
        if first < 2 or self.tokens[first - 1].text not in (",", '"', "\u2014", ")"):
            return False
        place = self._past_fillers(at)
        if place >= len(self.tokens) or self.tokens[place].text in _PAUSES:
            return not self._opens_quote(place)
        low = self.low(place)
        if low in ("that", "which") and place > at + 1 and self.words.has("speech.carriers", self.low(place - 1)):
            return self._is_clause(first - 1)  # "..., the group said in a report that the government rejected"
        return (self.stance_of(low) != "" and low.endswith("ing")) or (
            low in ("as", "after", "while", "when", "without", "and") and self._is_clause(first - 1)
        )

    def _opens_quote(self, at: int) -> bool:
        """ "On Tuesday, police said, "..."": what is said comes after."""
        quote = next((p for p in (at, at + 1) if p < len(self.tokens) and self.tokens[p].text == '"'), None)
        return quote is not None and any(a == quote + 1 for a, _ in self.sentence.quoted) and not self._is_clause(at)

    def _is_clause(self, end: int) -> bool:
        """Whether a main clause stands before a place: a finite verb, and no "after" or "when" that opens it."""
        start = next((p for p in range(end - 1, -1, -1) if self.tokens[p].text == ";"), -1) + 1
        if self.is_small(start, "subordinators"):
            return False
        return any(
            self.is_small(p, "be", "verbs")
            or (self.words.outcome(self.tokens, p) is not None and not self.tokens[p].is_capital)
            for p in range(start, end)
        )

    def _past_fillers(self, at: int) -> int:
        place = at + 1
        if self.words.has("speech.told", self.low(at)):
            while place < min(at + 12, len(self.tokens)) and self._is_told(place):
                place += 1
        while place < len(self.tokens) and (place in self.in_date or self._is_filler(place)):
            place += 1
        return place

    def _is_told(self, at: int) -> bool:
        """Whether a word goes with whom it was told: no mark, no "that" and no verb of what was said."""
        if not self.tokens[at].is_word or self.low(at) == "that" or self.is_small(at, "be", "have", "verbs"):
            return False
        return self.words.outcome(self.tokens, at) is None

    def _is_filler(self, at: int) -> bool:
        low = self.low(at)
        if low == "on" and at + 1 in self.in_date:
            return True
        return (
            self.words.has("time.fillers", low)
            or self.words.has("speech.fillers", low)
            or (self.is_small(at, "adverbs") and low not in ("not", "first"))
        )
