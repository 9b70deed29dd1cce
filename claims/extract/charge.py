"""A statement of responsibility in a sentence, as token ranges."""

from __future__ import annotations

from dataclasses import dataclass

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Charge:
    """A statement of responsibility in token ranges. `accused` is None where it must be found elsewhere."""

    stance: str
    claimant: Range | None
    accused: Range | None
    first: int
    last: int
    rule: str
    act: Range | None = None
    """What the accused is said to have done; None for the event itself."""
    answers: bool = False
    """Whether it answers what was said before, so that the accused is the one accused there."""
