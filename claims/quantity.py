"""A count as worded, and the interval it stands for under a named numeral policy.

The wording is read once, whatever the policy (`claims.phrases`); a policy then turns the reading into two
intervals: `outer`, outside which the words are false, and `core`, outside which a fair reader feels misled.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from claims.bounds import basis_name, bounds_of
from claims.formula import unit_of
from claims.interval import Interval
from claims.phrases.cell import read_cell
from claims.phrases.digits import LARGEST
from claims.phrases.errors import QuantityError
from claims.phrases.reading import Exact, Hedged, Reading, Span, Term, form_of, number_of
from claims.policy import Policy, PolicyError, load_policy, policy_names

__all__ = [
    "Interval",
    "Policy",
    "PolicyError",
    "Quantity",
    "QuantityError",
    "check_wording",
    "from_bounds",
    "load_policy",
    "policy_names",
    "read_quantity",
    "whole_of",
]


_OF_THE = re.compile(
    r"(?P<part>\d[\d.,]*)\s+(?:of\s+(?:the|all|those)|out\s+of(?:\s+the)?)\s+(?P<whole>\d[\d.,]*)"
    r"(?:\s+(?:dead|people|killed|victims))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count under one policy.

    `wording` is as given. `form` is the stable name of the reading: exact, at least, more than, up to, fewer than,
    about, nearly, range, vague, none, none reported, uncounted, uncertain. `number` is the one number that was
    read, if there is one (a best estimate counts). `counted` is False for an empty cell and for words without a
    magnitude ("some", "several"). `basis` is the policy whose rule was used: `policy`, or plain where that
    policy states nothing; `source` says where the rule is from.
    """

    wording: str
    outer: Interval
    core: Interval
    form: str
    number: int | None
    counted: bool
    policy: str
    basis: str
    source: str
    open_ended: bool

    @property
    def is_round(self) -> bool:
        """Whether the number is 20 or more and ends in a zero: such figures are often estimates."""
        return self.number is not None and self.number >= 20 and self.number % 10 == 0

    @property
    def rounding(self) -> Interval:
        """The numbers that round to this one, by half a unit of its last non-zero digit: 35 to 44 for 40.

        The outer interval for a count that is not round.
        """
        if self.number is None or not self.is_round:
            return self.outer
        half = unit_of(self.number) // 2
        return Interval(self.number - half, self.number + half - 1)


def check_wording(text: str) -> str:
    """The wording without outer white space; raises QuantityError, with a remedy, when it is not one count."""
    text = text.strip()
    read_cell(_part_and_whole(text)[0])
    return text


def whole_of(text: str) -> str:
    """The number of whom a count is a part: "145" for "132 of the 145"; empty where none is named."""
    return _part_and_whole(text)[1]


def _part_and_whole(text: str) -> tuple[str, str]:
    found = _OF_THE.fullmatch(text)
    if found is None:
        return text, ""
    numbers = [int(re.sub(r"\D", "", part)) for part in found.groups()]
    return (found["part"], found["whole"]) if numbers[0] <= numbers[1] else (text, "")


@lru_cache(maxsize=1 << 16)
def read_quantity(text: str, policy: Policy | str = "plain") -> Quantity:
    """The count under a policy (a name, a path, or a loaded one).

    Raises QuantityError when the wording is not one count, PolicyError when there is no such policy.
    """
    return _quantity(text, read_cell(_part_and_whole(text)[0]), policy)


def from_bounds(low: int | None, high: int | None, best: int | None = None, policy: Policy | str = "plain") -> Quantity:
    """The count that bounds in number columns stand for.

    `low` alone is "at least", `high` alone "up to", `best` alone an exact number; the wording says the same in
    words. A best estimate is what a fair reader expects: the core. Raises QuantityError when a bound is negative or
    too large, or the three are out of order.
    """
    for name, value in (("low", low), ("high", high), ("best", best)):
        _check_bound(name, value)
    wording, reading = _from_numbers(low, high, best)
    read = _quantity(wording, reading, policy)
    if best is None or read.number == best:
        return read
    return replace(read, wording=f"{wording} (best {best})", number=best, core=Interval(best, best))


def _check_bound(name: str, value: int | None) -> None:
    if value is None:
        return
    if isinstance(value, bool) or not isinstance(value, int):
        raise QuantityError(f"{name} {value!r}: not a whole number; write digits or leave the cell empty")
    if value < 0:
        raise QuantityError(f"{name} {value}: a count cannot be negative; write {-value} or leave the cell empty")
    if value > LARGEST:
        raise QuantityError(f"{name} {value}: the number is above {LARGEST:,}; check the digits")


def _from_numbers(low: int | None, high: int | None, best: int | None) -> tuple[str, Reading]:
    if low is not None and high is not None and low > high:
        raise QuantityError(f"low {low} is above high {high}; swap the two")
    if best is not None and not (low or 0) <= best <= (best if high is None else high):
        raise QuantityError(f"best {best} is outside low {low} to high {high}; check the three")
    if low is None and high is None:
        return ("", Term("uncounted")) if best is None else (str(best), Exact(best))
    if high is None:
        return f"at least {low}", Hedged("at least", Exact(low or 0))
    if low is None:
        return f"up to {high}", Hedged("up to", Exact(high))
    if low == high:
        return str(low), Exact(low)
    return f"{low} to {high}", Span(low, high)


def _quantity(text: str, reading: Reading, policy: Policy | str) -> Quantity:
    chosen = load_policy(policy) if isinstance(policy, str) else policy
    bounds = bounds_of(reading, chosen)
    return Quantity(
        wording=text,
        outer=bounds.outer,
        core=bounds.core,
        form=bounds.form or form_of(reading),
        number=number_of(reading),
        counted=bounds.counted,
        policy=chosen.name,
        basis=basis_name(chosen, bounds.basis),
        source="; ".join(bounds.sources),
        open_ended=_is_open(reading),
    )


def _is_open(reading: Reading) -> bool:
    """Whether the words themselves leave the count open above, whatever figure a policy codes for them."""
    return bounds_of(reading, load_policy("plain")).outer.high is None
