"""Totals against the events inside them: a total over a time and a place cannot be less than its parts together.

A total that is higher than the known events contradicts nothing: it may count more. Two events that may be one are not
added up into a contradiction, only into a tension.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from claims.dates import MINUTES_A_DAY
from reconcile.extent import lies_in
from reconcile.joint.cells import TooManyCells
from reconcile.joint.sets import Unfitting, unfitting_sets
from reconcile.joint.statements import Ledger, Scope
from reconcile.judge.case import Case
from reconcile.judge.figures import population_of, quantity_of
from reconcile.judge.scopes import holds, scopes_of
from reconcile.judge.sets import Entered, leads, set_finding
from reconcile.judge.standing import superseded
from reconcile.population import Population, Relation, without_total
from reconcile.reading import Reading
from reconcile.result import Finding, Verdict

MOST_EVENTS = 6
"""Events inside a total of which every choice is looked at; of more, as few as together outgrow the total."""


class _Part(NamedTuple):
    """A figure of an event, with the case that it is from."""

    case: Case
    reading: Reading


def share_totals(cases: Sequence[Case]) -> None:
    """Let each event know the totals elsewhere whose time holds some of its days."""
    totals = sorted(
        (r for case in cases for r in case.readings if _is_total(r)), key=lambda r: (r.window.first or 0, r.id)
    )
    if not totals:
        return
    starts = [r.window.first or 0 for r in totals]
    for case in cases:
        days = [r.window for r in case.readings if r.population is not None and not r.is_total]
        lasts = [w.last for w in days if w.last is not None]
        firsts = [w.first for w in days if w.first is not None]
        if lasts and firsts and min(firsts) < max(lasts):
            near = totals[: bisect_right(starts, min(firsts))]
            case.totals = [t for t in near if (t.window.last or 0) >= max(lasts)]


def _is_total(reading: Reading) -> bool:
    window = reading.window
    return reading.is_total and reading.population is not None and None not in (window.first, window.last)


def total_disputes(cases: Sequence[Case]) -> Iterator[tuple[Case, list[Finding]]]:
    """For each case that holds totals, the sets of a total and event figures that cannot all hold."""
    with_totals = [(case, totals) for case in cases if (totals := _totals(case))]
    if not with_totals:
        return
    dated = sorted(_event_figures(cases), key=lambda part: (part.reading.window.first or 0, *part.reading.key))
    starts = [part.reading.window.first or 0 for part in dated]
    for case, totals in with_totals:
        found = [f for total in totals for f in _disputes(case, total, _within(total, dated, starts))]
        yield case, case.most_severe(found)


def _totals(case: Case) -> list[Reading]:
    gone = case.once(superseded)
    return [
        r
        for r in case.figures
        if population_of(r).total is not None and quantity_of(r).outer.high is not None and r.key not in gone
    ]


def _event_figures(cases: Iterable[Case]) -> Iterator[_Part]:
    """Figures of events that say that somebody was counted and when."""
    for case in cases:
        gone = case.once(superseded)
        for r in case.figures:
            dated = r.window.first is not None and r.window.last is not None
            if dated and population_of(r).total is None and quantity_of(r).outer.low and r.key not in gone:
                yield _Part(case, r)


def _within(total: Reading, dated: Sequence[_Part], starts: Sequence[int]) -> list[_Part]:
    """The event figures whose time, place and people lie in the total's."""
    window = population_of(total).total
    if window is None or window.first is None or window.last is None or total.preliminary:
        return []
    near = dated[bisect_left(starts, window.first) : bisect_right(starts, window.last)]
    known = total.said[1] // MINUTES_A_DAY if total.said else window.last
    return [
        part
        for part in near
        if holds(window, part.reading.window) and (part.reading.window.last or 0) <= known and _is_part(part, total)
    ]


def _is_part(part: _Part, total: Reading) -> bool:
    if not lies_in(part.reading.place, total.place):
        return False
    people = part.case.reader.relate(population_of(part.reading), without_total(population_of(total)))
    return people in (Relation.EQUAL, Relation.PART)


