"""Vehicles, aircraft and arms that were destroyed: "destroyed four combat vehicles", "11 tanks were set ablaze"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from claims.extract.loss import Loss
from claims.extract.modality import is_asked, is_unreal
from claims.extract.persons import Persons
from claims.extract.quantities import Count
from claims.extract.sentences import Sentence
from claims.extract.words import Words

_WITH = (["along", "with"], ["together", "with"], ["well", "as"], ["addition", "to"])
_ALONG = 20
"""Tokens between "lost" and "along with" at most."""
_NOUN = 4
"""Words of a noun phrase after its number at most: "four RSF combat vehicles"."""


def find_materiel(sentence: Sentence, counts: Sequence[Count], words: Words) -> list[Loss]:
    """The counted materiel of a sentence that was destroyed."""
    things = [one for one in (_thing(sentence, count, words) for count in counts) if one is not None]
    if not things:
        return []
    found: list[Loss] = []
    taken: set[int] = set()
    for at, token in enumerate(sentence.tokens):
        size = words.match("outcomes.destroyed", sentence.tokens, at) if token.is_word else 0
        if not size or is_unreal(sentence.tokens, at, words):
            continue
        for thing in _beside(sentence, things, at, at + size):
            if (
                thing.first not in taken
                and thing.count is not None
                and not is_asked(sentence.tokens, thing.first, thing.last)
            ):
                taken.add(thing.first)
                found.append(Loss("destroyed", at, at + size, thing, "materiel", *thing.bounds, count=thing.count))
    return found


def _thing(sentence: Sentence, count: Count, words: Words) -> Persons | None:
    """The materiel that a number counts."""
    tokens = sentence.tokens
    for at in range(count.last, min(len(tokens), count.last + _NOUN)):
        size = words.match("things.materiel", tokens, at)
        if size:
            return Persons(count.first, at + size, (count.last, at + size), count, "thing", True)
        if not tokens[at].is_word or words.has("function.prepositions", tokens[at].low) or tokens[at].low == "and":
            return None
    return None


def _beside(sentence: Sentence, things: Sequence[Persons], first: int, last: int) -> Iterator[Persons]:
    """The materiel right after a verb with what is joined to it, or right before it ("14 trucks destroyed")."""
    after = [one for one in things if one.first >= last]
    for end in (last, last + 1):
        if after and after[0].first == end:
            yield from _chain(sentence, after)
            return
    beside = next((one for one in after if _is_along(sentence, one)), None)
    if beside is not None and beside.first - last < _ALONG:
        yield from _chain(sentence, [one for one in after if one.first >= beside.first])
        return
    before = [one for one in things if one.last <= first]
    if before and _leads(sentence, before[-1].last, first):
        yield from _chain(sentence, before[::-1])


def _is_along(sentence: Sentence, thing: Persons) -> bool:
    """Whether "along with" stands before: "lost 810 soldiers along with 11 tanks"."""
    return [token.low for token in sentence.tokens[max(0, thing.first - 2) : thing.first]] in _WITH


def _leads(sentence: Sentence, start: int, end: int) -> bool:
    """Whether only a verb group stands between materiel and a participle: "trucks (and a tank) were also"."""
    between = [token.low for token in sentence.tokens[start:end]]
    return len(between) <= _NOUN and not {",", ";", "after", "when", "by"} & set(between)


def _chain(sentence: Sentence, things: Sequence[Persons]) -> Iterator[Persons]:
    """The first of the materiel and what is joined to it by "and" or a comma, in either direction."""
    yield things[0]
    for one, other in pairwise(things):
        low, high = sorted((one, other), key=lambda thing: thing.first)
        between = {token.low for token in sentence.tokens[low.last : high.first]}
        if not between <= {"and", ",", "as", "well", "plus", "along", "with"}:
            return
        yield other
