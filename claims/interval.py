"""Whole-number intervals that may be open above."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Interval:
    """The whole numbers from `low` to `high`, both included; `high` None means there is no upper bound.

    Raises ValueError when a bound is negative or the two are out of order.
    """

    low: int
    high: int | None

    def __post_init__(self) -> None:
        if self.low < 0 or (self.high is not None and self.high < self.low):
            raise ValueError(f"not an interval of counts: {self.low} to {self.high}")

    def contains(self, number: int) -> bool:
        """Whether `number` lies inside."""
        return self.low <= number and (self.high is None or number <= self.high)

    def encloses(self, other: Interval) -> bool:
        """Whether every number of `other` lies inside."""
        if other.high is None:
            return self.high is None and self.low <= other.low
        return self.low <= other.low and (self.high is None or other.high <= self.high)

    def meets(self, other: Interval) -> bool:
        """Whether the two share a number."""
        return self.gap_below(other) == 0 and other.gap_below(self) == 0

    def gap_below(self, other: Interval) -> int:
        """How far all of this lies below all of `other`: 0 when it does not, 1 when they are neighbours."""
        return 0 if self.high is None else max(0, other.low - self.high)

    def hull(self, other: Interval) -> Interval:
        """The smallest interval that holds both."""
        open_above = self.high is None or other.high is None
        high = None if open_above else max(self.high or 0, other.high or 0)
        return Interval(min(self.low, other.low), high)

    def clamp(self, number: int) -> int:
        """The number of the interval nearest to `number`."""
        number = max(self.low, number)
        return number if self.high is None else min(self.high, number)

    def __str__(self) -> str:
        if self.high is None:
            return f"{self.low} or more"
        return str(self.low) if self.low == self.high else f"{self.low} to {self.high}"
