"""Names that point at one event: those that the claims do not carry at all times.

A proper name in two texts speaks for one event as far as it is rare (the frequency adjustment of record linkage,
Winkler 2000). What the claims of many weeks name is the war's, not the event's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from reconcile.reading import Reading

MOST_WEEKS = 3
"""Weeks over which the dated claims that carry a name may be spread for it to point at one event."""


def keep_telling_names(readings: Sequence[Reading]) -> list[Reading]:
    """The readings without the names that claims of many weeks carry. Order is kept."""
    weeks: dict[str, set[int]] = defaultdict(set)
    for reading in readings:
        if reading.window.first is not None:
            for name in reading.names:
                weeks[name].add(reading.window.first // 7)
    common = {name for name, seen in weeks.items() if len(seen) > MOST_WEEKS}
    return [replace(r, names=r.names - common) if r.names & common else r for r in readings]
