"""What the page on articles says is so: its sample is a draft, and its lists are complete."""

from __future__ import annotations

import json
import re

from articles import EXAMPLES
from command import ROOT, told
from pages import blocks, section

from claims.documents.suffixes import suffixes

PAGE = (ROOT / "docs" / "extract.md").read_text(encoding="utf-8")


def test_the_draft_that_the_page_shows_is_one_of_those_that_come_out() -> None:
    (shown,) = blocks(PAGE, "json")
    sample = json.loads(shown.text)
    made = [json.loads(line) for line in told("extract", str(EXAMPLES / "daily.html")).splitlines()]
    assert any(
        sample.items() <= {k: v for k, v in draft.items() if not isinstance(v, dict | list)}.items() for draft in made
    )


def test_every_suffix_is_listed() -> None:
    table = section(PAGE, "What is read")
    assert set(re.findall(r"`(\.\w+)`", table)) == set(suffixes())


def test_every_extra_is_one_that_there_is() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for extra in re.findall(r"counterclaim\[(\w+)\]", PAGE):
        assert re.search(rf"^{extra} = \[", project, re.MULTILINE)
