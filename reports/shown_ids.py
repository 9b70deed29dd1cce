"""Ids as a form shows them: visible on one line, and still different from each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from reconcile.result import Result
from reports.escape import visible

_LONGEST = 1000


class ShownIds:
    """The ids of a result's claims, events and findings, each with the text that stands for it."""

    def __init__(self, result: Result) -> None:
        self.claims = distinct(c.id for c in result.claims)
        self.events = distinct(e.id for e in result.events)
        self.findings = distinct(f.id for f in result.findings)

    def claim(self, name: str) -> str:
        """A claim's id, of those that are in the result or not."""
        return self.claims.get(name) or visible(name)[:_LONGEST]

    def listed(self, names: Iterable[str]) -> list[str]:
        """The ids of several claims."""
        return [self.claim(name) for name in names]


def distinct(names: Iterable[str]) -> dict[str, str]:
    """For each id what is visible of it; those that would look like an earlier one get a number behind them."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for name in names:
        found[name] = unlike(visible(name)[:_LONGEST] or "(no visible id)", taken)
    return found


def unlike(plain: str, taken: set[str], look: Callable[[str], str] = str) -> str:
    """A text that looks like none of those taken, with a number behind it where it must; it is taken from then on.

    ``look`` gives what a reader tells texts apart by.
    """
    text, number = plain, 2
    while look(text) in taken:
        text, number = f"{plain} ({number})", number + 1
    taken.add(look(text))
    return text
