"""Workflow commands: read back as GitHub's runner reads them, at the rows they are about, one line each."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import pytest
from command import steering
from feed_results import nothing, placed, shipped_result
from hostile import hostile_result
from sample_results import HOSTILE, sample, with_every_text

from reconcile.result import Result
from reports.escape import visible
from reports.github import command
from reports.render import render


class Command(NamedTuple):
    """A command as the runner has it."""

    kind: str
    properties: dict[str, str]
    message: str


def parsed(line: str) -> Command:
    """After ActionCommand.TryParseV2 of https://github.com/actions/runner: the message begins at the second ``::``."""
    assert line.startswith("::")
    head, mark, message = line[2:].partition("::")
    assert mark
    kind, _, rest = head.partition(" ")
    pairs = [pair.partition("=") for pair in rest.split(",") if pair]
    values = {name: unescaped(value, "%3A:", "%2C,") for name, _, value in pairs}
    return Command(kind, values, unescaped(message))


def unescaped(text: str, *more: str) -> str:
    for escape in (*more, "%0D\r", "%0A\n", "%25%"):
        text = text.replace(escape[:3], escape[3:])
    return text


def commands(result: Result, **options: Any) -> list[Command]:
    text = "".join(render(result, "github", **options))
    assert not steering(text)
    return [parsed(line) for line in text.split("\n")[:-1]]


def test_bands_become_errors_warnings_and_notices_at_their_rows() -> None:
    unread, blame, count, tense, warning = commands(placed())
    assert unread == Command(
        "error", {"file": "claims.csv", "line": "7", "title": "a row that could not be read"},
        "claims.csv, row 7, column quantity (“1/2”): write a whole number",
    )  # fmt: skip
    assert [c.kind for c in (blame, count, tense, warning)] == ["error", "error", "notice", "notice"]
    assert blame.properties["file"] == "book.xlsx" and blame.properties["line"] == "5"
    assert count.properties == {
        "file": "claims.csv", "line": "2", "title": "contradiction over how many, serious 59",
    }  # fmt: skip
    assert count.message.startswith("Northern army said 23 soldiers killed;")
    assert count.message.endswith("[N-1 in Example Agency; S-1 in Example Agency] (f-count)")
    assert "file" not in warning.properties and "can be read in two ways" in warning.message


def test_a_moderate_conflict_is_a_warning() -> None:
    moderate = sample().findings[0].model_copy(update={"severity": 20})
    found = commands(sample().model_copy(update={"findings": [moderate], "rejected": []}))
    assert found[0].kind == "warning" and found[0].properties == {"title": "contradiction over how many, moderate 20"}


def test_a_threshold_leaves_out_what_is_below() -> None:
    assert [c.kind for c in commands(placed(), fail_on="head-on")] == ["error", "error", "notice"]


@pytest.mark.parametrize("words", [*HOSTILE.values(), "%0A::error::x", "50 %, a: b\r\n::stop-commands::x"])
def test_any_text_reads_back_from_message_and_property(words: str) -> None:
    line = command("warning", {"title": words or "x", "file": ""}, words)
    assert line.count("\n") == 1
    found = parsed(line.rstrip("\n"))
    assert found.message == visible(words)
    assert found.properties.get("title", "") == visible(words)


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_in_every_field_makes_no_command_of_its_own(words: str) -> None:
    assert [c.kind for c in commands(with_every_text(words))] == ["error", "error", "error", "notice", "notice"]


def test_attacks_make_no_command_of_their_own() -> None:
    result = hostile_result()
    found = commands(result)
    assert len(found) == len(result.rejected) + len(result.run.warnings) + sum(
        f.verdict.value in ("contradiction", "tension") for f in result.findings
    )
    assert {c.kind for c in found} <= {"error", "warning", "notice"}
    assert {name for c in found for name in c.properties} == {"file", "line", "title"}


def test_shipped_sets_name_the_rows_of_their_claims() -> None:
    found = commands(shipped_result("border"))
    assert len(found) > 10 and all(re.fullmatch(r"\d+", c.properties["line"]) for c in found)


def test_nothing_is_no_command() -> None:
    assert commands(nothing()) == []
