"""The engine: claims, decisions and a policy in, a result out. Pure: no clock, no randomness, no order dependence."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from claims.actors import Registry, default_registry
from claims.model import Claim, content_id
from claims.people_words import Lexicon, read_with
from claims.policy import Policy, load_policy
from reconcile.as_of import Known, decided_by, known_by
from reconcile.counted import counted_in
from reconcile.decisions import Decision, Rulings
from reconcile.dispositions import with_dispositions
from reconcile.draft_notes import with_draft_notes
from reconcile.edits import edited
from reconcile.grouping import Grouping, group
from reconcile.interpret import interpret
from reconcile.judge import judge
from reconcile.judge.case import Case
from reconcile.judge.totals import share_totals, total_disputes
from reconcile.reader import Reader
from reconcile.result import (
    AsGiven,
    Event,
    Finding,
    Result,
)
from reconcile.run_notes import NOTHING_REPORTED, Intake, crowded_events, run_of, swapped_dates, unknown_claims
from reconcile.shape import claims_as_read, event_of, with_answers
from reconcile.track_records import TrackRecords

__all__ = ["NOTHING_REPORTED", "Intake", "Judged", "judged", "reconcile"]

Progress = Callable[[str, int, int], None]


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
    people: Lexicon | None = None,
    as_of: str | None = None,
    estimates: bool = False,
    intake: Intake = NOTHING_REPORTED,
    progress: Progress | None = None,
) -> Result:
    """Group claims into events and judge each event.

    ``decisions`` are replayed first and always win; ``people`` are a project's own words for those counted; ``as_of``
    makes the result as of the end of a date, out of what was published by then; ``estimates`` adds one number for each
    population under each of several rules; ``intake`` is what reading the files reported, passed through; ``progress``
    is told (stage, done, of how many). Raises ValueError when two claims share an id, AsOfError when ``as_of`` cannot
    be read.
    """
    return judged(
        claims,
        decisions,
        policy,
        registry,
        people=people,
        as_of=as_of,
        estimates=estimates,
        intake=intake,
        progress=progress,
    ).result


def judged(
    claims: Sequence[Claim],
    decisions: Sequence[Decision] = (),
    policy: Policy | str = "plain",
    registry: Registry | None = None,
    *,
    people: Lexicon | None = None,
    as_of: str | None = None,
    estimates: bool = False,
    intake: Intake = NOTHING_REPORTED,
    progress: Progress | None = None,
) -> Judged:
    """As ``reconcile``, keeping the readings behind the result."""
    tell = progress or (lambda stage, done, total: None)
    given = _with_ids(claims)
    made = decisions if as_of is None else decided_by(decisions, as_of)
    rulings = Rulings(made)
    given, unfit = edited(given, rulings.edits)
    known = known_by(given, decisions, as_of) if as_of is not None else Known(tuple(given), tuple(decisions))
    policy = load_policy(policy) if isinstance(policy, str) else policy
    reader = Reader(registry or default_registry(), policy, people)
    with read_with(people):
        return _judged(known, reader, rulings, given, unfit, as_of, estimates, intake, tell)


def _judged(
    known: Known,
    reader: Reader,
    rulings: Rulings,
    given: Sequence[Claim],
    unfit: Sequence[str],
    as_of: str | None,
    estimates: bool,
    intake: Intake,
    tell: Progress,
) -> Judged:
    tell("read", 0, len(known.claims))
    readings = interpret(sorted(known.claims, key=lambda c: c.id), reader)
    tell("group", 0, len(readings))
    grouping = group(readings, rulings)
    cases = _cases(grouping, reader, rulings)
    found = _judge_all(cases, reader, tell)
    findings, unmatched = with_dispositions(found.findings, rulings.dispositions)
    findings = with_draft_notes(findings, known.claims)
    warnings = [
        *intake.warnings,
        *(known.warnings(as_of) if as_of is not None else ()),
        *swapped_dates(readings),
        *grouping.warnings,
        *crowded_events(cases),
        *unknown_claims(rulings, given),
        *unfit,
        *unmatched,
    ]
    result = Result(
        run=run_of(reader.policy.name, intake, rulings.count, warnings, as_of, known),
        claims=sorted(claims_as_read(cases, reader), key=lambda c: c.id),
        events=with_answers(found.events, cases, found.records) if estimates else found.events,
        findings=sorted(findings, key=lambda f: (-f.severity, f.rule, f.id)),
        ledger=found.records.entries(),
        rejected=list(intake.rejected),
        places=dict(intake.places),
        given={c.id: AsGiven(c.quantity, c.claimant_side, c.victim_side) for c in known.claims},
    )
    return Judged(result, {case.event_id: case for case in cases}, reader, known)


class _Found(NamedTuple):
    """What judging all events gave."""

    events: list[Event]
    findings: list[Finding]
    records: TrackRecords


def _judge_all(cases: Sequence[Case], reader: Reader, tell: Progress) -> _Found:
    found = _Found([], [], TrackRecords(reader))
    share_totals(cases)
    across = {case.event_id: disputes for case, disputes in total_disputes(cases)}
    for done, case in enumerate(cases):
        if not done % 500:
            tell("judge", done, len(cases))
        here = judge(case) + across.get(case.event_id, [])
        people = counted_in(case)
        found.findings.extend(here)
        found.records.add(people)
        found.events.append(event_of(case, here, people))
    return found


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


def event_id(kind: str, name: str) -> str:
    """A stable id, made from the user's label where there is one, else from the event's first claim."""
    return "e-" + hashlib.blake2b(f"{kind}\n{name}".encode(), digest_size=6).hexdigest()
