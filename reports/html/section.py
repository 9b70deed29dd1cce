"""An event as a section of the page: charts, findings, history, who did it, who copied whom, and the claims."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reconcile.result import Event, ReadClaim, Retold
from reconcile.severity import band
from reports.addresses import web_address
from reports.colours import hue_of, numbers_within
from reports.estimates import rule_lines
from reports.history import chain_line, concession_line
from reports.html.card import Card, Evidence, card_of, evidence
from reports.html.matrix import Matrix, matrix_of
from reports.html.range_chart import RangeChart, range_charts
from reports.html.timeline import Timeline, timelines
from reports.sentences import range_line
from reports.titles import marked_verdict
from reports.view import CONTESTED, View, place_and_day
from reports.words import column, day, moment, policies, side, statement


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim as a row of its event's table."""

    claim: str
    claimant: str
    side: str
    hue: int | None
    said: str
    when: str
    source: str
    link: str
    published: str


@dataclass(frozen=True, slots=True)
class Section:
    """An event ready for the page."""

    event: Event
    title: str
    band: str
    """The band of the most severe finding; empty where nothing is contested."""
    charts: list[RangeChart]
    timelines: list[Timeline]
    cards: list[Card]
    others: list[tuple[str, str]]
    """Findings that are no conflict: verdict and sentence."""
    ranges: list[tuple[str, list[tuple[int, str]]]]
    chains: list[str]
    matrix: Matrix | None
    concessions: list[str]
    origins: list[Retold]
    grouped: list[Evidence]
    claims: list[ClaimRow]


def section_of(event: Event, view: View, hues: Mapping[str, int]) -> Section:
    """The section of one event."""
    findings = view.findings_of(event)
    contested = [f for f in findings if f.verdict in CONTESTED]
    policy = view.result.run.numeral_policy
    hues = numbers_within(hues, view.claims_of(event))
    drawn = timelines(event, hues)
    return Section(
        event=event,
        title=place_and_day(event),
        band=band(max(f.severity for f in contested)) if contested else "",
        charts=range_charts(event, view.claim, findings, hues),
        timelines=drawn,
        cards=[card_of(f, view, hues) for f in contested],
        others=[
            (marked_verdict(f), f"{f.explanation} {policies(f, policy)}".strip())
            for f in findings
            if f.verdict not in CONTESTED
        ],
        ranges=[(range_line(r), list(rule_lines(r.rules))) for r in event.estimates],
        chains=[chain_line(c) for c in event.chains if len(c.steps) > 1 and not any(t.shows(c) for t in drawn)],
        matrix=matrix_of(event.responsibility),
        concessions=[concession_line(c) for c in event.concessions],
        origins=event.origins,
        grouped=[evidence(link) for link in event.why_grouped],
        claims=claim_rows(view.claims_of(event), hues),
    )


def claim_rows(claims: Iterable[ReadClaim], hues: Mapping[str, int]) -> list[ClaimRow]:
    """Claims as rows, in the order given."""
    return [
        ClaimRow(
            claim=c.id,
            claimant=column(c, "claimant"),
            side=side(c),
            hue=hue_of(c.camp, hues),
            said=statement(c),
            when=day(column(c, "date")),
            source=column(c, "source"),
            link=web_address(column(c, "url")),
            published=moment(column(c, "published")),
        )
        for c in claims
    ]
