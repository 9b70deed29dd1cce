"""A robust location that is drawn towards nothing: one strictly monotone equation, so one answer.

A weighted median jumps when one figure moves, and a plain Huber mean is flat between two far camps; the pull towards 0
makes the equation strictly monotone, so that the location is unique and moves continuously.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate
from math import fsum, inf, sqrt
from typing import NamedTuple


class Weighted(NamedTuple):
    """A comparison on the log scale, and how much it counts."""

    value: float
    weight: float


def location(sample: Iterable[Weighted], prior_sd: float, clip: float) -> float:
    """The m that solves ``sum of weight * clip(value - m, -clip, clip) = m / prior_sd**2``; 0 for an empty sample."""
    ordered = sorted(sample)
    line = _Line(ordered, 1 / prior_sd**2, clip)
    corners = sorted({v + side for v, _ in ordered for side in (-clip, clip)})
    right = bisect_left(corners, 0.0, key=lambda m: -line.balance(m))
    low = corners[right - 1] if right > 0 else -inf
    high = corners[right] if right < len(corners) else inf
    return max(low, min(high, line.root(low, high)))


class _Line:
    """The equation over an ordered sample; between two neighbouring corners it is a straight line."""

    def __init__(self, ordered: list[Weighted], pull: float, clip: float) -> None:
        self.values = [v for v, _ in ordered]
        self.weights = [0.0, *accumulate(w for _, w in ordered)]
        self.moments = [0.0, *accumulate(v * w for v, w in ordered)]
        self.pull, self.clip = pull, clip

    def balance(self, m: float) -> float:
        """Left side minus right side at m; falls strictly."""
        push, inside = self._around(m)
        return push - m * (inside + self.pull)

    def root(self, low: float, high: float) -> float:
        """Where the line through the stretch from ``low`` to ``high``, which has no corner inside, is zero."""
        if low == -inf and high == inf:
            return 0.0
        middle = high - 1 if low == -inf else low + 1 if high == inf else (low + high) / 2
        push, inside = self._around(middle)
        return push / (inside + self.pull)

    def _around(self, m: float) -> tuple[float, float]:
        """What the clipped values push, with the moment of the unclipped ones; and the weight of the unclipped ones."""
        first, last = bisect_left(self.values, m - self.clip), bisect_right(self.values, m + self.clip)
        ends = self.clip * (self.weights[-1] - self.weights[last] - self.weights[first])
        return ends + self.moments[last] - self.moments[first], self.weights[last] - self.weights[first]


def doubt(sample: Iterable[Weighted], prior_sd: float, spread: float) -> float:
    """The standard error of a location: that of its comparisons, each with this spread, and of being drawn to nothing.

    Comparisons that share a weight of 1 count as one, however many they are. Equals ``prior_sd`` for an empty sample
    and nears ``spread / sqrt(n)`` for a large one.
    """
    pull, total = 1 / prior_sd**2, fsum(w for _, w in sample)
    return sqrt(spread**2 * total + pull) / (total + pull)
