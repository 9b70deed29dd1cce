"""What a cell holds: a text, a number, a day or a link, decided by the value alone and never by Excel's guessing."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date

from reports.addresses import web_address

LONGEST = 32_767
"""Characters in a cell, counted as Excel does, in units of UTF-16 (support.microsoft.com, Excel specifications)."""
_LONGEST_LINK = 2000  # Excel takes 2,079
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_FIRST_DAY = date(1900, 3, 1)  # before it, Excel's calendar has a 29 February 1900
_PLAIN_NUMBER = re.compile(r"0|[1-9]\d{0,14}")
_MOST_EXACT = 10**15

Plain = str | int | float | date | None


@dataclass(frozen=True, slots=True)
class Cell:
    """A value with a style by name, and where a click leads: a web address, or a place in the workbook."""

    value: Plain
    style: str = ""
    web: str = ""
    place: str = ""


AnyCell = Cell | Plain


def web_cell(text: str) -> AnyCell:
    """An address as a link where it is one of the web; anything else (``javascript:``, ``data:``) is a text."""
    address = web_address(text)
    return Cell(text, web=address) if address and len(address) <= _LONGEST_LINK else text


def day_cell(text: str) -> AnyCell:
    """A text that is a whole day as a date; any other date in EDTF stays a text."""
    if not _DAY.fullmatch(text):
        return text
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return text
    return found if found >= _FIRST_DAY else text


def number_cell(text: str) -> AnyCell:
    """A text that is a plain whole number, and would be written the same again, as a number."""
    return int(text) if _PLAIN_NUMBER.fullmatch(text) else text


def safe_number(value: int | float) -> int | float | str:
    """A number that Excel holds exactly; a text for any other, and for infinities."""
    if isinstance(value, int):
        return value if abs(value) < _MOST_EXACT else str(value)
    return value if math.isfinite(value) else str(value)


def cut(text: str) -> str:
    """A text that fits into a cell: all of it, or its beginning with an ellipsis."""
    if len(text) <= LONGEST // 2:
        return text
    units = text.encode("utf-16-le")
    if len(units) <= 2 * LONGEST:
        return text
    return units[: 2 * (LONGEST - 1)].decode("utf-16-le", "ignore") + "…"
