"""Claims written as small tables in a test, and ways to pick findings out of a result."""

from __future__ import annotations

from itertools import combinations, product

from counterclaim.testing.tables import claims_from as claims_of
from reconcile.engine import reconcile
from reconcile.result import Finding, Result, Verdict

DISAGREEMENT = (Verdict.CONTRADICTION, Verdict.TENSION)


def result_of(text: str, **common: str) -> Result:
    """The result for a table."""
    return reconcile(claims_of(text, **common))


def one_event(text: str, **common: str) -> Result:
    """The result for a table whose claims are one event by the user's label."""
    return result_of(text, **{"event": "one", **common})


def of_rule(result: Result, rule: str) -> list[Finding]:
    """The findings of a rule, most severe first."""
    return [f for f in result.findings if f.rule == rule]


def the(result: Result, rule: str) -> Finding:
    """The only finding of a rule."""
    found = of_rule(result, rule)
    assert len(found) == 1, [f.explanation for f in result.findings]
    return found[0]


def slots(finding: Finding) -> list[set[str]]:
    """The claims of a finding, each with its echoes."""
    return [{claim, *finding.echoes.get(claim, [])} for claim in finding.claims]


def pairs(finding: Finding) -> set[frozenset[str]]:
    """The pairs that stand against each other in a finding."""
    return {frozenset(p) for a, b in combinations(slots(finding), 2) for p in product(a, b)}


def between(result: Result, one: str, two: str) -> list[Finding]:
    """The contradictions and tensions that name both claims, on different sides."""
    return [f for f in disagreements(result) if frozenset((one, two)) in pairs(f)]


def disagreements(result: Result) -> list[Finding]:
    """The contradictions and tensions of a result, most severe first."""
    return [f for f in result.findings if f.verdict in DISAGREEMENT]


def signature(result: Result) -> list[tuple[str, str, int]]:
    """Rule, verdict and severity of the disagreements."""
    return [(f.rule, f.verdict.value, f.severity) for f in disagreements(result)]


def together(result: Result) -> list[list[str]]:
    """The claims of each event, sorted."""
    return sorted(sorted(e.claims) for e in result.events)
