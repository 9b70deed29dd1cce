"""Whole documents: words that verify, ids that stay, hostile text, and the briefs that the rules were made on."""

from __future__ import annotations

import csv
import io
import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from command import refused, told
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.extract.document import Document
from claims.extract.files import as_csv, as_json_lines
from claims.extract.pipeline import extract
from claims.extract.words import LexiconError, load_words
from reports.escape import inert_cell

BRIEFS = Path(__file__).parent / "briefs"
PIECES = [
    "killed", "12", "soldiers", "said", "police", "that", "of", "and", ",", '"', "“", "who", "were", "at least",
    "on Tuesday", "in Kabul", ".", "\n", "by", "accused", "denied", "\x00", "\u202e", "\ud800", "١٢", "'s", "(", "—",
]  # fmt: skip


def all_rows(document: Document) -> list[dict[str, Any]]:
    found = extract(document)
    return [item.row(document) for item in (*found.drafts, *found.look_here)]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join) | st.text(max_size=200))
def test_every_span_holds_its_words_and_a_second_run_says_the_same(text: str) -> None:
    document = Document("x", text)
    assert len(document.shadow) == len(text)
    rows = all_rows(document)
    for row in rows:
        assert text[row["quote_start"] : row["quote_end"]] == row["quote"] != ""
        for field in row.get("provenance", {}).values():
            assert 0 <= field.get("start", 0) <= field.get("end", 0) <= len(text)
    assert rows == all_rows(document)


def test_texts_come_out_inert() -> None:
    text = '=cmd()|x \x1b[2J killed 12 "<script>alert(1)</script>" soldiers, police said.\u202e'
    rows = all_rows(Document("=evil.txt", text))
    assert "".join(as_json_lines(rows)).isascii()
    table = list(csv.reader(io.StringIO("".join(as_csv(rows, inert_cell)))))
    assert len(table) == len(rows) + 1
    assert not any(cell.startswith(("=", "+", "-", "@", "\x1b")) for line in table for cell in line)


def test_the_briefs_are_read_as_well_as_before() -> None:
    gold = [json.loads(line) for line in (BRIEFS / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    by_document = defaultdict(list)
    for row in gold:
        by_document[row["doc"], row["published"]].append(row)
    hits = drafts = wanted = 0
    for (name, published), claims in by_document.items():
        from datetime import date

        document = Document(name, (BRIEFS / name).read_text(encoding="utf-8"), "", date.fromisoformat(published))
        found = [(r["measure"], r["low"], r["high"]) for r in all_rows(document) if r["kind"] == "casualty"]
        drafts += len(found)
        for claim in (c for c in claims if c["kind"] == "casualty"):
            wanted += 1
            key = (claim["measure"], claim["low"], claim["high"])
            if key in found:
                found.remove(key)
                hits += 1
    assert hits / wanted >= 0.93 and hits / drafts >= 0.93


def test_a_user_adds_words_of_a_conflict(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text("version: 1\nthings:\n  people: [zouave, zouaves]\n", encoding="utf-8")
    text = Document("x", "A zouave was killed.")
    assert [draft.value("victims") for draft in extract(text, load_words([own])).drafts] == ["zouave"]
    assert extract(text).drafts == []
    own.write_text("version: 1\nthing: {}\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="'thing' is no list of extraction; use one of"):
        load_words([own])


def test_the_command_writes_drafts(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("On Tuesday a bomb killed 12 people in Kabul, police said.", encoding="utf-8")
    line = json.loads(told("extract", str(article), "--published", "2024-05-15", "--outlet", "Daily"))
    assert (line["low"], line["claimant"], line["date"], line["source"], line["status"]) == (
        12, "police", "2024-05-14", "Daily", "draft",
    )  # fmt: skip
    assert line["provenance"]["claimant"]["rule"] == "frame after"
    told("extract", str(tmp_path), "-o", str(tmp_path / "d.csv"))
    assert "killed 12 people" in (tmp_path / "d.csv").read_text(encoding="utf-8")


def test_what_cannot_be_read_is_said_in_one_line(tmp_path: Path) -> None:
    assert "check the path" in refused("extract", str(tmp_path / "none.txt"))
    (tmp_path / "empty").mkdir()
    assert "no text in this folder" in refused("extract", str(tmp_path / "empty"))
