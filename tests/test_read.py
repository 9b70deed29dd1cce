"""Claim files of every format, encoding and layout are read, and read alike."""

from __future__ import annotations

import csv
import gc
import hashlib
import io
import json
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sheets import ods, xlsx

from claims.model import Claim, Measure, with_content_id
from claims.read import Loaded, UnreadableFile, iter_claims, load

HEADER = ["kind", "claimant", "source", "date", "measure", "quantity", "victims", "notes"]
ROWS = [
    ["casualty", "Zabihullah Mujahid", "Shafaq", "2025-10-11", "killed", "58", "Pakistani soldiers", ""],
    ["casualty", "Міноборони", "Новини", "2025-10-12", "injured", "at least 9", "civilians", "said, later"],
    ["casualty", "وزارة الدفاع", "الجزيرة", "2025-10", "killed", "more than 200", "fighters", "two\nlines"],
]
Write = Callable[[str, str | bytes], str]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def made(name: str, content: str | bytes) -> str:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return str(path)

    return made


def table(rows: Sequence[Sequence[Any]], delimiter: str = ",") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return out.getvalue()


def records() -> list[dict[str, str]]:
    return [{k: v for k, v in zip(HEADER, row, strict=True) if v} for row in ROWS]


def expected() -> list[Claim]:
    return [with_content_id(Claim.model_validate(row)) for row in records()]


def said(loaded: Loaded, *columns: str) -> list[Any]:
    assert not loaded.rejected
    return [attrgetter(*columns)(claim) for claim in loaded.claims]


FORMATS = {
    "c.csv": table([HEADER, *ROWS]).encode(),
    "semicolon.csv": table([HEADER, *ROWS], ";").encode(),
    "c.tsv": table([HEADER, *ROWS], "\t").encode(),
    "pipe.csv": table([HEADER, *ROWS], "|").encode(),
    "mark.csv": table([HEADER, *ROWS]).encode("utf-8-sig"),
    "wide.csv": table([HEADER, *ROWS]).encode("utf-16"),
    "wide-unmarked.csv": table([HEADER, *ROWS]).encode("utf-16-le"),
    "windows-lines.csv": table([HEADER, *ROWS]).replace("\n", "\r\n").replace("two\r\nlines", "two\nlines").encode(),
    "c.json": json.dumps(records()).encode(),
    "wrapped.json": json.dumps({"schema_version": 1, "claims": records()}).encode(),
    "wide.json": json.dumps(records(), ensure_ascii=False).encode("utf-16"),
    "c.jsonl": "\n".join(json.dumps(r, ensure_ascii=False) for r in records()).encode(),
    "misnamed.json": "\n".join(json.dumps(r) for r in records()).encode(),
    "c.yaml": yaml.safe_dump(records(), allow_unicode=True).encode(),
    "documents.yml": yaml.safe_dump_all(records(), allow_unicode=True).encode(),
    "c.xlsx": xlsx({"Claims": [HEADER, *ROWS]}),
    "c.ods": ods({"Claims": [HEADER, *ROWS]}),
    "really-a-workbook.csv": xlsx({"Claims": [HEADER, *ROWS]}),
    "really-text.xls": table([HEADER, *ROWS], "\t").encode(),
    "titled.csv": table([["Claims log, kept by the desk"], [], HEADER, *ROWS]).encode(),
    "no-suffix": table([HEADER, *ROWS]).encode(),
}


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_gives_the_same_claims(name: str, write: Write) -> None:
    loaded = load(write(name, FORMATS[name]))
    assert (loaded.claims, loaded.rejected) == (expected(), [])


@pytest.mark.parametrize("name", FORMATS)
def test_standard_input_is_read_without_a_name_to_tell_its_format(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(FORMATS[name])))
    loaded = load("-")
    assert [c.claimant for c in loaded.claims] == [row[1] for row in ROWS]
    assert loaded.inputs[0].path == "-"


def test_the_stream_gives_what_load_gives(write: Write) -> None:
    path = write("c.csv", FORMATS["c.csv"])
    assert list(iter_claims(path)) == list(zip(load(path).places, load(path).claims, strict=True))


