"""The command as its users meet it: help, reports and where they are written, checks, explanations, schemas."""

from __future__ import annotations

import csv
import io
import json
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
    misused,
    outcome,
    python,
    refused,
    shipped,
    shipped_bytes,
    told,
    two_claims,
)

from counterclaim.fixtures import fixture_sets, fixtures_folder
from counterclaim.options import FORMS

BORDER = str(fixtures_folder() / "border" / "claims.csv")
COMMANDS = ("report", "check", "explain", "demo", "schema")
SUFFIXES = {".txt": "terminal", ".md": "markdown", ".markdown": "markdown", ".json": "json", ".csv": "csv"}


@pytest.fixture
def two(tmp_path: Path) -> str:
    """A file with two claims that contradict each other, alone in a folder."""
    return two_claims(tmp_path)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_has_an_example_that_names_the_command(command: str) -> None:
    text = told(*filter(None, [command]), "--help")
    examples = text.partition("Example")[2]
    assert f"  counterclaim {command}".rstrip() in examples
    assert all(each in text for each in (COMMANDS if not command else ()))


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys, time\nfrom click.testing import CliRunner\nfrom counterclaim.cli import cli\n"
        f"for words in ([], *([c] for c in {COMMANDS!r})):\n"
        "    assert CliRunner().invoke(cli, [*words, '--help']).exit_code == 0\n"
        "heavy = {'pydantic', 'networkx', 'yaml', 'rapidfuzz', 'reconcile', 'claims', 'reports.render', 'jinja2'}\n"
        "print(sorted(heavy & set(sys.modules)), time.process_time())"
    )
    said = python("-c", code).stdout
    print(said)
    assert said.startswith("[] ")


def test_the_version_is_told_without_an_installed_package() -> None:
    assert re.fullmatch(r"counterclaim \d+\S*\n", told("--version"))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", fixture_sets())
def test_every_shipped_set_is_reported_in_every_form(name: str, form: str) -> None:
    assert shipped_bytes(name, form) or (name, form) == ("quiet", "github")
    if form not in (*READ, "json", "csv"):
        return
    text = shipped(name, form)
    result = json.loads(shipped(name, "json"))
    rows = list(csv.reader((fixtures_folder() / name / "claims.csv").read_text(encoding="utf-8").splitlines()))
    if form == "json":
        assert sorted(c["id"] for c in result["claims"]) == sorted(row[rows[0].index("id")] for row in rows[1:])
    elif form == "csv":
        assert [row["id"] for row in csv.DictReader(io.StringIO(text))] != []
        assert {row["id"] for row in csv.DictReader(io.StringIO(text))} == {f["id"] for f in result["findings"]}
    else:
        assert f"{len(result['claims'])} claims about {len(result['events'])} events" in text
        assert "It does not say which is right." in " ".join(text.split())
    assert "\x1b" not in text


def test_the_demo_is_the_report_of_the_shipped_border_claims() -> None:
    assert told("demo") == shipped("border", "terminal")


def test_the_demo_takes_another_set_and_every_form() -> None:
    assert told("demo", "--set", "contested", "--format", "json") == shipped("contested", "json")


def test_an_unknown_set_lists_those_there_are() -> None:
    assert "'peace' is none of border, contested, quiet" in misused("demo", "--set", "peace")


@pytest.mark.parametrize(("suffix", "form"), SUFFIXES.items())
def test_a_suffix_chooses_the_form_of_the_file(suffix: str, form: str, two: str, tmp_path: Path) -> None:
    target = tmp_path / f"report{suffix}"
    result = ask("report", two, "-o", str(target))
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", f"wrote {target}\n")
    assert target.read_bytes().decode() == told("report", two, "--format", form)


def test_a_named_form_wins_over_the_suffix(two: str, tmp_path: Path) -> None:
    told("report", two, "-o", str(tmp_path / "report.md"), "--format", "json")
    assert json.loads((tmp_path / "report.md").read_text(encoding="utf-8"))["schema_version"] == 1


@pytest.mark.parametrize("name", ["report.pdf", "report"])
def test_an_unknown_suffix_is_told_before_anything_is_read(name: str, tmp_path: Path) -> None:
    said = misused("report", "no-such-file.csv", "-o", str(tmp_path / name))
    assert ".md (markdown)" in said and "--format" in said
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_named(two: str, tmp_path: Path) -> None:
    assert f"{tmp_path}/no/r.md: cannot be written (No such file" in refused("report", two, "-o", f"{tmp_path}/no/r.md")


