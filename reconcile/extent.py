"""How far in space a figure reaches: over several days or places the place is a scope, not only where it happened.

For one strike "Kramatorsk" and "Ukraine" name the same spot, once finely and once coarsely. Over a week of violence
the dead in Baghdad are a part of the dead in Iraq; the dead of one town are a part of those of "three towns".
"""

from __future__ import annotations

from claims.place_relations import holds
from claims.places import Place, PlaceRelation, Spot, compare
from reconcile.population import Relation, combine
from reconcile.reading import Reading

LASTING_DAYS = 4


def with_extent(relation: Relation, a: Reading, b: Reading) -> Relation:
    """The relation of two populations, narrowed by where they were counted, for figures over several days."""
    if relation in (Relation.DISJOINT, Relation.OVERLAP):
        return relation
    if len(a.place.spots) != len(b.place.spots):
        return combine((relation, _one_of_several(a.place, b.place)))
    if not (_lasting(a) and _lasting(b)):
        return relation
    return combine((relation, _inside(a.place, b.place)))


def _one_of_several(one: Place, two: Place) -> Relation:
    """A figure for one of several places that the other figure covers."""
    few, many = sorted((one, two), key=lambda place: len(place.spots))
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
    if grain[0] == grain[1] or compare(one, two)[0] not in (PlaceRelation.NESTED, PlaceRelation.SAME_COUNTRY):
        return Relation.EQUAL
    return Relation.PART if grain[0] > grain[1] else Relation.WHOLE


def _grain(place: Place) -> int:
    """How fine a place is: 0 a country or nothing, 1 a province or region, 2 anything finer."""
    if any(spot.local or spot.level == "S" for spot in place.spots):
        return 2
    return 1 if place.provinces else 0
