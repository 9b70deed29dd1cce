"""Small word lists of the engine, from its versioned data."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from claims.lexicon import data


@cache
def _marks() -> re.Pattern[str]:
    words = data("reconcile", "words.yaml")["preliminary"]
    return re.compile(r"\b(?:" + "|".join(re.escape(w) for w in words) + r")\b", re.IGNORECASE)


@lru_cache(maxsize=65536)
def preliminary_mark(text: str) -> bool:
    """Whether the words say that a figure is early or still growing ("so far", "preliminary")."""
    return bool(text.strip()) and _marks().search(text) is not None


@cache
def common_names() -> frozenset[str]:
    """Capitalised words too common in reports to point at one event."""
    return frozenset(data("reconcile", "words.yaml")["common_names"])


@lru_cache(maxsize=65536)
def unidentified(name: str) -> bool:
    """Whether a name for a perpetrator names nobody in particular ("unknown gunmen")."""
    listed = data("reconcile", "words.yaml")["unidentified"]
    words = set(re.findall(r"\w+", name.casefold()))
    return bool(words) and (bool(words & set(listed["markers"])) or words <= set(listed["nouns"]))


@lru_cache(maxsize=65536)
def only_a_body(name: str) -> bool:
    """Whether a name is only a word for a body ("the coalition", "our forces"), without an owner."""
    words = set(re.findall(r"\w+", name.casefold()))
    return bool(words) and words <= set(data("reconcile", "words.yaml")["bodies"])


@lru_cache(maxsize=65536)
def telling_word(name: str) -> str:
    """The word of a name that tells it from others: "Babel" of both "Babel Defence Forces" and "BDF (Babel)"."""
    words = re.findall(r"[^\W_]+", name)
    plain = [w.casefold() for w in words if w.casefold() not in _name_parts() and not (w.isupper() and len(words) > 1)]
    return max(plain, key=lambda w: (len(w), w), default=name.casefold().strip())


@cache
def _name_parts() -> frozenset[str]:
    return frozenset(data("reconcile", "words.yaml")["name_parts"])


def takes_of(words: str) -> bool:
    """Whether a number in words is followed by "of": "dozens of people"."""
    return words.casefold().split()[-1:] != [] and words.casefold().split()[-1] in _number_nouns()


@cache
def _number_nouns() -> frozenset[str]:
    return frozenset(data("reconcile", "words.yaml")["number_nouns"])


def measure_words(measure: str) -> str:
    """A measure as it stands behind the people it happened to."""
    words: dict[str, str] = data("reconcile", "words.yaml")["measures"]
    return words.get(measure, measure)
