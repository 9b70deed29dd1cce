"""Dates as windows of days, moments as minutes, and what is refused with a remedy."""

from __future__ import annotations

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.dates import DateError, Window, check_edtf, read_moment, read_window, show


def day(year: int, month: int, number: int) -> int:
    return date(year, month, number).toordinal()


def shifted(window: Window, by: int) -> Window:
    first, last = (None if end is None else end + by for end in (window.first, window.last))
    return Window(first, last)


def spanning(one: int | None, two: int | None) -> Window:
    return Window(one, two) if one is None or two is None else Window(min(one, two), max(one, two))


ends = st.none() | st.integers(730_000, 730_060)
windows = st.builds(spanning, ends, ends)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025-10-11", (2025, 10, 11), (2025, 10, 11)),
        ("2025-10-11/2025-10-12", (2025, 10, 11), (2025, 10, 12)),
        ("2025-10-12/2025-10-11", (2025, 10, 11), (2025, 10, 12)),
        ("2025-10", (2025, 10, 1), (2025, 10, 31)),
        ("2024-02", (2024, 2, 1), (2024, 2, 29)),
        ("2023-02", (2023, 2, 1), (2023, 2, 28)),
        ("1900-02", (1900, 2, 1), (1900, 2, 28)),
        ("2000-02-29", (2000, 2, 29), (2000, 2, 29)),
        ("2025", (2025, 1, 1), (2025, 12, 31)),
        ("2025-01/2025-09", (2025, 1, 1), (2025, 9, 30)),
        ("2024/2025-03-02", (2024, 1, 1), (2025, 3, 2)),
        ("2025-10-11T22:30", (2025, 10, 11), (2025, 10, 11)),
        ("1940-09-15", (1940, 9, 15), (1940, 9, 15)),
        ("2025-10-XX", (2025, 10, 1), (2025, 10, 31)),
        ("2025-XX", (2025, 1, 1), (2025, 12, 31)),
        ("199X", (1990, 1, 1), (1999, 12, 31)),
        ("[2025-10-11,2025-10-12]", (2025, 10, 11), (2025, 10, 12)),
    ],
)
def test_sharp_edtf_forms(text: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    window = read_window(text)
    assert (window.first, window.last, window.approximate) == (day(*first), day(*last), False)


@pytest.mark.parametrize("text", ["2025-21", "2025-22", "2025-23"], ids=["spring", "summer", "autumn"])
def test_a_season_is_about_a_quarter_of_its_year(text: str) -> None:
    window = read_window(text)
    assert window.days is not None
    assert 80 <= window.days <= 100
    assert read_window("2025").contains(window)


@pytest.mark.parametrize("text", ["1984-1X", "2025-10-1X", "2025-1X/2025-12", "soon"])
def test_a_date_that_the_library_cannot_read_prints_nothing(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    with contextlib.suppress(DateError):
        read_window.__wrapped__(text)
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("mark", "~?%")
def test_a_mark_means_the_same_before_and_after(mark: str) -> None:
    assert read_window(f"{mark}2025-10") == read_window(f"2025-10{mark}")


def test_three_dates_are_no_interval() -> None:
    with pytest.raises(DateError, match="more than two dates; write the first and the last"):
        read_window("2025-10-11/2025-10-12/2025-10-13")


@pytest.mark.parametrize("text", ["2025-10-11~", "2025-10~", "2025~", "2025-10-11?", "2025-10%"])
def test_approximate_dates_hold_the_plain_one_and_more(text: str) -> None:
    loose, plain = read_window(text), read_window(text[:-1])
    assert loose.approximate
    assert not plain.approximate
    assert loose.contains(plain)
    assert not plain.contains(loose)


def test_an_approximate_end_makes_the_interval_approximate() -> None:
    assert read_window("2025-10-11/2025-10-12~").approximate


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025-03-01/..", day(2025, 3, 1), None),
        ("../2025-03-01", None, day(2025, 3, 1)),
        ("2025-03-01/", day(2025, 3, 1), None),
        ("/2025-03-01", None, day(2025, 3, 1)),
    ],
)
def test_open_ends(text: str, first: int | None, last: int | None) -> None:
    window = read_window(text)
    assert (window.first, window.last, window.bounded, window.days) == (first, last, False, None)


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("10/11/2025", ["2025-11-10", "2025-10-11"]),
        ("3.4.2025", ["2025-04-03", "2025-03-04"]),
        ("01/02/1999", ["1999-02-01", "1999-01-02"]),
    ],
)
def test_day_and_month_that_could_be_swapped_are_refused_with_both_readings(text: str, readings: list[str]) -> None:
    with pytest.raises(DateError) as refused:
        read_window(text)
    for reading in (text, *readings):
        assert reading in str(refused.value)


