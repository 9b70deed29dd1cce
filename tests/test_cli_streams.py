"""What leaves the command: to pipes and terminals, from hostile texts, and the same bytes every time."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import random
import re
import subprocess
import sys
from pathlib import Path

import pytest
from command import (
    READ,
    TWO,
    ask,
    environment,
    outcome,
    printed,
    python,
    refused,
    shipped,
    shipped_bytes,
    started,
    steering,
    table,
    told,
)
from sample_results import HOSTILE

from counterclaim.fixtures import fixture_sets, fixtures_folder
from counterclaim.options import FORMS


def test_a_reader_that_stops_early_is_no_error() -> None:
    process = started("demo", "--set", "contested", "--format", "json")
    assert process.stdout and process.stderr
    process.stdout.close()
    said = process.stderr.read().decode()
    process.stderr.close()
    assert (process.wait(), said) == (141, "")


FULL = Path("/dev/full")
CHECK = ("check", str(fixtures_folder() / "border" / "claims.csv"), "--fail-on", "note")


@pytest.mark.skipif(not FULL.exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_a_full_disk_is_not_taken_for_a_conflict(stream: str) -> None:
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with FULL.open("wb") as full:
        streams[stream] = full.fileno()
        ended = subprocess.run(
            [sys.executable, "-m", "counterclaim", *CHECK], **streams, env=environment(), check=False
        )  # fmt: skip
    assert ended.returncode == 2
    said = (ended.stdout or b"") + (ended.stderr or b"")
    assert b"Traceback" not in said and (stream == "stderr" or b"No space left on device" in said)


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of POSIX closes the streams")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_closed_stream_changes_no_status(closed: str, tmp_path: Path) -> None:
    line = f'"$0" -m counterclaim "$@" {closed}'
    out = tmp_path / "found.txt"
    ended = subprocess.run(
        ["sh", "-c", line, sys.executable, *CHECK, "-o", str(out)], capture_output=True, env=environment(), check=False
    )
    assert (ended.returncode, b"Traceback" in ended.stderr, "contradiction" in out.read_text()) == (1, False, True)


def test_an_interruption_has_a_status_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("counterclaim.project.judge_files", interrupted)
    result = ask("demo")
    assert (result.exit_code, result.stderr) == (130, "counterclaim: interrupted\n")


def test_a_pipe_gets_utf8_whatever_the_system_prefers() -> None:
    out, err = started("demo", "--set", "quiet", PYTHONIOENCODING="cp1252").communicate()
    assert (out.decode(), err) == (shipped("quiet", "terminal"), b"")


@pytest.mark.parametrize(
    ("words", "changes", "colored"),
    [([], {}, True), ([], {"NO_COLOR": "1"}, False), (["--no-color"], {}, False), ([], {"TERM": "dumb"}, False)],
    ids=["a terminal", "NO_COLOR", "--no-color", "a dumb terminal"],
)
def test_colour_is_for_terminals_that_want_it(words: list[str], changes: dict[str, str], colored: bool) -> None:
    pty = pytest.importorskip("pty")
    screen, end = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "counterclaim", "report", "-", *words], stdin=subprocess.PIPE, stdout=end, stderr=end,
        env=environment(**{"TERM": "xterm", **changes}),
    )  # fmt: skip
    os.close(end)
    process.communicate(TWO.encode())
    shown = b""
    try:
        while piece := os.read(screen, 65536):
            shown += piece
    except OSError:
        pass  # the other end is closed: all was read
    os.close(screen)
    assert b"N-1" in shown and (b"\x1b[" in shown) is colored


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Claims whose every free text is hostile, with two claims that conflict for each text, and a row with no kind."""
    rows = []
    for n, (name, text) in enumerate(HOSTILE.items()):
        said = {"kind": "casualty", "measure": "killed", "victims": text, "source": text, "act": text,
                "place": text, "perpetrator": text, "event_type": text, "notes": text, "quote": text, "url": text,
                "event": f"{n} {text}", "claimant": f"{text} {name}", "own column": text}  # fmt: skip
        rows.append({**said, "id": f"{text}{n}a", "quantity": "23", "source": f"{text} 1"})
        rows.append({**said, "id": f"{text}{n}b", "quantity": "at least 58", "claimant": f"{name} {text} 2"})
        rows.append({**said, "kind": text or "none", "victims": text})
    path = tmp_path_factory.mktemp("hostile") / "c.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("form", FORMS)
