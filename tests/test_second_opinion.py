"""A second opinion beside the rules: what people see of it, what a report leaves out, and what the page says."""

from __future__ import annotations

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from command import ROOT, ask, outcome, told
from model_server import model_server, says
from opinions import (
    ARTICLE,
    CARTERS,
    KILLED,
    RIVERMEN,
    SECOND,
    THIRD,
    article,
    extracted,
    opinions,
    untold,
    with_opinions,
    without,
)
from reviewing import claims, rows_of, typed

from claims.lexicon import data
from claims.opinion.asking import TOGETHER
from claims.opinion.model import KEY
from claims.read.workbook import sheets
from counterclaim.second_opinion import _MOST, _SECONDS


def test_what_came_of_it_is_told(tmp_path: Path) -> None:
    with model_server(says(CARTERS, RIVERMEN, RIVERMEN | {"quote": "x"}, CARTERS | {"number": 1})) as served:
        rows, told_of = extracted(tmp_path, served)
    assert [untold(row) for row in rows if not row.get("opinion")] == [untold(row) for row in without(tmp_path)]
    assert told_of.splitlines()[1:] == [
        f"wrote {tmp_path / 'drafts.jsonl'}",
        "3 sentences asked about: 2 claims and 0 fields to look at, 0 as the rules; refused: 1 whose number is not "
        "what its words say, 1 with a quote that is not in its sentence",
    ]


def test_it_is_asked_beside_a_loop_that_runs_as_in_a_notebook(tmp_path: Path) -> None:
    async def cell() -> str:
        with model_server(says(CARTERS)) as served:
            return extracted(tmp_path, served)[1]

    with ThreadPoolExecutor(1) as thread:  # a loop that another test left running must not stand in the way
        assert "1 claim" in thread.submit(asyncio.run, cell()).result()


# Fields beside those of the rules


def test_a_claim_that_the_rules_read_gets_its_differing_fields_beside_it(tmp_path: Path) -> None:
    with model_server(says(KILLED)) as served:
        rows, told_of = extracted(tmp_path, served)
    before = next(row for row in without(tmp_path) if row["kind"] == "casualty")
    after = next(row for row in rows if row["id"] == before["id"])
    told_by = {"source": "model", "model": "m"}
    at = ARTICLE.index("the Ministry"), ARTICLE.index("gunmen")
    theirs = {"value": "the Ministry of Health", **told_by, "start": at[0], "end": at[0] + 22}
    who = {"value": "gunmen", **told_by, "start": at[1], "end": at[1] + 6}
    changed = {
        "claimant": {**before["provenance"]["claimant"], "opinions": [theirs]},
        "perpetrator": {"opinions": [who]},
    }
    flags = ["second opinion on claimant", "second opinion on perpetrator"]
    assert after == {**before, "provenance": {**before["provenance"], **changed}, "flags": [*before["flags"], *flags]}
    assert opinions(rows) == [] and "0 claims and 2 fields to look at, 1 as the rules" in told_of


def test_asking_again_changes_nothing_and_another_model_adds_its_own(tmp_path: Path) -> None:
    with model_server(says(KILLED, CARTERS)) as served:
        rows, _ = extracted(tmp_path, served)
        path = tmp_path / "drafts.jsonl"
        once = path.read_bytes()
        told("second-opinion", str(path), "m", "--model-url", served.url)
        assert path.read_bytes() == once
        told("second-opinion", str(path), "other", "--model-url", served.url)
    assert [row["opinion"] for row in opinions(rows_of(path))] == ["m", "other"]
    told_of = next(row for row in rows_of(path) if row["id"] == rows[0]["id"])["provenance"]["perpetrator"]["opinions"]
    assert [one["model"] for one in told_of] == ["m", "other"]


# What people see, and what is counted


def test_a_report_leaves_opinions_out_until_somebody_accepts_them(tmp_path: Path) -> None:
    path = with_opinions(tmp_path)
    before = outcome(str(path))
    assert [claim["quantity"]["low"] for claim in before["claims"]] == [12]
    assert before["claims"][0].get("perpetrator", "") == ""
    assert any("2 second opinions of a model are left out" in one for one in before["run"]["warnings"])
    names = [row["id"] for row in rows_of(path)]
    keys = "".join("a" if name.startswith("o") else "s" for name in names)
    shown = typed(path, keys)
    assert "second opinion of m" in shown and "9 rivermen" in shown
    after = outcome(str(path))
    assert sorted(claim["quantity"]["low"] for claim in after["claims"]) == [9, 12, 58]
    assert sorted(claim["low"] for claim in claims(path) if "low" in claim) == [9, 58]


