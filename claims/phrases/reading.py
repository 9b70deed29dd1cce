"""What a quantity phrase says, as a small tree; no policy has been applied to it yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Exact:
    """A number without a hedge: "58", "a dozen", "a soldier"."""

    number: int


@dataclass(frozen=True, slots=True)
class Span:
    """Two numbers with all between them: "5 to 7", "23 or 24"; `best` is a best estimate given beside them."""

    low: int
    high: int
    best: int | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """A word that stands for a quantity without giving a number: "several", "dozens", "none reported"."""

    name: str


@dataclass(frozen=True, slots=True)
class Product:
    """A vague word that counts units: "several hundred", "tens of thousands"."""

    name: str
    unit: int


@dataclass(frozen=True, slots=True)
class Hedged:
    """A hedge over another phrase: "at least 58", "more than several hundred"."""

    rule: str
    inner: Reading


@dataclass(frozen=True, slots=True)
class Joined:
    """Two phrases about one count: "at least 50, possibly 70" or "more than 50 but fewer than 100"."""

    kind: Literal["possibly", "either", "both"]
    first: Reading
    second: Reading


Reading = Exact | Span | Term | Product | Hedged | Joined

# The name under which each hedge and each special word is reported; the rest are reported by their own name.
_FORM_OF_RULE = {"just over": "about", "just under": "nearly", "odd": "about", "decade": "range"}
_FORM_OF_RULE |= {"low decade": "range", "mid decade": "range", "high decade": "range"}
_FORM_OF_TERM = {"none": "none", "none reported": "none reported", "uncounted": "uncounted"}
_FORM_OF_TERM |= {"unknown": "uncertain"}


def form_of(reading: Reading) -> str:
    """The stable name of the reading: "exact", "at least", "range", "vague" and so on."""
    match reading:
        case Exact():
            return "exact"
        case Span(low=low, high=high):
            return "exact" if low == high else "range"
        case Term(name=name):
            return _FORM_OF_TERM.get(name, "vague")
        case Product():
            return "vague"
        case Hedged(rule=rule, inner=inner):
            # "Single digits" names a magnitude as "tens" does, although it is reckoned as a decade.
            return "vague" if rule.endswith("decade") and inner == Exact(0) else _FORM_OF_RULE.get(rule, rule)
        case Joined(kind="possibly", first=first):
            return form_of(first) if form_of(first) != "exact" else "range"
        case Joined(first=first):
            return "vague" if form_of(first) == "vague" else "range"


def number_of(reading: Reading) -> int | None:
    """The one number that was read; None for a range without a best estimate and for vague words."""
    match reading:
        case Exact(number=number):
            return number
        case Span(low=low, high=high, best=best):
            return low if low == high else best
        case Term(name=name):
            return 0 if name == "none" else None
        case Hedged(rule=rule, inner=inner):
            return None if rule.endswith("decade") else number_of(inner)
        case _:
            return None
