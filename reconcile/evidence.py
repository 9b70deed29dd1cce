"""Why two claims may be about one event: additive evidence in bits.

Each facet of a pair (date, place, sides, ...) is at one of a few named levels, and each level weighs some bits: log2
of how much likelier it is for one event than for two (Fellegi and Sunter's model of record linkage). The bits of a
pair sum to its score. What is to be compared never decides whether to compare it: unequal figures and opposed
accusations weigh nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from rapidfuzz.distance import OSA

from claims.dates import MINUTES_A_DAY, Window
from claims.event_types import EventType, compare_types
from claims.lexicon import data
from claims.places import compare
from reconcile.acts import Act, same_act, same_deed
from reconcile.extent import LASTING_DAYS
from reconcile.place_evidence import place_level, shared_names
from reconcile.reading import Reading
from reconcile.source_evidence import crowd, crowd_words, teller, teller_words

Level = Callable[[Reading, Reading], str]
Words = Callable[[Reading, Reading, str], str]


@dataclass(frozen=True, slots=True)
class Clue:
    """One piece of evidence: the facet, what was observed, and its weight in bits."""

    name: str
    observed: str
    bits: float


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet of a pair: which level of the table it is at (empty: nothing to say), and that level in words."""

    name: str
    level: Level
    words: Words
    bits: dict[str, float]


def weigh(a: Reading, b: Reading) -> list[Clue]:
    """Every clue about the pair, the prior first; symmetric in its arguments."""
    if b.id < a.id:
        a, b = b, a
    clues = [Clue("prior", "any two claims that come near each other", _prior())]
    for facet in _facets():
        level = facet.level(a, b)
        if level and facet.bits[level]:
            clues.append(Clue(facet.name, facet.words(a, b, level), facet.bits[level]))
    return clues


def score_and_weight(a: Reading, b: Reading) -> tuple[float, float]:
    """The sum of the clues, and how much was observed at all: the sum of their sizes, the prior left out.

    Above 0 bits the pair is likelier one event than two. A pair with little in common and little apart has little to
    say about whether two groups are one event, which is what the weight is for.
    """
    total, size = _prior(), 0.0
    for facet in _facets():
        level = facet.level(a, b)
        if level:
            bits = facet.bits[level]
            total += bits
            size += bits if bits > 0 else -bits
    return round(total, 6), round(size, 6)


def score(a: Reading, b: Reading) -> float:
    """The score of a pair in bits."""
    return score_and_weight(a, b)[0]


def nothing_against(a: Reading, b: Reading) -> bool:
    """Whether no facet of the pair speaks against one event, and their dates speak for it."""
    # A site that no gazetteer knows may well be in the town.
    told = ((facet, level) for facet in _facets() if (level := facet.level(a, b)) not in ("", "other_site"))
    bits = {facet.name: facet.bits[level] for facet, level in told}
    return bits.get("date", 0.0) >= LEAST_DATED and all(b >= 0 for b in bits.values())


LEAST_DATED = 1.0
"""Bits of a date that says when: the same month, at least."""


@cache
def _prior() -> float:
    return float(data("reconcile", "evidence.yaml")["prior"])


@cache
def _facets() -> tuple[Facet, ...]:
    table: dict[str, Any] = data("reconcile", "evidence.yaml")["bits"]
    return tuple(Facet(name, level, words, table[name]) for name, level, words in _QUESTIONS)


def _date(a: Reading, b: Reading) -> str:
    return _date_level(a.window, b.window) or _by_publication(a, b)


def _by_publication(a: Reading, b: Reading) -> str:
    """An undated claim is mostly published soon after what it tells of; a late one says nothing."""
    if a.is_total or b.is_total:
        return ""
    days = [_day_of(r) for r in (a, b)]
    if days[0] is None or days[1] is None:
        return ""
    apart = abs(days[0] - days[1])
    return "published_within_days" if apart <= 3 else "published_within_weeks" if apart <= 21 else ""


def _day_of(reading: Reading) -> int | None:
    """The last day of a sharply dated claim, or the day on which an undated one was published."""
    window = reading.window
    if window.last is not None:
        return window.last if (window.days or _OPEN) <= 31 else None
    return reading.said[0] // MINUTES_A_DAY if reading.said and window.first is None else None


@lru_cache(maxsize=65536)
def _date_level(one: Window, two: Window) -> str:
    if (one.first is None and one.last is None) or (two.first is None and two.last is None):
        return ""
    apart = one.gap(two)
    if apart:
        return "wider" if apart <= max(_leeway(one), _leeway(two)) else _APART.get(apart, "further_apart")
    if _lasting(one) or _lasting(two):
        return _span_level(one, two)
    days = max(one.days or _OPEN, two.days or _OPEN)
    return next((name for most, name in _SPANS if days <= most), "wider")


