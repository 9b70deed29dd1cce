"""Information gaps: what the claims do not say, and what a desk could still ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reconcile.result import Finding, ReadClaim, Result, Verdict
from reports.words import column, counted, words

_MISSING: dict[str, Callable[[ReadClaim], bool]] = {
    "url": lambda c: not column(c, "url"),
    "archived_url": lambda c: bool(column(c, "url")) and not column(c, "archived_url"),
    "published": lambda c: not column(c, "published"),
    "date": lambda c: not column(c, "date"),
    "place": lambda c: not column(c, "place"),
    "quote": lambda c: not column(c, "quote"),
    "accessed": lambda c: bool(column(c, "url")) and not column(c, "accessed"),
    "side": lambda c: c.camp is None and not c.third_party,
}


def gap_findings(result: Result) -> list[Finding]:
    """The findings that something was not said, as the engine found them, by severity and id."""
    return sorted((f for f in result.findings if f.verdict is Verdict.GAP), key=lambda f: (-f.severity, f.id))


def missing_lines(result: Result) -> Iterator[tuple[str, int]]:
    """For each thing that a record should have and that some claims lack: a sentence, and how many lack it."""
    told = words()["missing"]
    total = counted(len(result.claims), "claim")
    for name, lacks in _MISSING.items():
        lacking = sum(map(lacks, result.claims))
        if lacking:
            yield f"{lacking:,} of {total}: {told[name]}", lacking
