"""The engine: claims, decisions and a policy in, a result out. Pure: no clock, no randomness, no order dependence."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from claims.actors import Registry, default_registry
from claims.dates import ends_first
from claims.model import Claim, content_id
from claims.policy import Policy, load_policy
from reconcile.answers import answers
from reconcile.as_of import Known, known_by
from reconcile.chains import revision_chains
from reconcile.counted import CountedReadings, counted_in
from reconcile.decisions import Decision, Rulings
from reconcile.evidence import weigh
from reconcile.grouping import Grouping, group, strongest_links
from reconcile.interpret import interpret
from reconcile.judge import judge
from reconcile.judge.case import Case
from reconcile.judge.figures import population_of, quantity_of
from reconcile.judge.totals import total_disputes
from reconcile.matrix import concessions, responsibility_matrix
from reconcile.provenance import retold, traced
from reconcile.ranges import claimed_ranges
from reconcile.reader import Reader
from reconcile.reading import Reading
from reconcile.result import (
    Clue,
    CountAsRead,
    Event,
    Finding,
    Input,
    LeftOut,
    Link,
    PopulationAsRead,
    ReadClaim,
    RejectedRow,
    Result,
    Run,
)
from reconcile.track_records import TrackRecords
from reconcile.versions import data_versions, tool_version

Progress = Callable[[str, int, int], None]
_OURS = frozenset(ReadClaim.model_fields)


class Intake(NamedTuple):
    """What reading the files reported beside the claims themselves."""

    inputs: Sequence[Input] = ()
    rejected: Sequence[RejectedRow] = ()
    warnings: Sequence[str] = ()


NOTHING_REPORTED = Intake()


@dataclass(frozen=True, slots=True)
class Judged:
    """A result together with the readings behind it, for whoever wants to explain a pair or draw the graph."""

    result: Result
    cases: dict[str, Case]
    reader: Reader
    known: Known
    """The claims and decisions behind the result, and those left out for their date."""


def reconcile(
    claims: Sequence[Claim],
    decisions: Sequence[Decision] = (),
    policy: Policy | str = "plain",
    registry: Registry | None = None,
    *,
    as_of: str | None = None,
    estimates: bool = False,
    intake: Intake = NOTHING_REPORTED,
    progress: Progress | None = None,
) -> Result:
    """Group claims into events and judge each event.

    ``decisions`` are replayed first and always win; ``as_of`` makes the result as of the end of a date, out of what
    was published by then; ``estimates`` adds one number for each population under each of several rules; ``intake`` is
    what reading the files reported, passed through; ``progress`` is told (stage,
    done, of how many). Raises ValueError when two claims share an id, AsOfError when ``as_of`` cannot be read.
    """
    return judged(
        claims, decisions, policy, registry, as_of=as_of, estimates=estimates, intake=intake, progress=progress
    ).result


def judged(
    claims: Sequence[Claim],
    decisions: Sequence[Decision] = (),
    policy: Policy | str = "plain",
    registry: Registry | None = None,
    *,
    as_of: str | None = None,
    estimates: bool = False,
    intake: Intake = NOTHING_REPORTED,
    progress: Progress | None = None,
) -> Judged:
    """As ``reconcile``, keeping the readings behind the result."""
    tell = progress or (lambda stage, done, total: None)
    given = _with_ids(claims)
    known = known_by(given, decisions, as_of) if as_of is not None else Known(tuple(given), tuple(decisions))
    policy = load_policy(policy) if isinstance(policy, str) else policy
    reader = Reader(registry or default_registry(), policy)
    tell("read", 0, len(known.claims))
    readings = interpret(sorted(known.claims, key=lambda c: c.id), reader)
    rulings = Rulings(known.decisions)
    tell("group", 0, len(readings))
    grouping = group(readings, rulings)
    cases = _cases(grouping, reader, rulings)
    events, findings = [], []
    records = TrackRecords(reader)
    across = {case.event_id: found for case, found in total_disputes(cases)}
    for done, case in enumerate(cases):
        if not done % 500:
            tell("judge", done, len(cases))
        found = judge(case) + across.get(case.event_id, [])
        findings.extend(found)
        people = counted_in(case)
        records.add(people)
        events.append(_event(case, found, people))
    if estimates:
        events = _with_answers(events, cases, records)
    unlisted = sum(case.unlisted for case in cases)
    crowded = [f"{unlisted} less severe findings of crowded events are not listed"] if unlisted else []
    aside = sum(case.set_aside for case in cases)
    if aside:
        crowded.append(f"{aside} {'finding was' if aside == 1 else 'findings were'} set aside by a person's decision")
    cut_off = sum(case.unsearched for case in cases)
    if cut_off:
        crowded.append(f"the search for sets of figures that cannot all hold was cut off in {cut_off} crowded events")
    said = [c for case in cases for c in traced([read_claim(r, reader, case.event_id) for r in case.readings], case)]
    run = Run(
        tool="counterclaim",
        version=tool_version(),
        numeral_policy=policy.name,
        inputs=list(intake.inputs),
        decisions=rulings.count,
        data_versions=data_versions(),
        warnings=[
            *intake.warnings,
            *(known.warnings(as_of) if as_of is not None else ()),
            *_swapped_dates(readings),
            *grouping.warnings,
            *crowded,
            *_unknown_claims(rulings, given),
        ],
        as_of=as_of,
        left_out=_left_out(known) if as_of is not None else None,
    )
    result = Result(
        run=run,
        claims=sorted(said, key=lambda c: c.id),
        events=events,
        findings=sorted(findings, key=lambda f: (-f.severity, f.rule, f.id)),
        ledger=records.entries(),
        rejected=list(intake.rejected),
    )
    return Judged(result, {case.event_id: case for case in cases}, reader, known)


def _left_out(known: Known) -> LeftOut:
    return LeftOut(later=len(known.later), undated=len(known.undated), decisions=known.later_decisions)


def _with_ids(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, each with an id; raises ValueError when two share one."""
    found = [c if c.id else c.model_copy(update={"id": content_id(c)}) for c in claims]
    twice = sorted(name for name, times in Counter(c.id for c in found).items() if times > 1)
    if twice:
        raise ValueError(f"{len(twice)} ids are used twice, {twice[0]!r} among them; give each claim its own")
    return found


