"""Who the people of a number are, where other words of the clause say it: "12 of the dead were nurses"."""

from __future__ import annotations

from bisect import bisect_left

from claims.extract.analysis import Analysis
from claims.extract.drafts import Field
from claims.extract.loss import Loss
from claims.extract.persons import Persons
from claims.extract.words import Words

_REACH = 5
"""Tokens between a number and the "were" that says who they are at most: "12 of the 33 dead so far were nurses"."""
_LEFT = frozenset({"left", "leave", "leaves", "leaving", "abandoned", "abandoning"})
_JOINED = frozenset({"and", ",", ";", "with", "plus", "or", "while", "(", "left", "leaving", "leaves"})
"""Before a number, these join it to the people before: "killed 12 soldiers and left 40 wounded"."""
_COST = frozenset({"cost", "costs", "costing"})
_NUMBERING = frozenset({"numbering", "numbered"})
_NEAR = 6
"""Tokens between "cost" and its number, or in the name of a side, at most."""
_FEW = 4
"""People before a place that are looked at."""
_LOST = 2
"""Tokens between people and "lost" at most: "had", "also"."""
_FAR = 12
"""Tokens between "on the Northern side" and a number of its dead at most."""
_BEHIND = frozenset({"behind", "on"})


def _near(analysis: Analysis, at: int) -> list[Persons]:
    """The few people who begin before a token, the nearest first."""
    end = bisect_left(analysis.persons, at, key=lambda one: one.first)
    return analysis.persons[max(0, end - _FEW) : end][::-1]


def said_to_be(analysis: Analysis, loss: Loss, words: Words) -> Persons | None:
    """The people that a number is said to be: "Eighteen of the dead are children", "four were police officers"."""
    tokens, count = analysis.sentence.tokens, loss.count
    if count is None or (count.first and tokens[count.first - 1].low in ("the", "of")):
        return None
    at = next(
        (
            at
            for at in range(count.last, min(count.last + _REACH, len(tokens)))
            if words.has("function.be", tokens[at].low)
        ),
        None,
    )
    if at is None or not all(_is_of_the_dead(tokens[place].low, words) for place in range(count.last, at)):
        return None
    who = next((one for one in _near(analysis, at + 3) if one.first in (at + 1, at + 2) and one.kind == "noun"), None)
    if (
        who is None
        or who.count is not None
        or (who.first == at + 2 and not words.has("function.adverbs", tokens[at + 1].low))
    ):
        return None
    return None if _acts(analysis, who, words) else who


def _is_of_the_dead(low: str, words: Words) -> bool:
    """Whether a word may stand between the number and "were": "of the dead", "of them", "of those killed"."""
    return low in ("of", "the", "who", "others") or words.has("persons.told_before", low)


def _acts(analysis: Analysis, who: Persons, words: Words) -> bool:
    """Whether what follows the noun makes it no predicate: "three were police officers' sons", "two were men said"."""
    tokens = analysis.sentence.tokens
    low = tokens[who.last].low if who.last < len(tokens) else ""
    return low == "'s" or words.has("speech.verbs.says", low)


def left_behind(analysis: Analysis, loss: Loss) -> Persons | None:
    """Who left bodies behind: "the attackers left 152 bodies on the ground"."""
    tokens, count = analysis.sentence.tokens, loss.count
    if count is None or count.first < 2 or tokens[count.first - 1].low not in _LEFT:
        return None
    after = {token.low for token in tokens[count.last : count.last + 3]}
    if not after & _BEHIND and tokens[count.first - 2].low != "behind":
        return None
    end = count.first - 1
    return next((one for one in _near(analysis, end) if one.last in (end, end - 1) and one.kind == "noun"), None)


def is_taken_prisoner(analysis: Analysis, persons: Persons, words: Words) -> bool:
    """Whether a singular after a greater number says what became of them: "taking 42 prisoner", "held nine hostage"."""
    first, last = persons.noun
    low = analysis.sentence.tokens[last - 1].low
    several = persons.count is not None and persons.count.high != 1
    return several and last - first == 1 and words.has("persons.made", low)


