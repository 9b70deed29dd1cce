"""The ledger as people read it: how figures ran against independent counts, and against what the other side admits.

One entry for each voice, for each camp and for each role as a whole. Shown, never applied: the model keeps its own
ledger of camps and says where it uses it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import exp

from reconcile.estimate.comparable import Role
from reconcile.estimate.comparisons import Comparison, with_admissions, with_independent
from reconcile.estimate.constants import constants
from reconcile.estimate.ledger import Tendency, grouped, tendency_of, weighted
from reconcile.estimate.location import Weighted, doubt
from reconcile.estimate.spreads import of_comparisons
from reconcile.estimate.voting import Vote


class Against(StrEnum):
    """What figures are held against."""

    INDEPENDENT = "independent counts"
    ADMISSIONS = "own-loss admissions"


@dataclass(frozen=True, slots=True)
class Entry:
    """A track record: the figures of ``voice`` (None: of its whole ``camp``; both None: of everybody) in a role.

    They run ``factor`` times what they are held against; by the model the factor lies, four chances in five, between
    ``low`` and ``high``. ``events`` is the number of populations behind it; few of them draw a factor towards 1.
    """

    voice: str | None
    camp: str | None
    role: Role
    against: Against
    factor: float
    low: float
    high: float
    events: int


def track_record(polls: Mapping[str, Sequence[Vote]]) -> list[Entry]:
    """Every entry: all first, then by camp and voice, by role."""
    found: list[Entry] = []
    for against, compare in ((Against.INDEPENDENT, with_independent), (Against.ADMISSIONS, with_admissions)):
        found += _entries(against, [c for key in sorted(polls) for c in compare(key, polls[key])])
    return sorted(found, key=lambda e: (e.camp or "", e.voice or "", e.role, e.against))


def _entries(against: Against, seen: Sequence[Comparison]) -> Iterator[Entry]:
    table = constants()
    spreads = {role: _spread(ones) for role, ones in grouped(seen, lambda c: c.role).items()}
    named = [c for c in seen if c.camp is not None]
    for role, own in grouped(seen, lambda c: c.role).items():
        yield _entry(None, None, role, against, _record(own, weighted(own), table.role, spreads[role]))
    for (camp, role), own in grouped(named, lambda c: (c.camp, c.role)).items():
        yield _entry(None, camp, role, against, _record(own, weighted(own), table.camp, spreads[role]))
    for (voice, by, role), own in grouped(seen, lambda c: (c.voice, c.camp, c.role)).items():
        sample = [Weighted(c.ratio, 1.0) for c in own]  # its own record, whoever else spoke
        yield _entry(voice, by, role, against, _record(own, sample, table.camp, spreads[role]))


def _record(own: Sequence[Comparison], sample: Sequence[Weighted], prior: float, spread: float) -> Tendency:
    return Tendency(tendency_of(sample, prior), doubt(sample, prior, spread), len({c.population for c in own}))


def _entry(voice: str | None, camp: str | None, role: Role, against: Against, record: Tendency) -> Entry:
    reach = constants().band * record.doubt
    factor, low, high = (exp(record.bias + side * reach) for side in (0, -1, 1))
    return Entry(voice, camp, role, against, factor, low, high, record.events)


def _spread(ones: Sequence[Comparison]) -> float:
    """The spread of comparisons in a role once each camp's own tendency is taken off."""
    rest: list[Weighted] = []
    for own in grouped(ones, lambda c: c.camp).values():
        bias = tendency_of(weighted(own), constants().camp)
        rest += [Weighted(c.ratio - bias, c.weight) for c in own]
    return of_comparisons(rest)
