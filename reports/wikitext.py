"""Texts and citations as wikitext that shows exactly them: no template, link, tag, list, signature or magic word.

Every character that MediaWiki may read as markup becomes a numeric reference, which it shows and never parses:
https://www.mediawiki.org/wiki/Help:Formatting, https://www.mediawiki.org/wiki/Help:Magic_links.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from reports.addresses import web_address
from reports.escape import visible

_MARKUP = re.compile(
    r"[&<>\[\]{}|=~]"
    r"|'(?=')|(?<=')'|_(?=_)|(?<=_)_"
    r"|(?<=\w):(?=\S)|(?<![^\s(]):(?=//)"
    r"|\b[RPI](?=(?:FC|MID|SBN)\b)"
    r"|^[*#:;!-]",
    re.ASCII,
)


def inert(text: str) -> str:
    """The text on one line, without any markup."""
    return _MARKUP.sub(lambda found: f"&#{ord(found[0])};", visible(text))


def template(name: str, values: Mapping[str, str]) -> str:
    """A call of a template with the parameters that have a value, which are wikitext already."""
    return "{{" + " |".join([name, *(f"{key}={value}" for key, value in values.items() if value)]) + "}}"


def address(text: str) -> str:
    """A web address for a parameter of a citation; empty for anything but http and https."""
    return web_address(text).replace("~", "%7E").replace("__", "_%5F").replace("{", "%7B")


def archived_on(url: str) -> str:
    """The day in the address of a capture (``/web/20251015083000/``), as a citation wants it beside the address."""
    found = re.search(r"/(\d{4})(\d{2})(\d{2})\d{0,6}/", url)
    return "-".join(found.groups()) if found else ""
