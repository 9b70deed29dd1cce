"""What the sources tell of a pair: what one text tells apart, and how many events a text tells of there."""

from __future__ import annotations

from claims.model import Claim
from reconcile.reading import Reading


def teller(a: Reading, b: Reading) -> str:
    """One source in which one claimant gives two figures for the same people tells of two events."""
    if a.voice != b.voice:
        return ""
    one, two = a.claim, b.claim
    if one.source != two.source or one.published != two.published or not one.published:
        return ""
    if a.population is None or a.population != b.population or a.quantity is None or b.quantity is None:
        return ""
    if _one_article(one, two) and _told_apart(a, b):
        return "told_apart"
    return "" if a.quantity.outer.meets(b.quantity.outer) else "two_figures_at_once"


def _one_article(one: Claim, two: Claim) -> bool:
    """Whether two claims of one source and day stand in the same text, as far as its name tells."""
    names = [(c.document, c.url, c.title) for c in (one, two)]
    return names[0] == names[1] and any(names[0])


def _told_apart(a: Reading, b: Reading) -> bool:
    """Whether the text gives the two another place or other days."""
    return a.place != b.place or a.window != b.window


def teller_words(a: Reading, b: Reading, level: str) -> str:
    """What the level of ``teller`` says."""
    return "one claimant gives both figures for the same people in one source"


def crowd(a: Reading, b: Reading) -> str:
    """How many events a text tells of at that place and time: one among many is less likely to be meant by both."""
    most = max(a.neighbours, b.neighbours)
    return next((level for least, level in _CROWDS if most >= least), "")


_CROWDS = ((10, "ten_or_more"), (6, "six_or_more"), (4, "four_or_more"))


def crowd_words(a: Reading, b: Reading, level: str) -> str:
    """What the level of ``crowd`` says."""
    return f"one text tells of {max(a.neighbours, b.neighbours)} events there within a day"
