"""A result arranged for reading: looked up by id, put in order, and summed up in one sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from reconcile.result import About, Event, Finding, ReadClaim, Result, Verdict
from reports.unchecked import unchecked_line
from reports.words import (
    column,
    counted,
    day,
    joined,
    people_and_measure,
    statement,
    unread_rows,
    verdict_order,
    wording,
    words,
)

CONTESTED = (Verdict.CONTRADICTION, Verdict.TENSION)


class View:
    """A result with its claims, events and findings at hand."""

    def __init__(self, result: Result) -> None:
        self.result = result
        self.claim = {c.id: c for c in result.claims}
        self.event = {e.id: e for e in result.events}
        self.finding = {f.id: f for f in result.findings}

    @cached_property
    def findings(self) -> list[Finding]:
        """All findings: contradictions and tensions first, then by severity, then by id."""
        return sorted(self.result.findings, key=_rank)

    @cached_property
    def disputes(self) -> list[Finding]:
        """The contradictions and tensions, in order."""
        return [f for f in self.findings if f.verdict in CONTESTED]

    @cached_property
    def by_verdict(self) -> dict[str, int]:
        """How many findings there are of each verdict, in the order of the verdicts; none is left out for being 0."""
        tally = Counter(f.verdict.value for f in self.result.findings)
        return {name: tally[name] for name in words()["verdicts"]}

    def events(self, which: str = "all") -> list[Event]:
        """Events with claims in more than one row; ``contested`` keeps those with a contradiction or a tension."""
        if which not in ("all", "contested"):
            raise ValueError(f"events can be all or contested, not {which!r}")
        contested = {f.event for f in self.disputes}
        return [e for e in self.result.events if len(e.claims) > 1 and (which == "all" or e.id in contested)]

    def known(self, ids: Iterable[str]) -> list[ReadClaim]:
        """The claims with these ids, in their order; ids of claims that are not in the result are passed over."""
        return [self.claim[i] for i in ids if i in self.claim]

    def claims_of(self, event: Event) -> list[ReadClaim]:
        """The claims of an event, by id as people count: 2 before 10."""
        return self.known(sorted(event.claims, key=_as_counted))

    def findings_of(self, event: Event) -> list[Finding]:
        """The findings of an event, in order."""
        return sorted((self.finding[i] for i in event.findings if i in self.finding), key=_rank)

    def echoes(self, finding: Finding) -> list[str]:
        """For each claim of a finding that others repeat: a sentence fragment with their ids."""
        repeated = ((i, finding.echoes.get(i, [])) for i in finding.claims)
        return [f"{joined(ids)} {'says' if len(ids) == 1 else 'say'} the same as {i}" for i, ids in repeated if ids]

    @cached_property
    def sharpest(self) -> Finding | None:
        """The contradiction over a figure with the highest severity; the widest and then the first id of equals."""
        figures = [f for f in self.disputes if f.verdict is Verdict.CONTRADICTION and f.about is About.COUNT]
        return min(figures, key=lambda f: (-f.severity, -(f.gap or 0), f.id), default=None)

    @cached_property
    def headline(self) -> str:
        """The whole result in a sentence or two, without taking a side."""
        sources = {column(c, "source") for c in self.result.claims} - {""}
        scope = (
            f"{counted(len(self.result.claims), 'claim')} about {counted(len(self.result.events), 'event')} "
            f"from {counted(len(sources), 'source')}"
        )
        unread = unread_rows(self.result)
        left_out = f" {counted(unread, 'row')} could not be read." if unread else ""
        drafts = unchecked_line(self.result.claims)
        found = f"{scope}; {self._incompatible()}. {self._foremost()}".strip()
        return f"{found} {drafts}".strip() + left_out

    def _incompatible(self) -> str:
        found = [f for f in self.disputes if f.verdict is Verdict.CONTRADICTION]
        if not found:
            return "no two statements were found that cannot both be right"
        if all(len(f.claims) == 2 for f in found):
            return f"{counted(len(found), 'pair')} of statements cannot both be right"
        return f"{counted(len(found), 'set')} of statements cannot all be right"

    def _foremost(self) -> str:
        finding = self.sharpest
        if finding is None:
            first = next((f for f in self.disputes if f.verdict is Verdict.CONTRADICTION), None)
            return f"The sharpest dispute: {first.explanation}" if first else ""
        said = self.known(finding.claims)
        where = self.event.get(finding.event)
        return f"The sharpest dispute over a figure: {_topic(said, where)}: {_figures(said)}."


def _as_counted(name: str) -> list[tuple[int, str]]:
    """A key that orders the digits in a name as numbers, whatever their length."""
    parts = (part.lstrip("0") if part.isdigit() else part for part in re.split(r"(\d+)", name))
    return [(len(part) if n % 2 else 0, part) for n, part in enumerate(parts)]


def _rank(finding: Finding) -> tuple[int, int, str]:
    return verdict_order()[finding.verdict.value], -finding.severity, finding.id


def _topic(said: list[ReadClaim], event: Event | None) -> str:
    """The counted people and what happened to them, and when."""
    if not said:
        return "a count"
    people = column(said[0], "victims") or words()["everyone"]
    what = said[0].population.measure if said[0].population else column(said[0], "measure")
    when = day(column(said[0], "date") or (event.date if event else ""))
    return people_and_measure(people, what) + (f", {when}" if when else "")


def _figures(said: list[ReadClaim]) -> str:
    """The figures as worded, the lowest first."""
    ranked = sorted(said, key=lambda c: (c.quantity.low if c.quantity else 0, c.id))
    return joined((wording(c) or statement(c) for c in ranked), "or")


def place_and_day(event: Event | None) -> str:
    """An event's label, with its place and date where the label does not already say them."""
    if event is None:
        return ""
    label, when = event.label, day(event.date)
    if event.date and event.date in label:
        label = label.replace(event.date, when)
    extra = [p for p in (event.place, when) if p and p not in label]
    return ", ".join([label, *extra])
