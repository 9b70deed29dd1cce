"""How far in space and time a figure reaches: in an event of several places or days, they are a scope.

For one strike "Kramatorsk" and "Ukraine" name the same spot, once finely and once coarsely. Over a week of violence
the dead in Baghdad are a part of the dead in Iraq; the dead of one town are a part of those of "three towns"; and what
one town lost is no part of what the next town lost.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from claims.dates import MINUTES_A_DAY, Window
from claims.place_relations import holds
from claims.places import Place, PlaceRelation, Spot, compare
from reconcile.place_evidence import place_level
from reconcile.population import Relation, combine
from reconcile.reading import Reading

LASTING_DAYS = 4
_PROVINCE, _LOCAL = 1, 2
"""Grains: of a province or region; of a town or anything finer."""
_OTHER_PLACES = frozenset({"other_locality", "far_locality", "other_province", "other_country"})
_FAR = (PlaceRelation.OTHER_PROVINCE, PlaceRelation.OTHER_COUNTRY)
_OTHER_DAYS = 2
"""Days between two dates that are no slip: reports of one day's event are often a day off."""


@dataclass(frozen=True, slots=True)
class Spread:
    """Whether the figures of an event are known to be for several places, or for several days."""

    places: bool = False
    days: bool = False
    whole: bool = False
    """Whether some figure is for a province, or another whole, which may hold the places of others."""
    least_days: int = 2
    """Days between two dates from which on two claimants speak of different days."""


ONE_SPOT = Spread()


def spread_of(readings: Iterable[Reading], totals: Iterable[Reading] = ()) -> Spread:
    """Several places or days, where two figures name surely different ones.

    Where a person's label made two dates one event, they are in dispute rather than apart, and reports are often a day
    off; unless a total (of this event, or one of ``totals`` elsewhere) holds both days: then it went on for days.
    """
    one_of_each = list({(r.place, r.window, r.voice, r.is_total): r for r in readings}.values())
    over_days = [r for r in (*one_of_each, *totals) if r.is_total]
    pairs = list(combinations(one_of_each, 2))
    by_total = any(_days_between(a.window, b.window) > 0 and _in_one_total(a, b, over_days) for a, b in pairs)
    return Spread(
        places=any(_surely_elsewhere(a, b) or _in_one_whole(a, b, one_of_each) for a, b in pairs),
        days=by_total or any(_on_other_days(a, b) and not one_label(a, b) for a, b in pairs),
        whole=any(_grain(r.place) == _PROVINCE for r in one_of_each)
        or any(_in_one_whole(a, b, one_of_each) for a, b in pairs),
        least_days=1 if by_total else _OTHER_DAYS,
    )


def _in_one_whole(a: Reading, b: Reading, others: Iterable[Reading]) -> bool:
    """Whether two figures name different places in a wider one that a third figure is for."""
    if not _elsewhere(a, b):
        return False
    return any(_strictly_in(a.place, r.place) and _strictly_in(b.place, r.place) for r in others)


def _strictly_in(inner: Place, outer: Place) -> bool:
    """Whether one place lies in another that is a province, or of unknown kind; quarters of a town are one town."""
    if any(entry.kind == "L" for spot in outer.spots for entry in spot.own):
        return False
    return _grain(outer) > 0 and lies_in(inner, outer) and not lies_in(outer, inner)


def _in_one_total(a: Reading, b: Reading, totals: Iterable[Reading]) -> bool:
    return any(
        _within(a.window, t.window)
        and _within(b.window, t.window)
        and lies_in(a.place, t.place)
        and lies_in(b.place, t.place)
        for t in totals
    )


def with_extent(relation: Relation, a: Reading, b: Reading, spread: Spread = ONE_SPOT) -> Relation:
    """The relation of two populations, narrowed by where and when they were counted."""
    if relation in (Relation.DISJOINT, Relation.OVERLAP) or a.id == b.id:
        return relation
    return combine((relation, _in_space(a, b, spread), _in_time(a, b, spread)))


def of_other_extents(a: Reading, b: Reading) -> bool:
    """Whether two figures of one voice are for days that do not meet, or for different places.

    A day's difference may correct the date; not so where each figure was given within two days of its own day.
    """
    if a.place is not b.place and place_level(a.place, b.place) in _OTHER_PLACES:
        return True
    apart = _days_between(a.window, b.window)
    return apart >= _OTHER_DAYS or (apart == 1 and _said_at_once(a) and _said_at_once(b))


def _said_at_once(reading: Reading) -> bool:
    if reading.said is None or reading.window.last is None:
        return False
    return reading.said[0] // MINUTES_A_DAY - reading.window.last < _OTHER_DAYS


def _in_space(a: Reading, b: Reading, spread: Spread) -> Relation:
    if spread.places and (_surely_elsewhere(a, b) or (spread.whole and _elsewhere(a, b))):
        return Relation.DISJOINT
    if len(a.place.spots) != len(b.place.spots):
        return _one_of_several(a.place, b.place)
    if a.voice == b.voice and a.place != b.place:
        return _wider(a.place, b.place)
    if spread.places or (_lasting(a) and _lasting(b)):
        return _inside(a.place, b.place)
    return Relation.EQUAL


