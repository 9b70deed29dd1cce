"""One event before the rules: its readings, and how a rule words and numbers what it finds."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Container, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from claims.model import Kind
from reconcile.decisions import Rulings
from reconcile.evidence import score
from reconcile.extent import Spread, spread_of, with_extent
from reconcile.judge.origins.trace import Origins, trace
from reconcile.parts import with_parts
from reconcile.population import Relation
from reconcile.reader import Reader
from reconcile.reading import Reading
from reconcile.result import About, Factors, Finding, Verdict
from reconcile.severity import severity

_LATE = 10**12
_LEADERS = 12
MOST_OF_A_RULE = 200
"""Findings that one rule lists for one event; an event with more is crowded beyond reading."""
DOUBTFUL = -3.0
"""Bits below which two claims are one event only through others: the odds are eight to one against."""
Key = TypeVar("Key", bound=Hashable)
Worked = TypeVar("Worked")
Slot = list[Reading]
_Count = tuple[str, int]


@dataclass
class Case:
    """The readings of one event (sorted by id), with what rules need to judge them."""

    event_id: str
    readings: Sequence[Reading]
    reader: Reader
    rulings: Rulings = field(default_factory=lambda: Rulings(()))
    unlisted: int = 0
    """Findings beyond the most that one rule lists for one event."""
    set_aside: int = 0
    """Findings that a person decided are none."""
    totals: Sequence[Reading] = ()
    """Totals of other events that may hold days of this one."""
    crowded: bool = False
    """Whether figures were too many to be compared one by one."""
    unsearched: bool = False
    """Whether the search for sets of figures that cannot all hold was cut off."""
    _worked_out: dict[Callable[[Case], Any], Any] = field(default_factory=dict, repr=False)

    def once(self, work: Callable[[Case], Worked]) -> Worked:
        """What a function makes of this event; several rules ask for the same, so it is worked out once."""
        if work not in self._worked_out:
            self._worked_out[work] = work(self)
        found: Worked = self._worked_out[work]
        return found

    @cached_property
    def origins(self) -> Origins:
        """Who copied whom."""
        return trace(self.readings, self.reader)

    @cached_property
    def originals(self) -> list[Reading]:
        """The readings that repeat no other claim of the event: these alone are weighed against each other."""
        return [r for r in self.readings if not self.origins.is_copy(r)]

    @cached_property
    def casualties(self) -> list[Reading]:
        """Readings of casualty claims that are no copies."""
        return [r for r in self.originals if r.claim.kind is Kind.CASUALTY]

    @cached_property
    def figures(self) -> list[Reading]:
        """Readings of casualty claims, with the counts of parts that their words hold."""
        return with_parts(self.casualties, self.reader)

    @cached_property
    def spread(self) -> Spread:
        """Whether the figures are for several places or days, which then are scopes."""
        return spread_of(self.casualties, self.totals)

    @cached_property
    def responsibility(self) -> list[Reading]:
        """Readings of responsibility claims that are no copies."""
        return [r for r in self.originals if r.claim.kind is Kind.RESPONSIBILITY]

    @cached_property
    def characterizations(self) -> list[Reading]:
        """Readings of characterization claims that are no copies."""
        return [r for r in self.originals if r.claim.kind is Kind.CHARACTERIZATION]

    @cached_property
    def mutual(self) -> bool:
        """Whether some claim calls the event one in which both sides fight, so that several parties took part."""
        return any(r.event_type.mutual for r in self.originals)

    def camp_name(self, camp: str | None) -> str:
        """A side as people write it."""
        return self.reader.side_name(camp) or ""

    def who(self, reading: Reading) -> str:
        """The claimant as worded, with its side where the words do not already say it."""
        name, camp = reading.claim.claimant, self.camp_name(reading.camp)
        if not camp or camp.casefold() in name.casefold():
            return name
        return f"{name} ({camp})"

    def finding(
        self,
        rule: str,
        about: About,
        verdict: Verdict,
        sides: Sequence[Sequence[Reading]],
        factors: Factors,
        explanation: str,
        *,
        subject: str = "",
        gap: int | None = None,
        policies: Sequence[str] = (),
        notes: Sequence[str] = (),
    ) -> Finding:
        """A finding over slots of readings: the first of each slot is the claim, the others and their copies echo it.

        ``subject`` tells apart findings of one rule about the same claims, such as the sides that one names.
        """
        claims = list(dict.fromkeys(slot[0].id for slot in sides))
        counts = sorted(f"{slot[0].id}#{slot[0].part}" if slot[0].part else slot[0].id for slot in sides)
        named = "\n".join((rule, subject, *counts))
        placed = {r.id for slot in sides for r in slot}
        echoes = {slot[0].id: more for slot in sides if (more := self._echoing(slot, claims, placed))}
        return Finding(
            id="f-" + hashlib.blake2b(named.encode(), digest_size=6).hexdigest(),
            rule=rule,
            about=about,
            verdict=verdict,
            event=self.event_id,
            claims=claims,
            echoes=echoes,
            severity=severity(factors),
            factors=factors,
            explanation=explanation,
            gap=gap,
            policies=list(policies),
            notes=list(notes),
        )

    def _echoing(self, slot: Sequence[Reading], claims: Container[str], placed: Container[str]) -> list[str]:
        """The ids of the others of a slot, and of the copies that stand in no slot themselves."""
        others = {r.id for r in slot[1:] if r.id not in claims}
        return sorted(others | {r.id for r in self.origins.copies_of(slot) if r.id not in placed})

    def dismissed(self, ones: Sequence[Reading], twos: Sequence[Reading]) -> bool:
        """Whether a person decided that the two slots do not contradict, about the claims or about copies of them."""
        return self.rulings.dismissed(*([*slot, *self.origins.copies_of(slot)] for slot in (ones, twos)))

    def relation(self, a: Reading, b: Reading) -> Relation:
        """How the people of one figure stand to those of another, by who, what and, over several days, where."""
        assert a.population is not None and b.population is not None
        return with_extent(self.reader.relate(a.population, b.population), a, b, self.spread)

    def as_firm_as_the_event(self, verdict: Verdict, a: Reading, b: Reading) -> Verdict:
        """A contradiction is only a tension between claims whose own evidence is strongly against one event.

        They may share an event through others. A user's label leaves no such doubt.
        """
        if verdict is not Verdict.CONTRADICTION or (a.claim.event and a.claim.event == b.claim.event):
            return verdict
        return Verdict.TENSION if score(a, b) < DOUBTFUL else verdict

    def independence(self, a: Reading, b: Reading) -> float:
        """1 between sides or third parties, 0.7 within one side, 0.6 for one voice (a garble is likelier)."""
        if a.voice == b.voice:
            return 0.6
        return 0.7 if a.camp is not None and a.camp == b.camp else 1.0

    def disputes(self, edges: Iterable[tuple[Key, Reading, Reading]]) -> list[tuple[Key, Slot, Slot]]:
        """The disputes that disputed pairs make up, without those that a person dismissed.

        Each is led by its most independent pair. A ruling on any pair of a dispute covers the whole of it: the other
        claims only repeat the two.
        """
        found = []
        for key, ones, twos in bicliques(edges):
            if self.dismissed(ones, twos):
                self.set_aside += 1
            else:
                found.append((key, *self._led_by_the_most_independent(ones, twos)))
        return found

    def _led_by_the_most_independent(self, ones: Slot, twos: Slot) -> tuple[Slot, Slot]:
        first, second = max(
            ((a, b) for a in range(min(len(ones), _LEADERS)) for b in range(min(len(twos), _LEADERS))),
            key=lambda pair: (self.independence(ones[pair[0]], twos[pair[1]]), -pair[0] - pair[1], -pair[0]),
        )
        return _with_first(ones, first), _with_first(twos, second)

    def most_severe(self, found: list[Finding]) -> list[Finding]:
        """At most so many findings of one rule, the most severe ones; what is left out is counted, never silent."""
        if len(found) <= MOST_OF_A_RULE:
            return found
        self.unlisted += len(found) - MOST_OF_A_RULE
        return sorted(found, key=lambda f: (-f.severity, -(f.gap or 0), f.id))[:MOST_OF_A_RULE]


def _with_first(slot: Slot, first: int) -> Slot:
    return [slot[first], *slot[:first], *slot[first + 1 :]]


def by_preference(reading: Reading) -> tuple[int, int, str, int]:
    """Which of several equal statements stands for them: a belligerent's own words first, then the earliest."""
    return (0 if reading.camp else 1, _LATE if reading.said is None else reading.said[0], *reading.key)


def bicliques(
    edges: Iterable[tuple[Key, Reading, Reading]],
) -> list[tuple[Key, list[Reading], list[Reading]]]:
    """Disputes out of disputed pairs: within each key, left readings with the same opponents form one dispute.

    Every left reading of a dispute is opposed to every right one, so the others of a slot are true echoes. A right
    reading may stand in several disputes when its opponents have different opponents.
    """
    opponents: dict[Key, dict[_Count, dict[_Count, Reading]]] = defaultdict(lambda: defaultdict(dict))
    lefts: dict[_Count, Reading] = {}
    for key, left, right in edges:
        opponents[key][left.key][right.key] = right
        lefts[left.key] = left
    found = []
    for key, by_left in opponents.items():
        alike: dict[tuple[_Count, ...], list[Reading]] = defaultdict(list)
        for left_key, rights in by_left.items():
            alike[tuple(sorted(rights))].append(lefts[left_key])
        for right_ids, members in alike.items():
            facing = [by_left[members[0].key][i] for i in right_ids]
            found.append((key, sorted(members, key=by_preference), sorted(facing, key=by_preference)))
    return found
