"""Digit runs of any script and any locale: what number "1,200", "1.200", "1'200", "1,23,456" or "٢٣" is."""

from __future__ import annotations

import re
from functools import lru_cache

LARGEST = 10**9
"""The largest count that is accepted; anything above is taken for a slip of the pen."""

_SEPARATORS = str.maketrans(
    {
        "\u2019": "'", "\u02bc": "'", "\u066c": "'", "\u060c": ",", "\uff0c": ",", "\uff0e": ".",
        "\u00a0": " ", "\u2007": " ", "\u2009": " ", "\u202f": " ",
    }
)  # fmt: skip
_DECIMAL_ONLY = "\u066b"


@lru_cache(maxsize=1 << 12)
def read_digits(text: str) -> tuple[int, int] | None:
    """The number as (mantissa, decimals): "1,200" is (1200, 0), "1.5" is (15, 1).

    A three-digit group after one separator is a thousand ("1.200" is 1200); trailing zeros of a decimal are
    dropped ("58.0" is 58). None when the separators fit no way of writing numbers ("1.2.3", "12.10.2025"), and
    for four zeros or more after one ("1,0000"): a slip that may stand for ten thousand.
    """
    parts = _split(text)
    if parts is None:
        return None
    groups, separators = parts
    if not separators or _is_grouped(groups, separators):
        return int("".join(groups)), 0
    return _decimal(groups, separators)


def read_decimal(text: str) -> tuple[int, int] | None:
    """Like read_digits, but one full stop is a decimal sign: "1.234" before "million" is 1.234."""
    parts = _split(text)
    if parts is not None and parts[1] == ["."]:
        return _decimal(*parts)
    return read_digits(text)


def _split(text: str) -> tuple[list[str], list[str]] | None:
    pieces = re.split(r"(\D)", text.translate(_SEPARATORS))
    groups = pieces[::2]
    return (groups, pieces[1::2]) if all(groups) else None


def _is_grouped(groups: list[str], separators: list[str]) -> bool:
    if len(set(separators)) != 1 or separators[0] == _DECIMAL_ONLY or len(groups[-1]) != 3:
        return False
    first, middle = groups[0], groups[1:-1]
    if len(first) > 3 or int(first) == 0:
        return False
    if all(len(group) == 3 for group in middle):
        return True
    indian = separators[0] == "," and len(first) <= 2
    return indian and all(len(group) == 2 for group in middle)


def _decimal(groups: list[str], separators: list[str]) -> tuple[int, int] | None:
    last = separators[-1]
    if last not in (".", ",", _DECIMAL_ONLY):
        return None
    whole, rest = groups[:-1], separators[:-1]
    if rest and (last in rest or not _is_grouped(whole, rest)):
        return None
    fraction = groups[-1]
    if len(fraction) > 3 and int(fraction) == 0:
        return None
    while fraction and int(fraction[-1]) == 0:
        fraction = fraction[:-1]
    return int("".join(whole) + fraction), len(fraction)
