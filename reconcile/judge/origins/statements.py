"""Whether two claims make one statement, or one retells the other with something changed."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from functools import cache, lru_cache

from claims.model import Kind, Measure
from claims.people import armed, civilian
from reconcile.citing import words_of
from reconcile.extent import Spread, with_extent
from reconcile.judge.figures import population_key, population_of, quantity_of
from reconcile.population import Relation
from reconcile.reader import Reader
from reconcile.reading import Reading, fold

TELLING = 4
"""Figures above this are unlikely to be equal by chance (judgement core: small equal numbers coincide)."""
FIGURE, MEASURE, PEOPLE = "the figure", "what happened to the people", "who was counted"


def statement_key(reading: Reading) -> Hashable:
    """Equal for two claims that say the same: one figure for one population, one stance, one frame."""
    claim = reading.claim
    if claim.kind is Kind.CASUALTY:
        quantity = quantity_of(reading)
        return claim.kind, population_key(population_of(reading)), quantity.outer, quantity.core
    if claim.kind is Kind.RESPONSIBILITY:
        return claim.kind, claim.stance, tuple(sorted(a.id for a in reading.accused)), fold(claim.act or "-")
    return claim.kind, fold(claim.frame or "-"), fold(claim.act or "-"), tuple(sorted(reading.parties))


def same_statement(a: Reading, b: Reading) -> bool:
    """Whether two claims say the same."""
    return statement_key(a) == statement_key(b)


def changes(copy: Reading, first: Reading, reader: Reader) -> tuple[str, ...] | None:
    """What a copy changed in the statement that it repeats: () for nothing, None where it is another statement."""
    if copy.claim.kind is not first.claim.kind:
        return None
    if copy.claim.kind is not Kind.CASUALTY:
        return () if same_statement(copy, first) or _same_stance(copy, first) else None
    found = tuple(
        name
        for name, differs in (
            (FIGURE, _other_figure(copy, first)),
            (MEASURE, population_of(copy).measure is not population_of(first).measure),
            (PEOPLE, _other_people(copy, first, reader)),
        )
        if differs
    )
    return found if not found or _retold(copy, first, reader) else None


def _same_stance(copy: Reading, first: Reading) -> bool:
    """Whether a copy that names no accused says what its origin said of itself, about the same act."""
    one, two = copy.claim, first.claim
    return one.kind is Kind.RESPONSIBILITY and not one.accused and one.stance is two.stance and one.act == two.act


def one_number(a: Reading, b: Reading) -> bool:
    """Whether two figures name one number, however hedged, that is too large to be equal by chance."""
    number = quantity_of(a).number
    return number is not None and number > TELLING and number == quantity_of(b).number


def cannot_both_hold(a: Reading, b: Reading, reader: Reader) -> bool:
    """Whether the hard readings of a statement and its retelling exclude each other."""
    p, q = population_of(a), population_of(b)
    if (armed(p.people) and civilian(q.people)) or (civilian(p.people) and armed(q.people)):
        return True
    kin, up, down = relation(a, b, reader), quantity_of(a).outer, quantity_of(b).outer
    if kin is Relation.EQUAL:
        return not up.meets(down)
    if kin is Relation.WHOLE:
        up, down = down, up
    return kin in (Relation.PART, Relation.WHOLE) and down.high is not None and up.low > down.high


def relation(a: Reading, b: Reading, reader: Reader) -> Relation:
    """How the people of one figure stand to those of another, by who, what and where."""
    return with_extent(reader.relate(population_of(a), population_of(b)), a, b)


def one_place_and_time(a: Reading, b: Reading) -> bool:
    """Whether two figures for the same people may be for one spot and one day."""
    return with_extent(Relation.EQUAL, a, b, Spread(places=True, days=True)) is not Relation.DISJOINT


def _other_figure(copy: Reading, first: Reading) -> bool:
    one, two = quantity_of(copy), quantity_of(first)
    return one.outer != two.outer or one.core != two.core


def _other_people(copy: Reading, first: Reading, reader: Reader) -> bool:
    """Whether a copy speaks of other people than its origin.

    The same ones in less detail ("44 commandos", "44 members"), or under another word for the armed, are no others.
    """
    p, q = population_of(copy), population_of(first)
    people = q.people if armed(p.people) and armed(q.people) else p.people
    if reader.relate(replace(p, measure=q.measure, people=people), q) not in (Relation.EQUAL, Relation.WHOLE):
        return True
    return bool(_qualifiers(first.claim.victims) - _qualifiers(copy.claim.victims))


def _retold(copy: Reading, first: Reading, reader: Reader) -> bool:
    """Whether a differing figure is still the same one retold: one number, or one population."""
    if one_number(copy, first):
        return True
    kin = relation(copy, first, reader)
    same_people = not _other_people(copy, first, reader)
    loosened = Measure.NEUTRALISED in (population_of(copy).measure, population_of(first).measure)
    return kin is Relation.EQUAL or (kin is Relation.OVERLAP and same_people and loosened)


@lru_cache(maxsize=65536)
def _qualifiers(victims: str) -> frozenset[str]:
    """The words that widen or loosen who was counted ("and affiliates"), by their first letters: word forms vary."""
    return frozenset(word[:6] for word in fold(victims).split() if word in _loose_words())


@cache
def _loose_words() -> frozenset[str]:
    return frozenset(map(fold, words_of("qualifiers")))
