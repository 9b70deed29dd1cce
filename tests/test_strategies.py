"""The strategies that ship: what they draw, and that only they need hypothesis."""

from __future__ import annotations

import pytest
from command import python
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from claims.model import Claim, Kind
from counterclaim import check, reconcile
from counterclaim.testing.strategies import claim_sets, claims, rows

AS_DRAWN = settings(phases=[Phase.generate], deadline=None, database=None)


@given(claims())
def test_a_claim_is_a_claim_of_the_format(claim: Claim) -> None:
    assert claim.id == "c00" and claim.claimant and claim.source
    assert Claim.model_validate(claim.model_dump()) == claim


@given(claims("mine"))
def test_a_claim_has_the_id_that_was_asked_for(claim: Claim) -> None:
    assert claim.id == "mine"


@given(rows())
def test_a_row_has_no_empty_cells_and_no_id(row: dict[str, str]) -> None:
    assert "id" not in row and "" not in row.values()


@given(st.integers(0, 3).flatmap(lambda n: st.tuples(st.just(n), claim_sets(min_size=n, max_size=n + 2))))
def test_a_set_has_its_size_and_ids_of_its_own(drawn: tuple[int, list[Claim]]) -> None:
    least, found = drawn
    assert least <= len(found) <= least + 2
    assert [claim.id for claim in found] == [f"c{n:02d}" for n in range(len(found))]


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_comes_up(kind: Kind) -> None:
    assert find(claims(), lambda claim: claim.kind is kind, settings=AS_DRAWN).kind is kind


def test_claims_clash() -> None:
    found = find(claim_sets(min_size=6), lambda drawn: bool(check(reconcile(drawn))), settings=AS_DRAWN)
    assert len(found) >= 6


def test_the_assertions_need_neither_pytest_nor_hypothesis() -> None:
    said = python("-c", "import sys, counterclaim.testing; print(*sys.modules)").stdout
    assert {"pytest", "hypothesis", "_pytest"} & set(said.split()) == set()
