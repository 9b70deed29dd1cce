"""How a run was made, out of the run itself: what a reader needs to repeat it."""

from __future__ import annotations

from collections import Counter

from reconcile.result import Result
from reports.estimates import has_estimates
from reports.words import counted, joined, moment, unread_rows, words


def method_rows(result: Result) -> list[tuple[str, str]]:
    """The account of a run as pairs of a heading and a text; nothing in it depends on when it was made."""
    run, told = result.run, words()["method"]
    rules = Counter(f.rule for f in result.findings)
    rows = [
        ("Tool", f"{run.tool} {run.version}"),
        ("What it does not say", words()["stock"]),
        ("As of", moment(run.as_of) if run.as_of else ""),
        ("Numeral policy", f"“{run.numeral_policy}”: how vague numbers such as “dozens” are read"),
        ("Claims", _intake(result)),
        ("Grouping", told["grouping"]),
        ("Judging", told["judging"]),
        ("Counting", told["counting"]),
        ("Severity", told["severity"]),
        ("Rules that found something", joined(f"{rule} ({n})" for rule, n in sorted(rules.items()))),
        ("Single numbers", words()["estimated"] if has_estimates(result) else ""),
        ("Word lists and weights", joined(f"{name} v{version}" for name, version in sorted(run.data_versions.items()))),
    ]
    return [(name, text) for name, text in rows if text]


def _intake(result: Result) -> str:
    """How much was read, kept and left out."""
    run = result.run
    parts = [f"{counted(len(result.claims), 'claim')} in {counted(len(result.events), 'event')}"]
    if result.rejected:
        parts.append(f"{counted(unread_rows(result), 'row')} could not be read and are listed")
    if run.left_out is not None:
        late = f"{run.left_out.later} published later, {run.left_out.undated} undated"
        parts.append(f"left out as of the date: {late}")
    if run.decisions:
        parts.append(f"{counted(run.decisions, 'decision')} of people replayed")
    return "; ".join(parts)
