"""Where named places are: countries, provinces, districts and towns of GeoNames, looked up by any spelling.

Two compressed tables are read at the first question: `records.tsv.gz` (one line an entry) and `names.tsv.gz`
(one line a consonant skeleton, with the spellings that share it and the entries each may mean). A spelling that
is not in the tables is still found through its skeleton, so that "Khan Sheikhoun" finds "Khan Shaykhun".
"""

from __future__ import annotations

import gzip
import math
import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from rapidfuzz.distance import Indel

from claims.lexicon import data
from claims.spelling import fold, key_of, noun_forms, same_name, skeleton, vowel_poor

__all__ = [
    "KINDS",
    "Entry",
    "Gazetteer",
    "Point",
    "distance_km",
    "fold",
    "gazetteer",
    "key_of",
    "load_yaml",
    "noun_forms",
    "provinces_of",
    "same_name",
    "skeleton",
]

Point = tuple[float, float]

_LONG_ENOUGH_TO_JOIN = 6
KINDS = "LDPRC"
"""Kinds of entries, finest first: locality, district, province, region (of no fixed rank), country."""

_NOUN_ENDINGS = ("a", "e", "i", "y", "o", "ia", "ya", "ie", "ye", "aya")
"""What a Slavic adjective of place may have lost of its noun: Odes(a), Zaporozh(ye), or of its first case: -sk(aya)."""

_WITH_OBLASTS = frozenset({"BG", "BY", "KG", "KZ", "RU", "TJ", "TM", "UA", "UZ"})
"""Where provinces are called by a Slavic adjective."""

