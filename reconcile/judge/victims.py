"""Who a figure says the victims were: armed or civilians, some of them or all."""

from __future__ import annotations

from claims.people import EVERYONE, armed, civilian
from claims.people_words import lexicon
from reconcile.judge.figures import population_of, quantity_of
from reconcile.reading import Reading

_OFTEN_CHANCE = 4
"""Equal figures up to this one are often equal by chance."""


def of_somebody(reading: Reading) -> bool:
    """Whether the claim, fairly read, says that there were victims: "up to 400" does, "none reported" does not."""
    return quantity_of(reading).core.low > 0


def as_armed(reading: Reading) -> bool:
    """Whether all the counted people are called combatants, or members of forces or armed groups."""
    return armed(population_of(reading).people)


def as_civilians(reading: Reading) -> bool:
    """Whether all the counted people are called civilians, or the victims as a whole mostly women, children or such."""
    people = population_of(reading).people
    if civilian(people):
        return True
    return people.whole and bool(people.mostly) and people.mostly <= (EVERYONE - {"man"}) | lexicon().leaves["civilian"]


def of_all(reading: Reading) -> bool:
    """Whether the claim describes the victims as a whole."""
    return population_of(reading).people.whole


def same_figure(one: Reading, two: Reading) -> bool:
    """Whether both give one number that is seldom met by chance."""
    a, b = quantity_of(one).number, quantity_of(two).number
    return a is not None and a == b and a > _OFTEN_CHANCE
