"""Finds the people of a sentence: numbers with what they count, nouns for people, and runs that may be names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from claims.extract.ages import past_age
from claims.extract.breakdowns import with_breakdowns
from claims.extract.counted_people import CountedPeople
from claims.extract.noun_phrases import NounPhrases
from claims.extract.persons import Persons
from claims.extract.quantities import Count
from claims.extract.sentences import Sentence
from claims.extract.tokens import Token
from claims.extract.words import Words

_ONE = frozenset({"a", "an", "the", "this", "that", "another", "his", "her", "their", "its", "my", "our", "your"})
_WHOSE = frozenset({"his", "her", "their", "its", "my", "our", "your"})
_TITLED = ("persons.titles", "persons.mostly")
_ALONE = frozenset({"another", "others", "him", "himself", "her"})
_ARTICLES = frozenset({"al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "ul", "ur"})
"""Arabic articles that open a name with a small letter."""
_BEFORE_OTHERS = frozenset({"the", "many", "several", "among", "amongst", "to", "by", "for", "with", "of"})


def find_persons(sentence: Sentence, counts: Sequence[Count], words: Words) -> list[Persons]:
    """The people of a sentence, from left to right, none inside another."""
    starts = {count.first: count for count in counts}
    reader = _Reader(sentence.tokens, starts, words, NounPhrases(sentence.tokens, starts, words))
    dull, at = _dull(words), 0
    while at < len(sentence.tokens):
        low = sentence.tokens[at].low
        persons = reader.at(at) if low not in dull or at in starts else None
        if persons is not None:
            reader.found.append(persons)
        at = max(persons.last if persons is not None else 0, at + 1)
    return with_breakdowns(sentence.tokens, reader.found)


@lru_cache(maxsize=4)
def _dull(words: Words) -> frozenset[str]:
    """Small words that open nothing about people."""
    opening = _ONE | _WHOSE | _ALONE | words.any_of(_TITLED)
    return words.small - opening


def _is_of_name(token: Token, named: bool) -> bool:
    """Whether a word can stand in a name; `named` lets it open with a small article: "Abu Nasr al-Libi"."""
    if not token.text.replace("-", "").isalpha():
        return False
    article, mark, rest = token.text.partition("-")
    return token.is_capital or (named and bool(mark) and article in _ARTICLES and rest[:1].isupper())


@dataclass(slots=True)
class _Reader(CountedPeople):
    found: list[Persons] = field(default_factory=list)
    nobody: tuple[int, int] = (0, 0)
    """The words of a noun phrase without a noun for people, read last."""

    def at(self, at: int) -> Persons | None:
        """The people who begin at a token."""
        count = self.counts.get(at)
        if count is not None:
            return None if self.is_share(at) else self.counted(at, count)
        low = self.tokens[at].low
        opened = self._opened(at, low)
        if opened is not None:
            return self.counted(at, opened)
        if low == "another" and not self.phrases.run(at + 1):
            return Persons(at, at + 1, (at, at + 1), None, "pronoun", False)
        if low in ("a", "an") and at + 1 < len(self.tokens) and self.one_of_a_people(at + 1):
            return Persons(at, at + 2, (at + 1, at + 2), None, "noun", False, self.is_part(at))
        if low == "a" and self._is_one_more(at + 1):
            return Persons(at, at + 2, (at + 2, at + 2), None, "pronoun", False)
        if low == "others" and not (at and self.tokens[at - 1].low in _BEFORE_OTHERS):
            return Persons(at, at + 1, (at, at + 1), None, "noun", True, self.is_part(at))
        if low in ("him", "himself", "her") and not (low == "her" and self.phrases.run(at + 1)):
            return Persons(at, at + 1, (at, at + 1), None, "pronoun", False)
        if low in self.words.any_of(_TITLED):
            return self._titled(at) if self.words.has("persons.titles", low) else self._described(at)
        return self._phrase(at, at + 1 if low in _ONE else at)

    def _is_one_more(self, at: int) -> bool:
        """Whether an ordinal stands for one more of those before: "a fifth was wounded", "a third died"."""
        if at + 1 >= len(self.tokens) or not self.words.has("things.ordinals", self.tokens[at].low):
            return False
        low = self.tokens[at + 1].low
        return (
            self.words.has("function.be", low) or low.endswith("ly") or low in ("died", "later", "succumbed", "wounded")
        )

    def _opened(self, at: int, low: str) -> Count | None:
        """The number that a word before it belongs to: "her three children", "another 30", "a combined 400"."""
        if low in _WHOSE or low == "another":
            return self.counts.get(at + 1)
        if (
            low in ("a", "an")
            and at + 1 < len(self.tokens)
            and self.words.has("persons.figured", self.tokens[at + 1].low)
        ):
            return self.counts.get(at + 2) or self.counts.get(at + 1)
        if low in ("a", "an") and [token.low for token in self.tokens[at + 2 : at + 3]] == ["couple"]:
            return self.counts.get(at + 2)  # "an elderly couple"
        return None

    def _phrase(self, at: int, start: int) -> Persons | None:
        if start > at and self.counts.get(start):
            return None
        if start == at and self.nobody[0] < at < self.nobody[1]:  # the rest of a run that names nobody
            return self._name(at, at, self.nobody[1]) if self.phrases.opens(at) else None
        run = self.phrases.run(start, start > at)
        if not run:
            return None
        last = self.phrases.last_person(start, run)
        if last is None and start == at and self.phrases.goes_on_alike(start, run):
            self.nobody = start, run
        head = self.phrases.headed(last, run)
        found = self.noun(at, start, head, None) if head is not None else None
        return found or self._name(at, start, run)

    def _described(self, at: int) -> Persons | None:
        """Who people just named mostly are: "150 people, mostly displaced women"."""
        run = self.phrases.run(at + 1, True)
        head = self.phrases.head(at + 1, run) if run else None
        return Persons(at, head[0], (at + 1, head[0]), None, "noun", True, True) if head is not None else None

    def _titled(self, at: int) -> Persons | None:
        """A title with a name: "Sgt. Ana Ruiz, 24", "Dr Amina Yusuf"."""
        end = self.past_name(at + 1)
        if end == at + 1 or not self.tokens[at].is_capital:
            return self._phrase(at, at)
        return Persons(at, past_age(self.tokens, end), (at, end), None, "noun", False, self.is_part(at))

    def _name(self, at: int, start: int, run: int) -> Persons | None:
        """A run of capitalised words that may be a person's name; the caller decides whether it is a person."""
        words = self.tokens[start:run]
        while (
            words
            and not words[0].is_capital
            and (start > at or words[0].low in ("former", "late", "ex"))
            and len(words) > 1
        ):
            words = words[1:]
        if self.words.has("persons.no_persons", self.tokens[at].low):
            return None
        named = len(words) > 1 or (at > 0 and self.tokens[at - 1].low == "of")
        if not all(_is_of_name(token, named) for token in words):
            return None
        end = past_age(self.tokens, run)
        return Persons(at, end, (start, run), None, "noun" if end > run else "name", False)
