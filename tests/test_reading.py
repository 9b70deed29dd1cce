"""A claim in comparable terms: who speaks for whom, whose losses, when, and whose statement a relay is."""

from __future__ import annotations

import pytest

from claims.actors import default_registry
from claims.policy import load_policy
from claims.quantity import Interval
from reconcile.interpret import interpret
from reconcile.reader import Reader
from reconcile.reading import Reading
from tests.tables import claims_of


def readings(table: str, policy: str = "plain", **common: str) -> dict[str, Reading]:
    read = interpret(claims_of(table, **common), Reader(default_registry(), load_policy(policy)))
    return {r.id: r for r in read}


def reading(policy: str = "plain", **columns: str) -> Reading:
    columns = {"claimant": "the mayor", **columns}
    table = " | ".join(["id", *columns]) + "\n" + " | ".join(["a", *columns.values()])
    return readings(table, policy)["a"]


def test_a_people_is_a_side() -> None:
    assert reading(victims="people", victim_side="Palestinians", quantity="3").victim == default_registry().get(
        "palestine"
    )


@pytest.mark.parametrize(
    ("claimant", "side", "victims", "relation"),
    [
        ("Pakistani military", "", "Pakistani soldiers", "own-loss"),
        ("Taliban government spokesman", "", "Pakistani soldiers", "other-side-loss"),
        ("Human Rights Watch", "", "Pakistani soldiers", "third-party"),
        ("Brigadier X", "Pakistan", "Pakistani soldiers", "own-loss"),
        ("Brigadier X", "Afghanistan (Taliban)", "Pakistani soldiers", "other-side-loss"),
        ("Pakistani military", "", "people", None),
        ("Israeli army", "", "Palestinians", "other-side-loss"),
        ("Ethiopian army", "", "Ethiopian rebels", None),
    ],
)
def test_whose_losses_a_claimant_speaks_of(claimant: str, side: str, victims: str, relation: str | None) -> None:
    columns = {"claimant": claimant, "victims": victims, "quantity": "3"} | ({"claimant_side": side} if side else {})
    assert reading(**columns).relation == relation


def test_a_victim_side_beats_the_words() -> None:
    said = reading(victims="soldiers", victim_side="Ukraine")
    assert said.victim is not None
    assert said.victim.name == "Ukraine"


def test_a_statement_about_blame_has_no_relation_and_no_count() -> None:
    said = reading(kind="responsibility", stance="accuses", accused="Russia")
    assert (said.relation, said.population, said.quantity) == (None, None, None)


@pytest.mark.parametrize("stance", ["claims", "admits", "denies"])
def test_an_empty_accused_means_ones_own_party(stance: str) -> None:
    (own,) = reading(kind="responsibility", stance=stance, claimant="Houthi spokesman").accused
    (named,) = reading(kind="responsibility", stance="accuses", accused="Houthis").accused
    assert default_registry().side(own) == default_registry().side(named)


def test_an_empty_accused_of_an_accusation_means_nobody() -> None:
    assert reading(kind="responsibility", stance="accuses").accused == ()


def test_our_forces_are_the_speakers_own() -> None:
    (own,) = reading(
        kind="responsibility", stance="denies", accused="our forces", claimant="Pakistani military"
    ).accused
    assert default_registry().side(own).name == "Pakistan"


def test_several_accused_are_several() -> None:
    accused = reading(kind="responsibility", stance="accuses", accused="Russia; Belarus").accused
    assert {a.name for a in accused} == {"Russia", "Belarus"}


def test_an_unknown_name_is_a_side_of_its_own() -> None:
    said = reading(claimant="General Vask", claimant_side="Northland")
    other = reading(claimant="Minister Ro", claimant_side="Northland")
    assert said.camp is not None
    assert said.camp == other.camp
    assert said.voice != other.voice


def test_the_spelling_of_a_name_does_not_make_another_voice() -> None:
    assert reading(claimant="The Daily Echo").voice == reading(claimant="the daily  echo").voice


@pytest.mark.parametrize(
    ("column", "words", "early"),
    [
        ("quantity", "12 so far", True),
        ("notes", "preliminary figure", True),
        ("quote", "the toll is expected to rise", True),
        ("notes", "final figure", False),
        ("published", "2025-10-11", False),
    ],
)
def test_only_words_make_a_figure_preliminary(column: str, words: str, early: bool) -> None:
    assert reading(**{column: words}).preliminary is early


