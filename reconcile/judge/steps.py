"""How each statement of a voice about one population stands to what the voice said before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reconcile.judge.figures import later, moved, quantity_of
from reconcile.judge.relabelled import Relabelling
from reconcile.judge.standing import restates, taken_back_by
from reconcile.reading import Reading
from reconcile.remarks import Withdrawal, withdrawal
from reconcile.said import Move

_Anew = dict[tuple[str, int], Reading]
"""For each count that was said anew in a change of status: one that it changed."""


@dataclass(frozen=True, slots=True)
class Step:
    """A statement, how it moves, and the earlier one from which it does; ``move`` is None where nothing came before."""

    reading: Reading
    before: Reading | None
    move: Move | None


def steps(said: Sequence[Reading], changes: Sequence[Relabelling]) -> list[Step]:
    """The dated statements of one voice about one population as steps.

    ``changes`` are the event's changes of status: a figure that moved in one of them is re-categorised.
    """
    anew = {late.key: early for change in changes for late in change.late for early in change.early}
    return list(_steps([r for r in said if r.said is not None], said, anew))


def _steps(dated: Sequence[Reading], said: Sequence[Reading], anew: _Anew) -> Iterator[Step]:
    before: Reading | None = None
    for reading in dated:
        step = _step(before, reading, said, anew)
        yield step
        before = _before_the_next(before, step, said)


def _step(before: Reading | None, reading: Reading, said: Sequence[Reading], anew: _Anew) -> Step:
    if _taken_back(reading):
        taken = taken_back_by(reading, said)
        return Step(reading, before if before is not None and before in taken else None, Move.RETRACTED)
    if before is None:
        return Step(reading, anew.get(reading.key), Move.RECATEGORISED if reading.key in anew else None)
    if not moved(quantity_of(before), quantity_of(reading)):
        return Step(reading, before, Move.UNCHANGED)
    if not later(before, reading):
        return Step(reading, before, Move.AT_ONCE)
    if reading.key in anew:
        return Step(reading, before, Move.RECATEGORISED)
    return Step(reading, before, _direction(before, reading))


def _direction(before: Reading, reading: Reading) -> Move:
    if quantity_of(reading).outer.high == 0:
        return Move.RETRACTED
    return Move.UP if quantity_of(reading).core.low > quantity_of(before).core.low else Move.DOWN


def _taken_back(reading: Reading) -> bool:
    return withdrawal(reading.claim) is not None


def _before_the_next(before: Reading | None, step: Step, said: Sequence[Reading]) -> Reading | None:
    """What the next statement is measured against: the last figure that moved, nothing after one that is gone."""
    reading = step.reading
    if _taken_back(reading):
        taken = taken_back_by(reading, said)
        if withdrawal(reading.claim) is Withdrawal.ITSELF:
            return before if before is not None and before not in taken else None
        return reading if restates(reading, taken) else None
    return before if before is not None and step.move in (Move.UNCHANGED, Move.AT_ONCE) else reading
