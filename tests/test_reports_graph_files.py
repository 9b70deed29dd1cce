"""The claim graph as GEXF and GraphML: valid, read back whole, with no date and no claim's text but as plain data."""

from __future__ import annotations

import io
import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pytest
import xmlschema
from hostile import hostile_result
from sample_results import HOSTILE, NORTH, SOUTH, exchanged, run, sample, with_every_text
from test_reports_golden import fixture_result

from reconcile.result import Result
from reports.claim_graph import claim_graph
from reports.colours import palette
from reports.graph_colours import red_green_blue
from reports.render import render

SCHEMAS = Path(__file__).parent / "schemas"
HUES = [hue["light"] for hue in palette()["sides"]]
NOTHING = Result(run=run(), claims=[], events=[], findings=[], ledger=[], rejected=[])
RESULTS = {
    "the sample": sample,
    "attacks": hostile_result,
    "nothing": lambda: NOTHING,
    "a shipped set": lambda: fixture_result("border"),
}
PAIRS = [(form, name) for form in ("gexf", "graphml") for name in RESULTS]


def text(result: Result, form: str) -> str:
    return "".join(map(str, render(result, form)))


@cache
def gexf_schema() -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(str(SCHEMAS / "gexf.xsd"))


def read_back(form: str, written: str) -> nx.MultiDiGraph:
    if form == "gexf":
        return nx.MultiDiGraph(nx.read_gexf(io.BytesIO(written.encode())))
    return nx.parse_graphml(written, force_multigraph=True, edge_key_type=str)


@pytest.mark.parametrize("name", RESULTS)
def test_the_gexf_is_valid(name: str) -> None:
    gexf_schema().validate(text(RESULTS[name](), "gexf"))


def test_the_schema_can_refuse() -> None:
    broken = text(sample(), "gexf").replace(' r="0"', ' r="256"', 1)
    assert not gexf_schema().is_valid(broken)


@pytest.mark.parametrize(("form", "name"), PAIRS)
def test_it_reads_back_whole(form: str, name: str) -> None:
    result = RESULTS[name]()
    graph, back = claim_graph(result), read_back(form, text(result, form))
    assert list(back.nodes) == [n.id for n in graph.nodes]
    assert {back.nodes[n.id]["label"] for n in graph.nodes} == {n.label for n in graph.nodes}
    for node in graph.nodes:
        assert {k: back.nodes[node.id][k] for k in ("text", *node.facts)} == {"text": node.text, **node.facts}
    found = sorted((u, v, d["kind"], float(d["weight"])) for u, v, d in back.edges(data=True))
    assert found == sorted((e.source, e.target, e.kind, float(e.weight)) for e in graph.edges)


def colours(form: str, node: dict[str, Any]) -> tuple[int, int, int]:
    drawn = node["viz"]["color"] if form == "gexf" else node
    return drawn["r"], drawn["g"], drawn["b"]


@pytest.mark.parametrize("form", ["gexf", "graphml"])
def test_sides_have_their_hues(form: str) -> None:
    back = read_back(form, text(sample(), form))
    blue, vermilion = map(red_green_blue, HUES[:2])
    assert colours(form, back.nodes["claim:N-1"]) == blue
    assert colours(form, back.nodes["claim:S-1"]) == vermilion


@pytest.mark.parametrize("form", ["gexf", "graphml"])
def test_exchanging_the_sides_exchanges_names_and_hues_and_nothing_else(form: str) -> None:
    swapped = Result.model_validate(exchanged(sample().model_dump(mode="json"), NORTH, SOUTH))
    wanted = exchanged(text(sample(), form), NORTH, SOUTH)
    blue, vermilion = HUES[:2]
    for shown in (attributes, elements, str):
        wanted = exchanged(wanted, shown(blue), shown(vermilion))
    assert text(swapped, form) == wanted


def attributes(colour: str) -> str:
    """A colour as GEXF writes it."""
    return 'r="{}" g="{}" b="{}"'.format(*red_green_blue(colour))


def elements(colour: str) -> str:
    """A colour of a node as GraphML writes it."""
    lines = zip("rgb", red_green_blue(colour), strict=True)
    return "\n   ".join(f'<data key="node-{c}">{value}</data>' for c, value in lines)


@pytest.mark.parametrize("form", ["gexf", "graphml"])
def test_it_holds_no_date_of_writing_and_no_version_but_our_own(form: str) -> None:
    written = text(sample(), form)
    assert "lastmodified" not in written and "NetworkX" not in written and "networkx" not in written
    assert form != "gexf" or "<creator>counterclaim 0.1.0</creator>" in written


def assert_plain(form: str, written: str) -> None:
    """Every text is data: no element but the format's, no control character, no link but to the web."""
    root = ElementTree.fromstring(written)
    known = {"gexf", "meta", "creator", "description", "graph", "attributes", "attribute", "nodes", "node", "edges"}
    known |= {"edge", "attvalues", "attvalue", "color", "size", "shape", "graphml", "key", "data", "ShapeNode"}
    known |= {"Geometry", "Fill", "BorderStyle", "NodeLabel", "Shape", "PolyLineEdge", "LineStyle", "Arrows"}
    assert {e.tag.rpartition("}")[2] for e in root.iter()} <= known | {"EdgeLabel"}
    texts = [t for e in root.iter() for t in (e.text or "", *e.attrib.values())]
    assert not [t for t in texts if any(unicodedata.category(c) in ("Cc", "Cs") for c in t.strip("\n "))]
    back = read_back(form, written)
    links = [d[k] for _, d in back.nodes(data=True) for k in ("url", "archived_url") if k in d]
    assert all(re.match(r"https?://", link) for link in links)


@pytest.mark.parametrize(("form", "name"), PAIRS)
def test_every_text_is_plain_data(form: str, name: str) -> None:
    assert_plain(form, text(RESULTS[name](), form))


@pytest.mark.parametrize("words_", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("form", ["gexf", "graphml"])
def test_hostile_text_in_every_field_is_plain_data(form: str, words_: str) -> None:
    assert_plain(form, text(with_every_text(words_), form))


def test_a_web_address_is_a_link_of_its_claim() -> None:
    claims = [sample().claims[0].model_copy(update={"url": "https://example.org/a b"})]
    linked = sample().model_copy(update={"claims": claims})
    for form in ("gexf", "graphml"):
        assert read_back(form, text(linked, form)).nodes["claim:N-1"]["url"] == "https://example.org/a%20b"


def test_every_key_of_the_graphml_is_declared_once_and_drawn_for_yed() -> None:
    root = ElementTree.fromstring(text(sample(), "graphml"))
    space = {"g": "http://graphml.graphdrawing.org/xmlns", "y": "http://www.yworks.com/xml/graphml"}
    keys = [key.get("id") for key in root.findall("g:key", space)]
    assert len(set(keys)) == len(keys)
    assert {data.get("key") for data in root.iter(f"{{{space['g']}}}data")} == set(keys)
    nodes = root.findall(".//g:node", space)
    assert len(root.findall(".//y:ShapeNode/y:Fill", space)) == len(nodes) > 0
    labels = [e.text for e in root.findall(".//y:EdgeLabel", space)]
    assert "≠ contradiction over how many" in labels
