"""Words for the counted people that were not understood, and that may make them fewer than the rest of the words say.

"150 parishioners" may count some of "200 people"; "75 CRPF jawans" some of "76 jawans". Two figures whose words differ
by such marks are not surely figures for the same people. What stands behind the people ("taken together", "who stormed
the barracks") leaves nobody out, unless it names a place, a cause or whose they were ("of the Ahmadi family").
"""

from __future__ import annotations

import re
from functools import lru_cache

from claims.people_words import key_of
from reconcile.judge.figures import population_of
from reconcile.reader import Reader
from reconcile.reading import Reading, is_known
from reconcile.words import narrows_behind, narrows_nothing

_SHORTEST = 3
"""Letters from which on a word that is not known may say something."""


def marks_of(reading: Reading, reader: Reader) -> frozenset[str]:
    """The marks of a casualty reading: unknown words, and bodies of the side whose losses are counted."""
    population = population_of(reading)
    words = reading.claim.victims or reading.claim.quantity
    telling = _telling(words, population.people.unread)
    marks = (_mark(word, population.camp, reader) for word in telling)
    return frozenset(mark for mark in marks if mark)


@lru_cache(maxsize=1 << 16)
def _telling(words: str, unread: tuple[str, ...]) -> tuple[str, ...]:
    """The unknown words that stand before the people, or say whose they were."""
    return tuple(word for word in unread if _narrows(words, word, unread))


def _narrows(words: str, word: str, unread: tuple[str, ...]) -> bool:
    found = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", words)
    if found is None or len(word) < _SHORTEST or narrows_nothing(word):
        return found is None and not narrows_nothing(word)
    before = words[: found.start()]
    unknown = {key_of(w) for w in unread}
    known = [w for w in key_of(before).split() if w not in unknown and not narrows_nothing(w) and not w.isdigit()]
    return not known or narrows_behind(before, word)


def _mark(word: str, camp: str | None, reader: Reader) -> str:
    actor = reader.registry.mention(word)
    if actor is None:
        return "" if word[:1].isdigit() else _one_form(word)
    if camp is None or not is_known(actor) or actor.id == camp or reader.camp_of(actor) != camp:
        return ""
    return actor.id


def _one_form(word: str) -> str:
    """A word without case and plural s, so that "F-16" and "F-16s" or "Razakar" and "Razakars" are one."""
    folded = word.casefold()
    return folded[:-1] if len(folded) > 3 and folded.endswith("s") else folded


def may_be_fewer(narrow: Reading, wide: Reading, reader: Reader) -> bool:
    """Whether the first figure's words have a mark that the second's lack."""
    return not marks_of(narrow, reader) <= marks_of(wide, reader)
