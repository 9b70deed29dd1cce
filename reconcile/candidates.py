"""Which pairs of claims are worth comparing: pairs that share a key of place, sides, words or document.

Comparing every pair grows with the square of the claims, so claims are put into blocks first (as in record linkage).
A block that is too large to say anything is cut along its dates; what is left out is counted, never silent.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from reconcile.reading import Reading

BUCKET_DAYS = 6
LARGEST_BLOCK = 80
_LONGEST_SPAN_IN_BUCKETS = 8


def candidate_pairs(readings: Sequence[Reading]) -> tuple[set[tuple[int, int]], int]:
    """Pairs of positions worth scoring, and how many blocks were too large to be compared in full.

    The set does not depend on the order of the readings, given that they are sorted by id.
    """
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for position, reading in enumerate(readings):
        for key in set(_keys(reading)):
            blocks[key].append(position)
    pairs: set[tuple[int, int]] = set()
    cut = 0
    for members in blocks.values():
        if len(members) <= LARGEST_BLOCK:
            pairs.update(combinations(members, 2))
        else:
            cut += 1
            pairs.update(_neighbours(members, readings))
    return pairs, cut


def _neighbours(members: list[int], readings: Sequence[Reading]) -> Iterator[tuple[int, int]]:
    """In a crowded block each claim meets those nearest to it by day, place, sides and id."""
    ordered = sorted(
        members, key=lambda i: (readings[i].window.first or 0, *_likeness(readings[i]), readings[i].id)
    )
    width = LARGEST_BLOCK // 4
    for start, one in enumerate(ordered):
        for two in ordered[start + 1 : start + 1 + width]:
            yield (one, two) if one < two else (two, one)


def _likeness(reading: Reading) -> tuple[str, str]:
    return min(reading.place.localities, default=""), min(reading.parties, default="")


def _keys(reading: Reading) -> Iterator[tuple[str, ...]]:
    days = list(_buckets(reading))
    spots = sorted(reading.place.localities or reading.place.provinces)
    for day in days:
        yield from (("place", spot, day) for spot in spots)
        yield from (("sides", *pair, day) for pair in combinations(sorted(reading.parties), 2))
        yield from (("side", side, day) for side in sorted(reading.parties))
        yield ("day", day)
    yield from (("name", name) for name in sorted(reading.names))
    yield from (("deed", word) for word in sorted(reading.act.concepts))
    if reading.claim.document:
        yield ("document", reading.claim.document)
    if days == [_NO_DAY]:
        yield from (("undated", spot) for spot in spots)
        yield from (("undated side", side) for side in sorted(reading.parties))


_NO_DAY = "?"


def _buckets(reading: Reading) -> Iterable[str]:
    """Overlapping stretches of days: two claims a few days apart always share one."""
    first, last = reading.window.first, reading.window.last
    if first is None and last is None:
        return [_NO_DAY]
    low, high = first if first is not None else last, last if last is not None else first
    assert low is not None and high is not None
    if high - low > BUCKET_DAYS * _LONGEST_SPAN_IN_BUCKETS:
        return [f"y{low // 365}", f"y{high // 365}"]
    half = BUCKET_DAYS // 2
    return [str(n) for n in range(low // half - 1, high // half + 1)]
