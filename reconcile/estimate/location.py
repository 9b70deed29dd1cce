"""A robust location that is drawn towards nothing: one strictly monotone equation, so one answer.

A weighted median jumps when one figure moves, and a plain Huber mean is flat between two far camps; the prior term makes
the equation strictly monotone, so that the location is unique and moves continuously.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from math import fsum, sqrt
from typing import NamedTuple


class Weighted(NamedTuple):
    """A comparison on the log scale, and how much it counts."""

    value: float
    weight: float


def location(sample: Sequence[Weighted], prior_sd: float, clip: float) -> float:
    """The m that solves ``sum of weight * clip(value - m, -clip, clip) = m / prior_sd**2``; 0 for an empty sample."""
    pull = 1 / prior_sd**2
    corners = sorted({v + side for v, _ in sample for side in (-clip, clip)})
    left = bisect_left(corners, 0.0, key=lambda m: -_balance(sample, m, pull, clip))
    return _within(sample, corners, left, pull, clip)


def _balance(sample: Sequence[Weighted], m: float, pull: float, clip: float) -> float:
    """Falls strictly with m."""
    return fsum([*(w * max(-clip, min(clip, v - m)) for v, w in sample), -m * pull])


def _within(sample: Sequence[Weighted], corners: Sequence[float], right: int, pull: float, clip: float) -> float:
    """The root between two neighbouring corners, where the equation is a straight line."""
    low = corners[right - 1] if right > 0 else float("-inf")
    high = corners[right] if right < len(corners) else float("inf")
    inside, pushes = [], []
    for value, weight in sample:
        if value + clip <= low:
            pushes.append(-clip * weight)
        elif value - clip >= high:
            pushes.append(clip * weight)
        else:
            inside.append((value, weight))
    slope = fsum([*(w for _, w in inside), pull])
    return fsum([*pushes, *(v * w for v, w in inside)]) / slope


def doubt(sample: Sequence[Weighted], prior_sd: float, spread: float) -> float:
    """The standard error of a location: that of its comparisons, each with this spread, and of being drawn to nothing.

    Equals ``prior_sd`` for an empty sample and ``spread / sqrt(n)`` for a large one.
    """
    pull = 1 / prior_sd**2
    total = fsum(w for _, w in sample)
    return sqrt(spread**2 * fsum(w**2 for _, w in sample) + pull) / (total + pull)
