"""The ledger: how each camp's figures run in each role, learnt from all populations in one pass.

``log(figure) = log(truth) + tendency(camp, role) + wording + noise``. A tendency is a robust location of the camp's own
comparisons with independent counts, drawn towards nothing: nobody is presumed to raise or to lower figures, and what
one side did is not held against another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TypeVar

from reconcile.estimate.comparable import Counted, Role
from reconcile.estimate.comparisons import Comparison, with_independent
from reconcile.estimate.constants import constants
from reconcile.estimate.location import Weighted, doubt, location
from reconcile.estimate.spreads import crossings, differences, of_comparisons, of_role, shrunk
from reconcile.estimate.voting import Vote, votes

Key = TypeVar("Key", bound=Hashable)
Camp = tuple[str | None, Role]


@dataclass(frozen=True, slots=True)
class Tendency:
    """How figures run, as the logarithm of a factor, with its standard error and the populations behind it."""

    bias: float
    doubt: float
    events: int


@dataclass(frozen=True, slots=True)
class Ledger:
    """What was learnt: the spread of one independent voice, the tendency of each camp in each role, their spreads."""

    independent: float
    tendencies: Mapping[Camp, Tendency] = field(default_factory=dict)
    spreads: Mapping[Role, float] = field(default_factory=dict)

    def tendency(self, camp: str | None, role: Role) -> Tendency:
        """How a camp's figures run in a role; where nothing is known, not at all, with all the doubt there is."""
        return self.tendencies.get((camp, role)) or Tendency(0.0, constants().camp, 0)

    def spread(self, role: Role) -> float:
        """Standard deviation of one voice in a role, its tendency taken off."""
        if role is Role.INDEPENDENT:
            return self.independent
        return self.spreads.get(role) or shrunk((), constants().other)


def nothing_learnt() -> Ledger:
    """The ledger before any comparison."""
    return Ledger(shrunk((), constants().independent))


def learn(populations: Iterable[Counted]) -> Ledger:
    """The ledger of all populations, whatever their order. Raises ValueError when two have one key."""
    polls: dict[str, list[Vote]] = {}
    for counted in populations:
        if counted.key in polls:
            raise ValueError(f"two populations have the key {counted.key!r}; give each its own")
        polls[counted.key] = votes(counted)
    return learn_from(polls)


def learn_from(polls: Mapping[str, Sequence[Vote]]) -> Ledger:
    """As ``learn``, from the votes of each population."""
    seen = [c for key in sorted(polls) for c in with_independent(key, polls[key])]
    by_camp = grouped(seen, lambda c: (c.camp, c.role))
    biases = {camp: tendency_of(weighted(own), constants().camp) for camp, own in by_camp.items()}
    rest = [replace(c, ratio=c.ratio - biases[c.camp, c.role]) for c in seen]
    pairs = chain.from_iterable(differences(found) for found in polls.values())
    independent = shrunk(chain(pairs, crossings(rest)), constants().independent)
    by_role = grouped(rest, lambda c: c.role)
    raw = {role: of_comparisons(weighted(missed)) for role, missed in by_role.items()}
    return Ledger(
        independent,
        {camp: known(own, biases[camp], constants().camp, raw[camp[1]]) for camp, own in by_camp.items()},
        {role: of_role(missed, independent) for role, missed in by_role.items()},
    )


def weighted(seen: Iterable[Comparison]) -> list[Weighted]:
    """The ratios of comparisons with their weights."""
    return [Weighted(c.ratio, c.weight) for c in seen]


def tendency_of(sample: Iterable[Weighted], prior: float) -> float:
    """The robust location of comparisons, drawn towards nothing."""
    return location(sample, prior, constants().clip)


def known(seen: Sequence[Comparison], bias: float, prior: float, spread: float) -> Tendency:
    """A tendency with its standard error, if single comparisons have this spread."""
    return Tendency(bias, doubt(weighted(seen), prior, spread), len({c.population for c in seen}))


def grouped(seen: Iterable[Comparison], key: Callable[[Comparison], Key]) -> dict[Key, list[Comparison]]:
    """Comparisons by a key, in their order."""
    found: dict[Key, list[Comparison]] = defaultdict(list)
    for c in seen:
        found[key(c)].append(c)
    return found
