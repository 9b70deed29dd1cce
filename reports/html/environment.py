"""The templates of the pages, with everything escaped: what came with the claims shows as text and nothing else."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup, escape

from reports.escape import anchor, visible
from reports.html_templates import templates
from reports.html_text import sentence, words_of_others
from reports.layout import clipped
from reports.sentences import LONGEST_TEXT
from reports.words import counted, words

FOLDER = Path(str(files("reports") / "html"))
"""Where the style sheet, the scripts and the templates lie."""


@cache
def environment() -> Environment:
    """The environment of the report's templates."""
    made = templates("reports.html")
    made.filters |= {"said": said, "told": told, "plain": plain, "anchor": anchor, "counted": counted}
    made.globals["words"] = words()
    return made


def said(text: object, longest: int = LONGEST_TEXT) -> Markup:
    """A text of somebody else's: on one line, cut when very long, escaped, and in a direction of its own."""
    return words_of_others(_shown(text, longest))


def told(text: object, longest: int = LONGEST_TEXT) -> Markup:
    """As ``said`` for a sentence of ours that holds words of others: it stays in the direction of ours."""
    return sentence(_shown(text, longest))


def plain(text: object, longest: int = LONGEST_TEXT) -> Markup:
    """As ``said`` without the element, for attributes and places that hold no markup."""
    return escape(_shown(text, longest))


def _shown(text: object, longest: int) -> str:
    return clipped(visible(str(text)), longest)
