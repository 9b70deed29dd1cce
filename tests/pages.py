"""Pages of the documentation in a test: their parts, the sessions that they show, and how those are written anew.

``REGENERATE_GOLDEN=1 pytest tests/test_docs_*.py`` writes what the pages show of reports and sessions anew; read the
diff before keeping it.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from command import ROOT, ask, environment

DOCS = ROOT / "docs"
_FENCED = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PASSED_ON = re.compile(r"(.+?)(?: (\||>) (.*))?", re.DOTALL)
"""A command, and the commands or the file that its output goes to."""


@dataclass(frozen=True)
class Block:
    """A fenced block of a page: its language and its text, which begins at an offset of the page."""

    language: str
    text: str
    start: int


def blocks(text: str, language: str) -> list[Block]:
    """The fenced blocks of a text in a language."""
    return [Block(m[1], m[2], m.start(2)) for m in _FENCED.finditer(text) if m[1] == language]


def section(text: str, title: str) -> str:
    """What stands below a heading of the second level, up to the next one."""
    (found,) = re.findall(rf"^## {re.escape(title)}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    return str(found)


def assert_shown(page: Path, before: str, shown: str, told: str) -> None:
    """That a page shows, after the words ``before``, what was told; or, when regenerating, make it so."""
    if os.environ.get("REGENERATE_GOLDEN"):
        text = page.read_text(encoding="utf-8")
        assert before + shown in text
        page.write_text(text.replace(before + shown, before + told, 1), encoding="utf-8")
    else:
        assert shown == told, page.name


class Session:
    """A shell in a folder, for the sessions that pages show; ``counterclaim`` runs in this process."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.status = 0

    def transcript(self, block: str) -> str:
        """A session with what its commands print now in place of what it shows."""
        return "".join(f"{entered}{self.run(line)}" for entered, line in _commands(block))

    def run(self, line: str) -> str:
        """What a command prints, on both streams."""
        if line == "echo $?":
            return f"{self.status}\n"
        if not line.startswith("counterclaim "):
            return self._shell(line)
        found = _PASSED_ON.fullmatch(line.replace("\\\n", ""))
        assert found is not None
        command, then, rest = found.groups()
        result = ask(*shlex.split(command)[1:])
        self.status = result.exit_code
        if then is None:
            return result.output
        passed_on = self._shell(rest if then == "|" else f"cat > {rest}", result.stdout)
        self.status = self.status if then == "|" else result.exit_code
        return passed_on + result.stderr

    def _shell(self, line: str, given: str = "") -> str:
        done = subprocess.run(
            ["bash", "-c", line], input=given, cwd=self.folder, env=environment(LC_ALL="C.UTF-8"), text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, encoding="utf-8",
        )  # fmt: skip
        self.status = done.returncode
        return done.stdout


def _commands(block: str) -> Iterator[tuple[str, str]]:
    """Each command of a session as it stands there, with its prompts, and as a shell reads it."""
    for found in re.finditer(r"^\$ .*\n(?:^> .*\n)*", block, re.MULTILINE):
        yield found[0], re.sub(r"^(?:\$|>) ", "", found[0], flags=re.MULTILINE).rstrip("\n")
