"""Sets of figures that cannot all hold, and sets that only look so."""

from __future__ import annotations

import pytest

from reconcile.result import About, Finding, Result, Verdict
from tests.tables import disagreements, of_rule, one_event, result_of, slots, the


def contradictions(result: Result) -> set[frozenset[str]]:
    return {frozenset(f.claims) for f in disagreements(result) if f.verdict is Verdict.CONTRADICTION}


@pytest.fixture(scope="module")
def border() -> Finding:
    result = one_event(
        """id | quantity     | victims            | victim_side | claimant
           a  | 23           | Pakistani soldiers | Pakistan    | Pakistani military
           b  | more than 20 | Taliban fighters   | Taliban     | Taliban government spokesman
           c  | 40           | people             |             | a wire service"""
    )
    return the(result, "accounting-set")


def test_23_soldiers_more_than_20_fighters_and_40_people(border: Finding) -> None:
    assert (border.about, border.verdict) == (About.ACCOUNTING, Verdict.CONTRADICTION)
    assert set(border.claims) == {"a", "b", "c"}
    assert border.gap == 4


def test_the_sentence_spells_the_sum_out(border: Finding) -> None:
    assert "Pakistani military said 23 Pakistani soldiers killed" in border.explanation
    assert "at least 23 + 21 = 44, and there is room for at most 40" in border.explanation


def test_the_severity_of_a_set_falls_with_each_further_figure(border: Finding) -> None:
    assert border.factors.directness == pytest.approx(0.95 * 0.9, abs=1e-4)
    assert border.factors.magnitude == pytest.approx(1 - 41 / 45, abs=1e-4)


def test_a_set_lists_the_policies_under_which_it_cannot_hold(border: Finding) -> None:
    assert border.policies == ["plain", "acled", "airwars", "gtd", "scad"]


def test_a_pair_that_clashes_by_itself_is_no_larger_set() -> None:
    result = one_event(
        """id | quantity      | victims            | victim_side | claimant
           a  | 23            | Pakistani soldiers | Pakistan    | Pakistani military
           b  | more than 200 | Taliban fighters   | Taliban     | Taliban government spokesman
           c  | 40            | people             |             | a wire service"""
    )
    assert contradictions(result) == {frozenset("bc")}


def test_killed_and_injured_are_all_casualties() -> None:
    result = one_event(
        """id | measure    | quantity | victims | claimant
           a  | killed     | 10       | people  | a hospital
           b  | injured    | 20       | people  | the police
           c  | casualties | 52       | people  | the governor"""
    )
    found = the(result, "accounting-set")
    assert set(found.claims) == {"a", "b", "c"}
    assert "at least 52, and there is room for at most 10 + 20 = 30" in found.explanation


@pytest.mark.parametrize("measure", ["captured", "neutralised", "missing"])
def test_other_measures_are_not_added_up(measure: str) -> None:
    result = one_event(
        f"""id | measure    | quantity | victims  | claimant
            a  | {measure}  | 40       | fighters | the army
            b  | injured    | 20       | fighters | the police
            c  | casualties | 52       | fighters | the governor"""
    )
    assert not of_rule(result, "accounting-set")


def test_men_women_and_children_that_do_not_fill_their_whole() -> None:
    result = one_event(
        """id | quantity | victims  | claimant
           a  | 100      | people   | the mayor
           b  | 40       | men      | a monitor
           c  | 30       | women    | a hospital
           d  | 20       | children | an aid group"""
    )
    assert contradictions(result) == {frozenset("abcd")}


def test_women_and_foreigners_may_be_the_same_people() -> None:
    result = one_event(
        """id | quantity | victims   | claimant
           a  | 80       | women     | a hospital
           b  | 70       | foreigners | the consulates
           c  | 100      | people    | the mayor"""
    )
    assert not contradictions(result)


def test_peshawar_132_of_145_against_150_of_141() -> None:
    result = one_event(
        """id | quantity                    | victims                      | claimant
           a  | 145, including 132 children |                              | the inquiry
           b  | 141                         | people, 150 of them children | a broadcaster"""
    )
    found = {(f.rule, *f.claims): f for f in disagreements(result)}
    assert found["count-self", "b"].verdict is Verdict.CONTRADICTION
    assert "150 against 141" in found["count-self", "b"].explanation
    assert found["count-disjoint", "b", "a"].gap in (18, 4)


