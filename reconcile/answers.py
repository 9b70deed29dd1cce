"""One number for each population of an event under each rule, a model's among them, with its working."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from math import exp

from reconcile.counted import CountedReadings, is_loss_of_people
from reconcile.estimate.anchored import Estimate, Line, estimate_from
from reconcile.estimate.consistent import Within, consistent
from reconcile.estimate.constants import constants
from reconcile.estimate.ledger import Ledger, nothing_learnt
from reconcile.estimate.rules import Answer, conservative, representative, ucdp
from reconcile.estimate.voting import Vote
from reconcile.estimated import RuleAnswer, Working
from reconcile.judge.case import Case
from reconcile.judge.figures import quantity_of, worded
from reconcile.population import Relation
from reconcile.reading import called

_SIMPLE: Mapping[str, Callable[[Sequence[Vote]], Answer]] = {
    "ucdp": ucdp,
    "conservative": conservative,
    "representative": representative,
}
_MODEL = "each figure divided by how its side's figures ran against independent counts, then weighed"
_MOVED = "; moved so that no part exceeds its whole"
_MOST_RELATED = 40
"""Populations of one event that are held against each other; an event with more is crowded beyond adding up."""


def answers(case: Case, people: Sequence[CountedReadings], ledger: Ledger) -> list[list[RuleAnswer]]:
    """The answers for each of the populations, in their order; the simple rules first, the model last."""
    unread = nothing_learnt()
    alone = {p.key: estimate_from(p.key, p.votes, ledger if is_loss_of_people(p.measure) else unread) for p in people}
    together = consistent(alone, within(case, people))
    return [[*_simple(p.votes), _model(p, alone[p.key], together[p.key])] for p in people]


def within(case: Case, people: Sequence[CountedReadings]) -> Iterator[Within]:
    """Which populations lie within which: each part by itself, and parts that share nobody together."""
    if len(people) > _MOST_RELATED:
        return
    for whole in people:
        parts = [p for p in people if p is not whole and _relation(case, p, whole) is Relation.PART]
        yield from (Within(whole.key, (p.key,)) for p in parts)
        apart = [p for p in parts if all(_relation(case, p, q) is Relation.DISJOINT for q in parts if q is not p)]
        if len(apart) > 1:
            yield Within(whole.key, tuple(p.key for p in apart))
        yield from (
            Within(whole.key, (p.key, q.key))
            for p, q in combinations(parts, 2)
            if _relation(case, p, q) is Relation.DISJOINT
        )


def _relation(case: Case, one: CountedReadings, two: CountedReadings) -> Relation:
    return case.relation(one.readings[0], two.readings[0])


def _simple(found: Sequence[Vote]) -> Iterable[RuleAnswer]:
    for name, rule in _SIMPLE.items():
        answer = rule(found)
        yield RuleAnswer(rule=name, low=answer.low, best=answer.best, high=answer.high, why=answer.why)


def _model(people: CountedReadings, alone: Estimate, together: Estimate) -> RuleAnswer:
    why = together.refused or _MODEL + (_MOVED if together.best != alone.best else "")
    lines = sorted(together.lines, key=lambda line: _by_side(people.case.camp_name(line.camp), line))
    working = [_working(people, line) for line in lines]
    return RuleAnswer(rule="model", low=together.low, best=together.best, high=together.high, why=why, working=working)


def _by_side(side: str, line: Line) -> tuple[str, str]:
    return side.casefold(), line.voice


def _working(people: CountedReadings, line: Line) -> Working:
    said = [r for r in people.readings if r.id in line.statements]
    factors: list[float | None] = [None, None, None]
    if line.tendency is not None:
        reach = constants().band * line.tendency.doubt
        factors = [round(exp(line.tendency.bias + side * reach), 3) for side in (0, -1, 1)]
    return Working(
        voice=called(said),
        side=people.case.reader.side_name(line.camp),
        role=line.role.value,
        said=" / ".join(dict.fromkeys(worded(quantity_of(r)) for r in said)),
        claims=[r.id for r in said],
        factor=factors[0],
        factor_low=factors[1],
        factor_high=factors[2],
        events=line.tendency.events if line.tendency else 0,
        reads_as=max(0, round(line.reads_as)),
        weight=round(line.weight, 3),
    )
