"""Texts of claims as the page shows them: nothing in them acts on the reader's screen."""

from __future__ import annotations

from markupsafe import Markup

from reports.escape import visible
from reports.html_text import sentence as ours
from reports.html_text import words_of_others


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
    return words_of_others(visible(str(text)) or "–")


def sentence(text: object) -> Markup:
    """As ``bdi`` for a sentence of ours that holds words of anybody's: it stays in the direction of ours."""
    return ours(visible(str(text)) or "–")
