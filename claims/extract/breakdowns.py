"""People who are counted apart after their total are parts of it: "nine people: four women and five men"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.extract.persons import Persons
from claims.extract.tokens import Token

_JOINS = frozenset({",", "and", "as", "well", ":", "\u2014", "-", "\u2013", "(", ";", "the", "other", "of", "them"})
_OPENS = frozenset({":", "\u2014", "(", "\u2013", "-"})
_FAR = 12
"""Tokens between a total and the list that a mark opens at most."""


def with_breakdowns(tokens: Sequence[Token], found: Sequence[Persons]) -> list[Persons]:
    """The people of a sentence; those of a list that adds up to the number before it are marked as parts."""
    kept = list(found)
    for at, whole in enumerate(kept):
        if whole.count is None or whole.subset or whole.count.low != whole.count.high:
            continue
        chain = _chain(tokens, kept, at)
        if len(chain) > 1 and sum(kept[place].bounds[0] for place in chain) == whole.count.low:
            for place in chain:
                kept[place] = replace(kept[place], subset=True)
    return kept


def _chain(tokens: Sequence[Token], found: Sequence[Persons], at: int) -> list[int]:
    """The places of the counted people joined to one another after a total."""
    chain: list[int] = []
    for place in range(at + 1, min(at + 8, len(found))):
        between = [token.text.lower() for token in tokens[found[place - 1].last : found[place].first]]
        joined = bool(between) and set(between) <= _JOINS
        opened = not chain and bool(_OPENS & set(between)) and len(between) < _FAR
        if not (joined or opened) or (found[place].count is None and not found[place].is_single):
            break
        chain.append(place)
    return chain
