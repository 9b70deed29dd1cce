"""Who says it: before the statement, after it, in quotation marks, in a list or a communique, or nobody."""

from __future__ import annotations

from pathlib import Path

import pytest
from extracting import rows, the

SAID = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "speakers.tsv").read_text(encoding="utf-8").splitlines()
]
"""The claimants of a text's casualty drafts, in order, each once, and the text; a line end in it is written \\n."""


@pytest.mark.parametrize(("claimants", "text"), SAID)
def test_the_speakers_of_a_text(claimants: str, text: str) -> None:
    found = rows(text.replace("\\n", "\n"))
    assert "; ".join(dict.fromkeys(row["claimant"] for row in found)) == claimants


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


def test_the_outlet_speaks_where_nobody_else_does() -> None:
    assert the("Police said so. Twelve people were killed.", "claimant") == "The Outlet"
    assert the("We counted 12 bodies.", "claimant") == "The Outlet"


def test_an_inherited_speaker_is_marked_so() -> None:
    (draft,) = rows('"They came at night," the teacher said.\n\n"We counted 30 bodies in the morning."')
    assert (draft["claimant"], draft["provenance"]["claimant"]["source"]) == ("the teacher", "inherited")


def test_two_sides_swapped_give_the_mirror_image() -> None:
    text = "The army said 12 civilians were killed; the rebels, who hold the town, put the toll at 40 dead."
    swap = text.replace("army", "*").replace("rebels", "army").replace("*", "rebels")
    assert [row["claimant"] for row in rows(text)] == ["The army", "the rebels"]
    assert [row["claimant"] for row in rows(swap)] == ["The rebels", "the army"]


def test_a_count_that_goes_on_without_end_is_left_to_the_outlet() -> None:
    found = rows("Police said two men were killed." + " Another was killed." * 1200)
    assert [row["claimant"] for row in found[:2]] == ["Police", "Police"]
    assert found[-1]["claimant"] == "The Outlet"
