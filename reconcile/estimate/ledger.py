"""The ledger: how the figures of each role, camp and voice run against independent counts, learnt in one pass.

``log(figure) = log(truth) + tendency(role) + tendency(camp in that role) + wording + noise``. A tendency is a robust
location drawn towards nothing, because nobody is presumed to raise or to lower figures. It is shown, and used only by
the model that says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import fsum, sqrt

from reconcile.estimate.comparable import Counted, Role, Vote, votes
from reconcile.estimate.comparisons import Comparison, against_independent, independent_spread
from reconcile.estimate.constants import constants
from reconcile.estimate.location import Weighted, doubt, location


@dataclass(frozen=True, slots=True)
class Tendency:
    """How figures run, as a log factor; ``events`` is the number of populations behind it."""

    bias: float
    doubt: float
    events: int


@dataclass(frozen=True, slots=True)
class Ledger:
    """What was learnt from all populations."""

    spread: float
    """Standard deviation of one independent voice."""
    roles: Mapping[Role, Tendency] = field(default_factory=dict)
    camps: Mapping[tuple[str | None, Role], Tendency] = field(default_factory=dict)
    spreads: Mapping[Role, float] = field(default_factory=dict)

    def tendency(self, camp: str | None, role: Role) -> Tendency:
        """The tendency of a camp in a role, as far as it is known; the doubts of both levels add up."""
        table = constants()
        common = self.roles.get(role, Tendency(0.0, table.role, 0))
        own = self.camps.get((camp, role), Tendency(0.0, table.camp, 0))
        return Tendency(common.bias + own.bias, sqrt(common.doubt**2 + own.doubt**2), own.events)

    def spread_of(self, role: Role) -> float:
        """Standard deviation of one voice in a role, its tendency taken off."""
        return self.spread if role is Role.INDEPENDENT else self.spreads.get(role, constants().other.prior)


def nothing_learnt() -> Ledger:
    """A ledger without any comparison."""
    return Ledger(constants().independent.prior)


def learn(populations: Iterable[Counted]) -> Ledger:
    """The ledger of all populations; their order does not matter."""
    return learn_from({p.key: votes(p) for p in populations})


def learn_from(polls: Mapping[str, Sequence[Vote]]) -> Ledger:
    """As ``learn``, from votes that were already taken."""
    spread = independent_spread(polls[key] for key in sorted(polls))
    seen = [c for key in sorted(polls) for c in against_independent(key, polls[key], spread)]
    table = constants()
    roles, camps, spreads = {}, {}, {}
    for role, ones in sorted(_by_role(seen).items()):
        common = location([c.weighted for c in ones], table.role, table.clip)
        shifted = {camp: [Weighted(c.ratio - common, c.weight) for c in own] for camp, own in _by_camp(ones).items()}
        biases = {camp: location(sample, table.camp, table.clip) for camp, sample in shifted.items()}
        rest = [_shifted(c, common + biases[c.camp]) for c in ones]
        spreads[role], seen_spread = _spread(rest), _raw(rest)
        for camp, sample in shifted.items():
            events = _events(c for c in ones if c.camp == camp)
            camps[camp, role] = Tendency(biases[camp], doubt(sample, table.camp, seen_spread), events)
        sample = [c.weighted for c in ones]
        roles[role] = Tendency(common, doubt(sample, table.role, seen_spread), _events(ones))
    return Ledger(spread, roles, camps, spreads)


def _shifted(c: Comparison, by: float) -> Comparison:
    return Comparison(c.population, c.voice, c.camp, c.role, c.ratio - by, c.weight, c.against)


def _spread(rest: Sequence[Comparison]) -> float:
    """What is left of the ratios, less the doubt in the counts they were held against; shrunk."""
    shrunk = constants().other
    own = fsum(c.weight * (c.ratio**2 - c.against) for c in rest)
    total = shrunk.pseudo + fsum(c.weight for c in rest)
    return sqrt(max(0.01, (shrunk.pseudo * shrunk.prior**2 + own) / total))


def _raw(rest: Sequence[Comparison]) -> float:
    """What is left of the ratios, as a single comparison shows it."""
    shrunk = constants().other
    own = fsum(c.weight * c.ratio**2 for c in rest)
    total = shrunk.pseudo + fsum(c.weight for c in rest)
    return sqrt((shrunk.pseudo * (shrunk.prior**2 + constants().independent.prior**2) + own) / total)


def _by_role(seen: Iterable[Comparison]) -> dict[Role, list[Comparison]]:
    found: dict[Role, list[Comparison]] = defaultdict(list)
    for c in seen:
        found[c.role].append(c)
    return found


def _by_camp(seen: Iterable[Comparison]) -> dict[str | None, list[Comparison]]:
    found: dict[str | None, list[Comparison]] = defaultdict(list)
    for c in seen:
        found[c.camp].append(c)
    return dict(sorted(found.items(), key=lambda pair: pair[0] or ""))


def _events(seen: Iterable[Comparison]) -> int:
    return len({c.population for c in seen})
