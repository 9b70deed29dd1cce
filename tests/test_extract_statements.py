"""Statements of responsibility in many wordings: who accuses, owns up, denies or says nothing, and about whom."""

from __future__ import annotations

import pytest
from extracting import rows

ACCUSATIONS = [
    ("Kyiv blamed the shelling on Russian forces.", "Kyiv", "Russian forces"),
    ("The governor pointed the finger at Boko Haram.", "The governor", "Boko Haram"),
    ("Police attributed the murders to the Sinaloa cartel.", "Police", "the Sinaloa cartel"),
    ("Damascus held Israel responsible for the raid.", "Damascus", "Israel"),
    ("India denounced the attack by Lashkar-e-Taiba in Uri.", "India", "Lashkar-e-Taiba"),
    ("The president condemned the rebels for what she called a cowardly ambush.", "The president", "the rebels"),
    ("Hamas was behind the attack, Israel said.", "Israel", "Hamas"),
    ("The UN said M23 rebels were responsible for the massacre in Kishishe.", "The UN", "M23 rebels"),
    ("Yemeni officials said Saudi jets had bombed the market.", "Yemeni officials", "Saudi jets"),
    ("Witnesses said the army shelled the village for hours.", "Witnesses", "the army"),
    ("The village was shelled by the Syrian army, activists said.", "activists", "the Syrian army"),
    ("Armenia said the fire had come from Azerbaijan.", "Armenia", "Azerbaijan"),
    ("Survivors identified the gunmen as members of the militia.", "Survivors", "members of the militia"),
    ("According to the ministry, the convoy came under fire from the rebels.", "the ministry", "the rebels"),
    ("Ankara insisted that the PKK had carried out the bombing.", "Ankara", "the PKK"),
    ('"Ethiopia has bombed our towns," said Debretsion, the Tigrayan leader.', None, "Ethiopia"),
    ("Each side accused the other of shelling homes.", "Each side", "the other"),
    ("The rebels accused the government of breaking the truce and shelling Taiz.", "The rebels", "the government"),
    ("The attack bore the hallmarks of al-Shabaab, officials said.", "officials", "al-Shabaab"),
    ("The governor said the attackers were Fulani herdsmen.", "The governor", "Fulani herdsmen"),
    ("The group has been accused by rights monitors of ethnic killings.", "rights monitors", "The group"),
    ("Investigators concluded that the missile was fired by separatists.", "Investigators", "separatists"),
    ("The raid, which Kabul ascribes to Pakistan, hit Khost.", "Kabul", "Pakistan"),
    ("The Taliban were accused by Kabul of bombing the hospital.", "Kabul", "The Taliban"),
    ("Rights groups say Rwanda supports the rebels.", "Rights groups", "Rwanda"),
]
OWN = [
    ("Al-Shabaab took credit for the bombing.", "claims", "Al-Shabaab"),
    ("The group owned up to the killing of two judges.", "claims", "The group"),
    ("Hezbollah said it had fired rockets at an army base.", "claims", "Hezbollah"),
    (
        "The Russian defence ministry said its forces struck a depot near Odesa.",
        "claims",
        "The Russian defence ministry",
    ),
    ("Israel said the strike was in retaliation for a rocket attack.", "claims", "Israel"),
    ("The Houthis have claimed the attack on the tanker.", "claims", "The Houthis"),
    ("The ambush was claimed by the PKK.", "claims", "the PKK"),
    ("The army admitted carrying out the raid.", "admits", "The army"),
    ("The coalition acknowledged that one of its jets had bombed the bus.", "admits", "The coalition"),
    ("India said its forces hit nine camps across the border.", "claims", "India"),
    ("The Pentagon acknowledged that the strike had killed ten civilians.", "admits", "The Pentagon"),
    ("NATO apologised for the air strike on the convoy.", "admits", "NATO"),
    ("Colombia's army conceded that its soldiers had shot the boys.", "admits", "Colombia's army"),
]
DENIALS = [
    ("Moscow denied bombing the theatre.", "Moscow"),
    ("Rwanda denies backing the rebels.", "Rwanda"),
    ("The army denied that its troops had fired on the crowd.", "The army"),
    ("The militia said it had nothing to do with the massacre.", "The militia"),
    ("Israel said it had not carried out any strikes in the area.", "Israel"),
    ("The junta called the report baseless.", "The junta"),
    ("Tehran rejected the accusation as a fabrication.", "Tehran"),
    ("The general dismissed reports of a massacre.", "The general"),
    ("The Syrian government brushed aside the allegations.", "The Syrian government"),
    ('"We did not shell the hospital," a Saudi officer said.', "a Saudi officer"),
    ("Damascus said the army had conducted no raids that day.", "Damascus"),
    ("No massacre took place, the minister insisted.", "the minister"),
    ("The Tigers denied any role in the bombing.", "The Tigers"),
]
SILENCES = [
    ("The Israeli military had no comment on the strike.", "The Israeli military"),
    ("The Israeli army: no comment.", "The Israeli army"),
    ("There was no immediate reaction from Islamabad.", "Islamabad"),
    ("The ministry did not reply to questions about the raid.", "The ministry"),
    ("The Kremlin has neither confirmed nor denied the attack.", "The Kremlin"),
    ("Nairobi has not reacted to the claim.", "Nairobi"),
    ("Addis Ababa remained silent about the bombing.", "Addis Ababa"),
    ("The army said it was looking into reports of the incident.", "The army"),
    ("A spokesman said the navy had no information about the attack.", "A spokesman"),
    ("The junta's spokesman could not be reached for comment.", "The junta's spokesman"),
]
NOTHING = [
    "Police asked who was behind the attack.",
    "The minister would not say whether Israel had bombed the port.",
    "He was denied access to a lawyer.",
    "No group has claimed the bombing.",
    "Turkish forces attacked the town on Monday.",
    "Gunmen suspected of belonging to a militia attacked the town.",
    "Hezbollah neither confirmed nor denied that it was behind the fire.",
    "The UN said it had no evidence that rebels attacked the school.",
]


