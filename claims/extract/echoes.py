"""Figures that stand for the loss before: "The government says 12 died; the rebels say 60"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extract.loss import Loss
from claims.extract.persons import Persons
from claims.extract.quantities import Count
from claims.extract.sentences import Sentence
from claims.extract.words import Words

_OTHER = ("strength", "destroyed")
"""Measures that a bare figure does not repeat."""
_JOINED = 8
"""Tokens between two losses of one phrase at most."""
_LEAD = 6
"""Tokens before a figure in which a verb of saying can stand."""


def find_echoes(
    sentence: Sentence, counts: Sequence[Count], losses: Sequence[Loss], before: str, words: Words
) -> list[Loss]:
    """The bare figures of a sentence that somebody gives for the same loss as another.

    `before` is the measure of the last loss of the sentences before; empty where there is none.
    """
    taken = {loss.count.first for loss in losses if loss.count is not None}
    found: list[Loss] = []
    for count in counts:
        earlier = [
            loss for loss in losses if loss.first < count.first and loss.measure not in ("strength", "destroyed")
        ]
        measure = _measure_of(earlier) if earlier else before
        if count.first in taken or not measure or count.is_none or not _stands_alone(sentence, count):
            continue
        at = _said_at(sentence, count, words)
        if at is not None and (earlier or words.match("outcomes.echoes.put", sentence.tokens, at)):
            people = Persons(count.first, count.last, (count.last, count.last), count, "count", True)
            found.append(Loss(measure, at, at + 1, people, "echo", count.low, count.high, count=count))
    return found


def _measure_of(losses: Sequence[Loss]) -> str:
    """What a bare figure counts after losses: of "15 dead and 11 wounded" the first, else the last that was told."""
    last = losses[-1].measure
    joined = len(losses) > 1 and losses[-2].measure == "killed" and losses[-1].first - losses[-2].first < _JOINED
    return "killed" if joined and last == "injured" else last


def _stands_alone(sentence: Sentence, count: Count) -> bool:
    """Whether nothing is counted: a mark, "and" or the end follows."""
    if count.last >= len(sentence.tokens):
        return True
    after = sentence.tokens[count.last]
    return after.text in (".", ",", ";", '"', ")", "\u2014") or after.low in ("and", "while", "but", "in", "on")


def _said_at(sentence: Sentence, count: Count, words: Words) -> int | None:
    """Where the words stand that give the figure: "put it at 90", "the rebels say 60", "the government of 31"."""
    tokens = sentence.tokens
    for at in range(max(0, count.first - _LEAD), count.first):
        size = words.match("outcomes.echoes.put", tokens, at) or words.match("outcomes.echoes.say", tokens, at)
        if size and at + size == count.first:
            return at
    of = count.first - 1
    if of > 1 and tokens[of].low == "of" and tokens[of - 1].low in words.lists["speech.heads"]:
        spoke = any(token.low in ("spoke", "speak", "speaks", "spoken") for token in tokens[:of])
        return of if spoke else None
    return None
