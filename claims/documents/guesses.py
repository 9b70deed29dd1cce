"""Guessed dates and places in a document that tells of several events, marked for whoever compares its drafts.

Extraction gives the day and the place of the main event to what is told without a day or a place of its own. In a
story about one event that is nearly always right. In an article about a year of fighting it would put a death of one
month beside the dead of another, and a contradiction into a report that nobody ever stated.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from claims.dates import DateError, read_window

_DAYS_APART = 3
"""Days from which on two dates of a document are two events."""
_LONGEST = 31
"""Days of a window beyond which it is a period, and no date of an event."""
_GUESSED = "main event"


def mark_guesses(rows: Sequence[dict[str, Any]]) -> None:
    """Write ``guess`` with the value into the provenance of each guessed date and place of such a document."""
    if not _tells_of_several(rows):
        return
    for row in rows:
        for column in ("date", "place"):
            about = row.get("provenance", {}).get(column, {})
            if about.get("source") == _GUESSED and row.get(column):
                about["guess"] = row[column]


def _tells_of_several(rows: Iterable[dict[str, Any]]) -> bool:
    windows = [window for row in rows if (window := _window(row)) is not None]
    return bool(windows) and max(first for first, _ in windows) - min(last for _, last in windows) > _DAYS_APART


def _window(row: dict[str, Any]) -> tuple[int, int] | None:
    """The days of a draft's date, as counts; None where it has none, or covers a period."""
    if not row.get("date") or row.get("scope") == "cumulative":
        return None
    try:
        window = read_window(row["date"])
    except DateError:
        return None
    if window.first is None or window.last is None or window.last - window.first > _LONGEST:
        return None
    return window.first, window.last
