"""A link from a copy to what it repeats, with the reason, and the chains that links make up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from reconcile.reading import Reading


class Why(StrEnum):
    """How it is known that a claim repeats another or goes back to somebody."""

    RELAYED = "relayed_from"
    SOURCE = "named in the source"
    CITED = "cited by the claimant"
    QUOTE = "same quote"
    WORDS = "same words"
    CLAIMANT = "same claimant"


@dataclass(frozen=True, slots=True, eq=False)
class Link:
    """One step of a claim towards its origin."""

    copy: Reading
    of: Reading | None
    """The claim that it repeats; None where these claims do not hold it."""
    teller: str
    """Whom the claim names, as written; empty where it was inferred."""
    why: Why
    changes: tuple[str, ...] | None
    """What the copy changed: () for nothing, None where the two make different statements."""

    @property
    def repeats(self) -> bool:
        """Whether the copy retells the statement of a claim at hand, faithfully or not."""
        return self.of is not None and self.changes is not None and self.why is not Why.CLAIMANT

    @property
    def reason(self) -> str:
        """The reason as a reader should see it."""
        if self.why is Why.RELAYED:
            return f"relayed from {self.teller}"
        if self.why is Why.SOURCE:
            return f"{self.teller} is named in the source “{self.copy.claim.source}”"
        if self.why is Why.CITED:
            return f"{self.teller} is cited in “{self.copy.claim.claimant}”"
        assert self.of is not None
        if self.why is Why.CLAIMANT:
            return f"same claimant and words as {self.of.id}"
        return f"{self.why.value} as {self.of.id}"


def followed(parents: Mapping[str, Reading], reading: Reading) -> list[Reading]:
    """The way from a claim back to its origin, the claim first; a circle ends at its smallest id."""
    way, met = [reading], {reading.id: 0}
    while (parent := parents.get(way[-1].id)) is not None:
        if parent.id in met:
            ring = way[met[parent.id] :]
            least = min(range(len(ring)), key=lambda n: ring[n].id)
            return way[: met[parent.id]] + ring[: least + 1]
        met[parent.id] = len(way)
        way.append(parent)
    return way


def circles(links: Iterable[Link]) -> list[list[Reading]]:
    """The circles that links lead around, each from its smallest id, sorted; of intertwined ones the shortest."""
    onward: dict[str, list[Reading]] = {}
    readings: dict[str, Reading] = {}
    for link in links:
        if link.of is not None and link.repeats:
            onward.setdefault(link.copy.id, []).append(link.of)
            readings[link.copy.id] = link.copy
    found: list[list[Reading]] = []
    taken: set[str] = set()
    for start in sorted(_led_to(onward)):
        ring = [] if start in taken else _back_to(readings[start], onward)
        if ring:
            found.append(ring)
            taken.update(r.id for r in ring)
    return found


def _led_to(onward: Mapping[str, list[Reading]]) -> set[str]:
    """The claims that stay when those that nothing leads to are taken away, again and again: the rest is no circle."""
    ways_in = Counter(r.id for after in onward.values() for r in after)
    ends = [name for name in onward if not ways_in[name]]
    for name in ends:
        for after in onward.get(name, ()):
            ways_in[after.id] -= 1
            if not ways_in[after.id]:
                ends.append(after.id)
    return onward.keys() - set(ends)


def _back_to(start: Reading, onward: Mapping[str, list[Reading]]) -> list[Reading]:
    """The shortest way from a claim back to itself along links, breadth first; empty without one."""
    ways = [[start]]
    met: set[str] = set()
    for way in ways:
        for after in sorted(onward.get(way[-1].id, ()), key=lambda r: r.id):
            if after.id == start.id:
                return way
            if after.id not in met:
                met.add(after.id)
                ways.append([*way, after])
    return []
