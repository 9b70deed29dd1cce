"""What an accused party is said to have done, in comparable terms.

``the air strikes`` and an empty act mean the event itself; ``providing a haven`` and ``allowing sanctuary`` are one
act in two wordings; ``demanded 10 billion rupees`` is neither.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from claims.event_types import EventType, compare_types, read_event_type
from claims.lexicon import data

_WORDS = re.compile(r"\w+", re.UNICODE)
_SUFFIXES = ("ations", "ation", "ings", "ing", "ies", "ied", "ers", "er", "ed", "es", "s")
_SHORTEST_STEM = 4


@dataclass(frozen=True, slots=True)
class Act:
    """An act as worded. ``itself`` says that the words only point at the event or at what was just said."""

    wording: str
    itself: bool
    concepts: frozenset[str]
    stems: frozenset[str]
    event_type: EventType


@lru_cache(maxsize=65536)
def read_act(wording: str) -> Act:
    """Read the words for an act. Never raises: words that are not known are compared as stems."""
    words = [w.casefold() for w in _WORDS.findall(wording)]
    concepts = frozenset(c for w in words for c in _concepts_of(w))
    generic = _generic()
    stems = frozenset(stem(w) for w in words if w not in generic)
    kind = read_event_type(wording)
    itself = not stems or (not concepts and not kind.generic and len(stems) <= _LONGEST_REFERENCE)
    return Act(wording, itself, concepts, stems, kind)


_LONGEST_REFERENCE = 4


def same_act(a: Act, b: Act) -> bool:
    """Whether the two wordings can mean one act. Symmetric."""
    if a.concepts and b.concepts:
        return bool(a.concepts & b.concepts)
    if not a.stems or not b.stems:
        return True
    if a.itself and b.itself:
        return compare_types(a.event_type, b.event_type) != "different"
    if a.itself or b.itself:
        return _names_the_kind_of(a, b)
    shared = a.stems & b.stems
    return len(shared) * 2 >= min(len(a.stems), len(b.stems))


def same_deed(a: Act, b: Act) -> bool:
    """Whether two wordings positively name one act: the same concept, or most of the rarer words."""
    if a.concepts & b.concepts:
        return True
    shared = len(a.stems & b.stems)
    return shared > 0 and shared * 2 >= min(len(a.stems), len(b.stems))


def _names_the_kind_of(a: Act, b: Act) -> bool:
    """One wording points at the event; the other says more: one act if their kinds agree or words are shared."""
    if a.stems & b.stems:
        return True
    if a.concepts or b.concepts:
        return False
    return compare_types(a.event_type, b.event_type) in ("same", "similar")


def stem(word: str) -> str:
    """A word without its commonest English endings; enough to compare two wordings of one act."""
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST_STEM:
            return word[: -len(suffix)]
    return word


@cache
def _generic() -> frozenset[str]:
    return frozenset(data("reconcile", "acts.yaml")["generic"])


@cache
def _concepts_of(word: str) -> tuple[str, ...]:
    return tuple(
        name
        for name, starts in data("reconcile", "acts.yaml")["concepts"].items()
        if word.startswith(tuple(starts))
    )
