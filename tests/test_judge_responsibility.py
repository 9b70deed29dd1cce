"""Who is said to have done it: denials, rival claims, exclusive accusations, accidents, silence."""

from __future__ import annotations

import pytest

from reconcile.result import About, Result, Verdict
from tests.tables import between, disagreements, of_rule, one_event, signature, the

HEAD = "id | stance | accused | act | claimant | claimant_side | published"
ATTACK = {"event_type": "attack"}


def blame(*rows: str, **common: str) -> Result:
    """One event out of rows ``stance | accused | act | claimant | claimant_side | published``, called a, b, c, ..."""
    table = [HEAD] + [f"{'abcdefgh'[n]} | {row}" for n, row in enumerate(rows)]
    return one_event("\n".join(table), kind="responsibility", **common)


def test_kunar_june_2014_accused_and_denied_is_a_contradiction_of_80() -> None:
    result = blame(
        "accuses | Pakistan | the attacks | Afghan officials | |",
        "denies | Pakistan | the attacks | Pakistan Foreign Office | |",
        date="2014-06", place="Kunar, Afghanistan",
    )  # fmt: skip
    found = the(result, "responsibility-denied")
    assert (found.verdict, found.about) == (Verdict.CONTRADICTION, About.RESPONSIBILITY)
    assert (found.claims, found.severity, found.gap) == (["a", "b"], 80, None)


def test_ten_billion_rupees_demanded_or_not() -> None:
    result = blame(
        "accuses | Afghanistan (Taliban) | demanded 10 billion rupees | Pakistani officials | |",
        "denies | Afghanistan (Taliban) | demanded 10 billion rupees | Taliban government spokesman | |",
    )
    assert signature(result) == [("responsibility-denied", "contradiction", 80)]


def test_different_acts_do_not_clash() -> None:
    result = blame(
        "accuses | Afghanistan (Taliban) | demanded 10 billion rupees | Pakistani officials | |",
        "denies | Afghanistan (Taliban) | harbouring the TTP | Taliban government spokesman | |",
    )
    assert disagreements(result) == []


def test_harbouring_and_sanctuary_are_one_act() -> None:
    result = blame(
        "accuses | Afghanistan (Taliban) | providing a safe haven to the TTP | Pakistani officials | |",
        "denies | Afghanistan (Taliban) | allowing sanctuary on its soil | Taliban government spokesman | |",
    )
    assert [f.rule for f in between(result, "a", "b")] == ["responsibility-denied"]


def test_a_denial_by_an_ally_contradicts_like_the_partners_own() -> None:
    result = blame(
        "accuses | Syria | the chemical attack | France | |",
        "denies | Syria | the chemical attack | Russia | |",
        event_type="chemical attack", date="2018-04-07", place="Douma, Syria",
    )  # fmt: skip
    assert [f.rule for f in between(result, "a", "b")] == ["responsibility-denied"]


def test_denying_for_a_whole_denies_its_parts() -> None:
    result = blame(
        "accuses | Russian military | the strike | Ukrainian president | |",
        "denies | Russia | the strike | Kremlin | |",
        **ATTACK,
    )
    assert [f.rule for f in between(result, "a", "b")] == ["responsibility-denied"]


@pytest.mark.parametrize("silence", ["no_comment | Pakistan | the strikes | Pakistani military spokesman | |"])
def test_9_and_10_october_2025_no_comment_contradicts_nobody(silence: str) -> None:
    result = blame("accuses | Pakistan | the strikes | Afghan Ministry of Defence | |", silence)
    found = the(result, "responsibility-no-comment")
    assert (found.verdict, found.severity, found.claims) == (Verdict.GAP, 15, ["a", "b"])
    assert disagreements(result) == []


def test_an_accusation_without_any_answer_is_a_gap() -> None:
    found = the(blame("accuses | Pakistan | the strikes | Afghan Ministry of Defence | |"), "responsibility-unanswered")
    assert (found.verdict, found.claims) == (Verdict.GAP, ["a"])
    assert "no answer from Pakistan" in found.explanation


