"""Lone claims that say too little of when or where to be averaged: put with the one event they can belong to.

A claim that names only a month, a region or a place the gazetteer does not know has weak evidence with every claim
of its event, so that the mean may fall below zero. It joins the group with which it has a positive link that nothing
speaks against, when this link is clear of the runner-up; where two groups could be meant it stays alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from reconcile.clustering import Pair, Scored
from reconcile.evidence import nothing_against
from reconcile.reading import Reading

CLEAR_BY = 1.0
"""Bits by which the best group must lead the next one."""
_SHARP_DAYS = 3


def attach_vague(
    groups: Sequence[Sequence[int]],
    heads: Sequence[Reading],
    scores: Mapping[Pair, Scored],
    allowed: Callable[[Iterable[int], Iterable[int]], bool],
) -> list[list[int]]:
    """Attach each vague lone mention to the group that it fits alone; other groups stay as they are.

    Whether a mention fits is judged against the groups as given, so that the order of the mentions does not matter.
    """
    lone = {group[0] for group in groups if len(group) == 1 and is_vague(heads[group[0]])}
    home = {item: number for number, group in enumerate(groups) for item in group}
    best: dict[int, dict[int, float]] = defaultdict(dict)
    for (one, two), (bits, _) in scores.items():
        for item, other in ((one, two), (two, one)):
            if bits > 0 and item in lone and other not in lone and nothing_against(heads[item], heads[other]):
                group = home[other]
                best[item][group] = max(bits, best[item].get(group, bits))
    grown = [list(group) for group in groups]
    for item in sorted(best):
        target = _clear_best(best[item])
        if target is not None and allowed([item], grown[target]):
            grown[target].append(item)
            grown[home[item]].remove(item)
    return sorted((sorted(group) for group in grown if group), key=lambda group: group[0])


def is_vague(reading: Reading) -> bool:
    """Whether a claim leaves the day or the spot open."""
    days = reading.window.days
    if days is None or days > _SHARP_DAYS or reading.window.approximate:
        return True
    return reading.place.vague or not any(spot.own for spot in reading.place.spots if spot.local)


def _clear_best(by_group: Mapping[int, float]) -> int | None:
    ranked = sorted(((bits, -group) for group, bits in by_group.items()), reverse=True)
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < CLEAR_BY:
        return None
    return -ranked[0][1]
