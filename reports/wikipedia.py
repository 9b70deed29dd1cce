"""The losses of each event as lines for Wikipedia's Infobox military conflict, with a citation for each figure.

``casualties1`` and ``casualties2`` hold what was said of the losses of the two sides, in alphabetical order, by their
own side or any other ("Per X: ..."); ``casualties3`` holds everybody else: civilians, further sides, people of no
named side. Figures that their claimant replaced, and those of no population, are left out.

Template: https://en.wikipedia.org/wiki/Template:Infobox_military_conflict and Template:Cite_news.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reconcile.result import Event, ReadClaim, Result
from reports.escape import anchor
from reports.feeds import feeds
from reports.layout import clipped
from reports.quickstatement_values import language
from reports.sides import belligerents, civilians, voice
from reports.view import View
from reports.wikitext import address, archived_on, inert, template
from reports.words import column, day, moment, statement

_MOST_OF_A_QUOTE = 300
_BREAK = "<br />\n"


def chunks(result: Result, *, everything: bool = False) -> Iterator[str]:
    """The infoboxes, event by event; ``everything`` adds events with a single claim."""
    view = View(result)
    for event in result.events if everything else view.events():
        if losses := list(_losses(view, event)):
            yield _infobox(view, event, losses)


def _losses(view: View, event: Event) -> Iterator[ReadClaim]:
    for population in event.estimates:
        if population.measure not in feeds()["no_casualties"]:
            yield from view.known(population.claims)


def _infobox(view: View, event: Event, losses: Iterable[ReadClaim]) -> str:
    sides = belligerents(view.claims_of(event))
    columns: dict[int, list[ReadClaim]] = {1: [], 2: [], 3: []}
    for claim in losses:
        columns[_column(claim, sides)].append(claim)
    cited = _Citations(event)
    named = {1: sides[:1], 2: sides[1:2], 3: sides[2:]}
    lines = {
        "conflict": inert(event.label),
        "date": inert(day(event.date)),
        "place": inert(event.place),
        **{f"combatant{n}": _BREAK.join(map(inert, who)) for n, who in named.items()},
        **{f"casualties{n}": _BREAK.join(map(cited.line, claims)) for n, claims in columns.items()},
    }
    told = "".join(f"| {name:<11} = {value}\n" for name, value in lines.items() if value)
    return f"{{{{Infobox military conflict\n{told}}}}}\n\n"


def _column(claim: ReadClaim, sides: list[str]) -> int:
    """Where the losses of a claim stand: with the first or the second side, or with everybody else."""
    people = claim.population
    if people is None or people.side not in sides[:2] or civilians(people.statuses):
        return 3
    return 1 + sides.index(people.side)


class _Citations:
    """The references of one infobox: a source that is cited again is only named again."""

    def __init__(self, event: Event) -> None:
        self.event = event
        self.names: dict[str, str] = {}

    def line(self, claim: ReadClaim) -> str:
        return f"Per {inert(voice(claim))}: {inert(statement(claim))}{self._reference(claim)}"

    def _reference(self, claim: ReadClaim) -> str:
        cited = template("cite news", citation(claim))
        if cited in self.names:
            return f'<ref name="{self.names[cited]}" />'
        name = self.names[cited] = f"{anchor(self.event.id)}-{len(self.names) + 1}"
        return f'<ref name="{name}">{cited}</ref>'


def citation(claim: ReadClaim) -> dict[str, str]:
    """The parameters of Template:Cite news; an archived copy only with the day that its address names."""
    archived = address(column(claim, "archived_url"))
    captured = archived_on(archived)
    return {
        "title": inert(column(claim, "title")),
        "url": address(column(claim, "url")),
        "archive-url": archived if captured else "",
        "archive-date": captured,
        "work": inert(column(claim, "source")),
        "agency": inert(column(claim, "relayed_from")),
        "date": inert(moment(column(claim, "published"))),
        "access-date": inert(moment(column(claim, "accessed"))),
        "language": language(column(claim, "language")),
        "quote": inert(clipped(column(claim, "quote"), _MOST_OF_A_QUOTE)),
    }
