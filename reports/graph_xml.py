"""The claim graph as networkx writes it: flat attributes for its writers, and XML text that is the same every time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

from reports.claim_graph import Edge, Facts, Graph, Node
from reports.escape import visible
from reports.graph_colours import red_green_blue

if TYPE_CHECKING:
    import networkx as nx


def flat_graph(graph: Graph) -> nx.MultiDiGraph:
    """The graph with a label, a kind, a text and the facts on its nodes and edges: texts and whole numbers only.

    Each node and edge carries what it was made from as ``of``, which is to be taken off before it is written.
    """
    import networkx as nx

    flat = nx.MultiDiGraph()
    for node in graph.nodes:
        said = {"label": node.label, "kind": node.kind, "name": visible(node.name), "text": node.text}
        flat.add_node(node.id, **said, **node.facts, of=node)
    for edge in graph.edges:
        named = {"finding": visible(edge.finding)} if edge.finding else {}
        told: Facts = {"id": edge.id, "label": edge.label, "kind": edge.kind, **named, **edge.facts}
        flat.add_edge(edge.source, edge.target, key=edge.id, weight=edge.weight, **told, of=edge)
    return flat


def parts(flat: nx.MultiDiGraph) -> Iterator[tuple[Node | Edge, dict[str, Any]]]:
    """Every node and edge with its attributes, for a writer to add its own; takes ``of`` off."""
    for _, attributes in flat.nodes(data=True):
        yield attributes.pop("of"), attributes
    for _, _, attributes in flat.edges(data=True):
        yield attributes.pop("of"), attributes


def channels(colour: str) -> dict[str, int]:
    """``#RRGGBB`` as the numbers that Gephi reads: ``r``, ``g`` and ``b``."""
    return dict(zip("rgb", red_green_blue(colour), strict=True))


def xml_text(root: ElementTree.Element) -> str:
    """A whole document, indented, in readable characters of every script."""
    ElementTree.indent(root, " ")
    body = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'
