"""Losses that lean on the words before (figures without a verb, groups told of in another sentence), and wordings."""

from __future__ import annotations

import pytest
from extracting import counted, the

GAPPED = [
    ("Nine soldiers were killed at Gao, four near Menaka and a further two in the north.", [9, 4, 2]),
    ("Doctors counted 31 dead in Khan Younis, 12 in Rafah and six in Gaza City.", [31, 12, 6]),
    ("He said 14 people died in Beledweyne, and 3 in Jowhar.", [14, 3]),
    ("Air raids killed 9 in Idlib and 4 in Aleppo.", [9, 4]),
    ("Rebels killed 40 soldiers in an attack on Monday and another 25 on Tuesday.", [40, 25]),
    ("The army lost 16 men, the rebels 40.", [16, 40]),
    ("Argentina lost 649 men and Britain 255 in the war.", [649, 255]),
    ("Georgia lost 30 men and Russia 12.", [30, 12]),
    ("Three men were shot dead and a fourth died in hospital.", [3, 1]),
    ("The mayor was killed along with two bodyguards.", [1, 2]),
    ("The dead: 12 soldiers, 3 civilians.", [12, 3]),
    ("Those killed include a journalist, two nurses and a driver.", [1, 2, 1]),
    ("Five people were killed in Tal Afar. Three in Mosul praised the army.", [5]),
]


@pytest.mark.parametrize(("sentence", "numbers"), GAPPED)
def test_figures_with_a_place_share_the_verb_before(sentence: str, numbers: list[int]) -> None:
    assert counted(sentence) == [("killed", number, number) for number in numbers]


LEANING = [
    ("Thirty people died in the raid. One was an officer.", [("killed", 30), ("killed", 1)]),
    ("Raiders killed 44 herders; twelve were children.", [("killed", 44), ("killed", 12)]),
    ("Friday was the worst day, with 40 dead; 27 of them fell in Basra.", [("killed", 40), ("killed", 27)]),
    ("Fourteen miners were abducted. Three were boys.", [("captured", 14), ("captured", 3)]),
    (
        "The strike killed 19 people. Nine were women and four were children.",
        [("killed", 19), ("killed", 9), ("killed", 4)],
    ),
    ("Some 30 people were hurt, of whom 12 needed surgery.", [("injured", 24), ("injured", 12)]),
    ("Twenty men were wounded, eight of them by machetes.", [("injured", 20), ("injured", 8)]),
    ("Twenty men were wounded, eight of them, doctors said, had come from Goma.", [("injured", 20)]),
    ("Of the victims, eleven were Kurds and two were Arabs.", [("killed", 11), ("killed", 2)]),
    ("The strike killed 60 people. Among them were nine nurses.", [("killed", 60), ("killed", 9)]),
    ("Police killed nine men. They were armed. Two were brothers.", [("killed", 9)]),
]


@pytest.mark.parametrize(("text", "expected"), LEANING)
def test_a_number_leans_on_the_group_before(text: str, expected: list[tuple[str, int]]) -> None:
    assert [(measure, low) for measure, low, _ in counted(text)] == expected


MATERIEL = [
    ("The brigade said it had seized six armoured vehicles and burned a seventh.", [1]),
    ("Fighters looted 14 trucks and burned five.", [5]),
    ("They captured 19 combat vehicles and destroyed 11.", [11]),
    ("Rebels ambushed the convoy and set two trucks ablaze.", [2]),
    ("Rebels took 12 vehicles and burned the depot.", []),
]


@pytest.mark.parametrize(("sentence", "numbers"), MATERIEL)
def test_materiel_that_was_destroyed(sentence: str, numbers: list[int]) -> None:
    assert counted(sentence) == [("destroyed", number, number) for number in numbers]


