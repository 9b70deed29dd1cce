"""What every table is filled from: the result with its ids as they are shown, and values as SQLite holds them."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator
from typing import Any

from reconcile.result import Event, Range, Result
from reconcile.said import Chain, Concession, Position
from reports.escape import visible_lines
from reports.shown_ids import ShownIds
from reports.view import View

Row = tuple[Any, ...]
_LARGEST = 2**63


class Source:
    """A result to fill tables from. Ids of claims that the result does not hold are None: no key leads there."""

    def __init__(self, result: Result) -> None:
        self.result = result
        self.view = View(result)
        self.ids = ShownIds(result)

    def claim(self, name: str | None) -> str | None:
        """The id of a claim of the result."""
        return self.ids.claims.get(name) if name is not None else None

    def event(self, name: str) -> str | None:
        """The id of an event of the result."""
        return self.ids.events.get(name)

    def ranges(self) -> Iterator[tuple[int, Event, Range]]:
        """Every range with its number."""
        return _numbered((e, r) for e in self.result.events for r in e.estimates)

    def chains(self) -> Iterator[tuple[int, Event, Chain]]:
        """Every chain with its number."""
        return _numbered((e, c) for e in self.result.events for c in e.chains)

    def positions(self) -> Iterator[tuple[int, Event, Position]]:
        """Every cell of the responsibility matrices with its number."""
        return _numbered((e, p) for e in self.result.events for p in e.responsibility)

    def concessions(self) -> Iterator[tuple[int, Event, Concession]]:
        """Every concession with its number."""
        return _numbered((e, c) for e in self.result.events for c in e.concessions)


def _numbered(pairs: Iterable[tuple[Event, Any]]) -> Iterator[tuple[int, Event, Any]]:
    for number, (event, each) in enumerate(pairs, 1):
        yield number, event, each


def listed(values: Iterable[str]) -> str:
    """Several texts as a JSON array, which Datasette can offer as facets."""
    return json.dumps([visible_lines(v) for v in values], ensure_ascii=False)


def stored(row: Row) -> Row:
    """A row as SQLite holds it: texts without what acts, no infinities, whole numbers of at most 64 bits."""
    return tuple(_stored(value) for value in row)


def _stored(value: Any) -> Any:
    if isinstance(value, str):
        return visible_lines(value) or None
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, int) and not -_LARGEST <= value < _LARGEST:
        return str(value)
    return value
