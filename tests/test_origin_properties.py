"""What must hold for any copies: they add nothing, they end at one origin, and chance is not copying."""

from __future__ import annotations

from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from claims.model import Claim
from reconcile.engine import reconcile
from reconcile.result import Finding, Result
from tests.strategies import SIDES, VICTIMS, WORDINGS, claims
from tests.test_properties import swapped

VERDICTS = ("contradiction", "tension", "revision", "progression", "corroboration", "gap")


def again(claim: Claim, **changes: Any) -> Claim:
    said = {**claim.model_dump(exclude_defaults=True), **changes}
    return Claim.model_validate({k: v for k, v in said.items() if v != ""})


def copied(claim: Claim, n: int, **changes: Any) -> Claim:
    """The claim as an outlet of its own carries it, in its own name."""
    outlet = f"Gazette {n}"
    return again(
        claim,
        **{
            "id": f"{claim.id}~{n}",
            "claimant": outlet,
            "source": outlet,
            "claimant_side": "",
            "published": "",
            **changes,
        },
    )


def found(result: Result, verdicts: tuple[str, ...] = VERDICTS) -> list[Any]:
    """What is found, by the claims and what repeats them: copies count as what they are copies of."""
    return sorted(
        (f.rule, f.verdict, f.severity, f.explanation, sorted(f.claims), sorted(_named(f)))
        for f in result.findings
        if f.verdict in verdicts
    )


def _everyone(finding: Finding) -> set[str]:
    return {*finding.claims, *(e for ids in finding.echoes.values() for e in ids)}


def _named(finding: Finding) -> set[str]:
    return {name.split("~")[0] for name in _everyone(finding)}


def whys(result: Result) -> dict[str, str]:
    return {step.claim: step.why for event in result.events for step in event.origins}


@given(claims(min_size=1), st.data())
def test_relays_of_a_claim_add_nothing_but_echoes(said: list[Claim], data: st.DataObject) -> None:
    said = [again(c, event="one") for c in said]
    first = data.draw(st.sampled_from(said))
    published = data.draw(st.sampled_from(("", first.published, "2021-06-01")))
    copies = [copied(first, n, relayed_from=first.id, published=published, accused=first.accused) for n in (1, 2)]
    chain = copied(first, 3, relayed_from=copies[0].id, published=published)
    assert found(reconcile([*said, *copies, chain])) == found(reconcile(said))


@given(claims(min_size=1), st.data())
def test_a_copy_that_is_only_inferred_adds_nothing_but_echoes(said: list[Claim], data: st.DataObject) -> None:
    said = [again(c, event="one") for c in said]
    numbers = [c for c in said if c.quantity in ("12", "40", "at least 30", "more than 200")]
    assume(numbers)
    first = data.draw(st.sampled_from(numbers))
    copy = copied(first, 1, published=data.draw(st.sampled_from(("", "2021-06-01"))))
    after = reconcile([*said, copy])
    assume(whys(after).get(copy.id) == "same words")
    assert found(after) == found(reconcile(said))


@given(claims(min_size=1), st.data())
def test_a_changed_copy_accuses_nobody(said: list[Claim], data: st.DataObject) -> None:
    said = [again(c, event="one") for c in said]
    figures = [c for c in said if c.quantity]
    assume(figures)
    first = data.draw(st.sampled_from(figures))
    words = {"quantity": st.sampled_from(WORDINGS), "victims": st.sampled_from(VICTIMS)}
    copy = copied(first, 9, relayed_from=first.id, **data.draw(st.fixed_dictionaries(words)))
    after = reconcile([*said, copy])
    (step,) = [s for e in after.events for s in e.origins if s.claim == copy.id]
    assume(step.changed)
    drifts = [f for f in after.findings if f.rule == "sourcing-drift"]
    assert [f.claims[-1] for f in drifts] == [copy.id]
    assert first.id in _everyone(drifts[0])
    rest = after.model_copy(update={"findings": [f for f in after.findings if f not in drifts]})
    assert found(rest) == found(reconcile(said))
    assert all(copy.id not in _everyone(f) for f in rest.findings)


RELAYS = st.lists(st.tuples(st.integers(0, 11), st.sampled_from(("id", "outlet", "list", "byline"))), max_size=8)


