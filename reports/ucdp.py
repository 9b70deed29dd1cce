"""Events as rows of UCDP's Georeferenced Event Dataset (GED): its columns, in its order.

One row for each event in which deaths were counted. The numbers are UCDP's rule on what was said (``ucdp_deaths``,
``reconcile.estimate.rules``) and are there when estimates were asked for; a cell for which no rule gives a number, and
a column that only UCDP can code, is empty. Cells are inert in a spreadsheet as in ``csv_form``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from claims.dates import DateError, read_window
from claims.lexicon import data
from reconcile.result import Event, ReadClaim, Result
from reports.csv_text import csv_text
from reports.escape import inert_cell
from reports.sides import belligerents
from reports.ucdp_deaths import deaths, killed
from reports.view import View
from reports.words import column

Row = dict[str, str]


@cache
def headers() -> tuple[str, ...]:
    """The columns of GED."""
    return tuple(str(data("reports", "ucdp.yaml")["columns"]).replace("\n", " ").split(", "))


def chunks(result: Result, *, excel: bool = False) -> Iterator[str]:
    """The CSV text, an event a row; ``excel`` adds the byte order mark that Excel needs for UTF-8."""
    view = View(result)
    yield csv_text([headers()], excel=excel, first=True)
    for event in result.events:
        if killed(view, event):
            cells = row(view, event)
            yield csv_text([[inert_cell(cells.get(name, "")) for name in headers()]], excel=excel)


def row(view: View, event: Event) -> Row:
    """The cells of an event that are known, by column, not yet made safe."""
    claims = view.claims_of(event)
    side_a, side_b = _dyad(claims)
    sides = {"side_a": side_a, "side_b": side_b, "dyad_name": f"{side_a} - {side_b}" if side_b else ""}
    numbers = {k: str(v) for k, v in deaths(view, event, side_a, side_b).items()}
    return {"id": event.id, "relid": event.id, **sides, **_sources(claims), **_where(event, claims), **_when(event),
            **numbers}  # fmt: skip


def _dyad(claims: Iterable[ReadClaim]) -> tuple[str, str]:
    """The two sides by the alphabet; none where there are more than two, for nobody here says which two fought."""
    sides = belligerents(claims)
    first, second = (*sides, "", "")[:2]
    return (first, second) if len(sides) <= 2 else ("", "")


def _sources(claims: Iterable[ReadClaim]) -> Row:
    """What each source is, oldest first, and who is quoted in them, by the alphabet."""
    read = {(column(c, "published"), column(c, "source"), column(c, "title")) for c in claims}
    found = [(office, day, title) for day, office, title in sorted(read)]
    articles = [",".join(filter(None, each)) for each in found]
    return {
        "number_of_sources": str(len({office for office, _, _ in found})),
        "source_article": ";".join(articles),
        "source_office": ";".join(dict.fromkeys(office for office, _, _ in found)),
        "source_date": ";".join(dict.fromkeys(filter(None, (day for _, day, _ in found)))),
        "source_headline": ";".join(dict.fromkeys(filter(None, (title for _, _, title in found)))),
        "source_original": ";".join(sorted({column(c, "claimant") for c in claims})),
    }


def _where(event: Event, claims: Iterable[ReadClaim]) -> Row:
    """The place as worded; country and coordinates where no two claims differ."""
    found = {"where_description": event.place}
    countries = {column(c, "country") for c in claims} - {""}
    points = {(column(c, "latitude"), column(c, "longitude")) for c in claims}
    points = {point for point in points if all(point)}
    if len(countries) == 1:
        found["country"] = countries.pop()
    if len(points) == 1:
        found["latitude"], found["longitude"] = points.pop()
        found["geom_wkt"] = f"POINT ({found['longitude']} {found['latitude']})"
    return found


def _when(event: Event) -> Row:
    try:
        window = read_window(event.date or "..")
    except DateError:
        return {}
    if window.first is None or window.last is None:
        return {}
    first, last = date.fromordinal(window.first), date.fromordinal(window.last)
    codes = data("reports", "ucdp.yaml")["date_prec"]
    precision = next((code for most, code in codes.items() if (last - first).days < most), 5)
    found = {"date_prec": str(precision), "date_start": first.isoformat(), "date_end": last.isoformat()}
    return {**found, "year": str(first.year)} if first.year == last.year else found
