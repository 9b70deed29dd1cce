"""The figures of an event as bounds on sums of cells, with the statements that carry each bound."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace

from claims.people import EVERYONE, People
from reconcile.joint.cells import Group, cells_of
from reconcile.joint.simplex import Bound, Tableau
from reconcile.judge.figures import later, population_of, quantity_of
from reconcile.marks import marks_of
from reconcile.reader import Reader
from reconcile.reading import Reading

Carriers = dict[Bound, list[Reading]]


@dataclass(frozen=True, slots=True)
class Scope:
    """Where and in which events a figure was counted, as leaves; None leaves it open."""

    places: frozenset[str] | None = None
    events: frozenset[str] | None = None


ANYWHERE = Scope()


@dataclass(frozen=True, slots=True)
class Accounts:
    """Figures ready to be searched: the sums that they bound, and who said each bound."""

    groups: list[Group]
    rows: list[dict[int, int]]
    cells: int
    carriers: Carriers
    mostly: frozenset[int] = frozenset()
    """The rows that say what most of a group were."""

    def tableau(self) -> Tableau:
        """A fresh solver over the sums."""
        return Tableau(self.rows, self.cells)


class Ledger:
    """Collects groups and bounds statement by statement."""

    def __init__(self, reader: Reader, *, by_speaker: bool = False) -> None:
        """``by_speaker``: each side's words for status are its own, for people whom another side may call otherwise."""
        self.reader = reader
        self.by_speaker = by_speaker
        self.groups: dict[Hashable, tuple[int, Group]] = {}
        self.bounds: dict[tuple[int, bool, int], list[Reading]] = defaultdict(list)
        self.mostly: dict[tuple[int, int], list[Reading]] = defaultdict(list)

    def take(self, reading: Reading, scope: Scope, *, floored: bool = True, capped: bool = True) -> None:
        """Enter a statement, or only what it says of how many at most (``capped``) or at least (``floored``)."""
        n = self._group(reading, population_of(reading).people, scope)
        outer = quantity_of(reading).outer
        if outer.low > 0 and floored:
            self.bounds[n, True, outer.low].append(reading)
        if outer.high is not None and capped:
            self.bounds[n, False, outer.high].append(reading)
        most = _most(population_of(reading).people)
        if most is not None and outer.low > 0 and floored:
            self.mostly[n, self._group(reading, most, scope)].append(reading)

    def _group(self, reading: Reading, people: People, scope: Scope) -> int:
        population = replace(population_of(reading), people=people)
        speaker = (reading.camp or reading.voice) if self.by_speaker else None
        marks = marks_of(reading, self.reader)
        side = population.side.id if population.side else None
        home = self._home(reading)
        key = (population.measure, side, people.unpresumed.boxes, scope, marks, speaker, home)
        if key not in self.groups:
            self.groups[key] = (len(self.groups), Group(population, scope.places, scope.events, marks, speaker, home))
        return self.groups[key][0]

    def _home(self, reading: Reading) -> str | None:
        """The side that governs the country of the claim, which matters to foreigners and peacekeepers only."""
        traits = population_of(reading).people.traits
        if not reading.claim.country or not traits & {"foreigner", "peacekeeper"}:
            return None
        state = self.reader.registry.resolve(reading.claim.country)
        return self.reader.camp_of(state) if state is not None else None

    def accounts(self) -> Accounts:
        """The bounds over cells; raises TooManyCells."""
        groups = [group for _, group in self.groups.values()]
        cells = cells_of(groups, self.reader.registry)
        rows = [{c: 1 for c, cell in enumerate(cells) if cell >> n & 1} for n in range(len(groups))]
        carriers = {Bound(n, low, value): readings for (n, low, value), readings in self.bounds.items()}
        counted = len(rows)
        for (n, part), readings in self.mostly.items():
            rows.append({c: 1 if cell >> part & 1 else -1 for c, cell in enumerate(cells) if cell >> n & 1})
            carriers[Bound(len(rows) - 1, True, 1)] = readings
        return Accounts(groups, rows, len(cells), carriers, frozenset(range(counted, len(rows))))


def standing_statements(ledger: Ledger, readings: Sequence[Reading], scopes: Iterable[Scope]) -> None:
    """Enter figures that stand; a preliminary one caps nothing once anybody has spoken later."""
    for reading, scope in zip(readings, scopes, strict=True):
        overtaken = reading.preliminary and any(later(reading, other) for other in readings)
        ledger.take(reading, scope, capped=not overtaken)


def _most(people: People) -> People | None:
    """Those who most of the people are said to have been, as people of their own."""
    if not people.mostly:
        return None
    if people.mostly & EVERYONE and people.mostly - EVERYONE:
        return None  # "mostly women and soldiers": no one kind of people
    if people.mostly <= EVERYONE:
        boxes = tuple(box._replace(demography=box.demography & people.mostly) for box in people.unpresumed.boxes)
        boxes = tuple(box for box in boxes if box.demography)
    else:
        boxes = tuple(box._replace(statuses=box.statuses & people.mostly) for box in people.unpresumed.boxes)
        boxes = tuple(box for box in boxes if box.statuses)
    return replace(people, boxes=boxes, presumed=False, mostly=frozenset()) if boxes else None
