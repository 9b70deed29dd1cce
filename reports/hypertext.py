"""What all HTML of the reports has in common: templates that escape everything, and the marks around foreign texts."""

from __future__ import annotations

import re

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from reports.words import day, moment, number

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")


def templates(package: str) -> Environment:
    """The templates of a package, with the filters for numbers and dates; an unknown name in one is an error."""
    made = Environment(
        loader=PackageLoader(package), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters |= {"number": number, "day": day, "moment": moment}
    return made


def bdi(shown: str) -> Markup:
    """A visible text, escaped, and isolated from the direction of what stands around it."""
    return Markup("<bdi>{}</bdi>").format(shown)


def language_tag(said: str) -> str:
    """A language as HTML takes it (BCP 47), ``pt-BR`` for ``pt_BR``; empty for any other text."""
    tag = said.strip().replace("_", "-")
    return tag if _TAG.fullmatch(tag) else ""
