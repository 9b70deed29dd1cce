"""Where an event is said to be, and how two such wordings stand to each other.

A wording names one or more *spots*. A spot has a name of its own (the finest that is said), what it lies in,
and, where the gazetteer knows them, entries with ids and a point. A name that is not known stays a name, and two
unknown names are compared by their spelling; a country is never guessed from an ambiguous name.
"""

from __future__ import annotations

import re
from functools import lru_cache

from claims.gazetteer import KINDS, Entry, Point, gazetteer, provinces_of
from claims.place_model import Place, Spot
from claims.place_parts import Part, choose, read_part
from claims.place_relations import PlaceRelation, compare
from claims.spelling import fold, key_of, word_class

__all__ = ["Place", "PlaceRelation", "Spot", "compare", "read_place"]

_SEVERAL = re.compile(r"\s*[/;\n]\s*|\s+(?:and|et|und|ve|y|e|и|та|і|و)\s+(?=\w)")
_CHAIN = re.compile(r"\s*[,،、()\[\]:]\s*|\s+[-–—]\s+|\s+(?:in|inside|within|в|у|في)\s+")
_OWNER = re.compile(r"['’]s\s+|(?<=s)['’]\s+")
_SHARED_WORD = re.compile(r"\s(provinces|districts|oblasts|regions|governorates|states|counties)\b")


@lru_cache(maxsize=1 << 16)
def read_place(place: str, country: str = "", latitude: float | None = None, longitude: float | None = None) -> Place:
    """Reads a place as worded, with the country and coordinates (degrees, WGS 84) given beside it, if any.

    Never raises: what is not understood stays in `names`. Coordinates off the globe, and 0, 0, count as absent.
    """
    wording = place[:300]
    said, point = gazetteer().countries_said(country[:100]), _point(latitude, longitude)
    pieces = _split(wording) or [""]
    if not said and (said := gazetteer().region_said(country[:100])):
        pieces = [f"{piece}, {country[:100]}" if piece.strip() else country[:100] for piece in pieces]
    spots = tuple(_read_spot(piece, said, point) for piece in pieces)
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


def _pieces(text: str) -> list[str]:
    """The links of a chain; a possessive joins two, unless it is in the name of one ("Cox's Bazar")."""
    pieces: list[str] = []
    for piece in filter(str.strip, _CHAIN.split(text)):
        whole = any(entry.kind != "C" for entry in gazetteer().find(key_of(fold(piece))))
        pieces += [piece] if whole else filter(str.strip, _OWNER.split(piece))
    return pieces


def _last_country(parts: list[Part]) -> frozenset[str]:
    """The country that the chain names, unless the name is also a province that holds another part (Georgia)."""
    for part in reversed(parts):
        if not part.countries:
            continue
        provinces = [entry for entry in gazetteer().find(key_of(part.words)) if entry.kind == "P"]
        others = [entry for other in parts if other is not part for entry in other.found]
        if not any(province.holds(entry) for province in provinces for entry in others):
            return part.countries
    return frozenset()


def _listed_under(parts: list[Part], said: frozenset[str]) -> frozenset[str]:
    """The countries that parts name and that reports list under one that was said: "Kosovo" beside "Serbia"."""
    named = frozenset(code for part in parts for code in part.countries)
    return frozenset(code for code in named if said & gazetteer().claimants(frozenset({code})))


def _read_spot(text: str, said: frozenset[str], point: Point | None) -> Spot:
    """Reads one comma chain; `said` holds the countries given beside the place."""
    parts = [read_part(piece, said) for piece in _pieces(text)]
    countries = said or _last_country(parts)
    countries |= _listed_under(parts, countries)
    every = frozenset(code for part in parts for code in part.countries)
    if any(part.vague for part in parts) and len(every) > 1:
        countries = every
    parts = [part if part.countries <= countries else read_part(" ".join(part.words), countries) for part in parts]
    links = [(part, choose(parts, at, countries, point)) for at, part in enumerate(parts)]
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
    if len(pieces) > 1:
        pieces = [*_listed(pieces[0]), *pieces[1:]]
    ending = "".join(pieces[-1].partition(",")[1:]) if pieces else ""
    generic = _SHARED_WORD.search(pieces[-1]) if pieces else None
    shared = (f" {generic[1]}" if generic else "") + ending
    return [piece if "," in piece else piece + shared for piece in pieces[:-1]] + pieces[-1:]


def _listed(text: str) -> list[str]:
    """The places of "Sétif, Guelma" in "Sétif, Guelma and Kherrata"; "Barmal, Paktika" stays one place in another."""
    pieces = [piece.strip() for piece in text.split(",") if piece.strip()]
    parts = [read_part(piece, frozenset()) for piece in pieces]
    whole = any(
        part.countries or part.hint == "province" or any(e.kind in "PRC" for e in part.found) for part in parts[1:]
    )
    holding = any(e.holds(i) for n, part in enumerate(parts) for e in part.found for p in parts[:n] for i in p.found)
    return [text] if whole or holding or len(pieces) < 2 else pieces


def _point(latitude: float | None, longitude: float | None) -> Point | None:
    if latitude is None or longitude is None or not (abs(latitude) <= 90 and abs(longitude) <= 180):
        return None
    return (latitude, longitude) if (latitude, longitude) != (0.0, 0.0) else None
