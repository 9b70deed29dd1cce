"""Wikitext: the lines of its infobox, and the prose of the article without its markup below them."""

from __future__ import annotations

import re
from typing import Any

from claims.documents.article import DocumentError, Told
from claims.documents.infoboxes import BoxLine, box_lines
from claims.read.importers import infobox
from claims.read.result import NoClaims, UnreadableFile

_ASIDE = ("file:", "image:", "category:")
_LINES = re.compile(r"\n{3,}")


def read_wikitext(code: str, path: str) -> tuple[str, Told, tuple[BoxLine, ...]]:
    """The text of an article, lines of its infobox first; what is known of it; and what those lines say.

    Raises DocumentError when mwparserfromhell is not installed.
    """
    try:
        text, lines = box_lines(infobox.read(code, path))
    except NoClaims:
        text, lines = "", ()
    except UnreadableFile as error:
        raise DocumentError(path, error.reason) from None
    title = next((str(line.claim.extra.get("article", "")) for line in lines if line.claim is not None), "")
    return f"{text}\n{_prose(code)}" if text else _prose(code), Told(title, infobox.ARTICLE), lines


def _prose(code: str) -> str:
    import mwparserfromhell

    parsed: Any = mwparserfromhell.parse(code)
    for link in parsed.filter_wikilinks():
        if str(link.title).strip().casefold().startswith(_ASIDE) and parsed.contains(link):
            parsed.remove(link)
    return _LINES.sub("\n\n", str(parsed.strip_code(normalize=True, collapse=True))).strip()
