"""What the estimate takes for granted, from its versioned data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from claims.lexicon import data


@dataclass(frozen=True, slots=True)
class Form:
    """What a way of wording does to a figure: ``offset`` is log(figure / held to be so), ``spread`` the added doubt."""

    offset: float
    spread: float


@dataclass(frozen=True, slots=True)
class Spread:
    """A standard deviation before anything is seen, and how many comparisons it counts for."""

    prior: float
    pseudo: float


@dataclass(frozen=True, slots=True)
class Constants:
    """The numbers of ``reconcile/data/estimates.yaml``; standard deviations on the log scale unless said otherwise."""

    forms: Mapping[str, Form]
    preliminary: Form
    copy_above: int
    role: float
    camp: float
    clip: float
    independent: Spread
    other: Spread
    crossed: float
    least_spread: float
    correlation: float
    band: float
    least_comparisons: int


@cache
def constants() -> Constants:
    """The shipped numbers."""
    table: dict[str, Any] = data("reconcile", "estimates.yaml")
    return Constants(
        forms={name: Form(**row) for name, row in table["forms"].items()},
        preliminary=Form(**table["preliminary"]),
        copy_above=table["copy_above"],
        role=table["tendency"]["role"],
        camp=table["tendency"]["camp"],
        clip=table["tendency"]["clip"],
        independent=Spread(**table["spread"]["independent"]),
        other=Spread(**table["spread"]["other"]),
        crossed=table["spread"]["crossed"],
        least_spread=table["spread"]["least"],
        correlation=table["correlation"],
        band=table["band"],
        least_comparisons=table["least_comparisons"],
    )
