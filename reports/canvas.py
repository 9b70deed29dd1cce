"""The events as a canvas: claims as cards in a column for each side, findings as lines between them.

Format: JSON Canvas 1.0, https://jsoncanvas.org/spec/1.0/, which Obsidian opens and people go on drawing in. Cards are
Markdown; labels of groups and lines are plain text. Sizes are pixels; the layout depends on nothing but the result.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from reconcile.result import Event, Finding, ReadClaim, Result
from reports.addresses import web_address
from reports.canvas_layout import CARD_WIDTH, Item, card_height, columns, shelves, stacked
from reports.claim_graph import node_id
from reports.escape import inert_note, visible
from reports.graph_colours import claim_colour, graph_colours, severity_colour, side_colours
from reports.layout import clipped
from reports.sentences import LONGEST_TEXT, method_line
from reports.titles import grade, marked_topic
from reports.view import View, place_and_day
from reports.words import column, moment, side, speaker, statement, words


def chunks(result: Result) -> Iterator[str]:
    """The canvas as JSON, one node or line of the drawing on a line of text."""
    board = _Board(View(result))
    told = [f"**{_inert(board.view.headline)}**", _inert(method_line(result))]
    head = _card("headline", told, graph_colours()["line"], wide=2)
    nodes = list(stacked(head, shelves([board.group(event) for event in result.events])))
    known = {item["id"] for item in nodes}
    edges = [edge for edge in board.edges() if {edge["fromNode"], edge["toNode"]} <= known]
    yield '{"nodes":[\n'
    yield ",\n".join(map(_line, nodes))
    yield '\n],"edges":[\n'
    yield ",\n".join(map(_line, edges))
    yield "\n]}\n"


def _line(item: Item) -> str:
    return json.dumps(item, ensure_ascii=False)


def _inert(text: str) -> str:
    return inert_note(clipped(text, LONGEST_TEXT))


def _card(name: str, paragraphs: list[str], colour: str, wide: int = 1) -> Item:
    """A card of Markdown, ``wide`` columns wide, not yet in its place; empty paragraphs are left out."""
    text = "\n\n".join(filter(None, paragraphs))
    height = card_height(text, wide)
    return {"id": name, "type": "text", "text": text, "width": CARD_WIDTH * wide, "height": height, "color": colour}


class _Board:
    """One canvas in the making."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.sides = side_colours(view.result)

    def group(self, event: Event) -> list[Item]:
        """An event: a heading and the cards for each side, then what its findings say; the group itself is first."""
        by_side: dict[str, list[ReadClaim]] = {}
        for claim in self.view.claims_of(event):
            by_side.setdefault(side(claim), []).append(claim)
        cards = [
            [self.heading(event, n, name, by_side[name][0]), *map(self.claim, by_side[name])]
            for n, name in enumerate(self.in_order(by_side))
        ]
        findings = self.view.findings_of(event)
        sets = [self.joint(f) for f in findings if len(f.claims) > 2]
        label = clipped(visible(place_and_day(event)), LONGEST_TEXT)
        group = {"id": node_id("event", event.id), "type": "group", "label": label}
        return columns(group, [*cards, sets] if sets else cards, self.told(event, findings, len(cards) + bool(sets)))

    def in_order(self, names: dict[str, list[ReadClaim]]) -> list[str]:
        """Sides by the alphabet, then third parties, then claimants of no known side."""
        others = [str(words()["third_party"]), str(words()["no_side"])]
        return [name for name in dict.fromkeys([*self.sides, *others]) if name in names]

    def heading(self, event: Event, n: int, name: str, one: ReadClaim) -> Item:
        return _card(f"{node_id('side', event.id)}:{n}", [f"**{_inert(name)}**"], claim_colour(one, self.sides))

    def claim(self, claim: ReadClaim) -> Item:
        quote = column(claim, "quote")
        where = ", ".join(filter(None, [_inert(column(claim, "source")), _inert(moment(column(claim, "published")))]))
        links = [("link", "url"), ("archived", "archived_url")]
        shown = [f"[{name}](<{to}>)" for name, key in links if (to := web_address(column(claim, key)))]
        paragraphs = [
            f"**{_inert(speaker(claim))}**: {_inert(statement(claim))}",
            f"> {_inert(quote)}" if quote else "",
            " · ".join([*filter(None, [where]), *shown, f"*{_inert(claim.id)}*"]),
        ]
        return _card(node_id("claim", claim.id), paragraphs, claim_colour(claim, self.sides))

    def joint(self, finding: Finding) -> Item:
        """A finding that no two claims make alone."""
        paragraphs = [f"**{_inert(_title(finding))}**", _inert(finding.explanation)]
        return _card(node_id("finding", finding.id), paragraphs, severity_colour(finding.severity))

    def told(self, event: Event, findings: list[Finding], wide: int) -> Item | None:
        """Every finding of an event in words, below its claims."""
        if not findings:
            return None
        lines = [f"- **{_inert(_title(f))}**: {_inert(f.explanation)}" for f in findings]
        return _card(node_id("findings", event.id), ["\n".join(lines)], graph_colours()["line"], wide)

    def edges(self) -> Iterator[Item]:
        """Lines for findings, and from claims to those that they repeat."""
        for event in self.view.result.events:
            for finding in self.view.findings_of(event):
                yield from _finding_lines(finding)
            for step in event.origins:
                if step.of is not None:
                    one, two = node_id("claim", step.claim), node_id("claim", step.of)
                    yield _edge(f"line:{one}:{two}", one, two, label="repeats", color=graph_colours()["line"])


def _finding_lines(finding: Finding) -> Iterator[Item]:
    """A line between two claims; from the card of a finding of more to each of them."""
    name, ends = node_id("finding", finding.id), [node_id("claim", i) for i in finding.claims]
    look = {"color": severity_colour(finding.severity), "toEnd": "none"}
    if len(ends) == 2:
        yield _edge(f"line:{name}", ends[0], ends[1], label=_title(finding), **look)
    elif len(ends) > 2:
        yield from (_edge(f"line:{name}:{end}", name, end, **look) for end in ends)


def _title(finding: Finding) -> str:
    return f"{marked_topic(finding)}, {grade(finding)}"


def _edge(name: str, start: str, end: str, **more: Any) -> Item:
    return {"id": name, "fromNode": start, "toNode": end, **more}
