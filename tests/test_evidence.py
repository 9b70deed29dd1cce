"""Evidence that two claims are about one event: named levels, bits that add up, and what must weigh nothing."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given

from claims.actors import default_registry
from claims.lexicon import data
from claims.model import Claim
from claims.policy import load_policy
from reconcile.evidence import score, score_and_weight, weigh
from reconcile.interpret import interpret
from reconcile.reader import Reader
from reconcile.reading import Reading
from tests.strategies import claims
from tests.tables import claims_of

BITS = data("reconcile", "evidence.yaml")["bits"]


def read(said: list[Claim]) -> list[Reading]:
    return interpret(said, Reader(default_registry(), load_policy("plain")))


def pair(first: str, second: str, head: str, **common: str) -> tuple[Reading, Reading]:
    """Two readings that differ in the columns of ``head``."""
    common = {"claimant": "the mayor", **common}
    one, two = read(claims_of(f"id | {head}\na | {first}\nb | {second}", **common))
    return one, two


def level(one: Reading, two: Reading, facet: str) -> float | None:
    """The bits of one facet, None where it has nothing to say."""
    return {c.name: c.bits for c in weigh(one, two)}.get(facet)


@pytest.mark.parametrize(
    ("first", "second", "name"),
    [
        ("2025-10-11", "2025-10-11", "same_day"),
        ("2025-10-11", "2025-10-11/2025-10-12", "within_two_days"),
        ("2025-10-11", "2025-10-12", "one_day_apart"),
        ("2025-10-11", "2025-10-13", "two_days_apart"),
        ("2025-10-11", "2025-10-14", "three_days_apart"),
        ("2025-10-11", "2025-10-15", "further_apart"),
        ("2025-10-11", "2024-10-11", "further_apart"),
        ("2025-10-11", "2025-10", "within_month"),
        ("2025-10-11", "2025", "wider"),
        ("2025-10-11", "2025-03/..", "wider"),
    ],
)
def test_days(first: str, second: str, name: str) -> None:
    one, two = pair(first, second, "date")
    assert level(one, two, "date") == BITS["date"][name]


def test_an_undated_claim_has_nothing_to_say_about_days() -> None:
    one, two = pair("2025-10-11 | x", " | y", "date | notes")
    assert level(one, two, "date") is None


def test_closer_days_weigh_more() -> None:
    apart = ("one_day_apart", "two_days_apart", "three_days_apart", "further_apart")
    order = ("same_day", "within_two_days", "within_three_days", *apart)
    assert [BITS["date"][n] for n in order] == sorted((BITS["date"][n] for n in order), reverse=True)


@pytest.mark.parametrize(
    ("first", "second", "name"),
    [
        ("Kramatorsk, Ukraine", "Kramatorsk, Ukraine", "same"),
        ("Kunar, Afghanistan", "Paktika, Afghanistan", "other_province"),
        ("Kramatorsk, Ukraine", "Peshawar, Pakistan", "other_country"),
    ],
)
def test_places(first: str, second: str, name: str) -> None:
    one, two = pair(first, second, "place")
    assert level(one, two, "place") == BITS["place"][name]


def test_a_site_in_a_town_speaks_for_the_pair() -> None:
    bits = level(*pair("Kramatorsk, Ukraine", "Kramatorsk railway station, Ukraine", "place"), "place")
    assert bits is not None
    assert bits > 0


def test_kinds_of_event() -> None:
    assert level(*pair("airstrike", "air raid", "event_type"), "event type") == BITS["event type"]["same"]
    assert level(*pair("airstrike", "hostage taking", "event_type"), "event type") == BITS["event type"]["different"]


@pytest.mark.parametrize(
    ("first", "second"),
    [("at least 58", "23"), ("more than 200", "none"), ("1", "100000"), ("dozens", "3"), ("", "58"), ("0", "58")],
)
def test_unequal_figures_weigh_nothing(first: str, second: str) -> None:
    one, two = pair(first, second, "quantity", date="2025-10-11")
    same = pair("", "", "quantity", date="2025-10-11")
    assert level(one, two, "count") is None
    assert score(one, two) == score(*same)


@pytest.mark.parametrize(("figure", "found"), [("58", "same_figure"), ("3", "same_figure"), ("2", "same_low_figure")])
def test_an_equal_figure_weighs_for_a_pair_a_low_one_less(figure: str, found: str) -> None:
    assert level(*pair(figure, f"at least {figure}", "quantity"), "count") == BITS["count"][found]


@pytest.mark.parametrize("figure", ["0", "dozens"])
def test_nobody_and_vague_figures_say_nothing(figure: str) -> None:
    assert level(*pair(figure, figure, "quantity"), "count") is None


def test_equal_figures_of_other_measures_say_nothing() -> None:
    assert level(*pair("58 | killed", "58 | injured", "quantity | measure"), "count") is None


@pytest.mark.parametrize("stances", [("accuses", "denies"), ("claims", "denies"), ("accuses", "accuses")])
def test_opposed_stances_weigh_nothing(stances: tuple[str, str]) -> None:
    one, two = pair(
        f"{stances[0]} | Russia", f"{stances[1]} | Russia", "stance | accused", kind="responsibility", date="2022-04-08"
    )
    alike = pair("accuses | Russia", "accuses | Russia", "stance | accused", kind="responsibility", date="2022-04-08")
    assert score(one, two) == score(*alike)


def test_one_other_culprit_does_not_speak_against_a_pair() -> None:
    one, two = pair("Russia", "Ukraine", "perpetrator")
    assert (level(one, two, "parties") or 0) >= 0


def test_the_same_two_sides_weigh_more_than_one() -> None:
    both = level(
        *pair("Pakistan | Afghanistan (Taliban)", "Afghanistan (Taliban) | Pakistan", "perpetrator | victim_side"),
        "parties",
    )
    dated = level(*pair("Pakistan | TTP", "Pakistan | TTP", "perpetrator | victim_side", date="2025-10-09"), "parties")
    one = level(*pair("Pakistan", "Pakistan", "perpetrator"), "parties")
    assert both == BITS["parties"]["same_two_at_war"]
    assert dated == BITS["parties"]["same_two"]
    assert one == BITS["parties"]["same_one"]
    assert BITS["parties"]["same_two"] > BITS["parties"]["same_one"]


def test_a_running_total_is_not_one_event() -> None:
    one, two = pair("event | 2025-10-11", "cumulative | 2025", "scope | date")
    assert level(one, two, "scope") == BITS["scope"]["one_total_one_event"]


@pytest.mark.parametrize(("date", "name"), [("2025", "same_totals"), ("2024", "other_totals")])
def test_totals(date: str, name: str) -> None:
    one, two = pair("2025", date, "date", scope="cumulative")
    assert level(one, two, "scope") == BITS["scope"][name]


def test_a_shared_rare_name() -> None:
    one, two = pair("near the Velikhanov bakery", "shells hit the Velikhanov bakery", "notes")
    assert level(one, two, "names") == BITS["names"]["one"]


def test_quotes_side_by_side_in_one_document() -> None:
    head = "document | quote_start | quote_end"
    assert level(*pair("d1 | 100 | 120", "d1 | 110 | 130", head), "text") == BITS["text"]["overlapping"]
    assert level(*pair("d1 | 100 | 120", "d1 | 150 | 160", head), "text") == BITS["text"]["side_by_side"]
    assert level(*pair("d1 | 100 | 120", "d1 | 9000 | 9010", head), "text") is None
    assert level(*pair("d1 | 100 | 120", "d2 | 110 | 130", head), "text") is None


def test_every_clue_is_said_in_words() -> None:
    one, two = pair(
        "2025-10-11 | Kunar, Afghanistan | clash",
        "2025-10-11 | Kunar, Afghanistan | clash",
        "date | place | event_type",
    )
    for clue in weigh(one, two):
        assert clue.name
        assert clue.observed


@given(claims(min_size=2, max_size=5))
def test_bits_are_symmetric(said: list[Claim]) -> None:
    for one, two in combinations(read(said), 2):
        assert weigh(one, two) == weigh(two, one)
        assert score_and_weight(one, two) == score_and_weight(two, one)


@given(claims(min_size=2, max_size=5))
def test_the_clues_sum_to_the_score(said: list[Claim]) -> None:
    for one, two in combinations(read(said), 2):
        clues = weigh(one, two)
        assert clues[0].name == "prior"
        assert sum(c.bits for c in clues) == pytest.approx(score(one, two))
        assert sum(abs(c.bits) for c in clues[1:]) == pytest.approx(score_and_weight(one, two)[1])
        assert len({c.name for c in clues}) == len(clues)
