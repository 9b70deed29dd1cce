"""What the claims do not say: a side silent about its own losses, figures that stand alone."""

from __future__ import annotations

from collections import defaultdict

from claims.model import Measure
from claims.people import civilian
from reconcile.judge.case import Case, by_preference
from reconcile.judge.figures import counted, population_of, quantity_of
from reconcile.reading import Reading
from reconcile.result import About, Finding, Verdict
from reconcile.severity import factors_for
from reconcile.words import measure_words

_LOSSES = frozenset({Measure.KILLED, Measure.INJURED, Measure.CASUALTIES, Measure.NEUTRALISED, Measure.CAPTURED})


def silent_about_own_losses(case: Case) -> list[Finding]:
    """An opponent gives a figure for a side's armed losses, and that side gives none for the same measure."""
    claimed: dict[tuple[str, Measure], list[Reading]] = defaultdict(list)
    spoken: set[tuple[str, Measure]] = set()
    for reading in case.casualties:
        population = population_of(reading)
        if population.camp is None or population.measure not in _LOSSES:
            continue
        if civilian(population.people):
            continue
        if reading.relation == "own-loss":
            spoken.update((population.camp, m) for m in _answers(population.measure))
        elif reading.relation == "other-side-loss" and quantity_of(reading).outer.low:
            claimed[population.camp, population.measure].append(reading)
    return [_silence(case, camp, rs) for (camp, measure), rs in claimed.items() if (camp, measure) not in spoken]


def _answers(measure: Measure) -> tuple[Measure, ...]:
    """Which other-side-loss claims a statement about own losses answers."""
    if measure is Measure.CASUALTIES:
        return (Measure.KILLED, Measure.INJURED, Measure.CASUALTIES, Measure.NEUTRALISED)
    if measure is Measure.KILLED:
        return (Measure.KILLED, Measure.CASUALTIES, Measure.NEUTRALISED)
    return (measure,)


def _silence(case: Case, camp: str, readings: list[Reading]) -> Finding:
    readings = sorted(readings, key=by_preference)
    first = readings[0]
    text = (
        f"{case.who(first)} said {counted(first)}; these claims hold no figure from {case.camp_name(camp)} for its own "
        f"{measure_words(population_of(first).measure.value)}."
    )
    factors = factors_for("silence", "gap")
    return case.finding("gap-own-losses", About.COUNT, Verdict.GAP, (readings,), factors, text, subject=camp)


def single_origin(case: Case) -> list[Finding]:
    """Every figure of the event comes from one origin."""
    figures = sorted((r for r in case.casualties if quantity_of(r).counted), key=by_preference)
    if not figures or len({r.origin for r in figures}) > 1:
        return []
    first = figures[0]
    text = f"{case.who(first)} said {counted(first)}; every figure for this event comes from this one origin."
    factors = factors_for("single_origin", "gap")
    return [case.finding("gap-single-origin", About.SOURCING, Verdict.GAP, (figures,), factors, text)]
