"""Statements that were taken from each other in a circle: no first source is left."""

from __future__ import annotations

from reconcile.judge.case import Case
from reconcile.judge.origins.links import circles
from reconcile.judge.retelling import said_by
from reconcile.reading import Reading
from reconcile.result import About, Finding, Verdict
from reconcile.severity import factors_for


def circular_sourcing(case: Case) -> list[Finding]:
    """Claims that each go back to the next, the last one to the first: an outlet and a tracker that counts it."""
    return [_circle(case, ring) for ring in circles(case.origins.links)]


def _circle(case: Case, ring: list[Reading]) -> Finding:
    told = "; ".join(f"{said_by(case, r)}, taken from {after.claim.claimant}" for r, after in _steps(ring))
    text = f"{told}. The way back leads around in a circle; these claims name no first source."
    return case.finding(
        "sourcing-circular",
        About.SOURCING,
        Verdict.REPETITION,
        [(r,) for r in ring],
        factors_for("circular", "repetition"),
        text,
        notes=case.origins.reasons(ring),
    )


def _steps(ring: list[Reading]) -> list[tuple[Reading, Reading]]:
    return list(zip(ring, [*ring[1:], ring[0]], strict=True))
