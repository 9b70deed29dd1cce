"""A saved web page: its article without menus and advertisements, and what the page says of itself.

The article is found by trafilatura. The day of publication is taken from what the page marks as such and never
guessed from its text: a guess would date everything that was said to happen "on Tuesday".
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from claims.documents.article import MOST_CHARACTERS, DocumentError, Told
from claims.documents.heading import day_of, told_at_the_top
from claims.lexicon import data

_DATES = {"extensive_search": False, "max_date": "2100-01-01"}  # the day of the run changes nothing
_MOST_VALUES = 10_000


def read_page(page: str, path: str) -> tuple[str, Told]:
    """The text of the article of a page, its headline first, and the page's title, site, day and address.

    Raises DocumentError when trafilatura is not installed, and for a page without an article.
    """
    try:
        import trafilatura
    except ImportError:
        raise DocumentError(path, "reading HTML needs trafilatura: pip install 'counterclaim[html]'") from None
    logging.getLogger("trafilatura").disabled = logging.getLogger("htmldate").disabled = True
    found: Any = trafilatura.bare_extraction(
        page, with_metadata=True, include_comments=False, date_extraction_params=_DATES, favor_recall=True
    )
    text = str((found and found.text) or trafilatura.html2txt(page) or "").strip()
    if not text:
        raise DocumentError(path, "no article was found in this page; save the text of it and give that")
    if len(text) > MOST_CHARACTERS:
        raise DocumentError(path, f"it holds more than {MOST_CHARACTERS:,} characters; split it")
    told = Told(
        str((found and found.title) or ""),
        str((found and (found.sitename or found.hostname)) or ""),
        _published(page),
        str((found and found.url) or ""),
    )
    headline = "" if not told.title or told.title in text[: 2 * len(told.title) + 200] else told.title + "\n\n"
    return headline + text, told.or_else(told_at_the_top(text))


def _published(page: str) -> date | None:
    """The day that the page marks as that of publication: in JSON-LD, in a meta element, or in a time element."""
    from lxml import html

    try:
        tree = html.fromstring(page.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    except (ValueError, html.etree.ParserError):
        return None
    marked = [*_in_scripts(tree), *_in_meta(tree), *map(str, tree.xpath("//time[@pubdate or @itemprop]/@datetime"))]
    return next((day for said in marked if (day := day_of(said)) is not None), None)


def _in_meta(tree: Any) -> Iterator[str]:
    names = data("claims", "documents.yaml")["meta"]["published"]
    said: dict[str, str] = {}
    for one in tree.iter("meta"):
        name = one.get("property") or one.get("name") or one.get("itemprop") or ""
        said.setdefault(name.casefold(), one.get("content") or "")
    return (said[name] for name in names if name in said)


def _in_scripts(tree: Any) -> Iterator[str]:
    """What JSON-LD says under ``datePublished``."""
    for script in tree.xpath('//script[@type="application/ld+json"]/text()'):
        try:
            queue = [json.loads(re.sub(r"[\x00-\x1f]", " ", script))]
        except (ValueError, RecursionError):
            continue
        for _ in range(_MOST_VALUES):
            if not queue:
                break
            value = queue.pop()
            if isinstance(value, dict):
                yield from (said for said in [value.get("datePublished")] if isinstance(said, str))
                queue += value.values()
            elif isinstance(value, list):
                queue += value
