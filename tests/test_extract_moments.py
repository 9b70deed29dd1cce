"""Expressions of time as windows of days, counted from the day of publication and never from today."""

from __future__ import annotations

from datetime import date

import pytest
from extracting import PUBLISHED, rows

from claims.extract.moments import find_moments
from claims.extract.words import shipped_words

WINDOWS = [
    ("on 11 October 2023", "2023-10-11"),
    ("on October 11, 2023", "2023-10-11"),
    ("on 2nd January 2024", "2024-01-02"),
    ("2023-10-11", "2023-10-11"),
    ("on 13 and 14 November 2023", "2023-11-13/2023-11-14"),
    ("in June 2014", "2014-06-01/2014-06-30"),
    ("in 2011", "2011-01-01/2011-12-31"),
    ("on 21 December", "2023-12-21"),
    ("on May 15", "2024-05-15"),
    ("on Tuesday", "2024-05-14"),
    ("on Wednesday", "2024-05-15"),
    ("yesterday", "2024-05-14"),
    ("last month", "2024-04-01/2024-04-30"),
    ("in March", "2024-03-01/2024-03-31"),
    ("at the weekend", "2024-05-11/2024-05-12"),
    ("three days ago", "2024-05-12"),
    ("in the first three quarters of this year", "2024-01-01/2024-09-30"),
    ("between July 2022 and June 2023", "2022-07-01/2023-06-30"),
    ("from November 2023 to February 2024", "2023-11-01/2024-02-29"),
    ("late on Saturday and fought until dawn", "2024-05-11/2024-05-12"),
    ("on Sunday evening and shelled the town all night", "2024-05-12/2024-05-13"),
    ("on 9 May, and the fire went on into the early hours", "2024-05-09/2024-05-10"),
    ("Saturday night into Sunday", "2024-05-11/2024-05-12"),
    ("late Monday and into the early hours of Tuesday", "2024-05-13/2024-05-14"),
    ("three days of fighting", "2024-05-13/2024-05-15"),
    ("five nights of rioting", "2024-05-11/2024-05-15"),
    ("two days of inter-communal clashes", "2024-05-14/2024-05-15"),
]


@pytest.mark.parametrize(("words", "window"), WINDOWS)
def test_a_window(words: str, window: str) -> None:
    (moment,) = find_moments(words, 0, len(words), PUBLISHED, shipped_words())
    assert moment.edtf == window


@pytest.mark.parametrize("words", ["31 June 2024", "a 48-hour truce", "1300 GMT", "may not", "he will march on"])
def test_what_is_no_time(words: str) -> None:
    assert [m for m in find_moments(words, 0, len(words), PUBLISHED, shipped_words()) if m.first] == []


def test_without_a_day_of_publication_a_weekday_stays_open() -> None:
    (row,) = rows("Twelve people were killed on Tuesday.", published=None)
    assert "date" not in row


def test_the_day_on_which_it_was_said_is_not_the_day_on_which_it_happened() -> None:
    text = "Twelve people were killed on 3 May, police said. In a statement issued on Monday the army denied it."
    (row,) = rows(text, published=date(2024, 5, 15))
    assert row["date"] == "2024-05-03"


def test_a_date_from_another_sentence_is_marked() -> None:
    _, second = rows("A bomb killed 12 people on 3 May. Nine people were wounded.")
    assert (second["date"], second["provenance"]["date"]["source"]) == ("2024-05-03", "main event")
    assert "date main event" in second["flags"]