def _in_time(a: Reading, b: Reading, spread: Spread) -> Relation:
    if not spread.days or a.is_total or b.is_total:
        return Relation.EQUAL
    if _on_other_days(a, b, spread.least_days):
        return Relation.DISJOINT
    if _within(a.window, b.window):
        return Relation.PART
    return Relation.WHOLE if _within(b.window, a.window) else Relation.EQUAL


def _surely_elsewhere(a: Reading, b: Reading) -> bool:
    """Whether two figures are for different places beyond doubt. One claimant who names two places means two."""
    if a.place is b.place:
        return False
    if place_level(a.place, b.place) in _OTHER_PLACES:
        return True
    return a.voice == b.voice and _elsewhere(a, b)


def _elsewhere(a: Reading, b: Reading) -> bool:
    """Whether two figures name different towns, although unknown names may be spellings of one."""
    apart = compare(a.place, b.place)[0] in (PlaceRelation.OTHER_LOCALITY, *_FAR)
    return apart and place_level(a.place, b.place) in _OTHER_PLACES | {"other_site"}


def _on_other_days(a: Reading, b: Reading, least: int = _OTHER_DAYS) -> bool:
    """Whether two figures are for days that do not meet. One claimant who names two days means two."""
    return _days_between(a.window, b.window) >= (1 if a.voice == b.voice else least)


def one_label(a: Reading, b: Reading) -> bool:
    """Whether a person's label says that both are about one event."""
    return bool(a.claim.event) and a.claim.event == b.claim.event


def _days_between(a: Window, b: Window) -> int:
    """Days from the end of one to the begin of the other; 0 and less where they meet, or are not exact."""
    if not (_exact(a) and _exact(b)):
        return 0
    assert a.first is not None and a.last is not None and b.first is not None and b.last is not None
    return max(a.first - b.last, b.first - a.last)


def _exact(window: Window) -> bool:
    return window.first is not None and window.last is not None and not window.approximate


def _within(inner: Window, outer: Window) -> bool:
    """Whether one window of several days holds the other and is longer."""
    if not (_exact(inner) and _exact(outer)) or inner == outer:
        return False
    assert inner.first is not None and inner.last is not None and outer.first is not None and outer.last is not None
    return outer.first <= inner.first and inner.last <= outer.last


def _wider(one: Place, two: Place) -> Relation:
    """One claimant who names a town and the province around it speaks of two extents."""
    inside, around = lies_in(one, two), lies_in(two, one)
    if inside == around:
        return Relation.EQUAL
    return Relation.PART if inside else Relation.WHOLE


def _one_of_several(one: Place, two: Place) -> Relation:
    """A figure for one of several places that the other figure covers."""
    few, many = sorted((one, two), key=lambda place: len(place.spots))
    if _grain(few) < _grain(many) and lies_in(many, few):
        return Relation.WHOLE if few is one else Relation.PART
    if not few.spots or not all(any(_in_or_at(spot, other) for other in many.spots) for spot in few.spots):
        return Relation.EQUAL
    return Relation.PART if few is one else Relation.WHOLE


def _in_or_at(spot: Spot, other: Spot) -> bool:
    return spot.key == other.key or bool(spot.own & other.own) or holds(other, spot)


def _lasting(reading: Reading) -> bool:
    days = reading.window.days
    return reading.is_total or (days is not None and days >= LASTING_DAYS and not reading.window.approximate)


def _inside(one: Place, two: Place) -> Relation:
    grain = [_grain(place) for place in (one, two)]
    if any(len(place.countries) > 1 and grain[n] == 0 for n, place in enumerate((one, two))):
        return Relation.EQUAL  # a border is no country that holds the place
    if grain[0] == grain[1]:
        return Relation.PART if _strictly_in(one, two) else Relation.WHOLE if _strictly_in(two, one) else Relation.EQUAL
    if compare(one, two)[0] not in (PlaceRelation.NESTED, PlaceRelation.SAME_COUNTRY):
        return Relation.EQUAL
    return Relation.PART if grain[0] > grain[1] else Relation.WHOLE


def _grain(place: Place) -> int:
    """How fine a place is: 0 a country or nothing, 1 a province or region, 2 anything finer."""
    if any(spot.local or spot.level == "S" for spot in place.spots):
        return _LOCAL
    return _PROVINCE if place.provinces or any(spot.level == "P" for spot in place.spots) else 0


def lies_in(inner: Place, outer: Place) -> bool:
    """Whether every spot of one place is, or lies in, a spot of another that is no finer."""
    if _grain(outer) > _grain(inner):
        return False
    if _grain(outer) == 0:
        return bool(inner.countries) and inner.countries <= outer.countries
    return all(any(_in_or_at(spot, other) for other in outer.spots) for spot in inner.spots)