WORDINGS = [
    ("Searches turned up the bodies of 41 herdsmen.", ("killed", 41, 41)),
    ("The imam helped to bury 17 villagers.", ("killed", 17, 17)),
    ("Monks put 63 people in the ground.", ("killed", 63, 63)),
    ("The widow lost her two sons in the shelling.", ("killed", 2, 2)),
    ("Our dead numbered at least 70.", ("killed", 70, None)),
    ("Turkish dead for the month now stand at 29.", ("killed", 29, 29)),
    ("The field was strewn with dozens of rebel corpses.", ("killed", 12, 99)),
    ("The inquiry asked how three women were killed.", ("killed", 3, 3)),
    ("Three boys aged five, seven and nine died.", ("killed", 3, 3)),
    ("Two cyclists were grazed by bullets.", ("injured", 2, 2)),
    ("Raiders carried off 20 girls.", ("captured", 20, 20)),
    ("The gang took six drivers into the forest.", ("captured", 6, 6)),
    ("Militiamen still hold 14 nurses.", ("captured", 14, 14)),
    ("The guerrillas released eight policemen.", ("rescued", 8, 8)),
    ("Some 9,000 villagers were evacuated.", ("displaced", 7200, 10800)),
    ("About 5,000 Serbs have crossed into Bosnia.", ("displaced", 4000, 6000)),
    ("Not a single child was harmed.", ("casualties", 0, 0)),
    ("The deaths brought to 52 the toll of the unrest.", ("killed", 52, 52)),
    ("Forensic experts unearthed 88 skeletons.", ("killed", 88, 88)),
    ("The toll, initially put at 12, has risen to 17.", ("killed", 17, 17)),
    ("Raiders slit the throats of five shepherds.", ("killed", 5, 5)),
    ("A shell claimed the lives of an elderly couple.", ("killed", 2, 2)),
    ("Another 15 bodies were found under the rubble.", ("killed", 15, 15)),
    ("The ministry put evacuees at 90,000 in four provinces.", ("displaced", 90000, 90000)),
    ("Ten of the injured are children.", ("injured", 10, 10)),
    ("Seven of the hostages are believed to be dead.", ("killed", 7, 7)),
    ("He was one of 13 people shot dead by paratroopers.", ("killed", 13, 13)),
    ("Air defences downed 54 of 60 drones.", ("destroyed", 54, 54)),
    ("The group mourned five of its fighters.", ("killed", 5, 5)),
    ("The bodies of two nurses, who had been missing since May, were found.", ("killed", 2, 2)),
    ("Baku acknowledged only seven prisoners.", ("captured", 7, 7)),
    ("The clan had lost 61, its chief said.", ("killed", 61, 61)),
    ("The junta confirmed the colonel's death.", ("killed", 1, 1)),
    ("Four inmates were beaten.", ("injured", 4, 4)),
    ("Six passers-by were hurt.", ("injured", 6, 6)),
    ('The navy said it killed "dozens" of them.', ("killed", 12, 99)),
    ("Among the dead was the deputy governor.", ("killed", 1, 1)),
    ("Ana Osman was shot dead.", ("killed", 1, 1)),
]


@pytest.mark.parametrize(("sentence", "expected"), WORDINGS)
def test_a_wording_of_a_loss(sentence: str, expected: tuple[str, int, int | None]) -> None:
    text = sentence if not sentence.startswith("Ana") else f"Police said {sentence}"
    assert counted(text) == [expected]


NONE = [
    "Nine in ten of the victims spoke Quechua.",
    "Three out of four victims were poor.",
    "The delay could cost hundreds more lives.",
    "Thousands of deaths could have been avoided.",
    "There was no massacre, the army insisted.",
    "Researchers interviewed 60 victims.",
    "The losses are not known.",
    "A court held four men liable for the attack.",
    "The soldier was captured on film.",
    "A MiG fighter was shot down near the coast.",
    "They are killing their own people.",
    "The children died when the house burned.",
    "The 77 Brigade moved north.",
    "Thousands of mourners buried their leader.",
    "[09:40] The siege is over.",
    "Some families had buried their relatives.",
]


@pytest.mark.parametrize("sentence", NONE)
def test_what_tells_of_no_loss(sentence: str) -> None:
    assert counted(sentence) == []


def test_two_numbers_of_one_sentence_stay_apart() -> None:
    text = "The ministry put the number of dead at 312 and the number of wounded at 1,204."
    assert counted(text) == [("killed", 312, 312), ("injured", 1204, 1204)]


def test_prisoners_are_counted_beside_the_dead() -> None:
    assert counted("They left 60 dead and 12 prisoners.") == [("killed", 60, 60), ("captured", 12, 12)]


def test_a_label_before_other_labels_counts_nothing() -> None:
    assert counted("Casualties: 12 killed, 30 wounded.") == [("killed", 12, 12), ("injured", 30, 30)]


def test_a_second_verb_has_the_people_of_the_first() -> None:
    text = "Two soldiers were kidnapped and later found dead."
    assert counted(text) == [("captured", 2, 2), ("killed", 2, 2)]


def test_whose_loss_it_is_stays_with_the_dead() -> None:
    assert the("A farmer lost his wife in the raid.", "victims") == "wife"


def test_an_asyndetic_speaker_is_no_victim() -> None:
    text = "Gunmen killed three priests and six nurses, a nun who escaped to the coast told reporters."
    assert counted(text) == [("killed", 3, 3), ("killed", 6, 6)]


def test_one_who_died_in_hospital_is_not_also_wounded() -> None:
    text = "Police said Anwar Karim was rushed to hospital but declared dead on arrival."
    assert counted(text) == [("killed", 1, 1)]
