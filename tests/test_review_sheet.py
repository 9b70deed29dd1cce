"""Drafts in a workbook: what it looks like, and what a person's changes to its cells decide."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

from command import ask, misused, refused, told
from hostile import ATTACKS
from reviewing import brief, claims, decided, desk_file, drafts, typed
from sheets import ods, xlsx

from claims.read.workbook import sheets
from claims.review.sheet import COLUMNS

Cells = dict[str, str]


def read(path: Path) -> dict[str, list[list[str]]]:
    """The sheets of a workbook as texts."""
    return {name: [cells for _, cells in rows] for name, rows in sheets(path.read_bytes(), str(path))}


def written(path: Path) -> Path:
    """The workbook of a file of drafts."""
    book = path.with_suffix(".xlsx")
    told("review", str(path), "--sheet", str(book))
    return book


def saved(book: Path, change: Callable[[list[Cells]], list[Cells]], form: str = "xlsx") -> Path:
    """The workbook as a spreadsheet program saves it after a person worked on its rows."""
    found = read(book)
    header, *rows = found["Drafts"]
    worked = change([dict(zip(header, row, strict=False)) for row in rows])
    found["Drafts"] = [header, *([row.get(column, "") for column in header] for row in worked)]
    book.write_bytes((ods if form == "ods" else xlsx)(found))
    return book


def by_id(changes: dict[str, Cells]) -> Callable[[list[Cells]], list[Cells]]:
    return lambda rows: [row | changes.get(row["id"], {}) for row in rows]


def taken(path: Path, book: Path) -> str:
    """What is said when a workbook is taken over, with its exit status before it."""
    result = ask("review", str(path), "--by", "ann", "--read", str(book))
    return f"{result.exit_code} {result.stderr}"


def test_the_workbook_has_a_frozen_header_a_list_of_statuses_and_wrapped_quotes(tmp_path: Path) -> None:
    book = written(desk_file(tmp_path))
    assert read(book)["Drafts"][0] == list(COLUMNS)
    with zipfile.ZipFile(book) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
        styles = archive.read("xl/styles.xml").decode()
        listed = archive.read("xl/workbook.xml").decode()
    assert 'state="frozen"' in sheet and "<f>" not in sheet
    assert '<dataValidation type="list"' in sheet and '"draft,accepted,edited,dropped"' in sheet
    assert 'sqref="A2:A7"' in sheet
    assert len(re.findall(r"<col ", sheet)) >= len(COLUMNS) / 3 and 'wrapText="1"' in styles
    assert 'name="As written" sheetId="2" state="veryHidden"' in listed
    assert written(desk_file(tmp_path)).read_bytes() == book.read_bytes()


def test_a_workbook_that_nobody_changed_decides_nothing(tmp_path: Path) -> None:
    path = desk_file(tmp_path)
    typed(path, "e\nplace\n-\n\nd")
    before = decided(path)
    assert taken(path, written(path)) == "0 0 rows decided, 5 with nothing new, 0 refused\n"
    assert decided(path) == before


def test_statuses_and_edited_cells_become_decisions(tmp_path: Path) -> None:
    path = desk_file(tmp_path)
    changes = {
        "d1": {"status": "accepted"},
        "d2": {"date": "2024-05-13", "quantity": "more than 20"},
        "d3": {"status": "Dropped", "why": "the lede again"},
        "l4": {"status": "dropped"},
        "d5": {"status": "edited", "act": "the attack"},
    }
    assert taken(path, saved(written(path), by_id(changes))).startswith("0 5 rows decided, 0 with nothing new")
    assert brief(path) == [("accept", "d1"), ("edit", "d2"), ("drop", "d3"), ("drop", "l4"), ("edit", "d5")]
    assert decided(path)[1]["set"] == {"date": "2024-05-13", "quantity": "more than 20", "low": ""}
    assert decided(path)[2]["why"] == "the lede again"
    assert [(c["id"], c.get("quantity")) for c in claims(path)] == [("d1", "12"), ("d2", "more than 20"), ("d5", None)]
    assert "with nothing new, 0 refused" in taken(path, tmp_path / "drafts.xlsx")
    assert len(decided(path)) == 5


def test_rows_may_be_sorted_and_deleted_and_the_sheet_saved_as_ods(tmp_path: Path) -> None:
    path = desk_file(tmp_path)

    def change(rows: list[Cells]) -> list[Cells]:
        return [row | {"status": "accepted"} for row in reversed(rows) if row["id"] in ("d1", "d5")]

    assert taken(path, saved(written(path), change, "ods")).startswith("0 2 rows decided")
    assert [claim["id"] for claim in claims(path)] == ["d1", "d5"]


def test_what_was_decided_elsewhere_since_stays(tmp_path: Path) -> None:
    path = desk_file(tmp_path)
    book = written(path)
    typed(path, "e\nplace\nOldport\n\nd")
    assert taken(path, saved(book, by_id({"d3": {"status": "accepted"}}))).startswith(
        "0 1 rows decided, 4 with nothing"
    )
    assert [(c["id"], c.get("place")) for c in claims(path)] == [("d1", "Oldport"), ("d3", None)]


def test_wrong_rows_are_told_and_keep_no_other_from_being_taken(tmp_path: Path) -> None:
    path = desk_file(tmp_path)

    def change(rows: list[Cells]) -> list[Cells]:
        rows = by_id({
            "d1": {"status": "perhaps"},
            "d2": {"date": "some day"},
            "d3": {"quote": "no words of it"},
            "l4": {"victims": "families"},
            "d5": {"status": "accepted"},
        })(rows)  # fmt: skip
        return [*rows, rows[4], {"id": "d99", "status": "accepted"}]

    found = taken(path, saved(written(path), change))
    assert found.startswith("1 ")
    lines = found[2:].splitlines()
    assert lines[0].startswith(f"{tmp_path}/drafts.xlsx, row 2, status ('perhaps'): this is no status; write one of")
    assert lines[1].startswith(f"{tmp_path}/drafts.xlsx, row 3, date ('some day'): ")
    assert "row 4, quote ('no words of it'): a quote has to be words of the sentence" in lines[2]
    assert "row 5, victims ('families'): this row is a sentence to look at; set its kind" in lines[3]
    assert "row 7, id ('d5'): row 6 is about this draft already" in lines[4]
    assert "row 8, id ('d99'): no draft of" in lines[5]
    assert lines[6] == "1 rows decided, 0 with nothing new, 6 refused"
    assert brief(path) == [("accept", "d5")]


def test_a_status_set_back_takes_the_decision_back(tmp_path: Path) -> None:
    path = desk_file(tmp_path)
    typed(path, "aadd")
    back = {"d2": {"status": "draft"}, "d3": {"status": "accepted"}, "l4": {"status": "draft"}}
    taken(path, saved(written(path), by_id(back)))
    assert [claim["id"] for claim in claims(path)] == ["d1", "d3"]
    assert "2 accepted, 2 to decide and 1 to look at" in typed(path, "q")


def test_a_repeat_is_linked_by_its_id_and_a_sentence_becomes_a_claim(tmp_path: Path) -> None:
    path = desk_file(tmp_path)
    typed(path, "a")
    said = {"kind": "casualty", "measure": "killed", "quantity": "some", "claimant": "neighbours"}
    book = saved(written(path), by_id({"d3": {"same_as": "d1"}, "l4": said}))
    assert taken(path, book).startswith("0 2 rows decided")
    assert [(c["id"][0], c["claimant"]) for c in claims(path)] == [("d", "police"), ("w", "neighbours")]
    before = decided(path)
    assert taken(path, book).startswith("0 0 rows decided")
    assert decided(path) == before and len(claims(path)) == 2
    assert "is no other draft" in taken(path, saved(written(path), by_id({"d5": {"same_as": "d9"}})))


def test_texts_are_inert_and_come_back_as_they_were(tmp_path: Path) -> None:
    rows = drafts()[:1]
    for n, attack in enumerate(ATTACKS):
        texts = dict.fromkeys(("quote", "sentence", "victims", "claimant", "place", "document"), attack)
        rows.append({**drafts()[0], **texts, "id": f"h{n}"})
    path = desk_file(tmp_path, rows)
    book = written(path)
    with zipfile.ZipFile(book) as archive:
        parts = [archive.read(name).decode() for name in archive.namelist() if name.endswith((".xml", ".rels"))]
    assert not any("<f>" in part or "<hyperlink" in part or 'TargetMode="External"' in part for part in parts)
    for cells in read(book)["Drafts"]:
        assert not any("\x1b" in cell or "\u202e" in cell or "\x00" in cell for cell in cells)
    assert taken(path, book).startswith("0 0 rows decided")
    assert taken(path, saved(book, by_id({"h2": {"date": "2024-05-13"}}))).startswith("0 1 rows decided")
    assert decided(path)[0]["set"] == {"date": "2024-05-13"}
    told("review", str(path), "-o", str(tmp_path / "claims.csv"))
    table = (tmp_path / "claims.csv").read_text(encoding="utf-8")
    assert "'=HYPERLINK" in table and ",=HYPERLINK" not in table and '"=HYPERLINK' not in table


def test_other_files_are_refused(tmp_path: Path) -> None:
    path = desk_file(tmp_path)
    other = tmp_path / "other.xlsx"
    other.write_bytes(xlsx({"Sheet1": [["kind", "claimant"], ["casualty", "a man"]]}))
    assert "no sheet has the columns status and id" in refused("review", str(path), "--read", str(other))
    assert "not a workbook" in refused("review", str(path), "--read", str(path))
    assert "does not end in .xlsx" in misused("review", str(path), "--sheet", "drafts.ods")
