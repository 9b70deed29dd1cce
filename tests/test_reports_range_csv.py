"""The four columns for chart tools: who said what of each contested population, and no number that nobody said."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from command import steering
from feed_results import nothing, shipped_result
from hostile import hostile_result
from sample_results import HOSTILE, with_every_text
from tables import one_event, result_of

from reconcile.result import Result
from reports.render import render

TWO_POPULATIONS = """
    id | quantity    | victims            | victim_side | claimant
    1  | 23          | Pakistani soldiers | Pakistan    | Pakistani military
    2  | at least 58 | Pakistani soldiers | Pakistan    | Zabihullah Mujahid
    3  | 40 to 60    | civilians          |             | Red Cross
    4  | 10          | civilians          |             | Médecins Sans Frontières
    5  | 7           | fighters           | TTP         | Reuters
"""


def rows(result: Result, **options: Any) -> list[list[str]]:
    text = "".join(render(result, "range-csv", **options))
    assert not steering(text.replace("\r", ""))
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def only(table: str, *ids: str) -> Result:
    """The event of those rows of a table."""
    lines = table.strip().splitlines()
    return one_event("\n".join(line for line in lines if line.split("|")[0].strip() in ("id", *ids)))


def test_one_population_is_labelled_by_who_said_it() -> None:
    assert rows(only(TWO_POPULATIONS, "1", "2")) == [
        ["source", "best", "min", "max"],
        ["Pakistani military (Pakistan)", "23", "23", "23"],
        ["Zabihullah Mujahid (Afghanistan (Taliban))", "", "58", ""],
    ]


def test_several_populations_stand_in_blocks_and_say_which() -> None:
    found = rows(one_event(TWO_POPULATIONS))
    assert [label for label, *_ in found[1:]] == [
        "Pakistani military (Pakistan): Pakistani soldiers killed",
        "Zabihullah Mujahid (Afghanistan (Taliban)): Pakistani soldiers killed",
        "Médecins Sans Frontières (third party): civilians killed",
        "Red Cross (third party): civilians killed",
    ]
    assert found[4][1:] == ["", "40", "60"]


def test_the_population_gets_a_column_on_request() -> None:
    found = rows(one_event(TWO_POPULATIONS), populations=True)
    assert found[0] == ["population", "source", "best", "min", "max"]
    assert found[1][:2] == ["Pakistani soldiers killed", "Pakistani military (Pakistan)"]
    assert all(len(row) == 5 for row in found)


def test_uncontested_populations_come_on_request() -> None:
    found = rows(one_event(TWO_POPULATIONS), everything=True)
    assert len(found) == 6 and found[-1] == ["Reuters (third party): fighters (TTP) killed", "7", "7", "7"]


def test_events_are_named_where_there_are_several() -> None:
    table = """
        event | quantity    | claimant           | date       | place
        one   | 23          | Pakistani military | 2025-10-11 | Spin Boldak
        one   | at least 58 | Zabihullah Mujahid | 2025-10-11 | Spin Boldak
        two   | 4           | Pakistani military | 2025-10-15 | Kabul
        two   | 40          | Zabihullah Mujahid | 2025-10-15 | Kabul
    """
    labels = [label for label, *_ in rows(result_of(table, victims="soldiers", victim_side="Pakistan"))[1:]]
    assert labels[0].endswith("soldiers (Pakistan) killed, one, Spin Boldak, 11 October 2025")
    assert labels[-1].endswith("soldiers (Pakistan) killed, two, Kabul, 15 October 2025")


def test_a_best_figure_that_was_given_is_kept_and_none_is_made() -> None:
    table = """
        quantity    | low | high | best | claimant
                    | 10  | 30   | 12   | Red Cross
        about 40    |     |      |      | Reuters
    """
    found = rows(one_event(table), everything=True)
    assert [row[1:] for row in found[1:]] == [["12", "10", "30"], ["", "32", "48"]]


def test_two_figures_of_one_claimant_are_told_apart_by_their_sources() -> None:
    table = """
        quantity | claimant  | source | published
        23       | Red Cross | Dawn   | 2025-10-12
        40       | Red Cross | BBC    | 2025-10-12
    """
    assert [label for label, *_ in rows(one_event(table))[1:]] == [
        "Red Cross (third party), Dawn, 2025-10-12", "Red Cross (third party), BBC, 2025-10-12",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["border", "contested", "quiet"])
def test_shipped_sets_hold_numbers_only(name: str) -> None:
    for label, *numbers in rows(shipped_result(name), everything=True)[1:]:
        assert label and all(n == "" or n.isdecimal() for n in numbers)
        best, low, high = numbers
        assert int(low) <= int(best or low) <= int(high or best or low)


def test_nothing_is_a_header() -> None:
    assert rows(nothing()) == [["source", "best", "min", "max"]]


def test_the_form_for_excel_has_a_byte_order_mark() -> None:
    assert "".join(render(nothing(), "range-csv", excel=True)) == "\ufeffsource,best,min,max\r\n"


def assert_no_formula(result: Result) -> None:
    for row in rows(result, everything=True, populations=True):
        assert len(row) == 5 and not [cell for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_attacks_are_no_formulas() -> None:
    assert_no_formula(hostile_result())


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_in_every_field_is_no_formula(words: str) -> None:
    assert_no_formula(with_every_text(words))
