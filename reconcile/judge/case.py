"""One event before the rules: its readings, and how a rule words and numbers what it finds."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from claims.model import Kind
from reconcile.decisions import Rulings
from reconcile.reading import Reader, Reading
from reconcile.result import About, Factors, Finding, Verdict
from reconcile.severity import severity

_LATE = 10**12
Key = TypeVar("Key", bound=Hashable)


@dataclass
class Case:
    """The readings of one event (sorted by id), with what rules need to judge them."""

    event_id: str
    readings: Sequence[Reading]
    reader: Reader
    rulings: Rulings = field(default_factory=lambda: Rulings(()))

    @cached_property
    def casualties(self) -> list[Reading]:
        """Readings of casualty claims."""
        return [r for r in self.readings if r.claim.kind is Kind.CASUALTY]

    @cached_property
    def responsibility(self) -> list[Reading]:
        """Readings of responsibility claims."""
        return [r for r in self.readings if r.claim.kind is Kind.RESPONSIBILITY]

    @cached_property
    def characterizations(self) -> list[Reading]:
        """Readings of characterization claims."""
        return [r for r in self.readings if r.claim.kind is Kind.CHARACTERIZATION]

    @cached_property
    def mutual(self) -> bool:
        """Whether some claim calls the event one in which both sides fight, so that several parties took part."""
        return any(r.event_type.mutual for r in self.readings)

    def camp_name(self, camp: str | None) -> str:
        """A side as people write it."""
        actor = self.reader.registry.get(camp) if camp else None
        return actor.name if actor else camp or ""

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
        gap: int | None = None,
        policies: Sequence[str] = (),
        notes: Sequence[str] = (),
    ) -> Finding:
        """A finding over slots of readings: the first of each slot is the claim, the others echo it."""
        claims = [slot[0].id for slot in sides]
        named = "\n".join((rule, *sorted(claims)))
        echoes = {slot[0].id: sorted({r.id for r in slot[1:]}) for slot in sides if len(slot) > 1}
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

    def independence(self, a: Reading, b: Reading) -> float:
        """1 between sides or third parties, 0.7 within one side, 0.6 for one voice (a garble is likelier)."""
        if a.voice == b.voice:
            return 0.6
        return 0.7 if a.camp is not None and a.camp == b.camp else 1.0


def by_preference(reading: Reading) -> tuple[int, int, str]:
    """Which of several equal statements stands for them: a belligerent's own words first, then the earliest."""
    return (0 if reading.camp else 1, _LATE if reading.said is None else reading.said, reading.id)


def bicliques(
    edges: Iterable[tuple[Key, Reading, Reading]],
) -> list[tuple[Key, list[Reading], list[Reading]]]:
    """Disputes out of disputed pairs: within each key, left readings with the same opponents form one dispute.

    Every left reading of a dispute is opposed to every right one, so the others of a slot are true echoes.
    """
    opponents: dict[Key, dict[str, dict[str, Reading]]] = defaultdict(lambda: defaultdict(dict))
    lefts: dict[str, Reading] = {}
    for key, left, right in edges:
        opponents[key][left.id][right.id] = right
        lefts[left.id] = left
    found = []
    for key, by_left in opponents.items():
        alike: dict[tuple[str, ...], list[Reading]] = defaultdict(list)
        for left_id, rights in by_left.items():
            alike[tuple(sorted(rights))].append(lefts[left_id])
        for right_ids, members in alike.items():
            facing = [by_left[members[0].id][i] for i in right_ids]
            found.append((key, sorted(members, key=by_preference), sorted(facing, key=by_preference)))
    return found
