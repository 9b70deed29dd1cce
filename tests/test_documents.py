"""From bytes to an article: each format's text, what a document says of itself, and what is no document at all."""

from __future__ import annotations

import builtins
import sys
from datetime import date
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from foreign import ARTICLE
from hypothesis import given, settings
from hypothesis import strategies as st
from pdfs import from_streams, pdf

from claims.documents.article import LARGEST, Article, DocumentError, Told
from claims.documents.heading import told_at_the_top
from claims.documents.markdown import without_markup
from claims.documents.opening import open_article
from claims.documents.pdf import paragraphs, read_pdf
from claims.documents.proposing import propose

TOLD = "A clash at Kandu on Tuesday killed 12 soldiers of Velmar, the Velmar army said."
PAGE = f"""<!doctype html><html><head><title>Clash - The Daily Example</title>
<meta property="og:site_name" content="The Daily Example">
<meta property="og:title" content="Clash at Kandu leaves 12 dead">
<meta property="article:published_time" content="2021-03-03T10:00:00Z">
<link rel="canonical" href="https://daily.example/kandu"></head>
<body><nav><a href="/">Home</a> <a href="/w">World: 99 killed elsewhere</a></nav>
<article><h1>Clash at Kandu leaves 12 dead</h1><p>{TOLD}</p><p>The Velmar Front said it had killed at least 30 soldiers
&amp; lost none of its own.</p></article><footer>© 2024, updated 2024-05-05</footer>
<script>alert(1)</script></body></html>"""


def opened(content: str | bytes, name: str, encoding: str | None = None) -> Article:
    return open_article(content.encode() if isinstance(content, str) else content, name, name, encoding)


def refusal(content: str | bytes, name: str) -> str:
    with pytest.raises(DocumentError) as error:
        opened(content, name)
    return str(error.value)


def casualties(article: Article) -> list[tuple[str, Any]]:
    return [(row["claimant"], row["low"]) for row in propose(article) if row["kind"] == "casualty"]


def test_a_web_page_is_its_article_and_what_it_says_of_itself() -> None:
    article = opened(PAGE, "page.html")
    assert article.told == Told(
        "Clash at Kandu leaves 12 dead", "The Daily Example", date(2021, 3, 3), "https://daily.example/kandu"
    )
    assert TOLD in article.text and "99 killed" not in article.text and "alert" not in article.text
    (first, *_) = [row for row in propose(article) if row.get("claimant") == "the Velmar army"]
    assert (first["date"], first["source"], first["published"], first["title"], first["url"]) == (
        "2021-03-02", "The Daily Example", "2021-03-03", "Clash at Kandu leaves 12 dead", "https://daily.example/kandu",
    )  # fmt: skip


DATED = {
    '<script type="application/ld+json">{"@graph": [{"datePublished": "2021-03-04"}]}</script>': date(2021, 3, 4),
    '<script type="application/ld+json">{"@graph": [</script><meta name="DC.date" content="5 March 2021">': date(
        2021, 3, 5
    ),
    '<time itemprop="datePublished" datetime="2021-03-06">Saturday</time>': date(2021, 3, 6),
    '<meta name="date" content="03/06/2021">': None,
    "<p>Copyright 2024. Last updated 2024-05-05.</p>": None,
}


@pytest.mark.parametrize(("markup", "day"), DATED.items())
def test_a_page_is_dated_by_what_it_marks_and_never_by_a_guess(markup: str, day: date | None) -> None:
    page = f"<html><head></head><body>{markup}<article><p>{TOLD}</p><p>{TOLD} Nobody else spoke.</p></article></body>"
    assert opened(page, "p.htm").told.published == day