@pytest.mark.parametrize(
    ("policy", "interval"), [("plain", Interval(12, 99)), ("acled", Interval(12, 12)), ("airwars", Interval(12, 24))]
)
def test_a_count_is_read_under_the_readers_policy(policy: str, interval: Interval) -> None:
    said = reading(policy, quantity="dozens")
    assert said.quantity is not None
    assert said.quantity.outer == interval


@pytest.mark.parametrize(
    ("low", "high", "best", "interval"),
    [
        ("3", "", "", Interval(3, None)),
        ("", "9", "", Interval(0, 9)),
        ("3", "9", "5", Interval(3, 9)),
        ("", "", "5", Interval(5, 5)),
    ],
)
def test_bounds_as_numbers(low: str, high: str, best: str, interval: Interval) -> None:
    columns = {k: v for k, v in (("low", low), ("high", high), ("best", best)) if v}
    said = reading(**columns)
    assert said.quantity is not None
    assert said.quantity.outer == interval


def test_words_beat_numbers_for_the_count() -> None:
    said = reading(quantity="at least 58", low="58")
    assert said.quantity is not None
    assert said.quantity.wording == "at least 58"


def test_an_uncounted_statement_describes_the_victims_as_a_whole() -> None:
    counted, uncounted = reading(victims="civilians", quantity="4"), reading(victims="civilians")
    assert counted.population is not None
    assert uncounted.population is not None
    assert not counted.population.people.whole
    assert uncounted.population.people.whole


def test_a_cumulative_claim_carries_its_window() -> None:
    said = reading(scope="cumulative", date="2024")
    assert said.is_total
    assert said.population is not None
    assert said.population.total == said.window


def test_a_relay_has_the_origin_it_repeats() -> None:
    found = readings(
        """id | claimant | source | relayed_from
           a  | Agencia Sur | Agencia Sur |
           b  | The Herald  | The Herald  | a
           c  | The Echo    | The Echo    | b
           d  | The Post    | The Post    | Agencia Sur"""
    )
    assert {r.origin for r in found.values()} == {found["a"].voice}


def test_an_outlet_that_quotes_somebody_relays_that_voice_not_the_agency() -> None:
    found = readings(
        """id | claimant  | source     | relayed_from
           a  | the mayor | The Herald | Agencia Sur"""
    )
    assert found["a"].origin == found["a"].voice


def test_a_circle_of_relays_has_one_origin() -> None:
    found = readings(
        """id | claimant | source   | relayed_from
           a  | Wire One | Wire One | b
           b  | Wire Two | Wire Two | a"""
    )
    assert len({r.origin for r in found.values()}) == 1


def test_a_claim_relayed_from_itself_does_not_hang() -> None:
    found = readings("id | claimant | source | relayed_from\na | Wire One | Wire One | a")
    assert found["a"].origin == found["a"].voice


def test_a_place_named_short_is_spelled_out_by_another_claim() -> None:
    found = readings(
        """id | claimant  | place
           a  | the mayor | Bogside, Derry
           b  | residents | Bogside"""
    )
    assert found["b"].place.localities == found["a"].place.localities
    assert found["b"].place.wording == "Bogside"


def test_names_of_people_and_things_are_clues_names_of_actors_are_not() -> None:
    said = reading(notes="Outside the Velikhanov bakery, Pakistan said")
    assert "velikhanov" in said.names
    assert "pakistan" not in said.names


def test_the_parties_are_those_who_act_and_those_who_are_hit() -> None:
    said = reading(perpetrator="Pakistan", victim_side="Afghanistan (Taliban)")
    assert len(said.parties) == 2


@pytest.mark.parametrize("nobody", ["unknown gunmen", "armed men", "the army"])
def test_a_name_for_nobody_is_no_party(nobody: str) -> None:
    assert reading(perpetrator=nobody).parties == frozenset()


def test_an_interval_written_end_first_is_read_the_other_way_round_and_said() -> None:
    from tests.tables import result_of

    result = result_of("id | quantity | date                  | claimant\nx | 5 | 2011-11-06/2011-11-05 | a monitor")
    (warning,) = result.run.warnings
    assert "'2011-11-06/2011-11-05' of x" in warning
    assert not result_of("id | quantity | date\nx | 5 | 2011-11-05/2011-11-06", claimant="a monitor").run.warnings
