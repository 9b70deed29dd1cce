"""What the accused answer: for themselves or for an ally, together or alone, conceding, withdrawing, all denying."""

from __future__ import annotations

import pytest

from reconcile.result import About, Result, Verdict
from tests.tables import between, disagreements, of_rule, the
from tests.test_judge_responsibility import blame

DOUMA = {"event_type": "chemical attack", "date": "2018-04-07", "place": "Douma, Syria"}


def positions(result: Result) -> list[tuple[str | None, str, str, list[str], bool]]:
    """The responsibility matrix: accused, voice, stance, claims, whether it stands."""
    cells = [c for e in result.events for c in e.responsibility]
    return [(c.accused, c.voice, c.stance, c.claims, c.standing) for c in cells]


# For whom somebody denies


def test_douma_the_sentence_says_for_whom_an_ally_denies() -> None:
    result = blame(
        "accuses | Syria | the chemical attack | France | |",
        "denies | Syria | the chemical attack | Russia | |",
        **DOUMA,
    )
    assert "Russia denies it on behalf of Syria" in the(result, "responsibility-denied").explanation


def test_a_partys_own_denial_is_on_nobodys_behalf() -> None:
    result = blame("accuses | Russia | the strike | Ukraine | |", "denies | Russia | the strike | Kremlin | |")
    assert the(result, "responsibility-denied").explanation.endswith(
        "attributes the act to Russia, the other denies it."
    )


def test_kulbiyow_who_denies_what_another_says_of_itself_speaks_for_nobody_else() -> None:
    result = blame(
        "claims | | overran the base | al-Shabaab | |", "denies | al-Shabaab | overran the base | Kenya | |",
    )  # fmt: skip
    text = the(result, "responsibility-denied").explanation
    assert "Kenya, of another side, denies it" in text and "behalf" not in text


@pytest.mark.parametrize("mind", ["deliberately", "intentionally", "délibérément", "умышленно", "عمدا", "蓄意"])
def test_grdelica_a_denial_of_intent_is_no_denial_of_the_act(mind: str) -> None:
    result = blame(
        "admits | NATO | struck the passenger train | General Wesley Clark | NATO |",
        f"denies | NATO | struck the passenger train {mind} | Jamie Shea | NATO |",
        f"accuses | NATO | struck the passenger train {mind} | Yugoslavia | |",
    )
    assert between(result, "a", "b") == []
    assert [f.rule for f in between(result, "b", "c")] == ["responsibility-denied"]


def test_a_plain_denial_denies_the_deliberate_act_too() -> None:
    result = blame(
        "accuses | NATO | deliberately bombing the embassy | China | |",
        "denies | NATO | bombing the embassy | NATO | |",
    )
    assert [f.rule for f in between(result, "a", "b")] == ["responsibility-denied"]


# Mutual accusation


def test_kakhovka_two_sides_that_blame_each_other_have_one_finding() -> None:
    result = blame(
        "accuses | Russia | the explosion | Ukraine | |",
        "accuses | Russian military | the explosion | Ukrainian president | |",
        "accuses | Ukraine | the explosion | Russian Ministry of Defence | |",
        "accuses | Ukrainian military | the explosion | Kremlin | |",
        event_type="explosion", date="2023-06-06", place="Nova Kakhovka, Ukraine",
    )  # fmt: skip
    found = the(result, "responsibility-exclusive")
    assert found.verdict is Verdict.CONTRADICTION
    assert "Each of the two blames the other." in found.explanation
    assert {*found.claims, *(i for ids in found.echoes.values() for i in ids)} == set("abcd")


def test_two_accusers_of_two_parties_who_are_not_accused_themselves_do_not_blame_each_other() -> None:
    result = blame(
        "accuses | Iran | the attack | Saudi Arabia | |", "accuses | Israel | the attack | Syria | |",
        event_type="drone strike",
    )  # fmt: skip
    assert "blames the other" not in the(result, "responsibility-exclusive").explanation


