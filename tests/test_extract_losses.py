"""What happened to how many people, in the ways that news text says it."""

from __future__ import annotations

import pytest
from extracting import counted, extraction_of, rows, the

SENTENCES = [
    ("At least 58 soldiers were killed in the clashes.", [("killed", 58, None)]),
    ("The army killed more than 200 fighters.", [("killed", 201, None)]),
    ("Twelve people died when a shell hit a bus.", [("killed", 12, 12)]),
    ("An air strike killed six civilians and wounded nine others.", [("killed", 6, 6), ("injured", 9, 9)]),
    ("Six soldiers and a nurse were killed.", [("killed", 6, 6), ("killed", 1, 1)]),
    ("The raid resulted in the deaths of 16 policemen.", [("killed", 16, 16)]),
    ("Doctors counted 12 deaths.", [("killed", 12, 12)]),
    ("The blast left 12 people dead.", [("killed", 12, 12)]),
    ("The death toll rose from 12 to 15.", [("killed", 15, 15)]),
    ("The toll climbed past 300.", [("killed", 301, None)]),
    ("The officials put the number of dead at 800.", [("killed", 800, 800)]),
    ("Rescuers recovered the bodies of 29 children.", [("killed", 29, 29)]),
    ("The fighting has claimed 171 lives.", [("killed", 171, 171)]),
    ("No casualties were reported.", [("casualties", 0, 0)]),
    ("Dozens were wounded.", [("injured", 12, 99)]),
    ("Between 20 and 30 rebels were captured.", [("captured", 20, 30)]),
    ("An attack killed 145 people, including 132 schoolchildren.", [("killed", 145, 145), ("killed", 132, 132)]),
    ("A strike killed 86 people, 30 of them children.", [("killed", 86, 86), ("killed", 30, 30)]),
    ("The dead included three teachers.", [("killed", 3, 3)]),
    ("It was not clear if the commander was killed.", [("killed", 0, 1)]),
    ("The rebel leader was alive, his aide said.", [("killed", 0, 0)]),
    ("Two aid workers are missing.", [("missing", 2, 2)]),
    ("More than 60,000 people have fled.", [("displaced", 60001, None)]),
    ("As many as 2,000 militants were involved in the battle.", [("strength", 0, 2000)]),
    ("The number of American troops who have died rose to 1,064.", [("killed", 1064, 1064)]),
    ("Gunmen kill 24 villagers", [("killed", 24, 24)]),
    ("Police spoke of seven dead soldiers.", [("killed", 7, 7)]),
]

TRAPS = [
    "The group demanded 10 billion rupees.",
    "Both sides said they had captured border posts.",
    "A 48-hour truce was agreed after talks.",
    "The striker killed the game in the 80th minute.",
    "The Taliban seized power in 2021.",
    "The minister met 12 soldiers in Kabul.",
    "They planned to kill 12 soldiers.",
    "In 2014 the army captured 12 villages.",
    "Shares lost 12 percent on Monday.",
    "The company cut 300 jobs.",
    "The operation will kill the tumour.",
    "Injured shoppers complained about prices.",
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_an_outcome_with_its_bounds(sentence: str, expected: list[tuple[str, int, int | None]]) -> None:
    assert sorted(counted(sentence), key=str) == sorted(expected, key=str)


@pytest.mark.parametrize("sentence", TRAPS)
def test_what_only_looks_like_a_loss_is_none(sentence: str) -> None:
    assert counted(sentence) == []


def test_the_people_are_those_of_the_number_before_when_none_are_named() -> None:
    first, second = rows("The army killed 20 rebels and captured 30 more.")
    assert (first["victims"], second["victims"]) == ("rebels", "rebels")
    assert second["provenance"]["victims"]["source"] == "coreference"


def test_its_own_people_are_of_the_side_of_the_speaker() -> None:
    assert the("The Northland army admitted 23 of its soldiers were killed.", "victim_side") == "The Northland army"


def test_who_did_it_is_the_subject_or_follows_by() -> None:
    assert the("Government troops killed 12 villagers.", "perpetrator") == "Government troops"
    assert the("Twelve villagers were killed by government troops.", "perpetrator") == "government troops"
    assert "drone strike" in the("Twelve villagers were killed in a Turkish drone strike.", "perpetrator")
    assert the("Twelve villagers were killed in a drone strike.", "perpetrator") == ""


def test_a_sentence_of_which_nothing_was_taken_is_worth_a_look() -> None:
    found = extraction_of("They planned to kill 12 soldiers. The weather was fine.")
    assert [look.reason for look in found.look_here] == ["a count of people was not taken"]
