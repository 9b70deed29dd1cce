"""How dates of two tellings stand to each other: whether they may be of one event, whether one holds many."""

from __future__ import annotations

from datetime import date as day

_APART = 3
"""Days between what is told of a deed and of its losses at most."""
_LONG = 21
"""Days from which a date holds more than one event."""


def may_be_one(one: str, other: str) -> bool:
    """Whether two EDTF dates may date one event: "" is any, and two others lie at most three days apart."""
    if not one or not other:
        return True
    (first_a, last_a), (first_b, last_b) = _window(one), _window(other)
    near = first_a - last_b <= _APART and first_b - last_a <= _APART
    return near and is_long(one) == is_long(other)


def is_long(date: str) -> bool:
    """Whether an EDTF interval is longer than three weeks."""
    first, last = _window(date)
    return last - first > _LONG and "/" in date


def _window(date: str) -> tuple[int, int]:
    """The first and the last day of an EDTF date as ordinals, without bounds where it is open or coarser."""
    first, _, last = date.replace("~", "").partition("/")
    return _ordinal(first, 0), _ordinal(last or first, day.max.toordinal())


def _ordinal(text: str, unknown: int) -> int:
    try:
        return day.fromisoformat(text).toordinal()
    except ValueError:
        return unknown
