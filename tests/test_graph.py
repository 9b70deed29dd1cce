"""Claims, claimants, sides, sources, events and findings as one typed graph."""

from __future__ import annotations

import io

import networkx as nx
import pytest
from hypothesis import given, settings

from claims.model import Claim
from reconcile.engine import reconcile
from reconcile.graph import EDGE_TYPES, NODE_TYPES, ClaimGraph
from reconcile.result import Result
from tests.strategies import claims
from tests.tables import result_of

BORDER = "Afghanistan-Pakistan border"
TABLE = f"""id | date | place | event_type | quantity | victims | claimant | source | relayed_from
    a | 2025-10-11 | {BORDER} | clash | at least 58 | Pakistani soldiers | Taliban government spokesman | AP |
    b | 2025-10-11 | {BORDER} | clash | 23 | Pakistani soldiers | Pakistani military | AP |
    c | 2025-10-11 | {BORDER} | clash | at least 58 | Pakistani soldiers | Afghan Ministry of Defence | Tolo News | a
    d | 1972-01-30 | Derry | shooting | 14 | people | British Army | The Times | PA"""


@pytest.fixture(scope="module")
def result() -> Result:
    return result_of(TABLE)


@pytest.fixture(scope="module")
def graph(result: Result) -> ClaimGraph:
    return ClaimGraph(result)


def home(result: Result, claim: str) -> str:
    return next(e.id for e in result.events if claim in e.claims)


def test_every_node_and_edge_has_a_type(graph: ClaimGraph) -> None:
    assert {d["type"] for _, d in graph.graph.nodes(data=True)} <= set(NODE_TYPES)
    assert {d["type"] for _, _, d in graph.graph.edges(data=True)} <= set(EDGE_TYPES)


def test_nodes_of_a_type(graph: ClaimGraph, result: Result) -> None:
    assert graph.nodes("claim") == ["a", "b", "c", "d"]
    assert graph.nodes("event") == sorted(e.id for e in result.events)
    assert graph.nodes("source") == ["AP", "PA", "The Times", "Tolo News"]
    assert {"Pakistan", "Afghanistan (Taliban)"} <= set(graph.nodes("side"))


def test_claims_of_an_event(graph: ClaimGraph, result: Result) -> None:
    assert [c.id for c in graph.claims_of(home(result, "a"))] == ["a", "b", "c"]
    assert [c.id for c in graph.claims_of(home(result, "d"))] == ["d"]


def test_findings_of_an_event_come_most_severe_first(graph: ClaimGraph, result: Result) -> None:
    found = graph.findings_of(home(result, "a"))
    assert {f.id for f in found} == {f.id for f in result.findings if f.event == home(result, "a")}
    assert [f.severity for f in found] == sorted((f.severity for f in found), reverse=True)
    assert found[0].rule == "count-disjoint"


def test_findings_that_name_a_pair_count_echoes(graph: ClaimGraph) -> None:
    for claim in ("a", "c"):
        assert "count-disjoint" in {f.rule for f in graph.findings_naming(claim, "b")}
    assert graph.findings_naming("a", "d") == []
    assert graph.findings_naming() == []


def test_a_path_runs_along_the_links_of_an_event(graph: ClaimGraph) -> None:
    way = graph.path("b", "c")
    assert (way[0], way[-1]) == ("b", "c")
    assert graph.path("a", "a") in (["a"], [])


def test_there_is_no_path_between_events(graph: ClaimGraph) -> None:
    assert graph.path("a", "d") == []
    assert graph.path("a", "nowhere") == []


def test_relays_point_to_a_claim_or_to_a_source(graph: ClaimGraph) -> None:
    relays = {(one, two) for one, two, d in graph.graph.edges(data=True) if d["type"] == "relayed from"}
    assert relays == {("claim:c", "claim:a"), ("claim:d", "source:PA")}


def test_a_claimant_speaks_for_its_side(graph: ClaimGraph) -> None:
    speaks = {(one, two) for one, two, d in graph.graph.edges(data=True) if d["type"] == "speaks for"}
    assert "side:Pakistan" in {two for _, two in speaks}
    assert all(one.startswith("claimant:") for one, _ in speaks)


def test_links_carry_their_bits(graph: ClaimGraph) -> None:
    bits = [d["bits"] for _, _, d in graph.graph.edges(data=True) if d["type"] == "same event"]
    assert len(bits) == 2
    assert all(isinstance(b, float) for b in bits)


@settings(max_examples=15)
@given(claims(max_size=8))
def test_the_graph_can_be_written_and_read_back(said: list[Claim]) -> None:
    graph = ClaimGraph(reconcile(said)).graph
    written = io.BytesIO()
    nx.write_graphml(graph, written)
    written.seek(0)
    again = nx.read_graphml(written, force_multigraph=True)
    assert set(again.nodes) == set(graph.nodes)
    assert again.number_of_edges() == graph.number_of_edges()


@settings(max_examples=15)
@given(claims(max_size=8))
def test_the_graph_holds_everything_of_the_result(said: list[Claim]) -> None:
    result = reconcile(said)
    graph = ClaimGraph(result)
    for event in result.events:
        assert [c.id for c in graph.claims_of(event.id)] == sorted(event.claims)
        assert {f.id for f in graph.findings_of(event.id)} == set(event.findings)
    for finding in result.findings:
        assert finding.id in {f.id for f in graph.findings_naming(*finding.claims)}


def test_an_empty_result_is_an_empty_graph() -> None:
    assert ClaimGraph(reconcile([])).nodes("claim") == []
