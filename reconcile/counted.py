"""From the readings of an event to who counted how many of whom: the statements that estimates work on.

Origins speak here, not articles: copies are left out, and a relay is a statement of the one whom it repeats.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from claims.lexicon import data
from claims.people import armed, civilian
from reconcile.estimate.comparable import Counted, Role, Statement
from reconcile.estimate.voting import Vote, votes
from reconcile.judge.attribution import stated_as_fact
from reconcile.judge.case import Case
from reconcile.judge.figures import population_key, population_of, quantity_of
from reconcile.judge.stances import POSITIVE
from reconcile.judge.standing import superseded
from reconcile.reader import Reader
from reconcile.reading import Reading


@dataclass
class CountedReadings:
    """The standing readings of one event that count the same people, by id."""

    key: str
    readings: list[Reading]
    case: Case

    @property
    def measure(self) -> str:
        """What happened to the people."""
        return population_of(self.readings[0]).measure.value

    @property
    def several_camps(self) -> bool:
        """Whether two sides speak, or a side and somebody of none."""
        return len({r.camp for r in self.readings}) > 1

    @cached_property
    def counted(self) -> Counted:
        """What was said of their number."""
        return Counted(self.key, tuple(_statement(r, self._role(r)) for r in self.readings))

    @cached_property
    def votes(self) -> list[Vote]:
        """One vote for each voice that stands by a figure."""
        return votes(self.counted)

    def _role(self, reading: Reading) -> Role:
        """An outlet that states one side's figure as fact adds no count of its own."""
        role = role_of(reading, self.case.reader, self.case.once(blamed_in))
        if role is Role.INDEPENDENT and self.several_camps and reading.id in self.case.once(stated_as_fact):
            return Role.UNATTRIBUTED
        return role


def counted_in(case: Case) -> list[CountedReadings]:
    """One for each population that at least one standing statement counts, in the order of their first claims."""
    gone = case.once(superseded)
    by_people: dict[Hashable, list[Reading]] = defaultdict(list)
    for reading in case.figures:
        if reading.key not in gone and quantity_of(reading).form != "uncounted":
            by_people[population_key(population_of(reading))].append(reading)
    return [CountedReadings(_key(case, said[0]), said, case) for said in by_people.values()]


def _key(case: Case, first: Reading) -> str:
    """A population's key; a count inside a claim has its number, for the claim itself counts other people too."""
    return f"{case.event_id}/{first.id}" + (f"/{first.part}" if first.part else "")


def _statement(reading: Reading, role: Role) -> Statement:
    quantity = quantity_of(reading)
    return Statement(
        id=reading.id,
        voice=reading.voice,
        camp=reading.camp,
        role=role,
        low=quantity.outer.low,
        high=quantity.outer.high,
        core_low=quantity.core.low,
        core_high=quantity.core.high,
        point=quantity.number,
        form=quantity.form if quantity.counted else "uncounted",
        preliminary=reading.preliminary,
        said=None if reading.said is None else reading.said[0],
    )


def role_of(reading: Reading, reader: Reader, blamed: frozenset[str] = frozenset()) -> Role:
    """Whose losses the claimant speaks of, seen from its own side.

    Civilians, and people of whom nothing more is known, are counted by the side that is said to have killed them, by
    their own side or by another; the armed by their own side or another. ``blamed`` are the sides that the claims of
    the event name as perpetrators; they stand in for a perpetrator that the claim itself leaves out. Civilians whose
    side nobody names are taken for the claimant's own where it blames another, unless it is itself blamed: where
    two sides accuse each other, their blame does not tell whose the dead were.
    """
    if reading.camp is None:
        return Role.INDEPENDENT if reading.third_party else Role.UNATTRIBUTED
    population = population_of(reading)
    owner, people = population.camp, population.people
    by = frozenset(reader.camp_of(a) for a in reading.perpetrators) or blamed - {owner or ""}
    mine = len(by) == 1 and reading.camp in by
    if owner is not None and not civilian(people):
        return Role.OWN if owner == reading.camp else Role.OTHER_SIDE
    if mine:
        return Role.OTHER_SIDE if armed(people) else Role.PERPETRATOR
    theirs = owner is None and not armed(people) and by - {reading.camp} and reading.camp not in blamed
    if owner == reading.camp or theirs:
        return Role.VICTIM_SIDE
    return Role.UNATTRIBUTED if owner is None else Role.OTHER_SIDE


def blamed_in(case: Case) -> frozenset[str]:
    """The sides that claims of an event name as perpetrators, or hold responsible."""
    named = (a for r in case.casualties for a in r.perpetrators)
    held = (a for r in case.responsibility if r.claim.stance in POSITIVE for a in r.accused)
    return frozenset(case.reader.camp_of(a) for a in (*named, *held))


def is_loss_of_people(measure: str) -> bool:
    """Whether figures for a measure make a track record, and are read by one."""
    return measure in data("reconcile", "estimates.yaml")["measures"]


def polls_of(people: Iterable[CountedReadings]) -> Mapping[str, Sequence[Vote]]:
    """The votes of the populations that a ledger can learn from, by key."""
    teaching = (p for p in people if p.several_camps and is_loss_of_people(p.measure))
    return {p.key: p.votes for p in teaching if len(p.votes) > 1}