def test_the_stream_of_lines_does_not_wait_for_the_end_of_the_file(write: Write) -> None:
    line = json.dumps(records()[0]) + "\n"
    stream = iter_claims(write("c.jsonl", line * 5000 + "broken"))
    first = next(stream)
    assert isinstance(first, tuple) and first[0][1] == 1


def test_an_input_is_named_as_given_with_its_digest_and_counts(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    path = Path(write("in/c.csv", FORMATS["c.csv"]))
    monkeypatch.chdir(path.parent.parent)
    [used] = load(f"in{os.sep}c.csv").inputs
    assert used.path == f"in{os.sep}c.csv"
    assert (used.sha256, used.claims, used.rejected) == (hashlib.sha256(FORMATS["c.csv"]).hexdigest(), 3, 0)


def test_rows_are_the_lines_an_editor_shows(write: Write) -> None:
    rows = [HEADER, [*ROWS[0][:-1], "a note\nof three\nlines"], [], ROWS[1]]
    path = write("c.csv", table(rows))
    assert load(path).places == [(path, 2), (path, 6)]


def test_rows_of_a_sheet_are_those_the_program_shows(write: Write) -> None:
    rows: list[list[Any]] = [["Claims log"], [], HEADER, ROWS[0], [], ROWS[1]]
    assert [row for _, row in load(write("c.xlsx", xlsx({"Log": rows}))).places] == [4, 6]


def test_numbers_and_dates_of_a_sheet_read_as_words(write: Write) -> None:
    header: list[Any] = ["kind", "claimant", "source", "date", "measure", "quantity", "latitude"]
    row: list[Any] = ["casualty", "A", "B", date(2025, 10, 11), "killed", 23.0, 34.5]
    for name, make in (("c.xlsx", xlsx), ("c.ods", ods)):
        loaded = load(write(name, make({"S": [header, row]})))
        assert said(loaded, "date", "quantity", "latitude") == [("2025-10-11", "23", 34.5)]


def test_every_sheet_with_a_header_is_read_and_the_others_are_named(write: Write) -> None:
    book = xlsx({"North": [HEADER, ROWS[0]], "Read me": [["How to fill this in"]], "South": [HEADER, ROWS[1]]})
    loaded = load(write("c.xlsx", book))
    assert [path.rpartition("#")[2] for path, _ in loaded.places] == ["North", "South"]
    assert [w.value for w in loaded.warnings] == ["Read me"]


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("Outcome", "measure"), ("COUNT", "quantity"), ("Toll", "quantity"), ("who it was said by", ""),
        ("Said By", "claimant"), ("who_said-it", "claimant"), ("Outlet", "source"), ("lng", "longitude"),
        ("Side", "claimant_side"), ("When", "date"), ("Event date", "date"), ("Where", "place"),
        ("accused party", "accused"), ("Victim(s)", "victims"), ("Who was killed?", "victims"),
        ("source.url", "url"), ("Claimant Side", "claimant_side"), ("Fecha", "date"), ("Источник", "source"),
    ],
)  # fmt: skip
def test_headers_are_known_under_the_names_people_use(header: str, column: str) -> None:
    from claims.read.headers import Names

    assert Names("x", None).column(header) == column


def test_the_users_mapping_wins_and_the_displaced_column_is_kept(write: Write) -> None:
    header = ["kind", "who talks", "claimant", "source", "frame"]
    text = table([header, ["characterization", "A", "ref 7", "B", "raid"]])
    [claim] = load(write("c.csv", text), mapping={"Who Talks": "claimant"}).claims
    assert (claim.claimant, claim.extra) == ("A", {"claimant (unmapped)": "ref 7"})


def test_the_mapping_may_give_a_name_of_the_format_another_meaning(write: Write) -> None:
    row = {"kind": "characterization", "claimant": "A", "source": "B", "frame": "raid", "claimant_side": "Navy"}
    [claim] = load(write("c.jsonl", json.dumps(row)), mapping={"claimant side": "notes"}).claims
    assert (claim.claimant_side, claim.notes) == ("", "Navy")


def test_the_mapping_renames_the_keys_of_objects_too(write: Write) -> None:
    row = {"kind": "characterization", "who talks": "A", "source": "B", "frame": "raid"}
    for name, text in (("c.json", json.dumps([row])), ("c.jsonl", json.dumps(row)), ("c.yaml", yaml.safe_dump(row))):
        assert said(load(write(name, text), mapping={"who talks": "claimant"}), "claimant") == ["A"]


