"""When it happened: EDTF dates read as windows of whole days.

EDTF is ISO 8601-2, the Extended Date/Time Format of the Library of Congress. The forms that nearly every
spreadsheet holds are read here; seasons, sets and unspecified digits go to the ``edtf`` library.
"""

from __future__ import annotations

import calendar
import re
from contextlib import redirect_stdout
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from io import StringIO

_PLAIN = re.compile(r"(?P<year>\d{4})(?:-(?P<month>0\d|1[0-9])(?:-(?P<day>\d\d))?)?(?P<mark>[~?%]?)")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d")
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
TWO_WAYS = "can be read two ways"
"""What the refusal of a date says whose day and month could be swapped."""
MINUTES_A_DAY = 1440
_LAST_DAY = date.max.toordinal()
_DAYS_AROUND = {"day": 2, "month": 15, "year": 182}
_ADVICE = "write 2025-10-11, 2025-10-11/2025-10-12, 2025-10, 2025-10~ or leave the cell empty"


class DateError(ValueError):
    """A date that EDTF does not allow; the message says what to write instead."""


@dataclass(frozen=True, slots=True)
class Window:
    """The days on which something can have happened, as proleptic Gregorian ordinals, both ends included.

    ``None`` at an end means that nothing was said about it. ``approximate`` marks EDTF ``~``, ``?`` and ``%``;
    the window is then already widened (two days for a day, half a month for a month, half a year for a year).
    """

    first: int | None
    last: int | None
    approximate: bool = False

    @property
    def bounded(self) -> bool:
        """Whether both ends are known."""
        return self.first is not None and self.last is not None

    @property
    def days(self) -> int | None:
        """How many days the window holds, or None when an end is open."""
        return None if self.first is None or self.last is None else self.last - self.first + 1

    def gap(self, other: Window) -> int:
        """Whole days between the two windows: 0 when they share a day, 1 for neighbouring days."""
        if self.first is not None and other.last is not None and self.first > other.last:
            return self.first - other.last
        if other.first is not None and self.last is not None and other.first > self.last:
            return other.first - self.last
        return 0

    def contains(self, other: Window) -> bool:
        """Whether every day of the other window lies in this one."""
        starts = self.first is None or (other.first is not None and self.first <= other.first)
        ends = self.last is None or (other.last is not None and other.last <= self.last)
        return starts and ends


@lru_cache(maxsize=65536)
def check_edtf(text: str) -> str:
    """Return the date as written (an empty text too), or raise DateError with what to write instead."""
    if text:
        read_window(text)
    return text


_SWAPPED_WITHIN = 31
"""Days within which two ends of an interval that stand in the wrong order are taken for a slip."""


@lru_cache(maxsize=65536)
def read_window(text: str) -> Window:
    """Read an EDTF date as a window of days.

    Raises DateError for anything else, among them dates such as 10/11/2025 whose day and month could be swapped.
    """
    if "/" in text and not _SLASHED.fullmatch(text):
        return _interval(text)
    return _single(text)


def _interval(text: str) -> Window:
    start, _, end = text.partition("/")
    if "/" in end:
        raise DateError(f"{text!r} has more than two dates; write the first and the last: 2025-10-11/2025-10-13")
    if start in ("", "..") and end in ("", ".."):
        raise DateError(f"{text!r} names no day at either end; {_ADVICE}")
    first = Window(None, None) if start in ("", "..") else _single(start)
    last = Window(None, None) if end in ("", "..") else _single(end)
    if first.first is not None and last.last is not None and first.first > last.last:
        if first.first - last.last > _SWAPPED_WITHIN:
            raise DateError(f"{text!r} ends before it begins; write the earlier date first")
        first, last = last, first
    return Window(first.first, last.last, first.approximate or last.approximate)


