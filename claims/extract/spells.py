"""Expressions of time that are longer than they look: nights, spells of fighting, "for a third day on Friday"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta

from claims.extract.moment import Moment

_GOES_ON = re.compile(
    r"^[^;.\n]{0,150}\b(?:stopped|ended|subsided|died down|lasted|continued|continuing|went on|dragged on|raged)"
    r"(?: (?:until|till|into|through|on|late|early|dawn|noon|midnight|night))*\s*$"
)
_TO_MORNING = re.compile(
    r"[^.;\n]{0,90}?\b(?:(?:until|till|to|into)\s+(?:the\s+)?(?:next\s+|following\s+|early\s+)?"
    r"(?:morning|dawn|daybreak|sunrise|early\s+hours|next\s+day)|all\s+night|(?:through|throughout)\s+the\s+night|"
    r"past\s+midnight)\b(?!\s+(?:on|of)\s)"
)


def prolonged(text: str, end: int, moments: Iterable[Moment]) -> list[Moment]:
    """The moments of a sentence that ends at an offset, each with all the days that the words around it give it."""
    joined = _prolonged(text, _joined(text, moments))
    return _spells(_overnight([_through_the_night(text, moment, end) for moment in joined]))


def _overnight(moments: list[Moment]) -> list[Moment]:
    """ "Overnight, officials said on Tuesday" is the night to that Tuesday."""
    said = next((m.first for m in moments if m.said and m.first is not None and m.first == m.last), None)
    if said is None:
        return moments
    night = said - timedelta(days=1)
    return [replace(m, first=night, last=said) if m.rule == "overnight" else m for m in moments]


def _through_the_night(text: str, moment: Moment, end: int) -> Moment:
    """ "Late on Saturday and fought until morning" is that day and the next."""
    if moment.first is None or moment.first != moment.last or moment.said or moment.label:
        return moment
    if not _TO_MORNING.match(text, moment.end, min(end, moment.end + 130)):
        return moment
    return replace(moment, last=moment.first + timedelta(days=1))


def _spells(moments: list[Moment]) -> list[Moment]:
    """ "Three days of fighting" end on the last day that the sentence has, else on that of publication."""
    days = [m for m in moments if m.rule != "spell" and m.last is not None and m.is_day]
    longer = any(m.rule != "spell" and m.first is not None and not m.is_day for m in moments)
    return [m if m.rule != "spell" else _spell(m, days, longer) for m in moments]


def _spell(moment: Moment, days: list[Moment], longer: bool) -> Moment:
    if longer or moment.first is None or moment.last is None:
        return replace(moment, first=None, last=None)
    end = days[-1].last if days and days[-1].last is not None else moment.last
    return replace(moment, first=end - (moment.last - moment.first), last=end)


def _prolonged(text: str, moments: Iterable[Moment]) -> Iterator[Moment]:
    """ "On Saturday ... and stopped on Sunday": the first is a window up to the second."""
    held: Moment | None = None
    for moment in moments:
        if held is not None and moment.first is not None and moment.last is not None and not held.said:
            between = text[held.end : moment.start]
            if held.last is not None and held.last < moment.last and moment.is_day and _GOES_ON.search(between):
                yield replace(held, last=moment.last)
                held = None
                continue
        if held is not None:
            yield held
        held = moment
    if held is not None:
        yield held


def _joined(text: str, moments: Iterable[Moment]) -> Iterator[Moment]:
    """ "For a third day on Friday" is one window, of three days up to that Friday."""
    held: Moment | None = None
    for moment in moments:
        if held is not None and moment.first is not None and moment.is_day and moment.start - held.end < 12:
            days = (held.last - held.first).days if held.first is not None and held.last is not None else 0
            yield replace(held, end=moment.end, first=moment.first - timedelta(days=days), last=moment.last)
            held = None
            continue
        if held is not None:
            yield held
            held = None
        if moment.rule == "day by day":
            held = moment
        else:
            yield moment
    if held is not None:
        yield held
