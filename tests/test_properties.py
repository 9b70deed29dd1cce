"""What must hold for any claims: the invariants of the engine, over generated claim sets."""

from __future__ import annotations

from collections import Counter
from itertools import combinations, product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.model import Claim
from reconcile.engine import reconcile
from reconcile.result import Finding, Result
from tests.strategies import OUTLETS, SIDES, claims

DISAGREEMENT = ("contradiction", "tension")


def base(claim_id: str) -> str:
    return claim_id.split("~")[0]


def shape(finding: Finding, of: tuple[str, ...] = DISAGREEMENT) -> tuple[Any, ...] | None:
    if finding.verdict not in of:
        return None
    slots = [frozenset(map(base, [c, *finding.echoes.get(c, [])])) for c in finding.claims]
    return finding.rule, finding.verdict, frozenset(slots)


def shapes(result: Result, of: tuple[str, ...] = DISAGREEMENT) -> Counter[Any]:
    return Counter(s for f in result.findings if (s := shape(f, of)))


def contradicting_pairs(result: Result) -> set[frozenset[str]]:
    pairs = set()
    for finding in result.findings:
        if finding.verdict == "contradiction":
            slots = [[c, *finding.echoes.get(c, [])] for c in finding.claims]
            pairs |= {frozenset(p) for a, b in combinations(slots, 2) for p in product(a, b)}
    return pairs


def copy_of(claim: Claim, **changes: Any) -> Claim:
    return Claim.model_validate({**claim.model_dump(exclude_defaults=True), **changes})


@given(claims(), st.randoms(use_true_random=False))
def test_row_order_changes_nothing(said: list[Claim], random: Any) -> None:
    shuffled = list(said)
    random.shuffle(shuffled)
    assert reconcile(shuffled).model_dump_json() == reconcile(said).model_dump_json()


@given(claims())
def test_running_twice_gives_the_same_bytes(said: list[Claim]) -> None:
    assert reconcile(said).model_dump_json() == reconcile(said).model_dump_json()


@given(claims())
def test_every_claim_comes_out_in_exactly_one_event(said: list[Claim]) -> None:
    result = reconcile(said)
    assert sorted(c.id for c in result.claims) == sorted(c.id for c in said)
    assert sorted(c for e in result.events for c in e.claims) == sorted(c.id for c in said)


@given(claims(min_size=1), st.data())
def test_a_duplicate_adds_no_disagreement_and_no_corroboration(said: list[Claim], data: st.DataObject) -> None:
    twin = data.draw(st.sampled_from(said))
    before, after = reconcile(said), reconcile([*said, copy_of(twin, id=f"{twin.id}~2")])
    kinds = (*DISAGREEMENT, "corroboration")
    assert shapes(after, kinds) == shapes(before, kinds)


def swapped(claim: Claim) -> Claim:
    def swap(value: Any) -> Any:
        if not isinstance(value, str):
            return value
        return value.replace(SIDES[0], "\0").replace(SIDES[1], SIDES[0]).replace("\0", SIDES[1])

    return Claim.model_validate({k: swap(v) for k, v in claim.model_dump(exclude_defaults=True).items()})


@given(claims())
def test_swapping_the_sides_mirrors_the_result(said: list[Claim]) -> None:
    here, there = reconcile(said), reconcile([swapped(c) for c in said])
    every = tuple({f.verdict for f in here.findings})
    assert shapes(here, every) == shapes(there, every)
    assert sorted(f.severity for f in here.findings) == sorted(f.severity for f in there.findings)
    assert [sorted(e.claims) for e in here.events] == [sorted(e.claims) for e in there.events]


FIGURES = st.tuples(st.integers(0, 60), st.sampled_from(("soldiers", "people")))


@given(st.lists(FIGURES, min_size=2, max_size=6), st.data())
def test_widening_an_interval_never_creates_a_contradiction(
    figures: list[tuple[int, str]], data: st.DataObject
) -> None:
    said = [
        Claim(
            id=f"c{n}", kind="casualty", event="one", measure="killed", quantity=str(count), victims=who,
            victim_side=SIDES[0], claimant=f"Voice {n}", source=OUTLETS[0], published="2021-05-04",
        )
        for n, (count, who) in enumerate(figures)
    ]  # fmt: skip
    which = data.draw(st.integers(0, len(said) - 1))
    hedge = data.draw(st.sampled_from(("at least {}", "up to {}", "about {}", "nearly {}")))
    wider = [copy_of(c, quantity=hedge.format(c.quantity)) if n == which else c for n, c in enumerate(said)]
    assert contradicting_pairs(reconcile(wider)) <= contradicting_pairs(reconcile(said))


@given(claims(min_size=1))
def test_the_evidence_of_each_link_sums_to_its_score(said: list[Claim]) -> None:
    for event in reconcile(said).events:
        for link in event.why_grouped:
            assert sum(clue.bits for clue in link.clues) == pytest.approx(link.bits)
        assert len(event.why_grouped) == len(event.claims) - 1


@given(claims(min_size=2))
def test_each_disagreement_is_minimal(said: list[Claim]) -> None:
    said = [copy_of(c, event="one") for c in said]
    result = reconcile(said)
    for finding in result.findings:
        if finding.verdict in DISAGREEMENT:
            for claim in finding.claims:
                gone = {claim, *finding.echoes.get(claim, [])}
                rest = reconcile([c for c in said if c.id not in gone])
                assert finding.id not in {f.id for f in rest.findings}


@given(claims())
def test_ids_of_events_and_findings_are_unique(said: list[Claim]) -> None:
    result = reconcile(said)
    for ids in ([e.id for e in result.events], [f.id for f in result.findings]):
        assert len(ids) == len(set(ids))


@given(claims(min_size=1), st.data())
def test_labels_always_win(said: list[Claim], data: st.DataObject) -> None:
    labelled = [copy_of(c, event=data.draw(st.sampled_from(("one", "two")))) for c in said]
    result = reconcile(labelled)
    homes = {c: e.id for e in result.events for c in e.claims}
    for one, two in combinations(labelled, 2):
        assert (homes[one.id] == homes[two.id]) == (one.event == two.event)


@settings(max_examples=30)
@given(claims(min_size=2), claims(min_size=1, max_size=6))
def test_far_away_material_changes_nothing(said: list[Claim], other: list[Claim]) -> None:
    far = [
        copy_of(c, id=f"z{c.id}", date="1950-01-01", place="Quillota, Chile", claimant="Radio Far", claimant_side="")
        for c in other
    ]
    alone, both = reconcile(said), reconcile([*said, *far])
    mine = {c.id for c in said}
    assert [f for f in both.findings if set(f.claims) <= mine] == alone.findings
