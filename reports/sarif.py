"""The findings as SARIF 2.1.0, the format in which code-scanning services and editors take results of checkers.

One result for each contradiction and tension, at the row of its first claim that has one; the other claims are related
locations. ``everything`` adds the other findings: SARIF calls them informational, and gives such results no level.
Rows that could not be read, and warnings of the run, are notifications of the invocation.

Standard: https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html (section
numbers below are its own).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from reconcile.result import Finding, RejectedRow, Result
from reports.feeds import failing, level, said, told
from reports.sarif_parts import Part, artifact, located, message, rule
from reports.spots import spot_of, spot_of_row
from reports.view import CONTESTED, View
from reports.words import rejected_line

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "findingId/v1"
"""Under this name a finding's id, which its claims alone decide, keeps alerts of two runs together (3.27.17)."""


def chunks(result: Result, *, everything: bool = False, fail_on: str | None = None) -> Iterator[str]:
    """The log as JSON text, one result on a line; ``fail_on`` leaves out what is below that band of severity."""
    view = View(result)
    shown = _shown(view, everything, fail_on)
    ids = sorted({f.rule for f in shown})
    yield f'{{\n"$schema": {_json(SCHEMA)},\n"version": "2.1.0",\n"runs": [{{\n"tool": {_json(_tool(result, ids))}'
    yield f',\n"invocations": {_json([_invocation(result)])}'
    yield f',\n"artifacts": {_json([artifact(read) for read in result.run.inputs])}'
    yield ',\n"columnKind": "unicodeCodePoints",\n"results": ['
    yield from _lines(_result(view, finding, ids) for finding in shown)
    yield "\n]\n}]\n}\n"


def _shown(view: View, everything: bool, fail_on: str | None) -> list[Finding]:
    disputes = view.disputes if fail_on is None else failing(view, fail_on)
    others = (f for f in view.findings if f.verdict not in CONTESTED)
    return [*disputes, *others] if everything else disputes


def _lines(results: Iterable[Part]) -> Iterator[str]:
    for n, each in enumerate(results):
        yield f"{',' if n else ''}\n{_json(each)}"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _tool(result: Result, ids: Iterable[str]) -> Part:
    run = result.run
    driver = {"name": message(run.tool)["text"], "version": message(run.version)["text"]}
    return {"driver": {**driver, "rules": [rule(each) for each in ids]}}


def _invocation(result: Result) -> Part:
    noted = [{"level": "warning", "message": message(warning)} for warning in result.run.warnings]
    unread = [_unread(result, row) for row in result.rejected]
    return {"executionSuccessful": True, "toolExecutionNotifications": [*unread, *noted]}


def _unread(result: Result, row: RejectedRow) -> Part:
    found: Part = {"level": "error", "message": message(rejected_line(row))}
    spot = spot_of_row(result, row)
    return {**found, "locations": [located(spot)]} if spot else found


def _result(view: View, finding: Finding, ids: list[str]) -> Part:
    spots = {i: spot_of(view.result, i) for i in finding.claims}
    first = next((i for i, spot in spots.items() if spot), None)
    found: Part = {"ruleId": message(finding.rule)["text"], "ruleIndex": ids.index(finding.rule)}
    found |= _weight(finding) | {"message": message(told(view, finding))}
    if first is not None:
        found["locations"] = [located(spots[first], _words(view, first))]
    others = [located(spots[i], _words(view, i)) for i in finding.claims if i != first]
    if others:
        found["relatedLocations"] = [{**place, "id": n} for n, place in enumerate(others, 1)]
    return {**found, "partialFingerprints": {FINGERPRINT: message(finding.id)["text"]}}


def _words(view: View, claim: str) -> str:
    return said(view.claim[claim]) if claim in view.claim else claim


def _weight(finding: Finding) -> Part:
    """Kind, level and rank: a result that is no failure has no level (3.27.9, 3.27.10); the rank is the severity."""
    if finding.verdict in CONTESTED:
        return {"kind": "fail", "level": level(finding), "rank": float(finding.severity)}
    return {"kind": "informational", "level": "none", "rank": float(finding.severity)}
