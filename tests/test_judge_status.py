"""The same dead, fighters to one side and civilians to the other."""

from __future__ import annotations

import pytest

from reconcile.result import About, Result, Verdict
from tests.tables import disagreements, of_rule, one_event, the

STRIKE = {"event_type": "airstrike", "perpetrator": "Pakistan"}
PAKTIKA = {"date": "2024-12-24", "place": "Paktika, Afghanistan", **STRIKE}


def paktika(first: str, second: str, **common: str) -> Result:
    """Pakistan's and Kabul's words for the dead of one strike, each as ``quantity | victims``."""
    return one_event(
        f"""id | quantity | victims | claimant
            a  | {first}  | Pakistani security officials
            b  | {second} | Afghan Ministry of Defence""",
        **{**PAKTIKA, **common},
    )


@pytest.mark.parametrize(
    "second",
    [" | civilians, mostly women and children", " | primarily civilians", " | all civilians", "46 | mostly civilians"],
)
def test_paktika_insurgents_or_civilians_as_a_whole_is_a_contradiction_of_75(second: str) -> None:
    found = the(paktika("at least 30 | insurgents", second), "status-disputed")
    assert (found.verdict, found.about, found.severity) == (Verdict.CONTRADICTION, About.STATUS, 75)
    assert set(found.claims) == {"a", "b"}
    assert found.gap is None


def test_both_describing_the_whole_is_the_full_magnitude() -> None:
    found = the(paktika(" | insurgents", " | all civilians"), "status-disputed")
    assert (found.verdict, found.factors.magnitude) == (Verdict.CONTRADICTION, 1.0)


def test_an_uncounted_statement_describes_the_victims_as_a_whole() -> None:
    assert the(paktika(" | combatants", "40 | civilians"), "status-disputed").verdict is Verdict.CONTRADICTION


def test_the_same_figure_under_two_labels_is_a_contradiction() -> None:
    found = the(paktika("46 | insurgents", "46 | civilians"), "status-disputed")
    assert found.verdict is Verdict.CONTRADICTION


def test_the_same_small_figure_says_nothing() -> None:
    found = the(paktika("2 | insurgents", "2 | civilians"), "status-disputed")
    assert found.verdict is Verdict.TENSION


def test_each_counting_one_kind_in_a_one_sided_act_is_a_tension() -> None:
    found = the(paktika("71 | insurgents", "46 | civilians"), "status-disputed")
    assert (found.verdict, found.severity) == (Verdict.TENSION, 30)


def test_each_counting_one_kind_in_a_clash_is_nothing() -> None:
    assert (
        of_rule(paktika("71 | insurgents", "46 | civilians", event_type="clash", perpetrator=""), "status-disputed")
        == []
    )


def test_when_both_report_both_kinds_nobody_disputes_that_both_died() -> None:
    result = one_event(
        """id | quantity | victims    | claimant
           a  | 71       | insurgents | Pakistani security officials
           b  | 3        | civilians  | Pakistani security officials
           c  | 46       | civilians  | Afghan Ministry of Defence
           d  | 2        | fighters   | Afghan Ministry of Defence""",
        **PAKTIKA,
    )
    assert of_rule(result, "status-disputed") == []


def test_one_side_alone_disputes_nothing() -> None:
    result = one_event(
        """id | quantity | victims            | claimant
           a  |          | insurgents         | Pakistani security officials
           b  |          | all civilians      | Pakistani Foreign Office""",
        **PAKTIKA,
    )
    assert of_rule(result, "status-disputed") == []


def test_nobody_died_disputes_no_status() -> None:
    assert of_rule(paktika("71 | insurgents", "0 | civilians"), "status-disputed") == []


def test_killed_militants_and_displaced_civilians_are_not_the_same_people() -> None:
    result = one_event(
        """id | measure   | quantity | victims       | claimant
           a  | killed    | 71       | insurgents    | Pakistani security officials
           b  | displaced |          | all civilians | Afghan Ministry of Defence""",
        **PAKTIKA,
    )
    assert of_rule(result, "status-disputed") == []


@pytest.mark.parametrize(
    ("speaker", "accuser", "perpetrator", "place", "victims"),
    [
        ("Israeli military", "Gaza Health Ministry", "Israel", "Gaza City", "Hamas fighters"),
        ("Russian Ministry of Defence", "Ukrainian president", "Russia", "Hroza, Ukraine", "Ukrainian soldiers"),
        ("Houthi spokesman", "Saudi Ministry of Defence", "Houthis", "Abha, Saudi Arabia", "soldiers"),
        ("Colombian army", "the Awá organisation", "Colombia", "Nariño, Colombia", "guerrillas"),
    ],
    ids=["Gaza", "Hroza", "Abha", "Nariño"],
)
def test_the_rule_holds_in_other_wars(speaker: str, accuser: str, perpetrator: str, place: str, victims: str) -> None:
    result = one_event(
        f"""id | quantity | victims       | claimant
            a  | 12       | {victims}     | {speaker}
            b  |          | all civilians | {accuser}""",
        event_type="airstrike", perpetrator=perpetrator, place=place,
    )  # fmt: skip
    assert the(result, "status-disputed").verdict is Verdict.CONTRADICTION


def test_the_sentence_takes_no_side() -> None:
    found = the(paktika("71 | insurgents", " | all civilians"), "status-disputed")
    assert "described as armed by one and as civilians by the other" in found.explanation


def test_police_and_soldiers_are_both_armed() -> None:
    assert of_rule(paktika("12 | police officers", " | all soldiers"), "status-disputed") == []


def test_a_status_dispute_is_no_dispute_over_the_figure() -> None:
    found = disagreements(paktika("71 | insurgents", " | all civilians"))
    assert [f.about for f in found] == [About.STATUS]


def test_a_figure_with_no_least_number_still_says_that_there_were_victims() -> None:
    result = one_event(
        """id | quantity    | victims                                | claimant
           a  | up to 400   | all civilians                          | villagers' collective
           b  | nearly 300  | militiamen and soldiers, no civilians  | JNIM""",
        event_type="attack", date="2024-08-24",
    )  # fmt: skip
    assert "status-disputed" in [f.rule for f in disagreements(result)]
