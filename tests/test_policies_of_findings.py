"""The policies that a finding lists are those under which a whole run finds it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model import Claim
from claims.policy import policy_names
from reconcile.engine import reconcile
from reconcile.result import Finding, Verdict

WORDS = ("12", "40", "50", "at least 30", "at least 8", "more than 200", "dozens", "several", "up to 15", "about 40",
         "none", "none reported", "hundreds", "nearly 60", "some", "scores", "a few")  # fmt: skip
CONTESTED = (Verdict.CONTRADICTION, Verdict.TENSION, Verdict.PROGRESSION)


TWO_SIDES = ("Northland army", "Southland army")


def pair(first: str, second: str, notes: str = "", claimants: tuple[str, str] = TWO_SIDES) -> list[Claim]:
    """Two figures for the same people, the first a day before the second."""
    return [
        Claim(id=name, kind="casualty", event="one", measure="killed", quantity=words, victims="soldiers",
              claimant=who, source="Wire", published=f"2021-05-0{day}", notes=notes if day == 4 else "")
        for name, words, day, who in (("a", first, 4, claimants[0]), ("b", second, 5, claimants[1]))
    ]  # fmt: skip


def the_one(claims: list[Claim], policy: str, verdicts: tuple[Verdict, ...]) -> Finding | None:
    found = [f for f in reconcile(claims, policy=policy).findings if f.verdict in verdicts]
    assert len(found) <= 1
    return found[0] if found else None


@given(st.sampled_from(WORDS), st.sampled_from(WORDS), st.sampled_from(["", "so far"]))
def test_a_contradiction_a_tension_and_a_progression_list_their_policies(first: str, second: str, notes: str) -> None:
    """A contradiction stands where it is one; a tension or progression where the two disagree at all."""
    claims = pair(first, second, notes)
    by_policy = {name: the_one(claims, name, CONTESTED) for name in policy_names()}
    for found in by_policy.values():
        if found is not None:
            hard = found.rule == "count-disjoint"
            stands = [n for n, f in by_policy.items() if f is not None and (f.rule == "count-disjoint" or not hard)]
            assert found.policies == stands


@given(st.sampled_from(WORDS), st.sampled_from(WORDS))
def test_a_revision_lists_its_policies(first: str, second: str) -> None:
    claims = pair(first, second, claimants=("Northland army", "Northland army"))
    by_policy = {name: the_one(claims, name, (Verdict.REVISION,)) for name in policy_names()}
    for found in by_policy.values():
        if found is not None and found.rule != "count-retracted":
            assert found.policies == [n for n, f in by_policy.items() if f is not None]


@pytest.mark.parametrize("policy", policy_names())
def test_a_preliminary_figure_that_is_overtaken_lists_the_policy_of_the_run(policy: str) -> None:
    found = the_one(pair("about 40", "more than 200", "so far"), policy, CONTESTED)
    assert found is not None and policy in found.policies