def test_mostly_women_and_children_leaves_no_room_for_60_men_of_100() -> None:
    result = one_event(
        """id | quantity | victims                           | claimant
           a  | 100      | people, mostly women and children | the ministry
           b  | 60       | men                               | a hospital"""
    )
    found = the(result, "accounting-set")
    assert (set(found.claims), found.gap) == ({"a", "b"}, None)


@pytest.mark.parametrize(("passengers", "conflicts"), [("246", False), ("at least 250", True)])
def test_korean_air_007_passengers_and_crew_are_two_parts_of_those_aboard(passengers: str, conflicts: bool) -> None:
    result = one_event(
        f"""id | quantity     | victims      | claimant
           a  | 269          | people       | a wire agency
           b  | {passengers} | passengers   | the airline
           c  | 23           | crew members | the ministry"""
    )
    assert [set(f.claims) for f in of_rule(result, "accounting-set")] == ([{"a", "b", "c"}] if conflicts else [])


def test_mostly_women_and_children_leaves_room_for_49_men_of_100() -> None:
    result = one_event(
        """id | quantity | victims                           | claimant
           a  | 100      | people, mostly women and children | the ministry
           b  | 49       | men                               | a hospital"""
    )
    assert not disagreements(result)


def test_paktika_insurgents_civilians_and_the_whole_could_hold_under_each_sides_own_words() -> None:
    result = one_event(
        """id | quantity    | victims    | claimant                     | claimant_side
           a  | at least 20 | insurgents | Pakistani officials          | Pakistan
           b  | at least 40 | civilians  | Afghan ministry of defence   | Afghanistan
           c  | 46          | people     | a United Nations mission     |"""
    )
    found = the(result, "accounting-set")
    assert set(found.claims) == {"a", "b", "c"}
    assert any("call the same people differently" in note for note in found.notes)


def test_one_side_that_contradicts_its_own_total_has_no_such_excuse() -> None:
    result = one_event(
        """id | quantity    | victims    | claimant            | claimant_side
           a  | at least 20 | insurgents | Pakistani officials | Pakistan
           b  | at least 40 | civilians  | Pakistani police    | Pakistan
           c  | 46          | people     | Pakistani army      | Pakistan"""
    )
    found = the(result, "accounting-set")
    assert not any("differently" in note for note in found.notes)
    assert found.factors.independence == 0.7


def test_a_repeated_figure_is_an_echo_not_another_set() -> None:
    result = one_event(
        """id | quantity | victims            | victim_side | claimant           | relayed_from
           a  | 23       | Pakistani soldiers | Pakistan    | Pakistani military |
           b  | 21       | Taliban fighters   | Taliban     | a monitor          |
           c  | 40       | people             |             | Wire A             |
           d  | 40       | people             |             | The Morning Post   | Wire A"""
    )
    found = the(result, "accounting-set")
    assert sorted(slots(found), key=sorted) == [{"a"}, {"b"}, {"c", "d"}]


def test_two_ways_to_outgrow_a_total_are_two_sets() -> None:
    result = one_event(
        """id | quantity | victims | claimant
           a  | 45       | people  | the mayor
           b  | 30       | men     | a monitor
           c  | 20       | women   | a hospital
           d  | 25       | soldiers | the army
           e  | 24       | civilians | an aid group"""
    )
    assert contradictions(result) == {frozenset("abc"), frozenset("ade")}


def test_a_preliminary_total_caps_nothing_once_somebody_spoke_later() -> None:
    result = one_event(
        """id | quantity  | victims   | claimant   | published
           a  | 40 so far | people    | the mayor  | 2020-01-01
           b  | 30        | men       | a monitor  | 2020-01-04
           c  | 20        | women     | a hospital | 2020-01-04"""
    )
    assert not of_rule(result, "accounting-set")


def test_a_voice_that_moved_on_from_its_total_accuses_nobody() -> None:
    result = one_event(
        """id | quantity | victims | claimant  | published
           a  | 40       | people  | the mayor | 2020-01-01
           b  | 30       | men     | the mayor | 2020-01-04
           c  | 20       | women   | the mayor | 2020-01-04"""
    )
    assert not of_rule(result, "accounting-set")