def test_a_pdf_is_read_in_paragraphs() -> None:
    lines = [
        "Clash at Kandu", "Published: 12 October 2021", "A clash at Kandu on Monday killed 12 sol-",
        "diers of Velmar, said the army near the cross-", "border road. Nobody else spoke of it there.",
    ]  # fmt: skip
    article = opened(pdf([lines, ["It was the second (2) clash."]], "The file"), "a.pdf")
    assert article.text == (
        "Clash at Kandu\nPublished: 12 October 2021\nA clash at Kandu on Monday killed 12 soldiers of Velmar, said the "
        "army near the cross-border road. Nobody else spoke of it there.\n\nIt was the second (2) clash."
    )
    assert article.told == Told("The file", "", date(2021, 10, 12), "")
    assert [low for _, low in casualties(article)] == [12]


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=200))
def test_joining_lines_loses_no_word(page: str) -> None:
    def bare(text: str) -> str:
        return "".join(c for c in text if not c.isspace() and c not in "-\u00ad\u2010")

    assert bare(paragraphs(page)) == bare(page)


HOSTILE = {
    "a stream that unpacks to 200 MB": (lambda: from_streams([b"BT (a) Tj ET " + b"\0" * 200_000_000]), "damaged"),
    "pages without end": (lambda: from_streams([b"BT /F1 9 Tf " + b"(a) Tj " * 300_000], copies=500), "too much time"),
    "no structure": (lambda: b"%PDF-1.4 nothing", "damaged"),
    "pictures only": (lambda: pdf([[]]), "run it through OCR"),
}


@pytest.mark.parametrize(("made", "said"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_pdf_ends_in_a_sentence(made: Any, said: str) -> None:
    content, start = made(), monotonic()
    assert len(content) < 500_000
    with pytest.raises(DocumentError, match=said):
        read_pdf(content, "a.pdf", seconds=1)
    assert monotonic() - start < 30


def test_deep_and_empty_pages_end_in_a_sentence() -> None:
    assert "no article was found" in refusal("<html><body>" + "<div>" * 100_000 + "</body></html>", "deep.html")
    assert "no article was found" in refusal("<html><body><script>1</script></body></html>", "empty.html")


NOTHING = {
    "empty": (" \n", "a.txt", "it is empty"),
    "an office document": (b"PK\x03\x04word", "a.docx", "save it as PDF or as text"),
    "RTF": ("{\\rtf1 a}", "a.txt", "an RTF document"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 9, "a.txt", "it is not a text; give plain text, Markdown, HTML"),
    "no PDF": (TOLD, "a.pdf", "is no PDF"),
    "too large": (b"a" * (LARGEST + 1), "a.txt", "larger than 20,000,000 bytes"),
    "too long": (b"a " * 2_500_001, "a.txt", "more than 5,000,000 characters"),
    "compressed": (b"\x1f\x8bxx", "a.txt", "unpack it"),
}


@pytest.mark.parametrize(("content", "name", "said"), NOTHING.values(), ids=NOTHING)
def test_what_is_no_document_is_named_with_a_remedy(content: str | bytes, name: str, said: str) -> None:
    assert said in refusal(content, name) and refusal(content, name).startswith(f"{name}: ")


ENCODED = {
    "UTF-8": ("Le 12 à Kandu : 12 soldats tués à l’école".encode(), None),
    "UTF-8 with a mark": ("Le 12 à Kandu : 12 soldats tués à l’école".encode("utf-8-sig"), None),
    "UTF-16": ("Le 12 à Kandu : 12 soldats tués à l’école".encode("utf-16"), None),
    "Windows-1252": ("Le 12 à Kandu : 12 soldats tués à l’école".encode("cp1252"), None),
    "by name": ("Le 12 à Kandu : 12 soldats tués à l’école".encode("cp1252"), "cp1252"),
    "with a stray zero": ("Le 12 à Kandu : 12 soldats tués à l’école".encode() * 9 + b"\0", None),
}


@pytest.mark.parametrize(("content", "encoding"), ENCODED.values(), ids=ENCODED)
def test_encodings_are_found(content: bytes, encoding: str | None) -> None:
    article = opened(content, "a.txt", encoding)
    assert "tués à l’école" in article.text
    assert ("read as Windows-1252" in article.note) == (b"\x92" in content and encoding is None)


HEADINGS = {
    "---\ntitle: \"Clash\"\ndate: 2021-03-03\nsite: Daily\n---\n\nText": Told("Clash", "Daily", date(2021, 3, 3)),
    "Clash at Kandu\nBy A Reporter\n3 March 2021\n\nText": Told(published=date(2021, 3, 3)),
    "Published: Wednesday, March 3, 2021 10:30 GMT\nSource: the army\nText": Told(published=date(2021, 3, 3)),
    "**Published:** 3 March 2021\n**Outlet:** Daily\nURL: https://d.example/": Told(
        "", "Daily", date(2021, 3, 3), "https://d.example/"
    ),
    "Published: 3/6/2021\nText": Told(),
    "On 3 March 2021 a clash killed 12.": Told(),
    "Date: soon\nText": Told(),
}  # fmt: skip


@pytest.mark.parametrize(("text", "told"), HEADINGS.items())
def test_what_stands_plainly_at_the_top_is_taken(text: str, told: Told) -> None:
    assert told_at_the_top(text) == told


def test_markdown_is_read_without_its_markup_and_quoted_with_it() -> None:
    front = "---\ntitle: Clash\n---\n# Clash\n\n"
    text = f"{front}A clash at **Kandu** killed **12** soldiers, [the army](https://a.example) said.\n"
    article = opened(text, "a.md")
    (row,) = [row for row in propose(article) if row["kind"] == "casualty"]
    assert (row["low"], row["claimant"], row["title"]) == (12, "the army", "Clash")
    assert text[row["quote_start"] : row["quote_end"]] == row["quote"] and "**12**" in row["quote"]


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.sampled_from(["#", "*", "_", "[a](b)", "`", "---", "\n", " ", "killed 12", ">", "|", "!"])).map("".join)
)
def test_blanked_markup_keeps_every_offset(text: str) -> None:
    blank = without_markup(text)
    assert len(blank) == len(text) and all(a in (b, " ") for a, b in zip(blank, text, strict=True))


