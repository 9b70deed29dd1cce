"""From judged events to the shape of the public result: claims as read, events, links."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from reconcile.answers import answers
from reconcile.chains import revision_chains
from reconcile.counted import CountedReadings, counted_in
from reconcile.evidence import weigh
from reconcile.grouping import strongest_links
from reconcile.judge.case import Case
from reconcile.judge.figures import population_of, quantity_of
from reconcile.matrix import concessions, responsibility_matrix
from reconcile.provenance import retold, traced
from reconcile.ranges import claimed_ranges
from reconcile.reader import Reader
from reconcile.reading import Reading
from reconcile.result import Clue, CountAsRead, Event, Finding, Link, PopulationAsRead, ReadClaim
from reconcile.track_records import TrackRecords

_OURS = frozenset(ReadClaim.model_fields)


def claims_as_read(cases: Sequence[Case], reader: Reader) -> list[ReadClaim]:
    """Every claim with what was read from it, where it came from and the event it was put into."""
    return [c for case in cases for c in traced([read_claim(r, reader, case.event_id) for r in case.readings], case)]


def with_answers(events: Sequence[Event], cases: Sequence[Case], records: TrackRecords) -> list[Event]:
    """The events with one number for each population under each rule."""
    ledger, found = records.ledger(), []
    for event, case in zip(events, cases, strict=True):
        each = zip(event.estimates, answers(case, counted_in(case), ledger), strict=True)
        ranges = [said.model_copy(update={"rules": given}) for said, given in each]
        found.append(event.model_copy(update={"estimates": ranges}))
    return found


def event_of(case: Case, findings: Sequence[Finding], people: Sequence[CountedReadings]) -> Event:
    """An event with its claims, findings, ranges and histories."""
    return Event(
        id=case.event_id,
        label=label(case),
        date=_commonest(r.claim.date for r in case.readings),
        place=_commonest(r.claim.place for r in case.readings),
        claims=[r.id for r in case.readings],
        findings=[f.id for f in findings],
        estimates=claimed_ranges(case, people),
        why_grouped=[link(a, b) for a, b in strongest_links(case.readings)],
        origins=retold(case),
        chains=revision_chains(case),
        responsibility=responsibility_matrix(case),
        concessions=concessions(case),
    )


def label(case: Case) -> str:
    """The user's label, or place, kind and date of the event in the words most claims use."""
    given = _commonest(r.claim.event for r in case.readings)
    if given:
        return given
    parts = (
        _commonest(r.claim.place for r in case.readings),
        _commonest(r.claim.event_type for r in case.readings),
        _commonest(r.claim.date for r in case.readings),
    )
    return ", ".join(p for p in parts if p) or _commonest(r.claim.act for r in case.readings) or case.readings[0].id


def _commonest(words: Iterable[str]) -> str:
    """The word given most often; of equally common ones the longest, then the first by alphabet."""
    counts = Counter(w for w in words if w)
    return min(counts, key=lambda w: (-counts[w], -len(w), w)) if counts else ""


def link(a: Reading, b: Reading) -> Link:
    """The evidence that two claims are about one event; the clues sum to the bits."""
    clues = [Clue(name=c.name, detail=c.observed, bits=c.bits) for c in weigh(a, b)]
    return Link(claims=[a.id, b.id], bits=round(sum(c.bits for c in clues), 6), clues=clues)


def read_claim(reading: Reading, reader: Reader, event: str) -> ReadClaim:
    """A claim with what was read from it, in the shape of the public result."""
    dumped = reading.claim.model_dump(mode="json", exclude_defaults=True)
    said = {f"{k}_given" if k in _OURS and k != "id" else k: v for k, v in dumped.items()}
    read: dict[str, Any] = {
        "id": reading.id,
        "event_id": event,
        "voice": reading.voice_name,
        "camp": reader.side_name(reading.camp),
        "third_party": reading.third_party,
        "relation": reading.relation,
    }
    if reading.camp is not None:
        read["claimant_side"] = read["camp"]
    if reading.population is not None:
        said.pop("quantity_given", None)
        quantity = quantity_of(reading)
        outer = quantity.outer
        read["quantity"] = CountAsRead(low=outer.low, high=outer.high, wording=quantity.wording)
        read["population"] = population_as_read(reading, reader)
        if reading.population.side is not None:
            read["victim_side"] = reading.population.side.name
    return ReadClaim.model_construct(**{**said, **read})


def population_as_read(reading: Reading, reader: Reader) -> PopulationAsRead:
    """The population of a casualty claim, with names for ids."""
    population = population_of(reading)
    people = population.people
    return PopulationAsRead(
        measure=population.measure.value,
        side=reader.side_name(population.camp),
        statuses=sorted(people.statuses),
        demography=sorted(people.demography),
        traits=sorted(people.traits),
    )