@pytest.mark.parametrize("answer", ["denies", "admits", "no_comment"])
def test_an_answered_accusation_is_not_unanswered(answer: str) -> None:
    result = blame(
        "accuses | Pakistan | the strikes | Afghan Ministry of Defence | |",
        f"{answer} | Pakistan | the strikes | Pakistani military | |",
    )
    assert of_rule(result, "responsibility-unanswered") == []


def test_abqaiq_the_houthi_claim_and_the_accusation_of_iran_exclude_each_other() -> None:
    result = blame(
        "claims | Houthis | the attack | Houthi spokesman | |",
        "accuses | Iran | the attack | Saudi Arabia | |",
        "denies | Iran | the attack | Iranian Foreign Ministry | |",
        event_type="drone strike", date="2019-09-14", place="Abqaiq, Saudi Arabia",
    )  # fmt: skip
    assert [(f.rule, f.verdict.value) for f in between(result, "a", "b")] == [
        ("responsibility-exclusive", "contradiction")
    ]
    assert [f.rule for f in between(result, "b", "c")] == ["responsibility-denied"]
    assert between(result, "a", "c") == []


def test_an_exclusive_accusation_has_severity_90() -> None:
    result = blame(
        "accuses | Russia | the strike | Ukraine | |",
        "accuses | Ukraine | the strike | Russia | |",
        event_type="missile strike", date="2022-04-08", place="Kramatorsk, Ukraine",
    )  # fmt: skip
    assert signature(result) == [("responsibility-exclusive", "contradiction", 90)]


def test_mh17_accuser_and_denier_and_the_other_accused() -> None:
    result = blame(
        "accuses | Russia | shooting down flight MH17 | Netherlands | |",
        "denies | Russia | shooting down flight MH17 | Russian Foreign Ministry | |",
        "accuses | Ukraine | shooting down flight MH17 | Russian Ministry of Defence | |",
        date="2014-07-17", place="Hrabove, Ukraine",
    )  # fmt: skip
    assert [f.rule for f in between(result, "a", "b")] == ["responsibility-denied"]
    assert [f.rule for f in between(result, "a", "c")] == ["responsibility-exclusive"]
    assert between(result, "b", "c") == []


def test_two_groups_that_claim_one_bombing_are_rivals() -> None:
    result = blame(
        "claims | | the bombing | Islamic State | |",
        "claims | | the bombing | Tehrik-i-Taliban Pakistan | |",
        event_type="suicide bombing",
    )
    found = the(result, "responsibility-rival-claims")
    assert (found.verdict, found.severity) == (Verdict.CONTRADICTION, 70)


@pytest.mark.parametrize("accused", ["Islamic State", "Islamic State Khorasan Province"])
def test_crocus_umbrella_and_faction_agree(accused: str) -> None:
    result = blame(
        "claims | | the attack | Islamic State | |",
        f"accuses | {accused} | the attack | United States | |",
        event_type="mass shooting", date="2024-03-22", place="Krasnogorsk, Russia",
    )  # fmt: skip
    assert disagreements(result) == []


def test_crocus_islamic_state_claims_it_and_russia_names_ukraine() -> None:
    result = blame(
        "claims | | the attack | Islamic State | |",
        "accuses | Ukraine | the attack | FSB | |",
        "denies | Ukraine | the attack | Ukrainian president | |",
        event_type="mass shooting", date="2024-03-22", place="Krasnogorsk, Russia",
    )  # fmt: skip
    assert [f.rule for f in between(result, "a", "b")] == ["responsibility-exclusive"]
    assert [f.rule for f in between(result, "b", "c")] == ["responsibility-denied"]


@pytest.mark.parametrize("words", ["Palestinian Islamic Jihad", "Hamas"])
def test_al_ahli_an_accident_against_an_accusation(words: str) -> None:
    result = blame(
        "accuses | Israel | the air strike | Gaza Health Ministry | |",
        f"attributes to accident | {words} | a misfired rocket | Israeli military | |",
        event_type="explosion", date="2023-10-17", place="Gaza City",
    )  # fmt: skip
    assert [(f.rule, f.verdict.value) for f in between(result, "a", "b")] == [
        ("responsibility-accident", "contradiction")
    ]


def test_an_accident_against_an_own_claim() -> None:
    result = blame(
        "claims | | the explosion | Islamic State | |",
        "attributes to accident | | the explosion | Iraqi government | |",
        event_type="explosion",
    )
    assert [f.rule for f in between(result, "a", "b")] == ["responsibility-accident"]