# Together or alone


@pytest.mark.parametrize("alone", ["Hamas alone", "only Hamas", "Hamas, acting alone", "Hamas seul", "только Hamas"])
def test_a_party_with_another_and_the_same_party_alone(alone: str) -> None:
    result = blame(
        "accuses | Hamas; Palestinian Islamic Jihad | the attack | Israel | |",
        f"accuses | {alone} | the attack | United States | |",
        event_type="attack",
    )
    found = the(result, "responsibility-shared")
    assert (found.verdict, found.about, found.claims) == (Verdict.CONTRADICTION, About.RESPONSIBILITY, ["a", "b"])
    assert "the other says that Hamas acted alone" in found.explanation


def test_naming_one_of_two_contradicts_nobody() -> None:
    result = blame(
        "accuses | Hamas; Palestinian Islamic Jihad | the attack | Israel | |",
        "accuses | Hamas | the attack | United States | |",
        event_type="attack",
    )
    assert disagreements(result) == []


def test_two_groups_that_no_registry_knows_together_or_alone() -> None:
    result = blame(
        "claims | Front of the North; Band of the South | the raid | Band of the South | |",
        "claims | Front of the North alone | the raid | Front of the North | |",
        event_type="raid",
    )
    assert the(result, "responsibility-shared").claims == ["a", "b"]


def test_tinzaouaten_who_acted_alone_had_no_company_in_a_clash_either() -> None:
    rows = "claims | | the ambush{} | CSP-DPA | |", "claims | | the ambush | JNIM | |"
    apart = blame(rows[0].format(", alone, without any other group"), rows[1], event_type="clash")
    assert [f.rule for f in between(apart, "a", "b")] == ["responsibility-rival-claims"]
    assert disagreements(blame(rows[0].format(""), rows[1], event_type="clash")) == []


@pytest.mark.parametrize(
    "act", ["struck on Monday alone in Gaza", "killed 12 in Rafah alone", "not alone in the attack"]
)
def test_a_day_or_a_town_alone_is_not_a_party_alone(act: str) -> None:
    result = blame(
        "accuses | Hamas; Palestinian Islamic Jihad | | Israel | |", f"accuses | Hamas | {act} | United States | |"
    )
    assert of_rule(result, "responsibility-shared") == []


# Conceding, withdrawing, and everybody denying


@pytest.mark.parametrize(("stance", "words"), [("admits", "acknowledged"), ("claims", "claimed responsibility")])
def test_omagh_what_a_party_concedes(stance: str, words: str) -> None:
    result = blame(
        "accuses | Real IRA | the bombing | Royal Ulster Constabulary | |",
        "accuses | Real IRA | the bombing | Irish government | |",
        f"{stance} | Real IRA | the bombing | Real IRA | |",
    )
    found = the(result, "responsibility-conceded")
    assert (found.verdict, found.about) == (Verdict.CORROBORATION, About.RESPONSIBILITY)
    assert words in found.explanation and found.explanation.endswith("Both name Real IRA.")
    (conceded,) = result.events[0].concessions
    assert (conceded.side, conceded.about, conceded.claims, conceded.agrees_with) == (
        "Real IRA",
        "act",
        ["c"],
        ["a", "b"],
    )


def test_owning_an_attack_on_troops_concedes_no_firing_on_civilians() -> None:
    result = blame(
        "accuses | Afghanistan (Taliban) | firing on civilians | Pakistani military | |",
        "claims | | the attacks on Pakistani soldiers | Taliban government spokesman | |",
        event_type="clash",
    )
    assert of_rule(result, "responsibility-conceded") == []


def test_owning_ones_part_concedes_nothing_for_the_partner() -> None:
    result = blame(
        "claims | Hamas; Palestinian Islamic Jihad | the attack | Palestinian Islamic Jihad | |",
        "accuses | Hamas | the attack | Israel | |",
        event_type="attack",
    )
    assert of_rule(result, "responsibility-conceded") == []