def test_columns_that_the_format_does_not_know_are_kept_and_named_once(write: Write) -> None:
    loaded = load(write("c.csv", table([[*HEADER, "Desk", "desk"], [*ROWS[0], "night", "2"], [*ROWS[1], "day", ""]])))
    assert [claim.extra for claim in loaded.claims] == [{"Desk": "night", "desk": "2"}, {"Desk": "day"}]
    assert [(w.row, w.value) for w in loaded.warnings] == [(1, "Desk, desk")]


def test_nested_objects_are_flattened(write: Write) -> None:
    row = {
        "kind": "casualty", "claimant": {"name": "Mujahid", "side": "Taliban"}, "measure": "killed",
        "source": {"outlet": "Dawn", "url": "https://dawn.example/1", "published": "2025-10-12", "desk": "world"},
        "quantity": {"wording": "at least 58", "low": 58, "high": None}, "place": {"name": "Spin Boldak", "lat": 31.0},
        "checked": {"by": "me"},
    }  # fmt: skip
    for name, content in (("c.json", {"claims": [row]}), ("c.jsonl", row), ("one.json", row), ("list.json", [row])):
        [claim] = load(write(name, json.dumps(content))).claims
        assert (claim.claimant, claim.claimant_side, claim.source) == ("Mujahid", "Taliban", "Dawn")
        assert (claim.url, claim.published, claim.place, claim.latitude) == (
            "https://dawn.example/1", "2025-10-12", "Spin Boldak", 31.0,
        )  # fmt: skip
        assert (claim.quantity, claim.low, claim.high) == ("at least 58", None, None)
        assert claim.extra == {"source.desk": "world", "checked": {"by": "me"}}


def test_yaml_words_stay_words(write: Write) -> None:
    text = "- &a {kind: casualty, claimant: Army, source: Radio, measure: killed, quantity: no, date: 2025-10-11}\n"
    text += "- {<<: *a, quantity: 010, notes: 12:30, victims: ~}\n"
    assert said(load(write("c.yaml", text)), "quantity", "notes", "date") == [
        ("no", "", "2025-10-11"),
        ("010", "12:30", "2025-10-11"),
    ]


def test_a_row_of_hxl_tags_under_the_header_is_no_claim(write: Write) -> None:
    tags = ["#meta+kind", "#contact", "#meta+source", "#date", "", "#affected+killed", "#affected", ""]
    assert load(write("c.csv", table([HEADER, tags, *ROWS]))).claims == expected()


@pytest.mark.parametrize(
    ("codec", "claimant", "source"),
    [
        ("cp1252", "José Muñoz’s office", "El País"),
        ("cp1251", "Міністерство оборони України", "Українська правда"),
        ("cp1251", "Министерство обороны", "Российская газета"),
        ("cp1256", "وزارة الدفاع الأفغانية", "الجزيرة"),
        ("cp1253", "Υπουργείο Άμυνας", "Καθημερινή"),
        ("cp1255", "משרד הביטחון", "הארץ"),
    ],
    ids=["western", "ukrainian", "russian", "arabic", "greek", "hebrew"],
)
def test_a_file_in_an_old_code_page_is_read_and_the_guess_is_told(
    codec: str, claimant: str, source: str, write: Write
) -> None:
    text = table([["kind", "claimant", "source", "frame"], ["characterization", claimant, source, "raid"]])
    loaded = load(write("c.csv", text.encode(codec)))
    assert said(loaded, "claimant", "source") == [(claimant, source)]
    assert codec[2:] in loaded.warnings[0].reason and "--encoding" in loaded.warnings[0].reason


def test_the_encoding_the_user_names_is_used_only_where_the_text_is_not_utf8(write: Write) -> None:
    top, row = "kind,claimant,source,frame\ncharacterization,Müller,B,raid\n", "characterization,Żółw,B,raid\n"
    path = write("c.csv", top.encode() + row.encode("cp1250"))
    assert said(load(path, encoding="cp1250"), "claimant") == ["Müller", "Żółw"]


