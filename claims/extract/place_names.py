"""What a name by itself says about a place: whether the gazetteer has it, whose people it is, where it may lie."""

from __future__ import annotations

from functools import cache, lru_cache

from claims.gazetteer import Entry, fold, gazetteer, key_of
from claims.lexicon import data

_FINENESS = {"L": 4, "D": 3, "P": 2, "R": 2, "C": 1}


@lru_cache(maxsize=1 << 12)
def capital_of(text: str) -> str:
    """The name of the town in "the Afghan capital"; empty for other words."""
    words = fold(text)
    if not words or words[-1] != "capital":
        return ""
    codes, _ = gazetteer().take_countries(words)
    town = gazetteer().capital(next(iter(codes))) if len(codes) == 1 else None
    return town.name if town is not None else ""


@lru_cache(maxsize=1 << 12)
def is_demonym(name: str) -> bool:
    """Whether a name is that of a people ("Pakistani"), which stands for no place by itself."""
    return name.lower() in _demonyms() or name.lower().rstrip("s") in _demonyms()


@cache
def _demonyms() -> frozenset[str]:
    nations = data("claims", "people.yaml")["demonyms"].split(",")
    return frozenset(word.strip() for word in (*nations, *data("claims", "extract/ground.yaml")["peoples"]))


@lru_cache(maxsize=1 << 14)
def countries_named(name: str) -> frozenset[str]:
    """The countries (ISO codes) that words name, or whose people they name."""
    return gazetteer().countries_named(fold(name))


@lru_cache(maxsize=1 << 14)
def known(name: str) -> int:
    """How fine a place of this name is in the gazetteer, from 4 (a town) to 1 (a country); 0 when it has none."""
    if countries_named(name):
        return 1
    return max((_FINENESS[entry.kind] for entry in _entries(name)), default=0)


@lru_cache(maxsize=1 << 14)
def countries_of(name: str) -> frozenset[str]:
    """The countries (ISO codes) that a name is of, or may lie in; empty when the gazetteer lacks it."""
    return countries_named(name) or frozenset(code for entry in _entries(name) for code in entry.countries)


@lru_cache(maxsize=1 << 9)
def is_country(name: str) -> bool:
    """Whether a name is that of a country itself, not of its people."""
    return any(entry.kind == "C" for entry in _entries(name))


@lru_cache(maxsize=1 << 14)
def sure_countries_of(name: str) -> frozenset[str]:
    """The countries of the one large place that this is the usual name of; empty when there are several, or none."""
    large = [entry for entry in _entries(name) if entry.population >= 40_000 and fold(entry.name) == fold(name)]
    if len(countries_of(name)) > 1 and not any(entry.population >= 150_000 for entry in large):
        return frozenset()
    found = {entry.countries for entry in large}
    return next(iter(found)) if len(found) == 1 else frozenset()


@lru_cache(maxsize=1 << 14)
def is_disputed(name: str) -> bool:
    """Whether the place of a name is reported under several countries, so that none may be named for it."""
    if countries_named(name) or len(countries_of(name)) > 4:
        return False
    found = _entries(name)
    return bool(found) and len(max(found, key=lambda entry: entry.population).countries) > 1


@lru_cache(maxsize=1 << 9)
def country_name(code: str) -> str:
    """The usual name of a country, by its ISO code; empty when there is none."""
    entry = gazetteer().by_id(code)
    return entry.name if entry is not None else ""


def _entries(name: str) -> tuple[Entry, ...]:
    return gazetteer().find(key_of(fold(name)))