def test_a_full_disk_leaves_the_old_report_and_no_half_one(tmp_path: Path) -> None:
    target = tmp_path / "r.json"
    target.write_text("old", encoding="utf-8")
    command = f'ulimit -f 4; exec "{sys.executable}" -B -m counterclaim demo -o "{target}"'
    done = subprocess.run(["sh", "-c", command], env=environment(), capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"counterclaim: {target}: cannot be written (File too large)\n"
    assert target.read_text(encoding="utf-8") == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["r.json"]


@pytest.mark.parametrize("inputs", [["claims.csv"], ["."]], ids=["a file", "a folder"])
def test_a_report_never_takes_the_place_of_its_claims(
    inputs: list[str], two: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(Path(two).parent)
    assert "the claims come from this file" in refused("report", *inputs, "-o", "claims.csv")
    assert Path(two).read_text(encoding="utf-8") == TWO


def test_excel_gets_a_byte_order_mark(two: str) -> None:
    assert told("report", two, "--format", "csv", "--excel").startswith("\ufeffid,severity")


def test_a_width_holds_for_every_line(two: str) -> None:
    assert max(map(len, told("report", two, "--width", "50").splitlines())) <= 50


@pytest.mark.parametrize(("least", "status"), [("note", 1), ("moderate", 1), ("serious", 1), ("head-on", 0)])
def test_a_check_fails_from_a_severity_on(least: str, status: int, two: str) -> None:
    result = ask("check", two, "--fail-on", least)
    assert result.exit_code == status
    assert len(result.stdout.splitlines()) == status
    assert result.stderr == f"{status} at or above {least}; 2 claims, 1 event\n"


def test_a_check_prints_each_conflict_on_a_line_with_its_claims(two: str) -> None:
    line = ask("check", two).stdout
    finding = outcome(two)["findings"][0]
    assert line.startswith(finding["id"]) and finding["explanation"] in line and "[S-1, N-1]" in line


def test_a_check_can_print_and_pass(two: str) -> None:
    assert told("check", two, "--exit-zero") == ask("check", two).stdout != ""


def test_a_check_passes_where_nothing_conflicts() -> None:
    assert told("check", str(fixtures_folder() / "quiet" / "claims.csv"), "--fail-on", "serious") == ""


def test_the_pair_of_the_border_is_explained() -> None:
    text = told("explain", BORDER, "B-01", "B-02", "--width", "100")
    evidence = text.partition("Evidence between the two")[2].partition("How the words compare")[0]
    *parts, total = [float(n) for n in re.findall(r" ([+-]\d+\.\d+)$", evidence, re.MULTILINE)]
    assert len(parts) >= 4 and sum(parts) == pytest.approx(total)
    assert "means at least 58" in text and "23 Pakistani soldiers killed, means 23." in text
    assert "The two intervals share no number." in text
    assert "own-loss admission: Pakistan speaks of its own losses" in text


def test_an_explanation_is_also_json() -> None:
    found = json.loads(told("explain", BORDER, "B-01", "B-02", "--format", "json"))
    assert found["same_event"] is True
    assert sum(clue["bits"] for clue in found["link"]["clues"]) == pytest.approx(found["link"]["bits"])


def test_an_unknown_id_offers_near_ones() -> None:
    assert re.search(
        r"no claim has the id 'B-1'; the nearest ids are .*B-1\d", refused("explain", BORDER, "B-1", "B-02")
    )


def test_one_claim_twice_is_no_pair() -> None:
    assert "'B-01' is named twice" in refused("explain", BORDER, "B-01", "B-01")


@pytest.mark.parametrize("what", ["result", "claim"])
def test_a_schema_is_whole(what: str) -> None:
    schema = json.loads(told("schema", what))
    named = set(re.findall(r"#/\$defs/([^\"]+)", json.dumps(schema)))
    assert named == set(schema["$defs"]) and schema["$schema"].startswith("https://json-schema.org/")
    if what == "result":
        assert set(schema["properties"]) == set(json.loads(shipped("quiet", "json")))


def test_the_choices_of_the_options_are_those_of_the_engine() -> None:
    from claims.policy import policy_names
    from counterclaim.cli import BANDS
    from counterclaim.options import POLICIES
    from reconcile.severity import band, least_of

    assert set(POLICIES) == set(policy_names())
    assert [band(least_of(name)) for name in BANDS] == list(BANDS)
    assert {band(n) for n in range(101)} == set(BANDS)
