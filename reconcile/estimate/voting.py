"""One voice, one vote: the figure by which each voice stands, on the log scale and with its wording undone.

Whoever repeats a voice shares its vote. An unattributed figure that some voice gave cannot be told from a copy, and has
no vote of its own: copying must not make agreement.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum, log, sqrt

from reconcile.estimate.comparable import HALF, Counted, Role, Statement
from reconcile.estimate.constants import constants


@dataclass(frozen=True, slots=True)
class Vote:
    """A voice's standing figure: ``log`` is what it holds to be so, ``spread`` the doubt that its words add.

    ``statements`` are the standing ones behind it, several where it gave several at once; ``copies`` the ids of
    unattributed statements that repeat this voice alone.
    """

    voice: str
    camp: str | None
    role: Role
    log: float
    spread: float
    statements: tuple[Statement, ...]
    copies: tuple[str, ...] = ()

    @property
    def said(self) -> int:
        """The figure as said: of several at one time the lowest, of words without a number the least they allow.

        "More than 200" excludes 200 itself: the figure is the nearest that the words allow.
        """
        return min(_said(s) for s in self.statements)

    @property
    def low(self) -> int:
        """The least that the words allow."""
        return min(s.low for s in self.statements)

    @property
    def high(self) -> int:
        """The most that the words allow; where that is open, the figure as said."""
        return max(_said(s) if s.high is None else s.high for s in self.statements)


def _said(statement: Statement) -> int:
    said = statement.low if statement.point is None else max(statement.point, statement.low)
    return said if statement.high is None else min(said, statement.high)


def votes(counted: Counted) -> list[Vote]:
    """A vote for each voice that stands by a figure, by voice."""
    own_words, copies = _undo_copies(counted.statements)
    found = (_vote(said, copies.get(voice, ())) for voice, said in sorted(by_voice(own_words).items()))
    return [vote for vote in found if vote is not None]


def by_voice(statements: Iterable[Statement]) -> dict[str, list[Statement]]:
    """The statements of each voice."""
    found: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        found[statement.voice].append(statement)
    return found


def standing(said: Iterable[Statement]) -> list[Statement]:
    """The latest statements of one voice, by id: several where they are of one time or of no known time."""
    ordered = sorted(said, key=lambda s: s.id)
    latest = max((s.said for s in ordered if s.said is not None), default=None)
    return [s for s in ordered if s.said == latest]


def _undo_copies(statements: Sequence[Statement]) -> tuple[list[Statement], Mapping[str, Sequence[str]]]:
    """Everybody's own words, and for each voice the ids of unattributed statements that only repeat it."""
    if not any(map(_of_nobody_known, statements)):
        return list(statements), {}
    tellers: dict[int | None, set[str]] = defaultdict(set)
    for s in statements:
        if not _of_nobody_known(s) and s.point is not None:
            tellers[s.point].add(s.voice)
    own, copies = [], defaultdict(list)
    for s in statements:
        tellers_of_it = tellers.get(s.point, set()) if _of_nobody_known(s) else set()
        if not tellers_of_it:
            own.append(s)
        elif len(tellers_of_it) == 1 and (s.point or 0) > constants().copy_above:
            copies[next(iter(tellers_of_it))].append(s.id)
    return own, copies


def _of_nobody_known(statement: Statement) -> bool:
    return statement.role is Role.UNATTRIBUTED and statement.camp is None


def _vote(said: Iterable[Statement], copies: Iterable[str]) -> Vote | None:
    figures = [s for s in standing(said) if s.is_figure]
    if not figures:
        return None
    read = [_read(s) for s in figures]
    return Vote(
        voice=figures[0].voice,
        camp=figures[0].camp,
        role=figures[0].role,
        log=fsum(value for value, _ in read) / len(read),
        spread=max(spread for _, spread in read),
        statements=tuple(figures),
        copies=tuple(sorted(copies)),
    )


def _read(statement: Statement) -> tuple[float, float]:
    """What the words say is held to be so, on the log scale, and the doubt in them.

    The truth behind a range is as likely anywhere in it: a uniform distribution of that width.
    """
    table = constants()
    wording = table.forms[statement.form]
    value = log(statement.figure + HALF) - wording.offset
    variance = wording.spread**2
    if statement.form == "range" and statement.high is not None:
        variance += log((statement.high + HALF) / (statement.low + HALF)) ** 2 / 12
    if statement.preliminary:
        value -= table.preliminary.offset
        variance += table.preliminary.spread**2
    return value, sqrt(variance)
