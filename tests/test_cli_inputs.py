"""What the command takes in: claims from anywhere, actors and decisions beside them, and input it cannot use."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command import (
    HEADER,
    NORTH,
    SOUTH,
    TWO,
    ask,
    but,
    disputes,
    misused,
    outcome,
    refused,
    steering,
    table,
    told,
    two_claims,
)
from sheets import xlsx

from counterclaim.options import POLICIES


@pytest.fixture
def two(tmp_path: Path) -> str:
    """A file with two claims that contradict each other, alone in a folder."""
    return two_claims(tmp_path)


@pytest.mark.parametrize("suffix", ["csv", "json", "jsonl", "xlsx"])
def test_claims_come_from_standard_input_in_any_format(suffix: str, two: str) -> None:
    rows = [dict(zip(HEADER, row, strict=True)) for row in (NORTH, SOUTH)]
    contents: dict[str, str | bytes] = {
        "csv": TWO, "json": json.dumps(rows), "jsonl": "\n".join(map(json.dumps, rows)),
        "xlsx": xlsx({"S": [HEADER, NORTH, SOUTH]}),
    }  # fmt: skip
    assert told("report", "-", stdin=contents[suffix]) == told("report", two)


def test_a_folder_is_read_whole(tmp_path: Path, two: str) -> None:
    (tmp_path / "a.csv").write_text(table([HEADER, NORTH]), encoding="utf-8")
    (tmp_path / "b.csv").write_text(table([HEADER, SOUTH]), encoding="utf-8")
    assert told("report", str(tmp_path)) == told("report", two)


def test_a_header_is_mapped(tmp_path: Path, two: str) -> None:
    names = {"quantity": "Death toll", "claimant": "Who = said it"}
    path = tmp_path / "toll.csv"
    path.write_text(table([[names.get(h, h) for h in HEADER], NORTH, SOUTH]), encoding="utf-8")
    asked = ["--map", "Death toll=quantity", "--map", "Who = said it=claimant"]
    assert told("report", str(path), *asked) == told("report", two)


def test_a_mapping_that_cannot_be_meant_is_named(two: str) -> None:
    assert "'Toll' is not HEADER=COLUMN" in misused("report", two, "--map", "Toll")
    assert "'quantty' names no column" in refused("report", two, "--map", "Toll=quantty")


def test_a_mapped_header_that_is_not_there_is_named(two: str) -> None:
    (warning,) = outcome(two, "--map", "Death tol=quantity")["run"]["warnings"]
    assert "Death tol: mapped to quantity, but row 1 has no such header; its headers: id, kind," in warning


def test_a_policy_changes_how_words_are_read(tmp_path: Path) -> None:
    path = tmp_path / "c.csv"
    path.write_text(table([HEADER, but(quantity="dozens")]), encoding="utf-8")
    found = {policy: outcome(str(path), "--policy", policy) for policy in POLICIES}
    assert {p: r["run"]["numeral_policy"] for p, r in found.items()} == {p: p for p in POLICIES}
    read = {p: (r["claims"][0]["quantity"]["low"], r["claims"][0]["quantity"]["high"]) for p, r in found.items()}
    assert read["plain"] == (12, 99) and read["acled"] == (12, 12)


ACTORS = """version: 1
actors:
  - {id: velmar-front, name: Velmar Front, kind: armed group, aliases: [The Lanterns]}