def test_a_denial_concedes_nothing() -> None:
    result = blame("accuses | Iran | the attack | Canada | |", "denies | Iran | the attack | Iran | |")
    assert of_rule(result, "responsibility-conceded") == [] and result.events[0].concessions == []


def test_ps752_after_the_admission_every_denial_is_history() -> None:
    result = blame(
        "denies | Iran | shooting down flight PS752 | Iran | | 2020-01-08",
        "denies | Iran | shooting down flight PS752 | Iran | | 2020-01-10",
        "denies | Iran | shooting down flight PS752 | Iran | |",
        "accuses | Iran | shooting down flight PS752 | Canada | | 2020-01-09",
        "admits | Iran | shooting down flight PS752 | Iran | | 2020-01-11",
    )
    found = the(result, "responsibility-retracted")
    assert (found.claims, found.echoes) == (["b", "e"], {"b": ["a", "c"]})
    assert disagreements(result) == []
    assert the(result, "responsibility-conceded").claims == ["d", "e"]
    assert positions(result) == [
        ("Iran", "Canada", "accuses", ["d"], True), ("Iran", "Iran", "admits", ["e"], True),
        ("Iran", "Iran", "denies", ["a", "b", "c"], False),
    ]  # fmt: skip


def test_ngarbuh_an_accident_that_its_claimant_later_gave_up_stands_against_nobody() -> None:
    result = blame(
        "attributes to accident | | the explosion of fuel | Cameroonian government | | 2020-02-17",
        "admits | three soldiers | the death of the villagers | Cameroonian government | | 2020-04-21",
        "accuses | Cameroonian soldiers | the killing of the villagers | Human Rights Watch | | 2020-02-25",
    )
    assert the(result, "responsibility-retracted").claims == ["a", "b"]
    assert of_rule(result, "responsibility-accident") == []


def test_a_denial_taken_up_again_stands_again() -> None:
    result = blame(
        "denies | Iran | the attack | Iran | | 2020-01-01", "admits | Iran | the attack | Iran | | 2020-01-03",
        "denies | Iran | the attack | Iran | | 2020-01-05", "accuses | Iran | the attack | Canada | | 2020-01-02",
        "denies | Iran | the attack | Iran | |",
    )  # fmt: skip
    assert len(of_rule(result, "responsibility-retracted")) == 2
    assert between(result, "c", "d") and between(result, "d", "e") and not between(result, "a", "d")


@pytest.mark.parametrize(
    ("stance", "notes"),
    [("denies", ""), ("no_comment", "withdrew its claim of responsibility"), ("claims", "retracted the claim")],
)
def test_a_claim_of_responsibility_is_withdrawn(stance: str, notes: str) -> None:
    result = with_notes(
        ("claims", "Islamic State", "2019-04-21", ""), ("claims", "Islamic State", "2019-04-22", ""),
        (stance, "Islamic State", "2019-04-25", notes), ("claims", "Tehrik-i-Taliban Pakistan", "2019-04-22", ""),
    )  # fmt: skip
    found = the(result, "responsibility-retracted")
    assert (found.claims, found.echoes) == (["b", "c"], {"b": ["a"]})
    assert of_rule(result, "responsibility-rival-claims") == []
    if notes:
        assert "later withdrew its claim of responsibility" in found.explanation


def test_an_accusation_that_its_own_words_say_was_withdrawn_asks_for_no_answer() -> None:
    result = with_notes(("accuses", "Canada", "2020-01-09", "later retracted"))
    assert [f.rule for f in result.findings] == ["responsibility-retracted"]
    assert [c.standing for c in result.events[0].responsibility] == [False]


