"""Which texts of a claim may become links: addresses on the web, and nothing else."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, quote, urlsplit, urlunsplit

_LEGAL = ":@!$&'()*+,;=%"
_LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


def web_link(text: str) -> str:
    """An ``http`` or ``https`` address with every character that an address cannot hold percent-encoded (RFC 3986).

    Empty for anything else, ``javascript:`` and ``data:`` among it, and for what names no host.
    """
    address = text.strip()
    try:
        parts = urlsplit(address)
        named = parts.scheme.casefold() in ("http", "https") and bool(parts.hostname)
        return _encoded(parts) if named and address.isprintable() else ""
    except ValueError:  # a half bracket in the host, or a half surrogate
        return ""


def _encoded(parts: SplitResult) -> str:
    host = quote(parts.netloc, safe=_LEGAL + "[]")
    rest = [quote(part, safe=_LEGAL + "/?") for part in (parts.path, parts.query, parts.fragment)]
    return _LONE_PERCENT.sub("%25", urlunsplit((parts.scheme, host, *rest)))
