"""What happens to a statement on its way: drift, lost attribution, circles."""

from __future__ import annotations

import pytest

from reconcile.decisions import Decision, Ruling
from reconcile.engine import reconcile
from reconcile.result import About, Verdict
from tests.tables import claims_of, disagreements, of_rule, one_event, the

HEAD = "id | measure | quantity | victims | claimant | source | relayed_from | quote"


def test_around_200_becomes_more_than_200_becomes_200_killed() -> None:
    result = one_event(
        f"""{HEAD}
        a | neutralised | around 200    | Taliban and affiliated fighters | Pakistani military | AP         |   |
        b | neutralised | more than 200 | Taliban fighters                | The Herald         | The Herald | a |
        c | killed      | 200           | Taliban fighters                | The Planet         | The Planet | b |
        d | killed      | 200           | Taliban fighters                | The Moon           | The Moon   | c | """
    )
    found = the(result, "sourcing-drift")
    assert (found.verdict, found.about, found.claims) == (Verdict.REPETITION, About.SOURCING, ["a", "b", "c"])
    assert found.echoes == {"c": ["d"]}
    for words in ("around 200", "more than 200", "200 Taliban fighters killed"):
        assert words in found.explanation
    assert "the figure, who was counted and what happened to the people changed" in found.explanation
    assert disagreements(result) == []


def test_a_drift_whose_ends_exclude_each_other_is_a_tension() -> None:
    result = one_event(
        f"""{HEAD}
        a | killed | about 200 | fighters | the governor | AP         |   |
        b | killed | 300       | fighters | The Herald   | The Herald | a | """
    )
    found = the(result, "sourcing-drift")
    assert (found.verdict, found.gap) == (Verdict.TENSION, 60)
    assert "cannot both hold" in found.explanation


def test_a_person_who_looked_at_a_drift_can_set_it_aside() -> None:
    said = claims_of(
        f"""{HEAD}
        a | killed | about 200 | fighters | the governor | AP         |   |
        b | killed | 300       | fighters | The Herald   | The Herald | a | """,
        event="one",
    )
    decided = Decision(decision=Ruling.NOT_A_CONTRADICTION, claims=["a", "b"], why="an update")
    result = reconcile(said, [decided])
    assert of_rule(result, "sourcing-drift") == []
    assert "1 finding was set aside by a person's decision" in result.run.warnings


@pytest.mark.parametrize(
    ("said", "retold", "changed"),
    [
        ("neutralised | 40 | fighters", "killed | 40 | fighters", "what happened to the people"),
        ("casualties | 40 | people", "killed | 40 | people", "what happened to the people"),
        ("killed | 40 | suspected militants", "killed | 40 | militants", "who was counted"),
        ("killed | 40 | people", "killed | 40 | militants", "who was counted"),
        ("killed | at least 40 | people", "killed | 40 | people", "the figure"),
    ],
)
def test_each_kind_of_drift_is_named(said: str, retold: str, changed: str) -> None:
    result = one_event(f"{HEAD}\na | {said} | a resident | AP | |\nb | {retold} | The Herald | The Herald | a |")
    found = the(result, "sourcing-drift")
    assert found.explanation.endswith(f"On the way {changed} changed.")
    assert found.verdict is Verdict.REPETITION


def test_civilians_who_become_militants_on_the_way_strain_the_statement() -> None:
    result = one_event(
        f"""{HEAD}
        a | killed | 40 | civilians | a resident | AP         |   |
        b | killed | 40 | militants | The Herald | The Herald | a | """
    )
    assert the(result, "sourcing-drift").verdict is Verdict.TENSION
    assert of_rule(result, "status-disputed") == []


@pytest.mark.parametrize(
    ("said", "retold"),
    [
        ("40 | police commandos", "forty | members of the special force"),
        ("40 | soldiers", "40 | troops"),
        ("40 | people", "12 | children"),
    ],
)
def test_other_words_for_the_same_or_another_statement_are_no_drift(said: str, retold: str) -> None:
    result = one_event(
        f"{HEAD}\na | killed | {said} | a resident | AP | |\nb | killed | {retold} | The Herald | The Herald | a |"
    )
    assert of_rule(result, "sourcing-drift") == []


def test_an_outlet_states_as_fact_what_one_side_said() -> None:
    result = one_event(
        f"""{HEAD}
        a | killed | around 58 | Pakistani soldiers | Taliban government spokesman | Tolo News  | |
        b | killed | 58        | Pakistani soldiers | The Herald                   | The Herald | | 58 soldiers killed
        c | killed | around 58 | Pakistani soldiers | The Planet                   | The Planet | | """
    )
    found = the(result, "sourcing-attribution-lost")
    assert (found.verdict, found.about, found.claims) == (Verdict.REPETITION, About.SOURCING, ["a", "b"])
    assert found.echoes == {"b": ["c"]}
    assert of_rule(result, "count-corroborated") == []


