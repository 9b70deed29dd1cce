"""One name of a place, with the words beside it: "the town of Tiba", "Lamu county", "Al-Noor hospital"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claims.extract.actors import is_actor
from claims.extract.place_names import is_demonym, known
from claims.extract.sentences import Sentence
from claims.extract.tokens import Token
from claims.extract.words import Words

_LONGEST = 6
_VERBAL = ("function.verbs", "function.be", "function.have", "speech.verbs.says", "speech.verbs.claims")


class Part(NamedTuple):
    """One name of a chain with the words for its kind: its token range and how fine it is."""

    first: int
    last: int
    fineness: int
    known: bool


class PlaceParts:
    """Reads single names of places; `taken` holds the stretches that are dates."""

    def __init__(self, sentence: Sentence, words: Words, taken: Sequence[tuple[int, int]]) -> None:
        self.tokens: list[Token] = sentence.tokens
        self.words, self.taken = words, taken

    def _is_kind(self, at: int) -> bool:
        return self.words.has("ground.kinds", self.tokens[at].low)

    def _link(self, start: int, unknown: bool) -> Part | None:
        """One name with the words beside it."""
        at = start
        if self._is_the_capital(at):
            return Part(at + 1, at + 2, 4, True)
        while at < len(self.tokens) and at - start < _LONGEST and self._describes(at):
            at += 1
        name = at
        while (
            at < len(self.tokens)
            and at - name < _LONGEST
            and ((self._is_name(at) and not (at > name and self._is_kind(at))) or self._joins(name, at))
        ):
            at += 1
        if at == name:
            return None
        if self._is_numbered(at):
            return Part(name, at + 1, 4, True)
        before = any(self._names_kind(place) for place in range(start, name))
        for end in range(at, name, -1):
            part = self._part(start, name, end, end == at, before, unknown)
            if part is not None:
                return part
        return None

    def _is_numbered(self, at: int) -> bool:
        """Whether a number belongs to the name before it: "Hill 875", "Route 9", "Camp 16"."""
        tokens = self.tokens[at - 1 : at + 1]
        return len(tokens) == 2 and tokens[1].text.isdigit() and self.words.has("ground.numbered", tokens[0].low)

    def _is_the_capital(self, at: int) -> bool:
        """ "The capital" by itself, which the country of the story names."""
        low = [token.low for token in self.tokens[at : at + 3]]
        named = len(low) > 2 and (low[2] in ("of", "city") or self.tokens[at + 2].is_capital)
        return low[:2] == ["the", "capital"] and not named

    def _part(self, start: int, name: int, end: int, whole: bool, before: bool, unknown: bool) -> Part | None:
        """The name from one token to another as a place; None when it is none."""
        text = " ".join(token.text for token in self.tokens[name:end])
        if is_demonym(text):
            if not self._belongs_to_a_people(end) or not self._stands_alone(end + 1):
                return None  # "the Kyrgyz border guards"
            return Part(name, end + 1, 2 if self.tokens[end].low != "capital" else 4, True)
        last = self._kinds_after(end) if whole else end
        if last > end and self.words.has("ground.forces", self.tokens[last - 1].low):
            return None  # "the Pakistan Army"
        kind = last > end or before
        fineness = known(text) if whole else 0
        if not fineness and whole and kind and not is_actor(text):
            fineness, sure = 3, True
        elif fineness:
            sure = True
        elif whole and unknown and self._is_unknown_name(start, name, end):
            fineness, sure = 2, False
        else:
            return None
        if last > end:
            fineness = self._of_kind(last - 1, fineness)
        return Part(name, last, fineness, sure)

    def _of_kind(self, at: int, fineness: int) -> int:
        """How fine a place is by the word for its kind."""
        low = self.tokens[at].low
        if self.words.has("ground.sites", low):
            return 4
        return 2 if self.words.has("ground.provinces", low) else max(fineness, 3) if fineness < 4 else 3

    def _names_kind(self, at: int) -> bool:
        return self._is_kind(at) and not self.words.has("ground.directions", self.tokens[at].low)

    def _is_unknown_name(self, start: int, name: int, end: int) -> bool:
        """Whether a name that the gazetteer lacks may be a place: right after the preposition, and nobody's name."""
        text = " ".join(token.text for token in self.tokens[name:end])
        after = self.tokens[end] if end < len(self.tokens) else None
        ends = after is None or not after.is_word or not after.is_capital
        noun = after is not None and after.is_word and not self._may_follow(after.low)
        return end - name <= 4 and ends and not noun and not is_actor(text) and not text.isupper()

    def _may_follow(self, low: str) -> bool:
        """Whether a word may follow the name of a place: anything but the noun that the name describes."""
        small = ("prepositions", "conjunctions", "relatives", "subordinators", "adverbs", "be", "have", "verbs")
        return (
            any(self.words.has(f"function.{name}", low) for name in small)
            or any(self.words.has(name, low) for name in _VERBAL)
            or low.endswith(("ing", "ed", "ly"))
            or low in ("'s", "alone", "here", "itself", "last", "this", "early", "late")
        )

    def _belongs_to_a_people(self, at: int) -> bool:
        """Whether a word after a people's name makes it a place: "the Afghan capital", never "a Pakistani military"."""
        return at < len(self.tokens) and self.words.has("ground.kinds_of_a_people", self.tokens[at].low)

    def _stands_alone(self, at: int) -> bool:
        """Whether no noun follows that the words before only describe."""
        after = self.tokens[at] if at < len(self.tokens) else None
        return after is None or not after.is_word or after.is_capital or self._may_follow(after.low)

    def _kinds_after(self, at: int) -> int:
        """Past the words for a kind of place; a capitalised run counts too ("Sagaing Region")."""
        while at < len(self.tokens):
            size = self.words.match("ground.long_kinds", self.tokens, at) or self._is_kind(at)
            if not size:
                break
            at += size
        return at

    def _describes(self, at: int) -> bool:
        """Whether a small word may stand between the preposition and the name."""
        token = self.tokens[at]
        low = token.low
        if token.is_word and token.is_capital:
            return (
                is_demonym(token.text)
                and any(t.low == "of" for t in self.tokens[at + 2 : at + 4])
                and self._is_kind(at + 1)
            )
        if (
            self.words.has("ground.directions", low)
            or self._is_kind(at)
            or low in ("of", "a", "an", "'s", "called", "its", "known", "as", "named", "his")
        ):
            return True
        return token.is_word and low.endswith("ern")

    def _joins(self, name: int, at: int) -> bool:
        """Whether a small word joins two parts of one name: "Plan de Oriente"."""
        if at > name and self.tokens[at].low in ("of", "the", "and"):
            return self._is_one_name(name, at)
        if at == name or at + 1 >= len(self.tokens) or not self._is_name(at + 1):
            return False
        return self.words.has("ground.joints", self.tokens[at].low)

    def _is_one_name(self, name: int, at: int) -> bool:
        """Whether small words join capitalised ones to a known name: "Jammu and Kashmir", "Republic of the Congo"."""
        first = at - 1 if self.tokens[at].low == "the" and self.tokens[at - 1].low == "of" else at
        end = at + 2 if self.tokens[at + 1 : at + 2] and self.tokens[at + 1].low == "the" else at + 1
        if first == name or end >= len(self.tokens) or not self.tokens[end].is_capital:
            return False
        return known(" ".join(token.text for token in self.tokens[name : end + 1])) > 0

    def _is_name(self, at: int) -> bool:
        token = self.tokens[at]
        if any(a < token.end and token.start < b for a, b in self.taken):
            return False
        if token.low.startswith(("al-", "el-", "as-", "ar-", "an-", "ash-", "at-", "ad-")):
            return token.text.split("-")[1][:1].isupper()
        if token.low.startswith(("d'", "l'")):
            return at > 0 and self.tokens[at - 1].is_capital and token.text[2:3].isupper()
        if not (token.is_capital and token.is_word):
            return False
        if self.words.has("ground.never", token.low):
            goes_on = at + 1 < len(self.tokens) and self.tokens[at + 1].is_capital and self.tokens[at + 1].is_word
            return goes_on and token.low in ("al", "el", "new", "north", "south", "east", "west", "red", "white")
        return True
