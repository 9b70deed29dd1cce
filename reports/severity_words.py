"""The four factors of a severity in words, so that the number explains itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reconcile.result import About, Finding, ReadClaim, Verdict
from reconcile.severity import firmness_of
from reports.view import CONTESTED
from reports.words import words

_COMPARED = (*CONTESTED, Verdict.REVISION, Verdict.PROGRESSION)
_ONE_SIDE, _ONE_VOICE = 0.7, 0.6


def severity_line(finding: Finding, claims: Mapping[str, ReadClaim]) -> str:
    """Why a finding has its severity: how far apart, how direct, between whom and how firm, with the four numbers."""
    factors = finding.factors
    numbers = (factors.magnitude, factors.directness, factors.independence, factors.firmness)
    told = (_magnitude(finding), _directness(finding), _independence(finding, claims), _firmness(finding))
    product = " × ".join(f"{round(n, 2):g}" for n in numbers)
    return f"Severity {finding.severity}: {'; '.join(told)} (100 × {product})."


def _words() -> dict[str, Any]:
    found: dict[str, Any] = words()["severity"]
    return found


def _magnitude(finding: Finding) -> str:
    magnitude = finding.factors.magnitude
    named = _words()["rules"].get(finding.rule)
    if named is None and finding.verdict in _COMPARED and finding.about in (About.COUNT, About.ACCOUNTING):
        named = _words()["figures"] if len(finding.claims) == 2 else None
    text: str = named or _words()["other"]
    rest = round(100 * (1 - magnitude))
    return text.format(rest=rest if rest or magnitude == 1 else "less than 1", weight=round(100 * magnitude))


def _directness(finding: Finding) -> str:
    if finding.factors.directness == 1:
        return str(_words()["direct"])
    return str(_words()["part" if finding.about is About.ACCOUNTING else "indirect"])


def _independence(finding: Finding, claims: Mapping[str, ReadClaim]) -> str:
    if len(finding.claims) < 2:
        return str(_words()["single"])
    said = [claims[i] for i in finding.claims if i in claims]
    if len(said) < len(finding.claims):
        return str(_words()[_by_number(finding.factors.independence)])
    return str(_words()[_between(said)])


def _between(said: list[ReadClaim]) -> str:
    camps = {c.camp for c in said}
    if len({c.voice for c in said}) == 1:
        return "one_voice"
    if None in camps:
        return "independent"
    return "one_side" if len(camps) == 1 else "sides"


def _by_number(independence: float) -> str:
    if independence <= _ONE_VOICE:
        return "one_voice"
    return "one_side" if independence <= _ONE_SIDE else "independent"


def _firmness(finding: Finding) -> str:
    if finding.verdict in CONTESTED and finding.factors.firmness == firmness_of("within_rounding"):
        return str(_words()["rounding"])
    return str(_words()["firmness"][finding.verdict.value])
