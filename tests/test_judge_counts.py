"""Figures against figures: the real disputes, the rule each falls under, and what must stay silent."""

from __future__ import annotations

import pytest

from reconcile.result import About, Finding, Result, Verdict
from tests.tables import claims_of, disagreements, of_rule, one_event, pairs, result_of, the

BORDER_NIGHT = {"event_type": "clash", "date": "2025-10-11", "place": "Afghanistan-Pakistan border"}
PAKTIKA = {"event_type": "airstrike", "date": "2024-12-24", "place": "Paktika, Afghanistan", "perpetrator": "Pakistan"}
EVERY_POLICY = ["plain", "acled", "airwars", "gtd", "scad"]


def soldiers(first: str, second: str) -> Result:
    """Two sides on the Pakistani soldiers killed in the border night."""
    return result_of(
        f"""id | quantity | victims            | claimant
            a  | {first}  | Pakistani soldiers | Taliban government spokesman
            b  | {second} | Pakistani soldiers | Pakistani military""",
        **BORDER_NIGHT,
    )


def fighters(first: str, second: str) -> Result:
    """Two sides on the Taliban fighters killed in the border night."""
    return result_of(
        f"""id | quantity | victims          | claimant
            a  | {first}  | Taliban fighters | Pakistani military
            b  | {second} | Taliban fighters | Taliban government spokesman""",
        **BORDER_NIGHT,
    )


@pytest.fixture(scope="module")
def border_night() -> Finding:
    return the(soldiers("at least 58", "23"), "count-disjoint")


def test_border_night_58_or_23_is_a_contradiction_over_a_count(border_night: Finding) -> None:
    assert (border_night.verdict, border_night.about) == (Verdict.CONTRADICTION, About.COUNT)
    assert set(border_night.claims) == {"a", "b"}


def test_border_night_58_or_23_has_35_people_and_severity_59(border_night: Finding) -> None:
    assert (border_night.gap, border_night.severity) == (35, 59)


def test_border_night_58_or_23_holds_under_every_policy(border_night: Finding) -> None:
    assert border_night.policies == EVERY_POLICY


def test_border_night_23_is_noted_as_an_admission_of_own_losses(border_night: Finding) -> None:
    (note,) = border_night.notes
    assert "lower figure" in note
    assert "own-loss admission" in note
    assert "Pakistan" in note


def test_the_sentence_says_who_said_what_and_that_no_number_fits(border_night: Finding) -> None:
    text = border_night.explanation
    for words in ("Taliban government spokesman", "at least 58", "Pakistani military", "23", "35 apart"):
        assert words in text


@pytest.mark.parametrize(
    ("first", "second", "severity"),
    [("58", "23", 59), ("23", "58", 59), ("58", "57", 2), ("1", "0", 50), ("2", "1", 33)],
)
def test_severity_is_the_share_that_the_smaller_figure_cannot_hold(first: str, second: str, severity: int) -> None:
    assert the(soldiers(first, second), "count-disjoint").severity == severity


@pytest.mark.parametrize(("first", "second"), [("58", "57"), ("2", "1"), ("1", "0")])
def test_one_person_apart_is_still_a_contradiction(first: str, second: str) -> None:
    found = the(soldiers(first, second), "count-disjoint")
    assert (found.verdict, found.gap) == (Verdict.CONTRADICTION, 1)


def test_more_than_200_or_none_of_ours_died() -> None:
    found = the(fighters("more than 200", "none"), "count-disjoint")
    assert (found.verdict, found.gap, found.severity) == (Verdict.CONTRADICTION, 201, 99)


def test_more_than_200_or_none_reported_is_a_tension_of_40() -> None:
    found = the(fighters("more than 200", "none reported"), "count-strained")
    assert (found.verdict, found.about, found.severity) == (Verdict.TENSION, About.COUNT, 40)
    assert "strained" in found.explanation


def test_more_than_200_or_dozens_depends_on_what_dozens_means() -> None:
    found = the(fighters("more than 200", "dozens"), "count-disjoint")
    assert (found.verdict, found.gap, found.severity) == (Verdict.CONTRADICTION, 102, round(100 * (1 - 100 / 202)))
    assert found.policies == ["plain", "acled", "airwars"]


def test_more_than_200_fighters_among_40_dead_is_a_part_larger_than_its_whole() -> None:
    result = result_of(
        """id | quantity      | victims          | claimant
           a  | more than 200 | Taliban fighters | Pakistani military
           b  | 40            | people           | United Nations""",
        **BORDER_NIGHT,
    )
    found = the(result, "count-part-exceeds-whole")
    assert (found.verdict, found.about, found.gap) == (Verdict.CONTRADICTION, About.ACCOUNTING, 161)
    assert found.severity == round(100 * 0.95 * (1 - 41 / 202))
    assert found.claims == ["a", "b"]


