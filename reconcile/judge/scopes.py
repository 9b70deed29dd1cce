"""Where and over which total each figure of an event was counted, as leaves that figures share or do not share."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from claims.dates import Window
from reconcile.extent import Spread, with_extent
from reconcile.joint.statements import ANYWHERE, Scope
from reconcile.judge.figures import population_of
from reconcile.population import Relation
from reconcile.reading import Reading

_WITHIN = (Relation.EQUAL, Relation.PART)
_EVENT = "event"


def scopes_of(readings: Sequence[Reading], spread: Spread) -> list[Scope]:
    """One scope for each reading."""
    places = _places(readings, spread)
    totals = _totals(readings)
    return [Scope(place, total) if place or total else ANYWHERE for place, total in zip(places, totals, strict=True)]


def _places(readings: Sequence[Reading], spread: Spread) -> list[frozenset[str] | None]:
    """For figures that reach over several places or days: those of the other figures' that lie in each one's."""
    one_of_each = {_seat(r): r for r in readings}
    inside = {
        key: frozenset(
            str(other)
            for other, b in one_of_each.items()
            if key == other or with_extent(Relation.EQUAL, b, a, spread) in _WITHIN
        )
        for key, a in one_of_each.items()
    }
    if len(set(inside.values())) == 1:
        return [None] * len(readings)
    return [inside[_seat(r)] for r in readings]


def _seat(reading: Reading) -> tuple[object, ...]:
    claim = reading.claim
    where = claim.place, claim.country, claim.latitude, claim.longitude
    return (*where, claim.date, reading.is_total, reading.voice)


def _totals(readings: Sequence[Reading]) -> list[frozenset[str] | None]:
    """A total holds every other total whose window lies in its own, and the event if all its days do."""
    totals = {population_of(r).total for r in readings} - {None}
    if not totals:
        return [None] * len(readings)
    windows = {str(t): t for t in totals if t is not None}
    days = {r.window for r in readings if population_of(r).total is None}
    return [_inside(r, windows, days) for r in readings]


def _inside(reading: Reading, windows: Mapping[str, Window], days: Collection[Window]) -> frozenset[str]:
    total = population_of(reading).total
    if total is None:
        return frozenset({_EVENT})
    held = frozenset(name for name, window in windows.items() if holds(total, window))
    return held | {_EVENT} if days and all(holds(total, day) for day in days) else held


def holds(outer: Window, inner: Window) -> bool:
    """Whether the inner window lies in the outer on every reading of the two."""
    if outer.first is None or outer.last is None or inner.first is None or inner.last is None:
        return outer == inner
    return outer.first <= inner.first and inner.last <= outer.last
