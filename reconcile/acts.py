"""What an accused party is said to have done, in comparable terms.

``the air strikes`` and an empty act mean the event itself; ``providing a haven`` and ``allowing sanctuary`` are one
act in two wordings; ``demanded 10 billion rupees`` is neither.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from claims.event_types import EventType, compare_types, read_event_type
from claims.lexicon import data

_WORDS = re.compile(r"\w+", re.UNICODE)
_TOOK_PART = re.compile(r"\b(?:took|takes?|taking) part\b", re.IGNORECASE)
_SUFFIXES = ("ations", "ation", "ings", "ing", "ies", "ied", "ers", "er", "ed", "es", "s")
_SHORTEST_STEM = 4


@dataclass(frozen=True, slots=True)
class Act:
    """An act as worded: the deeds it names, its rarer words as stems, the kind of event it says, whether it is shared.

    Without any of these it only points at the event, or at what was just said.
    """

    wording: str
    concepts: frozenset[str]
    stems: frozenset[str]
    event_type: EventType
    shared: bool


@lru_cache(maxsize=65536)
def read_act(wording: str) -> Act:
    """Read the words for an act. Never raises: words that are not known are compared as stems."""
    words = [w.casefold() for w in _WORDS.findall(wording)]
    table = _table()
    concepts = frozenset(c for w in words for c, starts in table.concepts if w.startswith(starts))
    stems = frozenset(stem(w) for w in words if w not in table.generic)
    shared = any(w.startswith(table.shared) for w in words) or _TOOK_PART.search(wording) is not None
    return Act(wording, concepts, stems, read_event_type(wording), shared)


def same_act(a: Act, b: Act) -> bool:
    """Whether the two wordings can mean one act of one event. Symmetric.

    Reporters word one attack in many ways, so two acts are taken to be one unless they name different deeds
    (harbouring, a demand) or different kinds of event.
    """
    if not a.stems or not b.stems or same_deed(a, b):
        return True
    if not a.concepts | b.concepts <= _table().attack_concepts and not _in_two_scripts(a, b):
        return False
    if {a.event_type.family, b.event_type.family} <= _table().attacks:
        return True
    return compare_types(a.event_type, b.event_type) != "different"


def _in_two_scripts(a: Act, b: Act) -> bool:
    """Whether one wording is in Latin letters and the other is not, so that words they share cannot be seen."""
    latin = [any("a" <= c <= "z" for c in act.wording.casefold()) for act in (a, b)]
    return latin[0] != latin[1]


def clearly_same_act(a: Act, b: Act) -> bool:
    """Whether two wordings that can mean one act leave no doubt of it: shared words, or an attack in both."""
    if same_deed(a, b) or (not a.stems and not b.stems):
        return True
    attacks = _table().attacks
    return all(not act.stems or act.event_type.family in attacks for act in (a, b))


def denies_only_the_intent(denied: Act, said: Act) -> bool:
    """Whether a denial speaks of a deliberate act, and the other statement of the act alone: both can hold."""
    return _deliberate(denied.wording) and not _deliberate(said.wording)


@lru_cache(maxsize=65536)
def _deliberate(wording: str) -> bool:
    folded = wording.casefold()
    words = _WORDS.findall(folded)
    return any(
        any(word.startswith(start) for word in words) if start.upper() != start else start in folded
        for start in _table().intent
    )


def same_deed(a: Act, b: Act) -> bool:
    """Whether two wordings positively name one act: the same deed, or at least half of the rarer words."""
    if a.concepts & b.concepts:
        return True
    shared = len(a.stems & b.stems)
    return shared > 0 and shared * 2 >= min(len(a.stems), len(b.stems))


def stem(word: str) -> str:
    """A word without its commonest English endings; enough to compare two wordings of one act."""
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST_STEM:
            return word[: -len(suffix)]
    return word


class _Table(NamedTuple):
    generic: frozenset[str]
    concepts: tuple[tuple[str, tuple[str, ...]], ...]
    shared: tuple[str, ...]
    attacks: frozenset[str]
    attack_concepts: frozenset[str]
    intent: tuple[str, ...]


@cache
def _table() -> _Table:
    raw = data("reconcile", "acts.yaml")
    concepts = tuple((name, tuple(starts)) for name, starts in raw["concepts"].items())
    return _Table(
        frozenset(raw["generic"]),
        concepts,
        tuple(raw["shared"]),
        frozenset(raw["attacks"]),
        frozenset(raw["attack_concepts"]),
        tuple(raw["intent"]),
    )
