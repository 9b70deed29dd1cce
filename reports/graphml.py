"""The claim graph as GraphML, drawn in yEd and in Gephi.

Format: http://graphml.graphdrawing.org/primer/graphml-primer.html. Gephi takes ``label``, ``size``, ``weight``, ``r``,
``g`` and ``b`` from attributes of these names; yEd takes colours, shapes and labels from elements of its own
(http://www.yworks.com/xml/graphml), under the keys ``d3`` and ``d7`` that Gephi knows as yEd's labels. No position
means anything: both programs lay out the graph when asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from reconcile.result import Result
from reports.claim_graph import Edge, Node, claim_graph
from reports.graph_xml import channels, flat_graph, parts, xml_text

_GRAPHICS = {"node": "d3", "edge": "d7"}
_SHAPES = {"disc": "ellipse", "square": "rectangle", "triangle": "triangle", "diamond": "diamond"}
_SCALE = 3
"""Pixels of yEd for a unit of a node's size."""


def chunks(result: Result) -> Iterator[str]:
    """The graph as one piece of XML text."""
    from networkx.readwrite.graphml import GraphMLWriter

    flat = flat_graph(claim_graph(result))
    drawn = []
    for part, attributes in parts(flat):
        attributes |= {"colour": part.colour, **channels(part.colour)}
        attributes |= {"size": part.size} if isinstance(part, Node) else {}
        attributes.pop("id", None)
        drawn.append(part)
    root = GraphMLWriter(flat).xml
    _name_keys(root)
    _add_graphics(root, drawn)
    yield xml_text(root)


def _name_keys(root: Element) -> None:
    """Ids of keys that say what they are, in the order of the alphabet: ``node-label`` for ``d0``."""
    names = {key.get("id"): f"{key.get('for')}-{key.get('attr.name')}" for key in root.findall("key")}
    for data in root.iter("data"):
        data.set("key", names[data.get("key")])
    keys = sorted(root.findall("key"), key=lambda key: names[key.get("id")])
    for place, key in enumerate(keys):
        root.remove(key)
        key.set("id", names[key.get("id")])
        root.insert(place, key)


def _add_graphics(root: Element, drawn: list[Node | Edge]) -> None:
    root.set("xmlns:y", "http://www.yworks.com/xml/graphml")
    for place, (kind, key) in enumerate(_GRAPHICS.items()):
        root.insert(place, Element("key", {"id": key, "for": kind, "yfiles.type": f"{kind}graphics"}))
    elements = [element for kind in _GRAPHICS for element in root.iter(kind)]
    by_id = {part.id: part for part in drawn}
    for element in elements:
        part = by_id[element.get("id", "")]
        data = SubElement(element, "data", key=_GRAPHICS[element.tag])
        if isinstance(part, Node):
            _draw_node(data, part)
        else:
            _draw_edge(data, part)


def _draw_node(data: Element, node: Node) -> None:
    shape, length = SubElement(data, "y:ShapeNode"), str(node.size * _SCALE)
    SubElement(shape, "y:Geometry", x="0", y="0", width=length, height=length)
    SubElement(shape, "y:Fill", color=node.colour, transparent="false")
    SubElement(shape, "y:BorderStyle", color="#000000", type="line", width="1.0")
    SubElement(shape, "y:NodeLabel", modelName="sides", modelPosition="s").text = node.label
    SubElement(shape, "y:Shape", type=_SHAPES[node.shape])


def _draw_edge(data: Element, edge: Edge) -> None:
    """A line, thicker and with its verdict where it stands for a finding."""
    line = SubElement(data, "y:PolyLineEdge")
    SubElement(line, "y:LineStyle", color=edge.colour, type="line", width="3.0" if edge.finding else "1.0")
    SubElement(line, "y:Arrows", source="none", target="none" if edge.kind == "finding" else "standard")
    if edge.kind == "finding":
        SubElement(line, "y:EdgeLabel").text = edge.label
