"""Other ways to settle on one number, each as its authors or users state it: (best, low, high) per population.

CRH: Li et al., "Resolving Conflicts in Heterogeneous Data by Truth Discovery and Source Reliability Estimation",
SIGMOD 2014. GTM: Zhao and Han, "A Probabilistic Model for Estimating Real-valued Truth from Conflicting Sources", QDB
2012. Both see logarithms of figures, one per source, and know nothing of sides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import exp, fsum, log, sqrt
from statistics import fmean, median, pstdev

from reconcile.estimate.comparable import HALF, Counted, Role, Statement
from reconcile.estimate.voting import Vote, standing

Triple = tuple[float, float, float]
Z = 1.2816
Table = dict[str, dict[str, float]]


def mean_of_reports(counted: Counted) -> Triple:
    """Arithmetic mean of all reports (SCAD); band from the lowest to the highest."""
    figures = [s.figure for s in counted.statements if s.is_figure]
    return fmean(figures), min(figures), max(figures)


def median_of_voices(found: Sequence[Vote]) -> Triple:
    """Median of the voices' figures; band from the lowest to the highest."""
    figures = said(found)
    return median(figures), figures[0], figures[-1]


def lowest(found: Sequence[Vote]) -> Triple:
    """The lowest figure (ACLED)."""
    figures = said(found)
    return figures[0], figures[0], figures[0]


def bracket(found: Sequence[Vote]) -> Triple:
    """Geometric middle between what the losing side says and what its opponent says; else the median."""
    low = said([v for v in found if v.role in (Role.OWN, Role.PERPETRATOR)])
    high = said([v for v in found if v.role in (Role.OTHER_SIDE, Role.VICTIM_SIDE)])
    if not low or not high:
        return median_of_voices(found)
    ends = sorted((median(low), median(high)))
    return sqrt((ends[0] + HALF) * (ends[1] + HALF)) - HALF, ends[0], ends[1]


def said(found: Sequence[Vote]) -> list[float]:
    """The figures of votes as said, lowest first."""
    return sorted(v.statements[-1].figure for v in found)


def by_source(populations: Sequence[Counted]) -> Table:
    """For each population, the logarithm of what each source last said: outlets that copy are sources too."""
    table: Table = {}
    for counted in populations:
        sources: dict[str, list[Statement]] = defaultdict(list)
        for s in counted.statements:
            sources[s.voice].append(s)
        last = {v: [s for s in standing(ss) if s.is_figure] for v, ss in sources.items()}
        row = {v: fmean(log(s.figure + HALF) for s in ss) for v, ss in sorted(last.items()) if ss}
        if row:
            table[counted.key] = row
    return table


def crh(table: Table, rounds: int = 20) -> dict[str, Triple]:
    """Weighted medians; a source weighs -log of its share of the loss, absolute deviation over the entry's spread."""
    weights: dict[str, float] = {v: 1.0 for row in table.values() for v in row}
    scale = {k: pstdev(row.values()) or 1.0 for k, row in table.items()}
    truth: dict[str, float] = {}
    for _ in range(rounds):
        truth = {k: _weighted_median(row, weights) for k, row in table.items()}
        losses: dict[str, list[float]] = defaultdict(list)
        for k, row in table.items():
            for v, x in row.items():
                losses[v].append(abs(x - truth[k]) / scale[k])
        mean = {v: max(fmean(ls), 1e-3) for v, ls in losses.items()}
        whole = fsum(mean.values())
        weights = {v: -log(m / whole) for v, m in mean.items()}
    return {k: _around(truth[k], _weighted_sd(row, weights, truth[k])) for k, row in table.items()}


def _weighted_median(row: Mapping[str, float], weights: Mapping[str, float]) -> float:
    half = fsum(weights[v] for v in row) / 2
    run = 0.0
    for x, v in sorted((x, v) for v, x in row.items()):
        run += weights[v]
        if run >= half:
            return x
    raise AssertionError("weights are positive")


def _weighted_sd(row: Mapping[str, float], weights: Mapping[str, float], middle: float) -> float:
    total = fsum(weights[v] for v in row)
    return sqrt(fsum(weights[v] * (x - middle) ** 2 for v, x in row.items()) / total / max(1, len(row) - 1))


def gtm(table: Table, rounds: int = 30, alpha: float = 10.0, beta: float = 10.0) -> dict[str, Triple]:
    """Truths Normal(0, 1) about each entry's median in units of its spread, sources Normal with variance ~ InvGamma."""
    centre = {k: median(row.values()) for k, row in table.items()}
    scale = {k: pstdev(row.values()) or 1.0 for k, row in table.items()}
    values = {k: {v: (x - centre[k]) / scale[k] for v, x in row.items()} for k, row in table.items()}
    variance = {v: beta / (alpha + 1) for row in table.values() for v in row}
    truth: dict[str, tuple[float, float]] = {}
    for _ in range(rounds):
        truth = {k: _posterior(row, variance) for k, row in values.items()}
        squares: dict[str, list[float]] = defaultdict(list)
        for k, row in values.items():
            for v, x in row.items():
                squares[v].append((x - truth[k][0]) ** 2 + truth[k][1])
        variance = {v: (2 * beta + fsum(ss)) / (2 * (alpha + 1) + len(ss)) for v, ss in squares.items()}
    return {k: _around(centre[k] + m * scale[k], sqrt(v) * scale[k]) for k, (m, v) in truth.items()}


def _posterior(row: Mapping[str, float], variance: Mapping[str, float]) -> tuple[float, float]:
    precision = 1 + fsum(1 / variance[v] for v in row)
    return fsum(x / variance[v] for v, x in row.items()) / precision, 1 / precision


def _around(middle: float, sd: float) -> Triple:
    return exp(middle) - HALF, exp(middle - Z * sd) - HALF, exp(middle + Z * sd) - HALF
