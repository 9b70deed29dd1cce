"""What a voice said over time: rising and falling tolls, withdrawn figures, victims called otherwise, runs."""

from __future__ import annotations

import pytest

from claims.model import Claim
from reconcile.result import About, Finding, Result, Verdict
from reconcile.said import Chain, Move
from tests.tables import between, disagreements, of_rule, one_event, result_of, the

AZIZABAD = {
    "date": "2008-08-22", "place": "Azizabad, Afghanistan", "event_type": "airstrike", "perpetrator": "United States",
}  # fmt: skip
HEAD = "id | quantity | victims | claimant | published | notes"


def azizabad() -> Result:
    """US forces: 30 militants, then 25 and 5 civilians, then 22 and 33; the United Nations: 90 civilians."""
    return one_event(
        """id | quantity | victims   | claimant    | published
           a  | 30       | militants | US military | 2008-08-22
           b  | 25       | militants | US military | 2008-08-23
           c  | 5        | civilians | US military | 2008-08-23
           d  | 90       | civilians | UNAMA       | 2008-08-26
           e  | 22       | militants | US military | 2008-10-01
           f  | 33       | civilians | US military | 2008-10-01""",
        **AZIZABAD,
    )


def soldiers(*rows: str, **common: str) -> Result:
    """One event out of rows ``quantity | claimant | published | notes`` about soldiers, called a, b, c, ..."""
    cells = [[cell.strip() for cell in row.split("|")] for row in rows]
    table = [
        f"{'abcdefgh'[n]} | {q} | soldiers | {who} | {at} | {notes}" for n, (q, who, at, notes) in enumerate(cells)
    ]
    return one_event("\n".join([HEAD, *table]), **common)


def chain_of(result: Result, claim: str) -> Chain:
    """The chain in which a claim is a step."""
    (found,) = [c for e in result.events for c in e.chains if claim in [s.claim for s in c.steps]]
    return found


def moves(chain: Chain) -> list[str | None]:
    return [s.move.value if s.move else None for s in chain.steps]


def revision(result: Result, rule: str, *claims: str) -> Finding:
    (found,) = [f for f in of_rule(result, rule) if f.claims == list(claims)]
    assert found.verdict is Verdict.REVISION
    return found


def test_azizabad_is_re_categorised_twice() -> None:
    result = azizabad()
    first = revision(result, "status-recategorised", "a", "b", "c")
    second = revision(result, "status-recategorised", "b", "c", "e", "f")
    assert first.about is second.about is About.STATUS
    assert "armed down by 5 and civilians newly named" in first.explanation
    assert "armed down by 3 and civilians up by 28" in second.explanation


def test_azizabad_only_the_last_split_meets_the_united_nations() -> None:
    result = azizabad()
    (clash,) = of_rule(result, "count-disjoint")
    assert (set(clash.claims), clash.gap) == ({"d", "f"}, 57)
    assert not any(between(result, gone, "d") for gone in "abc")


def test_azizabad_as_a_chain() -> None:
    militants = chain_of(azizabad(), "a")
    assert (militants.side, militants.population, militants.measure) == ("United States", "militants", "killed")
    assert moves(militants) == [None, "re-categorised", "re-categorised"]
    assert [(s.claim, s.said, s.low, s.high, s.standing) for s in militants.steps] == [
        ("a", "2008-08-22", 30, 30, False), ("b", "2008-08-23", 25, 25, False), ("e", "2008-10-01", 22, 22, True),
    ]  # fmt: skip
    assert moves(chain_of(azizabad(), "c")) == ["re-categorised", "re-categorised"]


def test_two_kinds_that_both_rise_are_a_rising_toll() -> None:
    result = one_event(
        """id | quantity | victims   | claimant | published
           a  | 10       | militants | Army     | 2008-08-22
           b  | 5        | civilians | Army     | 2008-08-22
           c  | 12       | militants | Army     | 2008-08-23
           d  | 9        | civilians | Army     | 2008-08-23"""
    )
    assert of_rule(result, "status-recategorised") == []
    assert len(of_rule(result, "count-revised-up")) == 2


def test_more_militants_beside_newly_named_civilians_are_no_change_of_status() -> None:
    result = one_event(
        """id | quantity | victims   | claimant | published
           a  | 30       | militants | Army     | 2008-08-22
           b  | 40       | militants | Army     | 2008-08-23
           c  | 5        | civilians | Army     | 2008-08-23"""
    )
    assert of_rule(result, "status-recategorised") == []


def test_own_civilians_named_later_are_other_bodies_than_the_other_sides_fighters() -> None:
    result = one_event(
        """id | quantity | victims          | victim_side           | claimant          | published
           a  | 30       | Taliban fighters | Afghanistan (Taliban) | Pakistan military | 2025-10-11
           b  | 25       | Taliban fighters | Afghanistan (Taliban) | Pakistan military | 2025-10-13
           c  | 5        | civilians        | Pakistan              | Pakistan military | 2025-10-13""",
        event_type="clash",
    )
    assert of_rule(result, "status-recategorised") == []


