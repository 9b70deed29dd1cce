"""Whether fighters told of without a name are the speaker's own: "the mujahideen" in the words of their group."""

from __future__ import annotations

from claims.actors import default_registry
from claims.extract.parties_told import are_fighters, side_of
from claims.extract.words import Words


def are_own_men(who: str, teller: str, words: Words) -> bool:
    """Whether who acts is a plain word for fighters, and who tells it speaks for an armed group or for fighters."""
    low = [word.strip('".,') for word in who.lower().split()]
    plain = are_fighters(who, words) or any(words.has("blame.praised", word) for word in low)
    if not plain or not teller or (side_of(who) and side_of(who) != side_of(teller)):
        return False
    return speaks_for_fighters(teller, words)


def speaks_for_fighters(teller: str, words: Words) -> bool:
    """Whether words name an armed group, its spokesman, or fighters."""
    if are_fighters(teller, words):
        return True
    actor = default_registry().mention(teller)
    return actor is not None and actor.has_bodies and not actor.governs
