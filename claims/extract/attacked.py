"""Whom an attack was aimed at, for a bare number of its dead: "fired on protesters, killing nine"."""

from __future__ import annotations

from bisect import bisect_left

from claims.extract.analysis import Analysis
from claims.extract.loss import Loss
from claims.extract.persons import Persons
from claims.extract.words import Words

_ON = frozenset({"on", "upon", "at", "into", "against", "with"})
_FEW = 6
"""People before a verb that are looked at."""
_LEAD = 7
"""Tokens before people that may say that they were attacked."""
_FIRE = 2
"""Tokens between "fire" and "on" at most: "opened fire at close range on" is left alone."""


def attacked(analysis: Analysis, loss: Loss, words: Words) -> Persons | None:
    """The people under attack of whom "killing nine" tells; None where the target is a thing or a place."""
    if loss.rule != "active" or not analysis.sentence.tokens[loss.first].low.endswith("ing"):
        return None
    end = bisect_left(analysis.persons, loss.first, key=lambda one: one.first)
    before = analysis.persons[max(0, end - _FEW) : end][::-1]
    return next((one for one in before if _is_target(analysis, one, loss, words)), None)


def _is_target(analysis: Analysis, persons: Persons, loss: Loss, words: Words) -> bool:
    """Whether people are the object of a verb of attack and not fewer than the number."""
    if persons.kind != "noun" or not persons.plural or persons.first == 0:
        return False
    if persons.count is not None and persons.count.high is not None and persons.count.high < loss.low:
        return False
    lows = [token.low for token in analysis.sentence.tokens[max(0, persons.first - _LEAD) : persons.first]]
    if lows[-1] == "of":  # "a column of refugees"
        lows = lows[: -2 - (lows[-3:-2] in (["a"], ["the"]))]
    if lows[-1:] and lows[-1] in _ON:
        return any(words.has("persons.fired", low) for low in lows[-1 - _FIRE : -1])
    return bool(lows) and words.has("persons.attacked", lows[-1])
