"""Servers that answer late, badly or not at all, and models that cannot be named: the drafts come out as without."""

from __future__ import annotations

import gzip
import json
import signal
import time
from pathlib import Path
from typing import Any

import pytest
from command import ask, misused, python, refused, started, told
from model_server import Reply, model_server, responds, says, writes
from opinions import (
    CARTERS,
    FIRST,
    RIVERMEN,
    SECOND,
    THIRD,
    article,
    extracted,
    opinions,
    with_opinions,
    without,
)
from reviewing import rows_of

from claims.opinion.asking import Asking
from claims.opinion.model import is_loopback


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tries follow each other at once."""
    monkeypatch.setattr("openai._base_client.INITIAL_RETRY_DELAY", 0.01)


# Servers that do not answer, and when to stop


def unanswered(tmp_path: Path, *replies: Reply, more: tuple[str, ...] = ()) -> str:
    """What is told where nothing usable comes; the drafts are those without any opinion."""
    with model_server(*replies) as served:
        rows, told_of = extracted(tmp_path, served, *more)
    assert rows == without(tmp_path)
    assert told_of.count("second opinion: ") == 1 and "asked about" not in told_of
    return told_of.partition("second opinion: ")[2]


NONE = "3 sentences without an answer: "
UNREADABLE = NONE + "the answer was none that can be read"
NOW = {"retry-after-ms": "1"}


@pytest.mark.parametrize(
    ("reply", "trouble"),
    [
        (Reply(500, b"\x1b[31mboom", NOW), NONE + "the server answered 500"),
        (Reply(401, b"{}"), "stopped asking: the server answered 401"),
        (Reply(307, headers={"Location": "http://evil.example/"}), NONE + "the server gave no answer of its protocol"),
        (Reply(body=b"<html>no model here</html>"), NONE),
        (Reply(body=b'{"choices": [{"message": {"content": "'), NONE),
        (Reply(body=b"x" * 1_000_000, times=8), NONE),
        (Reply(body=gzip.compress(says().body), headers={"Content-Encoding": "gzip"}), NONE),
        (writes("I am sorry, I cannot do that."), UNREADABLE),
        (writes('{"claims": [{"quote": "did for'), UNREADABLE),
    ],
    ids=["500", "401", "redirect", "html", "cut off", "huge", "compressed", "prose", "partial"],
)  # fmt: skip
def test_an_answer_that_is_none_leaves_the_drafts_as_they_are(reply: Reply, trouble: str, tmp_path: Path) -> None:
    told_of = unanswered(tmp_path, reply)
    assert told_of.startswith(trouble) and "\x1b" not in told_of and "drafts are written all the same" in told_of


def test_a_slow_server_is_waited_for_no_longer_than_was_said(tmp_path: Path) -> None:
    began = time.monotonic()
    told_of = unanswered(tmp_path, Reply(after=3), more=("--model-timeout", "0.3"))
    assert "the server took too long" in told_of and time.monotonic() - began < 2.5


def test_a_server_that_is_not_there_is_told(tmp_path: Path) -> None:
    with model_server(says()) as gone:
        pass
    rows, told_of = extracted(tmp_path, gone)
    assert rows == without(tmp_path) and "the server cannot be reached" in told_of


def test_a_server_that_is_busy_is_asked_again(tmp_path: Path) -> None:
    with model_server(Reply(429, b"{}", NOW), says(CARTERS)) as served:
        rows, _ = extracted(tmp_path, served)
        assert len(served.asked) == 2 and len(opinions(rows)) == 1


def test_two_failures_in_a_row_end_the_asking(tmp_path: Path) -> None:
    text = "".join(f"The raid left {n} rivermen of Easton{n} without breath.\n" for n in range(2, 40))
    with model_server(Reply(500, b"{}", NOW)) as served:
        _, told_of = extracted(tmp_path, served, text=text)
        assert len(served.asked) == 6  # twice three tries
    assert "stopped asking: the server answered 500" in told_of


def test_no_more_is_asked_than_was_said_and_sentences_to_look_at_come_first(tmp_path: Path) -> None:
    with model_server(says()) as served:
        _, told_of = extracted(tmp_path, served, "--most", "2")
        assert served.asked == [
            [
                {"sentence": 1, "text": SECOND, "before": FIRST, "after": THIRD},
                {"sentence": 2, "text": THIRD, "before": SECOND, "after": ""},
            ]
        ]
    assert "1 more sentence worth asking about; --most allows more" in told_of


def test_many_sentences_are_asked_about_some_at_a_time(tmp_path: Path) -> None:
    text = "".join(f"The raid left {n} rivermen of Easton{n} without breath.\n" for n in range(2, 14))

    def each(asked: list[dict[str, Any]]) -> Reply:
        quotes = [one["text"].removeprefix("The raid ").removesuffix(".") for one in asked]
        numbers = [quote.split()[1] for quote in quotes]
        pairs = enumerate(zip(quotes, numbers, strict=True), 1)
        return says(
            *(RIVERMEN | {"sentence": n, "quote": q, "quantity": k, "number": k, "claimant": ""} for n, (q, k) in pairs)
        )

    with model_server(each) as served:
        rows, _ = extracted(tmp_path, served, text=text)
        assert [len(asked) for asked in served.asked] == [5, 5, 2]
    assert [row["low"] for row in opinions(rows)] == [*range(2, 14)]
    assert [row["quote_start"] for row in rows] == sorted(row["quote_start"] for row in rows)


def test_an_interrupt_ends_the_asking_and_not_the_run(tmp_path: Path) -> None:
    output = tmp_path / "drafts.jsonl"
    with model_server(Reply(after=20)) as served:
        run = started("extract", str(article(tmp_path)), "--published", "2024-05-15", "--outlet", "Daily", "-o",
                      str(output), "--second-opinion", "m", "--model-url", served.url)  # fmt: skip
        while not served.asked:
            assert run.poll() is None
            time.sleep(0.02)
        run.send_signal(signal.SIGINT)
        _, told_of = run.communicate(timeout=10)
    assert run.returncode == 0 and b"stopped asking: interrupted" in told_of
    assert rows_of(output) == without(tmp_path)


# Naming a model


def test_where_sentences_go_is_said_before_any_is_sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with model_server(says()) as served:
        _, told_of = extracted(tmp_path, served)
    assert told_of.startswith(f"second opinion of m at {served.url[7:-3]} on this machine\n")
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
    monkeypatch.setattr(Asking, "with_opinions", lambda self, rows, *_: rows)
    said = ask("extract", str(article(tmp_path)), "--second-opinion", "openai:gpt-5-mini").stderr
    assert said.startswith(
        "second opinion of openai:gpt-5-mini at api.openai.com; sentences of the text leave this machine"
    )


@pytest.mark.parametrize(("name", "reply"), [("openai:m", responds(CARTERS)), ("openai-chat:m", says(CARTERS))])
def test_a_provider_gets_its_own_key_and_is_told_to_store_nothing(
    name: str, reply: Reply, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-own")
    for proxy in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(proxy, raising=False)
    path = tmp_path / "drafts.jsonl"
    told("extract", str(article(tmp_path)), "-o", str(path))
    with model_server(reply) as served:
        monkeypatch.setenv("OPENAI_BASE_URL", served.url)
        told("second-opinion", str(path), name)
        assert (served.keys, served.bodies[0]["store"]) == (["Bearer sk-own"], False)
    assert [row["opinion"] for row in opinions(rows_of(path))] == [name]


def test_a_key_of_openai_goes_to_no_other_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
    with model_server(says()) as served:
        extracted(tmp_path, served)
        monkeypatch.setenv("COUNTERCLAIM_MODEL_KEY", "of this server")
        extracted(tmp_path, served)
        assert served.keys == ["Bearer api-key-not-set", "Bearer of this server"]


def test_a_proxy_is_not_asked_for_a_server_of_this_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.delenv("NO_PROXY", raising=False)
    with model_server(says(CARTERS)) as served:
        assert len(opinions(extracted(tmp_path, served)[0])) == 1


@pytest.mark.parametrize(
    ("url", "local"),
    [
        ("http://localhost:11434/v1", True), ("http://127.0.0.7/v1", True), ("http://[::1]:80/v1", True),
        ("http://localhost.evil.example/v1", False), ("http://192.168.1.2/v1", False),
        ("http://127.0.0.1@evil.example/v1", False), ("", False),
    ],
)  # fmt: skip
def test_a_server_of_this_machine_is_told_by_its_address(url: str, local: bool) -> None:
    assert is_loopback(url) is local


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--second-opinion", "nobody:x"], "Unknown model: nobody:x"),
        (["--second-opinion", ""], "no model is named"),
        (["--second-opinion", "openai:gpt-5-mini"], "OPENAI_API_KEY"),
        (["--second-opinion", "m", "--model-url", "ftp://user:secret@host/"], "ftp://host/: no address of a server"),
    ],
)
def test_a_model_that_cannot_be_asked_is_an_error_before_anything_is_written(
    words: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    output = tmp_path / "drafts.jsonl"
    line = refused("extract", str(article(tmp_path)), "-o", str(output), *words)
    assert said in line and "secret" not in line and not output.exists()


def test_an_address_alone_is_misuse(tmp_path: Path) -> None:
    assert "goes with --second-opinion" in misused(
        "extract", str(article(tmp_path)), "--model-url", "http://localhost/v1"
    )


def test_without_the_extra_the_command_to_install_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claims.opinion.model.find_spec", lambda name: None)
    line = refused("extract", str(article(tmp_path)), "--second-opinion", "openai:gpt-5-mini")
    assert "pip install 'counterclaim[llm]'" in line


def test_nothing_of_it_is_loaded_unless_it_is_asked_for(tmp_path: Path) -> None:
    script = (
        "import sys; from click.testing import CliRunner; from counterclaim.cli import cli;"
        "r = CliRunner().invoke(cli, sys.argv[1:]); assert r.exit_code == 0, r.output;"
        "print([m for m in sys.modules if m.startswith(('pydantic_ai', 'openai', 'claims.opinion'))])"
    )
    assert python("-c", script, "extract", str(article(tmp_path))).stdout == "[]\n"


def test_a_file_that_cannot_hold_the_drafts_is_refused(tmp_path: Path) -> None:
    path = with_opinions(tmp_path)
    ods = path.rename(tmp_path / "drafts.txt")
    assert "drafts are written as .jsonl" in refused(
        "second-opinion", str(ods), "m", "--model-url", "http://localhost/v1"
    )
    ods.write_text(json.dumps({**rows_of(ods)[0], "my column": "x"}) + "\n")
    line = refused("second-opinion", str(ods), "m", "--model-url", "http://localhost/v1", "-o", str(tmp_path / "o.csv"))
    assert "has no column 'my column'" in line
    assert "there is no such file" in refused("second-opinion", str(path), "m")