@pytest.mark.parametrize(
    ("text", "remedy"), [("24/12/2024", "2024-12-24"), ("12/24/2024", "2024-12-24"), ("31.1.2025", "2025-01-31")]
)
def test_slashed_dates_with_one_reading_are_refused_with_it(text: str, remedy: str) -> None:
    with pytest.raises(DateError, match=remedy):
        read_window(text)


@pytest.mark.parametrize(
    "text",
    [
        "2025-02-29",
        "2025-13-01",
        "2025-00-10",
        "1900-02-29",
        "yesterday",
        "last week",
        "../..",
        "/",
        "2025-12-12/2025-10-11",
        "11 Oct 2025",
        "20251011",
    ],
)
def test_what_is_no_date_is_refused_and_named(text: str) -> None:
    with pytest.raises(DateError, match="(?s)" + text.replace(".", r"\.").replace("/", ".")):
        check_edtf(text)


def test_a_good_date_is_kept_as_written() -> None:
    assert check_edtf("2025-10~") == "2025-10~"


@pytest.mark.parametrize(
    ("one", "two", "gap"),
    [
        ("2025-10-11", "2025-10-11", 0),
        ("2025-10-11", "2025-10-12", 1),
        ("2025-10-11/2025-10-12", "2025-10-12", 0),
        ("2024-02-28", "2024-03-01", 2),
        ("2023-02-28", "2023-03-01", 1),
        ("2024-12-31", "2025-01-01", 1),
        ("2025-10", "2025-11-03", 3),
        ("2025-03-01/..", "2025-02-27", 2),
        ("2025-03-01/..", "2040", 0),
        ("../2025-03-01", "2025-03-04", 3),
    ],
)
def test_days_between(one: str, two: str, gap: int) -> None:
    assert read_window(one).gap(read_window(two)) == gap
    assert read_window(two).gap(read_window(one)) == gap


@given(windows, windows)
def test_a_gap_is_symmetric(one: Window, two: Window) -> None:
    assert one.gap(two) == two.gap(one) >= 0


@given(windows)
def test_a_window_holds_itself_at_no_distance(window: Window) -> None:
    assert window.contains(window)
    assert window.gap(window) == 0


@given(windows, windows)
def test_what_contains_is_near(one: Window, two: Window) -> None:
    if one.contains(two) and two.bounded:
        assert one.gap(two) == 0


@given(windows, windows, st.integers(-1000, 1000))
def test_shifting_the_calendar_keeps_the_gap(one: Window, two: Window, by: int) -> None:
    assert shifted(one, by).gap(shifted(two, by)) == one.gap(two)


@given(st.dates())
def test_every_day_reads_as_itself(when: date) -> None:
    window = read_window(when.isoformat())
    assert (window.first, window.last, window.days) == (when.toordinal(), when.toordinal(), 1)


def test_a_minute_is_a_minute_in_every_zone() -> None:
    noon = read_moment("2025-10-15T12:00")
    assert noon is not None
    assert noon[0] == noon[1]
    assert read_moment("2025-10-15T13:30") == (noon[0] + 90, noon[0] + 90)
    assert read_moment("2025-10-15T17:00+05:00") == noon


def test_an_imprecise_moment_is_all_its_minutes() -> None:
    noon, day_long, month_long = (read_moment(t) for t in ("2025-10-15T12:00", "2025-10-15", "2025-10"))
    assert noon is not None
    assert day_long == (noon[0] - 720, noon[0] + 719)
    assert month_long is not None
    assert month_long[1] - month_long[0] + 1 == 31 * 1440


@pytest.mark.parametrize("text", ["", "2025-10-15/..", "../2025-10-15"])
def test_no_moment_is_read_from_nothing_or_an_open_end(text: str) -> None:
    assert read_moment(text) is None


@pytest.mark.parametrize("text", ["0001~", "0001-01-01~", "9999-12-31~", "9999?"])
def test_approximate_dates_at_the_ends_of_the_calendar(text: str) -> None:
    window = read_window(text)
    assert window.contains(read_window(text[:-1]))
    assert show(window)


@pytest.mark.parametrize("text", ["15/10/2025", "2025-10-15T25:00", "noon"])
def test_what_is_no_moment_is_refused(text: str) -> None:
    with pytest.raises(DateError):
        read_moment(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2025-10-11", "2025-10-11"),
        ("2025-10-11/2025-10-12", "2025-10-11–2025-10-12"),
        ("2025-10-11/..", "2025-10-11–…"),
    ],
)
def test_windows_as_a_reader_writes_them(text: str, shown: str) -> None:
    assert show(read_window(text)) == shown
