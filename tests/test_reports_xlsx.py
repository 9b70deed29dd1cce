"""The workbook: every part of the result on a sheet, cells of the right kind, the same bytes every time."""

from __future__ import annotations

import gc
import warnings
from datetime import date
from pathlib import Path

import pytest
from command import ROOT, ask, python, told
from hostile import hostile_result
from sample_results import casualty, exchanged, sample
from tables import one_event, result_of
from test_reports_golden import fixture_result
from workbooks import Book, book

from claims.lexicon import data
from reconcile.engine import reconcile
from reconcile.result import Result
from reports.xlsx import sheet as sheets
from reports.xlsx.cells import LONGEST, cut, day_cell, number_cell, web_cell

TOLD = data("reports", "sheets.yaml")["sheets"]
PLAIN = [told["name"] for kind, told in TOLD.items() if kind != "estimates"]


def letter(found: Book, name: str, heading: str) -> str:
    place = found.rows[name][0].index(heading)
    return (chr(64 + place // 26) if place > 25 else "") + chr(65 + place % 26)


def with_claims(*claims: dict[str, object]) -> Result:
    """The sample with other claims in its first event."""
    made = [casualty(f"X-{n}", "3", 3, 3, "Northern army", "North Side", **c) for n, c in enumerate(claims)]
    plain = sample()
    return plain.model_copy(update={"claims": [*plain.claims, *made]})


def test_every_part_of_the_result_has_a_sheet_in_order() -> None:
    assert book(sample()).names == PLAIN
    estimated = reconcile([], estimates=True)
    assert book(estimated).names == PLAIN
    assert "Estimates" in book(hostile_result()).names


def test_no_sheet_of_a_real_result_is_empty_that_has_something_to_say() -> None:
    result = fixture_result("contested")
    found = book(result)
    assert {name: len(found.rows[name]) - 1 for name in ("Findings", "Claims", "Readings", "Events", "Ledger")} == {
        "Findings": len(result.findings), "Claims": len(result.claims), "Readings": len(result.claims),
        "Events": len(result.events), "Ledger": len(result.ledger),
    }  # fmt: skip
    ranges = sum(len(e.estimates) for e in result.events)
    steps = sum(len(c.steps) + len(c.undated) for e in result.events for c in e.chains)
    cells = sum(len(e.responsibility) for e in result.events)
    retold = sum(len(e.origins) for e in result.events)
    counts = [len(found.rows[n]) - 1 for n in ("Ranges", "Timeline", "Responsibility", "Origins")]
    assert counts == [ranges, steps, cells, retold] and min(counts) > 0


def test_a_finding_shows_both_sides_words() -> None:
    (row,) = (r for r in book(sample()).records("Findings") if r["finding"] == "f-count")
    wanted = {
        "severity": 59, "band": "serious", "how grave": "●●●○", "verdict": "≠ contradiction", "label":
        "the border, clash, 2025-10-11", "date": date(2025, 10, 11), "claim A": "N-1", "says A": "23 soldiers killed",
        "claim B": "S-1", "claimant B": "Southern spokesman (South Side)", "says B": "at least 58 soldiers killed",
        "quote B": "at least 58", "gap": 35, "echoes": "N-2 = N-1",
    }  # fmt: skip
    assert {name: row[name] for name in wanted} == wanted
    assert row["why this severity"].startswith("Severity 59")


def test_a_reading_shows_sides_bounds_and_origin() -> None:
    rows = {r["claim"]: r for r in book(sample()).records("Readings")}
    wanted = {
        "side": "South Side", "third party": "no", "speaks of": "speaks of the other side's losses", "least": 58,
        "most": "open", "measure": "killed", "losses of": "North Side", "status": "combatant",
        "says": "at least 58 soldiers killed",
    }  # fmt: skip
    assert {name: rows["S-1"][name] for name in wanted} == wanted
    assert (rows["S-3"]["least"], rows["S-3"]["status"], rows["T-2"]["third party"]) == ("", "", "yes")


def test_the_summary_tells_the_tallies() -> None:
    rows = book(sample()).rows["Summary"]
    assert rows[1][2].startswith("9 claims about 3 events from 2 sources")
    assert ["≠ contradictions", 2, "cannot both be right"] in rows
    assert ["●●●● head-on", 1, "contradictions and tensions of this severity"] in rows
    assert {row[0] for row in rows} >= set(PLAIN) - {"Summary"}


def test_days_are_dates_and_figures_are_numbers() -> None:
    found = book(with_claims({"latitude": 34.5, "date": "2025-10~", "published": "1850-01-02"}))
    claims = {r["id"]: r for r in found.records("Claims")}
    assert claims["N-1"]["date"] == date(2025, 10, 11) and claims["N-1"]["quantity"] == 23.0
    assert claims["S-1"]["quantity"] == "at least 58" and claims["S-1"]["published"] == "2025-10-15T08:30:00Z"
    odd = claims["X-0"]
    assert (odd["latitude"], odd["date"], odd["published"]) == (34.5, "2025-10~", "1850-01-02")


@pytest.mark.parametrize("text", ["2025-13-01", "2025-10", "1900-02-28", "2025-10-11T00:00", "20251011"])
def test_what_is_no_whole_day_of_excels_calendar_stays_a_text(text: str) -> None:
    assert day_cell(text) == text


@pytest.mark.parametrize("text", ["007", "1,000", "-3", "1e3", "٣", "9" * 16, "", "+5", "3.0"])
def test_what_would_not_be_written_the_same_again_is_no_number(text: str) -> None:
    assert number_cell(text) == text


def test_headers_stay_and_filter() -> None:
    found = book(sample())
    for name in found.names:
        (pane,) = found.tags(name, "pane")
        assert (pane.attrib["state"], pane.attrib["ySplit"], pane.attrib["topLeftCell"]) == ("frozen", "1", "B2")
        (shown,) = found.tags(name, "autoFilter")
        assert shown.attrib["ref"].startswith("A1:") and shown.attrib["ref"].endswith(str(len(found.rows[name])))


def test_columns_are_as_wide_as_their_words_up_to_a_limit() -> None:
    found = book(with_claims({"victims": "w" * 30, "notes": "word " * 100}))
    widths = {c.attrib["min"]: float(c.attrib["width"]) for c in found.tags("Claims", "col")}
    place = {name: str(n + 1) for n, name in enumerate(found.rows["Claims"][0])}
    assert 30 < widths[place["victims"]] < 40
    assert 60 <= widths[place["notes"]] < 62
    assert widths[place["stance"]] < 12


def test_claims_of_a_finding_lead_to_their_rows() -> None:
    found = book(sample())
    links = found.links("Findings")
    for n, row in enumerate(found.records("Findings"), 2):
        for heading in ("claim A", "claim B", "event"):
            if row[heading]:
                assert found.at(links[f"{letter(found, 'Findings', heading)}{n}"]) == row[heading]


def test_links_of_the_summary_lead_to_the_sheets() -> None:
    found = book(sample())
    assert [target.partition("'!")[0] for target in found.links("Summary").values()] == [f"#'{n}" for n in PLAIN[1:]]


def test_web_addresses_are_links_and_nothing_else_is() -> None:
    live, kept = "https://example.org/a?b=1&c=d%20e#f", "http://web.archive.org/web/2025/https://example.org/a"
    bad = "javascript:alert(1)//https://example.org"
    found = book(with_claims({"url": live, "archived_url": kept}, {"url": bad, "archived_url": "file:///etc/passwd"}))
    targets = [t for t in found.links("Claims").values() if not t.startswith("#")]
    assert targets == [live, kept]
    assert bad in {r["url"] for r in found.records("Claims")}


@pytest.mark.parametrize(
    "text",
    ["javascript:alert(1)", "https://", "http://a b", "https://a\u202eb", "data:text/html,x", "ftp://example.org",
     "https://example.org/" + "x" * 2000, "internal:'Claims'!A1", "http:/example.org",
     "https:///etc/passwd"],
)  # fmt: skip
def test_what_is_no_address_of_the_web(text: str) -> None:
    assert web_cell(text) == text


def test_a_sheet_holds_only_so_many_links(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MOST_LINKS", 3)
    found = book(sample())
    assert len(found.links("Findings")) == 3
    assert found.records("Findings")[-1]["claim A"]


def test_severity_has_a_fill_and_a_word() -> None:
    found = book(sample())
    rows = {r["finding"]: n for n, r in enumerate(found.records("Findings"), 2)}
    fills = {
        name: found.style("Findings", f"C{rows[name]}").attrib["fillId"] for name in ("f-blame", "f-count", "f-cor")
    }
    assert len(set(fills.values())) == 3 and fills["f-cor"] == "0"
    assert found.records("Findings")[rows["f-cor"] - 2]["band"] == "note"


def test_a_text_like_a_formula_is_a_text_and_stays_one_when_edited() -> None:
    found = book(with_claims({"notes": "=1+1"}))
    place = f"{letter(found, 'Claims', 'notes')}{len(found.rows['Claims'])}"
    assert found.rows["Claims"][-1][found.rows["Claims"][0].index("notes")] == "=1+1"
    assert found.style("Claims", place).attrib["quotePrefix"] == "1"
    assert not [f for name in found.names for f in found.tags(name, "f")]


def test_a_sheet_of_right_to_left_words_runs_from_right_to_left() -> None:
    arabic = {"notes": "قال المتحدث إن الجنود قتلوا في المعركة على الحدود " * 30}
    assert [v.attrib.get("rightToLeft") for v in book(with_claims(arabic)).tags("Claims", "sheetView")] == ["1"]
    assert [v.attrib.get("rightToLeft") for v in book(sample()).tags("Claims", "sheetView")] == [None]


def test_claims_in_arabic_run_from_right_to_left_whatever_their_codes_and_addresses() -> None:
    arabic = {"victims": "جنود", "source": "وكالة الأنباء", "place": "الحدود", "title": "بيان"}
    codes = {"url": "https://example.org/a/rather/long/address", "event_type": "airstrike", "language": "ar"}
    claims = [casualty(f"X-{n}", "3", 3, 3, "وزارة الدفاع", None, **arabic, **codes) for n in range(3)]
    found = book(sample().model_copy(update={"claims": claims, "events": [], "findings": []}))
    assert [v.attrib.get("rightToLeft") for v in found.tags("Claims", "sheetView")] == ["1"]


def test_each_printed_page_names_its_rows_columns_and_sheet() -> None:
    found = book(sample())
    assert found.printed("Findings") == "Findings!$A:$A,Findings!$1:$1"
    assert [f.text for f in found.tags("Findings", "oddFooter")] == ["&A, page &P of &N"]


def test_what_does_not_fit_on_a_sheet_goes_on_a_further_one() -> None:
    found = book(sample(), rows=4)
    assert [n for n in found.names if n.startswith("Claims")] == ["Claims", "Claims 2", "Claims 3"]
    assert [len(found.rows[n]) for n in ("Claims", "Claims 2", "Claims 3")] == [4, 4, 4]
    header = found.rows["Claims"][0]
    assert found.rows["Claims 3"][0] == header
    links = found.links("Findings")
    for n, row in enumerate(found.records("Findings"), 2):
        assert found.at(links[f"{letter(found, 'Findings', 'claim A')}{n}"]) == row["claim A"]


def test_a_text_too_long_for_a_cell_is_cut_and_the_book_says_so() -> None:
    found = book(with_claims({"quote": "word " * 8000, "notes": "😀" * 20_000}))
    last = found.records("Claims")[-1]
    assert len(last["quote"]) == LONGEST and last["quote"].endswith("…")
    assert len(last["notes"]) == 16_384 and last["notes"].endswith("😀…")
    assert [r["value"] for r in found.records("Methodology") if "were cut" in str(r["value"])] == [
        "2 texts longer than 32,767 characters, the most that a cell holds, were cut there; the JSON report holds all."
    ]
    assert cut("x" * LONGEST) == "x" * LONGEST


def test_the_methodology_names_files_versions_and_warnings() -> None:
    rows = book(sample()).records("Methodology")
    assert [(r["name"], r["value"]) for r in rows if r["topic"] == "file"] == [("claims.csv", "SHA-256 " + "0" * 64)]
    assert [(r["name"], r["value"]) for r in rows if r["topic"] == "data"] == [("reconcile/evidence", 1.0)]
    assert ["can be read in two ways" in r["value"] for r in rows if r["topic"] == "warning"] == [True]


def test_a_row_that_could_not_be_read_is_told() -> None:
    assert book(sample()).records("Rejected") == [
        {"file": "claims.csv", "row": 7.0, "column": "quantity", "value": "1/2", "reason": "write a whole number"}
    ]


def test_an_empty_result_makes_a_whole_book() -> None:
    found = book(reconcile([]))
    assert found.names == PLAIN and found.rows["Claims"][0][0] == "id"
    assert {len(found.rows[n]) for n in PLAIN[1:-1]} == {1}


def test_sides_exchanged_give_the_mirror_image() -> None:
    table = """
        id | date | quantity | victims | victim_side | claimant | claimant_side
        1 | 2025-10-11 | 23 | soldiers | {0} | {0} army | {0}
        2 | 2025-10-11 | at least 58 | soldiers | {0} | {1} army | {1}
    """
    one, other = (book(one_event(table.format(*pair))) for pair in (("Aland", "Bland"), ("Bland", "Aland")))
    for name in ("Findings", "Ranges", "Readings"):
        turned = exchanged(other.rows[name], "Aland", "Bland")
        named = [n for n, heading in enumerate(one.rows[name][0]) if heading in ("finding", "event")]
        assert len(turned) > 1 and turned != other.rows[name]
        assert [_without(row, named) for row in turned] == [_without(row, named) for row in one.rows[name]]


def _without(row: list[object], places: list[int]) -> list[object]:
    return [cell for n, cell in enumerate(row) if n not in places]


def test_the_bytes_depend_on_nothing_but_the_claims(tmp_path: Path) -> None:
    code = (
        "import sys, hashlib, os; os.umask(int(sys.argv[1]))\n"
        "from counterclaim.project import judge_files; from reports.render import render\n"
        f"os.chdir({str(ROOT)!r}); r = judge_files(['fixtures/border/claims.csv'])[0].result\n"
        "print(*(hashlib.sha256(b''.join(render(r, form))).hexdigest() for form in ('xlsx', 'sqlite')))"
    )
    one = python("-c", code, "18", PYTHONHASHSEED="1", TZ="Asia/Kabul", TMPDIR=str(tmp_path)).stdout
    other = python("-c", code, "63", PYTHONHASHSEED="2", TZ="America/Lima").stdout
    assert one == other and len(one.split()) == 2
    assert not list(tmp_path.iterdir())


def test_the_command_writes_a_book(tmp_path: Path) -> None:
    path = tmp_path / "report.xlsx"
    assert ask("demo", "-o", str(path)).exit_code == 0
    assert Book(path.read_bytes()).names == PLAIN
    assert ask("demo", "--format", "xlsx").stdout_bytes == path.read_bytes()


def test_what_cannot_be_built_is_one_sentence_and_no_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("xlsxwriter.workbook.ZipFile", full)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # the library leaves its own files of rows open then
        said = ask("demo", "-o", str(tmp_path / "report.xlsx"))
        status, told_why = said.exit_code, said.stderr
        del said
        gc.collect()
    assert status == 2 and "No space left on device; free space in" in told_why
    assert not list(tmp_path.iterdir())


def test_estimates_have_a_sheet_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "report.xlsx"
    told("report", str(ROOT / "fixtures/border/claims.csv"), "--estimates", "-o", str(path))
    rules = {r["rule"] for r in Book(path.read_bytes()).records("Estimates")}
    assert rules == set(data("reports", "words.yaml")["rules"].values())


def test_one_claim_alone_makes_a_whole_book() -> None:
    result = result_of("id | quantity | victims | claimant\n1 | 5 | people | Somebody")
    found = book(result)
    assert [r["id"] for r in found.records("Claims")] == ["1"]
    assert found.records("Readings")[0]["least"] == 5.0
