"""The toll timeline: how each voice's figure for one population moved, over days, on a zero-based axis."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from reconcile.result import Event
from reconcile.said import Chain, Step
from reports.colours import hue_of
from reports.html.scale import Scale, scale_for
from reports.words import day, moment, number, people_and_measure, worded, words

_EDGE = 4.0
"""Percent of the width left free at either end, so that no mark is cut."""


@dataclass(frozen=True, slots=True)
class Point:
    """One figure of a voice: where it stands, in percent from the left and from the bottom."""

    across: float
    up: float
    said: str
    when: str
    claim: str
    move: str
    open: bool


@dataclass(frozen=True, slots=True)
class Line:
    """The figures of one voice, in the order in which they were published."""

    voice: str
    hue: int | None
    points: list[Point]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The lines for one measure, with both axes."""

    title: str
    chains: list[Chain]
    lines: list[Line]
    scale: Scale
    first: str
    last: str

    def shows(self, chain: Chain) -> bool:
        """Whether a chain is drawn here, whole."""
        return any(chain is drawn for drawn in self.chains) and len(_dated(chain)) == len(chain.steps)

    @property
    def alt(self) -> str:
        """The lines in words."""
        told = (f"{line.voice}: {', then '.join(f'{p.said} ({p.when})' for p in line.points)}" for line in self.lines)
        return f"{self.title}, from {self.first} to {self.last}. {'; '.join(told)}."


def timelines(event: Event, hues: Mapping[str, int]) -> list[Timeline]:
    """A timeline for each measure and population whose figures moved and are dated to the day."""
    grouped: dict[tuple[str, str], list[Chain]] = {}
    for chain in event.chains:
        if len(_dated(chain)) > 1:
            grouped.setdefault((chain.measure, chain.population), []).append(chain)
    return [_timeline(chains, hues) for chains in grouped.values()]


def _timeline(chains: list[Chain], hues: Mapping[str, int]) -> Timeline:
    dated = [_dated(c) for c in chains]
    days = [d.toordinal() for steps in dated for d, _ in steps]
    scale = scale_for(max(max(s.low, s.high or 0) for steps in dated for _, s in steps))
    first, last = min(days), max(days)
    lines = [
        Line(
            voice=chain.voice,
            hue=hue_of(chain.side, hues),
            points=[_point(d, s, first, last, scale) for d, s in steps],
        )
        for chain, steps in zip(chains, dated, strict=True)
    ]
    ends = [day(date.fromordinal(n).isoformat()) for n in (first, last)]
    title = people_and_measure(chains[0].population, chains[0].measure)
    return Timeline(title, chains, lines, scale, *ends)


def _point(when: date, step: Step, first: int, last: int, scale: Scale) -> Point:
    share = (when.toordinal() - first) / (last - first) if last > first else 0.5
    value = step.low if step.high is None else step.high
    return Point(
        across=round(_EDGE + share * (100 - 2 * _EDGE), 2),
        up=scale.at(value),
        said=worded(step.wording, step.low, step.high),
        when=moment(step.said),
        claim=step.claim,
        move=words()["moves"].get(step.move.value, "") if step.move else "",
        open=step.high is None,
    )


def _dated(chain: Chain) -> list[tuple[date, Step]]:
    """The steps that are dated to a day at least."""
    found = []
    for step in chain.steps:
        when = _day_of(step.said)
        if when is not None:
            found.append((when, step))
    return found


def _day_of(said: str) -> date | None:
    try:
        return date.fromisoformat(said[:10])
    except ValueError:
        return None


def told(point: Point) -> str:
    """A point as a table shows it."""
    return f"{point.said}{' (' + point.move + ')' if point.move else ''}"


def axis(scale: Scale) -> list[tuple[float, str]]:
    """The marks of the upright axis: where they stand, in percent from the bottom, and their labels."""
    return [(scale.at(value), number(value)) for value in scale.marks]
