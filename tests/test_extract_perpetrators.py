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


@pytest.mark.parametrize(
    "after",
    ["Elsewhere, six people were killed.", "Six rebels were killed.", "A hospital in Bukavu received six bodies."],
)
def test_nothing_is_taken_over_without_a_word_that_points_back(after: str) -> None:
    assert rows(f"Rebels killed 12 soldiers near Goma. {after}")[-1].get("perpetrator") is None
