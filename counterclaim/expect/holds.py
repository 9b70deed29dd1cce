"""Whether an expectation holds for a result, and what it is called in a list of tests."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.expect.model import (
    Conflict,
    DifferentEvents,
    Expectation,
    Found,
    NoConflict,
    Number,
    OfFindings,
    RejectedRows,
    SameEvent,
)
from counterclaim.expect.words import ANYWHERE
from counterclaim.testing import holding
from counterclaim.testing.conflicts import Sought
from reconcile.result import Result, Verdict
from reports.escape import visible
from reports.view import CONTESTED


def unmet(expected: Expectation, result: Result) -> str:
    """What is there instead of what was expected; empty where it holds. Raises NameProblem for an unknown name."""
    told = _unmet(expected, result)
    return f"{told}\nexpected because: {visible(expected.why)}" if told and expected.why else told


def _unmet(expected: Expectation, result: Result) -> str:
    match expected:
        case Conflict():
            return holding.conflict(result, expected.conflict, _sought(expected, CONTESTED))
        case NoConflict():
            return holding.no_conflict(result, expected.no_conflict, _sought(expected, CONTESTED))
        case Found():
            return holding.finding(result, expected.finding, _sought(expected))
        case Number():
            return holding.number(result, expected.naming, _sought(expected), expected.findings)
        case SameEvent():
            return holding.same_event(result, expected.same_event)
        case DifferentEvents():
            return holding.distinct_events(result, expected.different_events)
        case RejectedRows():
            return holding.rejected_rows(result, expected.rejected_rows)
    raise TypeError(f"no way is known to check {type(expected).__name__}")


def _sought(expected: OfFindings, default: tuple[Verdict, ...] = ()) -> Sought:
    return Sought(
        expected.about,
        expected.verdict or default,
        expected.severity_at_least,
        expected.severity_at_most,
        expected.event,
    )


def title(expected: Expectation) -> str:
    """An expectation in a few words: ``conflict B-01, B-02 about count``."""
    match expected:
        case Conflict():
            words = ["conflict", _list(expected.conflict), *_about(expected)]
        case NoConflict():
            words = ["no conflict", _list(expected.no_conflict) or ANYWHERE, *_about(expected)]
        case Found():
            words = [_list(expected.verdict), _list(expected.finding), *_about(expected)]
        case Number():
            words = [str(expected.findings), _list(expected.verdict) or "findings", *_about(expected)]
        case SameEvent():
            words = ["same event", _list(expected.same_event)]
        case DifferentEvents():
            words = ["different events", _list(expected.different_events)]
        case RejectedRows():
            words = ["rejected rows", str(expected.rejected_rows)]
        case _:
            raise TypeError(f"no title is known for {type(expected).__name__}")
    return visible(" ".join(words)).replace("::", ":")


def _about(expected: OfFindings) -> list[str]:
    return ["about " + _list(expected.about)] if expected.about else []


def _list(names: Sequence[str]) -> str:
    return ", ".join(names)
