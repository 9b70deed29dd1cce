"""Vehicles, aircraft and arms that were destroyed: "destroyed four combat vehicles", "11 tanks were set ablaze"."""

from __future__ import annotations

from bisect import bisect_left
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
_CHAIN = 12
"""Things that one verb can have at most."""
_NOUN = 4
"""Words of a noun phrase after its number at most: "four RSF combat vehicles"."""


def find_materiel(sentence: Sentence, counts: Sequence[Count], words: Words) -> list[Loss]:
    """The counted materiel of a sentence that was destroyed."""
    ends = {count.last for count in counts}
    tokens = sentence.tokens
    counts = [c for c in counts if c.first == 0 or tokens[c.first - 1].low != "of" or c.first - 1 not in ends]
    things = _with_elided(sentence, [_thing(sentence, count, words) for count in counts], counts, words)
    if not things:
        return []
    found: list[Loss] = []
    taken: set[int] = set()
    for at, token in enumerate(sentence.tokens):
        size = words.match("outcomes.destroyed", sentence.tokens, at) if token.is_word else 0
        size = size or _ablaze(sentence, things, at, words)
        if not size or is_unreal(sentence.tokens, at, words):
            continue
        for thing in _beside(sentence, things, at, at + size):
            if thing.first not in taken and not is_asked(sentence.tokens, thing.first, thing.last):
                taken.add(thing.first)
                found.append(Loss("destroyed", at, at + size, thing, "materiel", *thing.bounds, count=thing.count))
    return found


def _with_elided(
    sentence: Sentence, named: Sequence[Persons | None], counts: Sequence[Count], words: Words
) -> list[Persons]:
    """The materiel, with that which a bare number or an ordinal counts: "looted 14 trucks and burned five"."""
    things: list[Persons] = []
    for count, thing in zip(counts, named, strict=True):
        near = things[-1] if things else None
        if thing is None and near is not None and _is_bare(sentence, count.first, count.last, words):
            thing = Persons(count.first, count.last, near.noun, count, "thing", count.high != 1)
        if thing is not None:
            things.append(thing)
    for at in range(1, len(sentence.tokens)) if things else ():
        article = sentence.tokens[at - 1].low in ("a", "an") and words.has("things.ordinals", sentence.tokens[at].low)
        if article and things[0].first < at and _is_bare(sentence, at - 1, at + 1, words):
            noun = things[bisect_left(things, at, key=lambda one: one.first) - 1].noun
            return sorted([*things, Persons(at - 1, at + 1, noun, None, "thing", False)], key=lambda one: one.first)
    return things


def _is_bare(sentence: Sentence, first: int, last: int, words: Words) -> bool:
    """Whether no noun follows a number that a verb of destruction stands beside."""
    tokens = sentence.tokens
    after = tokens[last] if last < len(tokens) else None
    before = any(words.match("outcomes.destroyed", tokens, at) == first - at for at in range(max(0, first - 3), first))
    ends = (
        after is None or not after.is_word or after.low in ("and", "in", "near", "at", "on", "while", "others", "more")
    )
    return (before and ends) or (after is not None and words.match("outcomes.destroyed", tokens, last) > 0)


def _ablaze(sentence: Sentence, things: Sequence[Persons], at: int, words: Words) -> int:
    """The length of "set" or "left" where materiel and then "ablaze" follow: "set two trucks and a car on fire"."""
    if not things or not words.has("outcomes.sets", sentence.tokens[at].low):
        return 0
    place = bisect_left(things, at + 1, key=lambda one: one.first)
    after = things[place] if place < len(things) and things[place].first == at + 1 else None
    ends = range(after.last, min(after.last + _NOUN + 2, len(sentence.tokens))) if after is not None else ()
    return int(any(words.match("outcomes.ablaze", sentence.tokens, end) for end in ends))


def _thing(sentence: Sentence, count: Count, words: Words) -> Persons | None:
    """The materiel that a number counts."""
    tokens = sentence.tokens
    of = [token.low for token in tokens[count.last : count.last + 1]] == ["of"]
    start = count.last + (2 if of and tokens[count.last + 1 : count.last + 2] else 0)
    for at in range(start, min(len(tokens), start + _NOUN)):
        size = words.match("things.materiel", tokens, at)
        if size:
            return Persons(count.first, at + size, (start, at + size), count, "thing", True)
        if not tokens[at].is_word or words.has("function.prepositions", tokens[at].low) or tokens[at].low == "and":
            return None
    return None


def _beside(sentence: Sentence, things: Sequence[Persons], first: int, last: int) -> Iterator[Persons]:
    """The materiel right after a verb with what is joined to it, or right before it ("14 trucks destroyed")."""
    place = bisect_left(things, last, key=lambda one: one.first)
    after = things[place : place + _CHAIN]
    for end in (last, last + 1):
        if after and after[0].first == end:
            yield from _chain(sentence, after)
            return
    beside = next((one for one in after if _is_along(sentence, one)), None)
    if beside is not None and beside.first - last < _ALONG:
        yield from _chain(sentence, [one for one in after if one.first >= beside.first])
        return
    if (after and after[0].first <= last + 2) or _has_object(sentence, first, last):
        return  # "seized four vehicles and burned a fifth"
    place = bisect_left(things, first, key=lambda one: one.first)
    before = [one for one in things[max(0, place - _CHAIN) : place] if one.last <= first]
    if before and _leads(sentence, before[-1].last, first):
        yield from _chain(sentence, before[::-1])


def _has_object(sentence: Sentence, first: int, last: int) -> bool:
    """Whether an active verb that is joined to another has its own object: "took 14 trucks and burned the depot"."""
    tokens = sentence.tokens
    joined = first > 0 and tokens[first - 1].low == "and"
    return (
        joined
        and last < len(tokens)
        and tokens[last].low in ("a", "an", "the", "its", "their", "several", "dozens", "many", "all")
    )


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
