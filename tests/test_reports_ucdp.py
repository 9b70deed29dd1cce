"""Rows of UCDP's columns: which population goes where, what becomes best, and what stays empty."""

from __future__ import annotations

import csv
import io

import pytest
from command import steering
from feed_results import nothing, shipped_result
from hostile import hostile_result
from sample_results import HOSTILE, exchanged, with_every_text
from tables import claims_of

from reconcile.engine import reconcile
from reconcile.result import Result
from reports.render import render
from reports.ucdp import headers

DEATHS = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low")


def rows(result: Result) -> list[dict[str, str]]:
    text = "".join(render(result, "ucdp"))
    assert not steering(text)
    found = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    assert all(None not in row and None not in row.values() for row in found)
    return found


def judged(table: str, **common: str) -> Result:
    return reconcile(claims_of(table, **{"event": "one", **common}), estimates=True)


def the(table: str, **common: str) -> dict[str, str]:
    (row,) = rows(judged(table, **common))
    return row


def numbers(row: dict[str, str]) -> list[str]:
    return [row[name] for name in DEATHS]


BOTH_SIDES = """
    quantity | victims   | victim_side           | claimant
    23       | soldiers  | Pakistan              | Pakistani military
    58       | soldiers  | Pakistan              | Zabihullah Mujahid
    20       | fighters  | Afghanistan (Taliban) | Reuters
    4        | civilians |                       | Reuters
"""


def test_the_columns_are_those_of_ged_in_its_order() -> None:
    assert len(headers()) == 49 and headers()[:3] == ("id", "relid", "year")
    assert headers()[-9:] == (*DEATHS, "gwnoa", "gwnob")


def test_sides_stand_by_the_alphabet_and_best_is_the_sum_of_the_columns() -> None:
    row = the(BOTH_SIDES)
    assert (row["side_a"], row["side_b"]) == ("Afghanistan (Taliban)", "Pakistan")
    assert row["dyad_name"] == "Afghanistan (Taliban) - Pakistan"
    assert numbers(row) == ["20", "23", "4", "", "47", "82", "47"]


def test_what_is_left_of_a_total_is_of_unknown_status() -> None:
    assert numbers(the(BOTH_SIDES + "50 | people | | AFP\n")) == ["20", "23", "4", "3", "50", "50", "50"]


def test_a_total_below_its_parts_leaves_best_empty() -> None:
    assert numbers(the(BOTH_SIDES + "30 | people | | AFP\n")) == ["20", "23", "4", "", "", "", ""]


def test_a_population_in_no_column_leaves_the_sum_and_the_rest_empty() -> None:
    outside = "9 | fighters | al-Shabaab | AFP\n"
    row = the(BOTH_SIDES + outside)
    assert (row["side_a"], row["side_b"]) == ("", "")
    assert numbers(row) == ["", "", "4", "", "", "", ""]
    assert numbers(the(BOTH_SIDES + outside + "90 | people | | AFP\n")) == ["", "", "4", "", "90", "90", "90"]


def test_the_widest_population_fills_a_column_unless_a_part_is_larger() -> None:
    children = "3 | children | | AFP\n"
    assert numbers(the(BOTH_SIDES + children))[2] == "4"
    assert numbers(the(BOTH_SIDES + children.replace("3", "9")))[2] == ""


def test_without_the_rules_there_is_no_number() -> None:
    plain = reconcile(claims_of(BOTH_SIDES, event="one"))
    assert [numbers(row) for row in rows(plain)] == [[""] * 7]


def test_a_figure_that_is_none_is_no_number() -> None:
    assert numbers(the("quantity | victims | claimant\nsome | people | Reuters\n")) == [""] * 7


def test_totals_over_a_time_and_the_injured_are_no_rows() -> None:
    table = """
        quantity | measure | scope      | date      | claimant
        2500     | killed  | cumulative | 2024      | Reuters
        12       | injured |            | 2025-10   | AFP
    """
    assert rows(reconcile(claims_of(table), estimates=True)) == []


@pytest.mark.parametrize(
    ("when", "precision", "first", "last"),
    [
        ("2025-10-11", "1", "2025-10-11", "2025-10-11"),
        ("2025-10-11/2025-10-13", "2", "2025-10-11", "2025-10-13"),
        ("2025-10-11/2025-10-17", "3", "2025-10-11", "2025-10-17"),
        ("2025-10", "4", "2025-10-01", "2025-10-31"),
        ("2025", "5", "2025-01-01", "2025-12-31"),
        ("", "", "", ""),
    ],
)
def test_dates_have_ucdps_precision(when: str, precision: str, first: str, last: str) -> None:
    row = the("quantity | claimant\n5 | Reuters\n", date=when)
    assert [row[n] for n in ("date_prec", "date_start", "date_end")] == [precision, first, last]
    assert row["year"] == first[:4]


def test_sources_and_places_are_told() -> None:
    table = """
        quantity | claimant | source | published  | title  | latitude | longitude | country
        5        | Reuters  | BBC    | 2025-10-12 | Clash  | 31.0     | 66.4      | Afghanistan
        9        | AFP      | Dawn   | 2025-10-13 |        |          |           | Afghanistan
    """
    row = the(table, place="Spin Boldak")
    assert row["number_of_sources"] == "2" and row["source_office"] == "BBC;Dawn"
    assert row["source_article"] == "BBC,2025-10-12,Clash;Dawn,2025-10-13"
    assert row["source_original"] == "AFP;Reuters"
    assert (row["where_description"], row["country"], row["geom_wkt"]) == (
        "Spin Boldak",
        "Afghanistan",
        "POINT (66.4 31.0)",
    )


def test_exchanging_the_sides_exchanges_their_columns() -> None:
    names = ("Alpha Front", "Beta Front")
    table = """
        quantity | victims  | victim_side | claimant
        23       | soldiers | Alpha Front | Reuters
        20       | fighters | Beta Front  | AFP
    """
    row, turned = the(table), the(exchanged(table, *names))
    assert (row["side_a"], row["deaths_a"], row["deaths_b"]) == ("Alpha Front", "23", "20")
    assert (turned["side_a"], turned["deaths_a"], turned["deaths_b"]) == ("Alpha Front", "20", "23")
    same = set(headers()) - {"id", "relid", "deaths_a", "deaths_b"}
    assert {name: row[name] for name in same} == {name: turned[name] for name in same}


@pytest.mark.parametrize("name", ["border", "contested", "quiet"])
def test_best_is_always_the_sum_of_the_columns_where_they_are_complete(name: str) -> None:
    found = rows(shipped_result(name))
    for row in found:
        best, high, low = (row[n] for n in ("best", "high", "low"))
        assert (best == "") == (high == "") == (low == "")
        if best:
            assert int(low) <= int(best) <= int(high)
        if row["deaths_unknown"]:
            assert sum(int(row[n] or 0) for n in DEATHS[:4]) == int(best)


def test_nothing_is_a_header() -> None:
    assert rows(nothing()) == []


def test_attacks_are_no_formulas() -> None:
    found = rows(hostile_result())
    assert found and not [c for row in found for c in row.values() if c.startswith(("=", "+", "-", "@"))]


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_in_every_field_is_no_formula(words: str) -> None:
    found = rows(with_every_text(words))
    assert found and not [c for row in found for c in row.values() if c.startswith(("=", "+", "-", "@"))]
