"""Assertions about a result, and what they tell when they fail."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hostile import hostile_claims
from hypothesis import given
from northland import TABLE, night

from counterclaim import Result, reconcile
from counterclaim.reconciled import Reconciled
from counterclaim.testing import (
    NameProblem,
    assert_conflict,
    assert_distinct_events,
    assert_no_conflict,
    assert_same_event,
    claims_from,
)
from counterclaim.testing.strategies import claim_sets
from counterclaim.testing.telling import cut


def failure(check: Callable[..., None], *words: Any, **options: Any) -> str:
    """What an assertion that does not hold tells, without what pytest adds: a last line, and the lines set in."""
    with pytest.raises(AssertionError) as error:
        check(*words, **options)
    return str(error.value).removesuffix("\nassert False").replace("\n  ", "\n")


@pytest.mark.parametrize(
    ("between", "options"),
    [
        pytest.param(("N1", "S2"), {}, id="two claims"),
        pytest.param(("S2", "N1"), {"about": "count"}, id="in the other order"),
        pytest.param(("Northland", "Southland"), {"verdict": "contradiction"}, id="two sides"),
        pytest.param(("Northland army", "Monitor"), {"event": "Velmar"}, id="claimants in an event"),
        pytest.param(["N1", "S1"], {"about": ["status", "count"]}, id="about either"),
        pytest.param(("N1", "S2"), {"at_least": "serious", "at_most": 70}, id="severity"),
        pytest.param(("S2", "M1"), {"at_most": "moderate"}, id="a small one"),
    ],
)
def test_a_conflict_that_is_there(between: Any, options: dict[str, Any]) -> None:
    assert_conflict(night(), between, **options)
    failure(assert_no_conflict, night(), between, **{k: v for k, v in options.items() if k != "at_most"})


@pytest.mark.parametrize(
    ("between", "options", "why"),
    [
        pytest.param(("N1", "S2"), {"about": "status"}, "but it is about count", id="about"),
        pytest.param(("N1", "S2"), {"verdict": "tension"}, "but it is a contradiction", id="verdict"),
        pytest.param(("N1", "S2"), {"at_least": "head-on"}, "but its severity is 68", id="least"),
        pytest.param(("N1", "S2"), {"at_most": 67}, "but its severity is 68", id="most"),
        pytest.param(("N1", "S2"), {"event": "Okhtun"}, "but it is about another event", id="event"),
        pytest.param(("S1", "S2"), {}, "no finding names them both", id="none"),
        pytest.param(("N1", "S1", "S2"), {}, "no finding names them all", id="three"),
        pytest.param(
            ("N1", "S2"), {"about": "status", "at_least": 90}, "it is about count and its severity is 68", id="both"
        ),
    ],
)
def test_a_conflict_that_is_missing_tells_the_nearest_finding(between: Any, options: dict[str, Any], why: str) -> None:
    told = failure(assert_conflict, night(), between, **options)
    assert why in told
    assert told.startswith("no ") and f"“{between[0]}”" in told.splitlines()[0]


def test_a_failure_tells_the_evidence_that_was_missing() -> None:
    told = failure(assert_conflict, night(), ("N1", "F1"))
    why = night().explain("F1", "N1")
    assert "N1 and F1 are different events" in told
    assert "They are kept apart: their dates are 140 days apart." in told
    assert f"{why.link.bits:+.1f} bits in all" in told
    assert "-9.0 date: further apart" in told and "-3.2 place: Okhtun / Velmar: different towns" in told
    assert "The two count different people: no comparison." in told


def test_the_closest_pair_of_two_parties_is_explained() -> None:
    told = failure(assert_conflict, night(), ("Northland", "Southland"), about="date")
    assert "N1 and S1 are one event" in told and "F1" not in told


def test_bits_that_are_shown_add_up() -> None:
    told = failure(assert_conflict, night(), ("N1", "F1"))
    head, *clues = [line for line in told.splitlines() if " bits in all" in line or line.startswith("    ")]
    assert clues
    shown = [float(line.split()[0]) for line in clues]
    assert sum(shown) == pytest.approx(float(head.split(": ")[1].split()[0]))


@pytest.mark.parametrize("kind", [Result, Reconciled])
def test_without_the_evidence_a_failure_says_so(kind: type[Result]) -> None:
    plain = kind.model_validate_json(night().model_dump_json())
    assert_conflict(plain, ("N1", "S2"))
    assert "not made by counterclaim.reconcile" in failure(assert_conflict, plain, ("N1", "F1"))


def test_no_conflict_anywhere() -> None:
    told = failure(assert_no_conflict, night())
    assert told.startswith("4 findings where none was expected:\n") and len(told.splitlines()) == 5
    assert_no_conflict(night(), event="Okhtun")
    assert_no_conflict(reconcile([]))
    assert_no_conflict(night(), verdict="tension")


def test_conflicts_that_are_left_are_told() -> None:
    told = failure(assert_no_conflict, night(), ("Northland", "Monitor"))
    assert told.startswith("1 finding between “Northland” and “Monitor” where none was expected:\n")
    assert "[M1, N1]" in told


def test_a_claim_that_repeats_another_is_in_conflict_too() -> None:
    extra = "\nS3 | Southland army | Southland | 2021-05-03 | Velmar | 40 | soldiers | Northland"
    result = reconcile(claims_from(TABLE.rstrip() + extra))
    assert any(f.echoes for f in result.findings)
    assert_conflict(result, ("N1", "S2"))
    assert_conflict(result, ("N1", "S3"))
    assert_no_conflict(result, ("S2", "S3"))


def test_one_event_and_several() -> None:
    assert_same_event(night(), "N1", "S1", "S2", "M1")
    assert_same_event(night(), "Northland", "Monitor")
    assert_distinct_events(night(), "N1", "F1")
    told = failure(assert_same_event, night(), "N1", "F1")
    assert told.startswith("no event holds claims of “N1” and “F1”\n") and "dates are 140 days apart" in told
    told = failure(assert_distinct_events, night(), "N1", "Southland")
    assert told.startswith("“N1” and “Southland” are in one event: Velmar, 2021-05-03 (e-")
    assert "+3.5 place: " in told


def test_the_pair_that_parts_several_claims_is_told() -> None:
    assert "M1 and F1 are different events" in failure(assert_same_event, night(), "M1", "N1", "F1")


def test_parties_that_meet_two_by_two_but_nowhere_all_together() -> None:
    table = "id | claimant | claimant_side | date | place | quantity | event\n" + "\n".join(
        f"{n} | {who} | {who} | 2021-05-03 | Velmar | 3 | {event}"
        for n, (who, event) in enumerate([("A", "x"), ("B", "x"), ("B", "y"), ("C", "y"), ("A", "z"), ("C", "z")])
    )
    result = reconcile(claims_from(table))
    assert_same_event(result, "side: A", "side: C")
    assert failure(assert_same_event, result, "side: A", "side: B", "side: C").startswith("no event holds claims of")


@pytest.mark.parametrize(
    ("check", "words", "reason"),
    [
        (assert_conflict, ("N1",), "at least 2"),
        (assert_conflict, (("N1",),), "1 different names are too few"),
        (assert_conflict, (("N1", "N1"),), "1 different names are too few"),
        (assert_no_conflict, (("N1",),), "too few"),
        (assert_same_event, ("N1",), "too few"),
        (assert_distinct_events, (), "too few"),
        (assert_conflict, (("N1", "S1"), "cuont"), "'cuont' is none of count, accounting"),
    ],
)
def test_a_call_that_cannot_fail_is_an_error(check: Callable[..., None], words: Any, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        check(night(), *words)


def test_an_unknown_name_is_an_error_and_no_pass() -> None:
    for check in (assert_conflict, assert_no_conflict):
        with pytest.raises(NameProblem, match="Northland"):
            check(night(), ("Nordland", "S1"))
    with pytest.raises(NameProblem, match="Velmar"):
        assert_no_conflict(night(), event="Velmor")


def test_a_failure_has_an_end() -> None:
    rows = "\n".join(
        f"{n} | Speaker {n} {'x' * 400} | | 2021-05-03 | Velmar | {n}00 | soldiers | Northland" for n in range(1, 20)
    )
    result = reconcile(claims_from(TABLE.strip().splitlines()[0] + "\n" + rows))
    told = failure(assert_no_conflict, result)
    assert "more findings" in told.splitlines()[-1]
    assert len(told.splitlines()) == 7 and all(len(line) <= 300 for line in told.splitlines())
    told = failure(assert_conflict, result, ("claim: 1", "claim: 2"), about="place")
    assert len(told.splitlines()) <= 25 and all(len(line) <= 310 for line in told.splitlines())


def test_hostile_claims_are_told_inert() -> None:
    result = reconcile(hostile_claims())
    tells = [failure(assert_no_conflict, result)]
    for finding in result.findings[:20]:
        if len(finding.claims) > 1:
            one, two = (f"claim: {name}" for name in finding.claims[:2])
            tells.append(failure(assert_conflict, result, (one, two), "date"))
    assert len(tells) > 5
    for told in tells:
        assert not [c for c in told if (c < " " and c != "\n") or c in "\x7f\x9b\u202e\u2066\u200b\ufeff"]
        assert all(line.strip() and not line.startswith("::") for line in told.splitlines())


def test_a_long_text_is_cut_in_its_middle() -> None:
    assert cut("a" * 300) == "a" * 300
    assert len(cut("a" * 200 + "b" * 200)) < 300 and cut("a" * 200 + "b" * 200).endswith("b" * 50)


@given(claim_sets(min_size=2, max_size=6))
def test_of_two_opposite_assertions_exactly_one_holds(claims: Any) -> None:
    result = reconcile(claims)
    one, two = claims[0].id, claims[1].id
    for check, other in (
        (lambda: assert_conflict(result, (one, two)), lambda: assert_no_conflict(result, (one, two))),
        (lambda: assert_same_event(result, one, two), lambda: assert_distinct_events(result, one, two)),
    ):
        assert held(check) is not held(other)


@given(claim_sets(min_size=2, max_size=6))
def test_the_order_of_the_parties_makes_no_difference(claims: Any) -> None:
    result = reconcile(claims)
    one, two = claims[0].id, claims[1].id
    assert held(lambda: assert_conflict(result, (one, two))) is held(lambda: assert_conflict(result, (two, one)))


def held(check: Callable[[], None]) -> bool:
    try:
        check()
    except AssertionError:
        return False
    return True
