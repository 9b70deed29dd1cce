"""The ledger of a result: the track records of voices and sides, by the names that people use."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from reconcile.counted import CountedReadings, polls_of
from reconcile.estimate.comparable import Role
from reconcile.estimate.ledger import Ledger, learn_from
from reconcile.estimate.track_record import Entry, track_record
from reconcile.estimate.voting import Vote
from reconcile.estimated import LedgerEntry
from reconcile.reader import Reader
from reconcile.reading import Reading, called


class TrackRecords:
    """Gathers, event by event, the figures that can be held against others; says what they teach when asked."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._polls: dict[str, Sequence[Vote]] = {}
        self._worded: dict[str, dict[str, Reading]] = defaultdict(dict)

    def add(self, people: Iterable[CountedReadings]) -> None:
        """Take in the populations of one event."""
        people = list(people)
        polls = polls_of(people)
        self._polls.update(polls)
        for each in people:
            if each.key in polls:
                for reading in each.readings:
                    self._worded[reading.voice].setdefault(reading.called, reading)

    def ledger(self) -> Ledger:
        """What the model learns from them."""
        return learn_from(self._polls)

    def entries(self) -> list[LedgerEntry]:
        """The track records: of everybody first, then by side and voice. None is kept of figures of no known role."""
        kept = (e for e in track_record(self._polls) if e.role is not Role.UNATTRIBUTED)
        found = [self._entry(e) for e in kept]
        return sorted(found, key=lambda e: ((e.side or "").casefold(), (e.voice or "").casefold(), e.role, e.against))

    def _entry(self, entry: Entry) -> LedgerEntry:
        return LedgerEntry(
            voice=None if entry.voice is None else called([*self._worded[entry.voice].values()]),
            side=self._reader.side_name(entry.camp),
            role=entry.role.value,
            against=entry.against.value,
            factor=round(entry.factor, 3),
            low=round(entry.low, 3),
            high=round(entry.high, 3),
            events=entry.events,
        )