_DATA = files("claims") / "data" / "gazetteer"


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of the gazetteer; `inside` holds the ids of the province and the district that it lies in."""

    kind: str
    id: str
    name: str
    countries: frozenset[str]
    inside: frozenset[str]
    point: Point | None
    population: int

    def __hash__(self) -> int:
        return hash(self.id)

    def weight(self, key: str) -> float:
        """How likely a bare name means this entry: its people, a tenth when the name is not its usual one."""
        return self.population * (1.0 if same_name(key_of(fold(self.name)), key) else 0.1)

    def holds(self, other: Entry) -> bool:
        """Whether `other` lies inside this entry (an entry does not hold itself)."""
        if self.kind == "C":
            return other.kind != "C" and bool(self.countries & other.countries)
        if self.kind == "R":
            return other.kind in "LDP" and bool(self.inside & (other.inside | {other.id}))
        return self.id in other.inside


def load_yaml(name: str) -> dict[str, Any]:
    """A YAML table that stands beside the gazetteer; do not change what it returns."""
    table: dict[str, Any] = data("claims", f"gazetteer/{name}")
    return table


def _lines(name: str) -> list[str]:
    text = gzip.decompress((_DATA / name).read_bytes()).decode("utf-8")
    return [line for line in text.split("\n") if not line.startswith("#")]


def _entry(line: str, shared: Mapping[str, Iterable[str]]) -> Entry:
    kind, ident, name, country, province, district, latitude, longitude, population = line.split("\t")
    inside = {f"{country}.{province}"} if province and kind != "C" else set()
    if district and kind != "C":
        inside.add(f"{country}.{province}.{district}")
    under = {country, *shared.get(country, ()), *shared.get(ident if kind == "P" else f"{country}.{province}", ())}
    point = (float(latitude), float(longitude)) if latitude else None
    return Entry(kind, ident, name, frozenset(under), frozenset(inside - {ident}), point, int(population))


class Gazetteer:
    """Entries by spelling; made once by `gazetteer()`."""

    def __init__(self) -> None:
        self._names = _lines("names.tsv.gz")
        self._records = _lines("records.tsv.gz")
        self._states = [line.split("\t") for line in self._records[:300] if line.startswith("C\t")]
        extra = load_yaml("extra.yaml")
        self._shared: dict[str, list[str]] = extra["reported_under"]
        self._group: dict[str, str] = {code: group[0] for group in extra["one_area"] for code in group}
        self._entries: dict[str, Entry] = {}
        self._sought: dict[str, int] = {}
        self._extra: dict[str, list[str]] = {}
        self._read_extra(extra)
        self._countries = self._read_countries(load_yaml("countries.yaml"))

    def _read_extra(self, extra: Mapping[str, Any]) -> None:
        for ident, row in {**extra["regions"], **extra["localities"]}.items():
            point = tuple(row["point"]) if "point" in row else None
            kind = "R" if ident in extra["regions"] else "L"
            inside = frozenset(row["inside"])
            name = row["names"][0]
            entry = Entry(kind, ident, name, frozenset(row["countries"]), inside, point, row.get("population", 0))
            self._entries[ident] = entry
            self._add_names(ident, row["names"])
        for ident, names in extra["also_called"].items():
            self._add_names(str(ident), names)

    def _add_names(self, ident: str, names: Iterable[str]) -> None:
        for name in names:
            self._extra.setdefault(key_of(fold(name)), []).append(ident)

    def _read_countries(self, table: Mapping[str, Any]) -> dict[str, frozenset[str]]:
        """Spellings of countries and their demonyms, with the ISO codes they may mean."""
        names: dict[str, set[str]] = {}
        for code, words in table["names"].items():
            for name in words:
                names.setdefault(" ".join(fold(name)), set()).add(code)
        return {name: frozenset(codes) for name, codes in names.items() if name}

    def area(self, province: str) -> str:
        """The province, or the first of those that make one area with it (a capital and the region round it)."""
        return self._group.get(province, province)

    def capital(self, country: str) -> Entry | None:
        """The capital of a country (ISO code), if it is one of the towns."""
        name = next((cells[5] for cells in self._states if cells[1] == country), "")
        towns = self.find(key_of(fold(name)))
        return next((town for town in towns if town.kind == "L" and country in town.countries), None)

    def countries_said(self, cell: str) -> frozenset[str]:
        """The countries of a cell that holds nothing else: a name, an ISO 3166-1 code, or several of these."""
        codes: set[str] = set()
        for piece in [cell] if self.countries_named(fold(cell)) else re.split(r"[/;,|()–-]|\band\b", cell):
            codes |= self.countries_named(fold(piece))
            codes |= {cells[1] for cells in self._states if piece.strip() in (cells[1], cells[4])}
        return frozenset(codes)

    def region_said(self, cell: str) -> frozenset[str]:
        """The countries of the province or region that a cell for countries names instead ("Northern Ireland")."""
        key = key_of(fold(cell))
        usual = [e for e in self.find(key) if e.id in self._extra.get(key, ()) or e.weight(key) == e.population]
        regions = [e for e in usual if e.kind == "R"] or [e for e in usual if e.kind == "P"]
        return frozenset.intersection(*(entry.countries for entry in regions)) if regions else frozenset()

    def claimants(self, countries: frozenset[str]) -> frozenset[str]:
        """The countries, and those that reports list the whole of one of them under (Serbia for Kosovo)."""
        return countries.union(*(self._shared.get(code, ()) for code in countries))

    def countries_named(self, phrase: tuple[str, ...]) -> frozenset[str]:
        """The ISO codes of the countries that folded words name, or whose people they name."""
        if known := self._countries.get(" ".join(phrase)):
            return known
        key = key_of(phrase)
        if len(key) < 4 or len(key.split()) != len(phrase):
            return frozenset()
        return frozenset(entry.id for entry in self.find(key) if entry.kind == "C")

    def _row(self, row: str) -> Entry:
        line = self._records[int(row, 36)]
        ident = line.split("\t", 2)[1]
        if ident not in self._entries:
            self._entries[ident] = _entry(line, self._shared)
        return self._entries[ident]

    def _spellings(self, bones: str) -> list[tuple[str, str]]:
        """The spellings that share a skeleton, each with the rows it may mean, which commas part."""
        at = bisect_left(self._names, bones + "\t")
        if at == len(self._names) or not self._names[at].startswith(bones + "\t"):
            return []
        cells = self._names[at].split("\t")[1:]
        return [(key, rows) for key, _, rows in (cell.partition("=") for cell in cells)]

    @lru_cache(maxsize=1 << 14)  # noqa: B019 - there is one gazetteer
    def find(self, key: str) -> tuple[Entry, ...]:
        """Entries that are spelt exactly so (after normalising), largest population first.

        Where none is, those that differ in blanks alone: Sisaket is Si Sa Ket.
        """
        if len(key) < 2:
            return ()
        spellings = self._spellings(skeleton(key))
        rows = [row for spelling, rows in spellings if spelling == key for row in rows.split(",")]
        if not rows and key not in self._extra and len(run := key.replace(" ", "")) >= _LONG_ENOUGH_TO_JOIN:
            rows = [row for name, rows in spellings if name.replace(" ", "") == run for row in rows.split(",")]
        by_hand = (self.by_id(ident) for ident in self._extra.get(key, ()))
        return _largest_first([*map(self._row, rows), *filter(None, by_hand)])

    @lru_cache(maxsize=1 << 14)  # noqa: B019
    def find_like(self, key: str, countries: frozenset[str] = frozenset(), kinds: str = KINDS) -> tuple[Entry, ...]:
        """Entries with the same consonants and a like spelling, the likest alone, of the countries and kinds."""
        if len(key) < 5:
            return ()
        likeness: dict[Entry, float] = {}
        least = 0.7 if countries else 0.8
        for spelling, rows in self._spellings(skeleton(key)):
            alike = Indel.normalized_similarity(key, spelling)
            if not same_name(key, spelling) or (alike < least and not vowel_poor(key)):
                continue
            for entry in map(self._row, rows.split(",")):
                if entry.kind in kinds and (not countries or countries & entry.countries):
                    likeness[entry] = max(alike, likeness.get(entry, 0.0))
        best = max(likeness.values(), default=0.0)
        return _largest_first(entry for entry, alike in likeness.items() if alike >= best - 0.02)

    def provinces(self, key: str, countries: frozenset[str] = frozenset()) -> tuple[Entry, ...]:
        """Provinces and regions of a name or of an adjective made from it ("Zaporozhskaya"); none if of many."""
        stems = noun_forms(key)
        for form in (key, *stems, *(stem + ending for stem in stems for ending in _NOUN_ENDINGS)):
            hits = [entry for entry in self.find(form) if entry.kind in "PR"]
            if fitting := [entry for entry in hits if not countries or countries & entry.countries]:
                return tuple(fitting)
        for form in (stem + ending for stem in stems for ending in ("", *_NOUN_ENDINGS)):
            like = self.find_like(form, countries or _WITH_OBLASTS, "P")
            if like and frozenset.intersection(*(entry.countries for entry in like)):
                return like
        return ()

    def look_up(self, key: str, countries: frozenset[str] = frozenset()) -> tuple[tuple[Entry, ...], bool]:
        """Entries of a name, and whether it is spelt exactly so; else those of a like spelling."""
        for form in (key, *noun_forms(key)):
            if exact := self.find(form):
                towns = () if any(entry.kind == "L" for entry in exact) else self.find_like(form, countries, "L")
                return exact + tuple(town for town in towns if any(entry.holds(town) for entry in exact)), True
        return self.find_like(key, countries), False

    def take_countries(self, words: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
        """The countries named among folded words (longest names first), and the words left."""
        found: frozenset[str] = frozenset()
        rest: list[str] = []
        while words:
            size = next((n for n in (5, 4, 3, 2, 1) if self.countries_named(words[:n])), 0)
            if size:
                found |= self.countries_named(words[:size])
            else:
                rest.append(words[0])
            words = words[max(size, 1) :]
        return found, tuple(rest)

    def by_id(self, ident: str) -> Entry | None:
        """The entry of an id; a walk through the records the first time."""
        return self._entries.get(ident) or self._scan(ident)

    def _scan(self, ident: str) -> Entry | None:
        """An entry that no name has led to yet: a country, or one that the hand-made table names."""
        if not self._sought:
            wanted = {one for idents in self._extra.values() for one in idents} | {cells[1] for cells in self._states}
            wanted |= _named_by_hand()
            idents = (line.split("\t", 2)[1:2] for line in self._records)
            self._sought = {one: row for row, (one, *_) in enumerate(filter(None, idents)) if one in wanted}
        row = self._sought.get(ident)
        return self._row(_base36(row)) if row is not None else None


def _named_by_hand() -> set[str]:
    """The ids that the hand-made table speaks of, other than under a name."""
    extra = load_yaml("extra.yaml")
    groups = [*(region["inside"] for region in extra["regions"].values()), *extra["one_area"]]
    return {one for group in groups for one in group} | {*extra["also_called"], *extra["reported_under"]}


def distance_km(a: Point, b: Point) -> float:
    """Great-circle distance of two points in degrees (haversine, mean Earth radius)."""
    north, south = math.radians(a[0]), math.radians(b[0])
    arc = math.sin((south - north) / 2) ** 2
    arc += math.cos(north) * math.cos(south) * math.sin(math.radians(b[1] - a[1]) / 2) ** 2
    return 12_742.0 * math.asin(min(1.0, math.sqrt(arc)))


def provinces_of(entries: Iterable[Entry]) -> frozenset[str]:
    """The provinces that entries lie in or are (codes; of those that make one area, the first)."""
    codes = {code for entry in entries for code in (*entry.inside, *([entry.id] if entry.kind == "P" else []))}
    return frozenset(gazetteer().area(".".join(code.split(".")[:2])) for code in codes)


def _largest_first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    unique = {entry.id: entry for entry in entries}
    return tuple(sorted(unique.values(), key=lambda entry: (-entry.population, entry.id)))


def _base36(number: int) -> str:
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    text = ""
    while True:
        number, rest = divmod(number, 36)
        text = digits[rest] + text
        if not number:
            return text


@cache
def gazetteer() -> Gazetteer:
    """The shipped gazetteer, read at the first call (about a fifth of a second)."""
    return Gazetteer()
