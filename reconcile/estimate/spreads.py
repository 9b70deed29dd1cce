"""How far single voices miss: of independent ones, and of those that speak in a role, their tendency taken off.

Each spread is drawn towards what is usual, and widened for the few comparisons behind it by the first term by which
Student's t exceeds the normal distribution.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from math import fsum, sqrt

from reconcile.estimate.comparable import Role
from reconcile.estimate.comparisons import Comparison
from reconcile.estimate.constants import Spread, constants
from reconcile.estimate.location import Weighted
from reconcile.estimate.voting import Vote


def shrunk(variances: Iterable[Weighted], usual: Spread, extra: float = 0.0) -> float:
    """A standard deviation out of seen variances and the usual one, to which ``extra`` variance comes."""
    seen = sorted(variances)
    weight = usual.pseudo + fsum(w for _, w in seen)
    variance = fsum([usual.pseudo * (usual.prior**2 + extra), *(v * w for v, w in seen)]) / weight
    few = 1 + (constants().band ** 2 + 1) / (2 * weight)
    return sqrt(max(constants().least_spread ** 2, variance) * few)


def differences(found: Sequence[Vote]) -> list[Weighted]:
    """Variances of one independent voice out of two that differ; a population with k of them counts for k - 1."""
    voices = [v for v in found if v.role is Role.INDEPENDENT]
    return [
        Weighted(((a.log - b.log) ** 2 - a.spread**2 - b.spread**2) / 2, 2 / len(voices))
        for a, b in combinations(voices, 2)
    ]


def crossings(rest: Iterable[Comparison]) -> list[Weighted]:
    """Variances of one independent voice out of what two camps, tendencies taken off, miss in the same direction.

    With errors of their own that have nothing in common, the mean product of their misses is the variance of the count
    that both are held against (the covariance estimator of Grubbs for three instruments).
    """
    table = constants()
    missed: dict[str, dict[str, list[Comparison]]] = defaultdict(lambda: defaultdict(list))
    for c in rest:
        if c.camp is not None:
            missed[c.population][c.camp].append(c)
    found = []
    for camps in missed.values():
        means = [_mean(camps[camp]) for camp in sorted(camps)]
        anchor = next(iter(camps.values()))[0].anchor
        found += [Weighted((a * b - anchor.words) / anchor.share, table.crossed) for a, b in combinations(means, 2)]
    return found


def _mean(missed: Sequence[Comparison]) -> float:
    clip = 2 * constants().clip
    return max(-clip, min(clip, fsum(c.ratio for c in missed) / len(missed)))


def of_role(rest: Sequence[Comparison], independent: float) -> float:
    """The spread of one voice, the doubt in the counts that it was held against taken off."""
    return shrunk((Weighted(c.ratio**2 - c.anchor.variance(independent), c.weight) for c in rest), constants().other)


def of_comparisons(rest: Iterable[Weighted]) -> float:
    """The spread of one comparison, out of what is left of ratios: that of the voice with the doubt in the count."""
    usual = constants().independent.prior ** 2
    return shrunk((Weighted(value**2, weight) for value, weight in rest), constants().other, usual)
