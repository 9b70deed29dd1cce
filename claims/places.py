"""Where an event is said to be, and how two such wordings stand to each other.

A wording names one or more *spots*. A spot has a name of its own (the finest that is said), what it lies in,
and, where the gazetteer knows them, entries with ids and a point. A name that is not known stays a name, and two
unknown names are compared by their spelling; a country is never guessed from an ambiguous name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import product

from claims.gazetteer import (
    KINDS,
    Entry,
    Point,
    distance_km,
    fold,
    gazetteer,
    key_of,
    provinces_of,
    same_name,
    word_class,
)

NEAR_KM = 50.0
"""How far "near X" reaches (about 80 % of the places that media give lie within 50 km of the true one)."""

SAME_SPOT_KM = 3.0
"""Given coordinates this close are one neighbourhood (the usual window when event data sets are matched)."""

FAR_KM = 150.0
"""Coordinates this far apart are not of one town or district."""

LARGE_TOWN = 100_000
"""A town of as many people is believed although no country is said."""

LONG_NAME = 6
"""Letters from which on a name borne by one place only is believed although no country is said."""

DOMINANCE = 2.5
"""How many times larger than its namesakes a town must be for that."""


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


@dataclass(frozen=True, slots=True)
class Spot:
    """One spot: its name and the entries it may be, the wholes it lies in, the named sites in it.

    `level`: L, D, P, R as in the gazetteer, "" for an unknown name, S for a site without a town, C for nothing
    finer than a country. `said`: the country was said; `sure`: the entries were found by their exact spelling.
    """

    level: str = "C"
    key: str = ""
    own: frozenset[Entry] = frozenset()
    within_keys: frozenset[str] = frozenset()
    within: frozenset[Entry] = frozenset()
    sites: frozenset[str] = frozenset()
    provinces: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    point: Point | None = None
    said: bool = False
    sure: bool = False
    vague: bool = False

    @property
    def local(self) -> bool:
        """Whether the spot is a town, village or district, rather than a province, a country or a lone site."""
        return self.level in ("", "L", "D")


@dataclass(frozen=True, slots=True)
class Place:
    """A place as worded, and what was understood of it.

    `countries`: ISO 3166-1 alpha-2 codes (a border names two; empty = unknown). `provinces`: GeoNames codes, or
    normalised names. `localities`: gazetteer ids, or normalised names. `names`: every distinguishing word, as
    evidence. `point`: latitude, longitude. `vague`: near, border, north-western: no sharp spot.
    """

    wording: str
    countries: frozenset[str]
    provinces: frozenset[str]
    localities: frozenset[str]
    names: frozenset[str]
    point: Point | None
    vague: bool
    spots: tuple[Spot, ...] = ()
    point_given: bool = False

    def __hash__(self) -> int:
        return hash((self.wording, self.point, self.countries))


_SEVERAL = re.compile(r"\s*[/;\n]\s*|\s+(?:and|et|und|и|та)\s+(?=\w)")
_CHAIN = re.compile(r"\s*[,،、()\[\]:]\s*|\s+[-–—]\s+|['’]s\s+|(?<=s)['’]\s+|\s+(?:in|inside|within|в|у|في)\s+")
_SHARED_WORD = re.compile(r"\s(provinces|districts|oblasts|regions|governorates|states|counties)\b")


@dataclass(frozen=True, slots=True)
class Part:
    """One link of a comma chain: its words, what sort of place they say it is, and what it may be."""

    words: tuple[str, ...]
    key: str = ""
    hint: str = ""
    vague: bool = False
    countries: frozenset[str] = frozenset()
    exact: bool = False
    found: tuple[Entry, ...] = ()


def _read_part(text: str, said: frozenset[str]) -> Part:
    words = fold(text)
    classes = {word_class(word) for word in words}
    hint = next((kind for kind in ("site", "quarter", "district", "town", "province") if kind in classes), "")
    vague = bool(classes & {"near", "vague"})
    countries, rest = gazetteer().take_countries(words)
    whole = gazetteer().find(key_of(words)) if countries and rest else ()
    if any(entry.kind != "C" and _in(entry, said) for entry in whole):
        countries, rest = frozenset(), words
    wanted = said or countries
    key, plain = key_of(rest), key_of(rest, directions=False)
    if not plain and not (key and hint == "province"):
        return Part(words, "", hint, vague or "direction" in classes, countries)
    found, exact = gazetteer().look_up(key, wanted)
    if plain and key != plain and not any(_in(entry, wanted) for entry in found):
        key, vague = plain, True
        found, exact = gazetteer().look_up(key, wanted)
    return Part(words, key, hint, vague, countries, exact, _by_hint(found, hint) or _inside_phrase(text, wanted))


def _in(entry: Entry, countries: frozenset[str]) -> bool:
    return not (countries and countries.isdisjoint(entry.countries))


def _inside_phrase(text: str, countries: frozenset[str]) -> tuple[Entry, ...]:
    """The longest run of capitalised words that is a place: "Camp Commando Abobo" holds Abobo."""
    words = [word for word in re.findall(r"[^\W_][\w'’.-]*", text) if not word[0].islower()]
    for size in range(min(len(words) - 1, 3), 0, -1):
        for at in range(len(words) - size, -1, -1):
            key = key_of(fold(" ".join(words[at : at + size])))
            if len(key) >= 4 and not word_class(key) and (hits := [e for e in gazetteer().find(key) if e.kind != "C"]):
                known = [e for e in hits if _in(e, countries) and (countries or e.population >= LARGE_TOWN)]
                return tuple(known)
    return ()


def _by_hint(found: tuple[Entry, ...], hint: str) -> tuple[Entry, ...]:
    """Entries of the kind that the generic words ask for, when there are any; a town is never a country."""
    wanted = {"province": "PR", "district": "D", "town": "LD", "quarter": "L", "site": "LDP"}.get(hint, KINDS)
    fitting = tuple(entry for entry in found if entry.kind in wanted)
    return fitting or tuple(entry for entry in found if entry.kind != "C")


def _choose(parts: list[Part], at: int, countries: frozenset[str], point: Point | None) -> tuple[Entry, ...]:
    """The entries that a part means, settled by the other parts, the country and the given point."""
    part = parts[at]
    others = [e for i, other in enumerate(parts) if i != at for e in other.found if e.kind != "C" and _in(e, countries)]
    if part.hint == "site" and any(entry.kind == "L" for entry in others):
        return ()
    found = [entry for entry in part.found if entry.kind != "C" and _in(entry, countries)]
    if point is not None:
        close = [e for e in found if e.kind in "LD" and e.point and distance_km(e.point, point) <= FAR_KM]
        found = [e for e in found if e in close or (e.kind in "PR" and (not close or any(map(e.holds, close))))]
    settled = [entry for entry in found if any(entry.holds(other) or other.holds(entry) for other in others)]
    if not settled and at < len(parts) - 1 and any(entry.kind in "PD" for entry in others):
        found = [entry for entry in found if entry.kind in "PR"]
    if not found or not (settled or countries or point or _believable(part, found)):
        return ()
    return _with_namesakes(settled or found, part.hint)


def _with_namesakes(found: list[Entry], hint: str) -> tuple[Entry, ...]:
    """The first entry and those of its name round it: the town of Kandahar, its district and its province."""
    regions = tuple(entry for entry in found if entry.kind == "R")
    if regions and hint not in ("town", "quarter"):
        return regions
    area = gazetteer().area
    codes = {entry: {area(code) for code in entry.inside | {entry.id}} for entry in found}
    together = [entry for entry in found if codes[entry] & codes[found[0]]]
    if not hint and all(entry.kind != "L" for entry in together):
        together = [entry for entry in together if entry.kind == "P"] or together
    first = min(together, key=lambda entry: (KINDS.index(entry.kind), -entry.population, entry.id))
    return tuple(e for e in together if e is first or (e.kind in "DP" and codes[e] & codes[first]))


def _believable(part: Part, found: list[Entry]) -> bool:
    """Whether a name alone says enough: a large town, or a name borne by one place that matters; no everyday word."""
    best = found[0]
    if best.kind == "R" and part.exact and len(part.words) > 1:
        return True
    if word_class(part.key) == "common":
        return False
    home = provinces_of([best])
    rivals = [entry for entry in found if not provinces_of([entry]) & home]
    if not part.exact:
        return len(part.key) >= LONG_NAME + 2 and not rivals
    floor = LARGE_TOWN if len(part.key) < LONG_NAME - 1 else LARGE_TOWN // 10
    if best.population < floor:
        return not rivals and len(part.key) >= LONG_NAME
    towns = [entry for entry in found if entry not in rivals and entry.kind in "LD"]
    most = max(entry.weight(part.key) for entry in towns or [best])
    return all(most >= DOMINANCE * entry.weight(part.key) for entry in rivals if entry.kind in "LD" or not towns)


def _last_country(parts: list[Part]) -> frozenset[str]:
    """The country that the chain names, unless the name is also a province that holds another part (Georgia)."""
    for part in reversed(parts):
        namesakes = gazetteer().find(key_of(part.words)) if part.countries else ()
        others = [entry for other in parts if other is not part for entry in other.found]
        if part.countries and not any(
            entry.holds(other) for entry in namesakes if entry.kind == "P" for other in others
        ):
            return part.countries
    return frozenset()


def _read_spot(text: str, said: frozenset[str], point: Point | None) -> Spot:
    """Reads one comma chain; `said` holds the countries given beside the place."""
    parts = [_read_part(piece, said) for piece in _CHAIN.split(text) if piece and piece.strip()]
    countries = said or _last_country(parts)
    every = frozenset(code for part in parts for code in part.countries)
    if any(part.vague for part in parts) and len(every) > 1:
        countries = every
    parts = [part if part.countries <= countries else _read_part(" ".join(part.words), countries) for part in parts]
    links = [(part, _choose(parts, at, countries, point)) for at, part in enumerate(parts)]
    links = [(part, entries or _capital(part, countries)) for part, entries in links]
    return _spot([link for link in links if link[0].key or link[1]], countries, any(part.vague for part in parts))


def _capital(part: Part, countries: frozenset[str]) -> tuple[Entry, ...]:
    """The capital of the one country, for "the Afghan capital"."""
    codes = part.countries or countries
    if part.key or "capital" not in part.words or len(codes) != 1:
        return ()
    return tuple(filter(None, [gazetteer().capital(next(iter(codes)))]))


def _spot(links: list[tuple[Part, tuple[Entry, ...]]], countries: frozenset[str], vague: bool) -> Spot:
    """The finest link is the spot itself, the others are what it lies in; a site stands for its town."""
    sites = frozenset(part.key for part, entries in links if part.hint == "site" and not entries)
    towns = [link for link in links if link[1] or link[0].hint != "site"]
    if not towns:
        return Spot("S" if sites else "C", sites=sites, countries=countries, said=bool(countries), vague=vague)
    part, own = towns[at := min(range(len(towns)), key=lambda i: (_fineness(towns, i), i))]
    rest = [link for i, link in enumerate(towns) if i != at]
    found = [entry for _, entries in rest for entry in entries]
    if own and own[0].kind != "P" and any(entry.kind == "P" for entry in found):
        own = tuple(entry for entry in own if entry.kind in "LD") or own
    holding = [entry for entry in found if any(entry.holds(inner) for inner in own)]
    level = min((entry.kind for entry in own), key=KINDS.index, default="P" if part.hint == "province" else "")
    entries = frozenset(own) | frozenset(holding or found)
    return Spot(
        level=level,
        key=part.key,
        own=frozenset(own),
        within_keys=frozenset(other.key for other, _ in rest) - {part.key, ""},
        within=frozenset(holding or found),
        sites=sites,
        provinces=provinces_of(entries),
        countries=countries or frozenset(code for entry in entries for code in entry.countries),
        point=next((e.point for kind in "LDR" for e in own if e.kind == kind and e.point), None),
        said=bool(countries),
        sure=bool(own) and part.exact,
        vague=vague,
    )


def _fineness(links: list[tuple[Part, tuple[Entry, ...]]], at: int) -> int:
    """How fine a link is, finest lowest: an unknown name is finer than the known town or province beside it."""
    part, entries = links[at]
    if entries:
        return 2 + min(KINDS.index(entry.kind) for entry in entries)
    after_a_town = any(entry.kind in "LD" for _, found in links[:at] for entry in found)
    return 9 if part.hint == "province" else 8 if after_a_town else 1 if part.hint == "district" else 0


def _split(wording: str) -> list[str]:
    """The several places of a wording; what stands after the last ("provinces, Afghanistan") goes to each."""
    words = fold(wording)
    if gazetteer().countries_named(words) or gazetteer().find(key_of(words)):
        return [wording]
    pieces = [piece for piece in _SEVERAL.split(re.sub(r"(?i)^\s*between\s+", "near ", wording)) if piece.strip()]
    ending = "".join(pieces[-1].partition(",")[1:]) if pieces else ""
    generic = _SHARED_WORD.search(pieces[-1]) if pieces else None
    shared = (f" {generic[1]}" if generic else "") + ending
    return [piece if "," in piece else piece + shared for piece in pieces[:-1]] + pieces[-1:]


def _point(latitude: float | None, longitude: float | None) -> Point | None:
    if latitude is None or longitude is None or not (abs(latitude) <= 90 and abs(longitude) <= 180):
        return None
    return (latitude, longitude) if (latitude, longitude) != (0.0, 0.0) else None


@lru_cache(maxsize=1 << 16)
def read_place(place: str, country: str = "", latitude: float | None = None, longitude: float | None = None) -> Place:
    """Reads a place as worded, with the country and coordinates (degrees, WGS 84) given beside it, if any.

    Never raises: what is not understood stays in `names`. Coordinates off the globe, and 0, 0, count as absent.
    """
    wording = place[:300]
    said, point = gazetteer().countries_said(country[:100]), _point(latitude, longitude)
    spots = tuple(_read_spot(piece, said, point) for piece in _split(wording) or [""])
    _, words = gazetteer().take_countries(fold(wording))
    named = [(spot, {e.id for e in spot.own if e.kind in "LD"} or {spot.key}) for spot in spots if spot.local]
    return Place(
        wording=place,
        countries=frozenset(code for spot in spots for code in spot.countries),
        provinces=frozenset(code for s in spots for code in s.provinces or ({s.key} if s.level == "P" else ())),
        localities=frozenset(name for _, names in named for name in names),
        names=frozenset(word for word in words if len(word) >= 3 and word_class(word) in ("", "common")),
        point=point or (spots[0].point if len(spots) == 1 else None),
        vague=any(spot.vague for spot in spots) and bool(wording.strip()),
        spots=spots,
        point_given=point is not None,
    )


@lru_cache(maxsize=1 << 17)
def compare(a: Place, b: Place) -> tuple[PlaceRelation, float | None]:
    """How two places stand to each other, and the distance in km of the closest pair of points when both have one."""
    given = a.point_given and b.point_given
    pairs = [
        (s, t, a.point if a.point_given else s.point, b.point if b.point_given else t.point)
        for s, t in product(a.spots, b.spots)
    ]
    measured = [(s, t, distance_km(p, q) if p and q else None) for s, t, p, q in pairs]
    relation = min((_relate(s, t, km, given) for s, t, km in measured), key=_RANK.__getitem__)
    return relation, min((km for _, _, km in measured if km is not None), default=None)


def _relate(s: Spot, t: Spot, km: float | None, given: bool) -> PlaceRelation:
    """The first of the relations that holds, closest first."""
    apart = bool(s.countries and t.countries) and s.countries.isdisjoint(t.countries)
    if _same(s, t) and not (apart and s.said and t.said):
        shared = not (s.provinces and t.provinces) or s.provinces & t.provinces
        return PlaceRelation.SAME if shared else PlaceRelation.OTHER_PROVINCE
    close = km is not None and km <= (NEAR_KM if s.vague or t.vague else SAME_SPOT_KM if given else 0.0)
    if not apart and (_holds(s, t) or _holds(t, s)):
        return PlaceRelation.NESTED
    if close:
        return PlaceRelation.NEAR
    if apart:
        return PlaceRelation.OTHER_COUNTRY if (s.said or s.sure) and (t.said or t.sure) else PlaceRelation.UNKNOWN
    return _by_province(s, t, given and km is not None and km > FAR_KM)


def _by_province(s: Spot, t: Spot, far: bool) -> PlaceRelation:
    both_local = s.local and t.local
    if s.provinces & t.provinces or (s.level == t.level == "P" and same_name(s.key, t.key)):
        return PlaceRelation.OTHER_LOCALITY if both_local else PlaceRelation.SAME_PROVINCE
    if far or (s.provinces and t.provinces):
        return PlaceRelation.OTHER_PROVINCE
    if both_local:
        return PlaceRelation.OTHER_LOCALITY
    return PlaceRelation.SAME_COUNTRY if s.countries & t.countries else PlaceRelation.UNKNOWN


def _same(s: Spot, t: Spot) -> bool:
    """Whether both are one town or district: the same entry, or unknown names that are spellings of one."""
    if "S" in (s.level, t.level):
        return any(same_name(x, y) for x, y in product(s.sites | {s.key} - {""}, t.sites | {t.key} - {""}))
    if not (s.local and t.local):
        return False
    shared = any(entry.kind in "LD" for entry in s.own & t.own)
    after_its_town = any(x.inside & y.inside for x, y in product(s.own, t.own) if x.kind + y.kind in ("DL", "LD"))
    return shared or ((after_its_town or not (s.sure and t.sure)) and bool(s.key and t.key) and same_name(s.key, t.key))


def _holds(outer: Spot, inner: Spot) -> bool:
    """Whether the inner spot lies in the outer: by entries, or by the name of an unknown whole."""
    if outer.own & inner.within or any(o.holds(i) for o in outer.own for i in inner.own | inner.within):
        return True
    if (outer.own and inner.within) or not outer.key:
        return False
    if outer.level == "P" and inner.local and same_name(outer.key, inner.key):
        return not outer.own
    return any(same_name(outer.key, key) for key in inner.within_keys)