@pytest.mark.parametrize(("sentence", "claimant", "accused"), ACCUSATIONS)
def test_an_accusation(sentence: str, claimant: str | None, accused: str) -> None:
    found = [row for row in rows(sentence, "responsibility") if row["stance"] == "accuses"]
    assert [row["accused"] for row in found] == [accused]
    assert claimant is None or found[0]["claimant"] == claimant


@pytest.mark.parametrize(("sentence", "stance", "claimant"), OWN)
def test_a_deed_of_ones_own(sentence: str, stance: str, claimant: str) -> None:
    assert [(row["stance"], row["claimant"]) for row in rows(sentence, "responsibility")] == [(stance, claimant)]


@pytest.mark.parametrize(("sentence", "claimant"), DENIALS)
def test_a_denial(sentence: str, claimant: str) -> None:
    assert [(row["stance"], row["claimant"]) for row in rows(sentence, "responsibility")] == [("denies", claimant)]


@pytest.mark.parametrize(("sentence", "claimant"), SILENCES)
def test_silence(sentence: str, claimant: str) -> None:
    assert [(row["stance"], row["claimant"]) for row in rows(sentence, "responsibility")] == [("no_comment", claimant)]


@pytest.mark.parametrize("sentence", NOTHING)
def test_what_states_nothing(sentence: str) -> None:
    assert [row for row in rows(sentence, "responsibility") if row["stance"] in ("accuses", "claims", "admits")] == []


def test_two_accusations_of_one_speaker() -> None:
    found = rows("Aden condemned the Israeli raid but blamed the Houthis for the war.", "responsibility")
    assert [(row["claimant"], row["accused"]) for row in found] == [
        ("Aden", "the Israeli raid"),
        ("Aden", "the Houthis"),
    ]


def test_an_answer_is_about_the_party_accused() -> None:
    found = rows("Kyiv accused Russia of bombing a school. Moscow did not comment.", "responsibility")
    assert [(row["stance"], row["accused"]) for row in found] == [("accuses", "Russia"), ("no_comment", "Russia")]
