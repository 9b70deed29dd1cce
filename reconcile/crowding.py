"""How many events one text tells of near a claim: what is one among many is seldom what another text means.

A text tells of an event once. Where one text gives one claimant's figures for the same people at several places or on
several days, there were that many events, whatever they have in common.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace

from reconcile.reading import Reading

LONGEST_WINDOW_IN_DAYS = 3
"""A claim over more days than this is nobody's neighbour."""

Spot = tuple[str, int]


def count_neighbours(readings: Sequence[Reading]) -> list[Reading]:
    """The readings with ``neighbours``: the most events that one text tells apart in their area within a day."""
    tellers: dict[Hashable, list[Reading]] = defaultdict(list)
    for reading in readings:
        text = text_of(reading)
        if text is not None and reading.population is not None:
            tellers[text, reading.voice, reading.population].append(reading)
    told: dict[Spot, int] = defaultdict(int)
    for members in tellers.values():
        for spot, number in _events_at(members).items():
            told[spot] = max(told[spot], number)
    if not told:
        return list(readings)
    return [replace(r, neighbours=max((told.get(s, 0) for s in _around(r)), default=0)) for r in readings]


def text_of(reading: Reading) -> Hashable | None:
    """What names the text a claim stands in; None when nothing does."""
    claim = reading.claim
    name = claim.document or claim.url or claim.title
    return (claim.source, claim.published, name) if name else None


def _events_at(members: Sequence[Reading]) -> dict[Spot, int]:
    if len(members) < 2:
        return {}
    found: dict[Spot, set[Hashable]] = defaultdict(set)
    for reading in members:
        for spot in _around(reading):
            found[spot].add((reading.place, reading.window))
    return {spot: len(events) for spot, events in found.items() if len(events) > 1}


def _around(reading: Reading) -> Iterator[Spot]:
    first, last = reading.window.first, reading.window.last
    if first is None or last is None or last - first >= LONGEST_WINDOW_IN_DAYS:
        return
    for area in reading.place.provinces or reading.place.countries:
        for day in range(first - 1, last + 2):
            yield area, day