def _leeway(window: Window) -> int:
    """Days by which a date given as approximate may be off: about as many as it is long, a month at least."""
    return max(window.days or _OPEN, LEAST_LEEWAY) if window.approximate else 0


LEAST_LEEWAY = 31


def _lasting(window: Window) -> bool:
    """Whether the days say that it went on for long: more than a weekend, and no month or year as precision."""
    return not window.approximate and window.days is not None and LASTING_DAYS <= window.days <= 20


def _span_level(one: Window, two: Window) -> str:
    """Two spans that mostly coincide are one; a day inside a span may be a part of something longer."""
    if not (one.bounded and two.bounded):
        return "wider"
    assert one.first is not None and one.last is not None and two.first is not None and two.last is not None
    shared = min(one.last, two.last) - max(one.first, two.first) + 1
    joint = max(one.last, two.last) - min(one.first, two.first) + 1
    if 2 * shared >= joint:
        return "same_span"
    return "wider" if joint > _LONGEST_SPAN else "part_of_span"


_LONGEST_SPAN = 27
_OPEN = 10**6
_APART = {1: "one_day_apart", 2: "two_days_apart", 3: "three_days_apart"}
_SPANS = ((1, "same_day"), (2, "within_two_days"), (3, "within_three_days"), (31, "within_month"))


def _date_words(a: Reading, b: Reading, level: str) -> str:
    return _DATE_WORDS.get(level, level.replace("_", " ").replace("within", "overlapping within"))


_DATE_WORDS = {
    "wider": "long, open or approximate spans that overlap",
    "part_of_span": "days within a longer span",
    "published_within_days": "one has no date, but was published within three days",
    "published_within_weeks": "one has no date, but was published within three weeks",
}


def _place(a: Reading, b: Reading) -> str:
    return place_level(a.place, b.place)


def _place_words(a: Reading, b: Reading, level: str) -> str:
    if level == "same_name":
        return "both name " + ", ".join(sorted(shared_names(a.place, b.place)))
    if level == "same_border":
        return f"{a.place.wording} / {b.place.wording}: the same border"
    return f"{a.place.wording} / {b.place.wording}: {compare(a.place, b.place)[0].value}"


def _event_type(a: Reading, b: Reading) -> str:
    """The kind of event; a kind that was only read from the words for an act can speak for a pair, not against it."""
    found = _type_level(a.event_type, b.event_type)
    return "" if found == "different" and not (a.claim.event_type and b.claim.event_type) else found


@lru_cache(maxsize=4096)
def _type_level(one: EventType, two: EventType) -> str:
    found: str = compare_types(one, two)
    return "same_standing" if found == "same" and one.family == "support" else found


def _type_words(a: Reading, b: Reading, level: str) -> str:
    return (
        f"{level.removesuffix('_standing')} ({a.event_type.id.replace('_', ' ')} / {b.event_type.id.replace('_', ' ')})"
    )


def _parties(a: Reading, b: Reading) -> str:
    level = _party_level(a.parties, a.camp, b.parties, b.camp)
    return "same_two_at_war" if level == "same_two" and not _date_level(a.window, b.window) else level


@lru_cache(maxsize=1 << 19)
def _party_level(one: frozenset[str], camp_one: str | None, two: frozenset[str], camp_two: str | None) -> str:
    """The sides in it. Who is blamed is what is in dispute, so one other culprit does not speak against a pair."""
    shared = _in_common(one, two)
    if shared >= 2:
        return "same_two"
    involved = _in_common(one | {camp_one} if camp_one else one, two | {camp_two} if camp_two else two)
    if involved >= 2:
        return "same_two_involved"
    both_name_two = len(one) >= 2 and len(two) >= 2
    if shared:
        return "one_of_two" if both_name_two else "same_one"
    if involved:
        return "one_involved"
    if not both_name_two:
        return ""
    return "strangers" if all(name[0] == "~" for name in one | two) else "none_in_common"


def _in_common(one: frozenset[str], two: frozenset[str]) -> int:
    """How many sides of the first are among the second; unknown names may differ by a slip of the pen."""
    shared = len(one & two)
    loose = [name for name in two - one if name[0] == "~"]
    if not loose:
        return shared
    return shared + sum(any(_a_slip_apart(name, other) for other in loose) for name in one - two if name[0] == "~")


