"""Days without a year in a text that looks back: they have the year that the text has reached.

A judgment or a history names the year once ("on 11 July 1995") and goes on with "on 13 July" and "the next March". A
text looks back when the first day that it gives is a full date of long before its publication.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from claims.extract.analysis import Analysis
from claims.extract.calendar_words import month
from claims.extract.document import Document
from claims.extract.moment import Moment
from claims.extract.windows import month_end

_LONG_AGO = 300
"""Days before publication from which a full date is history."""
_BACK = timedelta(days=60)
"""How far a story goes back before a month that comes earlier belongs to the next year."""
_BARE = frozenset({"day without a year", "month name alone"})


def with_years(document: Document, analyses: Iterable[Analysis]) -> Iterator[Analysis]:
    """The analyses of a document, each moment without a year in the year that the text has reached."""
    reached: Moment | None = None
    looks_back: bool | None = None
    for analysis in analyses:
        moments: list[Moment] = []
        for found in analysis.moments:
            moment = found
            if looks_back is None and found.first is not None and _is_old(found, document.published) is not None:
                looks_back = _is_old(found, document.published)
            if found.rule == "next month of a name":
                moment = _next_of_its_name(document, found, reached)
            elif looks_back and reached is not None and reached.first is not None and found.rule in _BARE:
                moment = _in_year_of(found, reached.first)
            if moment.first is not None and not moment.said and moment.rule != "years":
                reached = moment
            moments.append(moment)
        yield replace(analysis, moments=moments)


def _is_old(moment: Moment, published: date | None) -> bool | None:
    """Whether the first day of a text is history; None for what is no day of an event, such as that of the document."""
    if published is None or moment.first is None or moment.last is None or moment.said or not moment.is_day:
        return None
    if abs((published - moment.first).days) <= 1:
        return None
    return moment.rule == "full date" and (published - moment.last).days > _LONG_AGO


def _in_year_of(moment: Moment, reached: date) -> Moment:
    """A day or month in the year that was reached, or in the next when it comes well before that day."""
    if moment.first is None or moment.last is None or moment.first <= reached:
        return moment
    years = reached.year - moment.first.year
    first, last = _moved(moment.first, years), _moved(moment.last, years)
    if last < reached - _BACK:
        first, last = _moved(moment.first, years + 1), _moved(moment.last, years + 1)
    return replace(moment, first=first, last=last)


def _moved(day: date, years: int) -> date:
    return day.replace(year=day.year + years, day=min(day.day, month_end(day.year + years, day.month).day))


def _next_of_its_name(document: Document, moment: Moment, reached: Moment | None) -> Moment:
    """ "The next July" after the day that was reached; not resolved where that lies ahead of the text."""
    if reached is None or reached.last is None:
        return moment
    number = month(document.raw[moment.start : moment.end].split()[-1])
    first = date(reached.last.year + (number <= reached.last.month), number, 1)
    if document.published is not None and first > document.published:
        return moment
    return replace(moment, first=first, last=month_end(first.year, number), rule="month")
