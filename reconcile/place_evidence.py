"""Where two claims say it was: the level of the place facet, from the same spot to another country.

Reporters write one place in many ways, so a level counts against a pair only as far as the words, and not a guess of
the gazetteer, put the two apart.
"""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.fuzz import ratio

from claims.places import Place, PlaceRelation, compare
from claims.spelling import skeleton


@lru_cache(maxsize=1 << 19)
def place_level(one: Place, two: Place) -> str:
    """Where it was. A place that only the gazetteer put elsewhere counts less than one that was said."""
    relation = compare(one, two)[0]
    if relation is PlaceRelation.NESTED and len(one.names) > 1 and one.names == two.names:
        return "same"
    if relation not in _UNSURE:
        return relation.name.lower()
    if relation is PlaceRelation.SAME_COUNTRY and len(one.countries & two.countries) > 1:
        return "same_border"
    pinned = _pinned(one) and _pinned(two)
    if (not pinned or _unknown_spot(one) or _unknown_spot(two)) and shared_names(one, two):
        return "same_name"
    if relation is PlaceRelation.OTHER_LOCALITY and (_may_hold(one, two) or _may_hold(two, one)):
        return "same_province"
    sure = pinned and (relation is PlaceRelation.OTHER_COUNTRY or (_province_said(one) and _province_said(two)))
    if relation is PlaceRelation.SAME_COUNTRY and _at_the_border_of(one, two):
        return "near"
    if relation is PlaceRelation.OTHER_COUNTRY and not pinned and _in_latin(one.wording) == _in_latin(two.wording):
        return "other_site"
    if relation is PlaceRelation.OTHER_LOCALITY or (relation in _FAR_APART and not sure):
        return _how_other(one, two)
    return relation.name.lower()


def _at_the_border_of(one: Place, two: Place) -> bool:
    """Whether one place is a border between two countries and the other a province or town of one of them."""
    border, other = (one, two) if len(one.countries) > 1 else (two, one)
    return len(border.countries) > 1 and len(other.countries) == 1 and bool(other.localities or other.provinces)


def surely_elsewhere(one: Place, two: Place) -> bool:
    """Whether the words put two spots into different provinces or countries: no other evidence outweighs that."""
    if place_level(one, two) not in ("other_province", "other_country"):
        return False
    return all(any(spot.level != "C" for spot in place.spots) for place in (one, two))


def _how_other(one: Place, two: Place) -> str:
    """Names that differ in spelling part two places only as far as the spelling can be trusted to be the place's."""
    if _in_latin(one.wording) != _in_latin(two.wording):
        return "other_script"
    unknown = _unknown_spot(one), _unknown_spot(two)
    if any(unknown) and not (all(unknown) and _plain(one) and _plain(two)):
        return "other_site"
    apart = compare(one, two)[1]
    return "far_locality" if not any(unknown) and apart is not None and apart > FAR_KM else "other_locality"


FAR_KM = 20.0
"""Two towns of the gazetteer that far apart are seldom two names for where one thing happened."""


@lru_cache(maxsize=65536)
def _in_latin(words: str) -> bool:
    """Whether the words are in Latin letters, with or without accents."""
    letters = [c for c in words if c.isalpha()]
    return all(c < "\u0250" or "\u1e00" <= c <= "\u1eff" for c in letters)


def _unknown_spot(place: Place) -> bool:
    """Whether the gazetteer does not know the spot: it may be a quarter, a river, a building."""
    return any(spot.level == "" for spot in place.spots)


def _plain(place: Place) -> bool:
    """Whether the words are a place name alone, not a site or a quarter of something."""
    return len(place.names) == 1 and not any(spot.sites or spot.within_keys for spot in place.spots)


_FAR_APART = frozenset({PlaceRelation.OTHER_PROVINCE, PlaceRelation.OTHER_COUNTRY})
_UNSURE = _FAR_APART | {PlaceRelation.OTHER_LOCALITY, PlaceRelation.UNKNOWN, PlaceRelation.SAME_COUNTRY}


def _may_hold(whole: Place, part: Place) -> bool:
    """Whether a district of the same province may hold a village that the gazetteer does not know."""
    unknown = any(spot.level == "" for spot in part.spots)
    district = any(entry.kind == "D" for spot in whole.spots for entry in spot.own)
    return unknown and district and bool(whole.provinces & part.provinces)


def shared_names(one: Place, two: Place) -> frozenset[str]:
    """Names in both wordings, other than those of an area that both give as the whole."""
    shared = one.names & two.names
    if not shared and _in_latin(one.wording) != _in_latin(two.wording):
        return frozenset(a for a in one.names if any(_alike_across_scripts(a, b) for b in two.names))
    if not shared:
        return shared
    wholes = [{w for spot in p.spots for key in spot.within_keys for w in key.split()} for p in (one, two)]
    return shared - (wholes[0] & wholes[1])


def _alike_across_scripts(one: str, two: str) -> bool:
    """Whether two transliterated names could be one: most of their consonants agree, in order."""
    a, b = skeleton(one), skeleton(two)
    return min(len(a), len(b)) >= SHORTEST_SKELETON and ratio(a, b) >= ALIKE


SHORTEST_SKELETON = 3
ALIKE = 70
"""Least likeness of two consonant skeletons, 0 to 100: vowels and doubled letters are lost in transliteration."""


def _pinned(place: Place) -> bool:
    """Whether the words say which of several places of a name is meant: a sharp spot with its country."""
    return not place.vague and any(spot.said for spot in place.spots)


def _province_said(place: Place) -> bool:
    """Whether the words themselves, or coordinates, say which province the spot is in."""
    if place.point_given:
        return True
    return any(
        spot.level in ("P", "R") or any(entry.kind in ("P", "R") for entry in spot.within) for spot in place.spots
    )
