"""Links out of the report that lead to the quoted words, where a browser can find them."""

from __future__ import annotations

from urllib.parse import quote

from reports.addresses import web_address

_LONGEST_FRAGMENT_WORDS = 12
_ENDS = 5


def quoted_link(url: str, words: str) -> str:
    """The address with a text fragment, at which a browser scrolls to the quoted words.

    After the WICG's draft "URL Fragment Text Directives": a long quote is given by its first and last words, and
    ``-``, ``,`` and ``&`` inside it are written in percent code.
    """
    link = web_address(url)
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
