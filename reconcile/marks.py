"""Words for the counted people that were not understood, and that may make them fewer than the rest of the words say.

"150 parishioners" may count some of "200 people"; "75 CRPF jawans" some of "76 jawans". Two figures whose words differ
by such marks are not surely figures for the same people.
"""

from __future__ import annotations

from reconcile.judge.figures import population_of
from reconcile.reader import Reader
from reconcile.reading import Reading, is_known
from reconcile.words import narrows_nothing

_SHORTEST = 3
"""Letters from which on a word that is not known may say something."""


def marks_of(reading: Reading, reader: Reader) -> frozenset[str]:
    """The marks of a casualty reading: unknown words, and bodies of the side whose losses are counted."""
    population = population_of(reading)
    marks = (_mark(word, population.camp, reader) for word in population.people.unread)
    return frozenset(mark for mark in marks if mark)


def _mark(word: str, camp: str | None, reader: Reader) -> str:
    if narrows_nothing(word) or len(word) < _SHORTEST:
        return ""
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
