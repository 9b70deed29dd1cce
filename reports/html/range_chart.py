"""The range chart of a contested population: one row per claim, interval and point, on a zero-based axis."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reconcile.result import About, Event, Finding, Range, ReadClaim, SaidFigure
from reports.colours import hue_of, relation_of
from reports.html.scale import Scale, scale_for
from reports.view import CONTESTED
from reports.words import (
    column,
    joined,
    measure,
    number,
    people_and_measure,
    reach,
    side,
    span,
    speaker,
    wording,
    words,
)


@dataclass(frozen=True, slots=True)
class Row:
    """One claim's figure: the interval from ``low`` to ``high`` (null where open) and the number that was said."""

    claim: str
    speaker: str
    side: str
    hue: int | None
    """The number of the side's hue; null for grey."""
    shape: str
    relation: str
    said: str
    people: str
    low: int
    high: int | None
    point: int | None
    source: str

    @property
    def meaning(self) -> str:
        """The figure as read: ``58 or more``, ``23``, ``12–99``."""
        return reach(self.low, self.high)


@dataclass(frozen=True, slots=True)
class RangeChart:
    """The rows of a chart, lowest first, with its axis and the same in a sentence."""

    title: str
    rows: list[Row]
    scale: Scale
    contested: bool

    @property
    def alt(self) -> str:
        """The chart in words, for who does not see it."""
        said = "; ".join(f"{row.speaker}: {row.meaning}" for row in self.rows)
        return f"{self.title}, on an axis from 0 to {number(self.scale.end)}. {said}."

    @property
    def several_people(self) -> bool:
        """Whether the rows word the counted people differently."""
        return len({row.people for row in self.rows}) > 1


def range_charts(
    event: Event, claims: Mapping[str, ReadClaim], findings: Sequence[Finding], hues: Mapping[str, int]
) -> list[RangeChart]:
    """A chart for each population, or set of populations in one dispute, that at least two figures are about.

    Populations that a contradiction or tension over counts joins stand in one chart: that is what is contested.
    """
    disputes = [f for f in findings if f.verdict in CONTESTED and f.about in (About.COUNT, About.ACCOUNTING)]
    charts = []
    for ranges in _joined(event.estimates, disputes):
        figures = [(r, f) for r in ranges for f in r.figures if f.claim in claims]
        if len({f.claim for _, f in figures}) > 1:
            contested = any(_in_dispute(f.claims, ranges) for f in disputes)
            charts.append(_chart(ranges, figures, claims, hues, contested))
    return sorted(charts, key=lambda c: not c.contested)


def finding_chart(finding: Finding, claims: Mapping[str, ReadClaim], hues: Mapping[str, int]) -> RangeChart | None:
    """The figures of one finding over counts; null where fewer than two of its claims hold one."""
    counts = [claims[i] for i in finding.claims if i in claims and claims[i].quantity]
    if finding.about not in (About.COUNT, About.ACCOUNTING) or len(counts) < 2:
        return None
    measures = {c.population.measure for c in counts if c.population}
    title = joined(sorted(measure(m) for m in measures), "or")
    rows = [_row(c, _figure_of(c), hues) for c in counts]
    return RangeChart(title, sorted(rows, key=_lowest_first), _scale(rows), True)


def _figure_of(claim: ReadClaim) -> SaidFigure:
    quantity = claim.quantity
    assert quantity is not None
    number_said = quantity.low if quantity.low == quantity.high or quantity.high is None else None
    return SaidFigure(claim=claim.id, low=quantity.low, high=quantity.high, number=number_said)


def _joined(ranges: Sequence[Range], disputes: Iterable[Finding]) -> list[list[Range]]:
    """Ranges of one measure, put together where a dispute names claims of both; in the order of the event."""
    group = {id(r): n for n, r in enumerate(ranges)}
    for finding in disputes:
        for one in dict.fromkeys(r.measure for r in ranges):
            touched = [r for r in ranges if r.measure == one and _in_dispute(finding.claims, [r])]
            first = min((group[id(r)] for r in touched), default=0)
            moved = {group[id(r)] for r in touched}
            group = {key: first if n in moved else n for key, n in group.items()}
    together: dict[int, list[Range]] = {}
    for r in ranges:
        together.setdefault(group[id(r)], []).append(r)
    return list(together.values())


def _in_dispute(claims: Sequence[str], ranges: Iterable[Range]) -> bool:
    return any(c in r.claims for r in ranges for c in claims)


def _chart(
    ranges: Sequence[Range],
    figures: Sequence[tuple[Range, SaidFigure]],
    claims: Mapping[str, ReadClaim],
    hues: Mapping[str, int],
    contested: bool,
) -> RangeChart:
    rows = [_row(claims[f.claim], f, hues, r.population) for r, f in figures]
    rows.sort(key=_lowest_first)
    people = ranges[0].population if len(ranges) == 1 else words()["everyone"]
    return RangeChart(people_and_measure(people, ranges[0].measure), rows, _scale(rows), contested)


def _lowest_first(row: Row) -> tuple[int, int, str]:
    return row.low, -1 if row.high is None else row.high, row.claim


def _scale(rows: Iterable[Row]) -> Scale:
    return scale_for(max(max(r.low, r.high or 0, r.point or 0) for r in rows))


def _row(claim: ReadClaim, figure: SaidFigure, hues: Mapping[str, int], people: str = "") -> Row:
    own = claim.quantity is not None and (claim.quantity.low, claim.quantity.high) == (figure.low, figure.high)
    shape = relation_of(claim.relation)
    said = wording(claim) if own else span(figure.low, figure.high)
    return Row(
        claim=claim.id,
        speaker=speaker(claim),
        side=side(claim),
        hue=hue_of(claim.camp, hues),
        shape=shape["shape"],
        relation=shape["label"],
        said=said,
        people=(column(claim, "victims") if own else people) or people or words()["everyone"],
        low=figure.low,
        high=figure.high,
        point=figure.number,
        source=column(claim, "source"),
    )