def test_a_part_smaller_than_its_whole_is_nothing() -> None:
    result = one_event(
        """id | quantity | victims          | claimant
           a  | 40       | Taliban fighters | Pakistani military
           b  | 200      | people           | United Nations""",
        event_type="clash",
    )
    assert disagreements(result) == []


def test_58_soldiers_of_one_side_and_200_fighters_of_the_other_are_no_dispute() -> None:
    result = one_event(
        """id | quantity      | victims            | claimant
           a  | at least 58   | Pakistani soldiers | Taliban government spokesman
           b  | more than 200 | Taliban fighters   | Pakistani military""",
        **BORDER_NIGHT,
    )
    assert disagreements(result) == []


@pytest.mark.parametrize("measures", [("killed", "injured"), ("killed", "captured"), ("destroyed", "killed")])
def test_other_measures_are_not_compared(measures: tuple[str, str]) -> None:
    result = one_event(
        f"""id | measure       | quantity | victims            | claimant
            a  | {measures[0]} | 58       | Pakistani soldiers | Taliban government spokesman
            b  | {measures[1]} | 23       | Pakistani soldiers | Pakistani military"""
    )
    assert disagreements(result) == []


def test_killed_cannot_exceed_killed_and_injured_together() -> None:
    result = one_event(
        """id | measure    | quantity | victims            | claimant
           a  | killed     | 58       | Pakistani soldiers | Taliban government spokesman
           b  | casualties | 23       | Pakistani soldiers | Pakistani military"""
    )
    found = the(result, "count-part-exceeds-whole")
    assert (found.about, found.claims, found.gap) == (About.ACCOUNTING, ["a", "b"], 35)


def test_peshawar_145_of_whom_132_children_is_nothing() -> None:
    result = result_of(
        """id | quantity | victims  | claimant
           a  | 145      | people   | Pakistani officials
           b  | 132      | children | hospital staff""",
        event_type="massacre", date="2014-12-16", place="Peshawar",
    )  # fmt: skip
    assert disagreements(result) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("at least 58", "60"), ("up to 60", "40"), ("100 to 300", "about 250"), ("dozens", "58"), ("several", "3"),
        ("58", "58"), ("", "23"), ("some", "23"), ("nearly 60", "55"),
    ],
)  # fmt: skip
def test_figures_that_share_a_number_a_fair_reader_expects_are_no_dispute(first: str, second: str) -> None:
    assert disagreements(soldiers(first, second)) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [("at least 10", "58"), ("more than 10", "40"), ("58", "none reported"), ("up to 60", "12"), ("about 100", "82")],
)
def test_figures_that_meet_only_outside_a_fair_reading_are_a_tension(first: str, second: str) -> None:
    assert {(f.rule, f.verdict.value) for f in disagreements(soldiers(first, second))} == {
        ("count-strained", "tension")
    }


def test_more_than_200_against_exactly_200_is_apart_by_the_letter_only() -> None:
    found = the(fighters("more than 200", "200"), "count-disjoint")
    assert (found.verdict, found.gap) == (Verdict.CONTRADICTION, 1)
    assert found.severity <= 2
    assert any("by the letter only" in note for note in found.notes)


def test_within_rounding_is_said_and_still_a_contradiction() -> None:
    found = the(fighters("200", "170"), "count-disjoint")
    assert found.verdict is Verdict.CONTRADICTION
    assert any("rounding" in note for note in found.notes)


def test_counted_figures_are_not_within_rounding() -> None:
    assert not any("rounding" in note for note in the(fighters("203", "171"), "count-disjoint").notes)


def test_azizabad_30_then_90_by_the_other_side_is_a_contradiction() -> None:
    result = result_of(
        """id | quantity | victims   | claimant           | published
           a  | 5 to 7   | civilians | US military        | 2008-08-28
           b  | 90       | civilians | Afghan government  | 2008-08-24
           c  | 90       | civilians | United Nations     | 2008-08-26""",
        event_type="airstrike", date="2008-08-22", place="Azizabad, Afghanistan", perpetrator="United States",
    )  # fmt: skip
    found = the(result, "count-disjoint")
    assert (found.verdict, found.gap, found.severity) == (Verdict.CONTRADICTION, 83, round(100 * (1 - 8 / 91)))
    assert pairs(found) == {frozenset("ab"), frozenset("ac")}
    assert "count-corroborated" in {f.rule for f in result.findings}