def _a_slip_apart(one: str, two: str) -> bool:
    return min(len(one), len(two)) > LONGEST_SURE_NAME and OSA.distance(one, two, score_cutoff=1) <= 1


LONGEST_SURE_NAME = 4
"""Names up to this many letters (and the mark) are compared to the letter."""


def _involved(reading: Reading) -> frozenset[str]:
    return reading.parties | {reading.camp} if reading.camp else reading.parties


def _party_words(a: Reading, b: Reading, level: str) -> str:
    shared = sorted(a.sides[party] for party in _involved(a) & _involved(b))
    return _PARTY_WORDS[level] + (f": {', '.join(shared)}" if shared else "")


_PARTY_WORDS = {
    "same_two": "the same two sides",
    "same_two_at_war": "the same two sides, on no known day",
    "same_two_involved": "the same two sides act or speak",
    "same_one": "one side in both",
    "one_involved": "one side acts or speaks in both",
    "one_of_two": "one of two sides in both",
    "none_in_common": "two sides each, none in both",
    "strangers": "two sides each that no registry knows, none in both",
}


def _names(a: Reading, b: Reading) -> str:
    """Proper names in both texts, or in one text and the other's place."""
    if not a.names and not b.names:
        return ""
    shared = _names_in_both(a, b)
    return "" if not shared else "one" if len(shared) == 1 else "several"


def _names_in_both(a: Reading, b: Reading) -> frozenset[str]:
    shared = (a.names & b.names) | (a.names & b.place.names) | (b.names & a.place.names)
    return shared - (a.place.names & b.place.names)


def _name_words(a: Reading, b: Reading, level: str) -> str:
    return "both name " + ", ".join(sorted(_names_in_both(a, b)))


def _count(a: Reading, b: Reading) -> str:
    """An equal, rare figure for the same measure; unequal figures say nothing about whether to compare them."""
    one, two = a.quantity, b.quantity
    if one is None or two is None or one.number is None or one.number != two.number or not one.number:
        return ""
    if a.claim.measure is not b.claim.measure:
        return ""
    return "same_figure" if one.number >= LEAST_RARE else "same_low_figure"


LEAST_RARE = 3
"""Smaller figures are equal too often by chance."""


def _count_words(a: Reading, b: Reading, level: str) -> str:
    assert a.quantity is not None
    return f"both give the figure {a.quantity.number}"


def _text(a: Reading, b: Reading) -> str:
    if not a.document or a.document != b.document:
        return ""
    one, two = a.claim, b.claim
    if one.quote_start is None or two.quote_start is None:
        return ""
    gap = max(one.quote_start, two.quote_start) - min(one.quote_end or 0, two.quote_end or 0)
    return "overlapping" if gap <= 0 else "side_by_side" if gap <= NEXT_TO else ""


NEXT_TO = 200
"""Characters between two quotes that still stand side by side: about a sentence."""


def _text_words(a: Reading, b: Reading, level: str) -> str:
    return "their quotes overlap" if level == "overlapping" else "their quotes stand side by side in one document"


def _act(a: Reading, b: Reading) -> str:
    if not a.about_responsibility or not b.about_responsibility:
        return ""
    return _act_level(a.act, b.act)


@lru_cache(maxsize=65536)
def _act_level(one: Act, two: Act) -> str:
    if same_deed(one, two):
        return "same_deed"
    return "" if same_act(one, two) else "other_deed"


def _act_words(a: Reading, b: Reading, level: str) -> str:
    return f"{level.replace('_', ' ')}: {a.act.wording} / {b.act.wording}"


def _scope(a: Reading, b: Reading) -> str:
    if a.is_total != b.is_total:
        return "one_total_one_event"
    if not a.is_total or not (a.window.bounded and b.window.bounded):
        return ""
    same = a.window.contains(b.window) and b.window.contains(a.window)
    return "same_totals" if same else "other_totals"


def _scope_words(a: Reading, b: Reading, level: str) -> str:
    words = {"one_total_one_event": "a running total and a single event", "same_totals": "totals over the same days"}
    return words.get(level, "totals over different days")


_QUESTIONS: tuple[tuple[str, Level, Words], ...] = (
    ("date", _date, _date_words),
    ("place", _place, _place_words),
    ("event type", _event_type, _type_words),
    ("parties", _parties, _party_words),
    ("names", _names, _name_words),
    ("count", _count, _count_words),
    ("text", _text, _text_words),
    ("act", _act, _act_words),
    ("scope", _scope, _scope_words),
    ("source", teller, teller_words),
    ("crowd", crowd, crowd_words),
)
