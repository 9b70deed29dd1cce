"""From claims to readings: each claim by itself, then what only the others can tell about it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from claims.model import Claim
from reconcile.crowding import count_neighbours
from reconcile.place_chains import spell_out_places
from reconcile.reader import Reader
from reconcile.reading import Reading
from reconcile.relays import undo_relays
from reconcile.telling_names import keep_telling_names


def interpret(claims: Iterable[Claim], reader: Reader) -> list[Reading]:
    """Read every claim, spell out places that others name in full, give relays their origin. Order is kept."""
    readings = [reader.read(claim) for claim in claims]
    reader.call_sides(_own_words_for_sides(readings))
    return undo_relays(count_neighbours(keep_telling_names(spell_out_places(readings))), reader)


def _own_words_for_sides(readings: Sequence[Reading]) -> dict[str, str]:
    """What the claims call each side, where they name it: the commonest words, then the first by alphabet."""
    called: dict[str, Counter[str]] = defaultdict(Counter)
    for reading in readings:
        if reading.camp and reading.claim.claimant_side:
            called[reading.camp][reading.claim.claimant_side] += 1
        if reading.population and reading.population.camp and reading.claim.victim_side:
            called[reading.population.camp][reading.claim.victim_side] += 1
    return {camp: min(words, key=lambda w: (-words[w], w)) for camp, words in called.items()}
