"""Why the claims of a finding are one event and how their words compare, pair by pair."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from reconcile.engine import Judged
from reconcile.explain import explain
from reconcile.result import Explanation, Finding
from reports.web.snapshot import Snapshot

_MOST_PAIRS = 6


def explanations(snapshot: Snapshot, finding: Finding) -> list[Explanation]:
    """An explanation for each pair of the finding's claims; the first few where it joins many."""
    events = {snapshot.view.claim[name].event_id for name in finding.claims if name in snapshot.view.claim}
    near = _within(snapshot, events)
    names = [name for name in finding.claims if name in snapshot.readings]
    pairs = list(combinations(names, 2))[:_MOST_PAIRS]
    return [explain(near, one, two, snapshot.decisions) for one, two in pairs]


def _within(snapshot: Snapshot, events: set[str]) -> Judged:
    """The result without the other events, so that explaining a pair costs what its event is large."""
    judged, result = snapshot.judged, snapshot.judged.result
    kept = result.model_copy(
        update={
            "events": [e for e in result.events if e.id in events],
            "claims": [c for c in result.claims if c.event_id in events],
            "findings": [f for f in result.findings if f.event in events],
        }
    )
    return replace(judged, result=kept, cases={name: judged.cases[name] for name in events if name in judged.cases})