@pytest.mark.parametrize(
    "rows",
    [
        "b | killed | 58 | Pakistani soldiers | The Herald | The Herald | a | ",
        "b | killed | 58 | Pakistani soldiers | The Herald | The Herald | | 58 soldiers died, the Taliban said",
        "b | killed | 58 | Pakistani soldiers | The Herald | The Herald/AFP | | ",
        "b | killed | up to 58 | Pakistani soldiers | The Herald | The Herald | | ",
        "b | killed | 59 | Pakistani soldiers | The Herald | The Herald | | ",
        "b | killed | 58 | Pakistani soldiers | Human Rights Watch | Human Rights Watch | | ",
        "b | killed | 58 | Pakistani soldiers | The Herald | The Herald | |\n"
        "c | killed | 58 | Pakistani soldiers | hospital doctors | AP | |",
    ],
    ids=["a relay", "a quote", "a byline", "weaker", "another figure", "a counter", "another source"],
)
def test_an_attribution_that_is_kept_or_not_needed(rows: str) -> None:
    first = "a | killed | at least 58 | Pakistani soldiers | Taliban government spokesman | Tolo News | |"
    assert of_rule(one_event(f"{HEAD}\n{first}\n{rows}"), "sourcing-attribution-lost") == []


def test_a_third_partys_figure_is_nobodys_side_to_attribute() -> None:
    result = one_event(
        f"""{HEAD}
        a | killed | 58 | soldiers | hospital doctors | AP         | |
        b | killed | 58 | soldiers | The Herald       | The Herald | | """
    )
    assert of_rule(result, "sourcing-attribution-lost") == []


def test_neutralised_stated_as_killed_in_an_outlets_own_name() -> None:
    result = one_event(
        f"""{HEAD}
        a | neutralised | more than 200 | Taliban fighters | Pakistani military | AP         | |
        b | killed      | 200           | Taliban fighters | The Herald         | The Herald | | """
    )
    assert the(result, "sourcing-attribution-lost").claims == ["a", "b"]


@pytest.mark.parametrize(("to_b", "to_a"), [("b", "a"), ("The Planet", "The Herald"), ("The Planet; BBC", "a")])
def test_two_that_take_it_from_each_other_are_a_circle(to_b: str, to_a: str) -> None:
    result = one_event(
        f"""{HEAD}
        a | killed | 400 | people | The Herald | The Herald | {to_b} |
        b | killed | 400 | people | The Planet | The Planet | {to_a} | """
    )
    found = the(result, "sourcing-circular")
    assert (found.verdict, found.about, found.claims) == (Verdict.REPETITION, About.SOURCING, ["a", "b"])
    assert of_rule(result, "count-corroborated") == []


def test_an_outlet_goes_back_to_a_tracker_that_counts_it() -> None:
    result = one_event(
        f"""{HEAD}
        a | killed | 400 | people | Airwars    | Airwars    | BBC; The Herald |
        b | killed | 400 | people | The Herald | The Herald | Airwars         | """
    )
    assert the(result, "sourcing-circular").claims == ["a", "b"]


def test_a_longer_circle_is_one_finding_and_a_chain_is_none() -> None:
    circle = one_event(
        f"""{HEAD}
        a | killed | 400 | people | The Herald | The Herald | c |
        b | killed | 400 | people | The Planet | The Planet | a |
        c | killed | 400 | people | The Moon   | The Moon   | b |
        d | killed | 400 | people | The Star   | The Star   | b | """
    )
    assert sorted(the(circle, "sourcing-circular").claims) == ["a", "b", "c"]
    chain = one_event(
        f"""{HEAD}
        a | killed | 400 | people | The Herald | The Herald |   |
        b | killed | 400 | people | The Planet | The Planet | a |
        c | killed | 400 | people | The Moon   | The Moon   | b | """
    )
    assert of_rule(chain, "sourcing-circular") == []


def test_an_agency_that_carries_its_own_words_is_no_circle() -> None:
    result = one_event(
        f"""{HEAD}
        a | killed | 23 | people | Agencia Sur | Agencia Sur | Agencia Sur |
        b | killed | 23 | people | Agencia Sur | Agencia Sur | Agencia Sur | """
    )
    assert of_rule(result, "sourcing-circular") == []
