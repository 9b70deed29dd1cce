"""How far in space a figure reaches: over several days the place is a scope, not only where one thing happened.

For one strike "Kramatorsk" and "Ukraine" name the same spot, once finely and once coarsely. Over a week of violence
the dead in Baghdad are a part of the dead in Iraq.
"""

from __future__ import annotations

from claims.places import Place, PlaceRelation, compare
from reconcile.population import Relation, combine
from reconcile.reading import Reading

LASTING_DAYS = 4


def with_extent(relation: Relation, a: Reading, b: Reading) -> Relation:
    """The relation of two populations, narrowed by where they were counted, for figures over several days."""
    if relation in (Relation.DISJOINT, Relation.OVERLAP) or not (_lasting(a) and _lasting(b)):
        return relation
    return combine((relation, _inside(a.place, b.place)))


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
