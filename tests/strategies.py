"""The strategies that ship, under the names that the tests of the engine use."""

from __future__ import annotations

from counterclaim.testing.strategies import DATES, OUTLETS, PLACES, SIDES, VICTIMS, WORDINGS, rows
from counterclaim.testing.strategies import claim_sets as claims

__all__ = ["DATES", "OUTLETS", "PLACES", "SIDES", "VICTIMS", "WORDINGS", "claims", "rows"]
