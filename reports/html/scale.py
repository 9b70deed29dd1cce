"""A zero-based axis for counts of people: where it ends, and where its marks stand."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

_STEPS = (1, 2, 5)
_MOST_STEPS = 6


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis from 0 to ``end``, marked at every ``step``."""

    end: int
    step: int

    def at(self, value: float) -> float:
        """Where a value stands, in percent of the axis, to a hundredth."""
        return round(100 * min(value, self.end) / self.end, 2)

    @property
    def marks(self) -> list[int]:
        """The values that the axis names."""
        return list(range(0, self.end + 1, self.step))


def scale_for(greatest: int) -> Scale:
    """The least axis that holds a count with a tenth of room beyond it, for what is open or labelled there."""
    wanted = max(1, greatest) * 1.1
    size = 1
    while True:
        for step in (size * s for s in _STEPS):
            if step * _MOST_STEPS >= wanted:
                return Scale(ceil(wanted / step) * step, step)
        size *= 10
