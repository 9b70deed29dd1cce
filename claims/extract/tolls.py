"""Figures that a toll reaches: "the death toll rose from 12 to 15", "put the number of dead at 800"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extract.quantities import Count
from claims.extract.tokens import Token

_REACH = 28
_JOINTS = frozenset(
    [
        "to",
        "at",
        "of",
        "as",
        "reached",
        "exceeded",
        "passed",
        "topped",
        "tops",
        "hit",
        "is",
        "was",
        "stands",
        "above",
        "past",
        "exceeds",
        "surpassed",
        ":",
        "stood",
    ]
)
_BEYOND = frozenset(["past", "passed", "above", "topped", "tops", "exceeded", "exceeds", "surpassed"])
_STOPS = frozenset({";", "while", "but", "that"})


def toll_after(tokens: Sequence[Token], counts: Sequence[Count], at: int) -> tuple[Count, int, int | None] | None:
    """The figure that a toll ending at a token reaches, with its bounds; None when it reaches none.

    "Past 300" and "exceeded 300" are more than 300.
    """
    for count in counts:
        if not at <= count.first < at + _REACH:
            continue
        between = [token.low for token in tokens[at : count.first]]
        if _STOPS & set(between):
            return None
        opens_from = between[-1:] == ["from"] or count.wording.lower().startswith("from ")
        if opens_from and count.low != count.high and count.high is not None:
            return count, count.high, count.high
        if opens_from or (between and not _JOINTS & set(between)):
            continue
        if between and between[-1] in _BEYOND and count.low == count.high:
            return count, count.low + 1, None
        return count, count.low, count.high
    return None


def toll_before(counts: Sequence[Count], at: int, tokens: Sequence[Token]) -> Count | None:
    """The figure right before "the number of": "brought to 1,064 the number of"."""
    return next(
        (count for count in counts if at - 3 <= count.last <= at and tokens[count.first - 1].low in ("to", "at")), None
    )
