"""Decisions taken in a page: written at once, seen at once, never over somebody else's, and taken back."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from command import SOUTH, TWO, but, outcome, table
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st
from serving import browser_of, decided, desk_of, project

from reconcile.decisions import Decision, Ruling, in_force, load_decisions
from reports.web.undoing import effective

PAIR = {"claim": ["N-1", "S-1"], "by": "ed"}


@pytest.fixture
def claims(tmp_path: Path) -> Path:
    return project(tmp_path / "project")


@pytest.fixture
def page(claims: Path) -> TestClient:
    return browser_of(desk_of(claims))


def the_finding(claims: Path) -> str:
    (found,) = (f for f in outcome(str(claims))["findings"] if f["verdict"] == "contradiction")
    return str(found["id"])


def hidden(text: str) -> dict[str, str]:
    """The hidden fields of a page, the last of each name."""
    found = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', text)
    return {name: unescape(value) for name, value in found}


def form_of(page: TestClient, claim: str, **changed: str) -> dict[str, Any]:
    """The correction form of a claim as a browser would send it, some columns typed anew."""
    text = page.get(f"/claim?id={claim}").text
    inputs = re.findall(r'<input name="(set\.[^"]*)" value="([^"]*)"', text)
    areas = re.findall(r'<textarea name="(set\.[^"]*)"[^>]*>\n(.*?)</textarea>', text, re.DOTALL)
    columns = {name: unescape(value) for name, value in (*inputs, *areas)}
    (was,) = re.findall(r'name="was" value="([^"]*)"', text)
    typed = {f"set.{name}": value for name, value in changed.items()}
    return {"decision": "edit", "claim": claim, "was": unescape(was), "by": "ed", **columns, **typed}


@pytest.mark.parametrize("ruling", ["same", "different", "unsure", "not a contradiction", "a contradiction"])
def test_a_ruling_is_written_as_one_line_with_who_when_and_why(page: TestClient, claims: Path, ruling: str) -> None:
    answer = page.post("/decide", data={**PAIR, "decision": ruling, "why": " two days "})
    assert (answer.status_code, answer.headers["location"].partition("?")[0]) == (303, "/event")
    assert decided(claims) == [
        {"decision": ruling, "claims": ["N-1", "S-1"], "by": "ed", "at": "2026-01-01T12:00:00+00:00", "why": "two days"}
    ]
    assert load_decisions(claims.with_name("decisions.jsonl"))
    assert "Recorded:" in page.get(answer.headers["location"]).text


def test_the_next_report_knows_the_decision_and_the_claim_file_is_as_it_was(page: TestClient, claims: Path) -> None:
    finding = the_finding(claims)
    page.post("/decide", data={**PAIR, "decision": "not a contradiction"})
    assert finding not in {f["id"] for f in outcome(str(claims))["findings"]}
    assert page.get(f"/finding?id={finding}").status_code == 404
    assert claims.read_text(encoding="utf-8") == TWO


def test_a_decision_is_shown_at_once_and_taken_back_and_brought_back(page: TestClient, claims: Path) -> None:
    finding = the_finding(claims)
    page.post("/decide", data={**PAIR, "decision": "not a contradiction"})
    for shown in (404, 200, 404, 200):
        assert page.get(f"/finding?id={finding}").status_code == shown
        form = hidden(page.get("/decisions").text)
        answer = page.post("/decide", data={**form, "decision": "undo"})
        assert answer.status_code == 303
    assert [d["decision"] for d in decided(claims)] == ["not a contradiction", *["undo"] * 4]


@given(st.lists(st.integers(-8, 2), max_size=9))
def test_a_page_takes_for_in_effect_what_the_engine_does(steps: list[int]) -> None:
    """Steps from 0 are rulings, the same ones time and again; those below take back the line so far before them."""
    lines: list[Decision] = []
    for step in steps:
        if step >= 0:
            lines.append(Decision(decision=Ruling.SAME, claims=("a", f"b{step}")))
        elif len(lines) >= -step:
            lines.append(Decision(decision=Ruling.UNDO, of=lines[step].id))
    undone = {d.id for d in lines if d.decision is Ruling.UNDO}
    assert effective(lines) - undone == {d.id for d in in_force(lines)}


def test_taking_back_what_somebody_took_back_already_writes_nothing(page: TestClient, claims: Path) -> None:
    page.post("/decide", data={**PAIR, "decision": "same"})
    form = {"decision": "undo", "of": hidden(page.get("/decisions").text)["of"]}
    assert page.post("/decide", data=form).status_code == 303
    again = page.post("/decide", data=form)
    assert (again.status_code, "took that back already" in again.text) == (422, True)
    assert len(decided(claims)) == 2


def test_the_name_is_asked_once_in_a_browser(page: TestClient, claims: Path) -> None:
    assert 'name="by"' in page.get("/claims").text
    unnamed = page.post("/decide", data={"claim": ["N-1", "S-1"], "decision": "same", "why": "kept"})
    assert (unnamed.status_code, 'value="kept"' in unnamed.text) == (422, True)
    assert not claims.with_name("decisions.jsonl").read_text(encoding="utf-8")
    answer = page.post("/decide", data={**PAIR, "decision": "same", "by": "Zoë; = قلم"})
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie and "SameSite=strict" in cookie
    assert 'name="by"' not in page.get("/claims").text
    page.post("/decide", data={"claim": ["N-1", "S-1"], "decision": "unsure"})
    assert [d["by"] for d in decided(claims)] == ["Zoë; = قلم"] * 2


def test_the_name_can_be_changed(page: TestClient) -> None:
    assert page.post("/name", data={"by": "another"}).headers["location"] == "/name"
    assert 'value="another"' in page.get("/name").text


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({"decision": "same", "claim": ["N-1"]}, "at least two"),
        ({"decision": "same", "claim": ["N-1", "N-1"]}, "at least two"),
        ({"decision": "same", "claim": ["N-1", "gone"]}, "no claim"),
        ({"claim": ["N-1", "S-1"]}, "Choose what is decided"),
        ({"decision": "delete", "claim": ["N-1", "S-1"]}, "Choose what is decided"),
        ({"decision": "undo", "of": "d-000000000000"}, "not in the file"),
        ({"decision": "disposition", "claim": ["N-1", "S-1"]}, "Choose what the desk does"),
        ({"decision": "disposition", "claim": ["N-1", "S-1"], "disposition": "prioritise a source"}, "whose source"),
        ({"decision": "disposition", "claim": ["N-1"], "disposition": "pending"}, "No finding joins"),
        ({"decision": "edit", "claim": "N-1", "was": "no JSON"}, "open the claim again"),
        ({"decision": "edit", "claim": "N-1", "was": "[1]"}, "open the claim again"),
        ({"decision": "edit", "claim": "N-1", "was": "{}"}, "No column was changed"),
    ],
)
def test_a_form_that_decides_nothing_is_told_why(page: TestClient, claims: Path, form: Any, told: str) -> None:
    answer = page.post("/decide", data={"by": "ed", **form})
    assert (answer.status_code, told in unescape(answer.text)) == (422, True), answer.text
    log = claims.with_name("decisions.jsonl")
    assert not log.exists() or not log.read_text(encoding="utf-8")


def test_a_form_of_far_too_many_fields_is_refused(page: TestClient, claims: Path) -> None:
    assert page.post("/decide", data={**PAIR, "decision": "same", "x": ["y"] * 3000}).status_code == 413
    assert not claims.with_name("decisions.jsonl").exists()


def test_a_disposition_stands_with_the_finding_and_in_the_report(page: TestClient, claims: Path) -> None:
    finding = the_finding(claims)
    form = {
        **PAIR,
        "decision": "disposition",
        "finding": finding,
        "disposition": "prioritise a source",
        "prefer": "S-1",
    }
    answer = page.post("/decide", data=form)
    assert answer.headers["location"].startswith(f"/finding?id={finding}&done=d-")
    (found,) = (f for f in outcome(str(claims))["findings"] if f["id"] == finding)
    assert (found["disposition"]["disposition"], found["disposition"]["prefer"]) == ("prioritise a source", "S-1")
    assert "prioritise a source" in page.get("/").text


def test_a_claim_is_preferred_only_with_a_source_to_prioritise(page: TestClient, claims: Path) -> None:
    page.post("/decide", data={**PAIR, "decision": "disposition", "disposition": "pending", "prefer": "S-1"})
    assert "prefer" not in decided(claims)[0]


def test_a_correction_is_kept_with_what_it_was_and_changes_the_result(page: TestClient, claims: Path) -> None:
    answer = page.post("/decide", data=form_of(page, "S-1", quantity="at least 23", notes="see <b>the</b> page"))
    assert answer.headers["location"].startswith("/claim?id=S-1&done=d-")
    (made,) = decided(claims)
    assert made["set"] == {"quantity": "at least 23", "notes": "see <b>the</b> page"}
    assert made["was"] == {"quantity": "at least 58", "notes": ""}
    assert claims.read_text(encoding="utf-8") == TWO
    assert not [f for f in outcome(str(claims))["findings"] if f["verdict"] == "contradiction"]
    shown = page.get("/claim?id=S-1").text
    assert "correction of" in shown and 'value="at least 23"' in shown and "<b>the</b>" not in shown


def test_a_correction_that_makes_no_claim_is_refused_with_all_that_was_typed(page: TestClient, claims: Path) -> None:
    form = form_of(page, "S-1", date="yesterday", notes="long\r\nthought")
    answer = page.post("/decide", data=form)
    assert answer.status_code == 422
    assert re.search(r"date:.*yesterday", unescape(answer.text))
    assert "\nlong\nthought</textarea>" in answer.text and "\nyesterday</textarea>" in answer.text
    assert not claims.with_name("decisions.jsonl").read_text(encoding="utf-8")


def test_two_windows_on_one_column_conflict_and_lose_nothing(claims: Path) -> None:
    one, two = browser_of(desk_of(claims)), browser_of(desk_of(claims))  # two processes: nothing is shared but the file
    first = form_of(one, "S-1", quantity="at least 60", victims="people")
    second = form_of(two, "S-1", quantity="at least 70", notes="mine too")
    assert one.post("/decide", data=first).status_code == 303
    refused = two.post("/decide", data=second)
    assert refused.status_code == 409
    for shown in ("at least 58", "at least 60", "at least 70", "mine too"):
        assert shown in refused.text
    assert len(decided(claims)) == 1
    fields = re.findall(r'<textarea name="([^"]*)"[^>]*>\n(.*?)</textarea>', refused.text, re.DOTALL)
    typed = {name: unescape(value) for name, value in fields}
    assert typed == {"set.quantity": "at least 70", "set.notes": "mine too"}
    again = two.post("/decide", data={**hidden(refused.text), **typed, "by": "ed"})
    assert again.status_code == 303
    assert decided(claims)[1]["set"] == {"quantity": "at least 70", "notes": "mine too"}
    assert decided(claims)[1]["was"]["quantity"] == "at least 60"
    assert outcome(str(claims))["claims"][1]["victims"] == "people"


def test_two_windows_on_two_columns_do_not_conflict(claims: Path) -> None:
    one, two = browser_of(desk_of(claims)), browser_of(desk_of(claims))
    first, second = form_of(one, "S-1", victims="people"), form_of(two, "S-1", notes="mine")
    assert [w.post("/decide", data=f).status_code for w, f in ((one, first), (two, second))] == [303, 303]
    assert [d["set"] for d in decided(claims)] == [{"victims": "people"}, {"notes": "mine"}]


def test_a_claim_that_changed_in_its_file_conflicts_as_well(page: TestClient, claims: Path) -> None:
    form = form_of(page, "S-1", quantity="at least 70")
    claims.write_text(TWO.replace("at least 58", "at least 61"), encoding="utf-8")
    refused = page.post("/decide", data=form)
    assert (refused.status_code, "at least 61" in refused.text) == (409, True)


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (
            {"decision": "disposition", "disposition": "pending"},
            {"decision": "disposition", "disposition": "unconfirmed"},
        ),
        ({"decision": "same"}, {"decision": "unsure"}),
        ({"decision": "a contradiction"}, {"decision": "a contradiction"}),
    ],
    ids=lambda form: form["decision"],
)
def test_two_windows_on_one_question_conflict(claims: Path, mine: dict[str, str], theirs: dict[str, str]) -> None:
    one, two = browser_of(desk_of(claims)), browser_of(desk_of(claims))
    opened = hidden(two.get(f"/finding?id={the_finding(claims)}").text) | PAIR
    assert one.post("/decide", data={**opened, **theirs, "by": "one"}).status_code == 303
    refused = two.post("/decide", data={**opened, **mine, "why": "because"})
    told = theirs.get("disposition", theirs["decision"])
    assert (refused.status_code, f"{told} (by one" in refused.text, 'value="because"' in refused.text) == (
        409,
        True,
        True,
    )
    assert len(decided(claims)) == 1
    again = {**hidden(refused.text), **PAIR, **mine}
    assert two.post("/decide", data=again).status_code == 303
    assert len(decided(claims)) == 2


def test_two_windows_on_two_questions_do_not_conflict(claims: Path) -> None:
    one, two = browser_of(desk_of(claims)), browser_of(desk_of(claims))
    opened = hidden(two.get(f"/finding?id={the_finding(claims)}").text) | PAIR
    one.post("/decide", data={**opened, "decision": "same"})
    assert two.post("/decide", data={**opened, "decision": "a contradiction"}).status_code == 303


def test_a_line_cut_off_is_told_on_every_page_and_survived(page: TestClient, claims: Path) -> None:
    log = claims.with_name("decisions.jsonl")
    page.post("/decide", data={**PAIR, "decision": "same"})
    with log.open("a", encoding="utf-8") as stream:
        stream.write('{"decision": "diff')
    assert "is cut off" in page.get("/").text and "{&#34;decision&#34;: &#34;diff" in page.get("/claims").text
    page.post("/decide", data={**PAIR, "decision": "unsure"})
    assert "is cut off" not in page.get("/").text
    assert [d["decision"] for d in decided(claims)] == ["same", "unsure"]
    assert outcome(str(claims))["run"]["decisions"] == 2


def test_files_changed_on_disk_are_noticed(page: TestClient, claims: Path) -> None:
    assert "2 claims" in page.get("/claims").text
    third = but(id="N-9", quantity="99")
    claims.write_text(TWO + table([third]), encoding="utf-8")
    assert "3 claims" in page.get("/claims").text
    line = {"decision": "not a contradiction", "claims": ["N-1", "S-1"], "by": "by hand"}
    claims.with_name("decisions.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    assert "by hand" in page.get("/decisions").text
    actors = "version: 1\nactors:\n  - {id: daily-group, name: The ISPR Group, kind: armed group, aliases: [ISPR]}\n"
    claims.with_name("actors.yaml").write_text(actors, encoding="utf-8")
    assert "The ISPR Group" in page.get("/claims").text
    mapping = 'version = 1\n[constants]\nnotes = "mapped anew"\n'
    claims.with_name("claims.csv.map.toml").write_text(mapping, encoding="utf-8")
    assert "mapped anew" in page.get("/claim?id=N-1").text


def test_files_that_cannot_be_read_any_more_are_told_and_mended(page: TestClient, claims: Path) -> None:
    log = claims.with_name("decisions.jsonl")
    log.write_text("nonsense\n", encoding="utf-8")
    answer = page.get("/")
    assert (answer.status_code, "line 1: not a decision" in answer.text) == (503, True)
    assert page.post("/decide", data={**PAIR, "decision": "same"}).status_code == 503
    log.unlink()
    claims.unlink()
    assert "no such file" in page.get("/").text
    project(claims.parent)
    assert page.get("/").status_code == 200


def test_the_result_is_judged_once_for_one_content(claims: Path) -> None:
    desk = desk_of(claims)
    first = desk.snapshot()
    claims.write_text(TWO, encoding="utf-8")
    assert desk.snapshot() is first
    page = browser_of(desk)
    page.post("/decide", data={**PAIR, "decision": "same"})
    assert desk.snapshot() is not first
    claims.with_name("decisions.jsonl").unlink()
    assert desk.snapshot() is first


def test_a_folder_is_a_project_too(tmp_path: Path) -> None:
    claims = project(tmp_path / "project")
    page = browser_of(desk_of(claims.parent))
    page.post("/decide", data={**PAIR, "decision": "same"})
    assert len(decided(claims)) == 1
    project(claims.parent, table([SOUTH[:0] or ["id", "kind", "frame", "claimant", "source"],
                                  ["F-1", "characterization", "raid", "A", "B"]]), "more.csv")  # fmt: skip
    assert "3 claims" in page.get("/claims").text


def test_a_decision_that_cannot_be_written_is_told_and_lost_by_nobody(
    page: TestClient, claims: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("claims.line_log.os.fsync", full)
    answer = page.post("/decide", data={**PAIR, "decision": "same", "why": "kept"})
    assert (answer.status_code, 'value="kept"' in answer.text) == (507, True)
    assert "No space left on device" in answer.text
    assert claims.with_name("decisions.jsonl").read_bytes() == b""


def test_the_address_of_a_refused_form_can_be_loaded_anew(page: TestClient) -> None:
    assert page.get("/decide").headers["location"] == "/decisions"


def test_nothing_leads_away_from_the_server(page: TestClient) -> None:
    for name in ("finding", "back", "next"):
        form = {**PAIR, "decision": "same", name: "http://evil.example/"}
        assert page.post("/decide", data=form).headers["location"].startswith("/event?id=e-")
