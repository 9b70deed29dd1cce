"""Estimates that add up."""

from __future__ import annotations

from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.estimate.anchored import NOT_ENOUGH, Estimate
from reconcile.estimate.comparable import HALF
from reconcile.estimate.consistent import Within, consistent


def at(key: str, figure: float, sd: float = 0.3) -> Estimate:
    return Estimate(key, log(figure + HALF), sd, ())


def of(*estimates: Estimate) -> dict[str, Estimate]:
    return {e.key: e for e in estimates}


def best(found: dict[str, Estimate], key: str) -> int:
    value = found[key].best
    assert value is not None
    return value


def test_a_part_greater_than_its_whole_meets_it_between() -> None:
    found = consistent(of(at("civilians", 80), at("people", 50)), [Within("people", ("civilians",))])
    assert best(found, "civilians") == best(found, "people") == 63  # the geometric middle


def test_the_less_certain_moves_more() -> None:
    found = consistent(of(at("civilians", 80, 0.1), at("people", 50, 0.3)), [Within("people", ("civilians",))])
    assert best(found, "people") == 76


def test_parts_that_share_nobody_sum_to_no_more_than_the_whole() -> None:
    estimates = of(at("killed", 40), at("injured", 60), at("casualties", 70))
    found = consistent(estimates, [Within("casualties", ("injured", "killed"))])
    assert best(found, "killed") + best(found, "injured") <= best(found, "casualties")
    assert best(found, "killed") < 40 and best(found, "injured") < 60 and best(found, "casualties") > 70


def test_rounded_parts_sum_to_no_more_than_the_rounded_whole() -> None:
    """10.6 and 10.6 fit into 21.3; printed as 11 and 11 they need 22."""
    found = consistent(of(at("a", 10.6), at("b", 10.6), at("whole", 21.3)), [Within("whole", ("a", "b"))])
    assert (best(found, "a"), best(found, "b"), best(found, "whole")) == (11, 11, 22)


def test_a_refusal_takes_no_part() -> None:
    refused = Estimate("people", None, None, (), NOT_ENOUGH)
    estimates = of(at("civilians", 80), refused)
    assert consistent(estimates, [Within("people", ("civilians",))]) == estimates


KEYS = ("a", "b", "c", "d", "e")
RULES = [
    Within("e", ("c", "d")), Within("c", ("a",)), Within("d", ("b",)), Within("e", ("a", "b")), Within("d", ("a",))
]  # fmt: skip
worlds = st.lists(st.tuples(st.floats(0.5, 5000), st.floats(0.05, 1)), min_size=len(KEYS), max_size=len(KEYS)).map(
    lambda rows: {k: at(k, figure, sd) for k, (figure, sd) in zip(KEYS, rows, strict=True)}
)
rules = st.lists(st.sampled_from(RULES), max_size=5)


def met(found: dict[str, Estimate], rule: Within) -> bool:
    return sum(best(found, p) for p in rule.parts) <= best(found, rule.whole)


@given(worlds, rules)
def test_every_rule_is_met(world: dict[str, Estimate], chosen: list[Within]) -> None:
    found = consistent(world, chosen)
    assert all(met(found, rule) for rule in chosen)


@given(worlds, rules)
def test_estimates_that_meet_the_rules_stay(world: dict[str, Estimate], chosen: list[Within]) -> None:
    once = consistent(world, chosen)
    again = consistent(once, chosen)
    for key in KEYS:
        assert best(again, key) == best(once, key)
    assert consistent(world, []) == world


@given(worlds)
def test_order_of_the_rules_does_not_matter(world: dict[str, Estimate]) -> None:
    assert consistent(world, RULES) == consistent(world, reversed(RULES))


@given(worlds, rules)
def test_only_what_a_rule_names_moves(world: dict[str, Estimate], chosen: list[Within]) -> None:
    named = {k for rule in chosen for k in (rule.whole, *rule.parts)}
    found = consistent(world, chosen)
    assert all(found[k] == world[k] for k in KEYS if k not in named)
    assert all(found[k].sd == pytest.approx(world[k].sd) for k in KEYS)
