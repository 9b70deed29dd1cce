"""Counts inside a claim's own words, and words that may narrow whom a figure counts."""

from __future__ import annotations

import pytest

from claims.actors import default_registry
from claims.policy import load_policy
from reconcile.interpret import interpret
from reconcile.judge.figures import population_of, quantity_of
from reconcile.marks import marks_of
from reconcile.parts import parts_of
from reconcile.reader import Reader
from reconcile.reading import Reading
from reconcile.result import Verdict
from tests.tables import between, claims_of, one_event


def read(quantity: str, victims: str, **more: str) -> tuple[Reading, Reader]:
    reader = Reader(default_registry(), load_policy("plain"))
    said = claims_of("id | claimant\nx | a hospital", quantity=quantity, victims=victims, **more)
    return interpret(said, reader)[0], reader


@pytest.mark.parametrize(
    ("quantity", "victims", "expected"),
    [
        ("145, including 132 children", "people", [("132", 132, {"boy", "girl"})]),
        ("145", "people, 132 of them children", [("132", 132, {"boy", "girl"})]),
        ("31", "people, 12 of them women and 9 children", [("12", 12, {"woman"}), ("9", 9, {"boy", "girl"})]),
        ("17", "personnes, dont 5 enfants", [("5", 5, {"boy", "girl"})]),
        ("20", "people, among them at least 8 children", [("at least 8", 8, {"boy", "girl"})]),
        ("30", "people, mostly women and children", []),
        ("30", "people, including women and children", []),
        ("30", "people; every one of them a civilian", []),
        ("30", "children, 12 of them people", []),
    ],
)
def test_counts_inside_a_claim(quantity: str, victims: str, expected: list[tuple[str, int, set[str]]]) -> None:
    reading, reader = read(quantity, victims)
    found = parts_of(reading, reader)
    assert [
        (quantity_of(p).wording, quantity_of(p).outer.low, set(population_of(p).people.demography)) for p in found
    ] == expected
    assert [(p.id, p.part) for p in found] == [("x", n) for n in range(1, len(found) + 1)]


def test_officers_among_soldiers_keep_the_side_and_the_measure() -> None:
    reading, reader = read("9", "Kenyan soldiers, including 2 officers", measure="injured")
    (part,) = parts_of(reading, reader)
    assert population_of(part).side == population_of(reading).side
    assert population_of(part).measure.value == "injured"
    assert population_of(part).people.statuses == {"officer"}


@pytest.mark.parametrize(
    ("victims", "marks"),
    [
        ("parishioners", {"parishioner"}),
        ("people in all", set()),
        ("soldiers of both sides", set()),
        ("Pakistani soldiers", set()),
        ("CRPF jawans", {"india/paramilitary"}),
        ("Pakistani F-16s", set()),
        ("civilians in the bread queue", {"bread", "queue"}),
    ],
)
def test_words_that_may_narrow(victims: str, marks: set[str]) -> None:
    side = {"victim_side": "India"} if "CRPF" in victims else {}
    reading, reader = read("5", victims, **side)
    assert marks_of(reading, reader) == marks


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        ("200 | people", "150 | parishioners", Verdict.TENSION),
        ("150 | people", "200 | parishioners", Verdict.CONTRADICTION),
        ("200 | parishioners", "150 | parishioners", Verdict.CONTRADICTION),
    ],
    ids=["the narrower is smaller", "the narrower is larger", "the same words"],
)
def test_dengelat_a_word_that_is_not_known_may_count_fewer(first: str, second: str, verdict: Verdict) -> None:
    result = one_event(f"id | quantity | victims | claimant\na | {first} | a hospital\nb | {second} | a deacon")
    assert {f.verdict for f in between(result, "a", "b")} == {verdict}


def test_80_women_and_70_civilians_clash_only_if_all_the_women_were_civilians() -> None:
    result = one_event(
        """id | quantity | victims   | claimant
           a  | 80       | women     | Kosevo hospital
           b  | 70       | civilians | UNPROFOR"""
    )
    assert {f.verdict for f in between(result, "a", "b")} == {Verdict.TENSION}


@pytest.mark.parametrize(
    ("quantity", "low", "whole"),
    [("132 of the 145", 132, "145"), ("12 out of 40 dead", 12, "40"), ("145 of the 132", None, ""), ("58", 58, "")],
)
def test_a_count_of_a_named_whole(quantity: str, low: int | None, whole: str) -> None:
    from claims.quantity import QuantityError, read_quantity, whole_of

    assert whole_of(quantity) == whole
    if low is None:
        with pytest.raises(QuantityError):
            read_quantity(quantity)
    else:
        assert read_quantity(quantity).outer.low == low


def test_peshawar_132_of_the_145_against_150_of_141() -> None:
    result = one_event(
        """id | quantity       | victims                      | claimant
           a  | 132 of the 145 | children                     | one outlet
           b  | 141            | people, 150 of them children | another outlet"""
    )
    said = {f.explanation.split(". ")[0] for f in between(result, "a", "b")}
    assert "one outlet said 145 people killed; another outlet said 141 people, 150 of them children killed" in said
