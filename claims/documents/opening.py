"""From the bytes of a file to an article, by what the bytes say first and by the suffix of the name after that."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace

from claims.documents.article import LARGEST, MOST_CHARACTERS, Article, DocumentError, Told
from claims.documents.heading import told_at_the_top
from claims.documents.infoboxes import BoxLine
from claims.documents.markdown import without_markup
from claims.documents.pdf import read_pdf
from claims.documents.plain import text_of
from claims.documents.suffixes import form_of
from claims.documents.web_page import read_page
from claims.documents.wikitext import read_wikitext
from claims.read.importers.infobox import looks_like_infobox

_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body|article)\b", re.I | re.S
)
_OTHERS = (
    (b"PK\x03\x04", "a document of an office program or an archive; save it as PDF or as text"),
    (b"\xd0\xcf\x11\xe0", "a document of an office program; save it as PDF or as text"),
    (b"{\\rtf", "an RTF document; save it as text"),
    (b"\x1f\x8b", "a compressed file; unpack it"),
)


def open_article(content: bytes, path: str, name: str, encoding: str | None = None) -> Article:
    """Read a document. `name` is what its quotes will be kept under, and its suffix tells the format.

    Raises DocumentError for a file that is empty, too large, no text, or in a format whose reader is not installed.
    """
    if not content.strip():
        raise DocumentError(path, "it is empty; give a text")
    if len(content) > LARGEST:
        raise DocumentError(path, f"it is larger than {LARGEST:,} bytes; split it")
    for mark, what in _OTHERS:
        if content.startswith(mark):
            raise DocumentError(path, f"it is {what}")
    digest = hashlib.sha256(content).hexdigest()
    if content.lstrip()[:5] == b"%PDF-":
        text, told = read_pdf(content, path)
        return Article(name, text, text, told, digest)
    read, note = text_of(content, path, encoding)
    return replace(_of_text(read, path, name, digest), note=note)


def _of_text(text: str, path: str, name: str, digest: str) -> Article:
    form = form_of(name)
    if len(text) > MOST_CHARACTERS and form != "html":
        raise DocumentError(path, f"it holds more than {MOST_CHARACTERS:,} characters; split it")
    if form == "pdf":
        raise DocumentError(path, "it ends in .pdf and is no PDF; check the file")
    if form == "html" or (form != "markdown" and _PAGE.match(text[:2000])):
        text, told = read_page(text, path)
        return Article(name, text, text, told, digest)
    if form == "wiki" or (not form and looks_like_infobox(text[:10_000])):
        text, told, box = read_wikitext(text, path)
        return Article(name, text, _below(text, box), told, digest, box)
    prose = without_markup(text) if form == "markdown" else text
    return Article(name, text, prose, told_at_the_top(text) if text else Told(), digest)


def _below(text: str, box: tuple[BoxLine, ...]) -> str:
    """The text with the lines of the infobox blanked, which the importer has read."""
    end = max((line.end for line in box), default=0)
    return re.sub(r"[^\n]", " ", text[:end]) + text[end:]
