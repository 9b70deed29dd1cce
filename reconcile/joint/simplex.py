"""Exact feasibility of sums of counts: can every cell have an amount of people so that every sum keeps its bounds?

The general simplex of Dutertre and de Moura ("A Fast Linear-Arithmetic Solver for DPLL(T)", CAV 2006) in whole numbers:
each row of the tableau keeps integer coefficients and a denominator, so nothing is ever rounded. Where no amounts
exist, the row that cannot be mended is the proof: a combination of bounds that is false (a Farkas certificate).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import gcd
from typing import NamedTuple

_PIVOTS_BEFORE_BLAND = 60
"""Largest violation first is fast but may circle; after so many pivots the smallest index decides, which never does."""


MOST_PIVOTS = 4000
"""Steps after which one question counts as undecided."""


class Undecided(Exception):
    """The bounded search could not decide."""


class Bound(NamedTuple):
    """One end of what a sum may be: at least (``low``) or at most ``value``."""

    row: int
    low: bool
    value: int


@dataclass(frozen=True, slots=True)
class Proof:
    """Why bounds cannot all hold: each with how often it counts; what the lows need exceeds what the highs allow."""

    weights: Mapping[Bound, int]

    @property
    def bounds(self) -> frozenset[Bound]:
        """The bounds that the proof leans on."""
        return frozenset(self.weights)

    @property
    def excess(self) -> int:
        """By how much the lows exceed the highs; above 0."""
        return sum(n * b.value if b.low else -n * b.value for b, n in self.weights.items())


class Tableau:
    """Sums over cells, each cell a number of people of at least 0; remembers its last solution to start from."""

    def __init__(self, rows: Sequence[Mapping[int, int]], cells: int) -> None:
        """Each row gives the cells of a sum with their factors; the sums are numbered after the cells."""
        self.cells = cells
        self._low: list[int | None] = [0] * cells + [None] * len(rows)
        self._high: list[int | None] = [None] * (cells + len(rows))
        self._value = [0] * (cells + len(rows))
        self._rows: dict[int, tuple[int, dict[int, int]]] = {
            cells + n: (1, {j: a for j, a in row.items() if a}) for n, row in enumerate(rows)
        }

    def solve(self, bounds: Sequence[Bound]) -> Proof | None:
        """None when all bounds can hold in amounts that may be fractions, else why not. Raises Undecided."""
        crossed = self._set(bounds)
        if crossed is not None:
            return crossed
        pivots = 0
        while (broken := self._broken(first=pivots >= _PIVOTS_BEFORE_BLAND)) is not None:
            basic, low = broken
            entering = self._entering(basic, low)
            if entering is None:
                return self._proof(basic, low)
            self._pivot(basic, entering)
            self._value[basic] = self._bound_of(basic, low)
            pivots += 1
            if pivots > MOST_PIVOTS:
                raise Undecided
        return None

    def amounts(self) -> list[Fraction]:
        """The amount of each cell in the last solution."""
        return [self._amount(cell) for cell in range(self.cells)]

    def narrow(self, cell: int, low: int, high: int | None) -> None:
        """Keep a cell's amount between whole numbers; 0 and None take the restriction away."""
        self._low[cell], self._high[cell] = low, high

    def _set(self, bounds: Sequence[Bound]) -> Proof | None:
        """Take on the bounds; the proof where the two ends of one sum already cross."""
        for n in range(self.cells, len(self._low)):
            self._low[n] = self._high[n] = None
        for bound in bounds:
            n = self.cells + bound.row
            held = self._low[n] if bound.low else self._high[n]
            if bound.low:
                self._low[n] = bound.value if held is None else max(held, bound.value)
            else:
                self._high[n] = bound.value if held is None else min(held, bound.value)
        for n in range(self.cells, len(self._low)):
            low, high = self._low[n], self._high[n]
            if low is not None and high is not None and low > high:
                return Proof({Bound(n - self.cells, True, low): 1, Bound(n - self.cells, False, high): 1})
        for n in range(len(self._low)):
            if n not in self._rows:
                self._value[n] = self._inside(n)
        return None

    def _inside(self, n: int) -> int:
        value, low, high = self._value[n], self._low[n], self._high[n]
        if low is not None and value < low:
            return low
        return high if high is not None and value > high else value

    def _amount(self, n: int) -> Fraction:
        if n not in self._rows:
            return Fraction(self._value[n])
        den, row = self._rows[n]
        return Fraction(sum(a * self._value[j] for j, a in row.items()), den)

    def _broken(self, *, first: bool) -> tuple[int, bool] | None:
        """A sum outside its bounds, and whether it is too small: the first, or the one furthest out."""
        worst: tuple[int, bool] | None = None
        by, by_den = 0, 1
        value = self._value
        for n in sorted(self._rows) if first else self._rows:
            low, high = self._low[n], self._high[n]
            if low is None and high is None:
                continue
            den, row = self._rows[n]
            amount = sum([a * value[j] for j, a in row.items()])
            if low is not None and amount < low * den:
                over, short = low * den - amount, True
            elif high is not None and amount > high * den:
                over, short = amount - high * den, False
            else:
                continue
            if first:
                return n, short
            if over * by_den > by * den or (over * by_den == by * den and worst is not None and n < worst[0]):
                worst, by, by_den = (n, short), over, den
        return worst

    def _bound_of(self, n: int, low: bool) -> int:
        bound = self._low[n] if low else self._high[n]
        assert bound is not None
        return bound

    def _entering(self, basic: int, low: bool) -> int | None:
        """The first variable of the row that can still move the sum the right way."""
        found = None
        for j, a in self._rows[basic][1].items():
            if found is not None and j > found:
                continue
            up = (a > 0) == low
            limit = self._high[j] if up else self._low[j]
            if limit is None or limit != self._value[j]:
                found = j
        return found

    def _proof(self, basic: int, low: bool) -> Proof:
        den, row = self._rows[basic]
        weights: dict[Bound, int] = {}
        self._weigh(weights, basic, low, den)
        for j, a in row.items():
            self._weigh(weights, j, (a > 0) != low, abs(a))
        common = gcd(*weights.values())
        return Proof({bound: n // common for bound, n in weights.items()})

    def _weigh(self, weights: dict[Bound, int], n: int, low: bool, weight: int) -> None:
        if n >= self.cells:
            weights[Bound(n - self.cells, low, self._bound_of(n, low))] = weight

    def _pivot(self, basic: int, entering: int) -> None:
        den, row = self._rows.pop(basic)
        factor = row.pop(entering)
        sign = 1 if factor > 0 else -1
        new = {j: -a * sign for j, a in row.items()}
        new[basic] = den * sign
        den = factor * sign
        for n, (other_den, other) in self._rows.items():
            share = other.pop(entering, 0)
            if share:
                self._rows[n] = _combined(other_den, other, share, den, new)
        self._rows[entering] = _reduced(den, new)


def _combined(
    den: int, row: dict[int, int], share: int, by_den: int, by: Mapping[int, int]
) -> tuple[int, dict[int, int]]:
    """The row with ``share`` times the other row put in for the variable that became basic."""
    if by_den != 1:
        row = {j: a * by_den for j, a in row.items()}
    for j, a in by.items():
        total = row.get(j, 0) + share * a
        if total:
            row[j] = total
        else:
            row.pop(j, None)
    return _reduced(den * by_den, row)


def _reduced(den: int, row: dict[int, int]) -> tuple[int, dict[int, int]]:
    if den == 1:
        return den, row
    common = gcd(den, *row.values())
    return (den, row) if common == 1 else (den // common, {j: a // common for j, a in row.items()})
