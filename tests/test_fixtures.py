"""Every expectation that ships beside a fixture set holds."""

from __future__ import annotations

import json
from functools import cache
from itertools import combinations, product
from pathlib import Path
from typing import Any

import pytest

from claims.read import load
from counterclaim.fixtures import fixture_sets, fixtures_folder
from reconcile.engine import reconcile
from reconcile.result import Finding, Result

SAME_KIND = {"count": {"count", "accounting"}, "status": {"status", "count", "accounting"}}


def expectations(key: str) -> list[Any]:
    """One pytest parameter for each expectation of a kind, over all sets."""
    found = []
    for name in fixture_sets():
        for row in expected(name).get(key, []):
            words = row["claims"] if isinstance(row, dict) else row
            found.append(pytest.param(name, row, id=f"{name}:{'-'.join(words)}"))
    return found


@cache
def expected(name: str) -> dict[str, Any]:
    text = Path(fixtures_folder() / name / "expected.json").read_text(encoding="utf-8")
    wanted: dict[str, Any] = json.loads(text)
    return wanted


@cache
def result_of(name: str) -> Result:
    loaded = load([str(fixtures_folder() / name / "claims.csv")])
    assert not loaded.rejected
    return reconcile(loaded.claims)


def slots(finding: Finding) -> list[set[str]]:
    return [{claim, *finding.echoes.get(claim, [])} for claim in finding.claims]


def names(finding: Finding, one: str, two: str) -> bool:
    return any({one, two} in (set(pair) for pair in product(a, b)) for a, b in combinations(slots(finding), 2))


def disputes(result: Result, one: str, two: str) -> list[Finding]:
    return [f for f in result.findings if f.verdict in ("contradiction", "tension") and names(f, one, two)]


@pytest.mark.parametrize(("name", "row"), expectations("must"))
def test_a_dispute_is_found_with_its_kind(name: str, row: list[str]) -> None:
    one, two, kind = row
    kinds = {f.about.value for f in disputes(result_of(name), one, two)}
    assert kinds & SAME_KIND.get(kind, {kind}), f"{one} and {two}: found {sorted(kinds)}"


@pytest.mark.parametrize(("name", "row"), expectations("must_not"))
def test_a_look_alike_is_not_called_a_contradiction(name: str, row: list[str]) -> None:
    one, two = row[:2]
    assert not [f.explanation for f in disputes(result_of(name), one, two) if f.verdict == "contradiction"]


@pytest.mark.parametrize(("name", "row"), expectations("findings"))
def test_an_expected_finding_is_there(name: str, row: dict[str, Any]) -> None:
    wanted = set(row["claims"])
    alike = [f for f in result_of(name).findings if f.verdict == row["verdict"] and f.about == row["about"]]
    assert any(wanted <= set().union(*slots(f)) for f in alike), [f.explanation for f in alike]


@pytest.mark.parametrize("name", fixture_sets())
def test_claims_are_put_into_the_events_that_a_reader_would_see(name: str) -> None:
    wanted = expected(name)["events"]
    found = {claim: event.id for event in result_of(name).events for claim in event.claims}
    pairs = list(combinations(sorted(wanted), 2))
    want = {p for p in pairs if wanted[p[0]] == wanted[p[1]]}
    have = {p for p in pairs if found[p[0]] == found[p[1]]}
    assert len(want & have) / len(have) >= 0.95, sorted(have - want)
    assert len(want & have) / len(want) >= 0.95, sorted(want - have)


@pytest.mark.parametrize("name", [n for n in fixture_sets() if expected(n).get("no_contradictions")])
def test_nothing_conflicts_where_nothing_does(name: str) -> None:
    assert [f.explanation for f in result_of(name).findings if f.verdict == "contradiction"] == []


@pytest.mark.parametrize("name", [n for n in fixture_sets() if "first_event" in expected(n)])
def test_the_most_severe_dispute_over_a_figure_is_the_one_a_reader_should_see_first(name: str) -> None:
    counts = [f for f in result_of(name).findings if f.about == "count" and f.verdict == "contradiction"]
    first = expected(name)["first_event"]
    assert {expected(name)["events"][claim] for claim in counts[0].claims} == {first}