def with_notes(*rows: tuple[str, str, str, str]) -> Result:
    """One event out of (stance, claimant, published, notes) about a bombing; Iran is the accused of an accusation."""
    from claims.model import Claim
    from reconcile.engine import reconcile

    return reconcile(
        [
            Claim(id="abcdefgh"[n], kind="responsibility", event="one", stance=stance, claimant=who, published=at,
                  notes=notes, act="the bombing", source="Daily", accused="Iran" if stance == "accuses" else "",
                  event_type="suicide bombing")
            for n, (stance, who, at, notes) in enumerate(rows)
        ]
    )  # fmt: skip


def test_nord_stream_every_party_named_denies_it() -> None:
    result = blame(
        "accuses | Russia | the explosions | Ukraine | |",
        "accuses | United States | the explosions | Russia | |",
        "accuses | Ukraine | the explosions | Germany | |",
        "denies | Russia | the explosions | Kremlin | |",
        "denies | United States | the explosions | White House | |",
        "denies | Ukraine | the explosions | Ukraine | |",
        event_type="explosion", date="2022-09-26",
    )  # fmt: skip
    found = the(result, "responsibility-all-deny")
    assert (found.verdict, set(found.claims), found.severity) == (Verdict.GAP, set("def"), 15)
    assert "Every party that these claims name for it denies it." in found.explanation


@pytest.mark.parametrize(
    "row",
    ["accuses | Iran | the attack | Saudi Arabia | |", "claims | | the attack | Houthi spokesman | |",
     "no_comment | Iran | the attack | Iran | |"],
)  # fmt: skip
def test_an_act_is_nobodys_only_when_nobody_is_left(row: str) -> None:
    denials = "denies | | the attack | Ukraine | |", "denies | | the attack | Russia | |"
    assert the(blame(*denials), "responsibility-all-deny").claims == ["b", "a"]
    assert of_rule(blame(*denials, row), "responsibility-all-deny") == []


def test_one_denial_leaves_no_orphan() -> None:
    result = blame("accuses | Iran | the attack | Canada | |", "denies | Iran | the attack | Iran | |")
    assert of_rule(result, "responsibility-all-deny") == []


# The matrix


def test_mh17_as_a_matrix() -> None:
    result = blame(
        "accuses | Russia | shooting down flight MH17 | Netherlands | |",
        "denies | Russia | shooting down flight MH17 | Russian Foreign Ministry | |",
        "accuses | Ukraine; Ukrainian military | shooting down flight MH17 | Russian Foreign Ministry | |",
        "attributes to accident | | | Ukraine | |",
        date="2014-07-17", place="Hrabove, Ukraine",
    )  # fmt: skip
    assert positions(result) == [
        (None, "Ukraine", "attributes to accident", ["d"], True),
        ("Russia", "Netherlands", "accuses", ["a"], True),
        ("Russia", "Russian Foreign Ministry", "denies", ["b"], True),
        ("Ukraine", "Russian Foreign Ministry", "accuses", ["c"], True),
        ("Ukraine armed forces", "Russian Foreign Ministry", "accuses", ["c"], True),
    ]


def test_a_voice_with_two_names_goes_by_neither_of_them() -> None:
    result = blame(
        "accuses | Israel | the hospital blast | Gaza health ministry | |",
        "accuses | Israel | the hospital blast | Hamas-run health ministry | |",
        "denies | Israel | the hospital blast | IDF | |",
    )
    named = {position[1] for position in positions(result)}
    assert "IDF" in named and named.isdisjoint({"Gaza health ministry", "Hamas-run health ministry"})


def test_azizabad_what_a_side_concedes_about_who_its_victims_were() -> None:
    from tests.test_revisions import azizabad

    (conceded,) = azizabad().events[0].concessions
    assert (conceded.side, conceded.about) == ("United States", "status")
    assert (conceded.claims, conceded.agrees_with) == (["f"], ["d"])
    assert conceded.what == "US military (United States) said 33 civilians killed"
