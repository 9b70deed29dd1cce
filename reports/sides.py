"""The sides of an event and who speaks for them, for the forms that keep losses by side: always by the alphabet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claims.people_words import lexicon
from reconcile.result import ReadClaim
from reports.words import alphabetical, column, speaker

_PARTIES = ("own-loss", "other-side-loss")


def armed(statuses: Sequence[str]) -> bool:
    """Whether people of these statuses are all members of forces or armed groups."""
    return bool(statuses) and set(statuses) <= lexicon().leaves["combatant"]


def civilians(statuses: Sequence[str]) -> bool:
    """Whether people of these statuses are all civilians."""
    return bool(statuses) and set(statuses) <= lexicon().leaves["civilian"]


def status(statuses: Sequence[str]) -> str:
    """``combatant`` or ``civilian`` where people are all the one or the other; empty for any other."""
    return "combatant" if armed(statuses) else "civilian" if civilians(statuses) else ""


def belligerents(claims: Iterable[ReadClaim]) -> list[str]:
    """Who fought, as far as the claims tell: sides whose armed losses are counted, and sides that speak of them.

    The speakers are left out where they would make more than two sides: an ally speaks as a party too.
    """
    counted = [(c, c.population) for c in claims if c.population and armed(c.population.statuses)]
    losing = {people.side for _, people in counted}
    speaking = {c.camp for c, _ in counted if c.relation in _PARTIES}
    known = {side for side in losing | speaking if side}
    chosen = known if len(known) <= 2 else {side for side in losing if side}
    return sorted(chosen, key=alphabetical)


def voice(claim: ReadClaim) -> str:
    """The claimant, with its side where it speaks for one."""
    return speaker(claim) if claim.camp else column(claim, "claimant")