def test_a_folder_is_read_in_the_order_of_names_without_what_lies_beside_claims(write: Write, tmp_path: Path) -> None:
    for name in ("b.csv", "a.csv", ".hidden.csv", "deeper/c.csv"):
        write(name, table([HEADER, ROWS[0]]))
    write("actors.yaml", "sides: []")
    write("decisions.jsonl", "{}")
    write("expected.json", "[]")
    write("places.csv", "name,lat\nKabul,34.5\n")
    write("photo.png", b"\x89PNG\r\n\x1a\n\0\0")
    loaded = load(str(tmp_path))
    assert [Path(used.path).name for used in loaded.inputs] == ["a.csv", "b.csv"]
    assert sorted(Path(w.path).name for w in loaded.warnings) == ["photo.png", "places.csv"]


def test_a_file_named_twice_is_read_once(write: Write, tmp_path: Path) -> None:
    path = write("c.csv", FORMATS["c.csv"])
    loaded = load([path, tmp_path])
    assert (len(loaded.claims), loaded.warnings[0].reason) == (3, "named twice; read once")


def test_the_same_claim_twice_is_kept_twice_under_ids_of_their_own(write: Write) -> None:
    ids = said(load(write("c.csv", table([HEADER, ROWS[0], ROWS[1], ROWS[0], ROWS[0]]))), "id")
    assert ids[2:] == [f"{ids[0]}~2", f"{ids[0]}~3"] and ids[1] not in (ids[0], *ids[2:])


def test_an_id_from_the_content_does_not_depend_on_the_order_of_rows_or_columns(write: Write) -> None:
    forth = load(write("a.csv", table([[*HEADER, "x", "y"], *([*r, "1", "2"] for r in ROWS)])))
    back = load(write("b.csv", table([["y", "x", *HEADER[::-1]], *(["2", "1", *r[::-1]] for r in ROWS[::-1])])))
    assert said(forth, "id") == said(back, "id")[::-1]


def test_progress_is_told_and_the_collector_is_left_as_it_was(write: Write) -> None:
    told: list[int] = []
    load(write("c.csv", table([HEADER, *(ROWS * 700)])), progress=told.append)
    assert told == [1000, 2000, 2100] and gc.isenabled()
    with pytest.raises(UnreadableFile):
        load(write("no.csv", "a,b\n1,2\n"))
    assert gc.isenabled()


WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), max_size=12).map(str.strip)
NAMES = WORDS.filter(bool)
CLAIMS = st.fixed_dictionaries(
    {"kind": st.just("casualty"), "claimant": NAMES, "source": NAMES, "measure": st.sampled_from(list(Measure))},
    optional={
        "date": st.dates(date(1900, 1, 1), date(2100, 1, 1)).map(str), "place": WORDS, "victims": WORDS, "notes": WORDS,
        "quantity": st.sampled_from(["23", "at least 58", "dozens", "0", "none"]), "low": st.integers(0, 50),
        "high": st.integers(50, 10**9), "latitude": st.floats(-90, 90), "quote": WORDS, "our own column": NAMES,
    },
)  # fmt: skip


def _as_csv(rows: list[dict[str, Any]]) -> str:
    columns = ["kind", "claimant", "source", *sorted({k for row in rows for k in row} - {"kind", "claimant", "source"})]
    return table([columns, *([row.get(c, "") for c in columns] for row in rows)])


WRITERS: dict[str, Callable[[list[dict[str, Any]]], str]] = {
    "csv": _as_csv,
    "jsonl": lambda rows: "".join(json.dumps(row) + "\n" for row in rows),
    "json": json.dumps,
    "yaml": lambda rows: yaml.safe_dump(rows, allow_unicode=True),
}


@pytest.mark.parametrize("suffix", WRITERS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(CLAIMS, min_size=1, max_size=4))
def test_any_claims_written_are_read_back_equal(suffix: str, rows: list[dict[str, Any]], write: Write) -> None:
    plain = [{k: str(v) if k == "measure" else v for k, v in row.items()} for row in rows]
    loaded = load(write(f"c.{suffix}", WRITERS[suffix](plain)))
    wanted = [Claim.model_validate({k: v for k, v in row.items() if v != ""}) for row in plain]
    assert not loaded.rejected
    assert [c.model_dump(exclude={"id"}) for c in loaded.claims] == [c.model_dump(exclude={"id"}) for c in wanted]
    assert len({c.id for c in loaded.claims}) == len(rows)