def ends_first(text: str) -> bool:
    """Whether an interval of dates was written with its end first, and read the other way round."""
    start, slash, end = text.partition("/")
    if not slash or _SLASHED.fullmatch(text) or ".." in (start, end) or not (start and end):
        return False
    first, last = _single(start).first, _single(end).last
    return first is not None and last is not None and first > last


def _single(text: str) -> Window:
    found = _PLAIN.fullmatch(text)
    if found is None:
        return _by_library(text)
    year, month, day, mark = found["year"], found["month"], found["day"], found["mark"]
    try:
        first = date(int(year), int(month or 1), int(day or 1))
    except ValueError as error:
        raise DateError(f"{text!r} is no day of the calendar ({error}); {_ADVICE}") from None
    last_month = int(month or 12)
    last = date(first.year, last_month, int(day) if day else calendar.monthrange(first.year, last_month)[1])
    around = _DAYS_AROUND["day" if day else "month" if month else "year"] if mark else 0
    return Window(max(first.toordinal() - around, 1), min(last.toordinal() + around, _LAST_DAY), bool(mark))


def _by_library(text: str) -> Window:
    if text[0] in "~?%" and _PLAIN.fullmatch(text[1:]):
        return _single(text[1:].rstrip("~?%") + text[0])
    if slashed := _SLASHED.fullmatch(text):
        raise DateError(_swapped(text, *slashed.groups()))
    if _MOMENT.match(text):
        return _single(_timestamp(text).date().isoformat())
    from edtf import parse_edtf
    from edtf.parser.edtf_exceptions import EDTFParseException

    try:
        with redirect_stdout(StringIO()):  # the library prints some of what it cannot read
            parsed = parse_edtf(text)
        first, last = parsed.lower_fuzzy(), parsed.upper_fuzzy()
        return Window(date(*first[:3]).toordinal(), date(*last[:3]).toordinal(), bool(set(text) & set("~?%")))
    except (EDTFParseException, AttributeError, TypeError, ValueError, OverflowError):
        raise DateError(f"{text!r} is not an EDTF date; {_ADVICE}") from None


def _swapped(text: str, one: str, two: str, year: str) -> str:
    day_first, month_first = f"{year}-{int(two):02d}-{int(one):02d}", f"{year}-{int(one):02d}-{int(two):02d}"
    if int(one) > 12:
        return f"{text!r} is not an EDTF date; write {day_first}"
    if int(two) > 12:
        return f"{text!r} is not an EDTF date; write {month_first}"
    return f"{text!r} {TWO_WAYS}; write {day_first} or {month_first}"


Moment = tuple[int, int]
"""The first and the last minute in which something can have been said, since 0001-01-01."""


@lru_cache(maxsize=65536)
def read_moment(text: str) -> Moment | None:
    """When something was published or seen: the minutes that the words allow.

    Returns None for an empty text and for an interval that is open at an end. Raises DateError when the text is
    neither an ISO 8601 moment nor an EDTF date.
    """
    if not text:
        return None
    if _MOMENT.match(text):
        moment = _timestamp(text)
        offset = moment.utcoffset()
        shift = int(offset.total_seconds() // 60) if offset else 0
        minute = moment.toordinal() * MINUTES_A_DAY + moment.hour * 60 + moment.minute - shift
        return minute, minute
    window = read_window(text)
    if window.first is None or window.last is None:
        return None
    return window.first * MINUTES_A_DAY, window.last * MINUTES_A_DAY + MINUTES_A_DAY - 1


def _timestamp(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise DateError(f"{text!r} is not a moment; write 2025-10-15 or 2025-10-15T13:00+00:00") from None


@lru_cache(maxsize=65536)
def check_moment(text: str) -> str:
    """Return the moment as written, or raise DateError."""
    read_moment(text)
    return text


def show(window: Window) -> str:
    """The window as a reader would write it: one day, or two days with an en dash between them."""
    ends = [date.fromordinal(o).isoformat() if o is not None else "…" for o in (window.first, window.last)]
    return ends[0] if ends[0] == ends[1] else "–".join(ends)
