"""What docs/review.md says is so: its screen is what is shown, its keys are all keys, its lines are read."""

from __future__ import annotations

import re
from pathlib import Path

from command import ROOT
from pages import blocks
from reviewing import desk_file, typed

from claims.review.decisions import Ruling, decisions_in
from reports.review_item import told

PAGE = (ROOT / "docs" / "review.md").read_text(encoding="utf-8")


def test_the_screen_of_the_page_is_what_is_shown(tmp_path: Path) -> None:
    (screen,) = (block.text for block in blocks(PAGE, ""))
    assert screen.strip() in typed(desk_file(tmp_path), "q")


def test_the_page_names_every_key_and_every_source() -> None:
    rows = re.findall(r"^\| (`.*?) \|", PAGE.partition("## Keys")[2].partition("## ")[0], re.MULTILINE)
    keys = dict(re.findall(r"`(.)` (\w+)", " ".join(rows)))
    assert keys == {key: what["name"] for key, what in told()["keys"].items()}
    table = PAGE.partition("| words | meaning |")[2].partition("\n\n")[0]
    assert all(words in table for words in told()["sources"].values())


def test_the_lines_of_the_page_are_decisions_of_every_kind() -> None:
    (block,) = (block.text for block in blocks(PAGE, "json"))
    assert {decision.decision for decision in decisions_in(block, Path("page"))} == set(Ruling)
