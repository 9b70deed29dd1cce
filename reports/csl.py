"""The sources as CSL-JSON, which Zotero and other reference managers import.

Format: the CSL 1.0.2 input schema, https://github.com/citation-style-language/schema (``csl-data.json``). A title in
square brackets is ours, for a source that gave none: the bibliographers' sign for it. CSL knows a few tags inside
texts, so the ``<`` of anything like one becomes ``‹``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from claims.lexicon import data
from reconcile.result import Result
from reports.escape import visible
from reports.sources import Document, documents
from reports.words import counted, joined, moment

_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-([0-3]\d))?)?([~?%])?(?=$|[T ]\d)")
_TAG = re.compile(r"<(?=/?[A-Za-z])")


def chunks(result: Result) -> Iterator[str]:
    """A list of items as JSON, one source on a line."""
    items = [json.dumps(item(document), ensure_ascii=False) for document in documents(result.claims)]
    yield "[\n" + ",\n".join(items) + "\n]\n"


def item(document: Document) -> dict[str, Any]:
    """One source as a CSL item; what was not said is left out."""
    kind, carrier = _type(document)
    found: dict[str, Any] = {
        "id": document.id,
        "type": kind,
        "title": document.title or f"[{', '.join(filter(None, [document.name, moment(document.published)]))}]",
        carrier: document.name,
        "issued": _date(document.published),
        "accessed": _date(document.accessed),
        "URL": document.link,
        "archive": urlsplit(document.archived).hostname or "",
        "archive_location": document.archived,
        "language": document.language,
        "note": f"Carries {counted(len(document.claims), 'claim')}: {joined(map(visible, document.claims))}",
    }
    return {key: _inert(value) if isinstance(value, str) else value for key, value in found.items() if value}


def _inert(text: str) -> str:
    return _TAG.sub("‹", text)


def _type(document: Document) -> tuple[str, str]:
    """The item type, and the field that names the source."""
    table = data("reports", "csl.yaml")
    said = set(re.findall(r"\w+", document.kind.casefold()))
    for name, row in table["types"].items():
        if said & set(row["words"]):
            return name, row["carrier"]
    row = table["otherwise"]["linked" if document.link else "unlinked"]
    return row["type"], row["carrier"]


def _date(text: str) -> dict[str, Any]:
    """A date to the day, month or year; anything else as it was written; empty for nothing."""
    found = _DATE.match(text)
    if found is None:
        return {"literal": _inert(text)} if text else {}
    parts = [int(part) for part in found.groups()[:3] if part]
    return {"date-parts": [parts], **({"circa": True} if found[4] else {})}
