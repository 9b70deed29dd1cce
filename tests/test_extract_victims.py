"""Who was counted: the words of the text, those that a bare number stands for, or none."""

from __future__ import annotations

import pytest
from extracting import rows

VICTIMS = [
    ("The army killed 20 rebels and captured 30 more.", ["rebels", "rebels"]),
    ("Medics counted 14 bodies.", ["bodies"]),
    ("The clinic admitted 40 wounded; three died.", ["wounded", "wounded"]),
    ("The blast killed nine.", [""]),
    ("One civilian was killed and five injured.", ["civilian", "civilian"]),
    ("A shell killed a nurse and wounded ten.", ["nurse", ""]),
    ("The governor raised the toll to nine.", [""]),
    ("The raid brought its military losses to 23.", ["its military losses"]),
    ("A mayor gave a toll of four dead.", ["dead"]),
    ("Nobody was hurt.", ["Nobody"]),
    ("A paper put civilian deaths at 6,432.", ["civilian deaths"]),
    ("The monitor puts the disappeared at over 300.", ["the disappeared"]),
    ("No soldier was killed, none is in enemy hands.", ["soldier", "soldier"]),
    ("Her nephew was a baker. They killed him.", ["baker"]),
    ("Forty rebels gave up and 17 were killed.", ["rebels"]),
]


@pytest.mark.parametrize(("sentence", "expected"), VICTIMS)
def test_the_people_as_worded_or_those_before_or_none(sentence: str, expected: list[str]) -> None:
    assert [row.get("victims", "") for row in rows(sentence) if row["kind"] == "casualty"] == expected


def test_more_people_are_those_of_the_sentence_before() -> None:
    found = rows("The shell killed nine pilgrims. Another 61 were wounded.")
    assert [row.get("victims") for row in found] == ["pilgrims", "pilgrims"]
    assert found[1]["provenance"]["victims"]["source"] == "coreference"


SIDES = [
    ("The Northland army admitted 23 of its soldiers were killed.", "The Northland army"),
    ("Ukraine's general staff said Russia lost 810 soldiers.", "Russia"),
    ("The rebels said the army lost 30 of its men.", "army"),
    ("The army said it lost four men.", "The army"),
    ("The militia chief said 20 of his fighters had been killed.", "The militia chief"),
    ("A farmer lost both his sons.", ""),
    ("The army said 12 soldiers were killed.", ""),
]


@pytest.mark.parametrize(("sentence", "side"), SIDES)
def test_whose_people_they_were_where_the_words_for_them_do_not_say(sentence: str, side: str) -> None:
    (row,) = rows(sentence)
    assert row.get("victim_side", "") == side
