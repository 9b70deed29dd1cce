"""Decisions on disk: added one line at a time, by any number of writers, and none lost to a program that was killed."""

from __future__ import annotations

import json
import multiprocessing
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from reconcile.decisions import Decision, DecisionError, load_decisions
from reports.web.decision_log import DecisionLog, Decisions

WHOLE = '{"decision": "same", "claims": ["a", "b"], "by": "ed"}\n'
TORN = '{"decision": "different", "claims": ["a", "b"], "by": "Jürgen'


def deciding(why: str) -> Callable[[Decisions], Decision]:
    return lambda _: Decision.model_validate({"decision": "same", "claims": ["a", "b"], "why": why})


def log_of(folder: Path, content: str | bytes | None = None) -> DecisionLog:
    path = folder / "decisions.jsonl"
    if content is not None:
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return DecisionLog(path)


def test_a_file_that_is_not_there_holds_no_decision_and_is_made_by_the_first(tmp_path: Path) -> None:
    log = log_of(tmp_path)
    assert log.read().decisions == ()
    made = log.append(deciding("first"))
    assert log.read().decisions == (made,) == tuple(load_decisions(log.path))


def test_a_line_keeps_every_script_and_what_other_tools_wrote(tmp_path: Path) -> None:
    other = '{"decision": "same", "claims": ["a", "b"], "tool": "theirs"}\n'
    log = log_of(tmp_path, other)
    log.append(deciding("قال \u2028 <b> \udc80"))
    assert log.path.read_text(encoding="utf-8").startswith(other)
    assert [d.why for d in load_decisions(log.path)] == ["", "قال \u2028 <b> \udc80"]
    assert len(log.path.read_bytes().splitlines()) == 2


@pytest.mark.parametrize("begun", [WHOLE.rstrip("\n"), "\ufeff" + WHOLE.rstrip("\n")], ids=["plain", "with a mark"])
def test_a_last_line_without_a_break_is_a_decision_and_nothing_is_glued_to_it(tmp_path: Path, begun: str) -> None:
    log = log_of(tmp_path, begun)
    assert len(log.read().decisions) == 1
    log.append(deciding("second"))
    assert [d.why for d in load_decisions(log.path)] == ["", "second"]


@pytest.mark.parametrize("cut", [len(TORN.encode()), len(TORN.encode()) - 5, 1], ids=["a word", "half a letter", "{"])
def test_a_line_cut_off_is_told_not_used_and_kept_beside(tmp_path: Path, cut: int) -> None:
    torn = TORN.encode()[:cut]
    log = log_of(tmp_path, WHOLE.encode() + torn)
    assert (len(log.read().decisions), log.read().torn) == (1, torn)
    log.append(deciding("next"))
    assert (log.read().torn, [d.why for d in load_decisions(log.path)]) == (b"", ["", "next"])
    assert log.beside.read_bytes() == torn + b"\n"
    assert log.beside.name.startswith("."), "a folder of claims must not be read with it"


def test_a_second_line_cut_off_is_kept_with_the_first(tmp_path: Path) -> None:
    log = log_of(tmp_path, "{")
    log.append(deciding("next"))
    with log.path.open("ab") as stream:
        stream.write(b"[")
    log.append(deciding("last"))
    assert log.beside.read_bytes() == b"{\n[\n"
    assert [d.why for d in load_decisions(log.path)] == ["next", "last"]


def test_a_whole_line_that_is_no_decision_is_an_error_that_names_it(tmp_path: Path) -> None:
    log = log_of(tmp_path, WHOLE + "nonsense\n" + WHOLE)
    with pytest.raises(DecisionError, match=r"decisions\.jsonl, line 2: not a decision"):
        log.read()
    before = log.path.read_bytes()
    with pytest.raises(DecisionError):
        log.append(deciding("next"))
    assert log.path.read_bytes() == before


def test_text_that_is_not_utf8_is_an_error_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(DecisionError, match="save it as UTF-8"):
        log_of(tmp_path, WHOLE.encode("utf-16")).read()


def test_what_the_maker_refuses_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    log = log_of(tmp_path, WHOLE)

    def refuse(_: Decisions) -> Decision:
        raise KeyError("no")

    with pytest.raises(KeyError):
        log.append(refuse)
    assert log.path.read_text(encoding="utf-8") == WHOLE
    log.append(deciding("the lock is free"))


def test_the_maker_sees_what_another_wrote_just_before(tmp_path: Path) -> None:
    log, other = log_of(tmp_path), log_of(tmp_path)
    seen = []
    other.append(deciding("theirs"))
    log.append(lambda before: (seen.extend(before), deciding("mine")(before))[1])
    assert [d.why for d in seen] == ["theirs"]


def test_a_file_put_in_place_by_an_editor_is_the_one_that_is_added_to(tmp_path: Path) -> None:
    log = log_of(tmp_path, WHOLE)
    edited = tmp_path / "new"
    edited.write_text(WHOLE.replace("ed", "editor"), encoding="utf-8")

    def replace_then_decide(before: Decisions) -> Decision:
        return deciding("mine")(before)

    os.replace(edited, log.path)  # noqa: PTH105 - as an editor does
    log.append(replace_then_decide)
    assert [d.by for d in load_decisions(log.path)] == ["editor", ""]


def write_many(path: str, who: str, times: int) -> None:
    log = DecisionLog(Path(path))
    for n in range(times):
        log.append(deciding(f"{who} {n}"))


def test_several_processes_lose_no_line(tmp_path: Path) -> None:
    log = log_of(tmp_path)
    writers = [multiprocessing.Process(target=write_many, args=(str(log.path), who, 25)) for who in "xyz"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    lines = [json.loads(line)["why"] for line in log.path.read_text(encoding="utf-8").splitlines()]
    assert sorted(lines) == sorted(f"{who} {n}" for who in "xyz" for n in range(25))