def test_an_infobox_gives_drafts_with_whose_losses_they_are() -> None:
    article = opened(ARTICLE, "battle.wiki")
    rows = propose(article)
    assert all(article.text[row["quote_start"] : row["quote_end"]] == row["quote"] for row in rows)
    drafts = [row for row in rows if row["kind"] == "casualty"]
    assert [(d["claimant"], d["quantity"], d["victim_side"]) for d in drafts[:4]] == [
        ("Velmar", "23", "Velmar"), ("Velmar", "29", "Velmar"), ("Velmar Front", "58", "Velmar"),
        ("Velmar Front", "30", "Velmar"),
    ]  # fmt: skip
    assert {d["date"] for d in drafts} == {"2021-10-11/2021-10-15"} and drafts[6]["high"] is None
    assert len({d["id"] for d in drafts}) == len(drafts) and all(d["status"] == "draft" for d in drafts)
    assert "Unknown" in [row["quote"] for row in rows if row["kind"] == "look_here"]


def test_the_prose_below_an_infobox_is_read_too() -> None:
    article = opened(ARTICLE + f"\n== Aftermath ==\n[[File:a.jpg|thumb|99 killed]]{TOLD}\n", "battle.wiki")
    assert ("the Velmar army", 12) in casualties(article) and "99" not in article.text
    assert casualties(article).count(("Velmar", 23)) == 1


@pytest.mark.parametrize(
    ("name", "module", "extra"), [("a.html", "trafilatura", "html"), ("a.wiki", "mwparserfromhell", "wiki")]
)
def test_a_reader_that_is_not_installed_is_named_with_its_extra(
    name: str, module: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without(wanted: str, *rest: Any, **more: Any) -> Any:
        if wanted == module:
            raise ImportError(wanted)
        return real(wanted, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    monkeypatch.delitem(sys.modules, module, raising=False)
    assert f"pip install 'counterclaim[{extra}]'" in refusal(PAGE if extra == "html" else ARTICLE, name)


def test_a_pdf_without_its_reader_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claims.documents.pdf.find_spec", lambda name: None)
    assert "pip install 'counterclaim[pdf]'" in refusal(pdf([["a"]]), "a.pdf")


def test_nobody_is_reported_to_be_dead_where_none_are_reported(tmp_path: Path) -> None:
    (row,) = [r for r in propose(opened("No casualties were reported.", "a.txt")) if r["kind"] == "casualty"]
    assert row["quantity"] == "none reported"
