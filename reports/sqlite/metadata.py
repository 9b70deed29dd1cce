"""What Datasette shows beside the database: titles, descriptions, source, facets, order (docs.datasette.io, Metadata).

The metadata is kept by the name of the database, which is the name of its file without the suffix.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from claims.lexicon import data
from reconcile.result import Result
from reports.escape import visible
from reports.sentences import method_line
from reports.sqlite.schema import Table, tables
from reports.view import View
from reports.words import joined


def chunks(result: Result, *, database: str = "claims") -> Iterator[str]:
    """The metadata as JSON, for ``datasette claims.db --metadata claims.datasette.json``."""
    view = View(result)
    told = {
        "title": f"{result.run.tool}: what was said, and what cannot both be right",
        "description": visible(view.headline),
        "databases": {
            database: {
                "description": visible(method_line(result)),
                **_source(result),
                "tables": {**{name: _table(t) for name, t in tables().items()}, **dict(_views())},
            }
        },
    }
    yield json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _source(result: Result) -> dict[str, str]:
    paths = [visible(read.path) for read in result.run.inputs]
    return {"source": joined(paths)} if paths else {}


def _table(table: Table) -> dict[str, Any]:
    told: dict[str, Any] = {"description": table.about, "columns": {c.name: c.about for c in table.columns}}
    if table.facets:
        told["facets"] = list(table.facets)
    if table.sort_desc:
        told["sort_desc"] = table.sort_desc
    if any(c.name == "name" for c in table.columns):
        told["label_column"] = "name"
    return told


def _views() -> Iterator[tuple[str, dict[str, str]]]:
    listed = data("reports", "views.yaml")
    for name, told in listed["views"].items():
        yield name, {"description": told["about"]}
    yield "claims_flat", {"description": listed["claims_flat"]}
