"""Colours of the claim graph: those of the sides as in the rest of the report, greys by severity."""

from __future__ import annotations

from typing import Any

from claims.lexicon import data
from reconcile.result import ReadClaim, Result
from reconcile.severity import band
from reports.colours import palette, side_numbers


def graph_colours() -> dict[str, Any]:
    """The shipped colours of what has no side, as ``#RRGGBB``; do not change what it returns."""
    found: dict[str, Any] = data("reports", "graph.yaml")["colours"]
    return found


def side_colours(result: Result) -> dict[str, str]:
    """Each side that claimants of a result speak for, in alphabetical order, and its colour."""
    hues = [hue["light"] for hue in palette()["sides"]]
    return {side: hues[number] for side, number in side_numbers(result.claims).items()}


def claim_colour(claim: ReadClaim, sides: dict[str, str]) -> str:
    """The colour of the claimant's side; a grey for a third party, a lighter one where no side is known."""
    if claim.camp:
        return sides[claim.camp]
    return str(palette()["neutral"]["light"] if claim.third_party else graph_colours()["no_side"])


def severity_colour(severity: int) -> str:
    """A grey, the darker the more severe."""
    return str(graph_colours()["severity"][band(severity)])


def red_green_blue(colour: str) -> tuple[int, int, int]:
    """``#RRGGBB`` as three numbers from 0 to 255."""
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue
