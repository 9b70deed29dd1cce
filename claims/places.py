"""Where an event is said to be, and how two such wordings stand to each other.

A wording names one or more *spots*. A spot has its own name (the finest that is said), what it lies in, and,
where the gazetteer knows it, ids and a point. Comparing never fails and never guesses a country: a name that
is not known stays a name, and two unknown names are compared by their spelling.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, lru_cache

from claims.gazetteer import Entry, Gazetteer, Point, fold, gazetteer, key_of, noun_forms, same_name, word_table

NEAR_KM = 50.0
"""Farthest that "near X" reaches; reporters name the nearest known town (80 % of reported places lie within 50 km)."""

SAME_SPOT_KM = 3.0
"""Given coordinates this close are the same neighbourhood (the window usual in matching event data)."""

FAR_KM = 150.0
"""Given coordinates this far apart are not one town or district."""

LARGE_TOWN = 100_000
"""A town of as many people is believed without its country being said."""


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


_CLOSENESS = {relation: rank for rank, relation in enumerate(PlaceRelation)}


@dataclass(frozen=True, slots=True)
class Spot:
    """One spot of a wording: its own name, the entries it may be, and the wholes it lies in."""

    keys: frozenset[str] = frozenset()
    own: frozenset[Entry] = frozenset()
    within_keys: frozenset[str] = frozenset()
    within: frozenset[Entry] = frozenset()
    countries: frozenset[str] = frozenset()
    sure: bool = True
    rank: str = ""
    vague: bool = False

    @property
    def local(self) -> bool:
        """Whether the spot is a town, village or district, and not a province or country."""
        return bool(self.keys or self.own) and self.rank in ("", "L", "D")

    @property
    def provinces(self) -> frozenset[str]:
        """Provinces the spot lies in or is: codes, or names that the gazetteer does not know."""
        return _provinces(self)

    @property
    def point(self) -> Point | None:
        """Where the town is; None for provinces and countries."""
        towns = sorted((e for e in self.own if e.kind in "LDR" and e.point), key=lambda e: ("LDR".index(e.kind), e.id))
        return towns[0].point if towns else None


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
    given_point: bool = False


@lru_cache(maxsize=1 << 14)
def _provinces(spot: Spot) -> frozenset[str]:
    area = gazetteer().area
    entries = spot.own | spot.within
    codes = {entry.id for entry in entries if entry.kind == "P"}
    codes |= {code for entry in entries if entry.kind != "C" for code in entry.inside}
    return frozenset(area(".".join(code.split(".")[:2])) for code in codes)


# --- reading: parts of a wording ---------------------------------------------------------------------------------

_SEVERAL = re.compile(r"\s*(?:/|;|\n|\s\+\s)\s*|\s+(?:and|et|und|и|та|و)\s+(?=\w)")
_CHAIN = re.compile(r"\s*[,،、()\[\]:]\s*|\s+[-–—]\s+|['’]s\s+|s['’]\s+|\s+(?:in|inside|within|в|у|في|en|dans)\s+")
_WORD = re.compile(r"[^\W_]+(?:['’ʼ`.-][^\W_]+)*")
_HINTS = ("province", "district", "quarter", "site", "town")


@dataclass(frozen=True, slots=True)
class Part:
    """One link of a comma chain: its words, what sort of place they say it is, and what it may be."""

    words: tuple[str, ...]
    key: str
    hint: str
    vague: bool
    countries: frozenset[str]
    exact: bool
    found: tuple[Entry, ...]


@cache
def _countries_named(phrase: tuple[str, ...]) -> frozenset[str]:
    """The countries that folded words name, or whose people they name."""
    places = gazetteer()
    known = places.countries.get(" ".join(phrase), frozenset())
    if known:
        return known
    key = key_of(phrase)
    if len(key) < 4 or len(key.split()) != len(phrase):
        return frozenset()
    return frozenset(entry.id for entry in places.find(key) if entry.kind == "C")


def _take_countries(words: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """The countries named in the words, and the words left."""
    found: set[str] = set()
    rest: list[str] = []
    at = 0
    while at < len(words):
        size = next((n for n in (5, 4, 3, 2, 1) if _countries_named(words[at : at + n])), 0)
        if size:
            found |= _countries_named(words[at : at + size])
        else:
            rest.append(words[at])
        at += max(size, 1)
    return frozenset(found), tuple(rest)


def _hint(words: tuple[str, ...]) -> tuple[str, bool]:
    """What sort of place the generic words say, and whether they blur it."""
    kinds = {word_table().get(word, ("", ""))[0] for word in words}
    hint = next((kind for kind in ("site", "quarter", "district", "town", "province") if kind in kinds), "")
    return hint, bool(kinds & {"near", "vague"})


def _look_up(key: str, countries: frozenset[str]) -> tuple[tuple[Entry, ...], bool]:
    """Entries of a name, and whether it is spelt exactly so; adjectives and like spellings come last."""
    places = gazetteer()
    for form in (key, *noun_forms(key)):
        if exact := places.find(form):
            return exact, True
    return places.find_like(key, countries), False


def _read_part(text: str, countries: frozenset[str]) -> Part:
    words = fold(text)
    hint, vague = _hint(words)
    whole = key_of(words)
    found: tuple[Entry, ...] = ()
    if len(whole.split()) > 1 or not _countries_named(words):
        found = gazetteer().find(whole)
    here: frozenset[str] = frozenset()
    rest = words
    if not _fits(found, countries):
        here, rest = _take_countries(words)
    key, plain = key_of(rest), key_of(rest, directions=False)
    directed = key != plain
    exact = True
    if here or not found:
        found, exact = _look_up(key, here or countries) if _names_something(rest, hint) else ((), True)
    if directed and not found:
        key, vague = (plain if _names_something(rest, "") else ""), True
        found, exact = _look_up(key, here or countries)
    elif not _names_something(rest, hint):
        key, vague = "", vague or bool(key)
    if not found and key:
        found = _inside_phrase(text, here or countries)
    return Part(words, key, hint, vague, here, exact, _by_hint(found, hint))


def _fits(found: tuple[Entry, ...], countries: frozenset[str]) -> bool:
    return any(entry.kind != "C" and (not countries or entry.countries & countries) for entry in found)


def _names_something(words: tuple[str, ...], hint: str) -> bool:
    """Whether more than generic words and directions is there (or a direction that is itself a province)."""
    kinds = {word_table().get(word, ("", ""))[0] for word in words if len(word) > 1 or word.isdigit()}
    return bool(kinds & {"", "common"}) or (hint == "province" and "direction" in kinds)


def _inside_phrase(text: str, countries: frozenset[str]) -> tuple[Entry, ...]:
    """The longest run of capitalised words that is a place: "Camp Commando Abobo" holds Abobo."""
    words = [match[0] for match in _WORD.finditer(text) if not match[0][0].islower()]
    for size in range(min(len(words) - 1, 3), 0, -1):
        for at in range(len(words) - size, -1, -1):
            key = key_of(fold(" ".join(words[at : at + size])))
            if len(key) < 4 or word_table().get(key, ("",))[0]:
                continue
            found = [e for e in gazetteer().find(key) if _credible(e, countries)]
            if found:
                return tuple(found)
    return ()


def _credible(entry: Entry, countries: frozenset[str]) -> bool:
    if countries:
        return bool(entry.countries & countries)
    return entry.kind in "PRC" or entry.population >= LARGE_TOWN


def _by_hint(found: tuple[Entry, ...], hint: str) -> tuple[Entry, ...]:
    """Entries of the kind that the generic words ask for, when there are any; a town is never a country."""
    wanted = {"province": "PR", "district": "D", "town": "LD", "quarter": "L", "site": "LDP"}.get(hint)
    fitting = tuple(entry for entry in found if wanted is None or entry.kind in wanted)
    if hint == "district" and not fitting:
        fitting = tuple(entry for entry in found if entry.kind in "LP")
    return fitting or (tuple(entry for entry in found if entry.kind != "C") if hint else found)


# --- reading: which of the namesakes -------------------------------------------------------------------------------


def _choose(parts: list[Part], at: int, countries: frozenset[str], point: Point | None) -> tuple[tuple[Entry, ...], bool]:
    """The entries that a part means, and whether its surroundings or its size make that sure.

    Namesakes are settled by the other parts of the chain, the country and the given point; left alone, only a
    large town, a province or a long name that occurs in one country is believed.
    """
    part = parts[at]
    found = [entry for entry in part.found if not countries or entry.countries & countries]
    if point is not None:
        found = [e for e in found if e.point is None or e.kind in "PRC" or distance_km(e.point, point) <= FAR_KM]
    others = [entry for i, other in enumerate(parts) if i != at for entry in other.found]
    linked = [entry for entry in found if any(_linked(entry, other) for other in others)]
    if linked:
        return _namesakes(linked, linked[0]), True
    if not found:
        return (), False
    best = _first(found)
    if countries or point is not None:
        return _namesakes(found, best), True
    return (_namesakes(found, best), part.exact) if _believable(part, found, best) else ((), False)


def _linked(a: Entry, b: Entry) -> bool:
    return a.id != b.id and "C" not in a.kind + b.kind and (a.holds(b) or b.holds(a))


def _first(found: list[Entry]) -> Entry:
    country = next((entry for entry in found if entry.kind == "C"), None)
    return country or found[0]


def _namesakes(found: list[Entry], best: Entry) -> tuple[Entry, ...]:
    """The best entry and those of its name round it: the town Kandahar, its district and its province."""
    if best.kind == "C":
        return (best,)
    area = gazetteer().area
    home = {area(code) for code in best.inside | {best.id}}
    together = [e for e in found if e.kind != "C" and home & {area(code) for code in e.inside | {e.id}}]
    finest = min(("LDPRC".index(e.kind) for e in together), default=0)
    first = next(e for e in together if "LDPRC".index(e.kind) == finest)
    return tuple(e for e in together if e is first or e.holds(first) or _same_area(e, first))


def _same_area(a: Entry, b: Entry) -> bool:
    area = gazetteer().area
    return a.kind == "P" and any(area(code) == area(a.id) for code in b.inside | {b.id})


def _believable(part: Part, found: list[Entry], best: Entry) -> bool:
    """Whether a name alone, without country or larger place, may be taken for the entry."""
    if best.kind == "C":
        return part.exact
    states = {code for entry in found for code in entry.countries - _shared(entry)}
    if any(word_table().get(word, ("",))[0] == "common" for word in part.key.split()) and " " not in part.key:
        return False
    if best.kind in "PR":
        return len(states) == 1 or best.population >= 10 * LARGE_TOWN
    if best.population >= LARGE_TOWN:
        return part.exact or len(part.key) >= 6
    return part.exact and len(states) == 1 and len(part.key) >= 6


def _shared(entry: Entry) -> frozenset[str]:
    """Countries under which an entry is also reported, beside the one that its codes name."""
    home = {code.split(".")[0] for code in entry.inside | {entry.id}}
    return frozenset(entry.countries - home) if len(entry.countries) > 1 else frozenset()


# --- reading: spots ----------------------------------------------------------------------------------------------


def _capital(countries: frozenset[str]) -> tuple[Entry, ...]:
    """The capital of the one country, for "the Afghan capital"."""
    found = gazetteer().capital(next(iter(countries))) if len(countries) == 1 else None
    return (found,) if found else ()


def _read_spot(text: str, said: frozenset[str], point: Point | None) -> Spot:
    """Reads one comma chain; `said` holds the countries given beside the place."""
    parts = [_read_part(piece, said) for piece in _CHAIN.split(text) if piece and piece.strip()]
    countries = said or frozenset(code for part in parts for code in part.countries)
    if not countries:
        countries = _last_country(parts)
    links = []
    for at, part in enumerate(parts):
        entries, sure = _choose(parts, at, countries, point)
        if not part.key and "capital" in part.words:
            entries, sure = _capital(part.countries or countries), True
        links.append((part, entries, sure))
    return _spot(links, countries)


def _last_country(parts: list[Part]) -> frozenset[str]:
    """The country that the chain ends in, unless its name is also a province that holds an earlier part."""
    for at in range(len(parts) - 1, -1, -1):
        codes = frozenset(entry.id for entry in parts[at].found if entry.kind == "C")
        provinces = [entry for entry in parts[at].found if entry.kind == "P"]
        earlier = [entry for part in parts[:at] for entry in part.found]
        if codes and not any(_linked(province, entry) for province in provinces for entry in earlier):
            return codes
    return frozenset()


def _spot(links: list[tuple[Part, tuple[Entry, ...], bool]], countries: frozenset[str]) -> Spot:
    """The finest link is the spot itself, the others are what it lies in; sites count as their town."""
    named = [link for link in links if link[0].key or link[1]]
    named = [link for link in named if not any(entry.kind == "C" for entry in link[1])]
    towns = [link for link in named if not (link[0].hint == "site" and not link[1])] or []
    vague = any(part.vague for part, _, _ in links) or not named
    site = frozenset() if towns else frozenset(part.key for part, _, _ in named)
    if not towns:
        return Spot(keys=site, countries=countries, rank="S" if site else "C", vague=vague)
    at = min(range(len(towns)), key=lambda i: (_link_rank(towns, i), i))
    part, entries, sure = towns[at]
    rest = [link for i, link in enumerate(towns) if i != at]
    if any(e.kind in "PD" for _, es, _ in rest for e in es) and any(e.kind in "LD" for e in entries):
        entries = tuple(e for e in entries if e.kind not in "PR")
    within = frozenset(entry for _, found, _ in rest for entry in _wholes(found, entries))
    rank = min((entry.kind for entry in entries), key="LDPRC".index, default="P" if part.hint == "province" else "")
    known = countries or frozenset(code for entry in [*entries, *within] for code in entry.countries)
    return Spot(
        frozenset({part.key} - {""}),
        frozenset(entries),
        frozenset(other.key for other, _, _ in rest),
        within,
        known,
        sure,
        rank,
        vague,
    )


def _link_rank(links: list[tuple[Part, tuple[Entry, ...], bool]], at: int) -> int:
    """How fine a link is: an unknown name is finer than what follows it, and than any province."""
    part, entries, _ = links[at]
    if entries:
        return min("LDPRC".index(entry.kind) for entry in entries) * 2 + 1
    before = any(entry.kind in "LD" for _, found, _ in links[:at] for entry in found)
    return 0 if not before and part.hint != "province" else 8 if part.hint == "province" else 2


def _wholes(found: tuple[Entry, ...], own: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Of a later link only what holds the spot, when the spot is known ("Khan Shaykhun, Idlib": the province)."""
    holding = tuple(entry for entry in found if any(entry.holds(inner) for inner in own))
    return holding or found


# --- reading: the whole ----------------------------------------------------------------------------------------------


def _split(wording: str) -> list[str]:
    """The several places of a wording; a shared ending ("Kandahar and Kabul provinces, Afghanistan") goes to each."""
    if len(_countries_named(fold(wording))) == 1 or gazetteer().find(key_of(fold(wording))):
        return [wording]
    pieces = [piece for piece in _SEVERAL.split(wording) if piece and piece.strip()]
    if len(pieces) < 2:
        return [wording]
    _, comma, tail = pieces[-1].partition(",")
    ending = comma + tail
    generic = re.search(r"\s(provinces|districts|oblasts|regions|governorates|states)\b", pieces[-1])
    shared = (" " + generic[1] if generic else "") + ending
    return [piece if "," in piece else piece + shared for piece in pieces[:-1]] + [pieces[-1]]


def _said_countries(country: str) -> frozenset[str]:
    words = re.split(r"\s*[/;,|]\s*|\s+-\s+|\s+and\s+", country)
    codes: set[str] = set(_countries_named(fold(country)))
    if not codes:
        codes = {code for word in words for code in _countries_named(fold(word))}
    if not codes and len(country.strip()) == 2:
        codes = {entry.id for entry in gazetteer().country(country.strip().upper())}
    return frozenset(codes)


