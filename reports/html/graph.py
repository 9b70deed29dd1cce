"""The claim graph of the page: claims, events and findings as dots and lines, drawn event by event when asked for."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from reconcile.result import Event, ReadClaim
from reports.colours import hue_of, numbers_within, relation_of
from reports.escape import visible
from reports.layout import clipped
from reports.titles import verdict_mark
from reports.view import View, place_and_day
from reports.words import speaker, statement

MOST_EVENTS = 200
"""Events that the graph offers, the most severe first."""
_MOST_CLAIMS = 400
_LABEL = 90


def graph_json(view: View, events: Sequence[Event], hues: Mapping[str, int]) -> Markup:
    """The elements of each event as JSON for a script element; empty where no event has several claims.

    Every ``<`` is written as its code, so that no text can end the element.
    """
    drawn = [_event(e, view, hues) for e in events[:MOST_EVENTS] if len(e.claims) <= _MOST_CLAIMS]
    if not drawn:
        return Markup("")
    text = json.dumps({"events": drawn}, ensure_ascii=True, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))


def _event(event: Event, view: View, hues: Mapping[str, int]) -> dict[str, Any]:
    hues = numbers_within(hues, view.claims_of(event))
    nodes = [_claim(claim, hues) for claim in view.known(event.claims)]
    edges = [
        {"source": one, "target": two, "kind": "link", "weight": link.bits}
        for link in event.why_grouped
        for one, two in [link.claims]
    ]
    for finding in view.findings_of(event):
        if len(finding.claims) < 2:
            continue
        nodes.append(
            {"id": finding.id, "kind": "finding", "verdict": finding.verdict.value, "label": verdict_mark(finding),
             "text": _text(f"{finding.verdict.value}: {finding.explanation}", 400), "weight": finding.severity}
        )  # fmt: skip
        edges += [
            {"source": finding.id, "target": name, "kind": finding.verdict.value, "weight": finding.severity}
            for name in finding.claims
            if name in view.claim
        ]
    edges += [
        {"source": step.claim, "target": step.of, "kind": "copy", "weight": 1}
        for step in event.origins
        if step.of in view.claim
    ]
    return {"id": event.id, "label": _text(place_and_day(event), 120), "nodes": nodes, "edges": edges}


def _claim(claim: ReadClaim, hues: Mapping[str, int]) -> dict[str, Any]:
    said, hue = f"{speaker(claim)}: {statement(claim)}", hue_of(claim.camp, hues)
    return {
        "id": claim.id,
        "kind": "claim",
        "label": _text(said, _LABEL),
        "text": _text(said, 400),
        "hue": "none" if hue is None else hue,
        "shape": relation_of(claim.relation)["shape"],
    }


def _text(text: str, longest: int) -> str:
    return clipped(visible(text), longest)