def numbering(analysis: Analysis, loss: Loss) -> Persons | None:
    """Who number: "the gunmen, numbering about 150"."""
    tokens, count = analysis.sentence.tokens, loss.count
    if loss.measure != "strength" or count is None or tokens[max(0, count.first - 1)].low not in _NUMBERING:
        return None
    before = (one for one in _near(analysis, count.first) if one.last < count.first)
    return next((one for one in before if one.plural and one.kind == "noun"), None)


def goes_on(analysis: Analysis, loss: Loss) -> bool:
    """Whether a bare number of dead or wounded goes on from people before, and is no figure that somebody gives."""
    count, persons = loss.count, loss.persons
    if count is None:
        return False
    at = min(count.first, persons.first) if persons is not None else count.first
    return at > 0 and analysis.sentence.tokens[at - 1].low in _JOINED


def owner_of_losses(analysis: Analysis, loss: Loss, raw: str) -> Field | None:
    """Whose dead a bare number counts; None where nothing says it.

    "Cost the army 20 dead", "those of the army at two dead", "on the Northern side: four dead".
    """
    count = loss.count
    if count is None or count.first < 2:
        return None
    found = _cost(analysis, count.first) or _those_of(analysis, count.first) or _on_a_side(analysis, count.first)
    if found is None:
        return None
    start, last = analysis.offsets(*found)
    return Field(raw[start:last], "explicit", "whose losses", start, last)


def _cost(analysis: Analysis, at: int) -> tuple[int, int] | None:
    """The words between "cost" and a number: "has cost both sides some 14,000 dead"."""
    tokens = analysis.sentence.tokens
    first = next((place + 1 for place in range(at - 2, max(-1, at - _NEAR), -1) if tokens[place].low in _COST), at)
    first += first < at and tokens[first].low == "the"
    return (first, at) if first < at and all(token.is_word for token in tokens[first:at]) else None


def _those_of(analysis: Analysis, at: int) -> tuple[int, int] | None:
    """The people of "those of the army at two dead"."""
    tokens = analysis.sentence.tokens
    if tokens[at - 1].low != "at":
        return None
    who = next((one for one in _near(analysis, at) if one.last == at - 1 and one.kind in ("noun", "name")), None)
    return who.noun if who is not None and who.first and tokens[who.first - 1].low == "of" else None


def _on_a_side(analysis: Analysis, at: int) -> tuple[int, int] | None:
    """The side of "on the Northern side: four dead and nine wounded"."""
    tokens = analysis.sentence.tokens
    for place in range(at - 1, max(2, at - _FAR), -1):
        if tokens[place].low in ("side", "sides"):
            start = next(
                (first for first in range(place - 1, max(-1, place - _NEAR), -1) if tokens[first].low == "on"), None
            )
            return (start + 1, place + 1) if start is not None else None
    return None


def with_name_before(analysis: Analysis, persons: Persons) -> tuple[int, int]:
    """The words for one person with the name that stands before: "Ana Ruiz, a mother of four"."""
    first, last = persons.noun
    tokens = analysis.sentence.tokens
    if not persons.is_single or persons.first < 2 or tokens[persons.first - 1].text != ",":
        return first, last
    name = next((one for one in _near(analysis, persons.first) if one.last == persons.first - 1), None)
    if name is None or name.kind != "name" or name.noun[1] - name.noun[0] < 2:
        return first, last
    before = tokens[name.first - 1].low if name.first else ""
    led = not before.isalpha() or before in ("was", "were", "is", "said", "killed", "that")
    placed = any(place.first < name.last and name.first < place.last for place in analysis.places if place.sure)
    return (first, last) if placed or not (led or name.first == 0) else (name.noun[0], last)


def losers(analysis: Analysis, loss: Loss) -> Persons | None:
    """Whose dead "lost 76" counts: the subject of the verb, where that is people: "his people had lost 76"."""
    if loss.rule != "lost" or loss.persons is None or loss.persons.kind != "count":
        return None
    near = range(loss.first - _LOST, loss.first + 1)
    before = (one for one in _near(analysis, loss.first) if one.last in near)
    return next((one for one in before if one.kind == "noun" and one.plural), None)
