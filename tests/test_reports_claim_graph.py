"""The claim graph: every claim and finding is in it, in one order, with safe ids and colours that favour no side."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hostile import hostile_result
from hypothesis import given
from hypothesis import strategies as st
from sample_results import HOSTILE, NORTH, SOUTH, exchanged, finding, run, sample, with_every_text

from reconcile.result import About, Result, Verdict
from reports.addresses import web_address
from reports.claim_graph import Edge, Graph, claim_graph, node_id
from reports.colours import palette
from reports.graph_colours import red_green_blue, side_colours

HUES = [hue["light"] for hue in palette()["sides"]]
GREY = palette()["neutral"]["light"]
NOTHING = Result(run=run(), claims=[], events=[], findings=[], ledger=[], rejected=[])


def edges(graph: Graph, kind: str) -> list[tuple[str, str]]:
    return [(e.source, e.target) for e in graph.edges if e.kind == kind]


def the_edge(graph: Graph, kind: str, finding_id: str) -> Edge:
    (found,) = [e for e in graph.edges if e.kind == kind and e.finding == finding_id]
    return found


def test_every_claim_event_and_finding_is_a_node() -> None:
    graph, result = claim_graph(sample()), sample()
    named = {kind: [n.name for n in graph.nodes if n.kind == kind] for kind in ("event", "claim", "finding")}
    assert named == {
        "event": [e.id for e in result.events],
        "claim": [c.id for c in result.claims],
        "finding": [f.id for f in result.findings],
    }


def test_claims_hang_on_their_event_claimant_and_source() -> None:
    graph = claim_graph(sample())
    assert ("claim:N-1", "event:e-1") in edges(graph, "about")
    assert ("claim:N-1", "claimant:Northern%20army") in edges(graph, "said by")
    assert ("claim:N-3", "source:Other%20Paper") in edges(graph, "carried by")


def test_a_finding_of_two_claims_joins_them_by_its_verdict_and_weighs_its_severity() -> None:
    graph = claim_graph(sample())
    edge = the_edge(graph, "finding", "f-count")
    assert (edge.source, edge.target, edge.weight) == ("claim:N-1", "claim:S-1", 59)
    assert edge.label == "≠ contradiction over how many"
    assert ("finding:f-count", "claim:N-2") in edges(graph, "echoed by")
    assert ("finding:f-gap", "claim:S-3") in edges(graph, "names")
    assert "f-gap" not in {e.finding for e in graph.edges if e.kind == "finding"}


def test_no_two_claims_of_a_larger_set_are_joined_by_it() -> None:
    joint = finding("f-sum", Verdict.CONTRADICTION, About.ACCOUNTING, "e-1", ["N-1", "S-1", "T-1"])
    graph = claim_graph(sample().model_copy(update={"findings": [joint]}))
    assert not edges(graph, "finding")
    assert [target for _, target in edges(graph, "names")] == ["claim:N-1", "claim:S-1", "claim:T-1"]


def test_repeated_words_lead_to_the_claim_that_they_repeat_or_to_the_one_who_said_them() -> None:
    result = sample()
    first = result.events[0]
    steps = [first.origins[0], first.origins[1].model_copy(update={"of": None, "origin": "A far agency"})]
    graph = claim_graph(result.model_copy(update={"events": [first.model_copy(update={"origins": steps})]}))
    assert edges(graph, "repeats") == [("claim:N-2", "claim:N-1")]
    assert edges(graph, "in the words of") == [("claim:S-2", "claimant:A%20far%20agency")]


def test_sides_get_hues_by_the_alphabet_and_third_parties_grey() -> None:
    colours = {n.name: n.colour for n in claim_graph(sample()).nodes}
    blue, vermilion = HUES[:2]
    assert (colours["N-1"], colours["S-1"], colours["T-1"]) == (blue, vermilion, GREY)
    assert claim_graph(sample()).legend == {
        NORTH: blue, SOUTH: vermilion, "third party": GREY,
    }  # fmt: skip


def test_exchanging_the_sides_exchanges_names_and_hues_and_nothing_else() -> None:
    blue, vermilion = HUES[:2]
    swapped = Result.model_validate(exchanged(sample().model_dump(mode="json"), NORTH, SOUTH))
    plain = exchanged(exchanged(repr(claim_graph(sample()).nodes), NORTH, SOUTH), blue, vermilion)
    assert repr(claim_graph(swapped).nodes) == plain
    assert exchanged(repr(claim_graph(sample()).edges), NORTH, SOUTH) == repr(claim_graph(swapped).edges)


def test_more_sides_than_hues_begin_the_hues_again() -> None:
    one = sample().claims[0]
    many = [one.model_copy(update={"id": str(n), "camp": f"Side {n:02}"}) for n in range(len(HUES) + 2)]
    colours = list(side_colours(sample().model_copy(update={"claims": many})).values())
    assert colours == [*HUES, *HUES[:2]]
    assert all(max(red_green_blue(c)) <= 255 for c in colours)


def assert_whole(graph: Graph) -> None:
    ids = [n.id for n in graph.nodes]
    assert len(set(ids)) == len(ids)
    assert len({e.id for e in graph.edges}) == len(graph.edges)
    assert {end for e in graph.edges for end in (e.source, e.target)} <= set(ids)
    assert all(re.fullmatch(r"[a-z]+:[\w.~%-]*", i, re.ASCII) for i in ids)
    shown = [t for n in graph.nodes for t in (n.label, n.text, *n.facts.values()) if isinstance(t, str)]
    shown += [t for e in graph.edges for t in (e.label, *e.facts.values()) if isinstance(t, str)]
    assert not [t for t in shown if any(unicodedata.category(c) in ("Cc", "Cs") for c in t)]
    links = [n.facts[k] for n in graph.nodes for k in ("url", "archived_url") if k in n.facts]
    assert all(str(link).startswith(("http://", "https://")) for link in links)


@pytest.mark.parametrize("words_", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_leaves_the_graph_whole(words_: str) -> None:
    assert_whole(claim_graph(with_every_text(words_)))


def test_claims_full_of_attacks_leave_the_graph_whole() -> None:
    graph = claim_graph(hostile_result())
    assert_whole(graph)
    assert sum(n.kind == "claim" for n in graph.nodes) == len(hostile_result().claims)
    assert not [n for n in graph.nodes if "url" in n.facts]


def test_nothing_gives_an_empty_graph() -> None:
    assert claim_graph(NOTHING) == Graph((), (), {})


@given(st.text(max_size=8), st.text(max_size=8))
def test_different_names_have_different_ids(one: str, two: str) -> None:
    assert (node_id("claim", one) == node_id("claim", two)) == (one == two)


@pytest.mark.parametrize(
    ("text", "link"),
    [
        (" https://example.org/a?b=c#d ", "https://example.org/a?b=c#d"),
        ("HTTP://example.org", "http://example.org"),
        ("https://example.org:8000/a[1]", "https://example.org:8000/a%5B1%5D"),
        ("https://пример.org/", "https://xn--e1afmkfd.org/"),
        ('https://example.org/"><b> x', "https://example.org/%22%3E%3Cb%3E%20x"),
        ("https://example.org/شارع", "https://example.org/%D8%B4%D8%A7%D8%B1%D8%B9"),
        ("https://example.org/%20%%x%", "https://example.org/%20%25%25x%25"),
        *[(bad, "") for bad in ("javascript:alert(1)", "data:text/html,x", "//example.org", "http:", "https://", "")],
        *[(bad, "") for bad in ("http://[::1", "http://e.org/\ud800", "http://e.org/\nx", "ftp://e.org", "e.org")],
        ("https://user@example.org", ""),
    ],
)
def test_only_web_addresses_become_links(text: str, link: str) -> None:
    assert web_address(text) == link
