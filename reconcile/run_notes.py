"""How a run was made, and what its readers must know about it: what was left out, cut off or read otherwise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from claims.dates import ends_first
from claims.model import Claim
from reconcile.as_of import Known
from reconcile.decisions import Decision, Ruling, Rulings, taken_back
from reconcile.judge.case import Case
from reconcile.reading import Reading
from reconcile.result import Decided, Input, LeftOut, RejectedRow, RowRead, Run
from reconcile.versions import data_versions, tool_version


class Intake(NamedTuple):
    """What reading the files reported beside the claims themselves."""

    inputs: Sequence[Input] = ()
    rejected: Sequence[RejectedRow] = ()
    warnings: Sequence[str] = ()
    places: Mapping[str, RowRead] = {}
    """The file and row that each claim was read from, by its id."""


NOTHING_REPORTED = Intake()


def run_of(
    policy: str, intake: Intake, decisions: int, warnings: Sequence[str], as_of: str | None, known: Known
) -> Run:
    """The account of a run; it holds no clock."""
    return Run(
        tool="counterclaim",
        version=tool_version(),
        numeral_policy=policy,
        inputs=list(intake.inputs),
        decisions=decisions,
        data_versions=data_versions(),
        warnings=list(warnings),
        as_of=as_of,
        left_out=_left_out(known) if as_of is not None else None,
        decided=_decided(known.decisions),
    )


def _decided(decisions: Sequence[Decision]) -> list[Decided]:
    gone = taken_back(decisions)
    return [
        Decided(
            id=d.id,
            decision=d.decision.value,
            claims=list(d.claims),
            by=d.by,
            at=d.at,
            why=d.why,
            stands=place not in gone and d.decision is not Ruling.UNDO,
            set=d.set,
            was=d.was,
            disposition=d.disposition.value if d.disposition else "",
            prefer=d.prefer,
            of=d.of,
        )
        for place, d in enumerate(decisions)
    ]


def _left_out(known: Known) -> LeftOut:
    return LeftOut(later=len(known.later), undated=len(known.undated), decisions=known.later_decisions)


def crowded_events(cases: Sequence[Case]) -> list[str]:
    """What is not listed, was set aside or not searched to the end."""
    unlisted, aside, cut_off = (
        (sum(counts) for counts in zip(*((c.unlisted, c.set_aside, c.unsearched) for c in cases), strict=True))
        if cases
        else (0, 0, 0)
    )
    found = []
    if unlisted:
        found.append(f"{unlisted} less severe findings of crowded events are not listed")
    if aside:
        found.append(f"{aside} {'finding was' if aside == 1 else 'findings were'} set aside by a person's decision")
    crowded = sum(c.crowded for c in cases)
    if crowded:
        events = "event" if crowded == 1 else "events"
        found.append(f"figures are too many in {crowded} {events}; only those furthest apart were compared there")
    if cut_off:
        events = "event" if cut_off == 1 else "events"
        found.append(f"the search for figures that cannot all hold was cut off in {cut_off} crowded {events}")
    return found


def swapped_dates(readings: Sequence[Reading]) -> list[str]:
    """Intervals of dates that were read the other way round."""
    found = [r for r in readings if "/" in r.claim.date and ends_first(r.claim.date)]
    if not found:
        return []
    first = found[0]
    these = "1 interval of dates is" if len(found) == 1 else f"{len(found)} intervals of dates are"
    return [f"{these} written end first, as {first.claim.date!r} of {first.id}; read the other way round"]


def unknown_claims(rulings: Rulings, given: Sequence[Claim]) -> list[str]:
    """Claims that decisions name and the input does not hold."""
    known = {c.id for c in given}
    missing = sorted(rulings.spoken_of() - known)
    told = "a decision names the claim {!r}, which is not in the input{}"
    return [told.format(name, _of_its_row(name, known)) for name in missing]


def _of_its_row(name: str, known: set[str]) -> str:
    """The claims that were made of the row of this id, where it counts several things."""
    made = sorted(one for one in known if one.startswith(f"{name} "))[:3]
    return f"; its row gives {', '.join(map(repr, made))}" if made else ""
