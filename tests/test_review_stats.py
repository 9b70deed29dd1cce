"""How often rules were right, counted from decisions; Wilson's interval against values worked out elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from command import told
from hypothesis import given
from hypothesis import strategies as st
from reviewing import desk_file, drafts, typed

from claims.review.decisions import Decision
from claims.review.log import decisions_beside
from claims.review.tally import by_field, by_rule, disagreements, judged
from claims.review.wilson import wilson

# R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), 857-872,
# table I, method 3 (score without continuity correction).
NEWCOMBE = [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)]


@pytest.mark.parametrize(("right", "of", "low", "high"), NEWCOMBE)
def test_the_interval_is_that_of_published_examples(right: int, of: int, low: float, high: float) -> None:
    assert wilson(right, of) == (pytest.approx(low, abs=5e-5), pytest.approx(high, abs=5e-5))


@given(st.integers(0, 500).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_the_interval_holds_the_share_and_mirrors(pair: tuple[int, int]) -> None:
    right, of = pair
    low, high = wilson(right, of)
    assert 0 <= low <= high <= 1
    assert of == 0 or low <= right / of <= high
    assert wilson(of - right, of) == (pytest.approx(1 - high), pytest.approx(1 - low))


def test_rules_are_counted_by_what_was_decided(tmp_path: Path) -> None:
    path = desk_file(tmp_path)
    typed(path, "ae\ndate\n2024-05-13\nquantity\n20\n\nrd1\ndd")
    told_of = judged(decisions_beside(path) or [])
    rules = by_rule(told_of)
    assert list(rules) == ["measure: active", "measure: passive", "stance: accused"]
    active, passive, accused = rules.values()
    assert (active.decided, active.as_read, active.repeats, active.right) == (2, 1, 1, 2)
    assert (passive.edited, dict(passive.edited_in), passive.right) == (1, {"date": 1, "quantity": 1}, 0)
    assert (accused.dropped, accused.right) == (1, 0)
    fields = by_field(told_of, "source")
    dates, counts = fields["date", "inherited"], fields["quantity", "explicit"]
    assert (dates.kept, dates.right) == (3, 2) and (counts.kept, counts.right) == (3, 2)
    assert ("stance", "explicit") not in fields  # it was dropped: which of its fields was wrong is not known
    assert by_field(told_of, "rule")["claimant", "frame after"].right == 3


def test_a_decision_that_was_taken_back_or_replaced_counts_for_nothing(tmp_path: Path) -> None:
    path = desk_file(tmp_path)
    typed(path, "dba" + "du")
    rules = by_rule(judged(decisions_beside(path) or []))
    assert {name: (one.decided, one.right) for name, one in rules.items()} == {"measure: active": (1, 1)}


def test_the_command_prints_tables_for_several_files(tmp_path: Path) -> None:
    folders = [tmp_path / "one", tmp_path / "two"]
    paths = []
    for folder in folders:
        folder.mkdir()
        paths.append(desk_file(folder))
        typed(paths[-1], "ad")
    page = " ".join(told("review", "--stats", *map(str, paths)).split())
    assert "4 drafts decided of 8" in page
    assert "measure: 2 2 0 0 0 1.00 active (0.34–1.00)" in page
    assert "date inherited 2 2 1.00 (0.34–1.00)" in page
    assert "0 drafts decided of 4" in told("review", "--stats", str(desk_file(tmp_path)))


def test_two_people_who_decide_alike_do_not_disagree() -> None:
    saw = drafts()[0]

    def line(decision: str, by: str) -> Decision:
        return Decision.model_validate({"decision": decision, "claims": ["d1"], "by": by, "saw": saw})

    assert disagreements([line("accept", "ann"), line("accept", "bob")]) == []
    assert disagreements([line("accept", "ann"), line("drop", "ann")]) == []
    assert disagreements([line("drop", "ann"), line("accept", "bob")]) == [("d1", "ann", "bob")]
