"""Killed at any keystroke, the review has every decision that was made, and goes on."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from command import environment
from reviewing import brief, decided, desk_file, drafts, rows_of, typed

from claims.review.applying import reviewed
from claims.review.decisions import Decision
from claims.review.log import decisions_beside, log_of

KEYS = [b"a", b"e", b"place\n", b"Oldport\n", b"\n", b"u", b"d", b"r", b"1\n", b"d"]
PROMPT = b"q] ", b"> "


def started(path: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "counterclaim", "review", str(path), "--by", "ann"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment(),
    )  # fmt: skip


def wait_for_a_prompt(process: subprocess.Popen[bytes]) -> None:
    """Read what is shown until the next key is asked for."""
    assert process.stdout is not None
    shown = b""
    while not shown.endswith(PROMPT):
        assert select.select([process.stdout], [], [], 30)[0], shown
        piece = os.read(process.stdout.fileno(), 1 << 16)
        assert piece, shown
        shown += piece


def type_and_kill(path: Path, keys: list[bytes]) -> None:
    """Type keys, each once it is asked for, and kill the process as soon as it asks for the next."""
    process = started(path)
    assert process.stdin is not None
    for key in keys:
        wait_for_a_prompt(process)
        process.stdin.write(key)
        process.stdin.flush()
    wait_for_a_prompt(process)
    process.send_signal(signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    process.stdin.close()
    assert process.stdout is not None
    process.stdout.close()


def said(path: Path) -> list[dict[str, object]]:
    return [{k: v for k, v in line.items() if k not in ("at", "of")} for line in decided(path)]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_killed_after_any_keystroke_nothing_that_was_decided_is_missing(tmp_path: Path) -> None:
    made = {1: 1, 5: 2, 6: 3, 7: 4, 9: 5, 10: 6}  # decisions by how many keys were typed
    whole = tmp_path / "whole"
    whole.mkdir()
    typed(desk_file(whole), b"".join(KEYS).decode())
    expected = said(whole / "drafts.jsonl")
    assert [line["decision"] for line in expected] == ["accept", "edit", "undo", "drop", "repeats", "drop"]
    for count in range(1, len(KEYS) + 1):
        folder = tmp_path / str(count)
        folder.mkdir()
        path = desk_file(folder)
        type_and_kill(path, KEYS[:count])
        kept = max(n for keys, n in made.items() if keys <= count)
        assert said(path) == expected[:kept]
        rest = b"".join(KEYS[max(keys for keys in made if keys <= count) :])
        typed(path, rest.decode())
        assert said(path) == expected


def test_a_last_line_cut_anywhere_is_told_set_aside_and_costs_one_decision(tmp_path: Path) -> None:
    path = desk_file(tmp_path)
    typed(path, "ad")
    log = log_of(path)
    content = log.path.read_bytes()
    first = content.index(b"\n") + 1
    for cut in range(first + 1, len(content) - 1, 97):
        log.path.write_bytes(content[:cut])
        assert [d.claims for d in log_of(path).read().decisions] == [("d1",)]
        again = log_of(path)
        again.append(lambda _: Decision.model_validate({"decision": "drop", "claims": ["d3"]}))
        assert [name for _, name in brief(path)] == ["d1", "d3"]
        assert content[first:cut] in log.beside.read_bytes()
    log.path.write_bytes(content[: len(content) - 1])  # only the line end is missing: the line is whole
    typed(path, "d")
    assert [name for _, name in brief(path)] == ["d1", "d2", "d3"]


def test_two_people_at_once_lose_nothing(tmp_path: Path) -> None:
    path = desk_file(tmp_path)
    one, two = log_of(path), log_of(path)
    for n in range(20):
        line = Decision.model_validate({"decision": "drop", "claims": [f"d{n}"], "by": "ann" if n % 2 else "bob"})
        (one if n % 2 else two).append(lambda _, line=line: line)  # type: ignore[misc]
    assert [name for _, name in brief(path)] == [f"d{n}" for n in range(20)]
    assert one.read() == two.read()


def test_a_session_on_a_terminal_takes_single_keys_and_lines(tmp_path: Path) -> None:
    pty = pytest.importorskip("pty")
    path = desk_file(tmp_path)
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "counterclaim", "review", str(path)],
        stdin=theirs, stdout=theirs, stderr=theirs, env=environment(TERM="xterm"), start_new_session=True,
    )  # fmt: skip
    os.close(theirs)
    shown = b""
    for key in (b"a", b"e", b"place\n", b"Oldport\n", b"\n", b"\x1b[D", b"q"):
        while not shown.rstrip(b"\x1b[?0123456789;hlmnK").endswith((b"q] ", b"> ")):
            assert select.select([ours], [], [], 30)[0], shown
            shown += os.read(ours, 1 << 16)
        os.write(ours, key)
        before, shown = shown, b""
    assert process.wait(timeout=30) == 0
    os.close(ours)
    assert brief(path) == [("accept", "d1"), ("edit", "d2")]
    assert b"\x1b[1;38;5;" in before


def test_decisions_of_many_drafts_are_read_and_applied_in_little_time(tmp_path: Path) -> None:
    rows = [{**drafts()[0], "id": f"m{n}"} for n in range(500)]
    path = desk_file(tmp_path, rows)
    typed(path, "ad" * 50)
    found = reviewed(rows_of(path), decisions_beside(path)).rows
    assert [row["status"] for row in found[:100]] == ["accepted", "dropped"] * 50
    assert {row["status"] for row in found[100:]} == {"draft"}
