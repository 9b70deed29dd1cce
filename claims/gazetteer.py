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

import yaml
from rapidfuzz.distance import OSA, Indel, JaroWinkler

Point = tuple[float, float]

KINDS = "LDPRC"
"""Kinds of entries, finest first: locality, district, province, region (of no fixed rank), country."""

_DATA = files("claims") / "data" / "gazetteer"
_MARKS = re.compile("[\u0591-\u05c7\u0640\u064b-\u065f\u0670]")
_ARABIC_ARTICLE = re.compile(r"(?<!\w)[وبل]?ال(?=\w{3})")
_ABJAD_VOWELS = str.maketrans("اأإآىةعאע\u200c", "aaaaaaaaa ")
_APOSTROPHES = re.compile("['`\u2018\u2019\u02bc\u02bb\u02bf\u02be\u2032\u0060\u00b4\u02b9\u02ba\"]")
_NOT_WORD = re.compile(r"[^0-9a-z]+")


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
    """A YAML table that stands beside the gazetteer."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    table: dict[str, Any] = yaml.load((_DATA / name).read_bytes(), Loader=loader)
    return table


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> tuple[str, ...]:
    """The words of a text in lower-case ASCII: no accents, no vowel points, other scripts transliterated."""
    if not text.isascii():
        from anyascii import anyascii

        bare = _ARABIC_ARTICLE.sub("", _MARKS.sub("", text)).translate(_ABJAD_VOWELS)
        text = anyascii(_APOSTROPHES.sub("", bare))
    return tuple(_NOT_WORD.sub(" ", _APOSTROPHES.sub("", text.lower())).split())


_DIGRAPHS = re.compile(r"sch|shch|tch|dzh|kh|gh|ch|sh|zh|th|dh|ph|ck|dj|ts|tz|(?<=[bcdfgjklmnpqrstvxz])h")
_SOUNDS = {"ch": "s", "sh": "s", "sch": "s", "shch": "s", "tch": "s", "ts": "s", "tz": "s", "kh": "k", "gh": "k"}
_SOUNDS |= {"ck": "k", "zh": "j", "dj": "j", "dzh": "j", "th": "t", "dh": "d", "ph": "f", "h": ""}
_CONSONANTS = str.maketrans("gqxczw", "kkkksv", "aeiouyhw")
_INITIAL = str.maketrans("eiougqxczw", "aaaakkkksv")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=1 << 16)
def skeleton(key: str) -> str:
    """The consonants of a spelling, those that transliterations exchange made one (`kh q g k`, `s z sh ch`).

    The first letter of a word is kept even when it is a vowel or `h`, `w`, `y`.
    """
    words = (_DIGRAPHS.sub(lambda match: _SOUNDS[match[0]], word) or word for word in _DOUBLED.sub(r"\1", key).split())
    bones = (word[0].translate(_INITIAL) + word[1:].translate(_CONSONANTS) for word in words)
    return "".join(bones)


def _vowel_poor(key: str) -> bool:
    """Whether a spelling comes from a script that writes few vowels (Arabic, Hebrew)."""
    letters = key.replace(" ", "")
    return 4 * sum(letter in "aeiou" for letter in letters) <= len(letters)


def _same_word(a: str, b: str) -> bool:
    """Whether two words are spellings of one name: a slip of a letter or two, or the same consonants."""
    if a == b:
        return True
    short = min(len(a), len(b))
    if short < 3 or any(letter.isdigit() for letter in a + b):
        return False
    if short >= 5 and OSA.distance(a, b) <= (1 if short < 9 else 2):
        return True
    bones = skeleton(a)
    if bones != skeleton(b):
        return False
    if len(bones) < 3:
        return JaroWinkler.similarity(a, b) >= 0.8
    return len(bones) >= 4 or _vowel_poor(a) or _vowel_poor(b) or Indel.normalized_similarity(a, b) >= 0.6


@lru_cache(maxsize=1 << 17)
def same_name(a: str, b: str) -> bool:
    """Whether two normalised names may be one: equal, a typing slip apart, or two transliterations.

    Word by word when both have as many words; otherwise as one run of letters, more strictly.
    """
    if a == b:
        return True
    left, right = a.split(), b.split()
    if len(left) == len(right):
        pairs = list(zip(left, right, strict=True))
        apart = [pair for pair in pairs if not _same_word(*pair)]
        return not apart or (len(apart) < len(pairs) and all(skeleton(x) == skeleton(y) for x, y in apart))
    x, y = "".join(left), "".join(right)
    if x == y:
        return True
    slips = OSA.distance(x, y, score_cutoff=2)
    return min(len(x), len(y)) >= 7 and (slips <= 1 or (slips <= 2 and skeleton(x) == skeleton(y)))


@cache
def word_table() -> Mapping[str, tuple[str, str]]:
    """What a word of a place description is: (class, standard form), from `words.yaml`."""
    table: dict[str, tuple[str, str]] = {}
    for name, words in load_yaml("words.yaml")["classes"].items():
        table.update((spelling, (name, spelling)) for word in words for spelling in fold(word))
    for standard, words in load_yaml("words.yaml")["directions"].items():
        table.update((spelling, ("direction", standard)) for word in [standard, *words] for spelling in fold(word))
    return table


def word_class(word: str) -> str:
    """What sort of generic word a folded word is ("town", "site", "near", ...); "" for a name."""
    return word_table().get(word, ("", word))[0]


@lru_cache(maxsize=1 << 16)
def key_of(words: tuple[str, ...], directions: bool = True) -> str:
    """The distinguishing part of folded words: no articles, no generic words ("district", "city", "near").

    With `directions` it keeps "North" of "North Kivu", and all of "Northern Province" that is left.
    """
    table = word_table()
    kinds = [table.get(word, ("", word)) for word in words]
    kept = [form for kind, form in kinds if kind in ("", "common") and (len(form) > 1 or form.isdigit())]
    if directions:
        return " ".join(form for kind, form in kinds if kind == "direction" or form in kept)
    return " ".join(kept)


_ADJECTIVE = re.compile(r"(?<=[a-z]{2}sk)(?:a|aya|aia|oi|oy|oyi|oii|ogo|oho|yi|ii|iy|ij|y)$")


def noun_forms(key: str) -> list[str]:
    """What a Slavic adjective of place may be made from: "kharkovskaya" gives "kharkovsk", "kharkov"."""
    stem = _ADJECTIVE.sub("", key)
    if stem == key or not stem.endswith("sk"):
        return []
    return [stem, stem.removesuffix("sk")]


def _lines(name: str) -> list[str]:
    text = gzip.decompress((_DATA / name).read_bytes()).decode("utf-8")
    return [line for line in text.split("\n") if not line.startswith("#")]


def _entry(line: str, shared: Mapping[str, Iterable[str]]) -> Entry:
    kind, ident, name, country, province, district, latitude, longitude, population = line.split("\t")
    inside = {f"{country}.{part}" for part in (province, f"{province}.{district}" if district else "") if part}
    under = {country, *shared.get(ident if kind == "P" else f"{country}.{province}", ())}
    point = (float(latitude), float(longitude)) if latitude else None
    held = frozenset() if kind == "C" else frozenset(inside - {ident})
    return Entry(kind, ident, name, frozenset(under), held, point, int(population))


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
        for piece in [cell] if self.countries_named(fold(cell)) else re.split(r"[/;,|–-]|\band\b", cell):
            codes |= self.countries_named(fold(piece))
            codes |= {cells[1] for cells in self._states if piece.strip() in (cells[1], cells[4])}
        return frozenset(codes)

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

    def _spellings(self, bones: str) -> list[tuple[str, list[str]]]:
        """The spellings that share a skeleton, each with the rows it may mean."""
        at = bisect_left(self._names, bones + "\t")
        if at == len(self._names) or not self._names[at].startswith(bones + "\t"):
            return []
        cells = self._names[at].split("\t")[1:]
        return [(key, rows.split(",")) for key, _, rows in (cell.partition("=") for cell in cells)]

    @lru_cache(maxsize=1 << 14)  # noqa: B019 - there is one gazetteer
    def find(self, key: str) -> tuple[Entry, ...]:
        """Entries that are spelt exactly so (after normalising), largest population first."""
        if len(key) < 2:
            return ()
        rows = [row for spelling, rows in self._spellings(skeleton(key)) if spelling == key for row in rows]
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
            if same_name(key, spelling) and (alike >= least or _vowel_poor(key)):
                found = (
                    e for e in map(self._row, rows) if e.kind in kinds and (not countries or countries & e.countries)
                )
                likeness.update((entry, max(alike, likeness.get(entry, 0.0))) for entry in found)
        best = max(likeness.values(), default=0.0)
        return _largest_first(entry for entry, alike in likeness.items() if alike >= best - 0.02)

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
        """An entry that only the hand-made table names: few, so a walk through the records will do."""
        mark = f"\t{ident}\t"
        for row, line in enumerate(self._records):
            if mark in line[:40]:
                return self._row(_base36(row))
        return None


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
