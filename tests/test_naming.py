"""What a name stands for: a claim, a claimant or a side; and what is said of a name that stands for none."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from northland import night

from counterclaim import reconcile
from counterclaim.testing import NameProblem, claims_from
from counterclaim.testing.naming import Named, meant
from counterclaim.testing.parties import claims_named, event_named


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        pytest.param("N1", "N1", id="claim"),
        pytest.param("n1", "N1", id="claim in another case"),
        pytest.param("Southland army", "S2", id="claimant"),
        pytest.param("SOUTHLAND  Army", "S2", id="claimant in another spelling"),
        pytest.param("Southland", "S1 S2", id="side"),
        pytest.param("defence ministry", "S1", id="some words of a claimant"),
        pytest.param("claimant: Northland army", "F1 N1", id="claimant by kind"),
        pytest.param("side:Northland", "F1 N1", id="side by kind"),
        pytest.param("Claim: M1", "M1", id="claim by kind"),
    ],
)
def test_a_name_stands_for_claims(name: str, ids: str) -> None:
    assert claims_named(night(), name) == set(ids.split())


def test_accents_and_scripts_do_not_matter() -> None:
    claims = claims_from("id | claimant | quantity\n1 | Médecins Sans Frontières | 3\n2 | Министерство | 4")
    assert claims_named(reconcile(claims), "medecins sans frontieres") == {"1"}
    assert claims_named(reconcile(claims), "министерство") == {"2"}


def test_an_id_is_meant_where_it_is_written_in_full() -> None:
    claims = claims_from("id | claimant | quantity\n1 | Group 1 | 3\n11 | Group 11 | 4")
    assert claims_named(reconcile(claims), "1") == {"1"}


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("Northland navy", "no claim, claimant or side is called “Northland navy”; the nearest are .*“Northland army”"),
        ("army", "“army” can be claimant “Northland army” or claimant “Southland army”; write one of them in full"),
        ("zzzzzz", "there are claim “F1”, claim “M1”, claim “N1”, claim “S1”, claim “S2” and 6 more"),
        ("land", "is called “land”"),
        ("", "is called “”"),
        ("side: Norhland", "is called “side: Norhland”"),
        ("!!!", "is called “!!!”"),
    ],
)
def test_a_name_that_stands_for_none_or_for_several_is_told_with_a_remedy(name: str, reason: str) -> None:
    with pytest.raises(NameProblem, match=reason):
        claims_named(night(), name)


def test_a_claimant_with_the_name_of_another_side_is_told_apart() -> None:
    table = "id | claimant | claimant_side | quantity\n1 | Northland | Southland | 3\n2 | Army | Northland | 4"
    result = reconcile(claims_from(table))
    with pytest.raises(NameProblem, match="can be claimant “Northland” or side “Northland”"):
        claims_named(result, "Northland")
    assert claims_named(result, "side: Northland") == {"2"}
    assert claims_named(result, "claimant: Northland") == {"1"}


def test_nothing_has_a_name_where_there_are_no_claims() -> None:
    with pytest.raises(NameProblem, match="there are none"):
        claims_named(reconcile([]), "Northland")


def velmar() -> str:
    return next(e.id for e in night().events if "N1" in e.claims)


@pytest.mark.parametrize("name", ["Velmar, 2021-05-03", "velmar", "N1", "claim: M1"])
def test_an_event_has_a_label_and_claims(name: str) -> None:
    assert event_named(night(), name) == velmar()


def test_an_event_has_an_id() -> None:
    assert event_named(night(), velmar()) == velmar()


def test_an_event_that_is_not_there_is_told() -> None:
    with pytest.raises(NameProblem, match=r"the nearest are .*event “Velmar, 2021-05-03”"):
        event_named(night(), "Velmor")


def test_the_users_own_label_names_an_event() -> None:
    table = "id | claimant | quantity | event\n1 | A | 3 | The bridge\n2 | B | 4 | The bridge\n3 | B | 4 | The well"
    result = reconcile(claims_from(table))
    assert event_named(result, "the bridge") == next(e.id for e in result.events if "1" in e.claims)


def test_two_events_with_one_label_are_told_apart() -> None:
    table = "id | claimant | quantity | event_type\n1 | A | 3 | clash\n2 | B | 4 | clash"
    result = reconcile(claims_from(table))
    assert len(result.events) == 2 and len({e.label for e in result.events}) == 1
    with pytest.raises(NameProblem, match=r"is 2 events; write one of e-\w+, e-\w+"):
        event_named(result, result.events[0].label)


def named(*entries: str) -> Sequence[Named]:
    return [Named(kind, name, frozenset(ids.split())) for kind, name, ids in (e.split("|") for e in entries)]


def test_the_widest_is_meant_where_it_includes_the_others() -> None:
    known = named("claimant|Army of the North|1", "side|North|1 2", "claimant|North Press|2")
    assert meant("north", known).kind == "side"
    assert meant("Army", known).name == "Army of the North"


def test_a_hostile_name_is_shown_inert() -> None:
    with pytest.raises(NameProblem) as error:
        meant("\x1b[31m\u202ex\n", named("claim|a\x1b]0;b\x07|1"))
    assert not [c for c in str(error.value) if c < " " or c in "\u202e\x7f"]
