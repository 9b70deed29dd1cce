"""The whole report as one HTML page that needs no network, and no script to be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from reconcile.result import Event, Finding, ReadClaim, Result
from reconcile.severity import band
from reports.colours import one_key, palette, side_numbers
from reports.gaps import gap_findings, missing_lines
from reports.html.assets import policy, scripts, style
from reports.html.environment import environment
from reports.html.graph import graph_json
from reports.html.section import Section, claim_rows, section_of
from reports.html.timeline import axis, told
from reports.ledger import tables as ledger_tables
from reports.methodology import method_rows
from reports.sentences import method_line
from reports.titles import verdict_mark
from reports.view import View, place_and_day
from reports.words import rejected_line, speaker, statement, words

OPEN_EVENTS = 24
"""Events that are shown unfolded; a longer report folds the rest, so that a browser opens it at once."""
_MANY_EVENTS = 60
"""Events beyond which the browser is told to lay out only those in sight."""
_BUFFERED = 400


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A contradiction or tension as a row of the list by severity."""

    finding: Finding
    band: str
    mark: str
    about: str
    where: str
    said: list[tuple[str, str]]
    status: str


def chunks(result: Result, *, graph: bool = True) -> Iterator[str]:
    """The page, piece by piece; ``graph`` adds the claim graph and the scripts that draw it."""
    view = View(result)
    hues = side_numbers(result.claims)
    template = environment().get_template("report.html.j2")
    stream = template.stream(**_page(view, hues, graph))
    stream.enable_buffering(_BUFFERED)
    yield from stream


def _page(view: View, hues: Mapping[str, int], graph: bool) -> dict[str, Any]:
    result, ordered = view.result, _ordered(view)
    elements = graph_json(view, ordered, hues) if graph else ""
    return {
        "view": view,
        "result": result,
        "page": words()["page"],
        "palette": palette(),
        "key": hues if one_key(hues) else {},
        "style": style(),
        "scripts": scripts() if elements else (),
        "policy": policy(bool(elements)),
        "elements": elements,
        "findings": [_row(f, view) for f in view.disputes],
        "tally": [(name, words()["verdicts"][name], amount) for name, amount in view.by_verdict.items()],
        "sections": _sections(view, ordered, hues),
        "several": len(ordered),
        "drawn": {e.id for e in ordered},
        "open_events": OPEN_EVENTS,
        "many": len(ordered) > _MANY_EVENTS,
        "alone": claim_rows(_alone(view), hues),
        "ledger": list(ledger_tables(result, None)),
        "ledger_words": words()["ledger"],
        "missing": list(missing_lines(result)),
        "gaps": gap_findings(result),
        "decided": result.run.decided,
        "rejected": [rejected_line(r) for r in result.rejected],
        "method": method_rows(result),
        "method_line": method_line(result),
        "axis": axis,
        "told": told,
        "lead": _lead(view),
    }


def _lead(view: View) -> str:
    """The anchor of the sharpest dispute, to which the headline leads; empty where there is none."""
    sharpest = view.sharpest or next(iter(view.disputes), None)
    return sharpest.id if sharpest else ""


def _ordered(view: View) -> list[Event]:
    """The events with several claims: the most severe conflict first, then by label and id."""
    several = view.events()
    worst = {e.id: 0 for e in several}
    for finding in view.disputes:
        if finding.event in worst:
            worst[finding.event] = max(worst[finding.event], finding.severity)
    return sorted(several, key=lambda e: (-worst[e.id], e.label.casefold(), e.id))


def _sections(view: View, events: list[Event], hues: Mapping[str, int]) -> Iterator[Section]:
    return (section_of(event, view, hues) for event in events)


def _alone(view: View) -> Iterator[ReadClaim]:
    return (c for e in view.result.events if len(e.claims) == 1 for c in view.claims_of(e))


def _row(finding: Finding, view: View) -> FindingRow:
    claims = view.known(finding.claims)
    return FindingRow(
        finding=finding,
        band=band(finding.severity),
        mark=verdict_mark(finding),
        about=words()["about"][finding.about.value],
        where=place_and_day(view.event.get(finding.event)),
        said=[(speaker(c), statement(c)) for c in claims],
        status=finding.disposition.disposition if finding.disposition else "",
    )