def _disputes(case: Case, total: Reading, parts: Sequence[_Part]) -> list[Finding]:
    most = quantity_of(total).outer.high
    assert most is not None
    spots = _spots(parts)
    highest = _at_most_counted(parts, spots)
    if sum(highest.values()) <= most:
        return []
    kept = _enough(highest, most)
    entered = _entered(total, {p.reading.key: p.reading for p in parts if spots[p.reading.key] in kept}, spots)
    ledger = Ledger(case.reader)
    for reading, scope in entered.values():
        ledger.take(reading, scope, floored=reading is not total, capped=reading is total)
    try:
        search = unfitting_sets(ledger.accounts())
    except TooManyCells:
        case.unsearched = True
        return []
    case.unsearched |= not search.complete
    event_of = {part.reading.key: part.case for part in parts}
    found = [set_finding(case, "accounting-total", one, entered, _verdict(one, event_of, total)) for one in search.sets]
    return [f for f in found if f is not None]


def _enough(highest: Mapping[frozenset[str], int], most: int) -> set[frozenset[str]]:
    """All spots where they are few; else those with the highest figures, until they outgrow the total."""
    ordered = sorted(highest, key=lambda spot: (-highest[spot], sorted(spot)))
    if len(ordered) <= MOST_EVENTS:
        return set(ordered)
    kept, together = set(), 0
    for spot in ordered:
        kept.add(spot)
        together += highest[spot]
        if together > most:
            break
    return kept


def _at_most_counted(
    parts: Sequence[_Part], spots: Mapping[tuple[str, int], frozenset[str]]
) -> dict[frozenset[str], int]:
    """For each spot the least that its figures can come to, were no two populations to share anybody; never too low."""
    highest: dict[tuple[frozenset[str], Population], int] = defaultdict(int)
    for part in parts:
        key = spots[part.reading.key], population_of(part.reading)
        highest[key] = max(quantity_of(part.reading).outer.low, highest[key])
    found: dict[frozenset[str], int] = defaultdict(int)
    for (spot, _), low in highest.items():
        found[spot] += low
    return dict(found)


def _spots(parts: Sequence[_Part]) -> dict[tuple[str, int], frozenset[str]]:
    """The event of each figure; in an event of several places or days, the places and days in it that it is for."""
    found: dict[tuple[str, int], frozenset[str]] = {}
    by_event: dict[str, list[_Part]] = {}
    for part in parts:
        by_event.setdefault(part.case.event_id, []).append(part)
    for event, members in by_event.items():
        scopes = scopes_of([m.reading for m in members], members[0].case.spread)
        for member, scope in zip(members, scopes, strict=True):
            found[member.reading.key] = frozenset(f"{event} {place}" for place in sorted(scope.places or {""}))
    return found


def _entered(
    total: Reading, parts: Mapping[tuple[str, int], Reading], spots: Mapping[tuple[str, int], frozenset[str]]
) -> Entered:
    everywhere = frozenset({"beside"}).union(*(spots[key] for key in parts))
    scopes = {key: (reading, Scope(None, spots[key])) for key, reading in parts.items()}
    return {total.key: (total, Scope(None, everywhere)), **scopes}


def _verdict(one: Unfitting, event_of: dict[tuple[str, int], Case], total: Reading) -> Verdict:
    """A contradiction where the events cannot be one: days that do not meet, or labels that a person gave."""
    parts = [lead for lead in leads(one) if lead.id != total.id]
    apart = all(_apart(a, b) for a, b in combinations(parts, 2) if event_of[a.key] is not event_of[b.key])
    return Verdict.CONTRADICTION if apart else Verdict.TENSION


def _apart(a: Reading, b: Reading) -> bool:
    if a.claim.event and b.claim.event:
        return True
    assert a.window.first is not None and b.window.first is not None
    assert a.window.last is not None and b.window.last is not None
    return a.window.last < b.window.first or b.window.last < a.window.first
