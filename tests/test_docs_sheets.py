"""What the pages on the workbook and the database say is so: their lists are complete, and their SQL answers."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import pytest
from command import ROOT, told

from claims.lexicon import data
from reports.sqlite.schema import tables

WORKBOOK = (ROOT / "docs" / "workbook.md").read_text(encoding="utf-8")
DATABASE = (ROOT / "docs" / "database.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"^SELECT .*;$", DATABASE, re.MULTILINE)


def test_every_sheet_is_listed_in_order() -> None:
    names = re.findall(r"^\| ([A-Z]\w+) \|", WORKBOOK, re.MULTILINE)
    assert names == [told["name"] for told in data("reports", "sheets.yaml")["sheets"].values()]


def test_every_table_and_view_is_listed() -> None:
    rows = "".join(re.findall(r"^\| (`.*?`) \|", DATABASE, re.MULTILINE))
    views = data("reports", "views.yaml")["views"]
    assert set(re.findall(r"`(\w+)`", rows)) == {*tables(), *views, "claims_flat"}


def test_there_are_queries() -> None:
    assert len(QUERIES) == 3


@pytest.mark.parametrize("query", QUERIES)
def test_every_query_of_the_page_answers(query: str, tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    told("demo", "-o", str(path))
    found = sqlite3.connect(path)
    assert found.execute(query).fetchall()
    found.close()
