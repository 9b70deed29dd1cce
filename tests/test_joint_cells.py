"""Cells realise exactly how populations stand to each other."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.actors import default_registry
from claims.model import Measure
from claims.people import read_people
from reconcile.joint.cells import Group, TooManyCells, cells_of
from reconcile.population import Population, Relation, relate

WORDS = ("people", "soldiers", "officers", "fighters", "civilians", "officials", "men", "civilian women", "policemen",
         "security forces", "foreign fighters", "civilians and soldiers", "boys", "male civilians")  # fmt: skip
MEASURES = (Measure.KILLED, Measure.INJURED, Measure.CASUALTIES, Measure.NEUTRALISED, Measure.CAPTURED)


def population(words: str, side: str = "", measure: Measure = Measure.KILLED) -> Population:
    registry = default_registry()
    actor = registry.resolve(side) if side else None
    return Population(measure, registry.side(actor) if actor else None, read_people(words), None)


def relation_by_cells(p: Population, q: Population) -> Relation:
    cells = cells_of([Group(p), Group(q)], default_registry())
    both, first, second = (any(c == mask for c in cells) for mask in (0b11, 0b01, 0b10))
    if not both:
        return Relation.DISJOINT
    if first and second:
        return Relation.OVERLAP
    return Relation.WHOLE if first else Relation.PART if second else Relation.EQUAL


populations = st.builds(
    population, st.sampled_from(WORDS), st.sampled_from(("", "Ethiopia", "Eritrea")), st.sampled_from(MEASURES)
)


@given(populations, populations)
def test_cells_and_relations_say_the_same(p: Population, q: Population) -> None:
    said = relate(p, q, default_registry())
    by_cells = relation_by_cells(p, q)
    measures = {p.measure, q.measure}
    if said is Relation.DISJOINT and Measure.CAPTURED in measures and len(measures) == 2:
        assert by_cells is not Relation.EQUAL  # a captive may be dead or injured as well: nothing is concluded
    elif Measure.NEUTRALISED in measures and len(measures) == 2:
        assert by_cells in (said, Relation.OVERLAP)
    else:
        assert by_cells is said


@given(st.lists(populations, min_size=2, max_size=5))
def test_more_groups_change_no_relation(some: list[Population]) -> None:
    registry = default_registry()
    cells = cells_of([Group(p) for p in some], registry)
    for a, b in combinations(range(len(some)), 2):
        seen = {(c >> a & 1, c >> b & 1) for c in cells} - {(0, 0)}
        alone = {(c & 1, c >> 1 & 1) for c in cells_of([Group(some[a]), Group(some[b])], registry)}
        assert seen == alone


def test_women_are_civilians_only_by_presumption() -> None:
    assert relation_by_cells(population("women"), population("civilians")) is Relation.OVERLAP
    assert relation_by_cells(population("civilian women"), population("civilians")) is Relation.PART


def test_men_women_and_children_are_everybody() -> None:
    cells = cells_of([Group(population(w)) for w in ("people", "men", "women", "children")], default_registry())
    assert cells == [0b0011, 0b0101, 0b1001]


def test_armed_losses_were_among_those_who_took_part() -> None:
    strength = population("fighters", "Eritrea", Measure.STRENGTH)
    assert relation_by_cells(population("fighters", "Eritrea"), strength) is Relation.PART
    assert relation_by_cells(population("civilians", "Eritrea"), strength) is not Relation.PART


def test_each_speakers_words_for_status_only_make_more_possible() -> None:
    registry = default_registry()
    groups = [Group(population(w), speaker=who) for w, who in (("fighters", "a"), ("civilians", "b"), ("people", "a"))]
    shared = [Group(g.population) for g in groups]
    assert set(cells_of(shared, registry)) < set(cells_of(groups, registry))


def test_unknown_words_may_narrow() -> None:
    groups = [Group(population("people")), Group(population("people"), marks=frozenset({"parishioner"}))]
    assert cells_of(groups, default_registry()) == [0b01, 0b11]


def test_too_many_overlapping_groups_are_refused() -> None:
    groups = [Group(population("people"), marks=frozenset({f"word{n}"})) for n in range(14)]
    with pytest.raises(TooManyCells):
        cells_of(groups, default_registry())
