"""What kind of event a claim speaks of: free words matched against a small taxonomy, ``data/event_types.yaml``.

Reading is exact on words (hyphens, plurals and word order aside), then on the longest phrase found inside
the text, then on small misspellings; what is still not known is a generic event, compatible with every type.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple

from claims.lexicon import data

MISSPELT = 88
"""Least likeness (rapidfuzz ratio, 0-100) of a misspelt word of five letters or more to a known one."""


@dataclass(frozen=True, slots=True)
class EventType:
    """A type of the taxonomy. Generic types name no kind of event; in mutual ones both sides fight."""

    id: str
    family: str
    generic: bool
    mutual: bool

    @property
    def exclusive(self) -> bool:
        """Do two claims of having done it rival one another?"""
        return not self.mutual


class Taxonomy(NamedTuple):
    """`event_types.yaml`, indexed: phrase to type, the same without spaces, each phrase's telling words
    to type, all words, and for each type the types and families near it."""

    types: dict[str, EventType]
    phrases: dict[str, EventType]
    run_on: dict[str, EventType]
    bags: dict[frozenset[str], EventType]
    vocabulary: tuple[str, ...]
    near: dict[str, frozenset[str]]


def _words(text: str) -> list[str]:
    """The words of a text without case and accents, English plurals made singular."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    words = re.findall(r"[^\W_]+", re.sub(r"['’]", " ", bare.casefold().replace("ı", "i")))
    return [_singular(word) for word in words]


def _telling(words: list[str]) -> frozenset[str]:
    return frozenset(words) - _small()


@cache
def _small() -> frozenset[str]:
    return frozenset(_words(data("claims", "event_types.yaml")["small"]))


def _singular(word: str) -> str:
    if not word.isascii() or len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith(("shes", "sses", "ches")):
        return word[:-2]
    return word[:-1]


@cache
def _taxonomy() -> Taxonomy:
    raw = data("claims", "event_types.yaml")
    types: dict[str, EventType] = {}
    phrases: dict[str, EventType] = {}
    near: dict[str, frozenset[str]] = {}
    for row in raw["types"]:
        kind = _type(row, raw["families"])
        types[kind.id] = kind
        near[kind.id] = frozenset([*row.get("near", ()), *raw["families"][kind.family].get("near", ())])
        for phrase in row["words"].split(","):
            phrases.setdefault(" ".join(_words(phrase)), kind)
    run_on: dict[str, EventType] = {}
    bags: dict[frozenset[str], EventType] = {}
    for phrase, kind in phrases.items():
        run_on.setdefault(phrase.replace(" ", ""), kind)
        bags.setdefault(_telling(phrase.split()), kind)
    vocabulary = tuple(sorted({word for phrase in phrases for word in phrase.split() if len(word) > 4}))
    return Taxonomy(types, phrases, run_on, bags, vocabulary, near)


def _type(row: dict[str, Any], families: dict[str, Any]) -> EventType:
    if row["family"] not in families:
        raise ValueError(f"event_types.yaml: {row['family']!r} is not a family; add it to families")
    return EventType(row["id"], row["family"], bool(row.get("generic")), bool(row.get("mutual")))


def _whole(words: list[str]) -> EventType | None:
    """The type whose phrase is the whole text, run together or in another order."""
    taxonomy = _taxonomy()
    return (
        taxonomy.phrases.get(" ".join(words))
        or taxonomy.run_on.get("".join(words))
        or (taxonomy.bags.get(_telling(words)) if len(words) > 1 else None)
    )


def _inside(words: list[str]) -> EventType | None:
    """The type of the longest phrase inside the text that names a kind of event; of equals, the first."""
    taxonomy = _taxonomy()

    def found() -> Iterator[tuple[int, int, EventType]]:
        for start in range(len(words)):
            for end in range(start + 1, min(start + 6, len(words)) + 1):
                if kind := taxonomy.phrases.get(" ".join(words[start:end])):
                    yield (0 if kind.generic else end - start), -start, kind

    best = max(found(), key=lambda hit: hit[:2], default=None)
    return best[2] if best else None


def _respelt(word: str) -> str:
    """The one known word that a word of five letters or more is a small misspelling of, or the word itself."""
    vocabulary = _taxonomy().vocabulary
    if len(word) < 5 or word in vocabulary:
        return word
    from rapidfuzz import fuzz, process

    near = process.extract(word, vocabulary, scorer=fuzz.ratio, score_cutoff=MISSPELT - 4, limit=2)
    if not near or near[0][1] < MISSPELT or (len(near) > 1 and near[1][1] == near[0][1]):
        return word
    return str(near[0][0])


@lru_cache(maxsize=1 << 14)
def read_event_type(text: str) -> EventType:
    """Read an event type from free words; empty or unknown words are the generic type. Never raises."""
    words = _words(text)
    known = _whole(words) or _inside(words)
    if known and not known.generic:
        return known
    respelt = [_respelt(word) for word in words]
    if respelt != words:
        known = _whole(respelt) or _inside(respelt) or known
    return known or _taxonomy().types["unknown"]


def compare_types(a: EventType, b: EventType) -> str:
    """Whether two types may name one event: "same", "similar", "different", or "unknown" when one is generic.

    Types of one family are similar, and so are those that the taxonomy calls near, either way round.
    """
    if a.generic or b.generic:
        return "unknown"
    if a.id == b.id:
        return "same"
    near = _taxonomy().near
    close = near[a.id] & {b.id, b.family} or near[b.id] & {a.id, a.family}
    return "similar" if a.family == b.family or close else "different"
