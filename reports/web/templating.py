"""The pages' templates: everything in them is escaped, and texts of claims go through ``bdi``."""

from __future__ import annotations

from functools import cache
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import Environment

from claims.lexicon import data
from reconcile.severity import band
from reports import words
from reports.addresses import web_address
from reports.forms import FORMS
from reports.html_templates import templates
from reports.html_text import language_tag
from reports.sentences import range_line
from reports.web.deciding import told
from reports.web.keys import key
from reports.web.shown import as_shown, bdi, sentence, within


@cache
def environment() -> Environment:
    """The Jinja environment of all pages."""
    found = templates("reports.web")
    found.filters |= {
        "band": band,
        "bdi": bdi,
        "language": language_tag,
        "link": web_address,
        "shown": as_shown,
        "said_by": words.speaker,
        "sentence": sentence,
        "side": words.side,
        "states": words.statement,
        "within": within,
    }
    found.globals |= {
        "address": address,
        "bits": words.bits,
        "column": words.column,
        "counted": words.counted,
        "exact_places": words.exact_places,
        "forms": FORMS,
        "key": key,
        "measure": words.measure,
        "range_line": range_line,
        "told": told,
        "unread_rows": words.unread_rows,
        "w": words.words(),
        "web": data("reports", "web.yaml"),
    }
    return found


def address(path: str, name: str, /, **more: object) -> str:
    """The address of a page about the thing with this id."""
    query = {k: str(v) for k, v in more.items() if v}
    return f"{path}?id={quote(key(name), safe='')}" + (f"&{urlencode(query)}" if query else "")


def page(name: str, **context: Any) -> str:
    """A page as HTML."""
    return environment().get_template(name).render(**context)
