"""The claim graph that drawings share: who said what about which event, and which statements part.

``claim_graph(result)`` gives plain nodes and edges, in an order that depends on nothing but the result:

- **nodes** ``event``, then ``claim``, ``finding``, ``claimant`` and ``source``. ``id`` is ``kind:name`` with every
  character outside ``A-Z a-z 0-9 - . _ ~`` percent-encoded, so that it is safe in any format and no two nodes share
  one; ``name`` is the name or id as the result has it, and may hold anything.
- **edges**, from ``source`` to ``target`` by node id:

  ===================  ===============  ==========================================================================
  ``kind``             from, to         meaning
  ===================  ===============  ==========================================================================
  ``about``            claim, event     the claim was put into the event
  ``said by``          claim, claimant  who says it
  ``carried by``       claim, source    where it was read
  ``repeats``          claim, claim     the first goes back to the second
  ``in the words of``  claim, claimant  it goes back to words that these claims do not hold
  ``finding``          claim, claim     the two claims of a finding about exactly two; ``label`` is its verdict
  ``names``            finding, claim   the claims of a finding: all of them together make it
  ``echoed by``        finding, claim   a claim that repeats one of these
  ``within``           finding, event   the event that the finding is about
  ===================  ===============  ==========================================================================

A finding of three claims or more has no ``finding`` edge, for no two of its claims make it; its node and ``names``
edges hold it. ``weight`` is the severity of a finding, at least 1, on its ``finding`` and ``names`` edges, and 1
elsewhere.

``label`` (short) and ``text`` (whole) are visible characters on one line; they are plain text, still to be escaped for
HTML or Markdown. ``facts`` are further texts and whole numbers by name, without the empty ones; a fact that is a link
is an ``http`` or ``https`` address. ``colour`` is ``#RRGGBB``: claims and claimants have that of their side, findings a
grey by severity. ``legend`` says what the colours of sides stand for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import isqrt
from typing import Any
from urllib.parse import quote

from claims.lexicon import data
from reconcile.result import Event, Finding, ReadClaim, Result
from reports.addresses import web_address
from reports.escape import visible
from reports.graph_colours import claim_colour, graph_colours, severity_colour, side_colours
from reports.layout import clipped
from reports.titles import marked_topic
from reports.view import place_and_day
from reports.words import column, side, statement

LONGEST_LABEL = 80
Facts = dict[str, str | int]
_OF_CLAIM = ("claimant", "date", "place", "source", "published", "accessed", "quote")


@dataclass(frozen=True, slots=True)
class Node:
    """An event, a claim, a finding, a claimant or a source."""

    id: str
    kind: str
    name: str
    label: str
    text: str
    colour: str
    size: int
    shape: str
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edge:
    """How two nodes hang together; ``finding`` is the id of the finding that it stands for, empty for others."""

    id: str
    source: str
    target: str
    kind: str
    label: str
    weight: int
    colour: str
    finding: str = ""
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes and edges in order, each id once; every edge ends at nodes that are there."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    legend: dict[str, str]
    """What the colours of claims and claimants mean, sides in alphabetical order."""


def claim_graph(result: Result) -> Graph:
    """The claim graph of a result."""
    sides = side_colours(result)
    nodes: dict[str, Node] = {}
    for node in _nodes(result, sides):
        nodes.setdefault(node.id, node)
    edges = {e.id: e for e in _edges(result) if e.source in nodes and e.target in nodes}
    return Graph(tuple(nodes.values()), tuple(edges.values()), _legend(result, sides))


def node_id(kind: str, name: str) -> str:
    """The id of a node, safe in any format; different names have different ids."""
    return f"{kind}:{quote(name, safe='', errors='surrogatepass')}"


def _legend(result: Result, sides: dict[str, str]) -> dict[str, str]:
    others = {side(c): claim_colour(c, sides) for c in result.claims if not c.camp}
    return {visible(name): colour for name, colour in (sides | dict(sorted(others.items()))).items()}


def _nodes(result: Result, sides: dict[str, str]) -> Iterator[Node]:
    yield from map(_event, result.events)
    yield from (_claim(claim, sides) for claim in result.claims)
    yield from map(_finding, result.findings)
    yield from (_claimant(claim, sides) for claim in result.claims)
    for event in result.events:
        yield from (_origin(step.origin) for step in event.origins if step.of is None)
    sources = (column(claim, "source") for claim in result.claims)
    yield from (_node("source", name, name, graph_colours()["source"], {}) for name in sources if name)


def _node(
    kind: str, name: str, text: str, colour: str, facts: Mapping[str, str | int], *, label: str = "", grown: int = 0
) -> Node:  # fmt: skip
    """A node; facts that are empty are left out."""
    drawn = _drawing()["nodes"][kind]
    short = clipped(visible(label or text), LONGEST_LABEL)
    size = drawn["size"] + grown
    return Node(node_id(kind, name), kind, name, short, visible(text), colour, size, drawn["shape"], _facts(facts))


def _facts(facts: Mapping[str, str | int]) -> Facts:
    return {key: value if isinstance(value, int) else visible(value) for key, value in facts.items() if value != ""}


def _drawing() -> dict[str, Any]:
    found: dict[str, Any] = data("reports", "graph.yaml")
    return found


def _event(event: Event) -> Node:
    grown = isqrt(4 * len(event.claims))
    facts: Facts = {"date": event.date, "place": event.place, "claims": len(event.claims)}
    return _node("event", event.id, place_and_day(event), graph_colours()["event"], facts, grown=grown)


def _claim(claim: ReadClaim, sides: dict[str, str]) -> Node:
    said = statement(claim)
    facts = {"side": side(claim), **{name: column(claim, name) for name in _OF_CLAIM}}
    links = {name: web_address(column(claim, name)) for name in ("url", "archived_url")}
    label = f"{column(claim, 'claimant')}: {said}"
    return _node("claim", claim.id, said, claim_colour(claim, sides), {**facts, **links}, label=label)


def _finding(finding: Finding) -> Node:
    facts = {**_facts_of(finding), "rule": finding.rule}
    return _node(
        "finding", finding.id, finding.explanation, severity_colour(finding.severity), facts,
        label=marked_topic(finding), grown=finding.severity // 10,
    )  # fmt: skip


def _facts_of(finding: Finding) -> Facts:
    return {"verdict": finding.verdict.value, "about": finding.about.value, "severity": finding.severity}


def _claimant(claim: ReadClaim, sides: dict[str, str]) -> Node:
    return _node("claimant", claim.voice, claim.voice, claim_colour(claim, sides), {"side": side(claim)})


def _origin(name: str) -> Node:
    """Whom words go back to, where none of the claims is theirs: no side is known."""
    return _node("claimant", name, name, graph_colours()["no_side"], {})


def _edges(result: Result) -> Iterator[Edge]:
    for claim in result.claims:
        one = node_id("claim", claim.id)
        yield _edge("about", one, node_id("event", claim.event_id))
        yield _edge("said by", one, node_id("claimant", claim.voice))
        yield _edge("carried by", one, node_id("source", column(claim, "source")))
    for event in result.events:
        yield from _origins(event)
    for finding in result.findings:
        yield from _of_finding(finding)


def _edge(kind: str, source: str, target: str, **facts: str) -> Edge:
    label = _drawing()["edges"][kind]
    return Edge(f"{kind}:{source}:{target}", source, target, kind, label, 1, graph_colours()["line"], "", _facts(facts))


def _origins(event: Event) -> Iterator[Edge]:
    for step in event.origins:
        one = node_id("claim", step.claim)
        if step.of is None:
            yield _edge("in the words of", one, node_id("claimant", step.origin), why=step.reason)
        else:
            yield _edge("repeats", one, node_id("claim", step.of), why=step.reason, changed="; ".join(step.changed))


def _of_finding(finding: Finding) -> Iterator[Edge]:
    node = node_id("finding", finding.id)
    claims = [node_id("claim", i) for i in finding.claims]
    if len(claims) == 2:
        yield _finding_edge("finding", finding, claims[0], claims[1], marked_topic(finding))
    for claim in claims:
        yield _finding_edge("names", finding, node, claim, _drawing()["edges"]["names"])
    for repeated in finding.claims:
        for echo in finding.echoes.get(repeated, []):
            yield _edge("echoed by", node, node_id("claim", echo), repeats=repeated)
    yield _edge("within", node, node_id("event", finding.event))


def _finding_edge(kind: str, finding: Finding, source: str, target: str, label: str) -> Edge:
    colour = severity_colour(finding.severity)
    name = f"{kind}:{node_id('finding', finding.id)}:{source}:{target}"
    return Edge(name, source, target, kind, label, max(1, finding.severity), colour, finding.id, _facts_of(finding))
