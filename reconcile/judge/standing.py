"""Which figures their voices still stand by. What a voice replaced, withdrew or called otherwise accuses nobody.

Consecutive identical statements of a voice form a run, dated from its first utterance; of the runs about one
population only the last one stands, so a voice that says 58, then 23, then 58 again stands by 58 since the third time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import replace

from claims.interval import Interval
from claims.quantity import Quantity
from reconcile.extent import of_other_extents
from reconcile.judge.case import Case
from reconcile.judge.figures import HALF_A_DAY, later, moved, population_key, population_of, quantity_of
from reconcile.judge.relabelled import Relabelling, relabellings
from reconcile.reading import Reading
from reconcile.remarks import Withdrawal, withdrawal

_Said = tuple[Interval, Interval]
_Key = tuple[str, int]
"""What tells apart the counts that one claim gives."""


def by_voice_and_people(readings: Iterable[Reading]) -> list[list[Reading]]:
    """For each voice and population, its statements in the order in which they were made; undated ones come last."""
    found: dict[Hashable, list[Reading]] = defaultdict(list)
    for reading in readings:
        found[reading.voice, population_key(population_of(reading))].append(reading)
    chains = (sorted(said, key=lambda r: (r.said is None, r.said or (0, 0), r.key)) for said in found.values())
    return [chain for said in chains for chain in _of_one_extent(said)]


def _of_one_extent(said: list[Reading]) -> list[list[Reading]]:
    """A voice that gives figures for several days or places revises none of them by the next."""
    chains: list[list[Reading]] = []
    for reading in said:
        fitting = (chain for chain in chains if not any(of_other_extents(reading, other) for other in chain))
        chain = next(fitting, None)
        if chain is None:
            chains.append([reading])
        else:
            chain.append(reading)
    return chains


def changes_of_status(case: Case) -> list[Relabelling]:
    """Where a voice of the event later said otherwise who the same victims were."""
    return relabellings(case.figures)


def superseded(case: Case) -> set[_Key]:
    """Keys of figures that their own voice later replaced, withdrew or re-categorised: history."""
    otherwise = {early.key for change in case.once(changes_of_status) for early in change.early}
    gone: set[_Key] = set()
    for said in by_voice_and_people(case.figures):
        mine = {*_replaced(said), *_withdrawn(said), *_as_old_as([r for r in said if r.key in otherwise], said)}
        gone |= mine | set(_undated_copies(said, mine))
    return gone


def standing(case: Case) -> list[Reading]:
    """The figures that stand, each dated from the first utterance of its run."""
    gone = case.once(superseded)
    first = {r.key: r for said in by_voice_and_people(case.figures) for r in _dated_from_their_runs(said, gone)}
    return [first.get(r.key, r) for r in case.figures if r.key not in gone]


def restates(withdrawing: Reading, before: Sequence[Reading]) -> bool:
    """Whether a statement that takes back earlier ones puts another figure in their place."""
    quantity = quantity_of(withdrawing)
    return quantity.form != "uncounted" and any(moved(quantity_of(r), quantity) for r in before)


def taken_back_by(withdrawing: Reading, said: Iterable[Reading]) -> list[Reading]:
    """The statements of a voice about the same people that a remark of withdrawal takes back, itself left out."""
    others = [r for r in said if r is not withdrawing and not later(withdrawing, r)]
    if withdrawal(withdrawing.claim) is Withdrawal.ITSELF or withdrawing.said is None:
        return [r for r in others if _words(r) == _words(withdrawing)]
    return [r for r in others if r.said is not None or _words(r) == _words(withdrawing)]


def _words(reading: Reading) -> _Said:
    quantity = quantity_of(reading)
    return quantity.outer, quantity.core


def _replaced(said: Sequence[Reading]) -> Iterator[_Key]:
    """Statements that a later one of the same voice moved away from."""
    latest: dict[_Said, tuple[Quantity, int]] = {}
    for reading in said:
        if reading.said is not None:
            at = latest.get(_words(reading), (None, 0))[1]
            latest[_words(reading)] = quantity_of(reading), max(at, reading.said[0])
    for reading in said:
        if any(_before(reading, at) and moved(quantity_of(reading), quantity) for quantity, at in latest.values()):
            yield reading.key


def _before(reading: Reading, minute: int) -> bool:
    """Whether a statement was made at least half a day before a minute, on any reading of its date."""
    return reading.said is not None and minute - reading.said[0] >= HALF_A_DAY and minute > reading.said[1]


def _as_old_as(called_otherwise: Sequence[Reading], said: Sequence[Reading]) -> Iterator[_Key]:
    """Statements that were made when the voice said what it now puts otherwise, or before."""
    for early in called_otherwise:
        yield from (r.key for r in said if r.said is not None and not later(early, r))


def _withdrawn(said: Sequence[Reading]) -> Iterator[_Key]:
    for reading in said:
        if withdrawal(reading.claim) is not None:
            taken = taken_back_by(reading, said)
            yield from (r.key for r in taken)
            if withdrawal(reading.claim) is Withdrawal.ITSELF or not restates(reading, taken):
                yield reading.key


def _undated_copies(said: Sequence[Reading], gone: set[_Key]) -> Iterator[_Key]:
    """Undated repetitions of what was replaced, where no dated statement still says the same."""
    dated = [r for r in said if r.said is not None]
    history = {_words(r) for r in dated if r.key in gone} - {_words(r) for r in dated if r.key not in gone}
    return (r.key for r in said if r.said is None and _words(r) in history)


def _dated_from_their_runs(said: Sequence[Reading], gone: set[_Key]) -> Iterator[Reading]:
    dated = [r for r in said if r.said is not None]
    if len(dated) < 2:
        return
    starts: dict[tuple[_Said, tuple[int, int] | None], tuple[int, int] | None] = {}
    for reading in dated:
        key = _words(reading), reading.said
        if reading.key not in gone:
            if key not in starts:
                starts[key] = _start_of_run(reading, dated)
            if starts[key] != reading.said:
                yield replace(reading, said=starts[key])


def _start_of_run(reading: Reading, dated: Sequence[Reading]) -> tuple[int, int] | None:
    """When the run of a statement began: its first identical one with no other figure said in between."""
    quantity = quantity_of(reading)
    others = [r.said[0] for r in dated if r.said and later(r, reading) and moved(quantity_of(r), quantity)]
    barrier = max(others, default=None)
    run = (r for r in dated if _words(r) == _words(reading) and (barrier is None or not _before(r, barrier)))
    return min((r.said for r in run if r.said is not None), default=reading.said)
