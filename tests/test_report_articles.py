"""Reports on articles and on drafts: what they find, and that every form says that nobody has checked them."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from command import ask, outcome, refused, told
from foreign import ARTICLE
from pdfs import pdf
from serving import browser_of, desk_of

from claims.read import load

NORTH = "KANDU, 12 October 2021 - On 11 October 2021 the army said that 23 soldiers were killed at Kandu."
SOUTH = "A spokesman of the Velmar Front said on Tuesday that 58 soldiers were killed at Kandu on 11 October 2021."
UNCHECKED = "2 of 2 claims are drafts read by machine, which nobody has checked"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder with two articles that say different things, one of them a web page in a folder inside."""
    folder = tmp_path / "articles"
    (folder / "south").mkdir(parents=True)
    (folder / "north.txt").write_text(NORTH, encoding="utf-8")
    page = f"<html><body><article><h1>Kandu</h1><p>{SOUTH}</p><p>Nobody else spoke.</p></article></body></html>"
    (folder / "south" / "page.html").write_text(page, encoding="utf-8")
    return folder


@pytest.fixture
def drafts(articles: Path, tmp_path: Path) -> Path:
    path = tmp_path / "drafts.jsonl"
    told("extract", str(articles), "-o", str(path))
    return path


def with_status(path: Path, *statuses: str) -> None:
    """Give the drafts of a file these statuses, the last one to all the rest."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    named = iter(statuses)
    for row in rows:
        if row["kind"] != "look_here":
            row["status"] = next(named, statuses[-1])
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def conflicts(found: dict[str, Any]) -> list[tuple[str, set[str]]]:
    by_id = {claim["id"]: claim for claim in found["claims"]}
    return [
        (finding["rule"], {by_id[name]["quantity"]["wording"] for name in finding["claims"]})
        for finding in found["findings"]
        if finding["verdict"] == "contradiction"
    ]


def test_two_articles_that_say_different_things_are_found(articles: Path) -> None:
    found = outcome(str(articles))
    assert conflicts(found) == [("count-disjoint", {"23", "58"})]
    assert {(claim["document"], claim["status"]) for claim in found["claims"]} == {
        ("north.txt", "draft"), ("south/page.html", "draft"),
    }  # fmt: skip
    for claim in found["claims"]:
        assert claim["quote_end"] - claim["quote_start"] == len(claim["quote"])


def test_articles_and_their_drafts_give_one_report(articles: Path, drafts: Path) -> None:
    straight, written = outcome(str(articles)), outcome(str(drafts))
    assert [c["id"] for c in straight["claims"]] == [c["id"] for c in written["claims"]]
    assert [f["id"] for f in straight["findings"]] == [f["id"] for f in written["findings"]]


@pytest.mark.parametrize("form", ["terminal", "markdown", "html", "canvas", "xlsx", "datasette"])
def test_forms_for_people_say_first_that_nobody_has_checked(form: str, drafts: Path, tmp_path: Path) -> None:
    if form == "xlsx":
        output = tmp_path / "report.xlsx"
        told("report", str(drafts), "-o", str(output))
        from python_calamine import load_workbook

        cells = load_workbook(str(output)).get_sheet_by_name("Summary").to_python()
        text = " ".join(str(cell) for row in cells for cell in row)
    else:
        text = told("report", str(drafts), "--format", form, *(["--width", "200"] if form == "terminal" else []))
    assert UNCHECKED in " ".join(text.split())


@pytest.mark.parametrize("form", ["terminal", "markdown", "html", "json", "csv"])
def test_forms_say_of_each_finding_on_which_words_it_rests(form: str, drafts: Path) -> None:
    text = told("report", str(drafts), "--format", form, *(["--width", "300"] if form == "terminal" else []))
    assert text.count("is a draft read by machine, which nobody has checked") >= 2
    assert "23 soldiers were killed" in text and "north.txt, characters 63 to 86" in text


@pytest.mark.parametrize("form", ["junit", "sarif", "github"])
def test_forms_for_build_servers_say_it_of_each_finding(form: str, drafts: Path) -> None:
    assert UNCHECKED in told("report", str(drafts), "--format", form)


def test_data_tells_of_drafts_in_the_warnings(drafts: Path) -> None:
    warnings = outcome(str(drafts))["run"]["warnings"]
    assert any("2 claims are drafts, read by machine from the text of 2 documents" in told for told in warnings)


@pytest.mark.parametrize("form", ["csv", "json", "ucdp", "wikipedia", "quickstatements", "range-csv"])
def test_every_form_is_accompanied_by_a_word_on_drafts(form: str, drafts: Path) -> None:
    assert "2 of 2 claims are drafts" in ask("report", str(drafts), "--format", form).stderr


def test_a_person_who_has_looked_is_believed(drafts: Path) -> None:
    with_status(drafts, "accepted")
    found = outcome(str(drafts))
    assert conflicts(found) == [("count-disjoint", {"23", "58"})]
    text = told("report", str(drafts))
    assert "draft" not in text.replace("drafts.jsonl", "") and ask("check", str(drafts)).stderr.count("draft") == 0


def test_a_dropped_draft_is_left_out_and_counted(drafts: Path) -> None:
    with_status(drafts, "dropped", "edited")
    found = outcome(str(drafts))
    assert (len(found["claims"]), found["rejected"], conflicts(found)) == (1, [], [])
    assert any("1 draft that was dropped is left out" in told for told in found["run"]["warnings"])


def test_one_draft_among_other_claims_is_counted(drafts: Path) -> None:
    with_status(drafts, "draft", "accepted")
    assert "1 of 2 claims is a draft read by machine" in " ".join(told("report", str(drafts)).split())


def test_sentences_worth_a_look_are_neither_claims_nor_errors(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"{NORTH}\nThe 7 wounded were treated by the 12 doctors of a 9-bed clinic.\n", encoding="utf-8")
    found = outcome(str(path))
    assert found["rejected"] == [] and len(found["claims"]) >= 1
    assert any("a sentence that a person should look at" in told for told in found["run"]["warnings"])


def test_what_only_the_main_event_tells_is_not_used_until_somebody_sets_it(tmp_path: Path) -> None:
    row = {
        "id": "d1", "kind": "casualty", "measure": "killed", "quantity": "3", "claimant": "police", "source": "Daily",
        "date": "2021-10-11", "place": "Kandu", "document": "a.txt", "quote": "3 died", "status": "draft",
        "provenance": {"date": {"source": "main event", "guess": "2021-10-11"}, "place": {"source": "explicit"}},
    }  # fmt: skip
    other = {**row, "id": "d2", "date": "2021-10-12"}
    accepted = {**row, "id": "d3", "status": "accepted"}
    path = tmp_path / "d.jsonl"
    path.write_text("".join(json.dumps(one) + "\n" for one in (row, other, accepted)), encoding="utf-8")
    assert [(c.date, c.place) for c in load(path).claims] == [
        ("", "Kandu"),
        ("2021-10-12", "Kandu"),
        ("2021-10-11", "Kandu"),
    ]
    table = tmp_path / "d.csv"
    with table.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.DictWriter(stream, row)
        writer.writeheader()
        writer.writerow({**row, "provenance": json.dumps(row["provenance"])})
    assert [c.date for c in load(table).claims] == [""]


def test_articles_and_claim_files_are_read_together(articles: Path, tmp_path: Path) -> None:
    table = tmp_path / "claims.csv"
    table.write_text(
        "kind,date,place,measure,quantity,victims,claimant,source\n"
        "casualty,2021-10-11,Kandu,killed,40,soldiers,A monitor,Weekly\n", encoding="utf-8",
    )  # fmt: skip
    found = outcome(str(table), str(articles / "north.txt"))
    assert {claim.get("status") for claim in found["claims"]} == {None, "draft"}
    assert [inp["claims"] for inp in found["run"]["inputs"]] == [1, 1]


def test_documents_beside_claim_files_are_not_read_unasked(tmp_path: Path) -> None:
    (tmp_path / "claims.csv").write_text("kind,claimant,source,measure\ncasualty,A,B,killed\n", encoding="utf-8")
    for name in ("report.md", "report.html", "notes.txt"):
        (tmp_path / name).write_text(NORTH, encoding="utf-8")
    found = outcome(str(tmp_path))
    assert len(found["claims"]) == 1 and sum("name it on its own" in told for told in found["run"]["warnings"]) == 3


@pytest.mark.parametrize("name", ["claims.txt", "claims.md"])
def test_claims_in_a_text_file_are_claims(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text("kind;claimant;source;measure;quantity\ncasualty;A;B;killed;3\n", encoding="utf-8")
    (claim,) = load(path).claims
    assert (claim.claimant, claim.extra) == ("A", {})
    path.write_text("kind;claimant;measure;quantity\ncasualty;A;killed;3\n", encoding="utf-8")
    assert "no header for source" in refused("report", str(path))


def test_a_text_that_tells_of_nothing_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The council met and went home.", encoding="utf-8")
    assert "nor does its text say anything of losses" in refused("report", str(path))


def test_the_day_of_publication_can_be_named(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf([["On Tuesday a bomb killed 12 people in Kandu, police said."]]))
    (claim,) = outcome(str(tmp_path / "a.pdf"), "--published", "2021-10-13", "--outlet", "Daily")["claims"]
    assert (claim["date"], claim["source"], claim["published"]) == ("2021-10-12", "Daily", "2021-10-13")


def test_a_broken_document_in_a_folder_is_told_and_the_rest_is_read(articles: Path) -> None:
    (articles / "broken.pdf").write_bytes(b"%PDF-1.4")
    (articles / "nowhere.txt").symlink_to(articles / "none.txt")
    found = outcome(str(articles))
    assert any("nowhere.txt: not read: there is no such file" in w for w in found["run"]["warnings"])
    assert len(found["claims"]) == 2 and any(
        "broken.pdf: not read: it is damaged" in w for w in found["run"]["warnings"]
    )
    assert "it is damaged" in refused("report", str(articles / "broken.pdf"))


def test_check_and_explain_say_that_they_speak_of_drafts(drafts: Path) -> None:
    first, second = (claim["id"] for claim in outcome(str(drafts))["claims"])
    checked = ask("check", str(drafts))
    assert checked.exit_code == 1 and "2 of 2 claims are drafts" in checked.stderr
    assert "2 of 2 claims are drafts" in ask("explain", str(drafts), first, second).stderr


def test_the_page_of_a_project_says_it_too(drafts: Path) -> None:
    assert UNCHECKED in browser_of(desk_of(drafts)).get("/").text


def test_an_infobox_gives_claims_and_not_drafts(tmp_path: Path) -> None:
    (tmp_path / "battle.wiki").write_text(ARTICLE, encoding="utf-8")
    assert not any("status" in claim for claim in outcome(str(tmp_path / "battle.wiki"))["claims"])
