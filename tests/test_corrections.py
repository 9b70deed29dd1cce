"""Edits of claims, dispositions of findings, and taking a decision back: replayed, and never lost in silence."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from reconcile.decisions import Decision, Disposition, in_force
from reconcile.engine import reconcile
from reconcile.result import Result
from tests.tables import claims_of, disagreements
from tests.test_decisions import BORDER, run


def edit(claim: str, **columns: str) -> Decision:
    return Decision.model_validate({"decision": "edit", "claims": [claim], "set": columns})


def undo(*taken_back: Decision) -> list[Decision]:
    return [Decision.model_validate({"decision": "undo", "of": d.id}) for d in taken_back]


def dispose(*claims: str, way: str = "unconfirmed") -> Decision:
    return Decision.model_validate({"decision": "disposition", "claims": claims, "disposition": way, "by": "ed"})


def quantities(result: Result) -> dict[str, str]:
    return {c.id: c.quantity.wording for c in result.claims if c.quantity}


def test_an_edit_changes_what_is_judged() -> None:
    assert disagreements(run(BORDER))
    result = run(BORDER, edit("a", quantity="23"))
    assert quantities(result) == {"a": "23", "b": "23"}
    assert disagreements(result) == []


def test_the_last_edit_of_a_column_stands() -> None:
    assert quantities(run(BORDER, edit("a", quantity="40"), edit("a", quantity="41")))["a"] == "41"


def test_an_empty_text_empties_a_column() -> None:
    result = run(BORDER, edit("a", quantity=""))
    assert quantities(result)["a"] == ""


def test_an_edit_that_makes_no_claim_is_a_warning_and_changes_nothing() -> None:
    result = run(BORDER, edit("a", quantity="a heap of nonsense"))
    assert quantities(result)["a"] == "at least 58"
    assert any("is not applied" in w and "'a'" in w for w in result.run.warnings)


def test_the_id_of_a_claim_cannot_be_edited() -> None:
    assert any("'id' cannot be changed" in w for w in run(BORDER, edit("a", id="z")).run.warnings)


@pytest.mark.parametrize("made", [edit("C-404", place="Kabul"), dispose("a", "C-404")])
def test_a_claim_that_is_not_there_is_a_warning(made: Decision) -> None:
    assert any("C-404" in w for w in run(BORDER, made).run.warnings)


def test_an_undo_takes_back_one_line_and_can_be_undone() -> None:
    made = edit("a", quantity="23")
    (back,) = undo(made)
    (again,) = undo(back)
    assert quantities(run(BORDER, made, back))["a"] == "at least 58"
    assert quantities(run(BORDER, made, back, again))["a"] == "23"
    assert in_force([made, back, again]) == [made]


def test_an_undo_before_its_decision_takes_nothing_back() -> None:
    made = edit("a", quantity="23")
    assert quantities(run(BORDER, *undo(made), made))["a"] == "23"


def test_a_disposition_lies_beside_the_finding_of_its_claims() -> None:
    result = run(BORDER, dispose("b", "a", way="asked the source"))
    (finding,) = [f for f in result.findings if set(f.claims) == {"a", "b"}]
    assert finding.disposition is not None
    assert (finding.disposition.disposition, finding.disposition.by) == ("asked the source", "ed")


def test_a_disposition_without_a_finding_is_shown() -> None:
    result = run(BORDER, edit("a", quantity="23"), dispose("a", "b"))
    told = [w for w in result.run.warnings if "disposition" in w]
    assert not any(f.disposition for f in result.findings) or not told
    alone = reconcile(claims_of(BORDER), [dispose("a")])
    assert any("no finding joins any more" in w for w in alone.run.warnings)


def test_the_result_lists_every_decision_and_whether_it_stands() -> None:
    made, other = edit("a", quantity="23"), dispose("a", "b")
    result = run(BORDER, made, other, *undo(made))
    assert [(d.decision, d.stands) for d in result.run.decided] == [
        ("edit", False),
        ("disposition", True),
        ("undo", False),
    ]
    assert result.run.decisions == 1


@pytest.mark.parametrize(
    "line",
    [
        {"decision": "edit", "claims": ["a"]},
        {"decision": "edit", "claims": ["a", "b"], "set": {"place": "Kabul"}},
        {"decision": "disposition", "claims": ["a"]},
        {"decision": "disposition", "claims": ["a"], "disposition": "believed"},
        {"decision": "undo"},
        {"decision": "same", "claims": ["a"]},
    ],
)
def test_half_a_decision_is_refused(line: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Decision.model_validate(line)


def test_the_id_of_a_decision_is_made_from_what_it_says() -> None:
    one = Decision.model_validate({"decision": "same", "claims": ["a", "b"], "by": "ed"})
    two = Decision.model_validate({"by": "ed", "claims": ["a", "b"], "decision": "same", "why": ""})
    assert one.id == two.id != Decision.model_validate({"decision": "same", "claims": ["a", "c"], "by": "ed"}).id


def test_the_dispositions_are_those_of_the_standards_and_an_end() -> None:
    assert len(Disposition) == 6
