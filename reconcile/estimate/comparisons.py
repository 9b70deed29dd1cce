"""Every figure beside the independent count of the same people: what a track record is made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import fsum, sqrt

from reconcile.estimate.comparable import Role, Vote
from reconcile.estimate.constants import constants
from reconcile.estimate.location import Weighted


@dataclass(frozen=True, slots=True)
class Comparison:
    """How one voice's figure runs against a count of the same people, as a log ratio.

    The voices of one camp on one population share a weight of 1, so that repeating a figure through many mouths adds
    nothing.
    """

    population: str
    voice: str
    camp: str | None
    role: Role
    ratio: float
    weight: float
    against: float
    """Variance of the count that it is held against."""

    @property
    def weighted(self) -> Weighted:
        """The ratio with its weight."""
        return Weighted(self.ratio, self.weight)


def middle(found: Sequence[Vote], spread: float) -> tuple[float, float]:
    """The precision-weighted mean of votes with a common spread, and its variance."""
    precisions = [1 / (spread**2 + v.spread**2) for v in found]
    total = fsum(precisions)
    return fsum(p * v.log for p, v in zip(precisions, found, strict=True)) / total, 1 / total


def against_independent(population: str, found: Sequence[Vote], spread: float) -> list[Comparison]:
    """Every vote of a camp, or of nobody known, against the independent ones; nothing where there are none."""
    return _against(population, found, [v for v in found if v.role is Role.INDEPENDENT], spread)


def against_admissions(population: str, found: Sequence[Vote], spread: float) -> list[Comparison]:
    """Every vote on another side's losses against what that side admits."""
    others = [v for v in found if v.role is Role.OTHER_SIDE]
    return _against(population, others, [v for v in found if v.role is Role.OWN], spread)


def _against(population: str, found: Sequence[Vote], anchors: Sequence[Vote], spread: float) -> list[Comparison]:
    if not anchors:
        return []
    level, variance = middle(anchors, spread)
    mouths = Counter((v.camp, v.role) for v in found)
    return [
        Comparison(population, v.voice, v.camp, v.role, v.log - level, 1 / mouths[v.camp, v.role], variance)
        for v in found
        if v.role is not Role.INDEPENDENT
    ]


def independent_spread(polls: Iterable[Sequence[Vote]]) -> float:
    """How far two independent voices on one population differ, as the standard deviation of one, shrunk.

    What their words leave open is taken off. A population with k voices counts for k - 1 pairs.
    """
    pairs = []
    for found in polls:
        voices = [v for v in found if v.role is Role.INDEPENDENT]
        weight = 2 / max(1, len(voices))
        pairs += [
            (weight, ((b.log - a.log) ** 2 - a.spread**2 - b.spread**2) / 2)
            for n, a in enumerate(voices)
            for b in voices[n + 1 :]
        ]
    shrunk = constants().independent
    seen, total = fsum(w * d for w, d in pairs), fsum(w for w, _ in pairs)
    return sqrt(max(0.01, (shrunk.pseudo * shrunk.prior**2 + seen) / (shrunk.pseudo + total)))