def test_more_armed_losses_than_took_part() -> None:
    result = one_event(
        """id | measure  | quantity    | victims  | victim_side | claimant
           a  | strength | about 60    | fighters | Taliban     | the police
           b  | killed   | at least 90 | fighters | Taliban     | Afghan army"""
    )
    assert contradictions(result) == {frozenset("ab")}


def test_things_and_people_are_never_added_up() -> None:
    result = one_event(
        """id | measure   | quantity | victims  | claimant
           a  | killed    | 10       | people   | the mayor
           b  | destroyed | 12       | vehicles | the army
           c  | killed    | 9        | civilians | a hospital"""
    )
    assert not contradictions(result)


def test_the_dead_of_two_towns_are_in_the_regions_total() -> None:
    table = """id | quantity    | victims | claimant         | place
               a  | {total}     | people  | the region       | Mykolaiv Oblast
               b  | 28          | people  | one mayor        | Bashtanka
               c  | at least 22 | people  | another hospital | Voznesensk"""
    wide = {"country": "Ukraine", "date": "2022-04-15"}
    assert contradictions(one_event(table.format(total=45), **wide)) == {frozenset("abc")}
    assert not contradictions(one_event(table.format(total=50), **wide))


WEEK = """id | quantity | scope      | date                  | claimant            | event
          t  | {total}  | cumulative | 2016-09-23/2016-09-29 | health directorate  | week
          x  | 85       |            | 2016-09-25            | civil defence       | first
          y  | 62       |            | 2016-09-27            | a monitor           | second"""
ALEPPO = {"place": "Aleppo", "country": "Syria", "victims": "people"}


def test_a_weeks_total_is_no_less_than_its_days_together() -> None:
    found = the(result_of(WEEK.format(total=120), **ALEPPO), "accounting-total")
    assert (set(found.claims), found.verdict, found.gap) == ({"t", "x", "y"}, Verdict.CONTRADICTION, 27)


@pytest.mark.parametrize("total", ["147", "200", "at least 100"])
def test_a_total_may_count_more_than_the_known_events(total: str) -> None:
    assert not disagreements(result_of(WEEK.format(total=total), **ALEPPO))


def test_one_event_alone_may_outgrow_a_total() -> None:
    found = the(result_of(WEEK.format(total=70), **ALEPPO), "accounting-total")
    assert set(found.claims) == {"t", "x"}


def test_a_total_elsewhere_or_at_another_time_holds_nothing() -> None:
    placed = """id | quantity | scope      | date                  | claimant           | place  | country
                t  | 70       | cumulative | 2016-09-23/2016-09-29 | health directorate | {place} | {country}
                x  | 85       |            | 2016-09-25            | civil defence      | Aleppo  | Syria"""
    for place, country, found in (
        ("", "Syria", 1),
        ("Aleppo", "Syria", 1),
        ("Homs", "Syria", 0),
        ("", "Iraq", 0),
        ("", "", 0),
    ):
        result = result_of(placed.format(place=place, country=country), victims="people")
        assert len(of_rule(result, "accounting-total")) == found, (place, country)
    later = WEEK.format(total=70).replace("2016-09-23/2016-09-29", "2016-10-01/2016-10-07")
    assert not of_rule(result_of(later, **ALEPPO), "accounting-total")


def test_events_that_may_be_one_are_added_up_to_a_tension_only() -> None:
    unlabelled = WEEK.format(total=120).replace("| first", "|").replace("| second", "|").replace("| week", "|")
    blurred = unlabelled.replace("2016-09-25  ", "2016-09-25/2016-09-26").replace(
        "2016-09-27  ", "2016-09-26/2016-09-27"
    )
    for found in of_rule(result_of(blurred, **ALEPPO), "accounting-total"):
        assert found.verdict is Verdict.TENSION


def test_a_decision_takes_a_set_out_of_the_report() -> None:
    from reconcile.decisions import Decision
    from reconcile.engine import reconcile
    from tests.tables import claims_of

    said = claims_of(
        """id | quantity | victims | claimant
           a  | 45       | people  | the mayor
           b  | 30       | men     | a monitor
           c  | 20       | women   | a hospital""",
        event="one",
    )
    ruling = Decision.model_validate({"decision": "not a contradiction", "claims": ["a", "b"], "by": "ed"})
    result = reconcile(said, [ruling])
    assert not of_rule(result, "accounting-set")
    assert any("set aside" in warning for warning in result.run.warnings)


