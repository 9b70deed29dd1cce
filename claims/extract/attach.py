"""How close an expression stands to a word of the same sentence: by words between them, and by clauses.

"He was killed on Monday after the raid in Mosul": the day belongs to the killing, the town to the raid.
"""

from __future__ import annotations

from claims.extract.tokens import Token
from claims.extract.words import Words

_CLAUSE = 12
"""What the beginning of a clause between the two costs, in words."""
_STOP = 40
_COSTS = {";": _STOP, ",": 2, '"': _CLAUSE}
FAR = 39
"""What stands farther off belongs to something else."""
_NEAR = 3


def distance(tokens: list[Token], words: Words, at: int, first: int, last: int) -> int:
    """How far the expression from token `first` to `last` is from the token `at`, in words; clauses count more."""
    if first <= at < last:
        return 0
    between = tokens[last:at] if last <= at else tokens[at + 1 : first]
    aside = _STOP * is_aside(tokens, words, at, first, last)
    if last <= at and _opens_sentence(tokens, words, first, last):
        whole = tokens[0].low == "since"
        return _NEAR + sum(_STOP for token in between if token.text == ";" and not whole)
    lows, clauses = [token.low for token in between], words.lists["ground.clauses"]
    return aside + len(between) + sum(_COSTS[low] if low in _COSTS else _CLAUSE * (low in clauses) for low in lows)


def is_aside(tokens: list[Token], words: Words, at: int, first: int, last: int) -> bool:
    """Whether it stands in a relative clause between commas that the word is not in: "whose troops leave in July, "."""
    asides = words.lists["ground.asides"]
    for place in range(first - 1, max(0, first - 12), -1):
        low = tokens[place].low
        if low in (";", "."):
            return False
        if low in asides and tokens[place - 1].text == ",":
            end = next(
                (p for p in range(last, min(len(tokens), last + 14)) if tokens[p].text in (",", ";")), len(tokens)
            )
            return not place <= at < end
    return False


def _opens_sentence(tokens: list[Token], words: Words, first: int, last: int) -> bool:
    """Whether it opens the sentence and stands apart: "On Tuesday, ...", which every clause then has."""
    before = tokens[:first]
    if tokens[0].low == "since" and first < 14 and last < len(tokens) and tokens[last].text == ",":
        return True
    small = all(not token.is_word or words.has("time.before_a_date", token.low) for token in before)
    return small and len(before) < 4 and last < len(tokens) and tokens[last].text == ","