def _cases(grouping: Grouping, reader: Reader, rulings: Rulings) -> list[Case]:
    """A case for each group; of several groups that a decision made of one label, the first keeps the label's id."""
    cases: dict[str, Case] = {}
    for members in grouping.groups:
        label = min({r.claim.event for r in members} - {""}, default="")
        name = event_id("label", label)
        if not label or name in cases:
            name = event_id("claim", members[0].id)
        cases[name] = Case(name, members, reader, rulings)
    return list(cases.values())


def _swapped_dates(readings: Sequence[Reading]) -> list[str]:
    found = [r for r in readings if "/" in r.claim.date and ends_first(r.claim.date)]
    if not found:
        return []
    first = found[0]
    these = "1 interval of dates is" if len(found) == 1 else f"{len(found)} intervals of dates are"
    return [f"{these} written end first, as {first.claim.date!r} of {first.id}; read the other way round"]


def event_id(kind: str, name: str) -> str:
    """A stable id, made from the user's label where there is one, else from the event's first claim."""
    return "e-" + hashlib.blake2b(f"{kind}\n{name}".encode(), digest_size=6).hexdigest()


def _unknown_claims(rulings: Rulings, given: Sequence[Claim]) -> list[str]:
    known = {c.id for c in given}
    return [
        f"a decision names the claim {name!r}, which is not in the input" for name in sorted(rulings.names() - known)
    ]


def _with_answers(events: Sequence[Event], cases: Sequence[Case], records: TrackRecords) -> list[Event]:
    """The events with one number for each population under each rule."""
    ledger, found = records.ledger(), []
    for event, case in zip(events, cases, strict=True):
        each = zip(event.estimates, answers(case, counted_in(case), ledger), strict=True)
        ranges = [said.model_copy(update={"rules": given}) for said, given in each]
        found.append(event.model_copy(update={"estimates": ranges}))
    return found


def _event(case: Case, findings: Sequence[Finding], people: Sequence[CountedReadings]) -> Event:
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
