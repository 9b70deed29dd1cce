"""Which colour a side has in a report: hues in alphabetical order of the sides, grey for everybody else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from claims.lexicon import data
from reconcile.result import ReadClaim
from reports.words import alphabetical


def palette() -> dict[str, Any]:
    """The shipped colours and shapes; do not change what it returns."""
    found: dict[str, Any] = data("reports", "hues.yaml")
    return found


def side_numbers(claims: Iterable[ReadClaim]) -> Mapping[str, int]:
    """The number of each side's hue, from 0, in alphabetical order; there are as many hues as the palette has.

    Sides beyond that share hues again: shape and label tell them apart.
    """
    named = {c.camp for c in claims if c.camp}
    ordered = sorted(named, key=alphabetical)
    return {side: n % len(palette()["sides"]) for n, side in enumerate(ordered)}


def one_key(numbers: Mapping[str, int]) -> bool:
    """Whether every side has a hue of its own, so that one key serves a whole report."""
    return len(numbers) <= len(palette()["sides"])


def numbers_within(numbers: Mapping[str, int], claims: Iterable[ReadClaim]) -> Mapping[str, int]:
    """The numbers of a whole report where one key serves it; else those of the sides of some claims alone."""
    return numbers if one_key(numbers) else side_numbers(claims)


def hue_of(side: str | None, numbers: Mapping[str, int]) -> int | None:
    """The number of a side's hue; None, which stands for grey, where somebody speaks for no side."""
    return numbers.get(side) if side else None


def relation_of(relation: str | None) -> dict[str, str]:
    """The shape, mark and label for whose losses a claimant speaks of."""
    known: dict[str, dict[str, str]] = palette()["relations"]
    return known[relation or "none"]
