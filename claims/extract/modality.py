"""Whether what a verb says is told as a fact: not as a plan, a fear, a condition, a question or a denial."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claims.extract.tokens import Token
from claims.extract.words import Words

_VERB_GROUP = 7
"""Tokens of a verb group before its last verb at most: "are not now believed to have been"."""


def is_unreal(tokens: Sequence[Token], at: int, words: Words) -> bool:
    """Whether a verb says what may, will or did not happen ("will be killed", "to be killed", "did not kill")."""
    group = verb_group(tokens, at, words)
    if "not" in group or "never" in group or any(low.endswith("n't") for low in group):
        return "only" not in group
    before = tokens[at - 1].low if at else ""
    if tokens[at].low.endswith("ing") and words.has("outcomes.unreal.before_ing", before):
        return True
    if "have" in group and "would" not in group:
        return False
    to_be = group[-2:] == ["to", "be"] and not _is_held_true(tokens, at - len(group), group, words)
    return any(words.has("outcomes.unreal.modals", low) for low in group) or to_be


def _is_held_true(tokens: Sequence[Token], start: int, group: Sequence[str], words: Words) -> bool:
    """Whether somebody holds it true: "are believed to be dead", "is reported to be missing"."""
    held = tokens[start - 1].low if len(group) == 2 and start > 1 else ""
    return words.has("outcomes.held_true", held) and words.has("function.be", tokens[start - 2].low)


def verb_group(tokens: Sequence[Token], at: int, words: Words) -> list[str]:
    """The small words right before a verb that belong to it."""
    first = at
    while first > max(0, at - _VERB_GROUP) and _in_group(tokens[first - 1].low, words):
        first -= 1
    return [token.low for token in tokens[first:at]]


def _in_group(low: str, words: Words) -> bool:
    return (
        words.has("function.be", low)
        or words.has("function.have", low)
        or words.has("outcomes.unreal.modals", low)
        or low in ("to", "not", "never", "only")
        or low.endswith("ly")
    )


def is_uncertain(tokens: Sequence[Token], at: int) -> bool:
    """Whether it is left open if it happened: "it was not clear if X was killed", "may have been killed"."""
    before = [token.low for token in tokens[max(0, at - 16) : at]]
    for word in ("if", "whether"):
        if word in before:
            lead = before[: before.index(word)][-4:]
            return bool({"clear", "unclear", "unknown", "uncertain", "known", "sure"} & set(lead))
    return before[-3:] in (["may", "have", "been"], ["might", "have", "been"], ["could", "have", "been"])


def is_asked(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a number is asked for, not given: "how many soldiers had died", a sentence with a question mark."""
    end = last + 4 if last < len(tokens) and tokens[last].low == "of" else last
    before = [token.low for token in tokens[max(0, first - 3) : end]]
    asks = any(pair in (("how", "many"), ("how", "few")) for pair in pairwise(before))
    return asks or tokens[-1].text == "?" or (tokens[-1].text == '"' and len(tokens) > 1 and tokens[-2].text == "?")
