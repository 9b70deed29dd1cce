"""What was said about the number of some people, without the claims: statements, and the one vote of each voice.

A voice votes once on a population, with its standing statement. A copy is no vote of its own: whoever repeats a voice
shares its vote, and so does an unattributed figure that exactly one voice gave.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import fsum, log, sqrt

from reconcile.estimate.constants import constants

HALF = 0.5
"""Added to a count before its logarithm is taken, so that a count of nobody has one."""


class Role(StrEnum):
    """Whose losses a voice speaks of, seen from its own camp."""

    OWN = "own"
    """Its own side's armed losses."""
    OTHER_SIDE = "other_side"
    """The other side's armed losses."""
    PERPETRATOR = "perpetrator"
    """Civilians that its own side is said to have killed."""
    VICTIM_SIDE = "victim_side"
    """Civilians of its own side."""
    INDEPENDENT = "independent"
    """A third party that speaks for no side."""
    UNATTRIBUTED = "unattributed"
    """Nobody's known words, or a voice of no known camp."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of a number. ``voice`` is whose words they are once relays are undone; ``camp`` is None for none.

    ``low`` to ``high`` is what the words allow (``high`` None: open), ``core_low`` to ``core_high`` what a fair reader
    takes them to mean, ``point`` the one number that was said, ``form`` how it was worded (a name that
    ``claims.quantity`` gives), ``said`` any number that grows with time (None: not known).
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
        """A flat nil about its own losses, or about civilians its side is said to have killed: no count."""
        return self.high == 0 and self.role in (Role.OWN, Role.PERPETRATOR)

    @property
    def is_figure(self) -> bool:
        """Whether the words give a magnitude."""
        return not self.denial and self.form in constants().forms and (self.point is not None or self._bounded)

    @property
    def _bounded(self) -> bool:
        return self.core_high is not None

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


@dataclass(frozen=True, slots=True)
class Vote:
    """A voice's standing figure on the log scale, its wording undone; ``spread`` is the doubt that the words add."""

    voice: str
    camp: str | None
    role: Role
    log: float
    spread: float
    statements: tuple[Statement, ...]
    copies: tuple[str, ...]
    """Ids of statements by others that repeat the voice."""


def votes(counted: Counted) -> list[Vote]:
    """One vote for each voice that stands by a figure, by voice."""
    own_words, copies = _undo_copies(counted.statements)
    by_voice: dict[str, list[Statement]] = defaultdict(list)
    for statement in own_words:
        by_voice[statement.voice].append(statement)
    found = (_vote(voice, standing(said), copies[voice]) for voice, said in sorted(by_voice.items()))
    return [vote for vote in found if vote is not None]


def standing(said: Iterable[Statement]) -> list[Statement]:
    """The latest statements of one voice, by id: several where they are of one time or of no known time."""
    ordered = sorted(said, key=lambda s: s.id)
    latest = max((s.said for s in ordered if s.said is not None), default=None)
    return [s for s in ordered if s.said == latest]


def _undo_copies(statements: Sequence[Statement]) -> tuple[list[Statement], dict[str, list[str]]]:
    """Everybody's own words, and for each voice the unattributed statements that only repeat it.

    An unattributed figure that several voices gave is a copy of one of them, nobody knows which: no vote either way.
    """
    copies: dict[str, list[str]] = defaultdict(list)
    tellers: dict[int | None, set[str]] = defaultdict(set)
    for s in statements:
        if s.role is not Role.UNATTRIBUTED:
            tellers[s.point].add(s.voice)
    own = []
    for s in statements:
        known = tellers.get(s.point, set()) if s.role is Role.UNATTRIBUTED and _telling(s) else set()
        if not known:
            own.append(s)
        elif len(known) == 1:
            copies[next(iter(known))].append(s.id)
    return own, copies


def _telling(statement: Statement) -> bool:
    """Whether a number is large enough that two people do not give it by chance."""
    return statement.point is not None and statement.point > constants().copy_above


def _vote(voice: str, said: Sequence[Statement], copies: Iterable[str]) -> Vote | None:
    figures = [s for s in said if s.is_figure]
    if not figures:
        return None
    read = [_read(s) for s in figures]
    return Vote(
        voice=voice,
        camp=figures[0].camp,
        role=figures[0].role,
        log=fsum(value for value, _ in read) / len(read),
        spread=max(spread for _, spread in read),
        statements=tuple(figures),
        copies=tuple(sorted(copies)),
    )


def _read(statement: Statement) -> tuple[float, float]:
    """What the words say is held to be so, on the log scale, and the doubt in them."""
    form, table = statement.form, constants()
    wording = table.forms[form]
    value = log(statement.figure + HALF) - wording.offset
    variance = wording.spread**2
    if form == "range" and statement.high is not None:
        variance += log((statement.high + HALF) / (statement.low + HALF)) ** 2 / 12
    if statement.preliminary:
        value -= table.preliminary.offset
        variance += table.preliminary.spread**2
    return value, sqrt(variance)
