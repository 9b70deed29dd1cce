"""Events and their tolls as commands of Wikidata's QuickStatements, version 1, to look through before running them.

An item for each event (``CREATE``, then ``LAST``), with its date and a statement for each standing figure of people
killed, injured or missing. A figure keeps its wording and its speaker as a qualifier and its source as a reference;
where it is disputed the item says that somebody disputes it. Items for people, sides and outlets are not known here.
A figure without a number of its own (*dozens*, *100 to 300*) becomes no statement: it stands in the comment.

Grammar: https://www.wikidata.org/wiki/Help:QuickStatements and ``quickstatement_values``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claims.quantity import Quantity, QuantityError, read_quantity
from reconcile.result import Event, Range, ReadClaim, Result
from reports.addresses import web_address
from reports.feeds import disputed_figures, feeds
from reports.quickstatement_values import address, comment, language, monolingual, quantity, text, time
from reports.sides import voice
from reports.view import View
from reports.words import column, day, joined, statement, wording

_LABEL = 250
"""Most characters of a label or description on Wikidata."""
_HEDGED = ("about", "nearly")

Cells = list[str]


def chunks(result: Result, *, everything: bool = False) -> Iterator[str]:
    """The commands, event by event; ``everything`` adds events with a single claim."""
    view = View(result)
    disputed = disputed_figures(view)
    for event in result.events if everything else view.events():
        yield "".join(line + "\n" for line in _item(view, event, disputed))


def _item(view: View, event: Event, disputed: set[str]) -> list[str]:
    figures, left = _figures(view, event, disputed)
    if not figures:
        return []
    claims = view.claims_of(event)
    label = [["LAST", f"L{_language(claims)}", text(event.label, _LABEL)]] if text(event.label) else []
    described = (
        "event" + (f" of {day(event.date)}" if event.date else "") + (f" ({event.place})" if event.place else "")
    )
    about = [*label, ["LAST", "Den", text(described, _LABEL)], *_dates(event)]
    left_out = comment(f"not stated, for want of one number: {joined(left)}") if left else ""
    return ["CREATE" + left_out, *("|".join(cells) for cells in about), *figures]


def _language(claims: Iterable[ReadClaim]) -> str:
    """The language that all claims of an event say they are in, else English."""
    found = {language(column(c, "language")) for c in claims}
    return found.pop() or "en" if len(found) == 1 else "en"


def _dates(event: Event) -> Iterator[Cells]:
    """The day of an event, or its first and its last day; nothing for dates that Wikidata has no form for."""
    names = feeds()["qualifiers"]
    first, slash, last = event.date.partition("/")
    ends = (("start time", first), ("end time", last)) if slash else (("point in time", first),)
    if not all(time(edtf) for _, edtf in ends):
        return
    for name, edtf in ends:
        circa = [names["sourcing circumstances"], feeds()["circa"]] if edtf[-1] in "~?%" else []
        yield ["LAST", names[name], time(edtf), *circa]


def _figures(view: View, event: Event, disputed: set[str]) -> tuple[list[str], list[str]]:
    """The statements about an event's figures, and in words those figures that cannot be one."""
    lines: list[str] = []
    left: list[str] = []
    whose: dict[tuple[str, str], int] = {}
    for n, claim, named in _counted(view, event):
        value = _value(claim)
        # Equal values of one property are one statement to the tool, whomever they count.
        if not value or whose.setdefault((named, value), n) != n:
            left.append(f"{voice(claim)}, {statement(claim)}")
            continue
        cells = ["LAST", named, value, *_qualifiers(claim, claim.id in disputed), *_reference(claim)]
        lines.append("|".join(cells) + comment(f"{voice(claim)}, in {column(claim, 'source')}"))
    return lines, left


def _counted(view: View, event: Event) -> Iterator[tuple[int, ReadClaim, str]]:
    """Each claim that counts people of the event, with the number of its population and its property."""
    properties: dict[str, str] = feeds()["wikidata"]
    ranges: list[Range] = [r for r in event.estimates if r.measure in properties]
    for n, population in enumerate(ranges):
        for claim in view.known(population.claims):
            if column(claim, "scope") != "cumulative":
                yield n, claim, properties[population.measure]


def _value(claim: ReadClaim) -> str:
    read = claim.quantity
    number = _number(claim)
    return "" if read is None or number is None else quantity(number, read.low, read.high)


def _number(claim: ReadClaim) -> int | None:
    """The one number that the words hold, if they hold one: a range and vague words do not."""
    best, read = column(claim, "best"), claim.quantity
    if best.isdecimal() or read is None:
        return int(best) if best.isdecimal() else None
    if read.low == read.high:
        return read.low
    worded = _worded(claim)
    return worded.number if worded else None


def _worded(claim: ReadClaim) -> Quantity | None:
    """The count read from its words again: its number and its form are the same under every policy."""
    try:
        return read_quantity(wording(claim))
    except QuantityError:
        return None


def _qualifiers(claim: ReadClaim, disputed: bool) -> Iterator[str]:
    names = feeds()["qualifiers"]
    if when := time(column(claim, "published")):
        yield from (names["point in time"], when)
    yield from (names["object named as"], text(f"{statement(claim)}, according to {voice(claim)}"))
    worded = _worded(claim)
    if worded and worded.form in _HEDGED:
        yield from (names["sourcing circumstances"], feeds()["circa"])
    if disputed:
        yield from (names["statement disputed by"], "somevalue")


def _reference(claim: ReadClaim) -> Iterator[str]:
    """Where it was read; nothing where neither an address nor a title says so."""
    names = feeds()["references"]
    found = {
        "reference URL": address(web_address(column(claim, "url"))),
        "archive URL": address(web_address(column(claim, "archived_url"))),
        "title": monolingual(column(claim, "title"), column(claim, "language")),
        "publication date": time(column(claim, "published")),
        "retrieved": time(column(claim, "accessed")),
    }
    if found["reference URL"] or found["title"]:
        yield from (cell for name, value in found.items() if value for cell in (names[name], value))