def test_azizabad_the_voice_that_moved_from_7_to_33_revised_and_its_old_figure_accuses_nobody() -> None:
    result = result_of(
        """id | quantity | victims   | claimant       | published
           a  | 5 to 7   | civilians | US military    | 2008-08-28
           b  | 33       | civilians | US military    | 2008-10-08
           c  | 90       | civilians | United Nations | 2008-08-26""",
        event_type="airstrike", date="2008-08-22", place="Azizabad, Afghanistan", perpetrator="United States",
    )  # fmt: skip
    revision = the(result, "count-revised-up")
    assert (revision.verdict, revision.claims, revision.gap) == (Verdict.REVISION, ["a", "b"], 26)
    assert [f.claims for f in disagreements(result)] == [["c", "b"]]


def test_a_toll_that_one_voice_lowers_is_flagged_apart() -> None:
    result = one_event(
        """id | quantity | victims   | claimant               | published
           a  | 471      | people    | Gaza Health Ministry   | 2023-10-18
           b  | 300      | people    | Gaza Health Ministry   | 2023-10-20"""
    )
    found = the(result, "count-revised-down")
    assert (found.verdict, found.claims, found.gap) == (Verdict.REVISION, ["a", "b"], 171)
    assert found.severity > 0
    assert disagreements(result) == []


def test_a_fall_weighs_more_than_a_rise() -> None:
    table = """id | quantity | victims | claimant             | published
               a  | {}       | people  | Gaza Health Ministry | 2023-10-18
               b  | {}       | people  | Gaza Health Ministry | 2023-10-20"""
    up = the(one_event(table.format(100, 400)), "count-revised-up")
    down = the(one_event(table.format(400, 100)), "count-revised-down")
    assert down.severity > up.severity


def test_paktika_at_least_8_then_46_is_a_progression() -> None:
    result = result_of(
        """id | quantity   | victims | claimant                     | published
           a  | at least 8 | people  | residents                    | 2024-12-25
           b  | 46         | people  | Taliban government spokesman | 2025-01-25""",
        **PAKTIKA,
    )
    found = the(result, "count-overtaken")
    assert (found.verdict, found.gap, found.severity) == (Verdict.PROGRESSION, 22, 5)
    assert disagreements(result) == []


@pytest.mark.parametrize(
    ("first", "notes", "verdict"),
    [
        ("8", "preliminary count", Verdict.PROGRESSION),
        ("8 so far", "", Verdict.PROGRESSION),
        ("8", "expected to rise", Verdict.PROGRESSION),
        ("8", "", Verdict.CONTRADICTION),
    ],
    ids=["preliminary by a note", "preliminary by its words", "expected to rise", "an early date alone"],
)
def test_only_a_preliminary_figure_is_overtaken(first: str, notes: str, verdict: Verdict) -> None:
    result = result_of(
        f"""id | quantity | victims | claimant                     | published  | notes
            a  | {first}  | people  | residents                    | 2024-12-25 | {notes}
            b  | 46       | people  | Taliban government spokesman | 2025-01-25 |""",
        **PAKTIKA,
    )
    counts = [f for f in result.findings if f.rule in ("count-overtaken", "count-disjoint")]
    assert [f.verdict for f in counts] == [verdict]


def test_a_preliminary_figure_that_is_the_later_one_is_not_overtaken() -> None:
    result = result_of(
        """id | quantity | victims | claimant                     | published  | notes
           a  | 8        | people  | residents                    | 2025-01-25 | preliminary count
           b  | 46       | people  | Taliban government spokesman | 2024-12-25 |""",
        **PAKTIKA,
    )
    assert the(result, "count-disjoint").verdict is Verdict.CONTRADICTION


def test_a_later_higher_figure_by_another_voice_of_one_side_is_a_tension() -> None:
    result = one_event(
        """id | quantity | victims   | claimant                 | published
           a  | 10       | civilians | Ukrainian governor       | 2022-04-08
           b  | 52       | civilians | Ukrainian president      | 2022-04-10""",
        claimant_side="Ukraine",
    )
    found = the(result, "count-disjoint")
    assert (found.verdict, found.factors.independence) == (Verdict.TENSION, 0.7)


