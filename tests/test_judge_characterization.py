"""Words at opposite poles about one act."""

from __future__ import annotations

import pytest

from reconcile.judge.characterization import opposed, read_frame
from reconcile.result import About, Verdict
from tests.tables import disagreements, of_rule, one_event, result_of, the

OPPOSED = [
    ("retaliatory", "unprovoked", "initiation"),
    ("retaliation for earlier strikes", "an act of aggression", "initiation"),
    ("a precision strike", "indiscriminate", "target"),
    ("strikes on terrorist hideouts", "hit refugees", "target"),
    ("a tragic accident", "deliberate", "intent"),
    ("a firefight", "a massacre", "combat"),
    ("lawful", "unlawful", "legality"),
    ("deliberate", "not deliberate", "intent"),
    ("genuine", "staged", "truth"),
]
ALIKE = [
    ("retaliatory", "in response to an attack"),
    ("unprovoked", "aggression"),
    ("retaliatory", "a precision strike"),
    ("retaliatory", "retaliatory"),
    ("heroic", "tragicomic"),
    ("", "unprovoked"),
]


@pytest.mark.parametrize(("one", "two", "dimension"), OPPOSED)
def test_opposed_words(one: str, two: str, dimension: str) -> None:
    assert opposed(one, two) == dimension


@pytest.mark.parametrize(("one", "two"), [pair[:2] for pair in OPPOSED] + ALIKE)
def test_opposition_is_symmetric(one: str, two: str) -> None:
    assert opposed(one, two) == opposed(two, one)


@pytest.mark.parametrize(("one", "two"), ALIKE)
def test_words_that_do_not_oppose(one: str, two: str) -> None:
    assert opposed(one, two) is None


def test_a_negated_word_stands_at_the_other_pole() -> None:
    assert read_frame("not deliberate") == read_frame("unintentional")


def test_border_night_retaliatory_or_unprovoked_is_a_contradiction_of_35() -> None:
    result = result_of(
        """id | frame       | claimant
           a  | retaliatory | Taliban government spokesman
           b  | unprovoked  | Pakistani prime minister""",
        kind="characterization", event_type="clash", date="2025-10-11", place="Afghanistan-Pakistan border",
        perpetrator="Afghanistan (Taliban)",
    )  # fmt: skip
    found = the(result, "characterization-opposed")
    assert (found.verdict, found.about) == (Verdict.CONTRADICTION, About.CHARACTERIZATION)
    assert (sorted(found.claims), found.severity, found.gap) == (["a", "b"], 35, None)
    assert "“retaliatory”" in found.explanation
    assert "“unprovoked”" in found.explanation


def test_words_about_two_parties_acts_are_not_compared() -> None:
    result = one_event(
        """id | frame       | claimant                     | perpetrator
           a  | retaliatory | Taliban government spokesman | Afghanistan (Taliban)
           b  | unprovoked  | Taliban government spokesman | Pakistan
           c  | unprovoked  | Indian Foreign Ministry      | Pakistan""",
        kind="characterization",
    )
    assert disagreements(result) == []


def test_one_voice_does_not_oppose_itself() -> None:
    result = one_event(
        """id | frame      | claimant
           a  | lawful     | the mayor
           b  | unlawful   | the mayor""",
        kind="characterization",
    )
    assert of_rule(result, "characterization-opposed") == []


def test_one_side_that_uses_one_word_twice_is_one_dispute() -> None:
    result = one_event(
        """id | frame       | claimant
           a  | retaliatory | Taliban government spokesman
           b  | retaliatory | Afghan Ministry of Defence
           c  | unprovoked  | Pakistani military""",
        kind="characterization", perpetrator="Afghanistan (Taliban)",
    )  # fmt: skip
    found = the(result, "characterization-opposed")
    assert {*found.claims, *(e for es in found.echoes.values() for e in es)} == {"a", "b", "c"}


def test_bloody_sunday_gun_battle_or_massacre() -> None:
    result = one_event(
        """id | frame        | claimant                | perpetrator
           a  | gun battle   | British Army            | British Army
           b  | a massacre   | Bogside residents       | United Kingdom""",
        kind="characterization",
    )
    assert the(result, "characterization-opposed").verdict is Verdict.CONTRADICTION
