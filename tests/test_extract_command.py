"""The command ``extract``: which files it reads, what it writes, and that every offset holds in the text it gives."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from command import ask, refused, steering, told
from foreign import ARTICLE
from hostile import ATTACKS
from pdfs import pdf

from claims.read import load

TOLD = "On Tuesday a bomb killed 12 people in Kabul, police said."
PAGE = f"<html><body><article><h1>Bomb in Kabul</h1><p>{TOLD}</p><p>A hospital put the toll at 15.</p></article></body>"


def rows(*words: str, stdin: str | bytes | None = None) -> list[dict[str, Any]]:
    return [json.loads(line) for line in told("extract", *words, stdin=stdin).splitlines()]


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder with a document in each format, one in a folder inside it."""
    folder = tmp_path / "articles"
    (folder / "more").mkdir(parents=True)
    (folder / "a.txt").write_text(TOLD, encoding="utf-8")
    (folder / "b.html").write_text(PAGE, encoding="utf-8")
    (folder / "c.pdf").write_bytes(pdf([[TOLD]]))
    (folder / "d.wiki").write_text(ARTICLE, encoding="utf-8")
    (folder / "more" / "e.md").write_text(f"# Bomb\n\n{TOLD.replace('12', '**12**')}\n", encoding="utf-8")
    (folder / "picture.jpg").write_bytes(b"\xff\xd8\xff")
    return folder


def test_every_format_is_read_and_every_offset_holds_in_its_text(articles: Path, tmp_path: Path) -> None:
    found = rows(str(articles), "--texts", str(tmp_path / "texts"))
    names = ["a.txt", "b.html", "c.pdf", "d.wiki", "more/e.md"]
    assert list(dict.fromkeys(row["document"] for row in found)) == names
    for row in found:
        text = (tmp_path / "texts" / f"{row['document']}.txt").read_bytes().decode()
        assert text[row["quote_start"] : row["quote_end"]] == row["quote"] != ""
    assert {row["low"] for row in found if row["kind"] == "casualty"} >= {12, 15, 23}


def test_what_cannot_be_read_in_a_folder_is_told_and_passed_over(articles: Path) -> None:
    (articles / "broken.pdf").write_bytes(b"%PDF-1.4")
    (articles / "empty.txt").write_bytes(b"")
    (articles / "nowhere.txt").symlink_to(articles / "none.txt")
    result = ask("extract", str(articles))
    assert result.exit_code == 0 and '"a.txt"' in result.stdout
    passed = [line for line in result.stderr.splitlines() if line.startswith("passed over: ")]
    assert [line.split(": ")[1].rpartition("/")[2] for line in passed] == ["broken.pdf", "empty.txt", "nowhere.txt"]
    assert result.stderr.splitlines()[-1] == "3 of 8 documents could not be read"


def test_a_folder_of_nothing_readable_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    output = tmp_path.parent / f"{tmp_path.name}.jsonl"
    assert ask("extract", str(tmp_path), "-o", str(output)).exit_code == 2 and not output.exists()
    assert "it is empty" in refused("extract", str(tmp_path / "a.txt"))


def test_links_that_go_in_circles_are_followed_once(articles: Path) -> None:
    (articles / "more" / "up").symlink_to(articles, target_is_directory=True)
    (articles / "more" / "again.txt").symlink_to(articles / "a.txt")
    (articles / "itself.txt").symlink_to(articles / "itself.txt")
    result = ask("extract", str(articles))
    assert len({json.loads(line)["document"] for line in result.stdout.splitlines()}) == 5
    assert "itself.txt: cannot be read (Too many levels of symbolic links)" in result.stderr


