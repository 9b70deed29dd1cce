"""Data sets that people have are read under their real headers, and every row of them is accounted for."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from command import ask, misused, outcome, refused
from foreign import ACLED, AIRWARS, CLASH, MAVERICK, RAID, RALLY, SETS, SHELLING, STRIKE, UCDP, foreign_files, table_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.lexicon import data
from claims.model import Claim
from claims.read import Loaded, load
from claims.read.how import How
from claims.read.importers.known import importers
from claims.read.importers.written_dates import edtf_of, span
from counterclaim.options import IMPORTERS


def read(path: Path, text: str | bytes, how: How = How()) -> Loaded:  # noqa: B008 - frozen
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return load(path, how=how)


def counts(loaded: Loaded) -> list[tuple[Any, ...]]:
    return [(str(c.measure), c.victims, c.victim_side, c.quantity or (c.low, c.best, c.high)) for c in loaded.claims]


def test_ucdp_gives_the_total_and_each_part_that_is_not_zero(tmp_path: Path) -> None:
    loaded = read(tmp_path / "ged.csv", table_of(UCDP, CLASH))
    assert counts(loaded) == [
        ("killed", "people", "", (9, 9, 12)),
        ("killed", "combatants", "Government of Velmar", (None, 3, None)),
        ("killed", "combatants", "Velmar Front", (None, 6, None)),
    ]
    (total, *_) = loaded.claims
    assert (total.claimant, total.source, total.title) == ("army spokesman", "Agence A", "Nine dead in clash")
    assert (total.date, total.published, total.perpetrator) == (
        "2021-03-02", "2021-03-03", "Government of Velmar; Velmar Front",
    )  # fmt: skip
    assert total.extra["dyad_name"] == CLASH["dyad_name"] and total.extra["where_prec"] == "1"
    assert {c.event for c in loaded.claims} == {"UCDP 901"} and len({c.id for c in loaded.claims}) == 3


def test_ucdp_speaks_for_itself_where_it_names_several_sayers(tmp_path: Path) -> None:
    loaded = read(tmp_path / "ged.csv", table_of(UCDP, RAID))
    total, civilians, unknown = loaded.claims
    assert (total.claimant, total.relayed_from) == ("UCDP", "Agence A; Agence B")
    assert (total.date, total.published, total.perpetrator) == ("2021-03-05/2021-03-06", "2021-03-08", "Velmar Front")
    assert (civilians.best, unknown.low, unknown.best, unknown.high) == (4, 1, None, None)


def test_sides_of_a_dyad_may_be_swapped(tmp_path: Path) -> None:
    swap = {"side_a": "side_b", "side_b": "side_a", "deaths_a": "deaths_b", "deaths_b": "deaths_a"}
    there = read(tmp_path / "a.csv", table_of(UCDP, CLASH))
    back = read(tmp_path / "b.csv", table_of(UCDP, {swap.get(k, k): v for k, v in CLASH.items()}))
    assert there.claims[0] == back.claims[0]
    assert set(counts(there)) == set(counts(back))


def test_the_parts_of_an_event_do_not_contradict_its_total(tmp_path: Path) -> None:
    path = tmp_path / "ged.csv"
    path.write_text(table_of(UCDP, CLASH, RAID), encoding="utf-8")
    assert [f for f in outcome(str(path))["findings"] if f["verdict"] in ("contradiction", "tension")] == []


@pytest.mark.parametrize(("encoding", "mark"), [("cp1252", ";"), ("utf-8-sig", ";"), ("utf-16", "\t"), ("cp1252", ",")])
@pytest.mark.parametrize("name", SETS)
def test_a_set_that_a_spreadsheet_saved_again_gives_the_same_claims(
    tmp_path: Path, name: str, encoding: str, mark: str
) -> None:
    headers, row = SETS[name]
    text = table_of(headers, {k: v.replace("Velmar", "Peñón").replace("Kandu", "Çaïr") for k, v in row.items()})
    again = io.StringIO()
    csv.writer(again, delimiter=mark).writerows(csv.reader(io.StringIO(text)))
    plain = read(tmp_path / "plain.csv", text)
    saved = read(tmp_path / "saved.csv", again.getvalue().encode(encoding))
    assert plain.claims and "Çaïr" in str(plain.claims[0].place)
    assert saved.claims == plain.claims and not saved.rejected
    assert ("Windows-1252" in " ".join(map(str, saved.warnings))) == (encoding == "cp1252")


def test_older_ucdp_headers_are_known(tmp_path: Path) -> None:
    old = {"best": "best_est", "low": "low_est", "high": "high_est"}
    text = table_of([old.get(h, h) for h in UCDP], {old.get(k, k): v for k, v in CLASH.items()})
    assert counts(read(tmp_path / "old.csv", text))[0][3] == (9, 9, 12)


def test_acled_is_the_claimant_of_its_coding(tmp_path: Path) -> None:
    (claim,) = read(tmp_path / "acled.csv", table_of(ACLED, SHELLING, bom=True)).claims
    assert (claim.claimant, claim.relayed_from, claim.quote) == ("ACLED", "Agence A; Radio Kandu", SHELLING["notes"])
    assert (claim.date, claim.quantity, claim.event_type) == ("2021-03-02", "14", "Armed clash")


@pytest.mark.parametrize(
    ("changed", "date", "quantity"),
    [
        ({"fatalities": "0"}, "2021-03-02", "none reported"),
        ({"time_precision": "2"}, "2021-03-02~", "14"),
        ({"time_precision": "3"}, "2021-03", "14"),
        ({"event_date": "2021-03-02"}, "2021-03-02", "14"),
        ({"event_date": "02-Mar-2021"}, "2021-03-02", "14"),
    ],
)
def test_acled_codes_are_understood(changed: dict[str, str], date: str, quantity: str, tmp_path: Path) -> None:
    (claim,) = read(tmp_path / "a.csv", table_of(ACLED, {**SHELLING, **changed})).claims
    assert (claim.date, claim.quantity) == (date, quantity)


def test_airwars_reports_and_belligerents_concede(tmp_path: Path) -> None:
    loaded = read(tmp_path / "airwars.csv", table_of(AIRWARS, STRIKE))
    assert [(c.claimant, str(c.measure), c.victims, c.low, c.high) for c in loaded.claims] == [
        ("Airwars", "killed", "civilians", 5, 8),
        ("Airwars", "injured", "civilians", 10, None),
        ("Airwars", "killed", "children", 2, 2),
        ("Airwars", "killed", "people", 1, None),
        ("Velmar Air Force", "killed", "civilians", 1, 2),
    ]
    assert loaded.claims[-1].perpetrator == "Velmar Air Force"


def test_maverick_reports_are_claims_of_their_authors(tmp_path: Path) -> None:
    (claim,) = read(tmp_path / "m.csv", table_of(MAVERICK, RALLY)).claims
    assert (claim.event, claim.claimant, claim.published) == ("VEL-0001", "Agence A", "2021-03-03")
    assert (claim.low, claim.best, claim.high, claim.perpetrator) == (2, 3, 4, "Police of Velmar")


def _book(rows: list[list[str]]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet()
        for n, cells in enumerate(rows):
            sheet.write_row(n, 0, cells)
    return out.getvalue()


@pytest.mark.parametrize("name", SETS)
def test_a_workbook_reads_like_a_csv_file(name: str, tmp_path: Path) -> None:
    headers, row = SETS[name]
    plain = read(tmp_path / "a.csv", table_of(headers, row))
    book = read(tmp_path / "a.xlsx", _book([list(headers), [row.get(h, "") for h in headers]]))
    assert plain.claims == book.claims and plain.claims


@pytest.mark.parametrize("name", SETS)
def test_a_set_is_read_by_its_headers_in_any_case_and_says_so(name: str, tmp_path: Path) -> None:
    headers, row = SETS[name]
    loud = table_of([h.upper() for h in headers], {k.upper(): v for k, v in row.items()})
    loaded = read(tmp_path / "a.csv", loud)
    assert counts(loaded) == counts(read(tmp_path / "b.csv", table_of(headers, row)))
    assert any(f"read as {importers()[name].title}" in str(w) for w in loaded.warnings)


def test_the_format_comes_before_a_set(tmp_path: Path) -> None:
    both = ["kind", "claimant", "measure", *ACLED]
    row = {**SHELLING, "event_date": "2021-03-02", "kind": "casualty", "claimant": "A mayor", "measure": "killed"}
    assert [c.claimant for c in read(tmp_path / "a.csv", table_of(both, row)).claims] == ["A mayor"]


@pytest.mark.parametrize("name", SETS)
def test_a_count_that_is_none_is_rejected_under_its_own_header(name: str, tmp_path: Path) -> None:
    headers, row = SETS[name]
    column = {
        "ucdp": "best",
        "acled": "fatalities",
        "airwars": "civilians_reported_killed_min",
        "maverick": "deaths_best",
    }
    loaded = read(tmp_path / "a.csv", table_of(headers, {**row, column[name]: "-3"}))
    assert any(r.row == 2 and r.value == "-3" and column[name] in r.reason + r.column for r in loaded.rejected)


def test_a_row_without_a_figure_is_named(tmp_path: Path) -> None:
    for name, blank in {"acled": ["fatalities"], "airwars": [h for h in AIRWARS if h.endswith(("_min", "_max"))],
                        "maverick": ["deaths_best", "deaths_low", "deaths_high"]}.items():  # fmt: skip
        headers, row = SETS[name]
        loaded = read(tmp_path / "a.csv", table_of(headers, row, {**row, **dict.fromkeys(blank, "")}))
        assert [r.row for r in loaded.rejected] == [3] and "leave" in loaded.rejected[0].reason


def _cells(headers: Any) -> Any:
    odd = ["", "0", "7", "NA", "-3", "2021-03-02", "<script>", "=1+1", "x;y", "\u202e"]
    letters = st.characters(exclude_categories=["Cs"], exclude_characters="\x00")
    words = st.one_of(st.sampled_from(odd), st.text(letters, max_size=12))
    return st.dictionaries(st.sampled_from(list(headers)), words, max_size=12)


@pytest.mark.parametrize("name", SETS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=st.data())
def test_every_row_is_accounted_for(name: str, tmp_path: Path, changes: Any) -> None:
    headers, row = SETS[name]
    rows: list[Mapping[str, str]] = [
        {**row, **c} for c in changes.draw(st.lists(_cells(headers), min_size=1, max_size=4))
    ]
    text = table_of(headers, *({k: " ".join(v.split()) for k, v in r.items()} for r in rows))
    loaded = read(tmp_path / "a.csv", text)
    seen = {place[1] for place in loaded.places} | {r.row for r in loaded.rejected}
    assert seen == set(range(2, len(rows) + 2))
    assert loaded.claims == read(tmp_path / "a.csv", text).claims


def test_a_set_can_be_named_and_then_lacks_nothing(tmp_path: Path) -> None:
    part = [h for h in ACLED if h != "sub_event_type"]
    path = tmp_path / "a.csv"
    path.write_text(table_of(part, {k: v for k, v in SHELLING.items() if k in part}), encoding="utf-8")
    assert "it has no sub_event_type; rename the columns" in refused("report", str(path), "--from", "acled")
    assert "is not one of" in misused("report", str(path), "--from", "gtd")
    assert set(importers()) | {"claimreview", "wiki"} == set(IMPORTERS)


def test_events_of_two_sets_are_one_only_when_asked(tmp_path: Path) -> None:
    foreign_files(tmp_path)
    files = [str(tmp_path / name) for name in ("ged.csv", "acled.csv")]
    assert len(outcome(*files)["events"]) == 3
    afresh = outcome(*files, "--regroup")
    assert len(afresh["events"]) == 2
    assert any({"ACLED VEL77", "UCDP 901 total"} == set(f["claims"]) for f in afresh["findings"])


def test_the_tables_name_only_columns_of_the_format() -> None:
    tables = data("claims", "importers/tables.yaml")
    for group in [*tables["ucdp"]["parts"], *tables["airwars"]["groups"]]:
        assert set(group) - {"column", "losses_of", "names"} <= set(Claim.model_fields)
    assert {kept for name in SETS for kept in tables[name]["keep"]}.isdisjoint(Claim.model_fields)


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("5 January 2024", "2024-01-05"), ("Jan. 5, 2024", "2024-01-05"), ("January 5th, 2024", "2024-01-05"),
        ("05-Jan-2024", "2024-01-05"), ("2024-01-05 00:00:00.000", "2024-01-05"), ("January 2024", "2024-01"),
        ("31 February 2024", "31 February 2024"), ("07/10/2023", "07/10/2023"), ("soon", "soon"), ("", ""),
    ],
)  # fmt: skip
def test_written_dates(written: str, edtf: str) -> None:
    assert edtf_of(written) == edtf


def test_spans_of_days() -> None:
    assert span("2024-01-05", "2024-01-05") == "2024-01-05" == span("", "5 January 2024")
    assert span("2024-01-05", "2024-01-07") == "2024-01-05/2024-01-07"


ARCHIVER = ["Link", "Archive status", "Archive location", "Archive date", "Upload timestamp", "Upload title",
            "Text content", "hash"]  # fmt: skip
POST = ["https://x.example/1", "done", "https://archive.example/1", "2021-10-13T08:00:00+00:00",
        "2021-10-12T09:30:00+00:00", "A post", "58 soldiers were killed", "SHA3-512:00"]  # fmt: skip


def test_an_archiver_sheet_fills_provenance(tmp_path: Path) -> None:
    own = {"kind": "casualty", "measure": "killed", "quantity": "58", "claimant": "A spokesman", "source": "X"}
    text = table_of([*own, *ARCHIVER], {**own, **dict(zip(ARCHIVER, POST, strict=True))})
    (claim,) = read(tmp_path / "a.csv", text).claims
    assert [claim.url, claim.archived_url, claim.accessed, claim.published, claim.title, claim.quote] == [
        POST[0], *POST[2:7],
    ]  # fmt: skip
    titled = read(tmp_path / "b.csv", table_of(["title", *own, *ARCHIVER], {**own, "title": "T", "Upload title": "U"}))
    assert titled.claims[0].title == "T" and titled.claims[0].extra["Upload title"] == "U"


def test_an_archiver_sheet_alone_holds_no_claims(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(table_of(ARCHIVER, dict(zip(ARCHIVER, POST, strict=True))), encoding="utf-8")
    said = refused("report", str(path))
    assert "auto-archiver sheet: links and archives, but no claims; add the columns kind" in said


def test_a_hostile_set_comes_out_inert(tmp_path: Path) -> None:
    attack = "\x1b[31m\u202e<script>alert(1)</script>"
    path = tmp_path / "a.csv"
    row = {**SHELLING, "notes": attack, "location": attack, "source": attack, "fatalities": attack}
    path.write_text(table_of(ACLED, row, {**row, "fatalities": "3"}), encoding="utf-8")
    printed = ask("report", str(path)).stdout
    assert "\x1b[31m" not in printed and "\u202e" not in printed and "row 2" in printed
