"""Figures that a toll reaches: "the death toll rose from 12 to 15", "put the number of dead at 800"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.bounds import bounds_of
from claims.extract.quantities import Count
from claims.extract.tokens import Token
from claims.extract.words import Words
from claims.phrases.reading import Exact, Joined, Reading, Span
from claims.policy import load_policy

_REACH = 28
"""Tokens between a toll and its figure at most."""

_EARLIER = 4
"""Tokens before a figure in which a word can stand that says it was replaced."""

Figure = tuple[Count, int, int | None]
"""A count with the bounds that it has as a toll."""


def toll_after(tokens: Sequence[Token], counts: Sequence[Count], at: int, words: Words) -> Figure | None:
    """The figure that a toll ending at a token reaches, with its bounds; None when it reaches none.

    "Past 300" and "exceeded 300" are more than 300; "from 12 to 15" is 15.
    """
    for count in counts:
        if not at <= count.first < at + _REACH:
            continue
        between = [token.low for token in tokens[at : count.first]]
        if any(words.has("outcomes.figures.stops", low) for low in between):
            return None
        if any(words.has("outcomes.figures.earlier", low) for low in between[-_EARLIER:]):
            continue  # "the toll, initially put at 12, has risen to 17"
        if _opens_from(between, count):
            reached = _reached(count.reading)
            if reached is None:
                continue
            bounds = bounds_of(reached, load_policy("plain")).outer
            return count, bounds.low, bounds.high
        if between and not any(words.has("outcomes.figures.joints", low) for low in between):
            continue
        if between and words.has("outcomes.figures.beyond", between[-1]) and count.low == count.high:
            return count, count.low + 1, None
        return count, count.low, count.high
    return None


def _reached(reading: Reading) -> Reading | None:
    """The second figure of "from 12 to 15"; None where the reading is one figure."""
    match reading:
        case Joined(second=second):
            return second
        case Span(low=low, high=high) if low != high:
            return Exact(high)
    return None


def _opens_from(between: Sequence[str], count: Count) -> bool:
    return between[-1:] == ["from"] or count.wording.lower().startswith("from ")


def toll_before(counts: Sequence[Count], at: int, tokens: Sequence[Token]) -> Count | None:
    """The figure right before "the number of": "brought to 1,064 the number of"."""
    near = (
        count
        for count in counts
        if at - 3 <= count.last <= at
        and tokens[count.first - 1].low in ("to", "at")
        and not any(token.low in ("and", ",", ";") for token in tokens[count.last : at])
    )
    return next(near, None)


def figure_at(tokens: Sequence[Token], counts: Sequence[Count], at: int, words: Words) -> Count | None:
    """The figure that stands right after a noun for losses: "put the displaced at 1.2 million", "evacuees: 300"."""
    if at >= len(tokens):
        return None
    place = at + (words.has("outcomes.figures.right_before", tokens[at].low))
    return next((count for count in counts if count.first == place > at), None)
