"""Whether a party can have harmed certain people: nobody is said to have harmed their own."""

from __future__ import annotations

from claims.extract.parties_told import are_fighters, side_of
from claims.extract.words import Words
from claims.people import armed, read_people


def can_harm(party: str, victims: str, side: str, teller: str, words: Words) -> bool:
    """Whether a party may have caused the loss of victims of a side ("" where nobody says), as somebody tells it.

    Fighters do not harm fighters of their own kind, forces of a state not theirs; a party that counts its losses does
    not count what it did itself, unless it speaks of the enemy.
    """
    if _are_of_one_camp(party, victims, words):
        return False
    if teller and side_of(teller) and side_of(teller) == side_of(party) and not _bear_arms(victims, words):
        return False
    return not _same(party, victims) and not (side and _same(party, side))


def _are_of_one_camp(party: str, victims: str, words: Words) -> bool:
    """Whether both are fighters of no state, or both are forces and no two sides are named."""
    if are_fighters(victims, words):
        return are_fighters(party, words)
    if not (_are_forces(victims, words) and _are_forces(party, words)):
        return False
    one, other = side_of(party), side_of(victims)
    return not (one and other and one != other)


def _bear_arms(victims: str, words: Words) -> bool:
    """Whether people are such as a force says it has killed: fighters, soldiers, "the enemy", "the invaders"."""
    return any(words.has("blame.armed", word) for word in _heads(victims)) or armed(read_people(victims))


def _are_forces(text: str, words: Words) -> bool:
    return not are_fighters(text, words) and any(words.has("blame.forces", word) for word in _heads(text))


def _same(one: str, other: str) -> bool:
    """Whether two wordings may mean one party: of one side, or with the same word for people."""
    a, b = side_of(one), side_of(other)
    if a and b:
        return a == b
    return bool(_heads(one) & _heads(other))


def _heads(text: str) -> set[str]:
    return {word.strip('".,()') for word in text.lower().replace("'s", "").split()} - _SMALL


_SMALL = frozenset(
    {"the", "a", "an", "of", "and", "its", "their", "his", "our", "other", "two", "three", "armed", "local"}
)
