"""From claims to readings: each claim by itself, then what only the others can tell about it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from claims.actors import Registry
from claims.model import Claim
from reconcile.crowding import count_neighbours
from reconcile.place_chains import spell_out_places
from reconcile.reader import Reader
from reconcile.reading import Reading, year_of
from reconcile.relays import undo_relays
from reconcile.telling_names import keep_telling_names


def interpret(claims: Iterable[Claim], reader: Reader) -> list[Reading]:
    """Read every claim, spell out places that others name in full, give relays their origin. Order is kept."""
    readings = [reader.read(claim) for claim in claims]
    reader.call_sides(_own_words_for_sides(readings, reader.registry))
    return undo_relays(count_neighbours(keep_telling_names(spell_out_places(readings))), reader)


def _own_words_for_sides(readings: Sequence[Reading], registry: Registry) -> dict[str, str]:
    """What the claims call each side, where they name it: the commonest words, then the first by alphabet.

    Words that name a body of the side ("the Pakistani military") are no name for the side.
    """
    called: dict[str, Counter[str]] = defaultdict(Counter)
    for reading in readings:
        year = year_of(reading)
        victims = reading.population.camp if reading.population else None
        for camp, words in ((reading.camp, reading.claim.claimant_side), (victims, reading.claim.victim_side)):
            if camp and words and _names_the_whole(words, camp, registry, year):
                called[camp][words] += 1
    return {camp: min(words, key=lambda w: (-words[w], w)) for camp, words in called.items()}


def _names_the_whole(words: str, camp: str, registry: Registry, year: int | None) -> bool:
    actor = registry.resolve(words, year)
    return actor is None or actor.id == camp