def test_review_shows_fields_of_a_model_beside_those_of_the_rules(tmp_path: Path) -> None:
    path = with_opinions(tmp_path)
    shown = " ".join(typed(path, "q").split())
    assert "perpetrator – · second opinion of m: gunmen" in shown
    assert "claimant police · quoted here (frame after) · second opinion of m: the Ministry of Health" in shown
    assert "note: second opinion on claimant; second opinion on perpetrator" in shown
    typed(path, "eperpetrator\n=1\n\n")
    (kept,) = claims(path)
    assert (kept["perpetrator"], kept["claimant"]) == ("gunmen", "police")


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_tables_hold_opinions_and_are_asked_about_again(suffix: str, tmp_path: Path) -> None:
    output = tmp_path / f"drafts.{suffix}"
    told("extract", str(article(tmp_path)), "--published", "2024-05-15", "-o", str(output))
    with model_server(says(KILLED, CARTERS)) as served:
        told("second-opinion", str(output), "m", "--model-url", served.url)
        once = output.read_bytes()
        told("second-opinion", str(output), "m", "--model-url", served.url)
    assert output.read_bytes() == once
    assert [claim["quantity"]["low"] for claim in outcome(str(output))["claims"]] == [12]
    sheet = tmp_path / "sheet.xlsx"
    told("review", str(output), "--sheet", str(sheet))
    cells = [cell for _, rows in sheets(sheet.read_bytes(), "s") for _, row in rows for cell in row]
    assert "m" in cells and "claimant: the Ministry of Health (m); perpetrator: gunmen (m)" in cells


def test_the_share_that_was_right_is_counted_by_model(tmp_path: Path) -> None:
    path = with_opinions(tmp_path)
    typed(path, "".join("a" if row["id"].startswith("o") else "s" for row in rows_of(path)))
    assert "measure: m" in told("review", "--stats", str(path))


def test_what_people_decided_is_not_asked_about_and_stays(tmp_path: Path) -> None:
    path = tmp_path / "drafts.jsonl"
    told("extract", str(article(tmp_path)), "--published", "2024-05-15", "--outlet", "Daily", "-o", str(path))
    typed(path, "a")
    with model_server(says(KILLED)) as served:
        told("second-opinion", str(path), "m", "--model-url", served.url)
        assert served.sentences == [SECOND, THIRD]
        rows, _ = extracted(tmp_path, served)
        assert served.sentences[2:] == [SECOND, THIRD]
    assert rows[0]["status"] == "accepted" and "opinions" not in str(rows[0])


def test_drafts_whose_document_is_gone_are_asked_about_by_their_sentence(tmp_path: Path) -> None:
    path = tmp_path / "drafts.jsonl"
    told("extract", str(article(tmp_path)), "--published", "2024-05-15", "--outlet", "Daily", "-o", str(path))
    (tmp_path / "a.txt").unlink()
    with model_server(says(CARTERS)) as served:
        told("second-opinion", str(path), "m", "--model-url", served.url, "-o", str(tmp_path / "new.jsonl"))
        assert served.asked[0][1] == {"sentence": 2, "text": SECOND, "before": "", "after": ""}
    (found,) = opinions(rows_of(tmp_path / "new.jsonl"))
    assert ARTICLE[found["quote_start"] : found["quote_end"]] == found["quote"] and "date" not in found
    assert opinions(rows_of(path)) == []


# What the page says

PAGE = (ROOT / "docs" / "second-opinion.md").read_text(encoding="utf-8")
SHOWN = [line for line in PAGE.splitlines() if line.startswith("counterclaim ")]


@pytest.mark.parametrize("line", SHOWN)
def test_every_command_of_the_page_runs(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    article(tmp_path).rename("article.txt")
    told("extract", "article.txt", "-o", "drafts.jsonl")
    with model_server(says(CARTERS)) as served:
        result = ask(*line.split()[1:], "--model-url", served.url)  # the last address holds
        assert result.exit_code == 0 and len(served.asked) == 1, result.output


def test_the_page_says_what_is_so() -> None:
    assert f"{_MOST} unless" in PAGE and f"{_SECONDS:.0f} unless" in PAGE and KEY in PAGE
    assert (TOGETHER, "Five sentences go into one request" in PAGE) == (5, True)
    (line,) = re.findall(r"^3 sentences asked.*refused: 1 (.*)$", PAGE, re.MULTILINE)
    assert line == data("reports", "opinion.yaml")["refused"]["quote"]
