"""Figures of one event: whom they count, in which order they were said, how far they moved, and how they are worded."""

from __future__ import annotations

from collections.abc import Hashable

from claims.dates import MINUTES_A_DAY
from claims.people import read_people
from claims.quantity import Interval, Quantity
from reconcile.population import Population
from reconcile.reading import Reading
from reconcile.words import measure_words, takes_of

HALF_A_DAY = 720
"""Minutes: two statements closer than this were made in one breath (tau of the judgement core)."""


def population_key(population: Population) -> Hashable:
    """Equal for two populations that hold the same people, over the same total where they are totals."""
    people = population.people
    return population.measure, population.camp, people.boxes, people.materiel, population.total


def later(a: Reading, b: Reading) -> bool | None:
    """Whether b was said at least half a day after a, on any reading of the two dates; None when undated."""
    if a.id == b.id:
        return False
    if a.said is None or b.said is None:
        return None
    return b.said[0] - a.said[0] >= HALF_A_DAY and b.said[0] > a.said[1]


def order_unknown(a: Reading, b: Reading) -> bool:
    """Whether it cannot be told which of the two came later."""
    return not later(a, b) and not later(b, a)


def in_one_breath(a: Reading, b: Reading) -> bool:
    """Whether one source carries both on one day (two outlets may hold an update in between), or neither is dated."""
    if a.id == b.id:
        return True
    if a.said is None and b.said is None:
        return True
    if a.said is None or b.said is None or a.claim.source != b.claim.source:
        return False
    return order_unknown(a, b) and all(last - first <= MINUTES_A_DAY for first, last in (a.said, b.said))


def quantity_of(reading: Reading) -> Quantity:
    """The count of a casualty reading."""
    assert reading.quantity is not None
    return reading.quantity


def population_of(reading: Reading) -> Population:
    """The population of a casualty reading."""
    assert reading.population is not None
    return reading.population


def moved(a: Quantity, b: Quantity) -> bool:
    """Whether the second statement says something that the first one's fair reading excludes."""
    return not a.outer.meets(b.outer) or not a.core.meets(b.core)


def worded(quantity: Quantity) -> str:
    """A count as a sentence can hold it."""
    if quantity.form == "uncounted" or not quantity.wording:
        return "an uncounted number of"
    return quantity.wording


def span(interval: Interval) -> str:
    """An interval in words: ``23``, ``at least 58``, ``12 to 99``."""
    if interval.high is None:
        return f"at least {interval.low}"
    return str(interval.low) if interval.low == interval.high else f"{interval.low} to {interval.high}"


def counted(reading: Reading) -> str:
    """What a casualty claim says, such as ``at least 58 Pakistani soldiers killed``."""
    people = reading.claim.victims or "people"
    quantity = quantity_of(reading)
    words, remark = _without_remark(worded(quantity))
    if quantity.form.startswith("none"):
        happened = measure_words(population_of(reading).measure.value)
        return f"no {people} {'reported ' if quantity.form == 'none reported' else ''}{happened}"
    if people.casefold() in words.casefold():
        people = ""
    elif takes_of(words):
        people = f"of {people}"
    happened = measure_words(population_of(reading).measure.value)
    return " ".join(part for part in (words, people, happened) if part) + remark


def _without_remark(words: str) -> tuple[str, str]:
    """A count without the remark on a part of it, and the remark: ``145`` and ``, including 132 children``."""
    if not read_people(words).including:
        return words, ""
    at = min((n for n in (words.find(","), words.find("(")) if n > 0), default=len(words))
    head = words[:at].rstrip()
    return head, words[len(head) :]
