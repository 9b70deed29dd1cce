"""What the forms for other programs share: which findings they hold, how each is marked, and one line for a claim."""

from __future__ import annotations

from typing import Any

from claims.lexicon import data
from reconcile.result import About, Finding, ReadClaim
from reconcile.severity import band, least_of
from reports.unchecked import unchecked_line
from reports.view import View
from reports.words import column, policies, speaker, statement

_FIGURES = (About.COUNT, About.ACCOUNTING)


def feeds() -> dict[str, Any]:
    """The shipped table of the forms for other programs; do not change what it returns."""
    found: dict[str, Any] = data("reports", "feeds.yaml")
    return found


def level(finding: Finding) -> str:
    """``error``, ``warning`` or ``note``, by the band of the severity."""
    return str(feeds()["levels"][band(finding.severity)])


def failing(view: View, fail_on: str) -> list[Finding]:
    """The contradictions and tensions at or above a band, in the order of the report."""
    least = least_of(fail_on)
    return [f for f in view.disputes if f.severity >= least]


def disputed_figures(view: View) -> set[str]:
    """The claims whose figure a contradiction or a tension names, and those that repeat it."""
    disputes = [f for f in view.disputes if f.about in _FIGURES]
    return {i for f in disputes for i in (*f.claims, *(echo for ids in f.echoes.values() for echo in ids))}


def told(view: View, finding: Finding) -> str:
    """The explanation, the numeral policies under which it stands, and whether it rests on drafts."""
    holds = policies(finding, view.result.run.numeral_policy)
    return " ".join(filter(None, (finding.explanation, holds, unchecked_line(view.known(finding.claims)))))


def said(claim: ReadClaim) -> str:
    """Who said what, and where: ``N-1, Northern army (North Side): 23 soldiers killed, in Example Agency``."""
    source = column(claim, "source")
    return f"{claim.id}, {speaker(claim)}: {statement(claim)}" + (f", in {source}" if source else "")
