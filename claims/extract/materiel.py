"""Materiel that is counted as destroyed: "destroyed 250 enemy tanks", "two pick-ups and 14 motorcycles were burned"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.extract.loss import Loss
from claims.extract.noun_phrases import NounPhrases
from claims.extract.persons import Persons
from claims.extract.quantities import Count
from claims.extract.sentences import Sentence
from claims.extract.words import Words

_JOINS = frozenset({",", "and", "as", "well", "plus", "also", "along", "with", '"', "or", "a", "an"})
_LONGEST_VERB = 4
_REACH = 24
"""Tokens back to "lost" from the last of what was lost."""


def find_materiel(sentence: Sentence, counts: Sequence[Count], words: Words) -> list[Loss]:
    """The destroyed things of a sentence that are counted, from left to right."""
    starts = {count.first: count for count in counts}
    reader = _Reader(sentence, words, NounPhrases(sentence.tokens, starts, words))
    things = [thing for count in counts if (thing := reader.thing(count)) is not None]
    return list(reader.losses(things))


@dataclass(frozen=True, slots=True)
class _Reader:
    sentence: Sentence
    words: Words
    phrases: NounPhrases

    def thing(self, count: Count) -> Persons | None:
        """The counted materiel after a number; None where the number counts anything else."""
        tokens = self.sentence.tokens
        start = count.last
        if start < len(tokens) and tokens[start].low in ("more", "other", "of"):
            start += 1 + (start + 1 < len(tokens) and tokens[start + 1].low in ("the", "its", "their", "our"))
        run = self.phrases.run(start) if start < len(tokens) else 0
        for at in range(run - 1, start - 1, -1):
            if self.words.has("materiel.nouns", tokens[at].low):
                return Persons(count.first, at + 1, (start, at + 1), count, "thing", count.high != 1)
        return None

    def losses(self, things: Sequence[Persons]) -> Iterator[Loss]:
        """Those of the things of which a word of destruction is said, with those joined to them."""
        for chain in self._chains(things):
            said = self._said_of(chain)
            if said is None:
                continue
            first, last, rule = said
            for thing in chain:
                low, high = thing.bounds
                yield Loss("destroyed", first, last, thing, rule, low, high, count=thing.count)

    def _chains(self, things: Sequence[Persons]) -> Iterator[list[Persons]]:
        """The things joined by commas and "and", together."""
        chain: list[Persons] = []
        for thing in things:
            between = {token.low for token in self.sentence.tokens[chain[-1].last : thing.first]} if chain else set()
            if chain and not (between and between <= _JOINS):
                yield chain
                chain = []
            chain.append(thing)
        if chain:
            yield chain

    def _said_of(self, chain: Sequence[Persons]) -> tuple[int, int, str] | None:
        """The word of destruction before or after the things, and the rule."""
        return self._before(chain[0].first) or self._after(chain[-1].last) or self._lost(chain[0].first)

    def _before(self, at: int) -> tuple[int, int, str] | None:
        """ "Destroyed" right before, past quotation marks and adverbs."""
        tokens = self.sentence.tokens
        while at > 0 and (tokens[at - 1].text == '"' or tokens[at - 1].low.endswith("ly")):
            at -= 1
        for size in range(_LONGEST_VERB, 0, -1):
            if at - size >= 0 and self.words.match("materiel.active", tokens, at - size) == size:
                unreal = at - size > 0 and tokens[at - size - 1].low in ("to", "not", "never", "will", "would", "could")
                return None if unreal else (at - size, at, "active")
        return None

    def _after(self, at: int) -> tuple[int, int, str] | None:
        """ "Were destroyed" or "destroyed" after, past adverbs."""
        tokens = self.sentence.tokens
        passive = False
        while at < len(tokens) and self._auxiliary(tokens[at].low):
            passive = passive or self.words.has("function.be", tokens[at].low)
            at += 1
        size = self.words.match("materiel.participles", tokens, at) if at < len(tokens) else 0
        return (at, at + size, "passive" if passive else "reduced") if size else None

    def _auxiliary(self, low: str) -> bool:
        real = self.words.has("function.have", low) and low not in ("will", "would", "could", "may", "might", "can")
        return real or self.words.has("function.be", low) or low.endswith("ly") or low in ("also", "later", "then", '"')

    def _lost(self, at: int) -> tuple[int, int, str] | None:
        """ "Lost 810 soldiers, along with 11 tanks"."""
        tokens = self.sentence.tokens
        if at < 1 or tokens[at - 1].low not in ("with", "and", ",", "plus"):
            return None
        for place in range(at - 1, max(-1, at - _REACH), -1):
            if tokens[place].text in (";", ":", "."):
                return None
            if self.words.has("materiel.lost", tokens[place].low):
                return place, place + 1, "active"
        return None
