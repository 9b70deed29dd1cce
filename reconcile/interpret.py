"""From claims to readings: each claim by itself, then what only the others can tell about it."""

from __future__ import annotations

from collections.abc import Iterable

from claims.model import Claim
from reconcile.place_chains import spell_out_places
from reconcile.reading import Reader, Reading
from reconcile.relays import undo_relays


def interpret(claims: Iterable[Claim], reader: Reader) -> list[Reading]:
    """Read every claim, spell out places that others name in full, give relays their origin. Order is kept."""
    return undo_relays(spell_out_places([reader.read(claim) for claim in claims]), reader)
