"""Airwars incidents, as the site's own export writes them (github.com/rctngle/airwars-archive-2025, data-exporter.php).

A row gives a claim by Airwars for every group with a minimum or maximum of killed or injured, and a claim by each
belligerent for what it concedes. "Conceded" is what the accused side admits, and stands beside what is reported.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from claims.lexicon import data
from claims.read.importers.row import Row
from claims.read.importers.written_dates import edtf_of, span
from claims.read.shape import Draft, Made, NoClaim

CODER = "Airwars"


def read(cells: Mapping[str, str]) -> Iterator[Made]:
    """The claims of one incident."""
    row, table = Row(cells), data("claims", "importers/tables.yaml")["airwars"]
    common = _common(row, table)
    made = [*_reported(row, table, common), *_conceded(row, table, common)]
    yield from made
    if not made:
        reason = "no group has a minimum or maximum; fill in civilians_killed_min and _max, or leave the row out"
        yield NoClaim("", row("code", "incident_code", "unique_reference_code"), reason)


def _common(row: Row, table: Mapping[str, Any]) -> dict[str, Any]:
    names = [name for _, name in _belligerents(row, table)]
    return {
        "kind": "casualty",
        "event": _id(row),
        "event_type": row("strike_type_name", "strike_type", "type_of_strike"),
        "date": span(row("date", "incident_date"), row("date_end", "incident_date_end")),
        "place": row("location_name", "location"),
        "country": row("country_name", "country"),
        "latitude": row("latitude"),
        "longitude": row("longitude"),
        "perpetrator": names[0] if len(names) == 1 else "",
        "source": CODER,
        "title": row("code", "incident_code", "unique_reference_code"),
        "url": row("permalink", "url"),
        "published": edtf_of(row("post_published")),
    }


def _reported(row: Row, table: Mapping[str, Any], common: Mapping[str, Any]) -> Iterator[Draft]:
    shared = {**common, **row.kept(table["keep"]), "claimant": CODER, "quote": row("summary")}
    for group in table["groups"]:
        for measure in table["measures"]:
            least = [f"{name}_{measure}_min" for name in group["names"]]
            most = [f"{name}_{measure}_max" for name in group["names"]]
            count = _between(row, least, most)
            if count and group.get("victim_status") == "unknown":
                count.pop("high", None)  # any of the dead, and no group beside the others
            if not count or (not any(count.values()) and "civilians" not in group["names"]):
                continue
            who = {k: v for k, v in group.items() if k != "names"}
            said = {**shared, **who, **_figure(count), "measure": measure}
            yield Draft({**said, "id": _id(row, f"{group['names'][0]} {measure}")}, _came(row, least, most))


def _conceded(row: Row, table: Mapping[str, Any], common: Mapping[str, Any]) -> Iterator[Draft]:
    for start, name in _belligerents(row, table):
        for measure, column in table["conceded"].items():
            least, most = [f"{start}{column}_min"], [f"{start}{column}_max"]
            if (count := _between(row, least, most)) and any(count.values()):
                who = {"claimant": name, "perpetrator": name, "victims": "civilians", "victim_status": "civilian"}
                said = {**common, **who, **_figure(count), "measure": measure, "source": CODER}
                yield Draft({**said, "id": _id(row, f"{name} {measure}")}, _came(row, least, most))


def _belligerents(row: Row, table: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Each belligerent with what its columns begin with; a sheet with one of them may leave the number out."""
    starts = ["", *(f"belligerent_{n}_" for n in range(1, table["most_belligerents"] + 1))]
    named = ((start, row(f"{start}belligerent_name", f"{start}name" if start else "belligerent")) for start in starts)
    return [(start, name) for start, name in named if name]


def _between(row: Row, least: list[str], most: list[str]) -> dict[str, int | str] | None:
    """Both ends, or None when neither is given. A number is a number; what is none is left to be rejected."""
    ends = {"low": row(*least), "high": row(*most)}
    return {k: int(v) if v.isdecimal() else v for k, v in ends.items() if v} or None


def _figure(count: Mapping[str, int | str]) -> dict[str, int | str]:
    """Airwars writes 0 to 0 where it knows of no civilian harmed."""
    return dict(count) if any(count.values()) else {"quantity": "none reported"}


def _came(row: Row, least: list[str], most: list[str]) -> dict[str, str]:
    return {
        "low": row.header(*least), "high": row.header(*most), "date": row.header("date", "incident_date"),
        "latitude": row.header("latitude"), "longitude": row.header("longitude"),
    }  # fmt: skip


def _id(row: Row, part: str = "") -> str:
    code = row("code", "incident_code", "unique_reference_code")
    return f"Airwars {code} {part}".strip() if code else ""
