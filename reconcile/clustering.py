"""From scored pairs to groups: connected components propose, average linkage decides.

Chains of look-alikes would glue many events into one if any good pair sufficed, so two groups merge only while the
mean evidence over all their cross pairs stays above zero and no bound forbids it (group-average agglomeration,
strongest link first). A pair counts by how much was observed about it, so that claims which say little about when
and where neither join nor part groups.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations

Pair = tuple[int, int]
Scored = tuple[float, float]
_Sum = tuple[float, float, int]

FULL_COMPONENT = 60
"""Components up to this size are compared in full; in larger ones unproposed pairs count as UNSCORED."""
UNSCORED: Scored = (-1.0, 1.0)


class UnionFind:
    """Disjoint sets over positions 0..n-1; the smallest member names a set."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def find(self, item: int) -> int:
        """The smallest member of the item's set."""
        parent = self._parent
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    def join(self, one: int, two: int) -> None:
        """Put two sets together."""
        one, two = self.find(one), self.find(two)
        if one != two:
            self._parent[max(one, two)] = min(one, two)

    def groups(self) -> list[list[int]]:
        """The sets, each in order, in the order of their smallest members."""
        found: dict[int, list[int]] = defaultdict(list)
        for item in range(len(self._parent)):
            found[self.find(item)].append(item)
        return list(found.values())


def cluster(
    scores: Mapping[Pair, Scored],
    seeds: Sequence[Sequence[int]],
    allowed: Callable[[Iterable[int], Iterable[int]], bool],
    score: Callable[[int, int], Scored],
) -> list[list[int]]:
    """Group positions. ``seeds`` are sets that belong together whatever the scores; together they cover all.

    ``scores`` holds the pairs that were compared (low position first) as (bits, weight), ``score`` compares any other
    pair of a small component, ``allowed`` may forbid the union of two groups. Returns sorted groups in the order of
    their smallest members.
    """
    owner = {item: number for number, seed in enumerate(seeds) for item in seed}
    components = UnionFind(len(seeds))
    for (one, two), (bits, _) in scores.items():
        if bits > 0:
            components.join(owner[one], owner[two])
    linked: dict[int, dict[Pair, Scored]] = defaultdict(dict)
    for pair, scored in scores.items():
        home = components.find(owner[pair[0]])
        if home == components.find(owner[pair[1]]):
            linked[home][pair] = scored
    groups: list[list[int]] = []
    for component in components.groups():
        members = [list(seeds[n]) for n in component]
        known = linked.get(component[0], {})
        groups.extend(_agglomerate(members, known, allowed, score) if len(members) > 1 else members)
    return sorted((sorted(g) for g in groups), key=lambda g: g[0])


def _agglomerate(
    seeds: list[list[int]],
    known: dict[Pair, Scored],
    allowed: Callable[[Iterable[int], Iterable[int]], bool],
    score: Callable[[int, int], Scored],
) -> list[list[int]]:
    items = sorted(i for seed in seeds for i in seed)
    if len(items) <= FULL_COMPONENT:
        every = combinations(items, 2)
        known = {pair: known[pair] if pair in known else score(*pair) for pair in every}
    return _Merge(seeds, known, allowed).run()


class _Merge:
    """Group-average agglomeration over one component, by a heap of candidate merges."""

    def __init__(
        self,
        seeds: list[list[int]],
        known: dict[Pair, Scored],
        allowed: Callable[[Iterable[int], Iterable[int]], bool],
    ) -> None:
        self.members: dict[int, list[int]] = {min(seed): list(seed) for seed in seeds}
        self.allowed = allowed
        self.links: dict[int, dict[int, _Sum]] = defaultdict(dict)
        owner = {item: min(seed) for seed in seeds for item in seed}
        for (one, two), (bits, weight) in known.items():
            self._add(owner[one], owner[two], (bits * weight, weight, 1))
        self.heap: list[tuple[float, int, int, int, int]] = []
        self.age = dict.fromkeys(self.members, 0)
        for one in sorted(self.links):
            for two in sorted(self.links[one]):
                if one < two:
                    self._offer(one, two)

    def _add(self, one: int, two: int, more: _Sum) -> None:
        if one == two:
            return
        total, weight, count = self.links[one].get(two, (0.0, 0.0, 0))
        self.links[one][two] = self.links[two][one] = (
            round(total + more[0], 6),
            round(weight + more[1], 6),
            count + more[2],
        )

    def _mean(self, one: int, two: int) -> float:
        total, weight, count = self.links[one][two]
        unscored = len(self.members[one]) * len(self.members[two]) - count
        total += unscored * UNSCORED[0] * UNSCORED[1]
        weight += unscored * UNSCORED[1]
        return round(total / weight, 6) if weight else 0.0

    def _offer(self, one: int, two: int) -> None:
        mean = self._mean(one, two)
        if mean > 0:
            heapq.heappush(self.heap, (-mean, one, two, self.age[one], self.age[two]))

    def run(self) -> list[list[int]]:
        """Merge while a merge is left that has evidence for it and is allowed."""
        while self.heap:
            _, one, two, age_one, age_two = heapq.heappop(self.heap)
            if self.age.get(one) != age_one or self.age.get(two) != age_two:
                continue
            if self.allowed(self.members[one], self.members[two]):
                self._join(one, two)
            else:
                self._forbid(one, two)
        return list(self.members.values())

    def _join(self, one: int, two: int) -> None:
        gone = self.links.pop(two)
        self.members[one] += self.members.pop(two)
        self.age[one] += 1
        del self.age[two]
        self.links[one].pop(two, None)
        for other, summed in gone.items():
            if other == one or other not in self.members:
                continue
            del self.links[other][two]
            self._add(one, other, summed)
        for other in sorted(self.links[one]):
            self._offer(min(one, other), max(one, other))

    def _forbid(self, one: int, two: int) -> None:
        """Two groups that may not merge are not offered to each other again until one of them has grown."""
        self.links[one].pop(two, None)
        self.links[two].pop(one, None)
