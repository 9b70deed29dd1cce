"""Whether words tell who did something: a party, what it fires, its deed, a stand-in for it, or nobody at all."""

from __future__ import annotations

from functools import lru_cache

from claims.actors import default_registry
from claims.extract.actors import is_actor
from claims.extract.person_nouns import is_person
from claims.extract.words import Words

STANDINS = frozenset({"it", "they", "he", "she", "we", "i", "them", "him", "us"})
"""Pronouns that stand for a party named elsewhere."""
OWNERS = frozenset({"its", "their", "his", "our", "her", "my"})


@lru_cache(maxsize=1 << 14)
def kind_of(text: str, words: Words) -> str:
    """ "pronoun", "owned" ("its forces"), "group" ("the group"), "party", "weapon", "deed" or "name"; "" for none.

    A "deed" is nobody's ("the attack"); a "name" is one that the registry of actors does not know.
    """
    low = [word.strip("\"'.,()") for word in text.lower().replace("'s", " ").split()]
    if not low:
        return ""
    if len(low) == 1 and low[0] in STANDINS:
        return "pronoun"
    named = any(word[:1].isupper() for word in text.split()[1:])
    if low[0] in ("the", "this", "that") and low[-1] in _GROUPS and len(low) <= 3 and not (named or side_of(text)):
        return "group"
    if low[0] in OWNERS and (is_actor(text) or _any(words, low, ("armed", "weapons", "acts"))):
        return "owned"
    if low[-1] == "sides" and low[0] in ("all", "both"):
        return "party"
    if low[-1] in ("war", "wars", "insurgency", "conflict", "fighting", "clashes", "violence"):
        return ""
    armed = words.has("blame.armed", low[-1]) or _any(words, low[:4], ("armed",))
    whose = text.rpartition(" ")[0]
    if not armed and words.has("blame.weapons", low[-1]) and not side_of(text) and not is_actor(whose):
        return "weapon"  # "heavy artillery": whose it is, nobody says
    if is_actor(text) or armed:
        return "party"
    if _any(words, low, ("mutual",)):
        return ""
    if _any(words, low, ("weapons", "specific_acts")):
        return "weapon"
    if _any(words, low, ("acts",)):
        return "deed"
    names = [word for word in text.split() if word[:1].isupper() and word.lower() not in _ARTICLES]
    if _any(words, low, ("calendar", "counters")):
        return ""
    return "name" if any(not is_person(word) for word in names) else ""


_GROUPS = frozenset({"group", "movement", "organisation", "organization", "outfit", "faction", "network", "groups"})
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those", "there"})


def can_do(speaker: str, words: Words) -> bool:
    """Whether whoever speaks may also have done what is told: a party that fights, and nobody who only counts."""
    low = [word.strip("\"'.,()") for word in speaker.lower().replace("'s", " ").split()]
    if kind_of(speaker, words) != "party":
        return False
    low = [word for word in low if word not in ("police", "un", "nations")]
    return not _any(words, low, ("bystanders", "counters"))


def _any(words: Words, low: list[str], lists: tuple[str, ...]) -> bool:
    known = words.any_of(tuple(f"blame.{name}" for name in lists))
    return any(word in known for word in low)


def are_fighters(text: str, words: Words) -> bool:
    """Whether people are named as fighters of no state: "militants", "12 terrorists"."""
    return any(words.has("blame.fighters", word.strip('".,')) for word in text.lower().split())


@lru_cache(maxsize=1 << 14)
def side_of(text: str) -> str:
    """The id of the side of a party; empty where the registry does not know it."""
    registry = default_registry()
    actor = registry.mention(text)
    return registry.side(actor).id if actor is not None else ""
