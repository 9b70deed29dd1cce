"""Who says it: before the statement, after it, in quotation marks, or nobody."""

from __future__ import annotations

import pytest
from extracting import rows, the

SAID = [
    ("Police said 12 people were killed.", "Police"),
    ("Twelve people were killed, police said.", "police"),
    ("Twelve people were killed, said Ana Lum, the mayor.", "Ana Lum"),
    ("Twelve people were killed, according to two officials.", "two officials"),
    ("According to the health ministry, 12 people were killed.", "the health ministry"),
    ("The spokesman, Ben Oro, said 12 people were killed.", "The spokesman, Ben Oro"),
    ("It was reported by local officials that 12 people were killed.", "local officials"),
    ("A rescuer who reached the site told a radio station that 12 people were killed.", "A rescuer"),
    ('"Twelve people were killed," the doctor said.', "the doctor"),
    ("Twelve people were killed in the north.", "The Outlet"),
    ("Police announced measures after a bomb killed 12 people.", "Police"),
]


@pytest.mark.parametrize(("sentence", "claimant"), SAID)
def test_the_speaker(sentence: str, claimant: str) -> None:
    assert the(sentence, "claimant") == claimant


def test_each_clause_has_its_own_speaker() -> None:
    first, second = rows("The army said it killed 200 rebels, while the rebels said 58 soldiers were killed.")
    assert (first["claimant"], second["claimant"]) == ("The army", "the rebels")


def test_a_participle_goes_on_with_the_speaker() -> None:
    first, second = rows("The army admitted 23 soldiers were killed while claiming to have killed 200 rebels.")
    assert first["claimant"] == second["claimant"] == "The army"
    assert second["perpetrator"] == "The army"


def test_a_pronoun_is_led_back_and_the_words_are_kept() -> None:
    draft = rows(
        "The defence ministry condemned the raid. The defence ministry said so. It said 12 people were killed."
    )[-1]
    assert draft["claimant"] == "The defence ministry"
    assert draft["provenance"]["claimant"] | {"start": 0, "end": 0} == {
        "source": "coreference", "rule": "frame before", "start": 0, "end": 0, "alternatives": ["It"],
    }  # fmt: skip
    assert "pronoun claimant" in draft["flags"]
