"""Which pairs of claims are worth comparing: pairs that share a key of place, sides, words or document.

Comparing every pair grows with the square of the claims, so claims are put into blocks first (as in record linkage).
A block that is too large to say anything is cut along its dates; what is left out is counted, never silent.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from reconcile.reading import Reading

BUCKET_DAYS = 6
LONGEST_SPAN_IN_DAYS = 48
"""A claim dated to more days than this is looked up by place, side, name and deed alone."""
LARGEST_BLOCK = 80
LARGEST = {"day": 16, "side": 12, "named": 40, "name": 40, "deed": 40}
"""Weak keys that only help where claims are few; in crowded data the keys of place and of two sides do the work."""
LARGEST_FOR_VAGUE = {"day": 36, "side": 36}
"""Up to these sizes, claims that name no spot or fewer than two sides still meet everyone of their day or side."""


def candidate_pairs(readings: Sequence[Reading]) -> tuple[set[tuple[int, int]], int]:
    """Pairs of positions worth scoring, and how many blocks were too large to be compared in full.

    The set does not depend on the order of the readings, given that they are sorted by id.
    """
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    dated: dict[tuple[str, str], list[int]] = defaultdict(list)
    undated: list[int] = []
    for position, reading in enumerate(readings):
        days = _buckets(reading)
        for key in set(_keys(reading, days)):
            blocks[key].append(position)
        if days:
            for subject in _subjects(reading):
                dated[subject].append(position)
        else:
            undated.append(position)
    pairs: set[tuple[int, int]] = set()
    cut = sum(_pairs_of(key[0], members, readings, pairs) for key, members in blocks.items())
    for position in undated:
        for subject in _subjects(readings[position]):
            met = dated.get(subject, ())
            if len(met) <= LARGEST_BLOCK:
                pairs.update((min(position, other), max(position, other)) for other in met)
            else:
                cut += 1
    return pairs, cut


def _pairs_of(kind: str, members: list[int], readings: Sequence[Reading], pairs: set[tuple[int, int]]) -> bool:
    """Add the pairs of one block; True when it was too crowded to be compared in full."""
    if len(members) <= LARGEST.get(kind, LARGEST_BLOCK):
        pairs.update(combinations(members, 2))
    elif len(members) <= LARGEST_FOR_VAGUE.get(kind, 0):
        vague = [m for m in members if _is_vague(readings[m])]
        pairs.update((min(one, two), max(one, two)) for one in vague for two in members if one != two)
    elif kind not in LARGEST:
        pairs.update(_neighbours(members, readings))
        return True
    return False


def _is_vague(reading: Reading) -> bool:
    """Whether a claim names no spot, or too few sides, so that only its day or its one side brings it near its like."""
    return not reading.place.localities or len(reading.parties) < 2


def _subjects(reading: Reading) -> list[tuple[str, str]]:
    """What a claim is about, whenever it was: a spot, a name in the place, a side."""
    place = reading.place
    return [
        *(("place", spot) for spot in sorted(place.localities or place.provinces)),
        *(("named", name) for name in sorted(place.names)),
        *(("side", side) for side in sorted(reading.parties)),
    ]


def _neighbours(members: list[int], readings: Sequence[Reading]) -> Iterator[tuple[int, int]]:
    """In a crowded block each claim meets those nearest to it by day, place, sides and id."""
    ordered = sorted(members, key=lambda i: (readings[i].window.first or 0, *_likeness(readings[i]), readings[i].id))
    width = LARGEST_BLOCK // 4
    for start, one in enumerate(ordered):
        for two in ordered[start + 1 : start + 1 + width]:
            yield (one, two) if one < two else (two, one)


def _likeness(reading: Reading) -> tuple[str, str]:
    return min(reading.place.localities, default=""), min(reading.parties, default="")


def _keys(reading: Reading, days: list[str]) -> Iterator[tuple[str, ...]]:
    for day in days:
        yield from ((*subject, day) for subject in _subjects(reading))
        yield from (("sides", *pair, day) for pair in combinations(sorted(reading.parties), 2))
        yield ("day", day)
    if not days:
        yield from _subjects(reading)
    yield from (("name", name) for name in sorted(reading.names))
    yield from (("deed", word) for word in sorted(reading.act.concepts))
    if reading.claim.document:
        yield ("document", reading.claim.document)


def _buckets(reading: Reading) -> list[str]:
    """Overlapping stretches of days, so that two claims a few days apart share one; none for a span of months."""
    first, last = reading.window.first, reading.window.last
    if first is None or last is None or last - first > LONGEST_SPAN_IN_DAYS:
        return []
    half = BUCKET_DAYS // 2
    return [str(n) for n in range(first // half - 1, last // half + 1)]
