"""What a name means in a year, and which name a misspelt one stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

ALWAYS = (0, 9999)
"""First and last year of a name that was never another's."""

SHORTEST = 8
"""Characters that a key needs for a slip of the pen to leave it the same name."""

_RATIO = 92.0
"""How alike (0 to 100) two keys must be to be one name."""


class Sense(NamedTuple):
    """One meaning of a name: an actor's id, the first and last year, and the number of the file that gave it."""

    actor: str
    since: int
    until: int
    layer: int = 0


def covering(senses: Sequence[Sense], year: int | None) -> list[Sense]:
    """The senses that hold in a year; none when the year is not known."""
    return [sense for sense in senses if year is not None and sense.since <= year <= sense.until]


def latest(senses: Sequence[Sense]) -> str:
    """The id of the actor who has the name last."""
    return max(senses, key=lambda sense: (sense.until, sense.since, sense.actor)).actor


class Slips:
    """Names by their first and last letters, to find those that are a slip of the pen away from a word."""

    def __init__(self, names: Iterable[str]) -> None:
        """Index these keys, without the short ones."""
        self._edges: dict[str, set[str]] = {}
        for name in names:
            if len(name) >= SHORTEST:
                self._edges.setdefault(name[:4], set()).add(name)
                self._edges.setdefault("~" + name[-4:], set()).add(name)

    def near(self, key: str) -> list[str]:
        """At most five names that differ from the key by a slip of the pen, and never in a number."""
        from rapidfuzz import fuzz, process

        pool = self._edges.get(key[:4], set()) | self._edges.get("~" + key[-4:], set())
        hits = process.extract(key, sorted(pool), scorer=fuzz.ratio, score_cutoff=_RATIO, limit=5)
        return [name for name, _, _ in hits if _digits(name) == _digits(key)]


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)
