"""Dates in numbers, as a table writes them: which order their day and month stand in, and what they are in EDTF.

``05/06/2024`` is a day in May or in June, so the claim format refuses it. A table that writes every date alike can say
once which order is its own: ``dates = "day first"`` in its mapping. A dot between the numbers puts the day first, as it
does in every locale of the Unicode CLDR 46 whose short dates have dots and end in the year.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from claims.read.importers.written_dates import edtf_of

DAY_FIRST, MONTH_FIRST = "day first", "month first"
ORDERS = (DAY_FIRST, MONTH_FIRST)
_NUMBERS = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)")
_DAYS = re.compile(r"(\d{1,2})[.]?\s*[-–]\s*(\d{1,2})([./])(\d{1,2})\3(\d{4})")
_CENTURY_FROM = 69
"""Two-digit years from here on are of the 20th century, those below of the 21st, as POSIX ``strptime %y`` has it."""


def order_of(texts: Iterable[str]) -> str:
    """The order that dates in numbers share: an empty text where nothing tells it, or where they differ.

    A year of two digits tells nothing: ``25/01/24`` may begin with it.
    """
    orders = {_order(found) for text in texts if (found := _NUMBERS.fullmatch(text.strip()))} - {""}
    return orders.pop() if len(orders) == 1 else ""


def numeric(text: str) -> bool:
    """Whether a text is a date in numbers that does not begin with its year."""
    return _NUMBERS.fullmatch(text.strip()) is not None


def in_edtf(text: str, order: str) -> str:
    """The date in EDTF, read in the order of its table; a text that is no day of the calendar in it, as it came.

    Months by name need no order; the days of ``11-14/04/2025`` stand before its month in any. What begins with a year
    of four digits is EDTF or a moment already.
    """
    text = text.strip()
    if re.match(r"\d{4}", text):
        return text
    if found := _NUMBERS.fullmatch(text):
        one, two, year = int(found[1]), int(found[3]), _year(found[4])
        day, month = (two, one) if order == MONTH_FIRST else (one, two)
        return (_day(year, month, day) if order else "") or text
    if order and (found := _DAYS.fullmatch(text)):
        first, last = (_day(int(found[5]), int(found[4]), int(found[n])) for n in (1, 2))
        return f"{first}/{last}" if first and last else text
    return edtf_of(text)


def _order(found: re.Match[str]) -> str:
    one, two = int(found[1]), int(found[3])
    if len(found[4]) == 2:
        return ""
    if found[2] == "." or one > 12:
        return DAY_FIRST if two <= 12 else ""
    return MONTH_FIRST if two > 12 else ""


def _year(digits: str) -> int:
    year = int(digits)
    return year if len(digits) == 4 else year + (1900 if year >= _CENTURY_FROM else 2000)


def _day(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
