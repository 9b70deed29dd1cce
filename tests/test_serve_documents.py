"""The passage of a document: the words that a claim quotes, from inside the project's folder and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest
from command import HEADER, NORTH, SOUTH, table
from serving import browser_of, desk_of, project

from reports.web.documents import NoPassage, passage

TEXT = "Ünlü söz. The army said 23 soldiers <b>died</b>.\r\nAnother said 23 soldiers later.\n" + "x" * 2000
START = TEXT.index("23 soldiers")
END = START + len("23 soldiers")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "project"
    (home / "docs").mkdir(parents=True)
    (home / "docs" / "a.txt").write_bytes(TEXT.encode())
    (tmp_path / "secret.txt").write_text("23 soldiers", encoding="utf-8")
    (home / ".hidden").write_text("23 soldiers", encoding="utf-8")
    (home / "link.txt").symlink_to(tmp_path / "secret.txt")
    (home / "latin.txt").write_bytes("é 23 soldiers".encode("latin-1"))
    return home


@pytest.mark.parametrize("document", ["docs/a.txt", "./docs/../docs/a.txt"])
def test_the_words_stand_where_the_claim_says(folder: Path, document: str) -> None:
    found = passage(folder, document, "23 soldiers", str(START), str(END))
    assert (found.quote, found.before, found.elsewhere) == ("23 soldiers", TEXT[:START], False)
    assert (found.cut_before, found.cut_after) == (False, True)
    whole = passage(folder, document, "23 soldiers", str(START), str(END), whole=True)
    assert whole.before + whole.quote + whole.after == TEXT


def test_an_absolute_path_inside_the_folder_is_found(folder: Path) -> None:
    assert passage(folder, str(folder / "docs/a.txt"), "23 soldiers", "", "").quote == "23 soldiers"


@pytest.mark.parametrize(("start", "end"), [("0", "5"), ("99999", "100000"), ("-1", "4"), ("9", "3"), ("x", "²")])
def test_words_that_moved_are_found_and_told_to_be_elsewhere(folder: Path, start: str, end: str) -> None:
    found = passage(folder, "docs/a.txt", "23 soldiers", start, end)
    assert (found.before, found.quote, found.elsewhere) == (TEXT[:START], "23 soldiers", True)


def test_offsets_alone_are_enough(folder: Path) -> None:
    assert passage(folder, "docs/a.txt", "", str(START), str(END)).quote == "23 soldiers"


@pytest.mark.parametrize(
    "document",
    [
        "../secret.txt", "docs/../../secret.txt", "link.txt", "/etc/passwd", ".hidden", "docs", "nothing.txt", "",
        "docs/a.txt\0", "~/secret.txt", "x" * 5000,
    ],
)  # fmt: skip
def test_nothing_outside_hidden_or_missing_is_opened(folder: Path, document: str) -> None:
    with pytest.raises(NoPassage, match="does not lie in the project's folder"):
        passage(folder, document, "23 soldiers", "0", "11")


def test_words_that_are_not_there_and_texts_that_are_none_are_told(folder: Path) -> None:
    with pytest.raises(NoPassage, match="do not stand in the document"):
        passage(folder, "docs/a.txt", "99 soldiers", "0", "11")
    with pytest.raises(NoPassage, match="no UTF-8"):
        passage(folder, "latin.txt", "23 soldiers", "", "")


def test_the_finding_shows_the_words_in_their_document(folder: Path) -> None:
    head = [*HEADER, "quote", "quote_start", "quote_end", "document"]
    north = [*NORTH, "23 soldiers", str(START), str(END), "docs/a.txt"]
    south = [*SOUTH, "23 soldiers", "", "", "../secret.txt"]
    page = browser_of(desk_of(project(folder, table([head, north, south]))))
    finding = next(link for link in page.get("/").text.split('"') if link.startswith("/finding"))
    text = page.get(finding).text
    assert "said <mark>23 soldiers</mark> &lt;b&gt;died" in text
    assert "does not lie in the project&#39;s folder" in text
    assert text.count("<mark>") == 1
    whole = page.get("/document?id=N-1").text
    assert "x" * 2000 in whole and "Ünlü söz" in whole
