"""Estimates that add up: no part greater than its whole, nor the sum of parts that share nobody.

Where a rule is broken, parts move down and the whole up on the log scale until they meet, the less certain the further:
the projection on the rule under the estimates' own variances, with the parts' shares held. Rules are met in turn until
all are. Estimates that meet every rule stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import fsum, log

from reconcile.estimate.anchored import Estimate, people
from reconcile.estimate.comparable import HALF

_TURNS = 200
_NEAR = 1e-9


@dataclass(frozen=True, slots=True, order=True)
class Within:
    """Parts that share nobody lie within a whole; all by the key of their population."""

    whole: str
    parts: tuple[str, ...]


@dataclass(slots=True)
class _Moving:
    middle: float
    variance: float


def consistent(estimates: Mapping[str, Estimate], rules: Iterable[Within]) -> dict[str, Estimate]:
    """The estimates, moved as little as the rules ask; refusals take no part. Rules must not go in a circle."""
    moving = {k: _Moving(e.middle, e.sd**2) for k, e in estimates.items() if e.middle is not None and e.sd is not None}
    applicable = [r for r in (_known(rule, moving) for rule in sorted(set(rules))) if r is not None]
    for _ in range(_TURNS):
        broken = [r for r in applicable if _excess(r, moving, 0.0) > _NEAR]
        if not broken:
            break
        for rule in broken:
            _meet(rule, moving)
    _in_whole_numbers(applicable, moving)
    return {k: replace(e, middle=moving[k].middle) if k in moving else e for k, e in estimates.items()}


def _known(rule: Within, moving: Mapping[str, _Moving]) -> Within | None:
    parts = tuple(p for p in sorted(rule.parts) if p in moving)
    return Within(rule.whole, parts) if parts and rule.whole in moving else None


def _excess(rule: Within, moving: Mapping[str, _Moving], step: float, shares: Sequence[float] = ()) -> float:
    """How many more the parts hold than the whole, after a step of that size."""
    parts = [moving[p] for p in rule.parts]
    held = shares or [0.0] * len(parts)
    moved = (people(m.middle - step * m.variance * share) for m, share in zip(parts, held, strict=True))
    whole = moving[rule.whole]
    return fsum([*(max(0.0, p) for p in moved), -max(0.0, people(whole.middle + step * whole.variance))])


def _meet(rule: Within, moving: Mapping[str, _Moving]) -> None:
    if _excess(rule, moving, 0.0) <= 0:
        return
    amounts = [max(0.0, people(moving[p].middle)) for p in rule.parts]
    shares = [a / fsum(amounts) for a in amounts]
    step = _root(rule, moving, shares)
    for name, share in zip(rule.parts, shares, strict=True):
        moving[name].middle -= step * moving[name].variance * share
    moving[rule.whole].middle += step * moving[rule.whole].variance


def _root(rule: Within, moving: Mapping[str, _Moving], shares: Sequence[float]) -> float:
    """The least step, to double precision, after which the rule holds."""
    low, high = 0.0, 1.0
    while _excess(rule, moving, high, shares) > 0:
        low, high = high, 2 * high
    while (middle := (low + high) / 2) not in (low, high):
        if _excess(rule, moving, middle, shares) > 0:
            low = middle
        else:
            high = middle
    return high


def _in_whole_numbers(rules: Sequence[Within], moving: Mapping[str, _Moving]) -> None:
    """Rounding may break a rule by a few people; the whole then takes them in, and what holds that whole too."""
    for _ in rules:
        broken = [r for r in rules if _count(moving[r.whole]) < sum(_count(moving[p]) for p in r.parts)]
        for rule in broken:
            moving[rule.whole].middle = log(sum(_count(moving[p]) for p in rule.parts) + HALF)


def _count(moving: _Moving) -> int:
    return max(0, round(people(moving.middle)))
