"""What was said about the number of some people, without the claims that said it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

from reconcile.estimate.constants import constants

HALF = 0.5
"""Added to a count before its logarithm is taken, so that a count of nobody has one."""


class Role(StrEnum):
    """Whose losses a voice speaks of, seen from its own camp."""

    OWN = "own-loss"
    """Its own side's losses."""
    OTHER_SIDE = "other-side-loss"
    """Another side's losses."""
    PERPETRATOR = "perpetrator"
    """Civilians killed by its own side, or said to be."""
    VICTIM_SIDE = "victim-side"
    """Civilians of its own side."""
    INDEPENDENT = "third-party"
    """A third party, which speaks for no side."""
    UNATTRIBUTED = "unattributed"
    """Nobody's known words, those of a voice of no known camp, or losses that are nobody's as far as is known."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of a number. ``voice`` is whose words they are once relays are undone; ``camp`` is None for none.

    ``low`` to ``high`` is what the words allow (``high`` None: open), ``core_low`` to ``core_high`` what a fair reader
    takes them to mean, ``point`` the one number that was said (None: words without one), ``form`` how it was worded (a
    form of ``claims.quantity``), ``said`` any number that grows with time (None: not known).
    """

    id: str
    voice: str
    camp: str | None
    role: Role
    low: int
    high: int | None
    core_low: int
    core_high: int | None
    point: int | None = None
    form: str = "exact"
    preliminary: bool = False
    said: float | None = None

    @property
    def denial(self) -> bool:
        """A flat nil about its own losses, or about civilians killed by its own side: a denial, not a count."""
        return self.high == 0 and self.role in (Role.OWN, Role.PERPETRATOR)

    @property
    def is_figure(self) -> bool:
        """Whether the words give a magnitude."""
        return not self.denial and self.form in constants().forms and (self.point or self.core_high) is not None

    @property
    def figure(self) -> float:
        """The number that stands for the words: the one said, else the geometric middle of the core."""
        if self.point is not None:
            return float(self.point)
        assert self.core_high is not None
        return sqrt((self.core_low + HALF) * (self.core_high + HALF)) - HALF


@dataclass(frozen=True, slots=True)
class Counted:
    """People whose number is in question, and every statement of it."""

    key: str
    statements: tuple[Statement, ...]