def test_files_of_one_name_keep_apart(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(TOLD, encoding="utf-8")
    found = rows(str(tmp_path / "one" / "a.txt"), str(tmp_path / "two" / "a.txt"))
    assert [row["document"] for row in found if row["kind"] == "casualty"] == ["a.txt", "a~2.txt"]
    assert len({row["id"] for row in found}) == len(found)


@pytest.mark.parametrize("content", [TOLD.encode(), PAGE.encode(), pdf([[TOLD]])], ids=["text", "html", "pdf"])
def test_standard_input_is_read_by_what_it_holds(content: bytes) -> None:
    first = next(row for row in rows("-", "--outlet", "Daily", stdin=content) if row.get("claimant") == "police")
    assert (first["low"], first["source"], first["document"]) == (12, "Daily", "-")


def test_options_win_over_what_a_document_says(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"Published: 15 May 2024\nOutlet: Weekly\n\n{TOLD}", encoding="utf-8")
    (read,) = [row for row in rows(str(path)) if row["kind"] == "casualty"]
    assert (read["date"], read["source"], read["published"]) == ("2024-05-14", "Weekly", "2024-05-15")
    (given,) = [
        row for row in rows(str(path), "--published", "2023-01-04", "--outlet", "Daily") if row["kind"] == "casualty"
    ]
    assert (given["date"], given["source"], given["published"]) == ("2023-01-03", "Daily", "2023-01-04")


@pytest.mark.parametrize("suffix", ["jsonl", "csv", "xlsx"])
def test_drafts_in_a_file_are_claims_again(suffix: str, articles: Path, tmp_path: Path) -> None:
    output = tmp_path / f"drafts.{suffix}"
    told("extract", str(articles), "-o", str(output))
    loaded = load(output)
    assert loaded.rejected == [] and {claim.extra["status"] for claim in loaded.claims} == {"draft"}
    assert [claim.quantity for claim in loaded.claims if claim.document == "a.txt"] == ["12"]
    once = output.read_bytes()
    told("extract", str(articles), "-o", str(output))
    assert output.read_bytes() == once


@pytest.mark.parametrize("suffix", ["jsonl", "csv", "xlsx"])
def test_hostile_documents_come_out_inert(suffix: str, tmp_path: Path) -> None:
    for number, attack in enumerate(ATTACKS):
        text = f"{attack} A bomb killed 12 people in Kabul, {attack} said.\n{attack} killed 3 men, police said.\n"
        (tmp_path / f"{number}.txt").write_bytes(text.encode("utf-8", "surrogatepass"))
    output = tmp_path / "out" / f"drafts.{suffix}"
    output.parent.mkdir()
    told("extract", str(tmp_path), "-o", str(output))
    if suffix == "xlsx":
        claims = load(output).claims
        assert len(claims) >= len(ATTACKS) and not any(steering(claim.quote) for claim in claims)
    else:
        text = output.read_text(encoding="utf-8")
        assert not steering(text)
        assert suffix != "csv" or not any(line.startswith(("=", "@", "+", "-")) for line in text.splitlines())


def test_nothing_is_written_over_a_document(articles: Path) -> None:
    before = (articles / "a.txt").read_bytes()
    assert "is one of the documents" in refused("extract", str(articles), "-o", str(articles / "a.txt"))
    assert "is inside the folder of documents" in refused("extract", str(articles), "--texts", str(articles / "texts"))
    assert (articles / "a.txt").read_bytes() == before and not (articles / "texts").exists()


def test_bytes_that_are_no_text_come_back_as_they_were(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    content = TOLD.encode() + "\r\nÀ Kandu: 3 soldats.\r\n".encode() + b"caf\xe9 \xff\r\n"
    (tmp_path / "in" / "a.txt").write_bytes(content)
    rows(str(tmp_path / "in"), "--texts", str(tmp_path / "texts"))
    assert (tmp_path / "texts" / "a.txt.txt").read_bytes() == content


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a user whom permissions stop")
def test_a_folder_that_may_not_be_opened_is_told(articles: Path) -> None:
    (articles / "more").chmod(0)
    try:
        assert "more: cannot be read" in ask("extract", str(articles)).stderr
    finally:
        (articles / "more").chmod(0o700)
