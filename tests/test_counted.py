"""Who counted whose losses: the roles in which claimants speak, and what a population's statements allow."""

from __future__ import annotations

import pytest
from tables import claims_of, one_event

from claims.actors import default_registry
from claims.policy import load_policy
from reconcile.counted import counted_in
from reconcile.engine import reconcile
from reconcile.estimate.comparable import Role
from reconcile.interpret import interpret
from reconcile.judge.case import Case
from reconcile.reader import Reader
from reconcile.result import Range, Result


def roles(text: str, **common: str) -> dict[str, Role]:
    """The role of each figure of one event, by claim."""
    reader = Reader(default_registry(), load_policy("plain"))
    readings = interpret(claims_of(text, **common), reader)
    people = counted_in(Case("e", readings, reader))
    return {s.id: s.role for each in people for s in each.counted.statements}


SOLDIERS = """
id | claimant                   | claimant_side | quantity
1  | Ukrainian defence ministry |               | 23
2  | Russian defence ministry   |               | at least 58
3  | OHCHR                      |               | 30
4  | a deputy mayor             |               | 31
5  | Northern Militia           | Northland     | 80
"""


def test_soldiers_are_counted_by_their_side_by_others_and_by_third_parties() -> None:
    assert roles(SOLDIERS, victims="soldiers", victim_side="Ukraine") == {
        "1": Role.OWN, "2": Role.OTHER_SIDE, "3": Role.INDEPENDENT, "4": Role.UNATTRIBUTED, "5": Role.OTHER_SIDE,
    }  # fmt: skip


def test_civilians_are_counted_by_who_did_it_by_their_side_and_by_third_parties() -> None:
    found = roles(SOLDIERS, victims="civilians", victim_side="Ukraine", perpetrator="Russia")
    assert found == {
        "1": Role.VICTIM_SIDE, "2": Role.PERPETRATOR, "3": Role.INDEPENDENT, "4": Role.UNATTRIBUTED,
        "5": Role.OTHER_SIDE,
    }  # fmt: skip


def test_people_of_no_known_side_are_spoken_for_by_whoever_names_another_as_perpetrator() -> None:
    found = roles(SOLDIERS, victims="people", perpetrator="Russia")
    assert found["2"] is Role.PERPETRATOR
    assert found["1"] is found["5"] is Role.VICTIM_SIDE


def test_where_sides_blame_each_other_the_dead_of_no_named_side_are_nobodys_own() -> None:
    found = roles(
        """
        id | claimant                   | quantity | perpetrator
        1  | Russian defence ministry   | 40       | Ukraine
        2  | Ukrainian defence ministry | 53       | Russia
        """,
        victims="people",
    )
    assert found == {"1": Role.UNATTRIBUTED, "2": Role.UNATTRIBUTED}


def test_a_perpetrator_that_others_name_counts_where_the_claim_is_silent() -> None:
    found = roles(
        """
        id | kind           | claimant                   | quantity | victims   | stance  | accused
        1  | casualty       | Russian defence ministry   | 5        | civilians |         |
        2  | responsibility | Ukrainian defence ministry |          |           | accuses | Russia
        """,
        victim_side="Ukraine",
    )
    assert found == {"1": Role.PERPETRATOR}


def test_where_everybody_is_named_the_civilians_own_side_speaks_for_them() -> None:
    found = roles(
        """
        id | claimant                   | quantity | perpetrator
        1  | Russian defence ministry   | 5        | Ukraine
        2  | Ukrainian defence ministry | 30       | Russia
        3  | Ukrainian president        | 31       |
        """,
        victims="civilians", victim_side="Ukraine",
    )  # fmt: skip
    assert found == {"1": Role.OTHER_SIDE, "2": Role.VICTIM_SIDE, "3": Role.VICTIM_SIDE}


def test_to_have_killed_fighters_of_no_named_side_is_no_concession() -> None:
    text = "id | claimant | quantity | victims | perpetrator\n1 | Malian army | 203 | armed fighters | Mali"
    assert roles(text) == {"1": Role.OTHER_SIDE}


