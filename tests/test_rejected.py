"""What cannot be read is named with its file, row, column, value and remedy, and never stops the rest."""

from __future__ import annotations

import csv
import io
import json
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sheets import xlsx

from claims.read import Loaded, Rejected, UnreadableFile, load

HEADER = ["kind", "claimant", "source", "date", "measure", "quantity", "victims"]
GOOD = ["casualty", "Army", "Radio", "2025-10-11", "killed", "23", "soldiers"]
Write = Callable[[str, str | bytes], str]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def made(name: str, content: str | bytes) -> str:
        path = tmp_path / name
        path.write_bytes(content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content)
        return str(path)

    return made


def table(rows: Sequence[Sequence[Any]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def but(**changes: str) -> list[str]:
    return [changes.get(column, cell) for column, cell in zip(HEADER, GOOD, strict=True)]


def only(loaded: Loaded) -> Rejected:
    assert len(loaded.rejected) == 1, loaded.rejected
    return loaded.rejected[0]


def test_a_bad_spreadsheet_keeps_its_good_rows_and_names_every_bad_one(write: Write) -> None:
    header = ["kind", "claiment", "source", "date", "measure", "quantitty", "victims"]
    rows = [
        header, but(claimant="Müller", quantity="9"), but(date="11/10/2025"), but(kind="casulty"), GOOD,
        but(quantity="-5"), but(claimant=""), but(quantity="at least 58"),
    ]  # fmt: skip
    content = table(rows).encode() + table([but(claimant="José")]).encode("cp1252")
    path = write("bad.csv", content)
    loaded = load(path)
    assert [row for _, row in loaded.places] == [2, 5, 8]
    assert [(r.path, r.row, r.column, r.value) for r in loaded.rejected] == [
        (path, 3, "date", "11/10/2025"),
        (path, 4, "kind", "casulty"),
        (path, 6, "quantity", "-5"),
        (path, 7, "claimant", ""),
        (path, 9, "claimant", r"Jos\xe9"),
    ]
    remedies = ["write 2025-10-11", "write one of", "write", "who says it", "save the whole file as UTF-8"]
    for rejected, remedy in zip(loaded.rejected, remedies, strict=True):
        assert remedy in rejected.reason
    assert [(w.path, w.row, w.column, w.value) for w in loaded.warnings] == [
        (path, 1, "claimant", "claiment"),
        (path, 1, "quantity", "quantitty"),
        (path, 0, "date", "dates such as 11/10/2025"),
    ]
    assert str(loaded.warnings[0]).startswith(f"{path}, row 1: claiment: no column of this name; read as claimant")
    assert (loaded.inputs[0].claims, loaded.inputs[0].rejected) == (3, 5)


def test_every_problem_of_a_row_is_told_and_the_row_counted_once(write: Write) -> None:
    loaded = load(write("c.csv", table([HEADER, but(claimant="", date="soon", kind="rumour"), GOOD])))
    assert [r.column for r in loaded.rejected] == ["kind", "date", "claimant"]
    assert (loaded.inputs[0].claims, loaded.inputs[0].rejected) == (1, 1)


PROBLEMS = {
    "a count below zero": ({"low": -1}, "low", "-1", "below zero; write 0 or more"),
    "a count with separators": ({"high": "1,200"}, "high", "1,200", "write 1200"),
    "words for a bound": ({"best": "many"}, "best", "many", "write digits only"),
    "half a person": ({"best": 2.5}, "best", "2.5", "no whole number"),
    "a count beyond counting": ({"high": 10**12}, "high", "1000000000000", "too large"),
    "bounds the wrong way round": ({"low": 9, "high": 2}, "low", "9", "swap them"),
    "off the globe": ({"latitude": "91"}, "latitude", "91", "write degrees from -90 to 90"),
    "a decimal comma": ({"longitude": "34,5"}, "longitude", "34,5", "with a point"),
    "an unknown grade": ({"reliability": "G"}, "reliability", "G", "write one of A, B, C"),
    "a list for a text": ({"victims": ["a", "b"]}, "victims", "['a', 'b']", "holds a list, not a text"),
    "a truth value for a text": ({"quantity": True}, "quantity", "True", "write the words"),
    "no claimant": ({"claimant": None}, "claimant", "", "the name of who says it"),
    "a blank source": ({"source": "  "}, "source", "", "the outlet or document"),
    "no measure": ({"measure": ""}, "measure", "", "a casualty claim needs one"),
    "an impossible day": ({"date": "2025-02-30"}, "date", "2025-02-30", "no day of the calendar"),
    "half a character": ({"victims": "\ud800"}, "victims", r"\ud800", "no encoding has"),
    "half a character in a column of one's own": ({"desk": "\ud800"}, "desk", r"\ud800", "no encoding has"),
    "two keys for one column": ({"speaker": "Navy"}, "claimant", "Navy", "'claimant' and 'speaker' both mean claimant"),
}


@pytest.mark.parametrize(("changes", "column", "value", "remedy"), PROBLEMS.values(), ids=PROBLEMS)
@pytest.mark.parametrize("suffix", ["json", "jsonl"])
def test_a_problem_is_told_in_plain_words(
    suffix: str, changes: dict[str, Any], column: str, value: str, remedy: str, write: Write
) -> None:
    row = dict(zip(HEADER, GOOD, strict=True)) | changes
    rejected = only(load(write(f"c.{suffix}", json.dumps(row))))
    assert (rejected.row, rejected.column, rejected.value) == (1, column, value)
    assert remedy in rejected.reason
    assert "input" not in rejected.reason.casefold() and "http" not in rejected.reason


def test_a_row_longer_than_the_header_is_rejected_unless_the_surplus_is_empty(write: Write) -> None:
    loaded = load(write("c.csv", table([HEADER, [*GOOD, "", ""], [*GOOD, "x"]])))
    rejected = only(loaded)
    assert (rejected.row, rejected.value, [row for _, row in loaded.places]) == (3, "x", [2])
    assert "8 cells under 7 headers" in rejected.reason and "quotation marks" in rejected.reason


def test_a_quotation_mark_that_is_never_closed_costs_one_row(write: Write) -> None:
    loaded = load(write("c.csv", table([HEADER, GOOD]) + 'casualty,"Army,Radio\n' + table([GOOD, but(quantity="9")])))
    assert (only(loaded).row, [row for _, row in loaded.places]) == (3, [2, 4, 5])
    assert "never closed" in only(loaded).reason


def test_a_line_that_is_not_json_costs_one_row(write: Write) -> None:
    good = json.dumps(dict(zip(HEADER, GOOD, strict=True)))
    loaded = load(write("c.jsonl", f"{good}\n{{broken\n[1]\n\n{good}\n"))
    assert [row for _, row in loaded.places] == [1, 5]
    assert [(r.row, r.value) for r in loaded.rejected] == [(2, "{broken"), (3, "[1]")]
    assert "column 2" in loaded.rejected[0].reason


def test_a_used_id_with_other_content_names_the_first(write: Write) -> None:
    path = write("c.csv", table([["id", *HEADER], ["x", *GOOD], ["x", *but(quantity="24")], ["x", *GOOD]]))
    loaded = load(path)
    assert [c.id for c in loaded.claims] == ["x", "x~2"]
    assert (only(loaded).row, only(loaded).column) == (3, "id")
    assert f"{path}, row 2" in only(loaded).reason and "an id of its own" in only(loaded).reason


def test_the_users_own_header_is_named_when_it_differs(write: Write) -> None:
    header = [{"claimant": "Speaker"}.get(column, column) for column in HEADER]
    assert "'Speaker'" in only(load(write("c.csv", table([header, but(claimant="")])))).reason


SLIPS = {
    "claiment": "claimant", "sorce": "source", "knd": "kind", "dates": "date", "victmis": "victims",
    "quantitty": "quantity",
}  # fmt: skip


@pytest.mark.parametrize(("header", "column"), SLIPS.items(), ids=SLIPS)
def test_a_header_with_a_typing_slip_is_taken_and_told(header: str, column: str, write: Write) -> None:
    columns = [header if name == column else name for name in HEADER]
    loaded = load(write("c.csv", table([columns, GOOD])))
    assert getattr(loaded.claims[0], column) == GOOD[HEADER.index(column)]
    assert [(w.row, w.column, w.value) for w in loaded.warnings] == [(1, column, header)]
    assert f"read as {column}" in loaded.warnings[0].reason


@pytest.mark.parametrize(("header", "column"), [("score", "scope"), ("stonce", "stance")])
def test_a_header_that_may_mean_something_else_is_kept_and_asked_about(header: str, column: str, write: Write) -> None:
    loaded = load(write("c.csv", table([[*HEADER, header], [*GOOD, "4"]])))
    assert loaded.claims[0].extra == {header: "4"}
    assert (loaded.warnings[0].column, loaded.warnings[0].value) == (column, header)


def test_pointers_of_an_extraction_are_passed_over_with_one_warning(write: Write) -> None:
    good = dict(zip(HEADER, GOOD, strict=True))
    pointer = {"kind": "look_here", "document": "d", "quote": "q", "reason": "r"}
    loaded = load(write("c.jsonl", "\n".join(map(json.dumps, (good, pointer, pointer)))))
    assert (len(loaded.claims), loaded.rejected) == (1, [])
    assert [(w.row, w.column) for w in loaded.warnings if w.column] == [(2, "kind")]


UNREADABLE: dict[str, tuple[str, str | bytes, str]] = {
    "empty": ("c.csv", "", "it is empty"),
    "no header": ("c.csv", "1,2\n3,4\n", "no header row"),
    "a needed header missing": ("c.csv", "kind,claimant,quantity\n", "no header for source"),
    "many headers for one column": (
        "c.csv",
        "kind,claimant,source" + ",notes" * 50 + "\n",
        "'notes' and 47 more in row",
    ),
    "two headers for one column": ("c.csv", "kind,claimant,speaker,source\n", "'claimant' and 'speaker'"),
    "broken JSON": ("c.json", '[{"kind": 1,\n}]', "line 2, column 1"),
    "endless nesting": ("c.json", "[" * 100_000, "too deep"),
    "endless nesting in YAML": ("c.yaml", "[" * 100_000, "nested more than"),
    "JSON of something else": ("c.json", '{"name": "x"}', "holds no claims"),
    "no JSON in any line": ("c.jsonl", "a\nb\n", "no line of it is a JSON object"),
    "broken YAML": ("c.yaml", "- kind: [casualty\n- x", "begun in line 1 (line 3, column 1)"),
    "an unknown alias": ("c.yaml", "- *nothing", "names no anchor"),
    "binary": ("c.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not a text"),
    "a PDF": ("c.csv", b"%PDF-1.7 \xff", "PDF"),
    "a web page": ("c.xls", "<html><table>", "web page"),
    "a damaged workbook": ("c.xlsx", b"PK\x03\x04 and no more", "save it as XLSX again"),
    "a workbook of something else": ("c.xlsx", xlsx({"S": [["a"], ["b"]]}), "no header row"),
    "a locked workbook": ("c.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "workbook"),
    "no end of open quotation marks": ("c.csv", "kind,claimant,source\n" + 'a"x,"\n' * 200, "never closed"),
    "UTF-16 cut in half": ("c.csv", "kind,claimant".encode("utf-16") + b"\0", "UTF-16"),
}


@pytest.mark.parametrize(("name", "content", "reason"), UNREADABLE.values(), ids=UNREADABLE)
def test_a_file_that_cannot_be_read_says_why_in_one_sentence(
    name: str, content: str | bytes, reason: str, write: Write
) -> None:
    path = write(name, content)
    with pytest.raises(UnreadableFile) as caught:
        load(path)
    assert reason in caught.value.reason and "\n" not in caught.value.reason
    assert caught.value.path == path and str(caught.value).startswith(path)


def test_a_path_that_is_not_there_and_a_folder_without_claims_are_unreadable(tmp_path: Path, write: Write) -> None:
    write("readme.txt", "nothing")
    with pytest.raises(UnreadableFile, match="no such file"):
        load(str(tmp_path / "no.csv"))
    with pytest.raises(UnreadableFile, match="none of its files holds claims"):
        load(tmp_path)


def test_a_mapping_to_no_column_and_an_unknown_encoding_are_named(write: Write) -> None:
    path = write("c.csv", table([HEADER, GOOD]))
    with pytest.raises(UnreadableFile, match="'quantty' names no column"):
        load(path, mapping={"Toll": "quantty"})
    with pytest.raises(UnreadableFile, match="'utf-9' is no known encoding"):
        load(path, encoding="utf-9")


SUFFIXES = ["csv", "json", "jsonl", "yaml", "xlsx", "txt"]
_SEEDS = [
    table([HEADER, GOOD, but(quantity='"', claimant="é")]).encode(),
    json.dumps([dict(zip(HEADER, GOOD, strict=True))]).encode(),
    b"- {kind: casualty, claimant: &a A, source: *a, measure: killed}\n- &b [*b]\n",
    xlsx({"S": [HEADER, GOOD]}),
]


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A claim file with some bytes cut out and others put in."""
    seed = draw(st.sampled_from(_SEEDS))
    start = draw(st.integers(0, len(seed)))
    end = draw(st.integers(start, min(len(seed), start + 8)))
    return seed[:start] + draw(st.binary(max_size=6)) + seed[end:]


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=80) | damaged())
def test_no_bytes_raise_anything_but_unreadable_file(suffix: str, content: bytes, write: Write) -> None:
    path = write(f"c.{suffix}", content)
    try:
        loaded = load(path)
    except UnreadableFile as error:
        assert error.path == path
    else:
        for told in (*loaded.rejected, *loaded.warnings, *loaded.claims):
            repr(told).encode()  # it can be printed and written: no half characters are left


CELLS = st.sampled_from(["", "casualty", "rumour", "Army", "2025-10-11", "1/2/2025", "killed", "23", "-5", "dozens"])
CELLS |= st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=4)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.lists(CELLS, max_size=9), max_size=6), good=st.booleans())
def test_every_row_is_a_claim_or_rejected(rows: list[list[str]], good: bool, write: Write) -> None:
    rows = [*rows, GOOD] if good else rows
    loaded = load(write("c.csv", table([HEADER, ["", *GOOD[1:]], *rows])))
    told = {row for _, row in loaded.places} | {r.row for r in loaded.rejected}
    assert told >= {number for number, row in enumerate(rows, 3) if any(cell.strip() for cell in row)}
    assert {row for _, row in loaded.places}.isdisjoint(r.row for r in loaded.rejected)


def test_thousands_of_columns_of_one_name_are_told_apart_at_once(write: Write) -> None:
    many = 3000
    path = write("c.csv", table([[*HEADER, *["colour"] * many], [*GOOD, *["x"] * many]]))
    begun = time.perf_counter()
    (claim,) = load(path).claims
    assert time.perf_counter() - begun < 20  # a minute where each name is tried from the first number on
    assert len(claim.extra) == many and {"colour", "colour (2)", f"colour ({many})"} <= claim.extra.keys()
