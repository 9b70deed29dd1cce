"""Bytes of a text file as text, in whichever encoding, with its line ends as they are."""

from __future__ import annotations

from io import BytesIO

from claims.documents.article import DocumentError
from claims.read.encoding import scan
from claims.read.result import UnreadableFile

_FEW = 0.02
"""Share of zero bytes up to which a text has only been damaged by them."""


def text_of(content: bytes, path: str, encoding: str | None = None) -> tuple[str, str]:
    """The text of a file, and a word to its user where the encoding was guessed.

    Bytes that are in no encoding become half surrogates, as Python's surrogateescape has it.

    Raises DocumentError for what is no text.
    """
    told = content
    if b"\0" in content and content.count(b"\0") <= _FEW * len(content):
        told = content.replace(b"\0", b" ")  # strays, not UTF-16: they tell nothing of the encoding
    try:
        _, how = scan(BytesIO(told), path, encoding)
    except UnreadableFile as error:
        raise DocumentError(path, f"{_for_documents(error.reason)}") from None
    return content.decode(how.repair or how.encoding, "surrogateescape"), _for_documents(how.note)


def _for_documents(reason: str) -> str:
    if reason.startswith("it is not a text"):
        return "it is not a text; give plain text, Markdown, HTML, PDF or wikitext"
    return reason.replace(" (in a spreadsheet: CSV UTF-8)", "")
