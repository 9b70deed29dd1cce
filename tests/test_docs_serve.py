"""What docs/serve.md says is so."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
from command import ROOT, SOUTH, ask, table, two_claims
from serving import browser_of, desk_of, project

from claims.lexicon import data
from reports.web import server

PAGE = (ROOT / "docs" / "serve.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^counterclaim serve .*$", PAGE, re.MULTILINE)


@pytest.mark.parametrize("line", COMMANDS)
def test_its_commands_serve(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    served: list[Any] = []
    monkeypatch.setattr(server, "run", lambda desk, *_, **__: served.append(desk.snapshot()))
    (tmp_path / "folder").mkdir()
    monkeypatch.chdir(Path(two_claims(tmp_path)).parent)
    project(Path("folder"))
    assert ask(*shlex.split(line)[1:]).exit_code == 0
    assert len(served[0].judged.result.claims) == 2


def test_it_names_only_options_that_there_are() -> None:
    helped = ask("serve", "--help").output
    named = set(re.findall(r"`(--[a-z-]+)`", PAGE))
    assert {"--port", "--map", "--decisions"} <= named
    assert all(option in helped for option in named)


def test_it_names_every_type_and_the_properties_that_are_compared() -> None:
    section = PAGE.partition("## In OpenRefine")[2]
    words = data("reports", "web.yaml")
    named = set(re.findall(r"`([a-z_]+)`", section))
    assert set(words["types"]) <= named
    assert named <= {*words["types"], *words["properties"]["event"], "evidence_bits"}


def test_the_addresses_that_it_names_answer(tmp_path: Path) -> None:
    page = browser_of(desk_of(project(tmp_path)))
    for path in ("/", *set(re.findall(r"`(/[a-z.]+)`", PAGE))):
        assert page.get(path, follow_redirects=True).status_code == 200, path


def test_the_file_of_cut_off_lines_is_where_it_says(tmp_path: Path) -> None:
    desk = desk_of(project(tmp_path))
    assert f"`{desk.log.beside.name}`" in PAGE
    project(tmp_path, table([SOUTH]), ".decisions.jsonl.torn")
    assert len(desk_of(tmp_path).snapshot().judged.result.claims) == 2, "it is no file of claims"