def test_in_amenas_foreign_and_algerian_hostages_are_not_the_same_people() -> None:
    table = """id | quantity | victims           | claimant
               a  | 21       | hostages          | the prime minister
               b  | 18       | foreign hostages  | a news agency
               c  | 7        | Algerian hostages | a union"""
    assert contradictions(one_event(table, country="Algeria")) == {frozenset("abc")}
    assert not contradictions(one_event(table))


def test_residents_none_of_them_refugees_are_no_refugees() -> None:
    result = one_event(
        """id | quantity | victims                               | claimant
           a  | 110      | people                                | a doctor
           b  | 70       | refugees                              | an aid group
           c  | 45       | local residents, none of them refugees | the mayor"""
    )
    assert contradictions(result) == {frozenset("abc")}


def test_18_fighters_destroyed_were_aircraft() -> None:
    result = one_event(
        """id | measure   | quantity | victims  | victim_side | claimant
           a  | destroyed | 30       | aircraft | Germany     | Air Ministry
           b  | destroyed | 18       | fighters | Germany     | Fighter Command
           c  | destroyed | 16       | bombers  | Germany     | Luftwaffe"""
    )
    assert contradictions(result) == {frozenset("abc")}


def test_peacekeepers_are_no_belligerents_soldiers() -> None:
    result = one_event(
        """id | quantity | victims        | victim_side | claimant
           a  | 20       | people         |             | a monitor
           b  | 15       | FARDC soldiers | DR Congo    | FARDC spokesman
           c  | 7        | peacekeepers   |             | MONUSCO""",
        country="DR Congo",
    )
    assert contradictions(result) == {frozenset("abc")}


def test_peacekeepers_may_be_both_a_missions_and_their_countrys() -> None:
    result = one_event(
        """id | quantity | victims             | claimant
           a  | 5        | UN peacekeepers     | the mission
           b  | 5        | Indian peacekeepers | the Indian army
           c  | 7        | people              | a monitor"""
    )
    assert not contradictions(result)


def test_three_spellings_of_one_name_are_one_person() -> None:
    result = one_event(
        """id | quantity | victims          | claimant
           a  | 1        | Mohammed Sadiqi  | one outlet
           b  | 1        | Muhammad Sadiqi  | another outlet
           c  | 1        | Mohammad Sadiqi  | a third outlet
           d  | 2        | people           | a hospital"""
    )
    assert not contradictions(result)


def test_ages_and_shares_are_no_counts_of_a_part() -> None:
    for victims in (
        "people, including a 40-year-old woman",
        "people, including a 5-year-old girl",
        "people, 50 % of them children",
        "people, including a mother and her 3 children",
    ):
        result = one_event(f"id | quantity | victims | claimant\na | 15 | {victims} | a hospital")
        assert not disagreements(result), victims


def test_one_claimants_town_is_a_part_of_its_province() -> None:
    table = """id | quantity | place          | claimant
               a  | 11       | Izium          | WHO
               b  | 24       | Kharkiv Oblast | WHO"""
    assert not disagreements(one_event(table, country="Ukraine"))
    assert disagreements(one_event(table.replace("24 ", "10 "), country="Ukraine"))


def test_an_event_without_a_place_is_in_no_countrys_total() -> None:
    result = result_of(
        """id | quantity | date       | scope      | country | claimant  | event
           t  | 10       | 2025       | cumulative | Ukraine | a monitor | total
           x  | 50       | 2025-03-01 |            |         | a mayor   | one"""
    )
    assert not of_rule(result, "accounting-total")


def test_a_total_says_nothing_of_what_came_after_it() -> None:
    table = """id | quantity | date            | scope      | claimant  | event | published
               t  | {total}  | 2025-01/2025-12 | cumulative | a monitor | total | {when}
               x  | 200      | 2025-10-01      |            | a mayor   | one   | 2025-10-02"""
    for total, when, found in (("15", "2025-03-01", 0), ("15", "2025-12-31", 1), ("15 so far", "2025-12-31", 0)):
        result = result_of(table.format(total=total, when=when), place="Aleppo", country="Syria")
        assert len(of_rule(result, "accounting-total")) == found, (total, when)


