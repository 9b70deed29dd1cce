"""Several places or days in one event: figures for one are parts of figures for all, and no rivals of each other."""

from __future__ import annotations

import pytest

from claims.places import read_place
from reconcile.extent import lies_in
from reconcile.result import Verdict
from tests.tables import between, disagreements, one_event, result_of

SOUM = {"date": "2023-11-26", "country": "Burkina Faso", "event_type": "massacre", "victims": "civilians"}


def test_three_towns_of_soum_are_no_rivals() -> None:
    result = result_of(
        """id | quantity     | claimant        | place
           a  | moins de 60  | the governor    | Soum Province
           b  | at least 17  | Djibo residents | Djibo, Soum Province
           c  | 14           | the town hall   | Arbinda, Soum Province
           d  | 11           | a health post   | Kelbo, Soum Province""",
        **SOUM,
    )
    assert len(result.events) == 1
    assert not disagreements(result)


def test_one_claimant_who_names_two_villages_counts_two() -> None:
    result = result_of(
        """id | quantity | place           | claimant
           a  | 44       | Nondin, Yatenga | Human Rights Watch
           b  | 179      | Soro, Yatenga   | Human Rights Watch""",
        **{**SOUM, "date": "2024-02-25"},
    )
    assert not disagreements(result)


def test_a_label_leaves_the_places_in_dispute_and_the_figures_with_them() -> None:
    result = one_event(
        """id | quantity | place       | claimant
           a  | 20       | Khan Younis | a hospital
           b  | 12       | Gaza City   | a monitor"""
    )
    assert {f.verdict for f in between(result, "a", "b")} == {Verdict.TENSION}


def test_days_apart_are_in_dispute_under_one_label_and_parts_under_a_total() -> None:
    days = """id | quantity | date                  | claimant   | scope
              a  | 9        | 2024-05-07            | the mayor  |
              b  | 5        | 2024-05-11            | a clinic   |
              {total}"""
    total = "c  | 30       | 2024-05-06/2024-05-12 | a governor | cumulative"
    place = {"place": "Kherson", "victims": "civilians"}
    assert between(one_event(days.format(total="").rstrip(), **place), "a", "b")
    assert not disagreements(one_event(days.format(total=total), **place))


@pytest.mark.parametrize(
    ("inner", "outer", "expected"),
    [
        ("Aleppo, Syria", "Aleppo, Syria", True),
        ("Bashtanka, Ukraine", "Mykolaiv Oblast, Ukraine", True),
        ("Mykolaiv Oblast, Ukraine", "Bashtanka, Ukraine", False),
        ("Bashtanka, Ukraine", "Ukraine", True),
        ("Bashtanka, Ukraine", "Syria", False),
        ("Homs, Syria", "Aleppo, Syria", False),
        ("", "Aleppo, Syria", False),
        ("Aleppo, Syria", "", False),
    ],
)
def test_what_lies_in_what(inner: str, outer: str, expected: bool) -> None:
    assert lies_in(read_place(inner, "", None, None), read_place(outer, "", None, None)) is expected
