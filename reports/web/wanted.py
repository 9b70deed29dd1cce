"""What a reader searches for, read from the address of a page, and which claims, findings and events have it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from claims.dates import DateError, Window, read_window
from claims.spelling import fold
from reconcile.result import Event, Finding, ReadClaim
from reconcile.severity import least_of
from reports.web.snapshot import Snapshot
from reports.words import alphabetical, column, side, words


@dataclass(frozen=True)
class Wanted:
    """The fields of the search form, as typed; empty where nothing was asked for."""

    q: str = ""
    side: str = ""
    source: str = ""
    kind: str = ""
    measure: str = ""
    verdict: str = ""
    severity: str = ""
    """The least severity, as a band."""
    since: str = ""
    until: str = ""

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Wanted:
        """The search in a query string; what is not in the form is passed over."""
        return cls(**{f.name: query.get(f.name, "").strip() for f in fields(cls)})

    def asked(self) -> dict[str, str]:
        """What was asked for, for the address of another page of the same search."""
        return {f.name: value for f in fields(self) if (value := getattr(self, f.name))}


class Search:
    """A search over one snapshot."""

    def __init__(self, snapshot: Snapshot, wanted: Wanted) -> None:
        """Raises DateError, in words for the reader, when a date of the search cannot be read."""
        self.snapshot = snapshot
        self.wanted = wanted
        self.words = [word for part in wanted.q.split() for word in fold(part)]
        self.days = _days(wanted)
        self.least = least_of(wanted.severity) if wanted.severity in words()["bands"] else 0
        self._claims: dict[str, bool] = {}

    def claims(self) -> list[ReadClaim]:
        """The claims that have what is wanted, in the order of the result."""
        return [c for c in self.snapshot.judged.result.claims if self._claim(c.id) and self._is_in_a_finding(c.id)]

    def findings(self) -> list[Finding]:
        """The findings of the wanted verdict and severity one of whose claims has the rest, in order."""
        return [f for f in self.snapshot.view.findings if self._finding(f)]

    def events(self) -> list[Event]:
        """The events one of whose claims, or findings, has what is wanted."""
        return [e for e in self.snapshot.judged.result.events if self._event(e)]

    def _event(self, event: Event) -> bool:
        if self._asks_of_findings():
            return any(self._finding(f) for f in self.snapshot.view.findings_of(event))
        return any(self._claim(name) for name in event.claims)

    def _asks_of_findings(self) -> bool:
        return bool(self.wanted.verdict or self.least)

    def _is_in_a_finding(self, name: str) -> bool:
        if not self._asks_of_findings():
            return True
        return any(self._as_judged(f) for f in self.snapshot.findings_of_claim.get(name, ()))

    def _finding(self, finding: Finding) -> bool:
        if not self._as_judged(finding):
            return False
        if self.words and finding.id == self.wanted.q:
            return True
        return any(self._claim(name) for name in finding.claims)

    def _as_judged(self, finding: Finding) -> bool:
        verdict = self.wanted.verdict
        return (not verdict or finding.verdict.value == verdict) and finding.severity >= self.least

    def _claim(self, name: str) -> bool:
        if name not in self._claims:
            self._claims[name] = name in self.snapshot.view.claim and self._fits(self.snapshot.view.claim[name])
        return self._claims[name]

    def _fits(self, claim: ReadClaim) -> bool:
        wanted = self.wanted
        return (
            (not wanted.side or side(claim) == wanted.side)
            and all(not asked or column(claim, name) == asked for name, asked in self._columns())
            and self._when(claim)
            and self._text(claim)
        )

    def _columns(self) -> tuple[tuple[str, str], ...]:
        wanted = self.wanted
        return ("source", wanted.source), ("kind", wanted.kind), ("measure", wanted.measure)

    def _when(self, claim: ReadClaim) -> bool:
        if self.days is None:
            return True
        window = self.snapshot.readings[claim.id].window
        return (window.first is not None or window.last is not None) and window.gap(self.days) == 0

    def _text(self, claim: ReadClaim) -> bool:
        if not self.words:
            return True
        label = self.snapshot.view.event[claim.event_id].label if claim.event_id in self.snapshot.view.event else ""
        told = " ".join(fold(" ".join((claim.id, claim.voice, label, *_texts(claim)))))
        return all(word in told for word in self.words)


def _texts(claim: ReadClaim) -> list[str]:
    said = [value for value in (claim.__pydantic_extra__ or {}).values() if isinstance(value, str)]
    return [*said, claim.quantity.wording] if claim.quantity else said


def _days(wanted: Wanted) -> Window | None:
    if not wanted.since and not wanted.until:
        return None
    first = read_window(wanted.since).first if wanted.since else None
    last = read_window(wanted.until).last if wanted.until else None
    if first is not None and last is not None and first > last:
        raise DateError(f"no day is after {wanted.since} and before {wanted.until}; exchange the two")
    return Window(first, last)


def choices(snapshot: Snapshot) -> dict[str, list[str]]:
    """What the selects of the search form offer: everything that the claims hold, in a neutral order."""
    claims = snapshot.judged.result.claims
    held = {name: {column(c, name) for c in claims} - {""} for name in ("source", "kind", "measure")}
    return {
        "side": sorted({side(c) for c in claims}, key=alphabetical),
        "source": sorted(held["source"], key=alphabetical),
        "kind": sorted(held["kind"]),
        "measure": sorted(held["measure"]),
        "verdict": list(words()["verdicts"]),
        "severity": list(words()["bands"]),
    }
