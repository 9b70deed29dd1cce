"""Places of claims: the file that was named, and a line only where rows are lines."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from command import TWO
from feed_results import nothing
from sheets import xlsx

from counterclaim.project import judge_files
from reconcile.result import RejectedRow, RowRead
from reports.spots import Spot, spot_of, spot_of_row

ROWS = list(csv.DictReader(io.StringIO(TWO)))


def spots(path: Path) -> list[Spot | None]:
    """Where the two claims of a file stand."""
    result = judge_files([str(path)])[0].result
    return [spot_of(result, name) for name in ("N-1", "S-1")]


def test_rows_of_a_table_are_lines_with_the_header_as_the_first(tmp_path: Path) -> None:
    path = tmp_path / "c.csv"
    header, north, south = TWO.splitlines()
    path.write_text("\n".join([header, north.replace("soldiers", '"soldiers\nand police"'), south]), encoding="utf-8")
    assert spots(path) == [Spot(str(path), 2), Spot(str(path), 4)]
    assert path.read_text(encoding="utf-8").splitlines()[3].startswith("S-1")


def test_rows_of_json_lines_are_lines(tmp_path: Path) -> None:
    path = tmp_path / "c.jsonl"
    path.write_text("\n".join(map(json.dumps, ROWS)), encoding="utf-8")
    assert spots(path) == [Spot(str(path), 1), Spot(str(path), 2)]


@pytest.mark.parametrize("name", ["c.json", "c.yaml"])
def test_entries_of_a_list_are_no_lines(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(json.dumps(ROWS), encoding="utf-8")
    assert spots(path) == [Spot(str(path), None), Spot(str(path), None)]


def test_a_sheet_among_several_is_named_beside_its_file(tmp_path: Path) -> None:
    path = tmp_path / "a#b.xlsx"
    header, north, south = list(csv.reader(io.StringIO(TWO)))
    path.write_bytes(xlsx({"North": [header, north], "South": [header, south]}))
    assert spots(path) == [Spot(str(path), 2, "North"), Spot(str(path), 2, "South")]


def test_standard_input_and_what_was_not_read_have_no_place() -> None:
    result = nothing().model_copy(update={"places": {"a": RowRead("-", 3)}})
    assert spot_of(result, "a") is None and spot_of(result, "b") is None


def test_a_file_as_a_whole_has_no_line() -> None:
    row = RejectedRow(path="c.csv", row=0, column="", value="", reason="x")
    assert spot_of_row(nothing(), row) == Spot("c.csv", None)
