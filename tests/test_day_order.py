"""Dates in numbers: which order a table writes them in, and what they are in it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.dates import check_edtf
from claims.read.day_order import DAY_FIRST, MONTH_FIRST, ORDERS, in_edtf, numeric, order_of

READ = {
    ("24.01.2025", DAY_FIRST): "2025-01-24",
    ("5-6-2024", DAY_FIRST): "2024-06-05",
    ("5/6/24", MONTH_FIRST): "2024-05-06",
    ("5/6/69", DAY_FIRST): "1969-06-05",
    ("5/6/68", DAY_FIRST): "2068-06-05",
    ("26-28.10.2025", DAY_FIRST): "2025-10-26/2025-10-28",
    ("26. – 28.10.2025", MONTH_FIRST): "2025-10-26/2025-10-28",
    ("24 January 2025", ""): "2025-01-24",
    ("2025-01", DAY_FIRST): "2025-01",
    ("2025-10-15T13:00+00:00", DAY_FIRST): "2025-10-15T13:00+00:00",
}
LEFT = [("24/01/2025", ""), ("24/01/2025", MONTH_FIRST), ("31.02.2025", DAY_FIRST), ("1/2.2025", DAY_FIRST),
        ("26-31.02.2025", DAY_FIRST), ("yesterday", DAY_FIRST), ("", DAY_FIRST)]  # fmt: skip


@pytest.mark.parametrize(("text", "order"), READ)
def test_a_date_is_read_in_the_order_of_its_table(text: str, order: str) -> None:
    assert in_edtf(text, order) == READ[text, order]


@pytest.mark.parametrize(("text", "order"), LEFT)
def test_what_is_no_day_in_that_order_is_left_for_its_remedy(text: str, order: str) -> None:
    assert in_edtf(text, order) == text


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["05/06/2024", "24/01/2025", "2025-01-24"], DAY_FIRST),
        (["05/06/2024", "01/24/2025"], MONTH_FIRST),
        (["05.06.2024"], DAY_FIRST),
        (["05/06/2024"], ""),
        (["25/01/24", "25.01.24"], ""),
        (["24/01/2025", "01/24/2025"], ""),
        (["45/01/2025 or so", "", "99/99/2025"], ""),
    ],
)
def test_the_order_is_that_which_every_telling_date_shares(texts: list[str], order: str) -> None:
    assert order_of(texts) == order


@given(st.dates(date(1970, 1, 1), date(2068, 12, 31)), st.sampled_from(ORDERS), st.sampled_from("./-"))
def test_every_day_survives_being_written_in_numbers(day: date, order: str, dot: str) -> None:
    parts = [f"{day.day:02}", f"{day.month:02}"]
    text = dot.join([*(parts if order == DAY_FIRST else parts[::-1]), str(day.year)])
    assert numeric(text) and in_edtf(text, order) == check_edtf(in_edtf(text, order)) == day.isoformat()
