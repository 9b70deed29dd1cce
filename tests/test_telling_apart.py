"""What one text tells apart, and which names point at one event."""

from __future__ import annotations

import pytest

from claims.lexicon import data
from reconcile.reading import Reading
from tests.tables import claims_of
from tests.test_evidence import level, read

BITS = data("reconcile", "evidence.yaml")["bits"]


def abidjan(rows: str, **common: str) -> list[Reading]:
    """Claims about killings in Abidjan in March 2011, all of one outlet."""
    given = {
        "claimant": "Daily",
        "source": "Daily",
        "published": "2011-03-09",
        "victims": "people",
        "measure": "killed",
    }
    return read(claims_of(rows, **{**given, **common}))


def test_one_text_that_gives_two_places_tells_of_two_events() -> None:
    one, two = abidjan(
        "id | place | date\na | Abobo, Abidjan | 2011-03-08\nb | Treichville, Abidjan | 2011-03-08", title="Killings"
    )
    assert level(one, two, "source") == BITS["source"]["told_apart"]


@pytest.mark.parametrize("column", ["title", "url", "document"])
def test_a_text_is_known_by_any_name_it_has(column: str) -> None:
    rows = f"id | date | {column}\na | 2011-03-08 | x\nb | 2011-03-07 | x\nc | 2011-03-07 | y"
    one, two, other = abidjan(rows, place="Abobo, Abidjan")
    assert level(one, two, "source") == BITS["source"]["told_apart"]
    assert level(one, other, "source") is None


def test_a_text_that_says_the_same_twice_tells_of_one_event() -> None:
    one, two = abidjan(
        "id | quantity\na | 7\nb | at least 7", place="Abobo, Abidjan", date="2011-03-08", title="Killings"
    )
    assert level(one, two, "source") is None


def test_the_dead_and_the_injured_of_a_text_may_be_of_one_event() -> None:
    rows = "id | measure | place\na | killed | Abobo, Abidjan\nb | injured | Abidjan"
    one, two = abidjan(rows, date="2011-03-08", title="Killings")
    assert level(one, two, "source") is None


@pytest.mark.parametrize(("told", "found"), [(3, None), (4, "four_or_more"), (6, "six_or_more"), (10, "ten_or_more")])
def test_where_one_text_tells_of_many_events_another_seldom_means_the_same(told: int, found: str | None) -> None:
    rows = "\n".join(f"a{n} | Quarter {n}, Abidjan | Long list | Daily" for n in range(told))
    readings = abidjan(f"id | place | title | source\n{rows}\nz | Abidjan | Other | Weekly", date="2011-03-08")
    assert level(readings[0], readings[-1], "crowd") == (BITS["crowd"][found] if found else None)


def test_many_events_of_another_week_crowd_nothing() -> None:
    rows = "\n".join(f"a{n} | Quarter {n}, Abidjan | 2011-03-08 | Long list" for n in range(6))
    last = abidjan(f"id | place | date | title\n{rows}\nz | Abidjan | 2011-03-15 | Other")[-1]
    assert last.neighbours == 0


def test_a_name_of_one_week_points_at_an_event_one_of_many_weeks_does_not() -> None:
    rows = "id | date | title\na | 2011-03-08 | Toumodi convoy hit\nb | 2011-03-08 | The convoy near Toumodi"
    one, two = abidjan(rows)
    assert level(one, two, "names") == BITS["names"]["one"]
    later = "\n".join(f"c{n} | 2011-0{4 + n}-08 | Toumodi" for n in range(4))
    one, two, *_ = abidjan(f"{rows}\n{later}")
    assert level(one, two, "names") is None


@pytest.mark.parametrize(("about", "found"), [("2025-09~", "wider"), ("2024-10~", "further_apart")])
def test_an_approximate_date_may_be_off_by_about_its_own_length(about: str, found: str) -> None:
    one, two = abidjan(f"id | date\na | {about}\nb | 2025-10-07")
    assert level(one, two, "date") == BITS["date"][found]
