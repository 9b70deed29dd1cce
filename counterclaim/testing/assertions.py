"""Assertions about a result. Each fails with the nearest finding and the evidence between the claims."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from counterclaim.testing import holding
from counterclaim.testing.conflicts import sought
from reconcile.result import Result

Words = str | Collection[str]


def assert_conflict(
    result: Result,
    between: Sequence[str],
    about: Words | None = None,
    *,
    verdict: Words | None = None,
    at_least: str | int = 0,
    at_most: str | int = 100,
    event: str | None = None,
) -> None:
    """Some finding sets all the parties against each other: a contradiction or a tension, or what ``verdict`` says.

    A party is the id of a claim, a claimant or a side, by its full name or some of its words; where a name could be
    several, ``claim: ``, ``claimant: `` or ``side: `` goes before it. ``at_least`` and ``at_most`` bound the severity,
    as ``note``, ``moderate``, ``serious``, ``head-on`` or a number from 0 to 100; ``event`` is the id or label of an
    event, or the id of a claim in it. Raises NameProblem, a ValueError, for a name that stands for nothing.
    """
    __tracebackhide__ = True
    names = _parties(between, 2)
    told = holding.conflict(result, names, sought(about, verdict, at_least, at_most, event))
    holds = not told
    assert holds, told


def assert_no_conflict(
    result: Result,
    between: Sequence[str] = (),
    about: Words | None = None,
    *,
    verdict: Words | None = None,
    at_least: str | int = 0,
    event: str | None = None,
) -> None:
    """No contradiction and no tension sets any two of the parties against each other; no parties: none at all.

    Names and words are those of ``assert_conflict``; ``verdict="contradiction"`` lets tensions pass.
    """
    __tracebackhide__ = True
    names = _parties(between, 2) if between else []
    told = holding.no_conflict(result, names, sought(about, verdict, at_least, event=event))
    holds = not told
    assert holds, told


def assert_same_event(result: Result, *names: str) -> None:
    """One event holds a claim of each party."""
    __tracebackhide__ = True
    told = holding.same_event(result, _parties(names, 2))
    holds = not told
    assert holds, told


def assert_distinct_events(result: Result, *names: str) -> None:
    """No event holds claims of two of the parties."""
    __tracebackhide__ = True
    told = holding.distinct_events(result, _parties(names, 2))
    holds = not told
    assert holds, told


def _parties(names: Sequence[str], least: int) -> list[str]:
    """The names, each once; raises ValueError where there are too few to compare."""
    if isinstance(names, str):
        raise ValueError(f"{names!r} is one name; write at least {least}, such as ({names!r}, 'C-12')")
    different = list(dict.fromkeys(names))
    if len(different) < least:
        raise ValueError(f"{len(different)} different names are too few; write at least {least}")
    return different
