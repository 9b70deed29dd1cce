"""Links out of the report: only to the web, and to the quoted words where a browser can find them."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

_LONGEST_FRAGMENT_WORDS = 12
_ENDS = 5


def web_link(url: str) -> str:
    """The address when it is one of the web, http or https with a host; empty for anything else."""
    text = url.strip()
    if any(c <= " " or c == "\x7f" for c in text):
        return ""
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    return text if parts.scheme.casefold() in ("http", "https") and parts.hostname else ""


def quoted_link(url: str, words: str) -> str:
    """The address with a text fragment, at which a browser scrolls to the quoted words.

    After the WICG's draft "URL Fragment Text Directives": a long quote is given by its first and last words, and
    ``-``, ``,`` and ``&`` inside it are written in percent code.
    """
    link = web_link(url)
    said = words.split()
    if not link or not said:
        return link
    if len(said) > _LONGEST_FRAGMENT_WORDS:
        directive = ",".join(_coded(" ".join(end)) for end in (said[:_ENDS], said[-_ENDS:]))
    else:
        directive = _coded(" ".join(said))
    return f"{link}{'' if '#' in link else '#'}:~:text={directive}"


def _coded(text: str) -> str:
    return quote(text.encode("utf-8", "replace"), safe="").replace("-", "%2D")