def relaying(said: list[Claim], relays: list[tuple[int, str]]) -> list[Claim]:
    """Claims some of which relay the next one, an outlet, several outlets, or name an agency in the byline."""
    found = list(said)
    for n, how in relays:
        at = n % len(said)
        after = said[(n * 5 + 1) % len(said)]
        words = {"id": after.id, "outlet": after.source, "list": f"{after.source}; The Daily", "byline": ""}[how]
        source = f"{found[at].source}/AFP" if how == "byline" else found[at].claimant
        found[at] = again(found[at], relayed_from=words, source=source)
    return found


@given(claims(min_size=1), RELAYS, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_no_origin(said: list[Claim], relays: list[tuple[int, str]], random: Any) -> None:
    said = relaying([again(c, event="one") for c in said], relays)
    shuffled = list(said)
    random.shuffle(shuffled)
    assert reconcile(shuffled).model_dump_json() == reconcile(said).model_dump_json()


@given(claims(min_size=1), RELAYS)
def test_swapping_the_sides_swaps_the_origins(said: list[Claim], relays: list[tuple[int, str]]) -> None:
    said = relaying([again(c, event="one") for c in said], relays)
    here, there = reconcile(said), reconcile([swapped(c) for c in said])
    steps = [[(s.claim, s.of, s.why, s.changed) for e in r.events for s in e.origins] for r in (here, there)]
    assert steps[0] == steps[1]
    rules = [sorted((f.rule, f.severity, sorted(f.claims)) for f in r.findings) for r in (here, there)]
    assert rules[0] == rules[1]


def figure(name: str, claimant: str, source: str = "", **said: Any) -> Claim:
    row = {"kind": "casualty", "event": "one", "measure": "killed", "quantity": "58", "victims": "soldiers", **said}
    return Claim.model_validate({"id": name, "claimant": claimant, "source": source or claimant, **row})


@given(st.integers(1, 30), st.sampled_from(("id", "name")))
def test_a_copy_of_a_copy_has_the_first_ones_origin(length: int, how: str) -> None:
    said = [figure("c00", "Northland army", "Wire A", claimant_side=SIDES[0])]
    for n in range(1, length + 1):
        before = said[-1].id if how == "id" else said[-1].source
        said.append(figure(f"c{n:02d}", f"Gazette {n}", relayed_from=before))
    result = reconcile(said)
    assert len({c.origin for c in result.claims}) == 1
    assert [f.rule for f in result.findings if f.verdict in ("contradiction", "tension", "corroboration")] == []
    (alone,) = [f for f in result.findings if f.rule == "gap-single-origin"]
    assert alone.claims == ["c00"]


@given(st.lists(st.integers(0, 9), min_size=1, max_size=10))
def test_circles_end_and_each_is_found_once(taken_from: list[int]) -> None:
    size = len(taken_from)
    onward = {n: to % size for n, to in enumerate(taken_from)}
    result = reconcile([figure(f"c{n}", f"Gazette {n}", relayed_from=f"c{to}") for n, to in onward.items()])
    rings = {frozenset(f.claims) for f in result.findings if f.rule == "sourcing-circular"}
    assert rings == {frozenset(f"c{n}" for n in ring) for ring in _rings(onward) if len(ring) > 1}
    assert len(rings) == sum(f.rule == "sourcing-circular" for f in result.findings)


def _rings(onward: dict[int, int]) -> set[frozenset[int]]:
    rings = set()
    for start in onward:
        at = start
        for _ in onward:
            at = onward[at]
        ring, here = {at}, onward[at]
        while here != at:
            ring.add(here)
            here = onward[here]
        rings.add(frozenset(ring))
    return rings


@settings(max_examples=40)
@given(st.integers(0, 400), st.integers(0, 3), st.integers(1, 3))
def test_one_speaker_and_a_telling_number_make_a_copy_and_nothing_else_does(
    number: int, speakers: int, outlets: int
) -> None:
    said = [figure(f"s{n}", f"Speaker {n}", "Wire A", quantity=str(number)) for n in range(speakers)]
    said += [figure(f"o{n}", f"Gazette {n}", quantity=str(number)) for n in range(outlets)]
    inferred = whys(reconcile(said))
    expected = {f"o{n}": "same words" for n in range(outlets)} if speakers == 1 and number > 4 else {}
    assert inferred == expected


@given(claims(min_size=1), RELAYS)
def test_every_step_leads_to_a_claim_of_the_event_or_to_a_name(
    said: list[Claim], relays: list[tuple[int, str]]
) -> None:
    result = reconcile(relaying(said, relays))
    home = {c.id: c.event_id for c in result.claims}
    for event in result.events:
        for step in event.origins:
            assert home[step.claim] == event.id
            assert step.of is None or home[step.of] == event.id
            assert step.of != step.claim
            assert step.origin