def test_hostile_texts_are_inert_in_every_form(form: str, hostile: str) -> None:
    if FORMS[form].binary:
        assert printed("report", hostile, "--format", form)
        return
    text = told("report", hostile, "--format", form, "--all")
    if form not in (*READ, "json", "csv"):
        assert not [c for c in text if c < " " and c not in "\n\r\t"]
        return
    if form == "json":
        found = json.loads(text)
        assert len(found["claims"]) >= 2 * (len(HOSTILE) - 1) and found["rejected"]
        assert not [c for c in text if c < " " and c != "\n"]
        return
    assert "count-disjoint" in text or "cannot both be right" in " ".join(text.split())
    assert not steering(text)
    if form == "markdown":
        assert set(re.findall(r"<[^>\n]*", text)) <= {*re.findall(r'<a id="[\w-]+"', text), "</a", "<details",
                                                        "</details", "<summary", "</summary"}  # fmt: skip
    if form == "csv":
        cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_hostile_texts_are_inert_in_checks_and_explanations(hostile: str) -> None:
    checked = ask("check", hostile)
    assert checked.exit_code == 1 and not steering(checked.output)
    steered = json.loads(Path(hostile).read_text(encoding="utf-8").splitlines()[3])["id"]
    unknown = refused("explain", hostile, f"{steered}\x1b[2J", "x\u202e")
    assert "no claim has the id" in unknown and not steering(unknown)
    ids = [c["id"] for c in outcome(hostile)["claims"]]
    explained = told("explain", hostile, next(i for i in ids if "\x1b[31m" in i), next(i for i in ids if "\x07" in i))
    assert not steering(explained)


_DIGESTS = """
import hashlib, json, sys
from click.testing import CliRunner
from counterclaim.cli import cli
from counterclaim.options import FORMS
from counterclaim.fixtures import fixture_sets, fixtures_folder
for name in fixture_sets():
    for form in FORMS:
        path = str(fixtures_folder() / name / "claims.csv")
        out = CliRunner().invoke(cli, ["report", path, "--format", form]).stdout_bytes
        print(name, form, hashlib.sha256(out).hexdigest())
"""


def test_the_seed_of_hashes_changes_no_byte() -> None:
    here = "".join(
        f"{name} {form} {hashlib.sha256(shipped_bytes(name, form)).hexdigest()}\n"
        for name in fixture_sets()
        for form in FORMS
    )
    for seed in "12":
        assert python("-c", _DIGESTS, PYTHONHASHSEED=seed).stdout == here


TELL_PLACES = {"github", "junit", "sarif", "sqlite", "xlsx"}
"""Forms that say in which row, or in which file of which bytes, a claim was read; sheets keep the order of the rows."""


@pytest.mark.parametrize("form", [form for form in FORMS if form not in TELL_PLACES])
@pytest.mark.parametrize("name", ["border", "contested"])
def test_the_order_of_the_rows_changes_no_byte(name: str, form: str, tmp_path: Path) -> None:
    header, *rows = csv.reader(io.StringIO((fixtures_folder() / name / "claims.csv").read_text(encoding="utf-8")))
    random.Random(7).shuffle(rows)
    path = tmp_path / "claims.csv"
    path.write_text(table([header, *rows]), encoding="utf-8")
    without_inputs = re.compile(r'"inputs":\[.*?\]|<td><code>[0-9a-f]{64}</code></td>|[\w./-]*claims\.csv')
    shuffled, ordered = told("report", str(path), "--format", form), shipped(name, form)
    assert without_inputs.sub("", shuffled) == without_inputs.sub("", ordered)
