"""MAVERICK event reports: one row is one event as one source reported it (R package eventreport, CC BY 4.0).

Van Baalen and Höglund 2026, doi 10.1093/jopres/xjaf012. Reports with one ``event_id`` are about one event, as its
coders decided. Each report gives a claim for deaths and one for injuries, where it has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from claims.lexicon import data
from claims.read.importers.row import Row
from claims.read.importers.written_dates import span
from claims.read.shape import Draft, Made, NoClaim

_DAY = re.compile(r"(?<!\d)\d{4}-\d\d-\d\d(?!\d)")
_ENDS = ("low", "best", "high")


def read(cells: Mapping[str, str]) -> Iterator[Made]:
    """The claims of one report."""
    row, table = Row(cells), data("claims", "importers/tables.yaml")["maverick"]
    common, made = _common(row, table), 0
    for measure, stem in table["counts"].items():
        count = {end: row(f"{stem}_{end}") for end in _ENDS if row(f"{stem}_{end}")}
        if count:
            made += 1
            came = {end: row.header(f"{stem}_{end}") for end in _ENDS} | {"date": row.header("date_start")}
            number = f"{row('id')} {measure}" if row("id") else ""
            yield Draft({**common, **count, "measure": measure, "id": number}, came)
    if not made:
        reason = "the report has no deaths_best and no injuries_best; give one, or leave the row out"
        yield NoClaim("deaths_best", "", reason)


def _common(row: Row, table: Mapping[str, Any]) -> dict[str, Any]:
    days = set(_DAY.findall(row("source")))
    return {
        **row.kept(table["keep"]),
        "kind": "casualty",
        "event": row("event_id"),
        "event_type": row("event_context"),
        "date": span(row("date_start"), row("date_end")),
        "place": row("city", "location"),
        "country": row("country"),
        "latitude": row("latitude"),
        "longitude": row("longitude"),
        "perpetrator": "; ".join(_perpetrators(row, table["actors"])),
        "victims": "people",
        "claimant": row("source_author", "source"),
        "source": row("source_author", "source"),
        "source_type": row("source_type"),
        "title": row("source_title") or (row("source") if row("source_author") else ""),
        "published": row("source_date") or (days.pop() if len(days) == 1 else ""),
    }


def _perpetrators(row: Row, most: int) -> list[str]:
    """Actors that the coders marked as perpetrators; a file without such marks names only who took part."""
    names = [f"actor{n}" for n in range(1, most + 1)]
    return sorted({row(name) for name in names if row(name) and row(f"{name}_perpetrator") in ("1", "1.0")})
