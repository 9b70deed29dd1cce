"""Colours of charts and graphs, the same in every form of the report: Okabe-Ito, given to sides by the alphabet."""

from __future__ import annotations

from typing import Any

from claims.lexicon import data
from reconcile.result import ReadClaim, Result
from reconcile.severity import band


def palette() -> dict[str, Any]:
    """The shipped colours as ``#RRGGBB``; do not change what it returns."""
    found: dict[str, Any] = data("reports", "palette.yaml")
    return found


def side_colours(result: Result) -> dict[str, str]:
    """Each side that claimants of a result speak for, in alphabetical order, and its colour."""
    sides = sorted({c.camp for c in result.claims if c.camp}, key=lambda name: (name.casefold(), name))
    hues = palette()["sides"]
    return {side: hues[n % len(hues)] for n, side in enumerate(sides)}


def claim_colour(claim: ReadClaim, sides: dict[str, str]) -> str:
    """The colour of the claimant's side; a grey for a third party, a lighter one where no side is known."""
    if claim.camp:
        return sides[claim.camp]
    return str(palette()["third_party" if claim.third_party else "no_side"])


def severity_colour(severity: int) -> str:
    """A grey, the darker the more severe."""
    return str(palette()["severity"][band(severity)])


def red_green_blue(colour: str) -> tuple[int, int, int]:
    """``#RRGGBB`` as three numbers from 0 to 255."""
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue
