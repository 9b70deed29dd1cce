"""Web addresses that came with claims, made safe to pass on."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, quote, urlsplit

from reports.escape import visible

_KEPT = "!#$&()+,/:;=?@%"
"""Marks of RFC 3986 that no format here gives a meaning of its own; every other one is percent-encoded."""
_LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_HOST = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?", re.IGNORECASE)


def web_address(text: str) -> str:
    """An http or https address in ASCII, with everything unusual in percent-encoding; empty for anything else."""
    clean = text.strip()
    if visible(clean) != clean:
        return ""
    try:
        parts = urlsplit(clean)
        host = _host(parts)
    except (ValueError, UnicodeError):
        return ""
    if parts.scheme.casefold() not in ("http", "https") or not host:
        return ""
    return _LONE_PERCENT.sub("%25", quote(parts._replace(netloc=host).geturl(), safe=_KEPT))


def _host(parts: SplitResult) -> str:
    """Host and port, with names in other scripts as IDNA has them; empty where a user is named: that misleads."""
    if parts.username is not None:
        return ""
    host = (parts.hostname or "").encode("idna").decode()
    port = "" if parts.port is None else f":{parts.port}"
    return host + port if _HOST.fullmatch(host) else ""
