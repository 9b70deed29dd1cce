"""The claim graph as GEXF 1.2draft, with colours, sizes and shapes, for Gephi and the programs that read its files.

Format: https://gexf.net/schema.html. Version 1.2draft is read by every Gephi since 0.8 and by the libraries beside it.
Written by networkx, without what it adds of its own: the date of writing, its version, its edge keys.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

from reconcile.result import Result, Run
from reports.claim_graph import Edge, Node, claim_graph
from reports.escape import visible
from reports.graph_xml import channels, flat_graph, parts, xml_text

_OWN_KEY = "networkx_key"


def chunks(result: Result) -> Iterator[str]:
    """The graph as one piece of XML text."""
    from networkx.readwrite.gexf import GEXFWriter

    flat = flat_graph(claim_graph(result))
    for part, attributes in parts(flat):
        attributes["viz"] = _drawn(part)
    writer = GEXFWriter(flat, version="1.2draft")
    _describe(writer.xml, result.run)
    _without_own_keys(writer.xml)
    yield xml_text(writer.xml)


def _drawn(part: Node | Edge) -> dict[str, Any]:
    """How Gephi is to draw a node or an edge."""
    colour: dict[str, Any] = {"color": channels(part.colour)}
    return colour | ({"size": part.size, "shape": part.shape} if isinstance(part, Node) else {})


def _describe(root: ElementTree.Element, run: Run) -> None:
    """Say what made the file, without a date: the same claims give the same bytes."""
    meta, graph = root.find("meta"), root.find("graph")
    assert meta is not None and graph is not None
    meta.attrib.clear()
    creator = meta.find("creator")
    assert creator is not None
    creator.text = visible(f"{run.tool} {run.version}")
    ElementTree.SubElement(meta, "description").text = "Who said what about which event, and which statements part"
    graph.attrib.pop("name", None)


def _without_own_keys(root: ElementTree.Element) -> None:
    """Take out the edge keys, which say nothing that the edge's id does not."""
    added = {attribute.get("id") for attribute in root.iter("attribute") if attribute.get("title") == _OWN_KEY}
    for parent in [*root.iter("attributes"), *root.iter("attvalues")]:
        for child in list(parent):
            if child.get("for", child.get("id")) in added:
                parent.remove(child)
