"""The pre-commit hook and the GitHub Action: what they run, on which files, and what a job makes of it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from command import ROOT, environment, two_claims
from test_docs import blocks, text_of

PAGE = ROOT / "docs" / "ci.md"


def parsed(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


ACTION = parsed(ROOT / "action.yml")
(HOOK,) = parsed(ROOT / ".pre-commit-hooks.yaml")
STEPS = ACTION["runs"]["steps"]


# pre-commit


def looked_at(path: str) -> bool:
    """Whether pre-commit hands a file to the hook: https://pre-commit.com/#creating-new-hooks."""
    return bool(re.search(HOOK["files"], path)) and not re.search(HOOK["exclude"], path)


@pytest.mark.parametrize(
    "path",
    ["claims.csv", "claims-2025.csv", "war/claims.xlsx", "claims/kunar.json", "claims/a.jsonl", "claims.yaml",
     "claims.ods"],
)  # fmt: skip
def test_the_hook_looks_at_claims(path: str) -> None:
    assert looked_at(path)


@pytest.mark.parametrize(
    "path",
    ["package.json", "disclaims.csv", "claims.py", "claims.expect.yaml", "claims/x.expect.yml", "claims/actors.yaml",
     "claims/people.yaml", "claims/decisions.jsonl", "claims/expected.json", "claims/sub/other.csv", "claims.csv.bak"],
)  # fmt: skip
def test_the_hook_looks_at_nothing_else(path: str) -> None:
    assert not looked_at(path)


def test_the_hook_runs_the_command_once_for_all_files(tmp_path: Path) -> None:
    assert HOOK["require_serial"] is True and HOOK["language"] == "python"
    program, *words = HOOK["entry"].split()
    assert program == "counterclaim"
    done = subprocess.run(
        [sys.executable, "-m", program, *words, two_claims(tmp_path)], env=environment(), capture_output=True
    )
    assert done.returncode == 1


def test_the_page_names_the_hook() -> None:
    for block in blocks(PAGE, "yaml"):
        for found in re.findall(r"- id: (\S+)", block):
            assert found == HOOK["id"]
    assert f"id: {HOOK['id']}" in text_of(PAGE)


# The action


def test_no_input_becomes_part_of_a_script() -> None:
    scripts = [step["run"] for step in STEPS if "run" in step]
    assert len(scripts) == 2 and not [script for script in scripts if "${{" in script]
    assert all(step["shell"] == "bash" for step in STEPS if "run" in step)


def test_every_input_is_used_and_documented() -> None:
    used = set(re.findall(r"\$\{\{ inputs\.([\w-]+) \}\}", (ROOT / "action.yml").read_text(encoding="utf-8")))
    assert used == set(ACTION["inputs"])
    rows = re.findall(r"^\| `([\w-]+)` \| (?:`(.*?)`)? ?\|", text_of(PAGE), re.MULTILINE)
    assert dict(rows) == {name: found["default"] for name, found in ACTION["inputs"].items()}


def test_the_workflow_of_the_page_gives_inputs_that_there_are() -> None:
    workflow = yaml.safe_load(blocks(PAGE, "yaml")[0])
    (step,) = [s for s in workflow["jobs"]["check"]["steps"] if "OWNER/counterclaim" in s["uses"]]
    assert set(step["with"]) <= set(ACTION["inputs"])
    assert [s["with"]["sarif_file"] for s in workflow["jobs"]["check"]["steps"] if "upload-sarif" in s["uses"]] == [
        step["with"]["sarif"]
    ]


def job(folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """The action's check in a job's own shell, with the inputs as given and the defaults otherwise."""
    bin_folder = folder / "bin"
    bin_folder.mkdir()
    command = bin_folder / "counterclaim"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m counterclaim "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    given = {name: found["default"] for name, found in ACTION["inputs"].items()} | {
        name.replace("_", "-"): value for name, value in inputs.items()
    }
    names = {variable: re.sub(r"\$\{\{ inputs\.|\s*\}\}", "", value) for variable, value in STEPS[-1]["env"].items()}
    variables = {variable: given[name] for variable, name in names.items()}
    path = f"{bin_folder}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", STEPS[-1]["run"]],
        cwd=folder, env=environment(PATH=path, **variables), capture_output=True, text=True,
    )  # fmt: skip


def test_a_job_fails_where_statements_conflict_and_says_where(tmp_path: Path) -> None:
    two_claims(tmp_path)
    done = job(tmp_path, paths="\n  \nproject/claims.csv\n")
    assert done.returncode == 1
    assert re.match(r"::\w+ file=project/claims\.csv,line=[23],title=contradiction", done.stdout)


def test_a_job_can_pass_all_the_same_and_write_sarif(tmp_path: Path) -> None:
    two_claims(tmp_path)
    done = job(tmp_path, paths="project", sarif="found.sarif", exit_zero="true", fail_on="note")
    assert done.returncode == 0, done.stderr
    assert "::" in done.stdout
    assert len(json.loads((tmp_path / "found.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]) == 1


def test_a_job_passes_below_the_severity(tmp_path: Path) -> None:
    two_claims(tmp_path)
    assert job(tmp_path, paths="project/claims.csv", fail_on="head-on").returncode == 0


@pytest.mark.parametrize("paths", ["$(touch ran)", "; touch ran", "--help", "`touch ran`", ""])
def test_a_hostile_input_runs_nothing_and_passes_nothing(paths: str, tmp_path: Path) -> None:
    done = job(tmp_path, paths=paths)
    assert done.returncode == 2
    assert not (tmp_path / "ran").exists()
