"""ACLED events (https://acleddata.com, codebook 2024): one row, one count of fatalities, without a side.

The number is ACLED's own coding (12 for "dozens", the lowest of several), so ACLED is the claimant and its sources are
where it took the figure from. 0 is coded both for nobody killed and for no word of any death: it is read as
"none reported", which no later figure contradicts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from claims.lexicon import data
from claims.read.importers.row import Row
from claims.read.importers.written_dates import edtf_of
from claims.read.shape import Draft, Made, NoClaim

CODER = "ACLED"
_UNCLEAR_DAY = {"2": "~", "3": "~"}
"""Time precision 2 is a week, 3 a month."""


def read(cells: Mapping[str, str]) -> Iterator[Made]:
    """The claim of one event."""
    row = Row(cells)
    if not row("fatalities"):
        yield NoClaim(row.header("fatalities"), "", "this event has no number of fatalities; give one, or leave it out")
        return
    number = row("event_id_cnty", "data_id", "event_id_no_cnty")
    came = {"quantity": "fatalities", "date": "event_date", "latitude": "latitude", "longitude": "longitude"}
    said = {
        "id": f"ACLED {number}" if number else "",
        "event": f"ACLED {number}" if number else "",
        "kind": "casualty",
        "measure": "killed",
        "quantity": "none reported" if row("fatalities") in ("0", "0.0") else row("fatalities"),
        "victims": "people",
        "event_type": row("sub_event_type", "event_type"),
        "date": _date(row),
        "place": row("location", "admin2", "admin1"),
        "country": row("country"),
        "latitude": row("latitude"),
        "longitude": row("longitude"),
        "perpetrator": _actors(row),
        "claimant": CODER,
        "source": CODER,
        "relayed_from": "; ".join(row.parts("source")),
        "quote": row("notes"),
    }
    yield Draft({**said, **row.kept(data("claims", "importers/tables.yaml")["acled"]["keep"])}, came)


def _date(row: Row) -> str:
    day, precision = edtf_of(row("event_date")), row("time_precision")
    if precision == "3" and len(day) == 10:
        return day[:7]
    return day + _UNCLEAR_DAY.get(precision, "") if len(day) == 10 else day


def _actors(row: Row) -> str:
    """Both actors took part, in alphabetical order; where the second are civilians or nobody, the first alone."""
    first, second = row("actor1"), row("actor2")
    if not second or second.casefold().startswith("civilians"):
        return first
    return "; ".join(sorted((first, second)))