def test_kunduz_hospital_all_the_dead_are_called_otherwise() -> None:
    result = one_event(
        """id | quantity | victims                  | claimant    | published
           a  | 12       | all of them insurgents   | US military | 2015-10-03
           b  | 12       | all of them civilians    | US military | 2015-10-07
           c  | 12       | civilians                | Médecins Sans Frontières | 2015-10-03""",
    )
    found = revision(result, "status-recategorised", "a", "b")
    assert "first described as armed, then as civilians" in found.explanation
    assert between(result, "a", "c") == []


@pytest.mark.parametrize(
    ("first", "second", "way", "severity"), [("22", "42", "up by 20", 5), ("42", "22", "down by 20", 23)]
)
def test_a_falling_toll_weighs_more_than_a_rising_one_and_says_by_how_many(
    first: str, second: str, way: str, severity: int
) -> None:
    result = soldiers(f"{first} | MSF | 2015-10-04 | ", f"{second} | MSF | 2015-12-12 | ")
    found = revision(result, f"count-revised-{way.split()[0]}", "a", "b")
    assert f"revised {way}." in found.explanation
    assert (found.severity, found.gap) == (severity, 20)
    assert found.policies == ["plain", "acled", "airwars", "gtd", "scad"]


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ("at least 500", "471", "revised down by 29 or more"),
        ("up to 100", "40", "revised down, by 60 between the numbers said"),
        ("at least 8", "46", "revised up, by 38 between the numbers said"),
        ("several", "dozens", "revised up by 3 or more"),
    ],
)
def test_by_how_many_as_far_as_the_words_tell(first: str, second: str, words: str) -> None:
    result = soldiers(f"{first} | Ministry | 2023-10-17 | ", f"{second} | Ministry | 2023-10-18 | ")
    assert words in next(f.explanation for f in result.findings if f.verdict is Verdict.REVISION)


def test_a_revision_of_vague_words_lists_only_the_policies_under_which_it_moved() -> None:
    """Dozens are 12 to ACLED, and some number between 12 and 99, in fairness 24 or more, to plain readers."""
    result = soldiers("dozens | Ministry | 2023-10-17 | ", "12 | Ministry | 2023-10-18 | ")
    assert revision(result, "count-revised-down", "a", "b").policies == ["plain"]


# Withdrawn figures


@pytest.mark.parametrize("word", ["none", "0", "no"])
def test_a_figure_followed_by_none_is_withdrawn(word: str) -> None:
    result = soldiers("58 | Spokesman | 2025-10-11 | ", f"{word} | Spokesman | 2025-10-13 | ")
    found = revision(result, "count-retracted", "a", "b")
    assert (found.about, found.gap) == (About.COUNT, 58)
    assert "withdrawn, down by 58" in found.explanation
    assert moves(chain_of(result, "a")) == [None, "retracted"]


@pytest.mark.parametrize(
    "notes",
    ["retracted on 13 October", "The spokesman withdrew the figure.", "a retiré son bilan", "отозвал заявление",
     "retiró la cifra", "widerrufen", "تراجع عن", "撤回声明", "बयान वापस"],
)  # fmt: skip
@pytest.mark.parametrize("count", ["58", ""])
def test_words_of_withdrawal_in_several_languages(notes: str, count: str) -> None:
    result = soldiers(
        "58 | Spokesman | 2025-10-11 | ", f"{count} | Spokesman | 2025-10-13 | {notes}", "23 | Army | 2025-10-12 | "
    )
    assert "later withdrew it" in revision(result, "count-retracted", "a", "b").explanation
    assert disagreements(result) == []
    assert [s.standing for s in chain_of(result, "a").steps] == [False, False]


def test_a_withdrawal_with_another_figure_puts_that_one_in_its_place() -> None:
    result = soldiers(
        "58 | Spokesman | 2025-10-11 | ", "40 | Spokesman | 2025-10-13 | retracted 58", "23 | Army | 2025-10-12 | "
    )
    assert "withdrew it and said 40" in revision(result, "count-retracted", "a", "b").explanation
    assert between(result, "b", "c") and not between(result, "a", "c")


def test_a_lone_claim_that_says_it_was_withdrawn_accuses_nobody() -> None:
    result = soldiers("58 | Spokesman | 2025-10-11 | later retracted", "23 | Army | 2025-10-12 | ")
    found = revision(result, "count-retracted", "a")
    assert "this statement was later withdrawn" in found.explanation
    assert disagreements(result) == []


@pytest.mark.parametrize(
    "notes", ["troops withdrew from the town", "refused to retract it", "has not retracted the figure", "撤回部队"]
)
def test_other_withdrawals_withdraw_no_figure(notes: str) -> None:
    result = soldiers(f"58 | Spokesman | 2025-10-11 | {notes}", "23 | Army | 2025-10-12 | ")
    assert of_rule(result, "count-retracted") == []
    assert between(result, "a", "b")


