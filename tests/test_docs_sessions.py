"""The sessions that the how-to pages show: typed again, they print what stands there."""

from __future__ import annotations

from pathlib import Path

import pytest
from command import ROOT
from pages import DOCS, Session, assert_shown, blocks

PAGES = [DOCS / name for name in ("tutorial.md", "newsroom-spreadsheet.md", "extract.md")]


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that looks like a checkout to a reader of the pages, and may be written to."""
    for name in ("fixtures", "docs"):
        (tmp_path / name).symlink_to(ROOT / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_session_prints_what_the_page_shows(page: Path, checkout: Path) -> None:
    session = Session(checkout)
    shown = blocks(page.read_text(encoding="utf-8"), "console")
    assert len(shown) >= 4
    for block in shown:
        assert_shown(page, "```console\n", block.text, session.transcript(block.text))
