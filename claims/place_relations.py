"""How two places stand to each other: the same, one in the other, near, apart, or not to be told."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from itertools import product

from claims.gazetteer import Entry, Point, distance_km, gazetteer
from claims.place_model import FAR_KM, Place, Spot
from claims.spelling import same_name, word_class

NEAR_KM = 50.0
"""How far "near X" reaches (about 80 % of the places that media give lie within 50 km of the true one)."""

SAME_SPOT_KM = 3.0
"""Given coordinates this close are one neighbourhood (the usual window when event data sets are matched)."""


class PlaceRelation(StrEnum):
    """How two places stand to each other, closest first (of several spots the closest pair counts)."""

    SAME = "same place"
    NESTED = "one inside the other"
    NEAR = "near each other"
    SAME_PROVINCE = "same province"
    OTHER_LOCALITY = "different towns"
    SAME_COUNTRY = "same country"
    UNKNOWN = "cannot tell"
    OTHER_PROVINCE = "different provinces"
    OTHER_COUNTRY = "different countries"


_RANK = {relation: rank for rank, relation in enumerate(PlaceRelation)}


@lru_cache(maxsize=1 << 17)
def compare(a: Place, b: Place) -> tuple[PlaceRelation, float | None]:
    """How two places stand to each other, and the distance in km of the closest pair of points when both have one."""
    given = a.point_given and b.point_given
    relations: list[PlaceRelation] = []
    distances: list[float] = []
    for s, t in product(a.spots, b.spots):
        km = _distance(a.point if a.point_given else s.point, b.point if b.point_given else t.point)
        relations.append(_relate(s, t, km, given))
        distances += [] if km is None else [km]
    return min(relations, key=_RANK.__getitem__), min(distances, default=None)


def _distance(one: Point | None, two: Point | None) -> float | None:
    return distance_km(one, two) if one and two else None


def _relate(s: Spot, t: Spot, km: float | None, given: bool) -> PlaceRelation:
    """The first of the relations that holds, closest first."""
    here, there = _countries(s, t), _countries(t, s)
    apart = bool(here and there) and here.isdisjoint(there)
    if _same(s, t) and not (apart and s.said and t.said):
        shared = not (s.provinces and t.provinces) or s.provinces & t.provinces
        return PlaceRelation.SAME if shared else PlaceRelation.OTHER_PROVINCE
    close = km is not None and km <= (NEAR_KM if s.vague or t.vague else SAME_SPOT_KM if given else 0.0)
    if not apart and (holds(s, t) or holds(t, s)):
        return PlaceRelation.NESTED
    if close:
        return PlaceRelation.NEAR
    if apart:
        return PlaceRelation.OTHER_COUNTRY if (s.said or s.sure) and (t.said or t.sure) else PlaceRelation.UNKNOWN
    return _by_province(s, t, given and km is not None and km > FAR_KM)


def _countries(spot: Spot, other: Spot) -> frozenset[str]:
    """The countries of a spot, and those that reports list it under as well, whichever of them was said."""
    if not (spot.own or other.own):
        return gazetteer().claimants(spot.countries)
    return spot.countries.union(*(entry.countries for entry in spot.own if entry.countries & spot.countries))


def _by_province(s: Spot, t: Spot, far: bool) -> PlaceRelation:
    both_local = s.local and t.local
    if s.provinces & t.provinces or (s.level == t.level == "P" and same_name(s.key, t.key)):
        return PlaceRelation.OTHER_LOCALITY if both_local else PlaceRelation.SAME_PROVINCE
    if far or (s.provinces and t.provinces):
        return PlaceRelation.OTHER_PROVINCE
    if both_local:
        return PlaceRelation.OTHER_LOCALITY
    return PlaceRelation.SAME_COUNTRY if _countries(s, t) & _countries(t, s) else PlaceRelation.UNKNOWN


def _same(s: Spot, t: Spot) -> bool:
    """Whether both are one town or district: the same entry, or unknown names that are spellings of one."""
    if "S" in (s.level, t.level):
        return any(same_name(x, y) for x, y in product(s.sites | {s.key} - {""}, t.sites | {t.key} - {""}))
    if not (s.local and t.local):
        return False
    shared = any(entry.kind in "LD" for entry in _may_be(s) & _may_be(t))
    after_its_town = any(x.inside & y.inside for x, y in product(s.own, t.own) if x.kind + y.kind in ("DL", "LD"))
    return shared or ((after_its_town or not (s.sure and t.sure)) and bool(s.key and t.key) and same_name(s.key, t.key))


def _may_be(spot: Spot) -> frozenset[Entry]:
    """The entries of a spot; of a name borne by several places (Derry) every one that its country allows."""
    if spot.own or not spot.key or word_class(spot.key) == "common":
        return spot.own
    allowed = _countries(spot, spot)
    return frozenset(e for e in gazetteer().find(spot.key) if not allowed or allowed & e.countries)


def holds(outer: Spot, inner: Spot) -> bool:
    """Whether the inner spot lies in the outer: by entries, or by the name of an unknown whole."""
    if outer.own & inner.within or any(o.holds(i) for o in outer.own for i in inner.own | inner.within):
        return True
    if (outer.own and inner.within) or not outer.key:
        return False
    if outer.level == "P" and inner.local and same_name(outer.key, inner.key):
        return not outer.own
    return any(same_name(outer.key, key) for key in inner.within_keys)