def _valid(latitude: float | None, longitude: float | None) -> Point | None:
    if latitude is None or longitude is None or not (math.isfinite(latitude) and math.isfinite(longitude)):
        return None
    inside = abs(latitude) <= 90 and abs(longitude) <= 180
    return (latitude, longitude) if inside and (latitude, longitude) != (0.0, 0.0) else None


@lru_cache(maxsize=1 << 16)
def read_place(place: str, country: str = "", latitude: float | None = None, longitude: float | None = None) -> Place:
    """Reads a place as worded, with the country and coordinates (degrees, WGS 84) given beside it, if any.

    Never raises: what is not understood stays in `names`.
    """
    wording = place[:400]
    said, point = _said_countries(country[:200]), _valid(latitude, longitude)
    spots = tuple(_read_spot(piece, said, point) for piece in _split(wording)) if wording.strip() else ()
    if not spots and (said or point):
        spots = (Spot(countries=said, rank="C"),)
    return Place(
        wording=place,
        countries=frozenset(code for spot in spots for code in spot.countries),
        provinces=frozenset(code for spot in spots for code in _province_names(spot)),
        localities=frozenset(name for spot in spots for name in _locality_names(spot)),
        names=_names(wording),
        point=point or (spots[0].point if len(spots) == 1 else None),
        vague=any(spot.vague for spot in spots),
        spots=spots,
        given_point=point is not None,
    )
