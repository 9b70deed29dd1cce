"""What a row of somebody else's table becomes: drafts of claims, or a word on why it holds none.

A shape is asked once for each row of a table whose header it fits. Whatever it makes of the row is checked as every
claim is, so a draft that the claim format refuses is rejected under the header that its values came from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim not yet checked; ``came`` names the header that a column's value was taken from."""

    said: dict[str, Any]
    came: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NoClaim:
    """A row, or a cell of it, that was read but states no claim; ``reason`` ends with what to do about it."""

    column: str
    value: str
    reason: str


Made = Draft | NoClaim
Shape = Callable[[Mapping[str, str]], Iterator[Made]]
"""From a row, its cells under the table's own headers, to what it holds. It yields something for every row."""


def without_labels(shape: Shape) -> Shape:
    """The same, but with the set's own number of an event as a column that groups nothing: ``event_label``."""

    def unlabelled(row: Mapping[str, str]) -> Iterator[Made]:
        for made in shape(row):
            if isinstance(made, Draft) and "event" in made.said:
                said = dict(made.said)
                said["event_label"] = said.pop("event")
                made = Draft(said, made.came)
            yield made

    return unlabelled
