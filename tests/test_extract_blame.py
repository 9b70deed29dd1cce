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
