"""Which claims a claim's id, a claimant or a side stands for, and which event a name stands for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from counterclaim.testing.naming import Named, NameProblem, meant
from reconcile.result import Result
from reports.words import column


def claims_named(result: Result, name: str) -> frozenset[str]:
    """The ids of the claims that a claim's id, a claimant or a side stands for.

    Raises NameProblem for a name that no claim has, or that can mean several parties.
    """
    return meant(name, _gathered(_speakers(result))).ids


def event_named(result: Result, name: str) -> str:
    """The id of the event that its id, its label, the user's own label or a claim of it stands for.

    Raises NameProblem.
    """
    found = meant(name, _gathered(_events(result)))
    if len(found.ids) > 1:
        raise NameProblem(f"{found} is {len(found.ids)} events; write one of {', '.join(sorted(found.ids)[:5])}")
    return min(found.ids)


def _speakers(result: Result) -> Iterator[tuple[str, str, str]]:
    for claim in result.claims:
        yield "claim", claim.id, claim.id
        yield "claimant", claim.voice, claim.id
        yield "claimant", column(claim, "claimant"), claim.id
        yield "side", claim.camp or "", claim.id


def _events(result: Result) -> Iterator[tuple[str, str, str]]:
    for event in result.events:
        yield "event id", event.id, event.id
        yield "event", event.label, event.id
    for claim in result.claims:
        yield "claim", claim.id, claim.event_id
        yield "label", column(claim, "event"), claim.event_id


def _gathered(said: Iterable[tuple[str, str, str]]) -> list[Named]:
    """One entry for each name of a kind, with all that it stands for."""
    ids: dict[tuple[str, str], set[str]] = defaultdict(set)
    for kind, name, each in said:
        if name:
            ids[kind, name].add(each)
    return [Named(kind, name, frozenset(those)) for (kind, name), those in sorted(ids.items())]
