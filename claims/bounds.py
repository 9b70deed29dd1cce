"""A reading under a policy: the outer interval, the core inside it, and on whose rule they rest."""

from __future__ import annotations

from typing import NamedTuple

from claims.interval import Interval
from claims.phrases.reading import Exact, Hedged, Joined, Product, Reading, Span, Term
from claims.policy import PLAIN, Policy, Rule


class Bounds(NamedTuple):
    """Outer and core interval; `counted` is False for words without a magnitude; `basis` names the policies used."""

    outer: Interval
    core: Interval
    counted: bool
    form: str | None
    basis: tuple[str, ...]
    sources: tuple[str, ...]


def bounds_of(reading: Reading, policy: Policy) -> Bounds:
    """The bounds of a reading; total: every reading has bounds under every policy."""
    match reading:
        case Exact(number=number):
            return _apply(policy.rule("exact"), Interval(number, number), Interval(number, number))
        case Span(low=low, high=high):
            return _apply(policy.rule("range"), Interval(low, high), Interval(low, high))
        case Term(name=name):
            rule = policy.term(name)
            return _apply(rule, Interval(0, None), Interval(0, None))._replace(counted=rule.counted)
        case Product(name=name, unit=unit):
            return _product(name, unit, policy)
        case Hedged(rule=rule_name, inner=inner):
            under = bounds_of(inner, policy)
            rule = policy.rule(rule_name)
            return _merge(_apply(rule, under.outer, under.core), under)._replace(counted=under.counted)
        case Joined():
            return _join(reading, policy)


def _apply(rule: Rule, outer: Interval, core: Interval) -> Bounds:
    low = rule.low.bound(outer.low, outer.low, outer.high) or 0
    high = rule.high.bound(outer.high, outer.low, outer.high)
    wide = _ordered(low, high)
    core_low = rule.core_low.bound(core.low, core.low, core.high) or 0
    core_high = rule.core_high.bound(core.high, core.low, core.high)
    return Bounds(wide, _inside(wide, core_low, core_high), True, rule.form, (rule.basis,), (rule.source,))


def _ordered(low: int, high: int | None) -> Interval:
    return Interval(low, high if high is None else max(low, high))


def _inside(outer: Interval, low: int, high: int | None) -> Interval:
    low = outer.clamp(low)
    if high is None:
        return Interval(low, outer.high)
    return Interval(low, max(low, outer.clamp(high)))


def _product(name: str, unit: int, policy: Policy) -> Bounds:
    """ "Several hundred": the vague word counts hundreds, and anything short of one more hundred fits."""
    if policy.products is not None:
        rule = policy.products
        return _apply(rule, Interval(0, None), Interval(0, None))._replace(counted=rule.counted)
    plain = policy if policy.fallback is None else policy.fallback
    word = bounds_of(Term(name), plain)
    outer, core = (Interval(part.low * unit, _last(part.high, unit)) for part in (word.outer, word.core))
    return word._replace(outer=outer, core=core, counted=True)


def _last(high: int | None, unit: int) -> int | None:
    return None if high is None else high * unit + unit - 1


def _join(reading: Joined, policy: Policy) -> Bounds:
    first, second = bounds_of(reading.first, policy), bounds_of(reading.second, policy)
    merged = _merge(first, second)._replace(counted=first.counted or second.counted)
    if reading.kind == "both":
        return _both(merged, first, second)
    outer = first.outer.hull(second.outer)
    if reading.kind == "either":
        return merged._replace(outer=outer, core=first.core.hull(second.core))
    high = second.core.high if second.core.high is not None else first.core.high
    return merged._replace(outer=outer, core=_inside(outer, min(first.core.low, second.core.low), high))


def _both(merged: Bounds, first: Bounds, second: Bounds) -> Bounds:
    outer = _ordered(max(first.outer.low, second.outer.low), _smaller(first.outer.high, second.outer.high))
    return merged._replace(outer=outer, core=_inside(outer, outer.low, outer.high))


def _smaller(one: int | None, other: int | None) -> int | None:
    return min((high for high in (one, other) if high is not None), default=None)


def _merge(over: Bounds, under: Bounds) -> Bounds:
    basis = tuple(dict.fromkeys(over.basis + under.basis))
    return over._replace(
        basis=basis, form=over.form or under.form, sources=tuple(dict.fromkeys(over.sources + under.sources))
    )


def basis_name(policy: Policy, basis: tuple[str, ...]) -> str:
    """The policy itself when any part rests on its own rule, else plain."""
    return policy.name if policy.name in basis else PLAIN
