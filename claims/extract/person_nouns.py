"""Nouns for people, by the project's lexicon of people and the few more that extraction knows."""

from __future__ import annotations

from functools import cache, lru_cache

from claims.lexicon import data
from claims.people_words import find_word, fold

_HEADS = frozenset({"noun", "open", "victim", "national", "apart"})


def is_person(text: str) -> bool:
    """Whether a single word is a noun for people."""
    return person_at((text,))[0] == 1


def person_at(texts: tuple[str, ...]) -> tuple[int, bool]:
    """How many tokens a noun for people takes, and whether it is a plural; (0, False) for none."""
    if not texts[0][0].isalpha():
        return 0, False
    if texts[0].lower() in _never():
        return 0, False
    if texts[0].lower() in _more_nouns():
        return 1, texts[0].lower().endswith("s")
    hit = entry_of(texts)
    if hit is None:
        return 0, False
    role, size, plural = hit
    if role in _HEADS:
        return size, plural
    if role == "actor" and texts[0][0].isupper() and texts[0].lower() not in _countries():
        return (size, True) if plural or size == 1 else (0, False)
    return 0, False


@cache
def _more_nouns() -> frozenset[str]:
    return frozenset(data("claims", "extract/things.yaml")["people"])


@cache
def _never() -> frozenset[str]:
    return frozenset(data("claims", "extract/things.yaml")["never_people"])


@cache
def _countries() -> frozenset[str]:
    return frozenset(
        word for name in data("claims", "people.yaml")["countries"].split(",") for word in name.split()
    ) | {"us", "un", "eu", "car", "is"}


@lru_cache(maxsize=1 << 15)
def entry_of(texts: tuple[str, ...]) -> tuple[str, int, bool] | None:
    """The role, the size and the number of the entry of the people lexicon that starts a stretch."""
    folded = [fold(text).replace("-", " ") for text in texts]
    hit = find_word(folded, 0)
    if hit is None and " " in folded[0]:
        parts = folded[0].split()
        hit = find_word(parts[-1:], 0)
        return (hit.word.role, 1, hit.plural) if hit else None
    return (hit.word.role, hit.size, hit.plural) if hit else None