def test_kramatorsk_a_later_lower_figure_within_one_side_stays_a_contradiction() -> None:
    result = one_event(
        """id | quantity | victims   | claimant                 | published
           a  | 52       | civilians | Ukrainian governor       | 2022-04-08
           b  | 10       | civilians | Ukrainian president      | 2022-04-10""",
        claimant_side="Ukraine",
    )
    found = the(result, "count-disjoint")
    assert (found.verdict, found.severity) == (Verdict.CONTRADICTION, round(100 * 0.7 * (1 - 11 / 53)))


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        ("2022-04-08T10:00", "2022-04-08T10:00", Verdict.CONTRADICTION),
        ("", "", Verdict.CONTRADICTION),
        ("2022-04-08T10:00", "", Verdict.TENSION),
    ],
    ids=["one breath", "nothing dated", "one undated"],
)
def test_one_voice_with_two_figures(first: str, second: str, verdict: Verdict) -> None:
    result = one_event(
        f"""id | quantity | victims | claimant     | published
            a  | 52       | people  | the governor | {first}
            b  | 39       | people  | the governor | {second}"""
    )
    found = the(result, "count-self")
    assert (found.verdict, found.factors.independence) == (verdict, 0.6)


def test_raf_15_september_1940_185_or_56() -> None:
    result = result_of(
        """id | quantity | victims         | claimant            | published
           a  | 185      | German aircraft | Air Ministry        | 1940-09-15
           b  | 56       | German aircraft | Luftwaffe           | 1940-09-16""",
        measure="destroyed", date="1940-09-15", place="London", event_type="clash", victim_side="Germany",
    )  # fmt: skip
    found = the(result, "count-disjoint")
    assert (found.verdict, found.gap, found.severity) == (Verdict.CONTRADICTION, 129, round(100 * (1 - 57 / 186)))


def test_mh17_298_aboard_is_nobodys_dispute() -> None:
    result = result_of(
        """id | quantity | victims | claimant
           a  | 298      | people  | Malaysia Airlines
           b  | 298      | people  | Dutch Safety Board
           c  | 80       | children | Dutch Safety Board""",
        date="2014-07-17", place="Hrabove, Ukraine",
    )  # fmt: skip
    assert disagreements(result) == []
    assert the(result, "count-corroborated").verdict is Verdict.CORROBORATION


def test_totals_over_different_years_are_not_compared() -> None:
    result = one_event(
        """id | date      | quantity | victims | claimant
           a  | 2024      | 2500     | people  | CRSS
           b  | 2025-01/2025-09 | 2414 | people | PICSS""",
        scope="cumulative",
    )
    assert disagreements(result) == []


def test_totals_over_the_same_year_are() -> None:
    result = one_event(
        """id | quantity | victims | claimant
           a  | 2500     | people  | CRSS
           b  | 1600     | people  | PICSS""",
        scope="cumulative", date="2024",
    )  # fmt: skip
    assert the(result, "count-disjoint").gap == 900


def test_bounds_given_as_numbers_are_judged_like_words() -> None:
    result = one_event(
        """id | low | high | victims            | claimant
           a  | 58  |      | Pakistani soldiers | Taliban government spokesman
           b  | 23  | 23   | Pakistani soldiers | Pakistani military"""
    )
    found = the(result, "count-disjoint")
    assert (found.gap, found.severity, found.policies) == (35, 59, EVERY_POLICY)


@pytest.mark.parametrize("policy", EVERY_POLICY)
def test_each_listed_policy_finds_the_dozens_dispute_and_no_other_does(policy: str) -> None:
    from reconcile.engine import reconcile

    claims = claims_of(
        """id | quantity      | victims          | claimant
           a  | more than 200 | Taliban fighters | Pakistani military
           b  | dozens        | Taliban fighters | Taliban government spokesman""",
        **BORDER_NIGHT,
    )
    found = of_rule(reconcile(claims, policy=policy), "count-disjoint")
    assert bool(found) == (policy in ("plain", "acled", "airwars"))


@pytest.mark.parametrize("word", ["lied", "false", "terrorist", "regime", "enemy", "admit that", "propaganda"])
def test_explanations_of_figures_use_neutral_words(word: str) -> None:
    for result in (soldiers("at least 58", "23"), fighters("more than 200", "none reported")):
        for finding in result.findings:
            assert word not in f"{finding.explanation} {finding.notes}".casefold()


def test_the_dead_of_one_place_are_a_part_of_those_of_three_provinces() -> None:
    result = one_event(
        """id | quantity | victims       | claimant             | place
           a  | 11       | Thai people   | Thai health minister | Surin, Sisaket and Ubon Ratchathani
           b  | 6        | people        | Thai army            | petrol station, Sisaket province""",
        event_type="shelling", date="2025-07-24",
    )  # fmt: skip
    assert disagreements(result) == []
