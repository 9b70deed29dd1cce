"""When something happened: expressions of time as windows of whole days, anchored to the day of publication.

A weekday is the latest one up to the anchor, a day or month without a year the latest past one. The anchor is the day
of publication; without one, the latest full date that the document itself gives. It is never today.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from claims.extract.words import Words

_MONTHS = {name.lower(): at for at, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name[:3].lower(): at for name, at in _MONTHS.items()} | {"sept": 9}
_DAYS = {name.lower(): at for at, name in enumerate(calendar.day_name)}
_M = (
    "(?:"
    + "|".join(
        sorted(
            (*calendar.month_name[1:], *(f"{m}\\.?" for m in calendar.month_abbr[1:]), "Sept\\.?"),
            key=len,
            reverse=True,
        )
    )
    + r")(?!\w)"
)
_D = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d\w])"
_Y = r"(?:1[5-9]|20)\d\d(?!\d)"
_W = "(?:" + "|".join(calendar.day_name) + r")(?!\w)"
_NUMBER = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
_N = "(?:" + "|".join(_NUMBER) + r"|\d{1,2})"

_EXPRESSION = re.compile(
    rf"""(?<![\w-])(?:
    (?P<iso>{_Y}-[01]\d-[0-3]\d)(?!\d)
  | (?P<d1>{_D})(?:\s*(?:-|\u2014|to|and|or)\s*|\s+(?:and|to)\s+)(?P<d2>{_D})\s+(?:of\s+)?(?P<m12>{_M})
      (?:,?\s+(?P<y12>{_Y}))?
  | (?P<mr>{_M})\s+(?P<r1>{_D})\s*(?:-|\u2014|to|and)\s*(?P<r2>{_D})(?:,?\s+(?P<yr>{_Y}))?
  | (?P<d>{_D})\s+(?:of\s+)?(?P<m>{_M})(?:,?\s+(?P<y>{_Y}))?
  | (?P<mm>{_M})\s+(?P<dd>{_D})(?:,?\s+(?P<yy>{_Y}))?
  | (?P<fm>{_M})\s+(?:and|to|\u2014|through)\s+(?P<tm>{_M}),?\s+(?:of\s+)?(?P<ty>{_Y})
  | (?P<om>{_M}),?\s+(?:of\s+)?(?P<oy>{_Y})
  | (?:in|last|since|during|early|late|mid|this|of|by|until)[\s-]+(?P<bm>January|February|March|April|May|June|July|
      August|September|October|November|December)(?![\w]|,?\ +\d)
  | (?:in|since|during|of|by|from|until|between|bloody|year|early|late|mid|and|through)[\s-]+(?P<only>{_Y})
  | (?P<week>{_W})
  | (?P<word>yesterday|today|tonight|overnight|last\ night|this\ morning|this\ week|last\ week|
      this\ month|last\ month|this\ year|last\ year|
      previous\ month|previous\ year|past\ week|past\ month|past\ year|weekend|recent\ months|recent\ weeks)(?!\w)
  | (?P<n>{_N})\s+(?P<unit>day|week|month|year)s?\s+(?P<way>ago|earlier|later|before|after)(?!\w)
  | (?P<q>first|last)\s+(?P<qn>two|three|six|nine|\d)\s+(?P<qu>quarter|month)s\s+of\s+(?P<qy>{_Y}|this\ year|last\ year)
    )""",
    re.VERBOSE | re.IGNORECASE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Moment:
    """An expression of time: its offsets, its first and last day, and how it was resolved.

    `first` and `last` are None while the expression is not resolved. `open` marks "since X". `rule` names the form;
    `anchored` says that the anchor decided the year or the day. `said` marks the day on which something was said.
    """

    start: int
    end: int
    first: date | None
    last: date | None
    rule: str
    anchored: bool = False
    open: bool = False
    said: bool = False
    shift: int | None = None
    """Days from another event, for "two days after" and the like."""

    @property
    def edtf(self) -> str:
        """The window in EDTF: a day, or the first and last day; empty while it is not resolved."""
        if self.first is None or self.last is None:
            return ""
        return (
            self.first.isoformat() if self.first == self.last else f"{self.first.isoformat()}/{self.last.isoformat()}"
        )

    @property
    def is_day(self) -> bool:
        """Whether it is at most a few days long: fine enough to date one event."""
        return self.first is not None and self.last is not None and (self.last - self.first).days <= 3


def find_moments(text: str, start: int, end: int, anchor: date | None, words: Words) -> list[Moment]:
    """The expressions of time in a stretch of text, from left to right."""
    return list(_with_openings(text, _moments(text, start, end, anchor), start))


def document_anchor(text: str, published: date | None) -> date | None:
    """The day to count from: that of publication, else the latest full date in the text."""
    if published is not None:
        return published
    days = [
        m.last
        for m in _moments(text, 0, len(text), None)
        if m.first is not None and m.first == m.last and m.last is not None
    ]
    return max(days, default=None)


def _moments(text: str, start: int, end: int, anchor: date | None) -> Iterator[Moment]:
    for found in _EXPRESSION.finditer(text, start, end):
        parts = {key: value for key, value in found.groupdict().items() if value}
        first_group = next((key for key in found.groupdict() if found[key]), "")
        at = (
            found.start("only")
            if first_group == "only"
            else found.start("bm")
            if first_group == "bm"
            else found.start()
        )
        window = _window(parts, anchor)
        if window is not None:
            first, last, rule, anchored = window
            if rule == "month name alone" and found["bm"][0].islower():
                continue
            yield Moment(at, found.end(), first, last, rule, anchored, shift=_shift(parts))


def _with_openings(text: str, moments: Iterable[Moment], start: int) -> Iterator[Moment]:
    """ "Since X" opens a window; a date right after a verb of saying dates the statement."""
    for moment in moments:
        before = text[max(start, moment.start - 24) : moment.start].lower()
        if re.search(r"\bsince (?:early |late |mid-?|the end of )?$", before):
            moment = replace(moment, open=True)
        if re.search(
            r"\b(?:said|says|statement|announced|told \w+|issued|conference|released|published|report|added|speaking)"
            r"(?: on| late| early| in| late on| early on|,)*\s*$",
            before,
        ):
            moment = replace(moment, said=True)
        yield moment


def _shift(parts: dict[str, str]) -> int | None:
    if "n" not in parts:
        return None
    days = _count(parts["n"]) * {"day": 1, "week": 7, "month": 30, "year": 365}[parts["unit"].lower()]
    return days if parts["way"].lower() in ("later", "after") else -days


def _count(word: str) -> int:
    return _NUMBER.get(word.lower()) or int(word)


def _day(word: str) -> int:
    return int(re.sub(r"\D", "", word))


def _month(word: str) -> int:
    return _MONTHS[word.lower().rstrip(".")]


Found = tuple[date | None, date | None, str, bool]


def _window(parts: dict[str, str], anchor: date | None) -> Found | None:
    """First and last day of an expression, the name of its form, and whether the anchor decided it."""
    try:
        if "iso" in parts:
            day = date.fromisoformat(parts["iso"])
            return day, day, "full date", False
        if "d2" in parts:
            return _days(parts["m12"], parts["d1"], parts["d2"], parts.get("y12"), anchor)
        if "mr" in parts:
            return _days(parts["mr"], parts["r1"], parts["r2"], parts.get("yr"), anchor)
        if "d" in parts:
            return _days(parts["m"], parts["d"], parts["d"], parts.get("y"), anchor)
        if "mm" in parts:
            return _days(parts["mm"], parts["dd"], parts["dd"], parts.get("yy"), anchor)
        return _longer(parts, anchor)
    except (ValueError, OverflowError):  # 31 June; a year before the calendar
        return None


def _longer(parts: dict[str, str], anchor: date | None) -> Found | None:
    if "fm" in parts:
        year = int(parts["ty"])
        return date(year, _month(parts["fm"]), 1), _month_end(year, _month(parts["tm"])), "months", False
    if "om" in parts:
        year = int(parts["oy"])
        return date(year, _month(parts["om"]), 1), _month_end(year, _month(parts["om"])), "month", False
    if "only" in parts:
        year = int(parts["only"])
        return date(year, 1, 1), date(year, 12, 31), "year", False
    if "bm" in parts:
        return _bare_month(_month(parts["bm"]), anchor)
    if "q" in parts:
        return _part_of_year(parts, anchor)
    return _relative(parts, anchor)


def _days(month: str, first: str, last: str, year: str | None, anchor: date | None) -> Found | None:
    number = _month(month)
    if year is not None:
        return date(int(year), number, _day(first)), date(int(year), number, _day(last)), "full date", False
    if anchor is None:
        return None, None, "day without a year", False
    start, end = date(anchor.year, number, _day(first)), date(anchor.year, number, _day(last))
    if start > anchor:
        start, end = start.replace(year=anchor.year - 1), end.replace(year=anchor.year - 1)
    return start, end, "day without a year", True


def _bare_month(month: int, anchor: date | None) -> Found:
    if anchor is None:
        return None, None, "month name alone", False
    year = anchor.year if month <= anchor.month else anchor.year - 1
    return date(year, month, 1), _month_end(year, month), "month name alone", True


def _part_of_year(parts: dict[str, str], anchor: date | None) -> Found | None:
    said = parts["qy"].lower()
    if said[0].isdigit():
        year = int(said)
    elif anchor is None:
        return None
    else:
        year = anchor.year - (said == "last year")
    months = _count(parts["qn"]) * (3 if parts["qu"].lower() == "quarter" else 1)
    if not 1 <= months <= 12:
        return None
    if parts["q"].lower() == "first":
        return date(year, 1, 1), _month_end(year, months), "part of a year", True
    return date(year, 13 - months, 1), date(year, 12, 31), "part of a year", True


def _relative(parts: dict[str, str], anchor: date | None) -> Found | None:
    if anchor is None:
        return None, None, "relative", False
    if "week" in parts:
        day = anchor - timedelta(days=(anchor.weekday() - _DAYS[parts["week"].lower()]) % 7)
        return day, day, "weekday", True
    if "word" in parts:
        return _named(parts["word"].lower(), anchor)
    if parts["way"].lower() == "ago":
        return _ago(_count(parts["n"]), parts["unit"].lower(), anchor)
    return None, None, "from another event", False


def _ago(number: int, unit: str, anchor: date) -> Found:
    if unit == "year":
        return date(anchor.year - number, 1, 1), date(anchor.year - number, 12, 31), "ago", True
    if unit == "month":
        whole = anchor.year * 12 + anchor.month - 1 - number
        return date(whole // 12, whole % 12 + 1, 1), _month_end(whole // 12, whole % 12 + 1), "ago", True
    day = anchor - timedelta(days=number * (7 if unit == "week" else 1))
    return day, day, "ago", True


def _named(word: str, anchor: date) -> Found | None:
    """The window of a word such as "yesterday"."""
    one = timedelta(days=1)
    if word in ("yesterday", "last night"):
        return anchor - one, anchor - one, "yesterday", True
    if word in ("today", "tonight", "this morning"):
        return anchor, anchor, "today", True
    if word == "overnight":
        return anchor - one, anchor, "overnight", True
    monday = anchor - timedelta(days=anchor.weekday())
    if word == "weekend":
        saturday = monday - 2 * one if anchor.weekday() < 5 else monday + 5 * one
        return saturday, saturday + one, "weekend", True
    if word.endswith("week"):
        start = monday if word.startswith("this") else monday - 7 * one
        return start, min(start + 6 * one, anchor), "week", True
    if word.endswith("month"):
        return (*_ago(0 if word.startswith("this") else 1, "month", anchor)[:2], "month", True)
    if word.endswith("year"):
        return (*_ago(0 if word.startswith("this") else 1, "year", anchor)[:2], "year", True)
    return None, None, "vague", False


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])
