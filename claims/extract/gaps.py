"""Figures that go on with the verb before: "43 people died in Sonitpur, 26 in Kokrajhar and three in Chirang"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from claims.extract.loss import Loss
from claims.extract.persons import Persons
from claims.extract.quantities import Count
from claims.extract.sentences import Sentence
from claims.extract.words import Words

_FAR = 16
"""Tokens between a loss, or the last figure that went on with it, and the next at most."""
_WHERE = frozenset({"on", "in", "at", "near", "outside", "around", "from"})
_SIDE = 5
"""Tokens of the name of a side, and the comma before it, at most."""
_LOST = frozenset({"lost"})
_ANOTHER = frozenset({"another", "further"})
_JOINS = frozenset({",", "and", ";", "while", "plus", "another", "a", "further"})
_VERBAL = frozenset({"active", "passive", "subject", "reduced", "state", "counted noun"})


def find_gapped(
    sentence: Sentence, persons: Sequence[Persons], counts: Sequence[Count], losses: Sequence[Loss], words: Words
) -> list[Loss]:
    """The bare figures that stand beside a place of their own and share the verb of the loss before.

    Figures that break a total down ("40 died: 23 in the north and 17 in the south") are read as its parts elsewhere.
    """
    taken = {loss.count.first for loss in losses if loss.count is not None}
    known = {one.count.first: one for one in persons if one.count is not None}
    found: list[Loss] = []
    for loss in losses:
        if loss.count is None or loss.rule not in _VERBAL | _LOST:
            continue
        end = loss.extent[1]
        start = bisect_left(counts, end, key=lambda one: one.first)
        for count in counts[start : start + _FAR]:
            if count.first >= end + _FAR:
                break
            if count.first in taken or count.is_none or not _shares(sentence, loss, end, count, words):
                continue
            taken.add(count.first)
            end = count.last
            found.append(_further(loss, known.get(count.first), count))
    return found


def _shares(sentence: Sentence, loss: Loss, end: int, count: Count, words: Words) -> bool:
    """Whether a figure shares the verb of a loss; `end` is where the figure before ended."""
    if loss.rule in _LOST:
        return _follows_a_side(sentence, count.first) and _ends(sentence, count.last)
    before = sentence.tokens[count.first - 1].low if count.first else ""
    placed = before in _ANOTHER or _is_placed(sentence, loss.extent[1])
    joined = before in _JOINS and _is_placed(sentence, count.last)
    return placed and joined and not _breaks(sentence, end, count.first, words)


def _further(loss: Loss, people: Persons | None, count: Count) -> Loss:
    people = people or Persons(count.first, count.last, (count.last, count.last), count, "count", True)
    return replace(loss, persons=people, rule="gap", low=count.low, high=count.high, count=count, flags=[])


def _follows_a_side(sentence: Sentence, at: int) -> bool:
    """Whether another side stands right before a number, after a comma or "and": "lost 16 men, the rebels 40"."""
    tokens = sentence.tokens
    start = next((n for n in range(at - 1, max(0, at - _SIDE), -1) if tokens[n].low in (",", ";", "and", "while")), 0)
    side = tokens[start + 1 : at] if start else []
    return bool(side) and (side[0].low == "the" or side[0].is_capital) and all(token.is_word for token in side)


def _ends(sentence: Sentence, at: int) -> bool:
    return at >= len(sentence.tokens) or sentence.tokens[at].low in (".", ",", ";", "in", "at", "on", "during")


def _is_placed(sentence: Sentence, at: int) -> bool:
    """Whether "in Kokrajhar" stands at a token."""
    tokens = sentence.tokens
    at += at < len(tokens) and tokens[at].low in ("more", "others")
    if at + 1 >= len(tokens) or tokens[at].low not in _WHERE:
        return False
    named = (
        at + 1 + (tokens[at + 1].low in ("the", "nearby", "neighbouring", "northern", "southern", "eastern", "western"))
    )
    return named < len(tokens) and (tokens[named].is_capital or named > at + 1)


def _breaks(sentence: Sentence, start: int, end: int, words: Words) -> bool:
    """Whether another verb, or a mark that opens a list, stands between."""
    return any(
        token.text in (":", "(")
        or words.has("function.be", token.low)
        or words.outcome(sentence.tokens, at) is not None
        for at, token in enumerate(sentence.tokens[start:end], start)
    )
