"""The country of a place: by the people named beside it, and as the document itself calls it."""

from __future__ import annotations

import pytest
from extracting import rows

PLACES = [
    (
        "Russian jets bombed flats in the Georgian town of Gori, killing 60 people, officials in Georgia said.",
        "Gori, Georgia",
    ),
    ("Gunmen killed six traders in Duékoué, in western Côte d'Ivoire.", "Duékoué, Côte d'Ivoire"),
    ("Militiamen killed 14 people in Suai, East Timor.", "Suai, East Timor"),
    ("Forty paratroopers were killed on Hill 875, the command said.", "Hill 875"),
    ("A convoy struck a mine on Route 9 and three marines died.", "Route 9"),
    ("An air strike killed 140 mourners in Yemen's capital Sanaa.", "Sanaa, Yemen"),
    ("A bomb killed nine people in Somalia's capital, Mogadishu.", "Mogadishu, Somalia"),
    ("Police shot dead two students in the capital Kampala.", "Kampala, Uganda"),
    (
        "Marines clashed with gunmen in Indanan, killing 12, in one of the Philippines' worst years.",
        "Indanan, Philippines",
    ),
    ("Bangui, 30 June \u2014 Gunmen killed six people in the village of Zebra.", "Zebra, Central African Republic"),
    ("A fire at Camp 16 killed two refugees in Bangladesh.", "Camp 16, Bangladesh"),
]


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_the_place_of_a_loss(text: str, place: str) -> None:
    assert [row.get("place") for row in rows(text)] == [place]
