"""Windows of days that expressions of time stand for, counted from an anchor (the day of publication)."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from claims.extract.calendar_words import DAYS, count, day, month, rank

_ONE = timedelta(days=1)
_LENGTHS = {"hour": 1 / 24, "night": 1, "day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365}


class Window(NamedTuple):
    """First and last day (None while not resolved), the name of the form, and whether the anchor decided it."""

    first: date | None
    last: date | None
    rule: str
    anchored: bool = False


def window(parts: Mapping[str, str], anchor: date | None) -> Window | None:
    """The window of the named parts of an expression; None where the calendar has no such day."""
    try:
        return _exact(parts, anchor) or _longer(parts, anchor) or _relative(parts, anchor)
    except (ValueError, OverflowError, KeyError):  # 31 June; a year before the calendar
        return None


def shift_of(parts: Mapping[str, str]) -> int | None:
    """Days from another event, for "two days after", "the same day", "the day before"; None for other forms."""
    if spread_of(parts) or "same" in parts or "that" in parts:
        return 0
    if "next" in parts:
        return 1
    if "before" in parts:
        return -1
    if "n" not in parts or parts["way"].lower() == "ago":
        return None
    days = round(count(parts["n"]) * _LENGTHS[parts["unit"].lower()])
    return days if parts["way"].lower() in ("later", "after") else -days


def spread_of(parts: Mapping[str, str]) -> int:
    """Days that "over the next two days" goes on for after the day that it is counted from; 0 for other forms."""
    if "sn2" in parts:
        return count(parts["sn2"])
    return round(count(parts["sn"]) * _LENGTHS[parts["sunit"].lower()]) if "sn" in parts else 0


_FEASTS = {
    "christmas day": ("december", "25"),
    "christmas eve": ("december", "24"),
    "boxing day": ("december", "26"),
    "new year's day": ("january", "1"),
    "new year's eve": ("december", "31"),
}


def _exact(parts: Mapping[str, str], anchor: date | None) -> Window | None:
    """Days that are named by their number."""
    if "iso" in parts:
        found = date.fromisoformat(parts["iso"])
        return Window(found, found, "full date")
    if "nd" in parts:
        one, other, year = (int(piece) for piece in parts["nd"].replace("/", ".").split("."))
        return _numeric(one, other, year, "/" in parts["nd"])
    for key in ("a", "b"):
        if f"{key}d1" in parts:
            start, end = (
                date(int(parts[f"{key}y{n}"]), month(parts[f"{key}m{n}"]), day(parts[f"{key}d{n}"])) for n in (1, 2)
            )
            return Window(start, end, "full date")
    if "feast" in parts:
        name = " ".join(parts["feast"].lower().split())
        return _span(*_FEASTS[name], *_FEASTS[name], None, anchor)
    if "sd1" in parts:
        return _span(parts["sm1"], parts["sd1"], parts["sm2"], parts["sd2"], parts.get("sy"), anchor)
    if "ud1" in parts:
        return _span(parts["um1"], parts["ud1"], parts["um2"], parts["ud2"], parts.get("uy"), anchor)
    for prefix in ("e", "r", "d", "m"):
        if f"{prefix}m" in parts:
            first = parts[f"{prefix}1"]
            return _days(parts[f"{prefix}m"], first, parts.get(f"{prefix}2", first), parts.get(f"{prefix}y"), anchor)
    if "nth" in parts:
        return _nth(day(parts["nth"]), anchor)
    return None


def _numeric(first: int, second: int, year: int, slashed: bool) -> Window | None:
    """ "14.05.2024", "14/05/2024", "05/14/2024"; a slashed date that may be read both ways stays unresolved."""
    if slashed and second <= 12 and first <= 12 and first != second:
        return Window(None, None, "day or month first")
    found = date(year, first, second) if second > 12 else date(year, second, first)
    return Window(found, found, "full date")


def _days(name: str, first: str, last: str, year: str | None, anchor: date | None) -> Window:
    return _span(name, first, name, last, year, anchor)


def _span(
    name: str, first: str, name2: str, last: str, year: str | None, anchor: date | None
) -> Window:  # fmt: skip
    """From one day to another; without a year the latest that has begun."""
    number, number2 = month(name), month(name2)
    if year is not None:
        end = date(int(year), number2, day(last))
        return Window(date(int(year) - (number > number2), number, day(first)), end, "full date")
    if anchor is None:
        return Window(None, None, "day without a year")
    start = date(anchor.year, number, day(first))
    if start > anchor:
        start = start.replace(year=anchor.year - 1)
    end = date(start.year + (number2 < number), number2, day(last))
    return Window(start, end, "day without a year", True)


def _nth(number: int, anchor: date | None) -> Window:
    """ "On the 15th": the latest day of that number."""
    if anchor is None:
        return Window(None, None, "day of a month")
    first = anchor.replace(day=1) if number <= anchor.day else (anchor.replace(day=1) - _ONE).replace(day=1)
    found = first.replace(day=number)
    return Window(found, found, "day of a month", True)


def _longer(parts: Mapping[str, str], anchor: date | None) -> Window | None:
    if "fm" in parts:
        return _months(month(parts["fm"]), month(parts["tm"]), parts.get("ty"), anchor)
    if "om1" in parts:
        first, last = (month_end(int(parts[f"oy{n}"]), month(parts[f"om{n}"])) for n in (1, 2))
        return Window(first.replace(day=1), last, "months")
    if "om" in parts:
        return _months(month(parts["om"]), month(parts["om"]), parts["oy"], anchor)
    if "decade" in parts:
        begin = int(parts["decade"])
        return Window(date(begin, 1, 1), date(begin + 9, 12, 31), "years")
    if "y1" in parts:
        from_year, to_year = parts["y1"], parts["y2"]
        to_year = from_year[: 4 - len(to_year)] + to_year
        return Window(date(int(from_year), 1, 1), date(int(to_year), 12, 31), "years")
    if "only" in parts:
        return Window(date(int(parts["only"]), 1, 1), date(int(parts["only"]), 12, 31), "year")
    if "bm" in parts:
        return _months(month(parts["bm"]), month(parts["bm"]), None, anchor)
    return _part_of_year(parts, anchor) if "qu" in parts else None


def _months(first: int, last: int, year: str | None, anchor: date | None) -> Window:
    if year is not None:
        return Window(date(int(year), first, 1), month_end(int(year), last), "month" if first == last else "months")
    if anchor is None:
        return Window(None, None, "month name alone")
    found = anchor.year if first <= anchor.month else anchor.year - 1
    return Window(date(found, first, 1), month_end(found + (last < first), last), "month name alone", True)


def _part_of_year(parts: Mapping[str, str], anchor: date | None) -> Window | None:
    """ "The first half of 2023", "the first nine months of this year", "the third quarter"."""
    said = parts["qy"].lower()
    if not said[0].isdigit() and anchor is None:
        return None
    year = int(said) if said[0].isdigit() else anchor.year - (said == "last year") if anchor else 0
    size = {"quarter": 3, "half": 6, "month": 1}[parts["qu"].lower()]
    which, number = parts["q"].lower(), count(parts.get("qn", "one"))
    if not 1 <= number * size <= 12:
        return None
    if which == "last":
        return Window(date(year, 13 - size * number, 1), date(year, 12, 31), "part of a year", True)
    start = 1 + size * (rank(which) - 1)
    return Window(date(year, start, 1), month_end(year, start + size * number - 1), "part of a year", True)


def _relative(parts: Mapping[str, str], anchor: date | None) -> Window | None:
    if "then" in parts:
        return Window(None, None, "since then")
    if shift_of(parts) is not None:
        return Window(None, None, "from another event")
    if "nextm" in parts:
        return Window(None, None, "next month of a name")
    if anchor is None or "vague" in parts:
        return Window(None, None, "relative")
    if "fresh" in parts:
        return _named(f"this {parts['period'].lower()}", anchor)
    if "w1" in parts:
        first, last = _weekday(parts["w1"], anchor), _weekday(parts["w2"], anchor)
        return Window(first if first <= last else first - 7 * _ONE, last, "weekdays", True)
    if "n1" in parts:
        last = _weekday(parts["n2"], anchor)
        return Window(last - _ONE * ((last.weekday() - DAYS[parts["n1"].lower()]) % 7), last, "weekdays", True)
    if "spell" in parts:
        days = round(count(parts["spell"]) * _LENGTHS[parts["su"].lower()])
        return Window(anchor - _ONE * (max(days, 1) - 1), anchor, "spell", True)
    if "week" in parts:
        found = _weekday(parts["week"], anchor)
        return Window(found, found, "weekday", True)
    if "rank" in parts:
        return Window(anchor - _ONE * (rank(parts["rank"]) - 1), anchor, "day by day", True)
    if "tn" in parts:
        found = _back(anchor, count(parts["tn"]), parts["tu"].lower())
        return Window(found, found, "ago", True)
    if "pu" in parts or "pu1" in parts:
        return _past(parts, anchor)
    if "word" in parts:
        return _named(" ".join(parts["word"].lower().split()), anchor)
    return _ago(count(parts["n"]), parts["unit"].lower(), anchor)


def _weekday(name: str, anchor: date) -> date:
    return anchor - timedelta(days=(anchor.weekday() - DAYS[name.lower()]) % 7)


def _past(parts: Mapping[str, str], anchor: date) -> Window:
    """ "The past 24 hours", "the last three weeks", "over the past year": up to the anchor."""
    number, unit = count(parts.get("pn", "one")), (parts.get("pu") or parts["pu1"]).lower()
    return Window(_back(anchor, number, unit), anchor, "up to now", True)


def _back(anchor: date, number: int, unit: str) -> date:
    """The day so many units before the anchor; a day at least."""
    months = {"month": 1, "year": 12, "decade": 120}.get(unit, 0)
    if not months:
        return anchor - timedelta(days=max(1, round(number * _LENGTHS[unit])))
    whole = anchor.year * 12 + anchor.month - 1 - number * months
    year, at = whole // 12, whole % 12 + 1
    return date(year, at, min(anchor.day, calendar.monthrange(year, at)[1]))


def _ago(number: int, unit: str, anchor: date) -> Window:
    if unit == "year":
        return Window(date(anchor.year - number, 1, 1), date(anchor.year - number, 12, 31), "ago", True)
    if unit == "month":
        whole = anchor.year * 12 + anchor.month - 1 - number
        return Window(date(whole // 12, whole % 12 + 1, 1), month_end(whole // 12, whole % 12 + 1), "ago", True)
    found = anchor - timedelta(days=int(number * _LENGTHS[unit]))
    return Window(found, found, "ago", True)


def _named(word: str, anchor: date) -> Window | None:
    """The window of a word such as "yesterday"."""
    if word in ("yesterday", "last night"):
        return Window(anchor - _ONE, anchor - _ONE, "yesterday", True)
    if word in ("today", "tonight", "this morning", "this afternoon", "this evening"):
        return Window(anchor, anchor, "today", True)
    if word == "overnight":
        return Window(anchor - _ONE, anchor, "overnight", True)
    monday = anchor - timedelta(days=anchor.weekday())
    if word.endswith("weekend"):
        saturday = monday - 2 * _ONE if anchor.weekday() < 5 else monday + 5 * _ONE
        return Window(saturday, saturday + _ONE, "weekend", True)
    if word.startswith("this "):
        start = {"week": monday, "month": anchor.replace(day=1), "year": date(anchor.year, 1, 1)}[word.split()[-1]]
        return Window(start, anchor, "this period", True)
    if word.endswith("week"):
        return Window(monday - 7 * _ONE, monday - _ONE, "week", True)
    if word.endswith(("month", "year")):
        return _ago(1, word.split()[-1], anchor)._replace(rule="last period")
    return Window(None, None, "vague")


def month_end(year: int, number: int) -> date:
    """The last day of a month."""
    return date(year, number, calendar.monthrange(year, number)[1])
