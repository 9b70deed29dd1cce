"""From claims to the ledger and to single numbers, through the whole engine."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import claims
from tables import claims_of
from test_properties import swapped

from claims.model import Claim, Measure
from reconcile.engine import reconcile
from reconcile.estimated import LedgerEntry, RuleAnswer
from reconcile.result import Result

COUNTS = (20, 30, 40, 50, 60, 70)


def war(own: float = 0.8, other: float = 2.0) -> list[Claim]:
    """Six events in which a monitor, the losing side and its opponent count soldiers; a seventh without a monitor."""
    head = "id | event | claimant | quantity"
    rows = [
        f"{n}{letter} | ev{n} | {who} | {round(share * count)}"
        for n, count in enumerate(COUNTS)
        for letter, who, share in (
            ("m", "OHCHR", 1.0),
            ("u", "Ukrainian defence ministry", own),
            ("r", "Russian defence ministry", other),
        )
    ]
    rows += ["last-u | last | Ukrainian defence ministry | 40", "last-r | last | Russian defence ministry | 100"]
    return claims_of("\n".join([head, *rows]), victims="soldiers", victim_side="Ukraine")


def entries(result: Result) -> dict[tuple[str | None, str | None, str, str], LedgerEntry]:
    return {(e.side, e.voice, e.role, e.against): e for e in result.ledger}


def test_the_ledger_says_how_figures_run() -> None:
    found = entries(reconcile(war()))
    russia = found["Russia", None, "other-side-loss", "independent counts"]
    assert russia.events == 6
    assert russia.factor == pytest.approx(2, rel=0.15) and russia.low < russia.factor < russia.high
    ministry = found["Ukraine", "Ukrainian defence ministry", "own-loss", "independent counts"]
    assert ministry.factor == pytest.approx(0.8, rel=0.1)
    assert found["Russia", None, "other-side-loss", "own-loss admissions"].events == 7


def test_the_ledger_is_there_without_estimates_and_changes_no_finding() -> None:
    plain, asked = reconcile(war()), reconcile(war(), estimates=True)
    assert plain.ledger == asked.ledger != []
    assert plain.findings == asked.findings
    assert all(r.rules == [] for e in plain.events for r in e.estimates)


def answers(result: Result, label: str) -> dict[str, RuleAnswer]:
    (event,) = (e for e in result.events if e.label == label)
    (found,) = event.estimates
    return {a.rule: a for a in found.rules}


def test_the_model_reads_figures_by_their_sides_record() -> None:
    model = answers(reconcile(war(), estimates=True), "last")["model"]
    assert model.best is not None and 45 <= model.best <= 56
    assert model.low is not None and model.high is not None and model.low < model.best < model.high
    russia, ukraine = model.working
    assert (russia.side, russia.said, russia.role, russia.events) == ("Russia", "100", "other-side-loss", 6)
    assert (ukraine.side, ukraine.said, ukraine.claims) == ("Ukraine", "40", ["last-u"])
    assert russia.weight + ukraine.weight == pytest.approx(1, abs=0.002)
    assert russia.factor is not None and russia.reads_as == pytest.approx(100 / russia.factor, abs=1)


def test_the_simple_rules_stand_beside_it() -> None:
    found = answers(reconcile(war(), estimates=True), "last")
    assert (found["ucdp"].low, found["ucdp"].best, found["ucdp"].high) == (40, 40, 100)
    assert found["conservative"].best == 40
    assert found["representative"].best is None and "indeterminate" in found["representative"].why


def test_without_a_record_there_is_no_best_estimate() -> None:
    last = [c for c in war() if c.event == "last"]
    model = answers(reconcile(last, estimates=True), "last")["model"]
    assert model.best is None and model.why.startswith("no best estimate: no independent voice")
    assert [(w.factor, w.events) for w in model.working] == [(1.0, 0), (1.0, 0)]


def test_the_model_adds_up() -> None:
    """A monitor's civilians exceed another monitor's total: the model's parts do not exceed its whole."""
    said = claims_of(
        "id | claimant | quantity | victims\n1 | OHCHR | 80 | civilians\n2 | MSF | 50 | people", event="one"
    )
    (event,) = reconcile(said, estimates=True).events
    models = {r.population: r.rules[-1] for r in event.estimates}
    civilians, people = models["civilians"].best, models["people"].best
    assert civilians is not None and people is not None and 50 < civilians <= people < 80
    assert "no part exceeds its whole" in models["people"].why


def test_materiel_teaches_nothing_about_people() -> None:
    aircraft = [c.model_copy(update={"measure": Measure.DESTROYED, "victims": "aircraft"}) for c in war()]
    assert reconcile(aircraft).ledger == []


def test_the_record_of_losses_of_people_reads_no_figure_for_materiel() -> None:
    last = [
        c.model_copy(update={"id": f"x{c.id}", "event": "air", "measure": Measure.DESTROYED, "victims": "aircraft"})
        for c in war()
        if c.event == "last"
    ]
    result = reconcile([*war(), *last], estimates=True)
    assert answers(result, "last")["model"].best is not None
    model = answers(result, "air")["model"]
    assert model.best is None and [w.events for w in model.working] == [0, 0]


def test_figures_of_no_known_side_have_no_record() -> None:
    mayor = [c.model_copy(update={"claimant": "a deputy mayor"}) for c in war() if c.id.endswith("u")]
    found = reconcile([*mayor, *(c for c in war() if not c.id.endswith("u"))]).ledger
    assert {e.role for e in found} == {"other-side-loss"}


def test_three_parts_that_share_nobody_fit_their_whole_together() -> None:
    said = claims_of(
        """
        id | claimant | quantity | victims
        1  | OHCHR    | 40       | men
        2  | OHCHR    | 40       | women
        3  | OHCHR    | 40       | children
        4  | MSF      | 90       | people
        """,
        event="one",
    )
    (event,) = reconcile(said, estimates=True).events
    *parts, whole = (r.rules[-1].best for r in sorted(event.estimates, key=lambda r: r.claims))
    assert None not in parts and whole is not None
    assert sum(p for p in parts if p is not None) <= whole


@settings(max_examples=30)
@given(claims(), st.randoms(use_true_random=False))
def test_row_order_changes_no_answer(said: list[Claim], random: Any) -> None:
    shuffled = list(said)
    random.shuffle(shuffled)
    assert reconcile(shuffled, estimates=True).model_dump_json() == reconcile(said, estimates=True).model_dump_json()


def numbers(result: Result) -> Any:
    return sorted(
        str((r.measure, r.allowed_low, r.allowed_high, [(a.rule, a.low, a.best, a.high) for a in r.rules]))
        for e in result.events
        for r in e.estimates
    )


@settings(max_examples=30)
@given(claims())
def test_swapping_the_sides_changes_no_number(said: list[Claim]) -> None:
    here, there = reconcile(said, estimates=True), reconcile([swapped(c) for c in said], estimates=True)
    assert numbers(here) == numbers(there)
    assert sorted((e.role, e.against, e.factor, e.events) for e in here.ledger) == sorted(
        (e.role, e.against, e.factor, e.events) for e in there.ledger
    )


@settings(max_examples=30)
@given(claims())
def test_answers_are_in_order_and_say_why(said: list[Claim]) -> None:
    for event in reconcile(said, estimates=True).events:
        for found in event.estimates:
            assert len(found.rules) == 4
            for answer in found.rules:
                assert answer.why
                assert answer.best is None or answer.low <= answer.best <= answer.high  # type: ignore[operator]
