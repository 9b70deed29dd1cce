"""Which texts are about violence, and which only borrow its words."""

from __future__ import annotations

import pytest
from extracting import counted, extraction_of

ELSEWHERE = {
    "food": "Melt the butter, add the flour and beat four eggs to death with the sugar. Shell the prawns, drown "
    "them in brandy and let the oven do the killing. An army of cooks knows this recipe.",
    "fiction": "In the first levels of the game you killed 40 enemies and rescued six hostages before the sniper got "
    "you. The studio promises fewer bugs and a better ending for players.",
    "sport": "White's bishop and rook were slaughtered in nine moves; Black captured two bishops and the chess "
    "grandmaster resigned. The champion's fans called the match a massacre.",
    "nature": "The outbreak killed 30,000 birds. Officers will cull the herd, and farmers near the reservoirs fear "
    "that the flu has infected their pigs and turkeys as well.",
}

STILL_TOLD = [
    "Gunmen killed 11 visitors at the museum. Curators said the exhibition of paintings, with a concert and a book "
    "fair for readers, would stay closed, and the festival was put off.",
    "At least nine people were killed in clashes on voting day. The election commission said turnout in the "
    "constituency was high, and both candidates claimed the seats. Ballots will be counted by the coalition.",
    "Police shot dead 14 strikers at the mine. The company said shares fell; investors and analysts fear for jobs, "
    "and the union wants the board to raise wages.",
]


ANOTHER_CAUSE = [
    "Cholera has killed 312 people in Zambia since October, the health ministry said. Schools stayed closed.",
    "Smoking kills eight million people a year, researchers say.",
    "A lightning strike killed five golfers on Sunday.",
    "Two mountaineers died when a rope broke. A third was rescued after three days.",
    "Soldiers guard the camp. Nine children have died of measles there, nurses said.",
]

STILL_VIOLENT = [
    ("Gunmen attacked a base camp. Ten climbers were killed.", 10),
    ("A cancer specialist and his driver were shot dead by rebels.", 2),
    ("Shelling hit a cholera ward, killing six patients.", 6),
]


@pytest.mark.parametrize("text", ANOTHER_CAUSE)
def test_what_kills_without_an_attack_is_no_claim(text: str) -> None:
    assert counted(text) == []


@pytest.mark.parametrize(("text", "number"), STILL_VIOLENT)
def test_an_attack_stays_one_beside_a_disease_or_a_pursuit(text: str, number: int) -> None:
    assert counted(text) == [("killed", number, number)]


@pytest.mark.parametrize("field", ELSEWHERE)
def test_a_text_that_borrows_the_words_of_violence_has_no_losses(field: str) -> None:
    assert counted(ELSEWHERE[field]) == []


@pytest.mark.parametrize("text", STILL_TOLD)
def test_an_attack_is_told_although_most_words_are_of_another_field(text: str) -> None:
    assert [measure for measure, _, _ in counted(text)] == ["killed"]


def test_a_loss_in_a_text_of_another_field_is_listed_with_the_field() -> None:
    found = extraction_of(ELSEWHERE["fiction"])
    assert "it reads like a loss, but the text is about fiction" in [look.reason for look in found.look_here]
