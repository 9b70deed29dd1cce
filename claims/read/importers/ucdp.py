"""UCDP GED and UCDP Candidate events (https://ucdp.uu.se/downloads, codebook of version 25.1).

A row gives one claim for the total, ``low`` to ``high``, and one for each part of it that is not zero: the losses of
side A and of side B, civilians, and people of unknown status. A part of zero means that none was recorded, which
nobody said; it stays in the row's total. ``source_original`` is who said it ("name or type of person or organization
whence the source originates"); where it names several the figure is what UCDP made of them, and UCDP is the claimant.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from claims.lexicon import data
from claims.read.importers.row import Row
from claims.read.importers.written_dates import edtf_of, span
from claims.read.shape import Draft, Made

CODER = "UCDP"
_SET = "UCDP GED"
_TOTAL = {"best": ("best", "best_est"), "low": ("low", "low_est"), "high": ("high", "high_est")}


def read(cells: Mapping[str, str]) -> Iterator[Made]:
    """The claims of one event."""
    row, table = Row(cells), data("claims", "importers/tables.yaml")["ucdp"]
    common, came = _common(row, table), _came(row)
    total = {**common, **row.kept(table["keep"]), **{k: row(*names) for k, names in _TOTAL.items()}}
    ends = {column: row.header(*names) for column, names in _TOTAL.items()}
    yield Draft({**total, "victims": "people", "id": _id(row, "total")}, came | ends)
    for part in table["parts"]:
        column = part["column"]
        if row(column) not in ("", "0", "0.0"):
            losses = {"victim_side": row(part["losses_of"])} if "losses_of" in part else {}
            # Those of unknown status are any of the dead, and no group beside the others: so many at least were killed.
            end = "low" if part["victim_status"] == "unknown" else "best"
            said = {"victims": part["victims"], "victim_status": part["victim_status"], end: row(column), **losses}
            yield Draft({**common, **said, "id": _id(row, column)}, {**came, end: row.header(column)})


def _common(row: Row, table: Mapping[str, Any]) -> dict[str, Any]:
    sayers, offices = row.parts("source_original"), row.parts("source_office")
    alone = len(sayers) == 1
    return {
        "kind": "casualty",
        "measure": "killed",
        "event": _id(row),
        "event_type": table["types"].get(row("type_of_violence"), row("type_of_violence")),
        "date": span(row("date_start"), row("date_end")),
        "place": row("where_coordinates", "where_description", "adm_2", "adm_1"),
        "country": row("country"),
        "latitude": row("latitude"),
        "longitude": row("longitude"),
        "perpetrator": row("side_a") if _one_sided(row, table) else _both(row),
        "claimant": sayers[0] if alone else CODER,
        "source": ("; ".join(offices) or row("source_article") or _SET) if alone else _SET,
        "relayed_from": "" if alone else "; ".join(offices or sayers),
        "title": row("source_headline") or row("source_article"),
        "published": _last_day(row),
    }


def _came(row: Row) -> dict[str, str]:
    return {
        "date": row.header("date_start"), "published": row.header("source_date"), "claimant": "source_original",
        "latitude": row.header("latitude"), "longitude": row.header("longitude"),
    }  # fmt: skip


def _one_sided(row: Row, table: Mapping[str, Any]) -> bool:
    return bool(row("type_of_violence") == table["one_sided"])


def _both(row: Row) -> str:
    """Both sides of a dyad used force; alphabetically, so that no side comes first."""
    return "; ".join(sorted(side for side in (row("side_a"), row("side_b")) if side))


def _last_day(row: Row) -> str:
    """The day of the latest source: a figure made of several cannot be older."""
    days = [edtf_of(day) for day in row.parts("source_date")]
    return max((day for day in days if len(day) == 10 and day[:4].isdigit()), default="")


def _id(row: Row, part: str = "") -> str:
    if not row("id", "relid"):
        return ""
    return f"UCDP {row('id', 'relid')}" + (f" {part}" if part else "")