def test_different_people_of_one_event_add_up_against_a_total() -> None:
    result = result_of(
        """id | quantity | victims   | date                  | scope      | claimant
           t  | 40       | people    | 2016-09-23/2016-09-29 | cumulative | health directorate
           x  | 25       | soldiers  | 2016-09-25            |            | civil defence
           y  | 20       | civilians | 2016-09-25            |            | a hospital""",
        place="Aleppo", country="Syria",
    )  # fmt: skip
    assert contradictions(result) == {frozenset("txy")}


def test_a_total_of_many_events_is_one_finding_and_done_at_once() -> None:
    days = "\n".join(f"e{n:02} | 10 | 2025-03-{n:02} | | a mayor | day {n}" for n in range(1, 31))
    result = result_of(
        f"id | quantity | date | scope | claimant | event\nt | 95 | 2025 | cumulative | a monitor | total\n{days}",
        place="Kharkiv", country="Ukraine",
    )  # fmt: skip
    found = the(result, "accounting-total")
    assert len(found.claims) == 11


def test_a_dozen_differing_tolls_hide_no_set() -> None:
    tolls = "\n".join(f"k{n:02} | killed | {10 + n} | outlet {n}" for n in range(12))
    result = one_event(
        f"id | measure | quantity | claimant\ni | injured | 20 | a hospital\nc | casualties | 90 | a governor\n{tolls}"
    )
    assert len(of_rule(result, "accounting-set")) == 12


def test_other_claims_do_not_change_the_id_of_a_set() -> None:
    table = """id | quantity | victims   | claimant
               a  | 23       | soldiers  | the army
               b  | 30       | civilians | a hospital
               c  | 40       | people    | a wire service"""
    alone = the(one_event(table), "accounting-set")
    more = the(one_event(table + "\nd  | at least 1 | civilians | a mayor"), "accounting-set")
    assert alone.id == more.id


def test_whether_a_set_accuses_does_not_hang_on_the_names_of_claims() -> None:
    table = """id | measure    | quantity | claimant | published
               a1 | killed     | 10       | Alpha    | 2020-10-01
               a2 | injured    | 20       | Alpha    | 2020-10-02
               a3 | casualties | 52       | Alpha    | 2020-10-03
               {} | killed     | 10       | Beta     | 2020-10-01"""
    assert [len(of_rule(one_event(table.format(name)), "accounting-set")) for name in ("a0", "z1")] == [1, 1]


def test_mostly_women_and_soldiers_says_nothing_of_one_kind() -> None:
    result = one_event(
        """id | quantity | victims                           | claimant
           a  | 30       | people, mostly women and soldiers | the ministry
           b  | 2        | soldiers                          | a hospital"""
    )
    assert not contradictions(result)


def test_days_of_one_event_that_a_total_elsewhere_holds_are_days() -> None:
    result = result_of(
        """id | quantity | date                  | scope      | claimant
           t  | 52       | 2016-04-03/2016-04-05 | cumulative | UNMISS
           x  | 21       | 2016-04-03            |            | a commissioner
           y  | 17       | 2016-04-04            |            | a monitor
           z  | 19       | 2016-04-05            |            | a hospital""",
        victims="civilians", place="Leer", country="South Sudan",
    )  # fmt: skip
    assert contradictions(result) == {frozenset("txyz")}


def test_trades_that_overlap_too_freely_do_not_hide_plain_sets() -> None:
    trades = ("journalists", "students", "medics", "teachers", "drivers", "farmers", "lawyers", "engineers", "miners",
              "pilgrims", "tourists")  # fmt: skip
    rows = "\n".join(f"t{n:02} | {n + 1} | {trade} | outlet {n}" for n, trade in enumerate(trades))
    table = f"id | quantity | victims | claimant\na | 45 | people | x\nb | 30 | men | y\nc | 20 | women | z\n{rows}"
    result = one_event(table)
    assert frozenset("abc") in contradictions(result)
    assert any("cut off" in warning for warning in result.run.warnings)
