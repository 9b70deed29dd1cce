"""What a person decided is replayed, wins, and is never lost in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile.decisions import Decision, DecisionError, Ruling, Rulings, load_decisions
from reconcile.engine import reconcile
from reconcile.result import Result
from tests.tables import between, claims_of, disagreements, together

HEAD = "id | date | place | event_type | quantity | victims | claimant"
NIGHT = "2025-10-11 | Afghanistan-Pakistan border | clash"
BORDER = f"""{HEAD}
    a | {NIGHT} | at least 58 | Pakistani soldiers | Taliban government spokesman
    b | {NIGHT} | 23 | Pakistani soldiers | Pakistani military"""
FAR = f"""{HEAD}
    a | {NIGHT} | at least 58 | Pakistani soldiers | Taliban government spokesman
    b | 1972-01-30 | Derry | shooting | 14 | people | British Army"""


def decided(decision: str, *claims: str, **more: str) -> Decision:
    return Decision.model_validate({"decision": decision, "claims": claims, **more})


def run(table: str, *decisions: Decision, **common: str) -> Result:
    return reconcile(claims_of(table, **common), decisions)


def test_same_joins_what_evidence_keeps_apart() -> None:
    assert together(run(FAR)) == [["a"], ["b"]]
    assert together(run(FAR, decided("same", "a", "b"))) == [["a", "b"]]


def test_different_parts_what_evidence_joins() -> None:
    assert together(run(BORDER)) == [["a", "b"]]
    assert together(run(BORDER, decided("different", "a", "b"))) == [["a"], ["b"]]


def test_different_parts_twins_too() -> None:
    twins = f"""{HEAD}
        a | {NIGHT} | 23 | Pakistani soldiers | Pakistani military
        b | {NIGHT} | 23 | Pakistani soldiers | Pakistani military"""
    assert together(run(twins, decided("different", "a", "b"))) == [["a"], ["b"]]


def test_a_third_claim_does_not_bring_back_what_a_person_parted() -> None:
    table = f"{BORDER}\n    c | {NIGHT} | 40 | Pakistani soldiers | Reuters"
    homes = {c: e.id for e in run(table, decided("different", "a", "b")).events for c in e.claims}
    assert homes["a"] != homes["b"]


def test_same_beats_two_labels() -> None:
    table = f"""{HEAD} | event
        a | {NIGHT} | 58 | Pakistani soldiers | Taliban government spokesman | x
        b | {NIGHT} | 23 | Pakistani soldiers | Pakistani military | y"""
    assert together(run(table, decided("same", "a", "b"))) == [["a", "b"]]


def test_different_beats_one_label() -> None:
    assert together(run(BORDER, decided("different", "a", "b"), event="one")) == [["a"], ["b"]]


def test_not_a_contradiction_silences_that_pair_and_no_other() -> None:
    table = f"{BORDER}\n    c | {NIGHT} | 10 | Pakistani soldiers | Reuters"
    before = run(table, event="one")
    assert between(before, "a", "b")
    result = run(table, decided("not a contradiction", "a", "b"), event="one")
    assert between(result, "a", "b") == []
    assert between(result, "a", "c") == between(before, "a", "c") != []
    assert between(result, "b", "c") == between(before, "b", "c") != []


def test_not_a_contradiction_leaves_them_one_event() -> None:
    result = run(BORDER, decided("not a contradiction", "a", "b"))
    assert together(result) == [["a", "b"]]
    assert disagreements(result) == []


def test_unsure_changes_nothing() -> None:
    plain, unsure = run(BORDER), run(BORDER, decided("unsure", "a", "b"))
    assert together(unsure) == together(plain)
    assert [f.id for f in unsure.findings] == [f.id for f in plain.findings]


@pytest.mark.parametrize(
    ("lines", "groups"),
    [
        (("same", "different"), [["a"], ["b"]]),
        (("different", "same"), [["a", "b"]]),
        (("different", "unsure"), [["a", "b"]]),
    ],
)
def test_of_two_lines_about_one_pair_the_later_wins(lines: tuple[str, str], groups: list[list[str]]) -> None:
    assert together(run(BORDER, *(decided(line, "a", "b") for line in lines))) == groups


def test_the_order_of_the_two_ids_does_not_matter() -> None:
    rulings = Rulings([decided("same", "a", "b"), decided("different", "b", "a")])
    assert rulings.same() == []
    assert rulings.different() == {frozenset("ab")}


def test_three_claims_in_one_line_are_three_pairs() -> None:
    assert len(Rulings([decided("different", "a", "b", "c")]).different()) == 3


@pytest.mark.parametrize("decision", [r for r in Ruling if r not in (Ruling.EDIT, Ruling.DISPOSITION, Ruling.UNDO)])
def test_a_claim_that_is_not_there_is_a_warning(decision: Ruling) -> None:
    result = run(BORDER, decided(decision.value, "a", "C-404"))
    assert any("C-404" in warning for warning in result.run.warnings)
    assert together(result) == [["a", "b"]]


def test_known_claims_are_no_warning() -> None:
    assert run(BORDER, decided("same", "a", "b")).run.warnings == []


def test_the_run_counts_its_decisions() -> None:
    assert run(BORDER, decided("same", "a", "b"), decided("unsure", "a", "b")).run.decisions == 2


def test_a_file_of_decisions(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    path.write_text(
        '{"decision": "same", "claims": ["a", "b"], "by": "ed", "at": "2025-10-15", "why": "same convoy"}\n\n'
        '{"decision": "not a contradiction", "claims": ["a", "c"], "by": "ed", "colour": "blue"}\n',
        encoding="utf-8",
    )
    first, second = load_decisions(path)
    assert (first.decision, first.claims, first.by, first.at, first.why) == (
        Ruling.SAME, ("a", "b"), "ed", "2025-10-15", "same convoy"
    )  # fmt: skip
    assert second.decision is Ruling.NOT_A_CONTRADICTION


@pytest.mark.parametrize(
    "line",
    [
        '{"decision": "maybe", "claims": ["a", "b"]}',
        '{"decision": "same", "claims": ["a"]}',
        '{"claims": ["a", "b"]}',
        "same a b",
        "[1]",
        pytest.param('{"decision": "same", "claims": ["a", "b"], "x": ' + "[" * 300 + "]" * 300 + "}", id="too deep"),
        pytest.param(f'{{"decision": "same", "claims": {list(range(1001))}}}', id="too many pairs"),
    ],
)
def test_a_bad_line_is_named_by_file_and_number(tmp_path: Path, line: str) -> None:
    path = tmp_path / "decisions.jsonl"
    path.write_text('{"decision": "same", "claims": ["a", "b"]}\n' + line + "\n", encoding="utf-8")
    with pytest.raises(DecisionError, match=r"decisions\.jsonl, line 2: not a decision"):
        load_decisions(path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(DecisionError, match=r"nowhere\.jsonl: cannot be read"):
        load_decisions(tmp_path / "nowhere.jsonl")


def test_what_is_wrong_with_a_line_is_told_in_our_own_words(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    path.write_text('{decision: "same"}\n', encoding="utf-8")
    with pytest.raises(DecisionError, match=r"it is not JSON, .* at column 2; write it like \{\"decision\""):
        load_decisions(path)
    path.write_text('{"decision": "same", "claims": ["a"]}\n', encoding="utf-8")
    with pytest.raises(DecisionError, match=r"not a decision \('same' needs 2 to 1000 claims\)"):
        load_decisions(path)


def test_a_decision_about_a_row_of_several_claims_names_them() -> None:
    claims = claims_of("id | quantity | claimant\n S1 killed | 9 | A mayor\n S1 injured | 3 | A mayor")
    said = reconcile(claims, [Decision(decision=Ruling.SAME, claims=("S1", "S2"))]).run.warnings
    assert "a decision names the claim 'S1', which is not in the input; its row gives 'S1 injured', 'S1 killed'" in said
    assert "a decision names the claim 'S2', which is not in the input" in said
