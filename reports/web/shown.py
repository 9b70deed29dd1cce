"""Texts of claims as the page shows them: nothing in them acts on the reader's screen."""

from __future__ import annotations

from markupsafe import Markup

from reports import hypertext
from reports.escape import visible


def as_shown(text: str) -> str:
    """The visible text, line by line; line breaks stay."""
    return "\n".join(visible(line) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


def within(text: str) -> str:
    """As ``as_shown`` for a stretch of a text: the blanks at its ends stay, one of each."""
    shown = as_shown(text)
    before = " " if text[:1] in (" ", "\t") else ""
    return before + shown + (" " if text[-1:] in (" ", "\t") and shown else "")


def bdi(text: object) -> Markup:
    """A text of anybody's as HTML: escaped, visible, and isolated from the direction of what stands around it.

    Where nothing is visible a dash stands, so that a link always has words to be followed by.
    """
    return hypertext.bdi(visible(str(text)) or "–")
