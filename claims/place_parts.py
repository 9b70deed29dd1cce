"""One link of a wording such as "Bucha, Kyiv oblast": its words, what sort of place they say, and which it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.gazetteer import KINDS, Entry, Point, distance_km, gazetteer, provinces_of
from claims.place_model import FAR_KM
from claims.spelling import fold, key_of, noun_forms, word_class

LARGE_TOWN = 100_000
"""A town of as many people is believed although no country is said."""

LONG_NAME = 6
"""Letters from which on a name borne by one place only is believed although no country is said."""

DOMINANCE = 2.5
"""How many times larger than its namesakes a town must be for that."""


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


def read_part(text: str, said: frozenset[str]) -> Part:
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
    found, exact = _look_up(key, hint, wanted)
    if plain and key != plain and not any(_in(entry, wanted) for entry in found):
        key, vague = plain, True
        found, exact = _look_up(key, hint, wanted)
    return Part(words, key, hint, vague, countries, exact, _by_hint(found, hint) or _inside_phrase(text, wanted))


def _look_up(key: str, hint: str, countries: frozenset[str]) -> tuple[tuple[Entry, ...], bool]:
    """Entries of a name and whether it is spelt so; beside a word such as "oblast", provinces before towns."""
    if hint == "province":
        if provinces := gazetteer().provinces(key, countries):
            return provinces, True
        if noun_forms(key):
            return (), False
    return gazetteer().look_up(key, countries)


def _in(entry: Entry, countries: frozenset[str]) -> bool:
    return not (countries and countries.isdisjoint(entry.countries))


def _inside_phrase(text: str, countries: frozenset[str]) -> tuple[Entry, ...]:
    """The longest run of capitalised words that is a place: "Camp Commando Abobo" holds Abobo."""
    words = [word for word in re.findall(r"[^\W_][\w'’.-]*", text) if not word[0].islower()]
    for size in range(min(len(words) - 1, 3), 0, -1):
        for at in range(len(words) - size, -1, -1):
            key = key_of(fold(" ".join(words[at : at + size])))
            if len(key) < 4 or word_class(key):
                continue
            if hits := [e for e in gazetteer().find(key) if e.kind != "C" and e.weight(key) == e.population]:
                return tuple(e for e in hits if _in(e, countries) and (countries or e.population >= LARGE_TOWN))
    return ()


def _by_hint(found: tuple[Entry, ...], hint: str) -> tuple[Entry, ...]:
    """Entries of the kind that the generic words ask for, when there are any; a town is never a country."""
    wanted = {"province": "PR", "district": "D", "town": "LD", "quarter": "L", "site": "LDP"}.get(hint, KINDS)
    fitting = tuple(entry for entry in found if entry.kind in wanted)
    return fitting or tuple(entry for entry in found if entry.kind != "C")


def choose(parts: list[Part], at: int, countries: frozenset[str], point: Point | None) -> tuple[Entry, ...]:
    """The entries that a part means, settled by the other parts, the country and the given point."""
    part = parts[at]
    beside = [entry for other in (*parts[:at], *parts[at + 1 :]) for entry in other.found]
    others = [entry for entry in beside if entry.kind != "C" and _in(entry, countries)]
    towns = [entry for other in parts if other.hint != "site" for entry in other.found if entry.kind == "L"]
    if part.hint == "site" and any(_in(town, countries) for town in towns):
        return ()
    found = [entry for entry in part.found if entry.kind != "C" and _in(entry, countries)]
    if point is not None:
        found = _about(found, point)
    settled = [entry for entry in found if any(entry.holds(other) or other.holds(entry) for other in others)]
    if not settled and at < len(parts) - 1 and any(entry.kind in "PD" for entry in others):
        found = [entry for entry in found if entry.kind in "PR"]
    if not found or not (settled or countries or point or (_believable(part, found) and _agrees(found[0], others))):
        return ()
    return _with_namesakes(settled or found, part.hint)


def _agrees(guess: Entry, others: list[Entry]) -> bool:
    """Whether a guess by name alone is not in another country than all that the rest of the wording may be."""
    elsewhere = bool(others) and all(guess.countries.isdisjoint(entry.countries) for entry in others)
    return not elsewhere or guess.population >= LARGE_TOWN


def _about(found: list[Entry], point: Point) -> list[Entry]:
    """The towns and districts not far from a point, and the wholes that hold them; with no such town, any whole."""
    close = [e for e in found if e.kind in "LD" and e.point and distance_km(e.point, point) <= FAR_KM]
    wholes = [e for e in found if e.kind in "PR" and (not close or any(map(e.holds, close)))]
    return [entry for entry in found if entry in close or entry in wholes]


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


def _lost_article(part: Part, entry: Entry) -> bool:
    """Whether the words begin with an article that the entry's own name has not: "El Remanso" is not Remanso."""
    own = fold(entry.name) or ("",)
    return word_class(part.words[0]) == "article" and word_class(own[0]) != "article"


def _believable(part: Part, found: list[Entry]) -> bool:
    """Whether a name alone says enough: a large town, or a name borne by one place that matters; no everyday word."""
    best = found[0]
    if best.kind == "R" and part.exact and len(part.words) > 1:
        return True
    if word_class(part.key) == "common":
        return False
    home = provinces_of([best])
    rivals = [entry for entry in found if not provinces_of([entry]) & home]
    if not part.exact or (_lost_article(part, best) and best.population < LARGE_TOWN):
        return False
    floor = LARGE_TOWN if len(part.key) < LONG_NAME - 1 else LARGE_TOWN // 10
    if best.population < floor:
        return not rivals and len(part.key) >= LONG_NAME
    towns = [entry for entry in found if entry not in rivals and entry.kind in "LD"]
    most = max(entry.weight(part.key) for entry in towns or [best])
    return all(most >= DOMINANCE * entry.weight(part.key) for entry in rivals if entry.kind in "LD" or not towns)