def test_mutual_accusation_is_a_contradiction_in_a_clash_too() -> None:
    result = blame(
        "accuses | Pakistan | the attack | Afghan Ministry of Defence | |",
        "accuses | Afghanistan (Taliban) | the attack | Pakistani military | |",
        event_type="clash",
    )
    assert [(f.rule, f.verdict.value) for f in between(result, "a", "b")] == [
        ("responsibility-exclusive", "contradiction")
    ]


def test_two_who_took_part_in_a_clash_do_not_contradict() -> None:
    result = blame(
        "claims | | the fighting | Taliban government spokesman | |",
        "claims | | the fighting | Tehrik-i-Taliban Pakistan | |",
        event_type="clash",
    )
    assert disagreements(result) == []


def test_two_denials_do_not_contradict() -> None:
    result = blame(
        "denies | Ukraine | the attack | Ukraine | |",
        "denies | Russia | the attack | Russia | |",
    )
    assert disagreements(result) == []


def test_accusing_one_supports_the_denial_of_another() -> None:
    result = blame(
        "accuses | Iran | the attack | Saudi Arabia | |",
        "denies | Houthis | the attack | Houthi spokesman | |",
        event_type="drone strike",
    )
    assert disagreements(result) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [("denies", "admits"), ("admits", "denies"), ("denies", "claims")],
)
def test_a_later_opposite_statement_is_a_retraction_and_accuses_nobody(first: str, second: str) -> None:
    result = blame(
        f"{first} | Iran | shooting down flight PS752 | Iranian military | | 2020-01-08",
        f"{second} | Iran | shooting down flight PS752 | Iranian military | | 2020-01-11",
    )
    found = the(result, "responsibility-retracted")
    assert (found.verdict, found.claims) == (Verdict.REVISION, ["a", "b"])
    assert disagreements(result) == []


def test_ps752_after_the_admission_the_denial_is_history() -> None:
    result = blame(
        "accuses | Iran | shooting down flight PS752 | Canada | | 2020-01-09",
        "denies | Iran | shooting down flight PS752 | Iranian military | | 2020-01-08",
        "admits | Iran | shooting down flight PS752 | Iranian military | | 2020-01-11",
    )
    assert between(result, "a", "b") == []


def test_one_voice_that_says_both_in_one_breath_contradicts_itself() -> None:
    result = blame(
        "admits | Iran | the strike | Iranian military | | 2020-01-08",
        "denies | Iran | the strike | Iranian military | | 2020-01-08",
    )
    assert the(result, "responsibility-self").verdict is Verdict.CONTRADICTION


def test_planning_can_be_shared_so_two_planners_are_only_a_tension() -> None:
    result = blame(
        "accuses | Iran | planning the attack | Israel | |",
        "accuses | Qatar | planning the attack | Egypt | |",
    )
    assert [f.verdict for f in between(result, "a", "b")] == [Verdict.TENSION]


@pytest.mark.parametrize("vague", ["unknown gunmen", "unidentified armed men"])
def test_a_name_for_nobody_excludes_nobody(vague: str) -> None:
    result = blame(
        f"accuses | {vague} | the attack | local police | |",
        "claims | | the attack | Islamic State | |",
        event_type="attack",
    )
    assert disagreements(result) == []


def test_one_dispute_however_many_repeat_an_accusation() -> None:
    result = blame(
        "accuses | Pakistan | the strikes | Afghan Ministry of Defence | |",
        "accuses | Pakistan | the strikes | Taliban government spokesman | |",
        "denies | Pakistan | the strikes | Pakistan Foreign Office | |",
    )
    found = the(result, "responsibility-denied")
    assert sorted({*found.claims, *found.echoes.get(found.claims[0], [])}) == ["a", "b", "c"]


def test_sentences_report_and_do_not_judge() -> None:
    result = blame(
        "accuses | Pakistan | the strikes | Afghan Ministry of Defence | |",
        "denies | Pakistan | the strikes | Pakistan Foreign Office | |",
    )
    text = the(result, "responsibility-denied").explanation
    assert "to Pakistan" in text
    assert "was the doing of Pakistan" in text
