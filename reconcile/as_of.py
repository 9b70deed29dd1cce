"""The claims and decisions that were known by a date, so that a result can be made as it stood then."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.dates import DateError, read_moment
from claims.model import Claim
from reconcile.decisions import Decision

_NO_MONTH = re.compile(r"\d{4}-(?:1[3-9]|[2-9]\d)")
"""EDTF writes seasons so; whoever types one here has left something out."""


class AsOfError(ValueError):
    """A date by which nothing can be sorted; the message says what to write instead."""


@dataclass(frozen=True, slots=True)
class Known:
    """What was known by a date, and what is left out of it; nothing is lost, everything is counted."""

    claims: tuple[Claim, ...]
    decisions: tuple[Decision, ...]
    later: tuple[Claim, ...] = ()
    """Claims published after the date, or perhaps after it."""
    undated: tuple[Claim, ...] = ()
    """Claims without a publication date, or with one that is open at an end."""
    later_decisions: int = 0

    def warnings(self, date: str) -> list[str]:
        """What is left out, in sentences; none for a kind of which nothing is."""
        counts = (
            (len(self.later), "claim", f"published after {date}"),
            (len(self.undated), "claim", "without a publication date"),
            (self.later_decisions, "decision", f"made after {date}"),
        )
        return [f"{n} {_left_out(n, what)} as of {date}: {why}" for n, what, why in counts if n]


def _left_out(amount: int, what: str) -> str:
    return f"{what} is left out" if amount == 1 else f"{what}s are left out"


def cutoff(date: str) -> int:
    """The last minute of a date, as ``claims.dates`` counts them.

    ``date`` is an EDTF date, an interval of dates, or an ISO 8601 moment. Raises AsOfError when it cannot be read or
    has no last day.
    """
    if _NO_MONTH.fullmatch(date.strip()):
        raise AsOfError(f"{date!r} is no month; write a date such as 2025-10-15 or a month such as 2025-10")
    try:
        moment = read_moment(date.strip())
    except DateError as error:
        raise AsOfError(str(error).replace(" or leave the cell empty", "")) from None
    if moment is None:
        raise AsOfError(f"{date!r} has no last day; write a date such as 2025-10-15 or 2025-10-15T13:00+00:00")
    return moment[1]


def known_by(claims: Sequence[Claim], decisions: Sequence[Decision], date: str) -> Known:
    """The claims published by the end of a date and the decisions made by then, in the order given.

    A claim whose publication date is wider than the cut (a month, of which only some days had passed) is left out: it
    is not known to have been published. A decision without a date that can be read is kept. Raises AsOfError.
    """
    last, made = cutoff(date), decided_by(decisions, date)
    kept: list[Claim] = []
    later: list[Claim] = []
    undated: list[Claim] = []
    for claim in claims:
        published = read_moment(claim.published)
        (undated if published is None else kept if published[1] <= last else later).append(claim)
    return Known(tuple(kept), tuple(made), tuple(later), tuple(undated), len(decisions) - len(made))


def decided_by(decisions: Sequence[Decision], date: str) -> list[Decision]:
    """The decisions made by the end of a date, and those without a date that can be read. Raises AsOfError."""
    last = cutoff(date)
    return [d for d in decisions if not _made_after(d, last)]


def _made_after(decision: Decision, last: int) -> bool:
    try:
        moment = read_moment(decision.at.strip())
    except DateError:
        return False
    return moment is not None and moment[1] > last
