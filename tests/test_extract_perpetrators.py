"""Who caused a loss: read in the sentence, taken over from the one before, or left open."""

from __future__ import annotations

import pytest
from extracting import rows

IN_THE_SENTENCE = [
    ("Rebels killed 12 soldiers near Goma.", "Rebels"),
    ("GOMA - Rebels in two trucks killed 12 soldiers.", "Rebels"),
    ("On Monday, gunmen on motorbikes shot dead four farmers.", "gunmen"),
    ("In June the Boko Haram group killed 40 people.", "the Boko Haram group"),
    ("Twelve people were killed by the Syrian army.", "the Syrian army"),
    ("Russian missiles hit a station in Kramatorsk, killing 50 people.", "Russian missiles"),
    ("Shells fired by the army hit a school and killed six children.", "the army"),
    ("An Israeli air strike on a house killed nine people.", "An Israeli air strike"),
    ("Nine people died in an Israeli air strike on a house.", "an Israeli air strike"),
    ("Saudi jets bombed a market in Saada and killed 21 people.", "Saudi jets"),
    ("Kinshasa accused M23 rebels of massacring 50 civilians.", "M23 rebels"),
    ("The army said it had killed 30 rebels.", "The army"),
    ("The PKK claimed to have killed six soldiers.", "The PKK"),
    ("Six soldiers were killed when the Taliban attacked a post.", "the Taliban"),
    ("Six soldiers were killed in an attack claimed by the PKK.", "the PKK"),
    ("The clash began after Kenyan troops, who killed two herders, entered the camp.", "Kenyan troops"),
    ("Fighters of the RSF stormed a village, killing 20 people and wounding 35.", "Fighters of the RSF"),
    ("The army said its troops killed five bandits.", "its troops (The army)"),
    ("Nine people died in raids attributed to the Popular Front in Kivu.", "the Popular Front"),
    ("A priest was shot dead by suspected city-based militants on Friday.", "suspected city-based militants"),
    ("Two herders were killed on Friday by shots from army helicopters.", "army helicopters"),
    ("It was the militia of Kadyrov whose mortars killed six people in the bazaar.", "the militia of Kadyrov"),
    ("A Tamil was killed in a gunfight with Indian troops.", "Indian troops"),
    ("Shining Path\u2019s war has killed 70,000 people.", "Shining Path"),
    ("Shining Path's insurgency has killed 30,000 people.", "Shining Path"),
    ("A bomb was set off in Omagh, County Tyrone, by IRA dissidents, killing 29 people.", "IRA dissidents"),
    ("A day later soldiers shot dead eight peasants in Soccos.", "soldiers"),
    ("Israel responded with air strikes on Tyre in which 14 people were killed.", "Israel"),
    ("Six villagers were killed last week by guerrillas early on.", "guerrillas"),
]
NOBODY = [
    "A car bomb killed 12 people in Baghdad.",
    "Twelve people were killed in clashes between the army and rebels.",
    "Some 30,000 people have been killed in the war.",
    "The army lost 12 men in the ambush.",
    "Troops rescued 30 hostages.",
    "Residents buried 12 people.",
]


@pytest.mark.parametrize(("sentence", "perpetrator"), IN_THE_SENTENCE)
def test_who_did_it(sentence: str, perpetrator: str) -> None:
    assert {row.get("perpetrator") for row in rows(sentence)} == {perpetrator}


@pytest.mark.parametrize("sentence", NOBODY)
def test_nobody_is_named(sentence: str) -> None:
    assert {row.get("perpetrator") for row in rows(sentence)} == {None}


def test_the_doer_of_the_sentence_before_is_taken_over_and_marked() -> None:
    _, second = rows("Rebels killed 12 soldiers near Goma. Another six were wounded.")
    assert (second["perpetrator"], second["provenance"]["perpetrator"]["source"]) == ("Rebels", "inherited")
    assert "perpetrator inherited" in second["flags"]


LEDE = "GOMA, May 3 - Rebels attacked the town of Sake on Monday, killing 12 soldiers.\n\n"


