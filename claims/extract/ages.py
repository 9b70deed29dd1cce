"""Ages and origins that stand after a person: ", 51,", "aged 16", "in her 60s", ", 31, of Ohio"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extract.tokens import Token

_OLDEST = 115
_WHOSE = frozenset({"his", "her", "their"})
_PART = frozenset({"early", "mid", "late"})
_STOPS = frozenset({",", ".", ";", ")", ":", "\u2014", "-", '"', "and"})


def past_age(tokens: Sequence[Token], at: int) -> int:
    """Where the age of one person ends that stands at a token, with a place of origin after it; `at` for none."""
    end = _past_number(tokens, at) or _past_decade(tokens, at)
    if not end:
        return at
    return _past_origin(tokens, end)


def _past_number(tokens: Sequence[Token], at: int) -> int:
    """Past ", 51" and "(51)" and "aged 51"."""
    lows = [token.low for token in tokens[at : at + 3]]
    if len(lows) > 1 and lows[0] in (",", "(", "aged") and lows[1].isdigit() and 0 < int(lows[1][:4]) < _OLDEST:
        after = lows[2] if len(lows) > 2 else "."
        if lows[0] == "(" and after == ")":
            return at + 3
        if lows[0] == "aged" or after in _STOPS:
            return at + 2
    if lows[:2] == [",", "aged"]:
        return _past_number(tokens, at + 1)
    return 0


def _past_decade(tokens: Sequence[Token], at: int) -> int:
    """Past "in her late 60s"."""
    lows = [token.low for token in tokens[at : at + 4]]
    if lows[:1] != ["in"] or len(lows) < 3 or lows[1] not in _WHOSE:
        return 0
    place = 2 + (lows[2] in _PART)
    decade = place < len(lows) and (
        lows[place].rstrip("s'").isdigit() or lows[place] in ("teens", "twenties", "thirties")
    )
    return at + place + 1 if decade else 0


def _past_origin(tokens: Sequence[Token], at: int) -> int:
    """Past ", of Ohio" and ", from Sumy"."""
    lows = [token.low for token in tokens[at : at + 2]]
    if lows[:1] != [","] or lows[1:] not in (["of"], ["from"]):
        return at
    end = at + 2
    while end < len(tokens) and end < at + 6 and tokens[end].is_capital:
        end += 1
    return end if end > at + 2 else at
