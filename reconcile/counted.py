"""From the readings of an event to who counted how many of whom: the statements that estimates work on.

Origins speak here, not articles: a relay is a statement of the one whom it repeats.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from claims.lexicon import data
from claims.model import Stance
from claims.people import civilian
from reconcile.estimate.comparable import Counted, Role, Statement
from reconcile.estimate.constants import constants
from reconcile.estimate.voting import Vote, votes
from reconcile.judge.case import Case
from reconcile.judge.figures import population_key, population_of, quantity_of, superseded
from reconcile.reading import Reader, Reading, fold, year_of

_HOLDING = (Stance.CLAIMS, Stance.ADMITS, Stance.ACCUSES)


@dataclass
class CountedReadings:
    """The readings of one event that count the same people, by id; ``standing`` ones were not replaced later."""

    key: str
    readings: list[Reading]
    standing: list[Reading]
    reader: Reader
    blamed: frozenset[str]
    """The sides that claims of the event name as perpetrators."""

    @property
    def measure(self) -> str:
        """What happened to the people."""
        return population_of(self.readings[0]).measure.value

    @cached_property
    def counted(self) -> Counted:
        """What was said of their number."""
        tellers = _tellers(self.readings)
        roles = (role_of(r, self.reader, self.blamed) for r in self.readings)
        said = (_statement(r, role, tellers, self.reader) for r, role in zip(self.readings, roles, strict=True))
        return Counted(self.key, tuple(said))

    @cached_property
    def votes(self) -> list[Vote]:
        """One vote for each voice that stands by a figure."""
        return votes(self.counted)

    @property
    def statements(self) -> list[Statement]:
        """The standing statements."""
        kept = {r.id for r in self.standing}
        return [s for s in self.counted.statements if s.id in kept]

    @property
    def can_teach(self) -> bool:
        """Whether one figure could be held against another: a third party and a camp speak of them, or two camps."""
        camps = {r.camp for r in self.readings}
        return len(camps) > 1 and self.measure in _people_measures()


def counted_in(case: Case) -> list[CountedReadings]:
    """One for each population that at least one standing statement counts, in the order of their first claims."""
    gone, blamed = superseded(case.casualties), blamed_in(case)
    by_people: dict[Hashable, list[Reading]] = defaultdict(list)
    for reading in case.casualties:
        if quantity_of(reading).form != "uncounted":
            by_people[population_key(population_of(reading))].append(reading)
    found = []
    for members in by_people.values():
        standing = [r for r in members if r.id not in gone]
        if standing:
            found.append(CountedReadings(f"{case.event_id}/{members[0].id}", members, standing, case.reader, blamed))
    return sorted(found, key=lambda people: people.standing[0].id)


def _people_measures() -> list[str]:
    """What happened to people, as far as the figures for it are comparable across events."""
    measures: list[str] = data("reconcile", "estimates.yaml")["measures"]
    return measures


def _tellers(readings: Iterable[Reading]) -> dict[int, set[str]]:
    """Who gave each number that is too large to be given twice by chance."""
    found: dict[int, set[str]] = defaultdict(set)
    for reading in readings:
        number = quantity_of(reading).number
        if number is not None and number > constants().copy_above:
            found[number].add(reading.origin)
    return found


def _statement(reading: Reading, role: Role, tellers: dict[int, set[str]], reader: Reader) -> Statement:
    quantity = quantity_of(reading)
    others = tellers.get(quantity.number or 0, set()) - {reading.origin}
    if role is Role.INDEPENDENT and others and _only_carries(reading, reader):
        role = Role.UNATTRIBUTED
    return Statement(
        id=reading.id,
        voice=reading.origin,
        camp=reading.camp,
        role=role,
        low=quantity.outer.low,
        high=quantity.outer.high,
        core_low=quantity.core.low,
        core_high=quantity.core.high,
        point=quantity.number,
        form=quantity.form,
        preliminary=reading.preliminary,
        said=None if reading.said is None else reading.said[0],
    )


def _only_carries(reading: Reading, reader: Reader) -> bool:
    """Whether the claimant is a medium, or the source in its own name: a figure that others gave may be theirs."""
    if fold(reading.claim.claimant) == fold(reading.claim.source):
        return True
    named = reader.registry.resolve(reading.claim.claimant, year_of(reading))
    return named is not None and named.kind == "media"


def role_of(reading: Reading, reader: Reader, blamed: frozenset[str] = frozenset()) -> Role:
    """Whose losses the claimant speaks of, seen from its own side.

    Civilians, and people whom nobody owns, are counted by the side that is said to have killed them, by their own side
    or by another; other people by their own side or by another. ``blamed`` are the sides that the claims of the event
    name as perpetrators; they stand in for a perpetrator that the claim itself leaves out.
    """
    if reading.camp is None:
        return Role.INDEPENDENT if reading.third_party else Role.UNATTRIBUTED
    population = population_of(reading)
    if population.camp is not None and not civilian(population.people):
        return Role.OWN if population.camp == reading.camp else Role.OTHER_SIDE
    by = frozenset(reader.camp_of(a) for a in reading.perpetrators) or blamed - {population.camp or ""}
    if len(by) == 1 and reading.camp in by:
        return Role.PERPETRATOR
    if population.camp == reading.camp or (population.camp is None and by - {reading.camp}):
        return Role.VICTIM_SIDE
    return Role.UNATTRIBUTED if population.camp is None else Role.OTHER_SIDE


def blamed_in(case: Case) -> frozenset[str]:
    """The sides that claims of an event name as perpetrators, or hold responsible."""
    named = (a for r in case.casualties for a in r.perpetrators)
    held = (a for r in case.responsibility if r.claim.stance in _HOLDING for a in r.accused)
    return frozenset(case.reader.camp_of(a) for a in (*named, *held))


def polls_of(people: Iterable[CountedReadings]) -> dict[str, Sequence[Vote]]:
    """The votes of the populations that a ledger can learn from, by key."""
    return {p.key: p.votes for p in people if p.can_teach and len(p.votes) > 1}
