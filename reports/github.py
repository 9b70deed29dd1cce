"""The findings as workflow commands, which a GitHub job shows beside the rows that they are about.

One line each: ``::warning file=claims.csv,line=3,title=...::...``. Rows that could not be read are errors, warnings of
the run are notices. A job shows ten of each kind for a step. Nothing else may stand on standard output.

Syntax: https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions. Escapes: ``escapeData`` and
``escapeProperty`` of https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reconcile.result import Finding, RejectedRow, Result
from reports.escape import visible
from reports.feeds import failing, level, told
from reports.spots import Spot, spot_of, spot_of_row
from reports.titles import title
from reports.view import View
from reports.words import column, rejected_line

_KINDS = {"error": "error", "warning": "warning", "note": "notice"}


def chunks(result: Result, *, fail_on: str = "note") -> Iterator[str]:
    """The commands, a line each: first the rows that could not be read, then conflicts from ``fail_on`` on."""
    view = View(result)
    for row in result.rejected:
        yield _unread(result, row)
    for finding in failing(view, fail_on):
        yield _conflict(view, finding)
    for warning in result.run.warnings:
        yield command("notice", {"title": "reading the claims"}, warning)


def command(kind: str, properties: Mapping[str, str], message: str) -> str:
    """One workflow command with its line end; properties without a value are left out."""
    given = ",".join(f"{name}={_property(value)}" for name, value in properties.items() if value)
    return f"::{kind} {given}::{_data(message)}\n" if given else f"::{kind}::{_data(message)}\n"


def _data(text: str) -> str:
    """A message: nothing in it ends the line or is taken for an escape."""
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _at(spot: Spot | None) -> dict[str, str]:
    if spot is None:
        return {}
    return {"file": spot.path, "line": "" if spot.line is None else str(spot.line)}


def _unread(result: Result, row: RejectedRow) -> str:
    place = _at(spot_of_row(result, row))
    return command("error", {**place, "title": "a row that could not be read"}, rejected_line(row))


def _carried(view: View, claim: str) -> str:
    """A claim and the source that carries it; what was said is in the explanation."""
    source = column(view.claim[claim], "source") if claim in view.claim else ""
    return f"{claim} in {source}" if source else claim


def _conflict(view: View, finding: Finding) -> str:
    spots = (spot_of(view.result, i) for i in finding.claims)
    place = _at(next((spot for spot in spots if spot), None))
    claims = "; ".join(_carried(view, i) for i in finding.claims)
    words = f"{told(view, finding)} [{claims}] ({finding.id})"
    return command(_KINDS[level(finding)], {**place, "title": title(finding)}, words)
