"""The claim graph: claims, claimants, sides, sources and events as typed nodes, and how they hang together.

A directed multigraph of networkx. Node ids carry their type (``claim:…``, ``claimant:…``, ``side:…``, ``source:…``,
``event:…``, ``finding:…``), attributes are plain texts and numbers, so that every exporter can write them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from reconcile.result import Event, Finding, ReadClaim, Result

if TYPE_CHECKING:
    import networkx as nx

NODE_TYPES = ("claim", "claimant", "event", "finding", "side", "source")
EDGE_TYPES = ("about", "carried by", "names", "relayed from", "said by", "same event", "speaks for")


class ClaimGraph:
    """The graph of one result, with the questions that reports ask of it."""

    def __init__(self, result: Result) -> None:
        import networkx as nx

        self.graph: nx.MultiDiGraph = nx.MultiDiGraph()
        self._claims = {claim.id: claim for claim in result.claims}
        self._findings = {finding.id: finding for finding in result.findings}
        for claim in result.claims:
            self._add_claim(claim)
        for event in result.events:
            self._add_event(event)
        for finding in result.findings:
            self._add_finding(finding)

    def _add_claim(self, claim: ReadClaim) -> None:
        extra: dict[str, Any] = claim.__pydantic_extra__ or {}
        node = f"claim:{claim.id}"
        self._node("claim", claim.id, statement=str(extra.get("kind", "")))
        self._edge(node, self._node("claimant", claim.voice), "said by")
        self._edge(node, self._node("source", str(extra.get("source", ""))), "carried by")
        if claim.camp:
            self._edge(f"claimant:{claim.voice}", self._node("side", claim.camp), "speaks for")
        if origin := extra.get("relayed_from"):
            kind = "claim" if origin in self._claims else "source"
            self._edge(node, self._node(kind, str(origin)), "relayed from")

    def _add_event(self, event: Event) -> None:
        node = self._node("event", event.id, label=event.label)
        for claim in event.claims:
            self._edge(f"claim:{claim}", node, "about")
        for link in event.why_grouped:
            one, two = link.claims
            self._edge(f"claim:{one}", f"claim:{two}", "same event", bits=link.bits)

    def _add_finding(self, finding: Finding) -> None:
        node = self._node("finding", finding.id, verdict=finding.verdict.value, severity=finding.severity)
        self._edge(node, f"event:{finding.event}", "about")
        for claim in finding.claims:
            self._edge(node, f"claim:{claim}", "names", echo=0)
            for echo in finding.echoes.get(claim, []):
                self._edge(node, f"claim:{echo}", "names", echo=1)

    def _node(self, kind: str, name: str, **attributes: Any) -> str:
        node = f"{kind}:{name}"
        self.graph.add_node(node, type=kind, name=name, **attributes)
        return node

    def _edge(self, one: str, two: str, kind: str, **attributes: Any) -> None:
        """Add an edge of a type once: claimants speak for a side however many claims say so."""
        self.graph.add_edge(one, two, key=kind, type=kind, **attributes)

    def nodes(self, kind: str) -> list[str]:
        """The names of all nodes of a type, sorted."""
        return sorted(d["name"] for _, d in self.graph.nodes(data=True) if d["type"] == kind)

    def claims_of(self, event_id: str) -> list[ReadClaim]:
        """The claims of an event, sorted by id."""
        return [self._claims[name] for name in sorted(self._into(f"event:{event_id}", "about", "claim"))]

    def findings_of(self, event_id: str) -> list[Finding]:
        """The findings about an event, most severe first."""
        found = [self._findings[name] for name in self._into(f"event:{event_id}", "about", "finding")]
        return sorted(found, key=lambda f: (-f.severity, f.rule, f.id))

    def findings_naming(self, *claim_ids: str) -> list[Finding]:
        """The findings that name every one of these claims, as a claim or an echo."""
        named = [set(self._into(f"claim:{claim}", "names", "finding")) for claim in claim_ids]
        return [self._findings[name] for name in sorted(set.intersection(*named))] if named else []

    def path(self, one: str, two: str) -> list[str]:
        """The claims on the way from one claim to another along the links that group them; empty without a way."""
        import networkx as nx

        links = nx.Graph()
        links.add_edges_from((a, b) for a, b, d in self.graph.edges(data=True) if d["type"] == "same event")
        try:
            way: list[str] = nx.shortest_path(links, f"claim:{one}", f"claim:{two}")
        except (nx.NodeNotFound, nx.NetworkXNoPath):
            return []
        return [node.removeprefix("claim:") for node in way]

    def _into(self, node: str, edge: str, kind: str) -> Iterator[str]:
        prefix = f"{kind}:"
        for source, _, key in self.graph.in_edges(node, keys=True):
            if key == edge and source.startswith(prefix):
                yield source.removeprefix(prefix)
