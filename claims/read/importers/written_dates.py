"""Dates as data sets and English articles write them, as EDTF.

Only orders that cannot be mistaken are read: a month by its name, or the year first. ``07/10/2023`` is left as it is,
for the claim format to reject with its remedy.
"""

from __future__ import annotations

import re
from datetime import date

from claims.lexicon import data

_ISO = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ]\d\d:\d\d.*)?")
_DAY_FIRST = re.compile(r"(\d{1,2})[\s.-]+([^\W\d_]{3,9})[\s.,-]+(\d{4})")
_MONTH_FIRST = re.compile(r"([^\W\d_]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_MONTH = re.compile(r"([^\W\d_]{3,9})\.?,?\s+(\d{4})")


def edtf_of(text: str) -> str:
    """The day or month in EDTF (``5 January 2024`` is ``2024-01-05``); any other text as it came."""
    text = text.strip()
    if found := _ISO.fullmatch(text):
        return found[1]
    if found := _DAY_FIRST.fullmatch(text):
        return _day(found[3], found[2], found[1]) or text
    if found := _MONTH_FIRST.fullmatch(text):
        return _day(found[3], found[1], found[2]) or text
    if (found := _MONTH.fullmatch(text)) and (month := _month(found[1])):
        return f"{found[2]}-{month:02}"
    return text


def span(first: str, last: str) -> str:
    """The interval between two days, or the one day when they are the same or only one is given."""
    first, last = edtf_of(first), edtf_of(last)
    return f"{first}/{last}" if first and last and first != last else first or last


def _day(year: str, month: str, day: str) -> str:
    number = _month(month)
    try:
        return date(int(year), number, int(day)).isoformat() if number else ""
    except ValueError:
        return ""


def _month(name: str) -> int:
    """The number of an English month by its name or at least its first three letters; 0 for any other word."""
    months: list[str] = data("claims", "importers/tables.yaml")["months"]
    folded = name.casefold()
    return next((n for n, month in enumerate(months, 1) if len(folded) > 2 and month.startswith(folded)), 0)
