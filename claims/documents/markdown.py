"""Markdown with its markup blanked: each character of it becomes a space, so that offsets stay what they are."""

from __future__ import annotations

import re

_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n.*?\r?\n(?:---|\.\.\.)[ \t]*(?=\r?\n|$)", re.DOTALL)
_MARKUP = re.compile(
    r"(?m)^[ \t]{0,3}(?:#{1,6}(?=\s)|>+|[-+*](?=\s))"  # heading, quotation, item of a list
    r"|!?\[(?=[^\]\n]{1,500}\]\()|(?<=[^\]\n])\]\([^()\s]{0,2000}(?:\s\"[^\"\n]{0,200}\")?\)"  # link
    r"|<https?://[^<>\s]{1,2000}>|</?[a-zA-Z][^<>\n]{0,500}>"
    r"|\*{1,3}(?=\S)|(?<=\S)\*{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)|`+|~~|^\|?[ \t]*:?-{3,}[-:| \t]*$"
)


def without_markup(text: str) -> str:
    """A text of the same length whose headings, emphasis, links and front matter are spaces."""
    front = _FRONT.match(text[:10_000])
    body = _MARKUP.sub(_spaces, text[front.end() :]) if front else _MARKUP.sub(_spaces, text)
    return (_blank(front[0]) + body) if front else body


def _spaces(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _blank(text: str) -> str:
    """Spaces for everything but line ends."""
    return re.sub(r"[^\r\n]", " ", text)
