"""What must hold of time, responsibility and severity for any claims."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from claims.model import Claim
from reconcile.engine import reconcile
from reconcile.result import Finding, Result
from tests.strategies import claims
from tests.test_properties import copy_of, swapped

DAY = re.compile(r"\d{4}-\d\d-\d\d")


def shifted(claim: Claim, days: int) -> Claim:
    """The claim with every day that it gives moved; a month, which cannot be moved by days, is left empty."""

    def move(text: str) -> str:
        if not DAY.search(text):
            return ""
        return DAY.sub(lambda d: str(dt.date.fromisoformat(d[0]) + dt.timedelta(days)), text)

    return copy_of(claim, date=move(claim.date), published=move(claim.published))


def bare(finding: Finding) -> tuple[Any, ...]:
    """A finding without its event, whose id comes from a claim and not from a date."""
    return finding.rule, finding.verdict, finding.claims, finding.echoes, finding.severity, finding.explanation


@given(claims(), st.integers(-3000, 3000))
def test_moving_every_date_by_the_same_days_changes_no_finding(said: list[Claim], days: int) -> None:
    here, there = reconcile([shifted(c, 0) for c in said]), reconcile([shifted(c, days) for c in said])
    assert [bare(f) for f in here.findings] == [bare(f) for f in there.findings]
    for one, two in zip(here.events, there.events, strict=True):
        assert one.claims == two.claims and one.responsibility == two.responsibility
        moves = [[[(s.claim, s.move, s.standing) for s in c.steps] for c in e.chains] for e in (one, two)]
        assert moves[0] == moves[1]


def one_event(said: list[Claim]) -> Result:
    return reconcile([copy_of(c, event="one") for c in said])


@given(claims(min_size=4, max_size=14))
def test_what_a_voice_replaced_accuses_nobody(said: list[Claim]) -> None:
    result = one_event(said)
    history = {s.claim for e in result.events for c in e.chains for s in c.steps if not s.standing}
    history |= {i for e in result.events for p in e.responsibility if not p.standing for i in p.claims}
    for finding in result.findings:
        if finding.verdict in ("contradiction", "tension", "progression") and finding.about != "characterization":
            assert not history & {*finding.claims, *(i for ids in finding.echoes.values() for i in ids)}


@given(claims(min_size=4, max_size=14))
def test_a_chain_is_in_order_and_only_its_last_run_stands(said: list[Claim]) -> None:
    published = {c.id: c.published for c in said}
    for chain in (c for e in one_event(said).events for c in e.chains):
        dates = [published[s.claim] for s in chain.steps]
        assert dates == sorted(dates) and all(dates)
        assert all(not published[i] for i in chain.undated)
        for early, late in zip(chain.steps, chain.steps[1:], strict=False):
            if late.move in ("up", "down", "retracted", "re-categorised"):
                assert not early.standing


@given(claims(min_size=1))
def test_every_responsibility_claim_is_in_the_matrix(said: list[Claim]) -> None:
    for event in reconcile(said).events:
        there = {i for cell in event.responsibility for i in cell.claims}
        assert there == {c.id for c in said if c.id in event.claims and c.kind == "responsibility"}


def swapped_words(text: str) -> str:
    text = re.sub("northland", "\0", text, flags=re.IGNORECASE)
    text = re.sub("southland", "northland", text, flags=re.IGNORECASE)
    return text.replace("\0", "southland")


@given(claims())
def test_swapping_the_sides_mirrors_the_matrix_the_chains_and_the_concessions(said: list[Claim]) -> None:
    here, there = reconcile(said), reconcile([swapped(c) for c in said])
    for one, two in zip(here.events, there.events, strict=True):
        for part in ("responsibility", "chains", "concessions"):
            mine = sorted(swapped_words(cell.model_dump_json()) for cell in getattr(one, part))
            theirs = sorted(cell.model_dump_json().replace("Northland", "northland").replace("Southland", "southland")
                            for cell in getattr(two, part))  # fmt: skip
            assert mine == theirs


UNROUND = st.integers(1, 5000).map(lambda n: n if n % 10 else n + 1)
"""Figures of which none can be another one rounded."""


@given(UNROUND, st.lists(UNROUND, min_size=2, max_size=2).map(sorted))
def test_severity_never_falls_as_figures_move_apart(low: int, further: list[int]) -> None:
    severities = []
    for more in further:
        pair = [
            Claim(id=name, kind="casualty", event="one", measure="killed", quantity=str(count), victims="soldiers",
                  claimant=who, source="Wire")
            for name, count, who in (("a", low, "Northland army"), ("b", low + more, "Southland army"))
        ]  # fmt: skip
        severities.extend(f.severity for f in reconcile(pair).findings if f.rule == "count-disjoint")
    if all((low + more) % 10 for more in further):
        assert len(severities) == 2 and 0 <= severities[0] <= severities[1] <= 100


@given(claims())
def test_every_severity_is_the_product_of_its_factors(said: list[Claim]) -> None:
    for finding in reconcile(said).findings:
        factors = finding.factors.model_dump().values()
        assert all(0 <= f <= 1 for f in factors)
        product = 100.0
        for each in factors:
            product *= each
        assert 0 <= finding.severity <= 100 and abs(finding.severity - product) <= 0.5 + 1e-6
