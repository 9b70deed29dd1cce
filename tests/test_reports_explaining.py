"""Why two claims are or are not one event, as text: the evidence shown adds up to the score shown."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_results import HOSTILE, explanation, link

from reconcile.result import Clue, Explanation, Link
from reports.explaining import explanation_text
from reports.words import exact_places

_ROW = re.compile(r"^  (\w+) .* ([+-][\d.]+)$", re.MULTILINE)


def shown(link_: Link) -> dict[str, float]:
    told = explanation().model_copy(update={"link": link_, "path": []})
    return {name: float(bits) for name, bits in _ROW.findall(explanation_text(told, width=100))}


def test_it_holds_both_statements_the_grouping_the_comparison_and_the_findings() -> None:
    told = " ".join(explanation_text(explanation(), width=100).split())
    for part in (
        "One event: N-1 and S-1", "A 23 soldiers killed said by Northern army (North Side), in Example Agency",
        "speaks of its own side's losses", "quote: “at least 58”", "Their own evidence puts them in one event.",
        "Step 2 of the way between them: T-1 and S-1", "The two intervals share no number.",
        "contradiction, serious 59 [f-count]", "It does not say which is right.",
    ):  # fmt: skip
        assert part in told


def test_different_events_without_findings_are_told_too() -> None:
    apart = explanation().model_copy(update={"same_event": False, "findings": [], "path": []})
    told = explanation_text(apart, width=80)
    assert told.startswith("Different events: N-1 and S-1\n")
    assert "Findings that name both\n  - none\n" in told


def test_the_evidence_sums_to_the_score() -> None:
    evidence = shown(link())
    assert evidence == {"prior": -2.5, "date": 3.0, "place": 3.45, "sum": 3.95}


@given(st.lists(st.integers(-900000, 900000), min_size=1, max_size=6), st.sampled_from([1, 10, 100, 10**4, 10**6]))
def test_any_evidence_sums_to_its_score_as_shown(units: list[int], scale: int) -> None:
    clues = [Clue(name=f"c{n}", detail="x", bits=u / scale) for n, u in enumerate(units)]
    weighed = Link(claims=["N-1", "S-1"], bits=round(sum(c.bits for c in clues), 6), clues=clues)
    evidence = shown(weighed)
    total = evidence.pop("sum")
    assert round(sum(evidence.values()), exact_places(weighed)) == pytest.approx(total, abs=1e-9)


@pytest.mark.parametrize("words_", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_cannot_act(words_: str) -> None:
    first = explanation().first.model_copy(update={"claimant": words_, "quote": words_, "victims": words_})
    hostile: Explanation = explanation().model_copy(update={"first": first, "grouping": [words_]})
    told = explanation_text(hostile, width=60)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2028\u2029]", told)
