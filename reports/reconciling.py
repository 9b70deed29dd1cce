"""What would let both statements of a finding stand: questions that a desk can put to the sources.

The list is of things that differ between the claims, or that they leave open; none of them is said to be the case.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from claims.dates import DateError, read_moment
from reconcile.result import Finding, ReadClaim
from reports.view import CONTESTED
from reports.words import column, words

Said = Sequence[ReadClaim]


def reconciling_lines(finding: Finding, said: Said) -> Iterator[str]:
    """Questions whose answer would settle a contradiction or tension; none for other findings."""
    if finding.verdict not in CONTESTED:
        return
    told = words()["reconciling"]
    for name in told["about"].get(finding.about.value, ()):
        if _ASKED[name](said):
            yield told["questions"][name]


def _differ(*columns: str) -> Callable[[Said], bool]:
    def check(said: Said) -> bool:
        return any(len({column(c, name).casefold() for c in said}) > 1 for name in columns)

    return check


def _published_apart(said: Said) -> bool:
    try:
        days = {read_moment(column(c, "published")) for c in said}
    except DateError:
        return False
    return None not in days and len(days) > 1


def _relayed(said: Said) -> bool:
    return any(not column(c, "quote") for c in said)


def _always(_: Said) -> bool:
    return True


_ASKED: dict[str, Callable[[Said], bool]] = {
    "period": _differ("date"),
    "cutoff": _published_apart,
    "place": _differ("place"),
    "people": _differ("victims", "victim_status"),
    "measure": _differ("measure"),
    "wording": _relayed,
    "act": _differ("act"),
    "roles": _always,
    "other_event": _always,
}