def test_an_outlet_that_states_one_sides_figure_as_fact_counts_nothing_of_its_own() -> None:
    found = roles(
        """
        id | claimant                 | quantity     | source      | published
        1  | Russian defence ministry | more than 58 | TASS        | 2022-05-01
        2  | Morning Post             | 58           | Morning Post | 2022-05-02
        3  | Evening Post             | 60           | Evening Post | 2022-05-02
        """,
        victims="soldiers", victim_side="Ukraine",
    )  # fmt: skip
    assert found == {"1": Role.OTHER_SIDE, "2": Role.UNATTRIBUTED, "3": Role.INDEPENDENT}


def test_a_copy_counts_nothing_and_a_relay_speaks_for_its_origin() -> None:
    reader = Reader(default_registry(), load_policy("plain"))
    said = claims_of(
        """
        id | claimant                 | quantity    | source    | relayed_from | published
        1  | Russian defence ministry | at least 58 | TASS      |              | 2022-05-01
        2  | Daily Post               | at least 58 | Daily Post | 1           | 2022-05-02
        """,
        victims="soldiers", victim_side="Ukraine",
    )  # fmt: skip
    (people,) = counted_in(Case("e", interpret(said, reader), reader))
    assert [(v.voice, v.said) for v in people.votes] == [("russia/defence-ministry", 58)]


# What all this says about a population


def the_range(result: Result) -> Range:
    (event,) = result.events
    (found,) = event.estimates
    return found


def of_soldiers(rows: str) -> Range:
    return the_range(one_event(f"id | claimant | quantity\n{rows}", victims="soldiers", victim_side="Ukraine"))


def test_what_every_independent_origin_allows() -> None:
    found = of_soldiers("1 | Ukrainian army | 23\n2 | OHCHR | at least 30\n3 | MSF | up to 45\n4 | Russian army | 90")
    assert (found.low, found.high) == (0, None)
    assert (found.allowed_low, found.allowed_high, found.parting) == (30, 45, [])
    assert (found.conceded_low, found.conceded_high) == (23, 23)


def test_a_count_inside_a_claim_is_in_the_range_of_its_own_people() -> None:
    result = one_event(
        """
        id | claimant             | victims  | quantity
        1  | Gaza health ministry | people   | 145, of whom 132 children
        2  | Israeli army         | people   | 141, including 20 children
        3  | UNICEF               | children | 60
        """
    )
    (event,) = result.events
    found = {e.population: (e.low, e.high, e.claims) for e in event.estimates}
    assert found == {"people": (141, 145, ["1", "2"]), "children": (20, 132, ["1", "2", "3"])}


def test_independent_origins_that_part_are_named() -> None:
    found = of_soldiers("1 | OHCHR | 30\n2 | MSF | 45\n3 | ICRC | 30 to 50")
    assert (found.allowed_low, found.allowed_high) == (None, None)
    assert found.parting == ["MSF", "OHCHR"]


def test_without_independent_origins_nothing_is_allowed_by_all() -> None:
    found = of_soldiers("1 | Ukrainian army | 23\n2 | Russian army | 90")
    assert (found.allowed_low, found.allowed_high, found.parting) == (None, None, [])


def test_each_side_concedes_what_it_says_against_its_own_interest() -> None:
    result = one_event(
        "id | claimant | quantity\n1 | Russian army | 5\n2 | Ukrainian army | 30",
        victims="civilians", victim_side="Ukraine", perpetrator="Russia",
    )  # fmt: skip
    found = the_range(result)
    assert [(c.side, c.role, c.low, c.high) for c in found.concessions] == [("Russia", "perpetrator", 5, 5)]
    assert found.conceded_low is None
    (own,) = of_soldiers("1 | Ukrainian army | 23").concessions
    assert (own.side, own.role, own.low) == ("Ukraine", "own-loss", 23)


def test_rules_are_only_asked_on_request() -> None:
    assert the_range(one_event("id | claimant | quantity\n1 | OHCHR | 30")).rules == []


@pytest.mark.parametrize("form", ["none reported", "some"])
def test_words_without_a_magnitude_answer_no_rule(form: str) -> None:
    said = claims_of(f"id | claimant | quantity\n1 | OHCHR | {form}", event="one", victims="soldiers")
    found = the_range(reconcile(said, estimates=True))
    assert [a.rule for a in found.rules] == ["ucdp", "conservative", "representative", "model"]
    assert all(a.best is None and a.why for a in found.rules)
