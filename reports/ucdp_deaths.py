"""The numbers of a GED row: which of an event's populations goes into which column, and what is best, low and high.

Each number is what the rule ``ucdp`` answers for a population. The rules for the columns:

- deaths_a, deaths_b: armed members of the side; deaths_civilians: civilians, whosever. Of several populations that fit
  a column the one that contains the others counts, if there is one and none of the others is larger.
- best, high and low: of everybody killed, where somebody counted everybody and the columns do not exceed it; else the
  sums of the columns, where every population that was counted stands in one of them.
- deaths_unknown: what is left of best, which in GED is always the sum of the four columns; empty where a population
  that was counted stands in no column.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reconcile.result import Event, PopulationAsRead, Range
from reports.sides import armed, civilians
from reports.view import View
from reports.words import column


class Counted(NamedTuple):
    """A population of people killed; the three numbers are null where the rule gives none."""

    people: PopulationAsRead
    low: int | None
    best: int | None
    high: int | None


def killed(view: View, event: Event) -> list[Counted]:
    """The populations of people killed in an event; totals over a time are no events to UCDP."""
    return [found for each in event.estimates if each.measure == "killed" and (found := _counted(view, each))]


def _counted(view: View, population: Range) -> Counted | None:
    claims = view.known(population.claims)
    if not claims or claims[0].population is None or any(column(c, "scope") == "cumulative" for c in claims):
        return None
    answer = next((a for a in population.rules if a.rule == "ucdp"), None)
    numbers = (answer.low, answer.best, answer.high) if answer else (None, None, None)
    return Counted(claims[0].population, *numbers)


def deaths(view: View, event: Event, side_a: str, side_b: str) -> dict[str, int]:
    """The columns of deaths that have a number, by their names."""
    everybody = killed(view, event)
    columns = {
        "deaths_a": _whole([c for c in everybody if side_a and c.people.side == side_a and armed(c.people.statuses)]),
        "deaths_b": _whole([c for c in everybody if side_b and c.people.side == side_b and armed(c.people.statuses)]),
        "deaths_civilians": _whole([c for c in everybody if civilians(c.people.statuses)]),
    }
    parts = {name: found for name, found in columns.items() if found is not None}
    numbers = {name: found.best for name, found in parts.items() if found.best is not None}
    return {**numbers, **_totals(everybody, list(parts.values()))}


def _whole(fitting: Sequence[Counted]) -> Counted | None:
    """The one that contains the others, unless one of them is larger or none contains all."""
    whole = next((c for c in fitting if all(_contains(c.people, other.people) for other in fitting)), None)
    if whole is None or any((other.best or 0) > (whole.best or 0) for other in fitting):
        return None
    return whole


def _contains(whole: PopulationAsRead, part: PopulationAsRead) -> bool:
    return (
        whole.side in (None, part.side)
        and set(whole.statuses) >= set(part.statuses)
        and set(whole.demography) >= set(part.demography)
        and set(whole.traits) <= set(part.traits)
    )


def _totals(everybody: Sequence[Counted], parts: Sequence[Counted]) -> dict[str, int]:
    """Best, high and low, and what of best stands in no column; empty where the figures do not fit together."""
    stated = _whole(everybody)
    outside = [c for c in everybody if not any(_contains(part.people, c.people) for part in parts)]
    if stated is not None and not any(stated is part for part in parts):
        return _from_total(stated, parts, complete=outside == [stated])
    return {} if outside or not parts else _sum(parts)


def _from_total(stated: Counted, parts: Sequence[Counted], *, complete: bool) -> dict[str, int]:
    in_columns = sum(part.best or 0 for part in parts)
    if stated.best is None or stated.low is None or stated.high is None or in_columns > stated.best:
        return {}
    found = {"best": stated.best, "high": stated.high, "low": stated.low}
    known = complete and all(part.best is not None for part in parts)
    return {**found, "deaths_unknown": stated.best - in_columns} if known else found


def _sum(parts: Sequence[Counted]) -> dict[str, int]:
    found = {
        "best": [part.best for part in parts],
        "high": [part.high for part in parts],
        "low": [part.low for part in parts],
    }
    return {name: sum(n or 0 for n in numbers) for name, numbers in found.items() if None not in numbers}
