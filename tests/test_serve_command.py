"""The command ``serve``: it prints an address of this machine; input that cannot be used ends it as any command."""

from __future__ import annotations

import re
import signal
import socket
import urllib.request
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from command import ask, misused, refused, started, two_claims
from serving import desk_of

import counterclaim.serving as serving
from reports.web import server


def test_it_prints_its_address_serves_and_stops(tmp_path: Path) -> None:
    process = started("serve", two_claims(tmp_path), "--no-browser")
    assert process.stdout and process.stderr
    line = process.stdout.readline().decode()
    (address,) = re.findall(r"^serving (http://127\.0\.0\.1:\d+/)  \(stop with Ctrl-C\)$", line)
    with urllib.request.urlopen(address, timeout=10) as answer:
        assert b"1 pair of statements cannot both be right" in answer.read()
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=10)
    assert (process.returncode, out, err) == (0, b"", b"")


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    """Instead of serving, what would be served."""
    calls: list[tuple[Any, ...]] = []
    monkeypatch.setattr(server, "run", lambda *words, **more: calls.append((*words, more)))
    return calls


def test_the_options_of_a_report_hold(tmp_path: Path, ran: list[tuple[Any, ...]]) -> None:
    path = two_claims(tmp_path)
    result = ask("serve", path, "--policy", "acled", "--port", "8765")
    assert result.exit_code == 0, result.output
    desk, port, more = ran[0]
    assert (port, more["opened"]) == (8765, True)
    assert desk.snapshot().judged.result.run.numeral_policy == "acled"
    assert desk.project.decisions == Path(path).with_name("decisions.jsonl")


def test_decisions_go_where_they_are_read(tmp_path: Path, ran: list[tuple[Any, ...]]) -> None:
    path, own = two_claims(tmp_path), tmp_path / "own.jsonl"
    own.write_text("", encoding="utf-8")
    assert ask("serve", path, "--decisions", str(own)).exit_code == 0
    assert ran[0][0].project.decisions == own


def test_input_that_cannot_be_used_is_told_before_anything_is_served(tmp_path: Path) -> None:
    assert "no such file" in refused("serve", str(tmp_path / "none.csv"))
    assert "name a file" in refused("serve", "-", stdin="")
    path = Path(two_claims(tmp_path))
    path.with_name("decisions.jsonl").write_text("nonsense\n", encoding="utf-8")
    assert "line 1: not a decision" in refused("serve", str(path))


@pytest.mark.parametrize("words", [("--as-of", "2025-01-01"), ("--online",)], ids=lambda words: words[0])
def test_the_page_is_of_here_and_now(tmp_path: Path, words: tuple[str, ...]) -> None:
    assert "No such option" in misused("serve", two_claims(tmp_path), *words)
    assert words[0] in ask("report", "--help").output, "other commands keep it"


def test_nobody_else_can_be_let_in(tmp_path: Path) -> None:
    assert "No such option" in misused("serve", two_claims(tmp_path), "--host", "0.0.0.0")
    with server.bound(0) as listening:
        assert listening.getsockname()[0] == "127.0.0.1"


def test_a_port_that_is_taken_is_told_with_the_remedy(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        assert f"port {port} cannot be used" in refused("serve", two_claims(tmp_path), "--port", port, "--no-browser")


@pytest.mark.parametrize("missing", ["fastapi", "uvicorn"])
def test_without_the_extra_it_says_what_to_install(
    tmp_path: Path, missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == missing else find_spec(name))
    told = refused("serve", two_claims(tmp_path))
    assert f"serve needs {missing}; install the extra: pip install 'counterclaim[serve]'" in told


def test_a_decision_is_kept_with_the_time_in_utc() -> None:
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00", server.now())


def test_help_loads_no_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "_need_the_extra", lambda: pytest.fail("loaded"))
    assert "Reconciliation API" in ask("serve", "--help").output


def test_a_result_is_not_judged_again_by_the_first_request(tmp_path: Path) -> None:
    desk = desk_of(two_claims(tmp_path))
    assert desk.snapshot() is desk.snapshot()
