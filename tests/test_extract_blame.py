"""Accusations, claims of responsibility, admissions, denials and silence."""

from __future__ import annotations

import pytest
from extracting import rows

STATEMENTS = [
    ("Turkey accused Syria of shelling a school.", "accuses", "Turkey", "Syria"),
    ("The governor blamed the attack on Boko Haram.", "accuses", "The governor", "Boko Haram"),
    ("Boko Haram claimed responsibility for the attack.", "claims", "Boko Haram", "Boko Haram"),
    ("A suicide bombing claimed by the Islamic State hit Kabul.", "claims", "the Islamic State", "the Islamic State"),
    ("The rebels denied responsibility for the strike.", "denies", "The rebels", "The rebels"),
    ("Syrian officials said the Turkish army had shelled a school.", "accuses", "Syrian officials", "the Turkish army"),
    ("The Turkish army declined to comment.", "no_comment", "The Turkish army", "The Turkish army"),
    ("The spokesman, Ana Lum, confirmed the strike.", "admits", "The spokesman, Ana Lum", "The spokesman, Ana Lum"),
    ("Hamas was behind the attack, Israel said.", "accuses", "Israel", "Hamas"),
    ("A bomb killed nine, with the governor blaming the Lomo Front.", "accuses", "the governor", "the Lomo Front"),
    ("The rebels went on air to blame the army for the killings.", "accuses", "The rebels", "the army"),
    (
        "The ministry held the Lomo Front, the largest of the rebel groups, responsible for the ambush.",
        "accuses",
        "The ministry",
        "the Lomo Front",
    ),
]


@pytest.mark.parametrize(("sentence", "stance", "claimant", "accused"), STATEMENTS)
def test_a_statement(sentence: str, stance: str, claimant: str, accused: str) -> None:
    (row,) = rows(sentence, "responsibility")
    assert (row["stance"], row["claimant"], row["accused"]) == (stance, claimant, accused)


@pytest.mark.parametrize(
    "sentence",
    [
        "Pakistan carried out strikes in the border region.",
        "No group has claimed responsibility for the attack.",
        "The minister denied that he would resign.",
        "She took responsibility for the budget talks.",
    ],
)
def test_what_is_no_statement_of_responsibility(sentence: str) -> None:
    found = rows(sentence, "responsibility")
    assert [row for row in found if row["stance"] != "claims" or "attack" in sentence] == []


def test_a_denial_answers_the_accusation_before_it() -> None:
    first, second = rows(
        "Turkey accused Syria of shelling a school. Damascus rejected the accusation.", "responsibility"
    )
    assert (first["act"], second["stance"], second["accused"]) == ("shelling a school", "denies", "Syria")


FURTHER = [
    ("A court found three police officers guilty of killing the protesters.", ["three police officers"]),
    ("The Lebanese army held Israel fully responsible for the attack.", ["Israel"]),
    ("Mr Kony's deputy said it was the government, not his men, that burned the camp.", ["the government"]),
    ("According to the Syrian Observatory, Russian jets carried out the raid.", ["Russian jets"]),
    ("The rebels, for their part, said government planes had dropped cluster bombs.", ["government planes"]),
    ("Kyiv accused Russia, then also Belarus, of having fired the missile.", ["Russia", "Belarus"]),
    ("The union blamed both the police and the army for the killings.", ["the police", "the army"]),
    ("The bishop accused the army of serious violations.", ["the army"]),
    ("The mission counted 330 deaths, adding that most were the work of Dozo hunters.", ["Dozo hunters"]),
    ('"It is the army which is shelling the town," said a rebel spokesman, Juma Ali.', ["the army"]),
    ("It was Taylor's men who shelled the embassy, said the rebels.", ["Taylor's men"]),
    (
        "The commission found the militia responsible for 54 per cent of the abuses and the army for 46 per cent.",
        ["the militia", "the army"],
    ),
    (
        "Rebels were responsible for 60 per cent of the deaths, soldiers for 30 and police for 10, the judges said.",
        ["Rebels", "soldiers", "police"],
    ),
    ("Baku said it had acted after Armenian saboteurs mined the road.", ["Armenian saboteurs"]),
]


@pytest.mark.parametrize(("sentence", "accused"), FURTHER)
def test_everybody_whom_a_sentence_accuses(sentence: str, accused: list[str]) -> None:
    found = [row for row in rows(sentence, "responsibility") if row["stance"] == "accuses"]
    assert [row["accused"] for row in found] == accused


OWN = [
    ("Israel has not said whether it was behind the strike.", "no_comment", "Israel"),
    ("The Colombian army said two men had been killed by mistake by its soldiers.", "admits", "The Colombian army"),
    ("Iran said the plane had been shot down by human error.", "attributes to accident", "Iran"),
    ("Rebels killed six people in Goma, a charge Kigali rejects.", "denies", "Kigali"),
    ('"This was not us," said a Taliban spokesman.', "denies", "a Taliban spokesman"),
    ("The rebel spokesman said the mujahideen had stormed the barracks.", "claims", "the mujahideen"),
    ("The group said two of its members had blown themselves up.", "claims", "The group"),
    ("Boko Haram claimed it in a video on Friday.", "claims", "Boko Haram"),
    ("The warlord said on radio that he personally gave the order.", "claims", "The warlord"),
    ("In a statement the rebels said the raid by their men had killed a judge.", "claims", "their men (the rebels)"),
    ("Commanders acknowledged that some of their shells fell short.", "admits", "Commanders"),
    ("The Turkish army confirmed its ambush of the convoy.", "admits", "The Turkish army"),
    ("Police said they acted in self-defence when they opened fire.", "admits", "Police"),
    ('"None of our men fired," said the colonel.', "denies", "our men (the colonel)"),
    ("The army denied that its men had stood by.", "denies", "its men (The army)"),
    ("Both the army and the RSF denied shelling the market.", "denies", "Both the army and the RSF"),
    ('"We attack armed men, not the people," the Popular Front said.', "denies", "the Popular Front"),
    ('"Our gunners fire only at military targets," said Colonel Petrov, an army spokesman.', "denies", "Our gunners"),
    ("The army said the house had been hit by mistake.", "admits", "The army"),
    ("The rebels said the base had been attacked because it housed militia.", "claims", "The rebels"),
    ("Turkey denied a report by two diplomats that it had sent fighters.", "denies", "Turkey"),
    ("The ministry said the blast was an accident.", "attributes to accident", "The ministry"),
    ("The army said the rebels' store of explosives had blown up.", "attributes to accident", "the rebels' store"),
]


@pytest.mark.parametrize(("sentence", "stance", "accused"), OWN)
def test_what_a_party_says_of_its_own_deeds(sentence: str, stance: str, accused: str) -> None:
    (row,) = rows(sentence, "responsibility")
    assert row["stance"] == stance
    assert row["accused"].startswith(accused)


@pytest.mark.parametrize(
    "sentence",
    [
        "Nigeria's army confirmed the ambush but gave no figures.",
        "To date no group has claimed responsibility for the bombing.",
        "Some 9,000 people have fled since the disputed election in which rebels attacked.",
        "The vehicle was blown up by four explosive charges that detonated on the road.",
    ],
)
def test_neither_what_was_suffered_nor_a_noun_is_a_statement(sentence: str) -> None:
    assert rows(sentence, "responsibility") == []