"""


@pytest.mark.parametrize("beside", [True, False], ids=["beside the claims", "named"])
def test_own_actors_are_known(beside: bool, tmp_path: Path) -> None:
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "c.csv").write_text(table([HEADER, but(claimant="The Lanterns")]), encoding="utf-8")
    assert outcome(str(folder))["claims"][0]["camp"] is None
    path = (folder if beside else tmp_path) / "actors.yaml"
    path.write_text(ACTORS, encoding="utf-8")
    asked = [] if beside else ["--actors", str(path)]
    assert outcome(str(folder), *asked)["claims"][0]["camp"] == "Velmar Front"


def test_broken_actors_are_named(tmp_path: Path, two: str) -> None:
    path = tmp_path / "own.yaml"
    path.write_text("actors: 3", encoding="utf-8")
    assert f"{path}: no `version: 1`" in refused("report", two, "--actors", str(path))


def decided(path: str | Path, *rulings: tuple[str, str, str]) -> Path:
    lines = [json.dumps({"decision": r, "claims": [a, b], "by": "ed", "why": "as told"}) for r, a, b in rulings]
    Path(path).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return Path(path)


@pytest.mark.parametrize("beside", [True, False], ids=["beside the claims", "named"])
def test_a_decision_ends_a_contradiction(beside: bool, tmp_path: Path, two: str) -> None:
    assert frozenset(("N-1", "S-1")) in disputes(outcome(two))
    folder = Path(two).parent if beside else tmp_path
    path = decided(folder / "decisions.jsonl", ("not a contradiction", "N-1", "S-1"))
    found = outcome(two, *([] if beside else ["--decisions", str(path)]))
    assert disputes(found) == set() and len(found["events"]) == 1
    assert found["run"]["decisions"] == 1


def test_decisions_part_and_join_events(tmp_path: Path, two: str) -> None:
    path = decided(tmp_path / "d.jsonl", ("different", "N-1", "S-1"))
    assert [e["claims"] for e in outcome(two, "--decisions", str(path))["events"]] == [["N-1"], ["S-1"]]
    assert "A person decided that they are different" in told("explain", two, "N-1", "S-1", "--decisions", str(path))
    Path(two).write_text(table([HEADER, NORTH, [*SOUTH[:2], "2019-01-02", "Lima", *SOUTH[4:]]]), encoding="utf-8")
    assert len(outcome(two)["events"]) == 2
    decided(path, ("different", "N-1", "S-1"), ("same", "N-1", "S-1"))
    assert len(outcome(two, "--decisions", str(path))["events"]) == 1


def test_a_decision_about_a_claim_that_is_not_there_is_told(tmp_path: Path, two: str) -> None:
    path = decided(tmp_path / "d.jsonl", ("same", "N-1", "Z-9"))
    assert any("'Z-9'" in warning for warning in outcome(two, "--decisions", str(path))["run"]["warnings"])


BROKEN_DECISIONS = {
    "no JSON": "{broken", "no object": "7", "an unknown ruling": '{"decision": "maybe", "claims": ["a", "b"]}',
    "one claim": '{"decision": "same", "claims": ["a"]}', "too deep": "[" * 100_000,
}  # fmt: skip


@pytest.mark.parametrize("line", BROKEN_DECISIONS.values(), ids=BROKEN_DECISIONS)
def test_a_broken_decision_names_file_and_line(line: str, two: str) -> None:
    path = decided(Path(two).parent / "decisions.jsonl", ("same", "N-1", "S-1"))
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{line}\n", encoding="utf-8")
    assert f"{path}, line 3: " in refused("report", two)


@pytest.mark.parametrize(
    ("start", "between"),
    [("\ufeff", ""), ("", "\u2028")],
    ids=["with a byte order mark", "with a line separator in a text"],
)
def test_decisions_are_read_as_editors_save_them(start: str, between: str, two: str) -> None:
    line = '{"decision": "not a contradiction", "claims": ["N-1", "S-1"], "why": "one' + between + 'two"}\n'
    (Path(two).parent / "decisions.jsonl").write_text(start + line, encoding="utf-8")
    assert disputes(outcome(two)) == set()


UNUSABLE: dict[str, tuple[str, bytes | None, str]] = {
    "no such file": ("no.csv", None, "no such file"),
    "an empty folder": ("folder", None, "holds no claim files"),
    "binary": ("c.csv", bytes(range(256)) * 4, "not a text"),
    "an empty file": ("c.csv", b"", "it is empty"),
    "a broken workbook": ("c.xlsx", b"PK\x03\x04garbage", "save it as XLSX again"),
    "no needed header": ("c.csv", b"kind,claimant,quantity\ncasualty,A,3\n", "no header for source"),
    "a name that steers a terminal": ("\x1b[31m\u202eno\n.csv", None, "no such file"),
}


@pytest.mark.parametrize("command", ["report", "check", "explain"])
@pytest.mark.parametrize(("name", "content", "reason"), UNUSABLE.values(), ids=UNUSABLE)
def test_what_cannot_be_read_ends_in_one_line(
    command: str, name: str, content: bytes | None, reason: str, tmp_path: Path
) -> None:
    (tmp_path / "folder").mkdir()
    if content is not None:
        (tmp_path / name).write_bytes(content)
    said = refused(command, str(tmp_path / name), *(["a", "b"] if command == "explain" else []))
    assert reason in said and not steering(said)


BAD = {
    3: ("date", "11/10/2025", "write 2025-10-11"),
    4: ("kind", "casulty", "write one of casualty"),
    5: ("quantity", "-5", "cannot be negative; write"),
    6: ("claimant", "", "the name of who says it"),
    9: ("claimant", r"Jos\xe9", "save the whole file as UTF-8"),
}


@pytest.fixture
def bad(tmp_path: Path) -> str:
    """A wrong header, a bad date, an unknown kind, a negative count, no claimant, two encodings, and 3 good rows."""
    header = [{"claimant": "claiment"}.get(column, column) for column in HEADER]
    broken = [but(id=f"bad-{row}", **{column: value}) for row, (column, value, _) in BAD.items() if row != 9]
    rows = [header, NORTH, *broken, SOUTH, but(id="N-2", claimant="Müller")]
    path = tmp_path / "bad.csv"
    path.write_bytes(table(rows).encode() + table([but(id="bad-9", claimant="José")]).encode("cp1252"))
    return str(path)


def test_a_bad_spreadsheet_is_reported_with_every_bad_row(bad: str) -> None:
    found = outcome(bad)
    assert sorted(c["id"] for c in found["claims"]) == ["N-1", "N-2", "S-1"]
    assert [(r["path"], r["row"], r["column"], r["value"]) for r in found["rejected"]] == [
        (bad, row, column, value) for row, (column, value, _) in BAD.items()
    ]
    text = " ".join(told("report", bad, "--width", "400").split())
    for rejected, (row, (column, value, remedy)) in zip(found["rejected"], BAD.items(), strict=True):
        assert remedy in rejected["reason"]
        assert f"bad.csv, row {row}, column {column}{f' (“{value}”)' if value else ''}: " in text
        assert remedy in text
    assert "3 claims about" in text and "claiment: no column of this name; read as claimant" in text


def test_a_check_of_nothing_but_unreadable_rows_does_not_pass(tmp_path: Path) -> None:
    path = tmp_path / "c.csv"
    path.write_text(table([HEADER, but(kind="massacre")]), encoding="utf-8")
    result = ask("check", str(path))
    assert result.exit_code == 2
    assert "row 2, column kind" in result.stderr and "no claim could be read" in result.stderr
    report = ask("report", str(path))
    assert report.exit_code == 2
    assert "1 row could not be read." in " ".join(report.stdout.split())
    assert "no claim could be read" in report.stderr


def test_a_check_names_the_rows_it_could_not_read(bad: str) -> None:
    result = ask("check", bad)
    assert result.exit_code == 1
    assert all(f"row {row}, column {column}" in result.stderr for row, (column, _, _) in BAD.items())