# Runs and what stands


def test_a_figure_said_again_after_another_stands_again() -> None:
    result = soldiers(
        "58 | Spokesman | 2025-10-11 | ", "23 | Spokesman | 2025-10-13 | ", "58 | Spokesman | 2025-10-15 | ",
        "30 | Army | 2025-10-12 | ",
    )  # fmt: skip
    (clash,) = disagreements(result)
    assert (set(clash.claims), clash.echoes) == ({"c", "d"}, {})
    assert moves(chain_of(result, "a")) == [None, "down", "up"]
    assert [s.standing for s in chain_of(result, "a").steps] == [False, False, True]


def test_a_run_is_dated_from_its_first_utterance() -> None:
    """The army said 46 before anybody spoke of at least 8, and only repeated it: nothing was overtaken."""
    result = soldiers(
        "46 | Army | 2025-10-11 | ", "at least 8 | Residents | 2025-10-13 | ", "46 | Army | 2025-10-15 | "
    )
    assert of_rule(result, "count-overtaken") == []
    assert the(result, "count-strained").echoes == {"a": ["c"]}


def test_a_new_run_of_an_old_figure_is_dated_anew() -> None:
    result = soldiers(
        "46 | Army | 2025-10-11 | ", "9 | Army | 2025-10-12 | ", "at least 8 | Residents | 2025-10-13 | ",
        "46 | Army | 2025-10-15 | ",
    )  # fmt: skip
    assert the(result, "count-overtaken").claims == ["d", "c"]


def test_an_undated_copy_of_a_replaced_figure_is_history_too() -> None:
    result = soldiers(
        "58 | Spokesman | 2025-10-11 | ", "23 | Spokesman | 2025-10-13 | ", "58 | Spokesman |  | ", "23 | Army |  | "
    )
    assert disagreements(result) == []
    assert chain_of(result, "a").undated == ["c"]


def test_an_undated_copy_of_what_stands_again_stands() -> None:
    result = soldiers(
        "58 | Spokesman | 2025-10-11 | ", "23 | Spokesman | 2025-10-13 | ", "58 | Spokesman | 2025-10-15 | ",
        "58 | Spokesman |  | ", "23 | Army |  | ",
    )  # fmt: skip
    assert between(result, "d", "e")


def test_two_figures_of_one_morning_replace_nothing() -> None:
    result = soldiers("10 | Army | 2025-10-11T08:00Z | ", "20 | Army | 2025-10-11T09:00Z | ")
    assert moves(chain_of(result, "a")) == [None, "at once"]
    assert [s.standing for s in chain_of(result, "a").steps] == [True, True]


def test_a_voice_that_spoke_once_has_no_chain() -> None:
    assert soldiers("10 | Army | 2025-10-11 | ", "20 | Police | 2025-10-12 | ").events[0].chains == []


def test_a_repeated_figure_is_unchanged() -> None:
    result = soldiers("10 | Army | 2025-10-11 | ", "10 | Army | 2025-10-14 | ")
    assert chain_of(result, "a").steps[1].move is Move.UNCHANGED
    assert not [f for f in result.findings if f.verdict is Verdict.REVISION]


def test_chains_do_not_depend_on_the_order_of_rows() -> None:
    from reconcile.engine import reconcile

    rows = [
        Claim(id=f"c{n}", kind="casualty", measure="killed", event="one", quantity=str(q), victims="soldiers",
              claimant=who, source="S", published=f"2025-10-{day}")
        for n, (q, who, day) in enumerate([(5, "A", 11), (9, "B", 11), (7, "A", 12), (9, "B", 13), (5, "A", 14)])
    ]  # fmt: skip
    assert reconcile(rows[::-1]).events == reconcile(rows).events


def test_a_daily_toll_revises_nothing() -> None:
    result = result_of(
        """id | quantity | date       | published
           a  | 9        | 2024-06-07 | 2024-06-07
           b  | 4        | 2024-06-08 | 2024-06-08
           c  | 2        | 2024-06-09 | 2024-06-09""",
        claimant="Kharkiv governor", victims="civilians", place="Kharkiv", event="june",
    )  # fmt: skip
    assert not [f for f in result.findings if f.verdict is Verdict.REVISION]


def test_a_later_statement_about_the_same_day_still_revises_although_its_date_is_a_day_off() -> None:
    result = result_of(
        """id | quantity | date       | published
           a  | 9        | 2024-06-07 | 2024-06-07
           b  | 4        | 2024-06-08 | 2024-07-08""",
        claimant="Kharkiv governor", victims="civilians", place="Kharkiv", event="june",
    )  # fmt: skip
    assert [f.rule for f in result.findings if f.verdict is Verdict.REVISION] == ["count-revised-down"]
