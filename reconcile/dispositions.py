"""What a desk decided to do about a finding, laid beside the finding that the same claims make."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.decisions import Decision
from reconcile.result import Disposed, Finding


def with_dispositions(findings: Sequence[Finding], made: Sequence[Decision]) -> tuple[list[Finding], list[str]]:
    """The findings, each with the last disposition of exactly its claims, and a warning for each that fits none."""
    if not made:
        return list(findings), []
    last = {frozenset(d.claims): d for d in made}
    disposed = [_disposed(f, last.get(frozenset(f.claims))) for f in findings]
    there = {frozenset(f.claims) for f in findings}
    warnings = [
        f"the disposition {d.id} speaks of {', '.join(sorted(d.claims))}, which no finding joins any more"
        for claims, d in last.items()
        if claims not in there
    ]
    return disposed, warnings


def _disposed(finding: Finding, made: Decision | None) -> Finding:
    if made is None or made.disposition is None:
        return finding
    told = Disposed(disposition=made.disposition.value, prefer=made.prefer, by=made.by, at=made.at, why=made.why)
    return finding.model_copy(update={"disposition": told})
