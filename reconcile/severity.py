"""How serious a finding is, from 0 to 100: how far apart, how direct, how independent, how firm.

``severity = 100 * magnitude * directness * independence * firmness``. It ranks findings for a reader's time and says
nothing about who is right; the people in dispute are shown beside it and never multiplied in.
"""

from __future__ import annotations

from functools import cache
from math import ceil
from typing import Any

from claims.lexicon import data
from reconcile.result import Factors


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = data("reconcile", "severity.yaml")
    return table


def magnitude_of(kind: str) -> float:
    """The magnitude of a dispute without numbers, from the shipped table."""
    return float(_table()["magnitude"][kind])


def firmness_of(verdict: str) -> float:
    """How firmly a verdict stands, from the shipped table."""
    return float(_table()["firmness"][verdict])


def directness_of(kind: str) -> float:
    """How directly two statements meet, from the shipped table."""
    return float(_table()["directness"][kind])


def share_beyond(low: int, high: int) -> float:
    """The share of the larger figure that the smaller one cannot hold: ``1 - (high + 1) / (low + 1)``, at least 0."""
    return max(0.0, round(1 - (high + 1) / (low + 1), 4))


def factors_for(kind: str, verdict: str, independence: float = 1.0) -> Factors:
    """The factors of a finding without numbers: its kind's magnitude, its verdict's firmness."""
    return Factors(
        magnitude=magnitude_of(kind), directness=1.0, independence=independence, firmness=firmness_of(verdict)
    )


def severity(factors: Factors) -> int:
    """The four factors as a whole number from 0 to 100; halves round down, so that only certainty is 100."""
    product = factors.magnitude * factors.directness * factors.independence * factors.firmness
    return max(0, min(100, ceil(round(100 * product, 6) - 0.5)))


def least_of(name: str) -> int:
    """The severity at which a band begins."""
    return int(_table()["bands"][name])


def band(value: int) -> str:
    """The word for a severity: head-on, serious, moderate or note."""
    for name, least in _table()["bands"].items():
        if value >= least:
            return str(name)
    return "note"
