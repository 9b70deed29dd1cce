"""A loss in a sentence: what happened, to whom, how many, and by which words."""

from __future__ import annotations

from dataclasses import dataclass, field

from claims.extract.persons import Persons
from claims.extract.quantities import Count


@dataclass(slots=True)
class Loss:
    """An outcome: its measure, the token range of the word for it, the people, and the rule that found them.

    `agent` is the token range of who is said to have done it. `low` and `high` are the bounds of the count.
    """

    measure: str
    first: int
    last: int
    persons: Persons | None
    rule: str
    low: int
    high: int | None
    agent: tuple[int, int] | None = None
    flags: list[str] = field(default_factory=list)
    count: Count | None = None

    @property
    def extent(self) -> tuple[int, int]:
        """The token range of the words that it rests on."""
        ranges = [(self.first, self.last)]
        if self.persons is not None:
            ranges.append((self.persons.first, self.persons.last))
        if self.count is not None:
            ranges.append((self.count.first, self.count.last))
        return min(a for a, _ in ranges), max(b for _, b in ranges)
