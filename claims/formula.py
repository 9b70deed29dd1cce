"""The small formulas in which a numeral policy gives its bounds: whole numbers only, no floats."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

_NAMED = {"open", "n", "lowest", "mean down", "mean up"}


@dataclass(frozen=True, slots=True)
class Formula:
    """`n * times / over`, rounded down or up, plus `steps` units of the last non-zero digit, plus `plus`.

    `name` overrides it: "open" has no bound, "lowest" is the lower end of the phrase, "mean down" and "mean up"
    are the middle of its two ends.
    """

    name: str = ""
    times: int = 1
    over: int = 1
    up: bool = False
    steps: int = 0
    plus: int = 0

    def bound(self, number: int | None, low: int, high: int | None) -> int | None:
        """The bound for the number (None: open) of a phrase that runs from `low` to `high`; never below 0."""
        if self.name == "open":
            return None
        if self.name == "lowest" or (self.name and high is None):
            return low
        if self.name:
            total = low + (high or 0)
            return total // 2 if self.name == "mean down" else -(-total // 2)
        if self.times == 0:
            return self.plus
        if number is None:
            return None
        product = number * self.times
        scaled = -(-product // self.over) if self.up else product // self.over
        return max(0, scaled + self.steps * unit_of(number) + self.plus)


def unit_of(number: int) -> int:
    """One unit of the last non-zero digit: 10 for 40, 100 for 2,500, 1 for 23 and for 0."""
    unit = 1
    while number and number % (unit * 10) == 0:
        unit *= 10
    return unit


def read_formula(raw: Any) -> Formula:
    """A formula as it stands in a policy file; raises ValueError when it is none.

    Accepted: a whole number, "n", "open", "lowest", "mean down", "mean up", or a mapping with `mul: [a, b]`,
    `round: up|down`, `step: k` and `add: k`.
    """
    if isinstance(raw, int) and not isinstance(raw, bool) and raw >= 0:
        return Formula(times=0, plus=raw)
    if isinstance(raw, str) and raw in _NAMED:
        return Formula() if raw == "n" else Formula(name=raw)
    if isinstance(raw, dict) and raw and set(raw) <= {"mul", "round", "step", "add"}:
        return _scaled(raw)
    raise ValueError(f"not a bound: {raw!r}; write a whole number, n, open, or a mapping such as {{add: 1}}")


def _scaled(raw: dict[str, Any]) -> Formula:
    times, over = raw.get("mul", (1, 1))
    if not all(isinstance(part, int) for part in (times, over, raw.get("step", 0), raw.get("add", 0))) or over < 1:
        raise ValueError(f"not a bound: {raw!r}; mul is two whole numbers [a, b], step and add are one each")
    rounding = raw.get("round", "down")
    if rounding not in ("up", "down"):
        raise ValueError(f"not a bound: {raw!r}; round is up or down")
    return Formula(times=times, over=over, up=rounding == "up", steps=raw.get("step", 0), plus=raw.get("add", 0))
