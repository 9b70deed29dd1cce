"""The sides of an event, for the forms that keep losses by side: in alphabetical order, whoever is meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claims.people_words import lexicon
from reconcile.result import ReadClaim

_PARTIES = ("own-loss", "other-side-loss")


def armed(statuses: Sequence[str]) -> bool:
    """Whether people of these statuses are all members of forces or armed groups."""
    return bool(statuses) and set(statuses) <= lexicon().leaves["combatant"]


def civilians(statuses: Sequence[str]) -> bool:
    """Whether people of these statuses are all civilians."""
    return bool(statuses) and set(statuses) <= lexicon().leaves["civilian"]


def belligerents(claims: Iterable[ReadClaim]) -> list[str]:
    """Who fought, as far as the claims tell: sides whose armed losses are counted, and sides that speak as parties.

    The speakers are left out where they would make more than two sides: an ally speaks as a party too.
    """
    counted = [c for c in claims if c.population is not None]
    losing = {c.population.side for c in counted if c.population and armed(c.population.statuses)}
    speaking = {c.camp for c in counted if c.relation in _PARTIES}
    known = {side for side in losing | speaking if side}
    chosen = known if len(known) <= 2 else {side for side in losing if side}
    return sorted(chosen, key=lambda side: (side.casefold(), side))
