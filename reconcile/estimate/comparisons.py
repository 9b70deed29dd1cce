"""Every figure beside a count of the same people that it can be held against: what a track record is made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum

from reconcile.estimate.comparable import Role
from reconcile.estimate.constants import constants
from reconcile.estimate.voting import Vote


@dataclass(frozen=True, slots=True)
class Anchor:
    """The middle of the votes that others are held against.

    Its variance is ``share`` of the variance of one voice, plus ``words`` for what the wordings leave open.
    """

    level: float
    share: float
    words: float

    def variance(self, spread: float) -> float:
        """The variance of the middle, if single voices have this spread."""
        return self.share * spread**2 + self.words


@dataclass(frozen=True, slots=True)
class Comparison:
    """How one voice's figure runs against an anchor, as a log ratio.

    The voices of one camp on one population share a weight of 1, so that saying a thing through many mouths adds
    nothing.
    """

    population: str
    voice: str
    camp: str | None
    role: Role
    ratio: float
    weight: float
    anchor: Anchor


def with_independent(population: str, found: Sequence[Vote]) -> list[Comparison]:
    """The votes of camps, and those of nobody known, against the independent ones; nothing where there are none."""
    others = [v for v in found if v.role is not Role.INDEPENDENT]
    return _compared(population, others, [v for v in found if v.role is Role.INDEPENDENT])


def with_admissions(population: str, found: Sequence[Vote]) -> list[Comparison]:
    """The votes on another side's losses against what that side admits; nothing where it admits none."""
    others = [v for v in found if v.role is Role.OTHER_SIDE]
    return _compared(population, others, [v for v in found if v.role is Role.OWN])


def _compared(population: str, found: Sequence[Vote], standards: Sequence[Vote]) -> list[Comparison]:
    if not found or not standards:
        return []
    anchor = _anchor(standards)
    mouths = Counter((v.camp, v.role) for v in found)
    return [
        Comparison(population, v.voice, v.camp, v.role, v.log - anchor.level, 1 / mouths[v.camp, v.role], anchor)
        for v in found
    ]


def _anchor(standards: Sequence[Vote]) -> Anchor:
    """The mean, weighted by what the wordings leave open beside the spread that voices have anyway."""
    usual = constants().independent.prior ** 2
    weights = [1 / (usual + v.spread**2) for v in standards]
    total = fsum(weights)
    return Anchor(
        level=fsum(w * v.log for w, v in zip(weights, standards, strict=True)) / total,
        share=fsum(w**2 for w in weights) / total**2,
        words=fsum(w**2 * v.spread**2 for w, v in zip(weights, standards, strict=True)) / total**2,
    )