@pytest.mark.parametrize(
    "after",
    [
        "Elsewhere, six people were killed.",
        "Six rebels were killed.",
        "In Bukavu, six people were killed.",
        "Six people were killed in clashes.",
        "The war has killed 60,000 people since 2012.",
    ],
)
def test_what_is_of_another_event_takes_nothing_over(after: str) -> None:
    assert rows(f"Rebels killed 12 soldiers near Goma. {after}")[-1].get("perpetrator") is None
    assert rows(LEDE + after)[-1].get("perpetrator") is None


@pytest.mark.parametrize(
    "after",
    [
        "A nurse said that nine people had been wounded.",
        "The mayor put the number of dead at 15.",
        "Seven of the dead were children, residents said.",
    ],
)
def test_losses_of_the_main_event_are_laid_to_who_did_it_in_the_first_sentences(after: str) -> None:
    last = rows(LEDE + after)[-1]
    assert (last["perpetrator"], last["provenance"]["perpetrator"]["source"]) == ("Rebels", "main event")
    assert "perpetrator main event" in last["flags"]


def test_who_strikes_back_harmed_the_attackers_alone() -> None:
    text = (
        "Militants stormed a hotel in Bamako on Friday, killing 20 people.\n\n"
        "Troops killed three attackers. The mayor said 56 were hurt."
    )
    assert [row.get("perpetrator") for row in rows(text)] == ["Militants", "Troops", "Militants"]


@pytest.mark.parametrize(
    "after",
    [
        "It admitted the loss of four of its own fighters and accused Ankara of using gas.",
        "The group said the raid was a response to the blasts on Sunday, which killed 39 people.",
        "A nun said she had helped to bury nine people.",
    ],
)
def test_what_another_deed_did_is_not_laid_to_the_one_named_beside_it(after: str) -> None:
    assert rows(f"Fighters of the Kurdish PKK met in Qandil. {after}")[-1].get("perpetrator") is None


def test_a_fight_of_two_sides_has_no_doer() -> None:
    text = (
        "Fighting between the army and rebels has killed 40 people in Sake.\n\nThe mayor put the number of dead at 50."
    )
    assert [row.get("perpetrator") for row in rows(text)] == [None, None]


def test_who_is_accused_did_it_for_the_accuser_alone() -> None:
    text = (
        "A bomb killed nine people in Goma.\n\nThe army accused the M23 of the bombing. It said 14 people had died. "
        "A hospital said 12 had died."
    )
    assert [row.get("perpetrator") for row in rows(text) if row["kind"] == "casualty"] == [None, "the M23", None]


@pytest.mark.parametrize(
    ("sentence", "perpetrator"),
    [
        ('"They shot dead my two sons," said Joseph Kambale, a farmer.', None),
        ("The Health Emergency Centre said Monday's salvo killed five people.", None),
        ("Artillery hit a market and killed nine people.", None),
        ("Villagers were ambushed on the way to attack a fort and 53 people died.", None),
        ("The Colina group, a death squad run by the service, shot dead 15 people.", "The Colina group"),
        ("The heroes inflicted a defeat on the enemy: 260 dead.", "The heroes"),
        ("The army's guns hit a market and killed nine people.", "The army's guns"),
        ("Nine people died when police clashed with protesters.", None),
        ("The police denied that officers had shot at the march, in which two people died.", None),
        ("Ten people died and the governor left, days after three policemen were reported missing.", None),
    ],
)
def test_who_speaks_or_is_hit_or_is_cleared_did_not_do_it(sentence: str, perpetrator: str | None) -> None:
    assert {row.get("perpetrator") for row in rows(sentence) if row["kind"] == "casualty"} == {perpetrator}


CUT = [
    "Rebels killed 3 in",
    "Three out of",
    "In 2009, 12 died when",
    "It was 'whose",
    "The army said it had no hand",
]


@pytest.mark.parametrize("cut", CUT)
@pytest.mark.parametrize("kind", ["casualty", "responsibility"])
def test_a_text_that_breaks_off_is_read_as_far_as_it_goes(cut: str, kind: str) -> None:
    assert all(cut[row["quote_start"] : row["quote_end"]] == row["quote"] for row in rows(cut, kind))
