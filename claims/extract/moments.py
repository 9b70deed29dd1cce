"""When something happened: expressions of time as windows of whole days, anchored to the day of publication.

A weekday is the latest one up to the anchor, a day or month without a year the latest past one. The anchor is the day
of publication; without one, the latest full date that the document itself gives. It is never today.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from claims.extract.calendar_words import DAY, MONTH, NUMBER, PART, RANK, WEEKDAY, WHOLE_MONTH, YEAR
from claims.extract.moment import Moment
from claims.extract.spells import prolonged
from claims.extract.windows import shift_of, spread_of, window
from claims.extract.words import Words

_TO = r"\s*(?:-|\u2014|to|and|until|till|through)\s*"
_EXPRESSION = re.compile(
    rf"""(?<![\w-])(?:
    (?P<iso>{YEAR}-[01]\d-[0-3]\d)(?!\d)
  | (?P<nd>[0-3]?\d(?P<sep>[./])[0-3]?\d(?P=sep)(?:19|20)\d\d)(?!\d)
  | (?:between|from)\s+(?P<bd1>{DAY})\s+(?P<bm1>{MONTH}),?\s+(?P<by1>{YEAR}){_TO}(?P<bd2>{DAY})\s+(?P<bm2>{MONTH}),?\s+
      (?P<by2>{YEAR})
  | (?:between|from)\s+(?P<am1>{MONTH})\s+(?P<ad1>{DAY}),?\s+(?P<ay1>{YEAR}),?{_TO}(?P<am2>{MONTH})\s+
      (?P<ad2>{DAY}),?\s+(?P<ay2>{YEAR})
  | (?P<feast>Christmas\s+(?:Day|Eve)|New\s+Year's\s+(?:Day|Eve)|Boxing\s+Day)(?!\w)
  | (?:the\s+)?(?P<decade>(?:1[5-9]|20)\d0)s(?!\w)
  | (?P<sm1>{MONTH})\s+(?P<sd1>{DAY}){_TO}(?P<sm2>{MONTH})\s+(?P<sd2>{DAY})(?:,?\s+(?P<sy>{YEAR}))?
  | (?P<ud1>{DAY})\s+(?P<um1>{MONTH}){_TO}(?P<ud2>{DAY})\s+(?P<um2>{MONTH})(?:,?\s+(?P<uy>{YEAR}))?
  | (?P<e1>{DAY})(?:\s*(?:-|\u2014|to|and|or)\s*|\s+(?:and|to)\s+)(?P<e2>{DAY})\s+(?:of\s+)?(?P<em>{MONTH})
      (?:,?\s+(?P<ey>{YEAR}))?
  | (?P<rm>{MONTH})\s+(?P<r1>{DAY})\s*(?:-|\u2014|to|and)\s*(?P<r2>{DAY})(?:,?\s+(?P<ry>{YEAR}))?
  | (?P<d1>{DAY})\s+(?:of\s+)?(?P<dm>{MONTH})(?:,?\s+(?P<dy>{YEAR}))?
  | (?P<mm>{MONTH})\s+(?:the\s+)?(?P<m1>{DAY})(?:,?\s+(?P<my>{YEAR}))?
  | (?:(?:between|from)\s+)?(?P<om1>{WHOLE_MONTH})\s+(?P<oy1>{YEAR}){_TO}(?P<om2>{WHOLE_MONTH})\s+(?P<oy2>{YEAR})
  | (?P<fm>{MONTH})\s+(?:and|to|\u2014|through|until)\s+(?P<tm>{MONTH})(?:,?\s+(?:of\s+)?(?P<ty>{YEAR}))?
  | (?P<om>{MONTH}),?\s+(?:of\s+)?(?P<oy>{YEAR})
  | (?:in|last|since|during|early|late|mid|this|of|by|until|throughout|from)[\s-]+
      (?P<bm>{WHOLE_MONTH})(?!\s+\d{{1,2}}(?!\d)|,?\s+{YEAR})
  | (?:between\s+|from\s+|in\s+|of\s+|,\s+)?(?P<y1>{YEAR})(?:\s*(?:-|\u2014|to|and|until|through)\s*)
      (?P<y2>{YEAR}|\d\d(?!\d))(?!-|\s+(?:people|soldiers|civilians))
  | (?:in|since|during|of|by|from|until|between|bloody|year|early|late|mid|and|through|the)[\s-]+(?P<only>{YEAR})
      (?!\s+(?:people|soldiers|civilians|men|women|residents|families|others|fighters|troops))
  | (?:between|from|on|night\s+of)\s+(?P<w1>{WEEKDAY})(?:\s+{PART})?{_TO}(?P<w2>{WEEKDAY})
  | (?P<n1>{WEEKDAY})(?:\s+{PART})?\s+(?:(?:and\s+)?(?:into|to|through|until)\s+(?:the\s+)?
      (?:early\s+(?:hours|morning)\s+of\s+|early\s+(?:on\s+)?)?
      |and\s+(?:(?:in|on)\s+)?(?:the\s+)?early\s+(?:(?:hours|morning)\s+of\s+|on\s+)?)(?P<n2>{WEEKDAY})
  | (?:the\s+)?(?:next|following)\s+(?P<nextm>{WHOLE_MONTH})(?!\s+\d)
  | (?P<spell>{NUMBER})(?:\s+(?:straight|consecutive|successive))?\s+(?P<su>day|night|week)s\s+of\s+
      (?:[a-z-]+\s+){{0,2}}(?:fighting|clashes|violence|battles?|combat|shelling|bombardment|bombing|(?:air\s+)?strikes|
      airstrikes|unrest|riots|rioting|protests|attacks|skirmishes|hostilities|gunbattles)(?!\w)
  | (?P<week>{WEEKDAY})
  | (?P<word>yesterday|today|tonight|overnight|last\s+night|this\s+(?:morning|afternoon|evening)|this\s+week|
      last\s+week|this\s+month|last\s+month|this\s+year|last\s+year|previous\s+month|previous\s+year|previous\s+week|
      (?:last\s+)?weekend|recent\s+(?:days|weeks|months)|(?:past|last)\s+(?:few|several|couple\s+of)\s+(?:days|weeks|months))(?!\w)
  | (?P<fresh>(?:start|beginning|turn)\s+of\s+(?:the|this)\s+(?P<period>year|month|week))
  | (?P<vague>the\s+(?:week|month|year)\s+before)(?!\w)
  | (?:(?:the|this|these|over|in|during|within)\s+){{1,2}}(?!previous\s+day)(?:past|last|latest|previous)\s+
      (?:(?P<pn>{NUMBER})\s+)?
      (?P<pu>hour|day|week|month|year|decade)s?(?!\w)
  | (?:in|within)\s+(?:a|one)\s+(?P<pu1>year|month|week)(?!\w)
  | (?P<tn>{NUMBER})\s+(?P<tu>year|month|week)s?\s+ago\s+today(?!\w)
  | (?P<then>since\s+then|ever\s+since)(?!\w)
  | (?:the|that)\s+(?P<same>(?:very\s+)?same\s+(?:day|{PART}))(?!\w)
  | (?:over|in|during|for|within)\s+the\s+(?:next|following|ensuing|subsequent)\s+(?P<sn>{NUMBER})\s+
      (?P<sunit>day|night|week)s?(?!\w)
  | (?:over\s+)?that\s+(?:day|night)\s+and\s+the\s+(?:next|following)\s+(?P<sn2>{NUMBER})(?!\w)
  | that\s+(?P<that>day|night|evening|morning|afternoon)(?!\w)
  | the\s+(?P<next>(?:following|next)\s+(?:day|{PART}))(?!\w)
  | (?:the\s+(?P<before>(?:day|night|evening)\s+before|(?:previous|preceding)\s+(?:day|{PART})))(?!\w)
  | (?P<n>{NUMBER})\s+(?P<unit>day|week|fortnight|month|year)s?\s+(?P<way>ago|earlier|later|before|after)(?!\w)
  | (?:the\s+)?(?P<q>first|last|second|third|fourth)\s+(?:(?P<qn>{NUMBER})\s+)?(?P<qu>quarter|month|half)s?\s+of\s+
      (?P<qy>{YEAR}|this\s+year|last\s+year)
  | (?:its|a|the|their|into|for)\s+(?P<rank>{RANK})\s+(?:straight\s+|consecutive\s+|successive\s+)?day
      (?!\w|\s+of\s+{MONTH})
  | on\s+the\s+(?P<nth>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th))(?!\w|\s+(?:day|floor|anniversary|of|and))
    )""",
    re.VERBOSE | re.IGNORECASE,
)  # fmt: skip

_DATED = re.compile(
    r"(?:1[5-9]|20)\d\d|\d(?:st|nd|rd|th)|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|christmas|new\s+year|boxing"
    r"|day|night|morning|noon|evening|dawn|dusk|sunrise|sunset|hour|week|fortnight|month|quarter|half|year|decade|since"
)
"""What every expression of time has one of, in small letters; only near these it is looked for."""
_LONGEST_LEAD = 10
"""Words of an expression of time before the first of these at most, and some to spare."""
_OPENS = re.compile(r"\bsince\b[^,;.:]{0,90}$")
_COMPARES = re.compile(
    r"\b(?:deadliest|worst|bloodiest|biggest|largest|highest|heaviest|fiercest|gravest|longest|lowest|first|most \w+)\b"
    r"[^,;.]{0,70}\bsince\b[^,;.:]{0,90}$"
)
_TELLS_OF_IT = re.compile(r",?\s+(?:when|in\s+which|which|that)\b")
_UNTIL_THEN = re.compile(
    r"\b(?:by|until|till|as of|up to)(?: (?:early|late|dawn|noon|midday|midnight|the end of))?\s*$"
)
_COUNTED_THEN = re.compile(
    r"\b(?:stood|stands|reached|rose|risen|climbed|updated)\b[^;.]{0,20} \d[\d,]*"
    r"(?: (?:dead|deaths|killed|people|victims|wounded|injured))*"
    r" (?:on |by |late )*$"
)
_ABOUT = re.compile(r"\b(?:on or about|on or around|around|about|circa)\s*$")
_RECENT = frozenset({"weekday", "weekend", "weekdays", "overnight", "today", "yesterday", "up to now"})
"""Forms that name the attack which is told of: "the weekend raid", where "the 7 October attack" is another."""
_WORDS_BEFORE = re.compile(r"[\w'-]+")


def find_moments(text: str, start: int, end: int, anchor: date | None, words: Words) -> list[Moment]:
    """The expressions of time in a stretch of text, from left to right."""
    found = _with_openings(text, _moments(text, start, end, anchor), start, words)
    return prolonged(text, end, _labelled(text, found, end, words))


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
    for found in _expressions(text, start, end):
        parts = {key: value for key, value in found.groupdict().items() if value}
        first = next((key for key in found.groupdict() if found[key]), "")
        at = found.start(first) if first in ("only", "bm", "y1") else found.start()
        hit = window(parts, anchor)
        if hit is None or ("bm" in parts and parts["bm"][0].islower()):
            continue
        yield Moment(
            at,
            found.end(),
            hit.first,
            hit.last,
            hit.rule,
            hit.anchored,
            shift=shift_of(parts),
            way=parts.get("way", "").lower(),
            spread=spread_of(parts),
        )


def _expressions(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """What looks like an expression of time; looked for only near the words of which each has one."""
    low = text[start:end].casefold()
    plain = len(low) == end - start and "  " not in low
    at = start
    for word in _DATED.finditer(low):
        if start + word.start() < at:
            continue
        near = start + _words_back(low, word.start()) if plain else start
        found = _EXPRESSION.search(text, max(at, near), end)
        if found is None:
            return
        yield found
        at = found.end()


def _words_back(text: str, at: int) -> int:
    """An offset before the longest expression of time whose first word for a date stands at another."""
    for _ in range(_LONGEST_LEAD):
        at = text.rfind(" ", 0, at)
        if at < 0:
            return 0
    return at


def _with_openings(text: str, moments: Iterable[Moment], start: int, words: Words) -> Iterator[Moment]:
    """ "Since X" opens a window; a date right after a verb of saying dates the statement, "by X" bounds a count."""
    for moment in moments:
        before = text[max(start, moment.start - 110) : moment.start].lower()
        if _ABOUT.search(before):
            moment = replace(moment, about=True)
        if _COMPARES.search(before) and not _TELLS_OF_IT.match(text, moment.end):
            moment = replace(moment, first=None, last=None, rule="comparison")
        elif moment.rule == "since then" or _OPENS.search(before):
            moment = replace(moment, open=True)
        elif text[moment.end : moment.end + 2] == "'s":
            pass  # "spoke of Monday's raid": the day of the raid
        elif _UNTIL_THEN.search(before) or _COUNTED_THEN.search(before) or _dates_a_statement(before[-70:], words):
            moment = replace(moment, said=True)
        yield moment


def _dates_a_statement(before: str, words: Words) -> bool:
    """Whether the words before a date end in a verb or noun of saying, past "in a statement on" and the like."""
    found = _WORDS_BEFORE.findall(before)
    while found and words.has("time.before_a_date", found[-1]):
        found.pop()
    if not found or (len(found) > 1 and words.has("function.be", found[-2])):
        return False  # "12 deaths had been recorded in May"
    if any(words.has("time.trials", word) for word in found[-9:]) or any(
        words.has("time.addresses", word) for word in found[-5:]
    ):
        return True
    told = "that" not in found[-4:] and any(words.has("speech.told", word) for word in found[-5:])
    return (
        told
        or words.has("time.statements", found[-1])
        or (words.has("time.other_events", found[-1]) and "," not in before[before.rindex(found[-1]) :])
        or any(words.has("time.found", word) for word in found[-6:])
        or any(
            words.has(f"speech.verbs.{stance}", found[-1])
            for stance in ("says", "claims", "admits", "confirms", "denies")
        )
    )


def _labelled(text: str, moments: Iterable[Moment], end: int, words: Words) -> Iterator[Moment]:
    """A date between "the" and a noun of attack names that attack, which need not be the one told of."""
    for moment in moments:
        after = _WORDS_BEFORE.findall(text[moment.end : min(end, moment.end + 30)].lower())
        the = (
            text[max(0, moment.start - 4) : moment.start].lower() == "the " and text[moment.end : moment.end + 1] == " "
        )
        if the and moment.rule == "year" and after:  # "the 2016 accord" dates nothing that is told
            attack = words.has("blame.acts", after[0]) or words.has("events.nouns", after[0])
            yield replace(moment, label=True) if attack else replace(moment, first=None, last=None, rule="name")
            continue
        named = the and after and words.has("blame.acts", after[0])
        yield replace(moment, label=True) if named and moment.rule not in _RECENT else moment
