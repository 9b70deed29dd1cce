"""Texts of claims as the page shows them: nothing in them acts on the reader's screen."""

from __future__ import annotations

from markupsafe import Markup

from reports.escape import visible


def as_shown(text: str) -> str:
    """The visible text, line by line; line breaks stay."""
    return "\n".join(visible(line) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


def bdi(text: object) -> Markup:
    """A text of anybody's as HTML: escaped, visible, and isolated from the direction of what stands around it."""
    return Markup('<bdi dir="auto">{}</bdi>').format(visible(str(text)))
