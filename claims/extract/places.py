"""Places in a sentence: capitalised names after a preposition of place that the project's gazetteer knows.

A name counts only when the gazetteer has it or a word such as "province" stands beside it; a chain ("Dangam district,
Kunar province") is one place. A dateline is where a report was written, not where something happened.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from claims.extract.actors import is_actor
from claims.extract.sentences import Sentence
from claims.extract.tokens import Token
from claims.extract.words import Words
from claims.gazetteer import fold, gazetteer, key_of
from claims.lexicon import data


class PlaceName(NamedTuple):
    """A place in a sentence: its token range, and how fine it is.

    4 a site or town, 3 a district, 2 a province or a name that is not known, 1 a country.
    """

    first: int
    last: int
    fineness: int


def find_places(sentence: Sentence, words: Words, taken: Sequence[tuple[int, int]]) -> list[PlaceName]:
    """The places of a sentence, from left to right; `taken` holds the stretches that are dates."""
    return list(_Reader(sentence, words, taken).places())


class _Reader:
    def __init__(self, sentence: Sentence, words: Words, taken: Sequence[tuple[int, int]]) -> None:
        self.tokens: list[Token] = sentence.tokens
        self.words, self.taken = words, taken

    def places(self) -> Iterator[PlaceName]:
        at = 0
        while at < len(self.tokens):
            if not self.words.has("ground.before", self.tokens[at].low):
                at += 1
                continue
            found = self._chain(at + 1)
            if found is None:
                at += 1
                continue
            yield found
            at = found.last

    def _chain(self, start: int) -> PlaceName | None:
        """The longest chain of names that starts here."""
        first = self._link(start)
        if first is None:
            return None
        last, fineness = first
        for _ in range(4):
            after = self._past_joint(last)
            link = self._link(after) if after > last else None
            if link is None:
                break
            last, fineness = link[0], max(fineness, link[1])
        return PlaceName(start, last, fineness)

    def _past_joint(self, at: int) -> int:
        while at < len(self.tokens) and self.tokens[at].low in (",", "of", "in", "'s", "the"):
            at += 1
        return at

    def _link(self, start: int) -> tuple[int, int] | None:
        """One name with the words beside it: where it ends, and how fine it is."""
        at = start
        while at < len(self.tokens) and at - start < 6 and (self._describes(at)):
            at += 1
        name = at
        while at < len(self.tokens) and at - name < 5 and self._is_name(at):
            at += 1
        if at == name:
            return None
        kind = at < len(self.tokens) and self.words.has("ground.kinds", self.tokens[at].low)
        kind_before = any(self.words.has("ground.kinds", self.tokens[place].low) for place in range(start, name))
        for end in range(at, name, -1):
            text = " ".join(token.text for token in self.tokens[name:end])
            people = is_demonym(text) and not self._belongs_to_a_people(end) and not kind_before
            fineness = 0 if end < at or people else known(text)
            if people:
                continue
            if end == at and (kind or kind_before) and not fineness:
                fineness = 3
            if end == at and not fineness and self._is_unknown_name(name, at):
                fineness = 2
            if fineness:
                extra = self._kinds_after(end) if end == at else end
                return extra, 4 if extra > end and self.tokens[extra - 1].low in (
                    "school",
                    "hospital",
                    "market",
                    "mosque",
                    "camp",
                ) else fineness
        return None

    def _is_unknown_name(self, start: int, end: int) -> bool:
        """Whether a name that the gazetteer lacks may be a place: right after the preposition, and nobody's name."""
        text = " ".join(token.text for token in self.tokens[start:end])
        ends = end >= len(self.tokens) or not self.tokens[end].is_word or not self.tokens[end].is_capital
        return (
            end - start <= 2
            and ends
            and self.tokens[start - 1].low in ("in", "at", "near", "outside")
            and not is_actor(text)
            and not is_demonym(text)
            and not text.isupper()
        )

    def _belongs_to_a_people(self, at: int) -> bool:
        """Whether a word after a people's name makes it a place: "the Afghan capital", never "a Pakistani military"."""
        return at < len(self.tokens) and self.words.has("ground.kinds_of_a_people", self.tokens[at].low)

    def _kinds_after(self, at: int) -> int:
        while at < len(self.tokens) and self.words.has("ground.kinds", self.tokens[at].low):
            at += 1
        return at

    def _describes(self, at: int) -> bool:
        token = self.tokens[at]
        low = token.low
        if (
            self.words.has("ground.directions", low)
            or self.words.has("ground.kinds", low)
            or low in ("of", "a", "an", "'s", "called", "its")
        ):
            return True
        return token.is_word and token.is_capital is False and low.endswith("ern")

    def _is_name(self, at: int) -> bool:
        token = self.tokens[at]
        if any(a < token.end and token.start < b for a, b in self.taken):
            return False
        if token.low.startswith(("al-", "el-", "as-", "ar-", "an-", "ash-")) and token.text.split("-")[1][:1].isupper():
            return True
        return (token.is_capital and token.is_word and not self.words.has("ground.never", token.low)) or (
            token.is_capital
            and token.low in ("al", "el", "new", "north", "south", "east", "west", "saint", "san")
            and at + 1 < len(self.tokens)
            and self.tokens[at + 1].is_capital
        )


@lru_cache(maxsize=1 << 12)
def capital_of(text: str) -> str:
    """The name of the town in "the Afghan capital"; empty for other words."""
    words = fold(text)
    if not words or words[-1] != "capital":
        return ""
    codes, _ = gazetteer().take_countries(words)
    town = gazetteer().capital(next(iter(codes))) if len(codes) == 1 else None
    return town.name if town is not None else ""


@lru_cache(maxsize=1 << 12)
def is_demonym(name: str) -> bool:
    """Whether a name is that of a people ("Pakistani"), which stands for no place by itself."""
    return name.lower() in _demonyms() or name.lower().rstrip("s") in _demonyms()


@cache
def _demonyms() -> frozenset[str]:
    return frozenset(word.strip() for word in data("claims", "people.yaml")["demonyms"].split(","))


@lru_cache(maxsize=1 << 14)
def known(name: str) -> int:
    """How fine a place of this name is in the gazetteer; 0 when it has none."""
    words = fold(name)
    if gazetteer().countries_named(words):
        return 1
    kinds = {entry.kind for entry in gazetteer().find(key_of(words))}
    return max(({"L": 4, "D": 3, "P": 2, "R": 2, "C": 1}[kind] for kind in kinds), default=0)
