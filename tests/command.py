"""The command in a test: run here or in a process of its own, with claims to run it on."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from counterclaim.cli import cli
from counterclaim.fixtures import fixtures_folder

ROOT = Path(__file__).resolve().parents[1]
HEADER = ["id", "kind", "date", "place", "measure", "quantity", "victims", "victim_side", "claimant", "source"]
NORTH = ["N-1", "casualty", "2025-10-11", "Peshawar", "killed", "23", "soldiers", "Pakistan", "ISPR", "Daily"]


def ask(*words: str, stdin: str | bytes | None = None) -> Result:
    """The command in this process, as if on a terminal that passes every byte on."""
    return CliRunner(env={"COLUMNS": "80"}).invoke(cli, list(words), input=stdin, color=True)


def told(*words: str, stdin: str | bytes | None = None) -> str:
    """What a command that works prints."""
    result = ask(*words, stdin=stdin)
    assert result.exit_code == 0, result.output
    return result.stdout


def refused(*words: str, stdin: str | bytes | None = None) -> str:
    """The one line that a command prints when it cannot use its input."""
    result = ask(*words, stdin=stdin)
    assert (result.exit_code, result.stdout) == (2, ""), result.output
    assert result.stderr.count("\n") == 1 and result.stderr.startswith("counterclaim: "), result.stderr
    return result.stderr


def misused(*words: str) -> str:
    """What is said about an option that cannot be right, after the usage line."""
    result = ask(*words)
    assert (result.exit_code, result.stdout) == (2, ""), result.output
    return result.stderr.rpartition("Error: ")[2]


def outcome(*words: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(told("report", *words, "--format", "json"))
    return found


def disputes(found: Mapping[str, Any]) -> set[frozenset[str]]:
    return {frozenset(f["claims"]) for f in found["findings"] if f["verdict"] in ("contradiction", "tension")}


def environment(**changes: str) -> dict[str, str]:
    """The environment of a process that runs this checkout, wherever it runs."""
    plain = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR")}
    return {**plain, "PYTHONPATH": str(ROOT), "COLUMNS": "80", **changes}


def python(*words: str, **changes: str) -> subprocess.CompletedProcess[str]:
    """What another Python says."""
    return subprocess.run(
        [sys.executable, *words], env=environment(**changes), capture_output=True, text=True, check=True
    )


def started(*words: str, **changes: str) -> subprocess.Popen[bytes]:
    """The command in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "counterclaim", *words], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, env=environment(**changes),
    )  # fmt: skip


def table(rows: Sequence[Sequence[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def but(**changes: str) -> list[str]:
    return [changes.get(column, cell) for column, cell in zip(HEADER, NORTH, strict=True)]


SOUTH = but(id="S-1", quantity="at least 58", claimant="Zabihullah Mujahid", source="Post")
TWO = table([HEADER, NORTH, SOUTH])


def two_claims(folder: Path) -> str:
    """A file with two claims that contradict each other, alone in a folder below this one."""
    path = folder / "project" / "claims.csv"
    path.parent.mkdir()
    path.write_text(TWO, encoding="utf-8")
    return str(path)


READ = ("terminal", "markdown", "html")
"""Forms that people read from top to bottom."""


@cache
def shipped(name: str, form: str) -> str:
    return told("report", str(fixtures_folder() / name / "claims.csv"), "--format", form)


@cache
def shipped_bytes(name: str, form: str) -> bytes:
    return printed("report", str(fixtures_folder() / name / "claims.csv"), "--format", form)


def printed(*words: str) -> bytes:
    """The bytes that a command that works prints."""
    result = ask(*words)
    assert result.exit_code == 0, result.output
    return result.stdout_bytes


def steering(text: str) -> list[str]:
    """The characters of a text that would act on a terminal: controls, and direction changes that are not isolates."""
    steers = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u200e\u200f"
    return [c for c in text if (unicodedata.category(c) == "Cc" and c != "\n") or c in steers]
