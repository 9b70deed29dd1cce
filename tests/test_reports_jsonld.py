"""The result as linked data: read by rdflib without a network, contradictions found by a query, texts plain data."""

from __future__ import annotations

import json
import re
import socket
import unicodedata
from typing import Any

import pytest
import rdflib
from hostile import hostile_result
from rdflib.namespace import RDF
from sample_results import HOSTILE, run, sample, with_every_text
from test_reports_golden import fixture_result

from claims.lexicon import data
from reconcile.result import Result, Verdict
from reports.jsonld import context, name_of
from reports.render import render

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # said by rdflib of itself

NOTHING = Result(run=run(), claims=[], events=[], findings=[], ledger=[], rejected=[])
OWN = rdflib.Namespace("urn:counterclaim:vocab#")
THIS = rdflib.Namespace("urn:counterclaim:data#")
SCHEMA = rdflib.Namespace("https://schema.org/")
RESULTS = {
    "the sample": sample,
    "attacks": hostile_result,
    "nothing": lambda: NOTHING,
    "a shipped set": lambda: fixture_result("quiet"),
}


@pytest.fixture(autouse=True)
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked for")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)


def text(result: Result) -> str:
    return "".join(map(str, render(result, "jsonld")))


def triples(result: Result) -> rdflib.Graph:
    return rdflib.Graph().parse(data=text(result), format="json-ld")


def values(node: Any) -> list[Any]:
    """Every text and number below a JSON value."""
    if isinstance(node, dict):
        return [v for each in node.values() for v in values(each)]
    return [v for each in node for v in values(each)] if isinstance(node, list) else [node]


def properties(node: Any) -> set[str]:
    """Every name of a property below a JSON value."""
    if isinstance(node, list):
        return {p for each in node for p in properties(each)}
    return set(node) | {p for each in node.values() for p in properties(each)} if isinstance(node, dict) else set()


@pytest.mark.parametrize("name", RESULTS)
def test_every_claim_event_and_finding_is_there(name: str) -> None:
    result = RESULTS[name]()
    graph = triples(result)
    kinds = ((SCHEMA.Claim, result.claims), (SCHEMA.Event, result.events), (OWN.Finding, result.findings))
    assert [len(set(graph.subjects(RDF.type, kind))) for kind, _ in kinds] == [len(each) for _, each in kinds]


def facts(thing: dict[str, Any], at: str = "") -> set[tuple[str, str, str]]:
    """The triples that a JSON thing stands for, if none of its names is lost; ``at`` names one without a name."""
    name, found = thing.get("@id", at), set()
    for key, value in thing.items():
        for n, each in enumerate(value if isinstance(value, list) else [value]):
            if isinstance(each, dict):
                inner = each.get("@id", f"{name} {key} {n}")
                found |= {(name, key, inner), *facts(each, inner)}
            elif key != "@id":
                found.add((name, key, f"{type(each).__name__} {each}"))
    return found


@pytest.mark.parametrize("name", RESULTS)
def test_every_value_of_the_file_is_a_triple(name: str) -> None:
    things = json.loads(text(RESULTS[name]()))["@graph"]
    assert len(triples(RESULTS[name]())) == len(set().union(*map(facts, things))) > 0


QUERY = """
PREFIX own: <urn:counterclaim:vocab#>
PREFIX schema: <https://schema.org/>
SELECT ?one ?two ?said ?answer WHERE {
  ?one own:contradicts ?two ; schema:text ?said ; own:side ?side .
  ?two schema:text ?answer ; own:side ?other .
  FILTER(?side < ?other)
}
"""


def test_contradictions_between_sides_are_found_by_a_query() -> None:
    found = {tuple(map(str, row)) for row in triples(sample()).query(QUERY)}
    assert found == {
        (str(THIS["claim/N-1"]), str(THIS["claim/S-1"]), "23 soldiers killed", "at least 58 soldiers killed"),
        (str(THIS["claim/N-3"]), str(THIS["claim/S-3"]), "denied that “the air strikes” was the doing of North Side",
         "attributed “the air strikes” to North Side"),
    }  # fmt: skip


def test_what_stands_against_what_goes_both_ways() -> None:
    graph, result = triples(fixture_result("contested")), fixture_result("contested")
    for verdict, word in (
        (Verdict.CONTRADICTION, OWN.contradicts), (Verdict.TENSION, OWN.inTensionWith),
        (Verdict.CORROBORATION, OWN.corroborates),
    ):  # fmt: skip
        pairs = {frozenset(f.claims) for f in result.findings if f.verdict is verdict and len(f.claims) == 2}
        found = set(graph.subject_objects(word))
        assert len(found) == 2 * len(pairs) > 0
        assert {(two, one) for one, two in found} == found


def test_a_claim_in_the_words_of_schema_org() -> None:
    graph, claim = triples(sample()), THIS["claim/S-1"]
    assert str(graph.value(claim, SCHEMA.text)) == "at least 58 soldiers killed"
    assert str(graph.value(graph.value(claim, SCHEMA.author), SCHEMA.name)) == "Southern spokesman"
    assert graph.value(claim, SCHEMA.about) == THIS["event/e-1"]
    assert str(graph.value(claim, SCHEMA.datePublished)) == "2025-10-15T08:30:00Z"
    source = graph.value(claim, SCHEMA.appearance)
    assert str(graph.value(graph.value(source, SCHEMA.publisher), SCHEMA.name)) == "Example Agency"
    assert graph.value(claim, OWN.low) == rdflib.Literal(58)
    assert graph.value(claim, OWN.high) is None


def test_repeated_words_first_appeared_where_they_were_first_said() -> None:
    graph = triples(sample())
    assert graph.value(THIS["claim/N-2"], OWN.repeats) == THIS["claim/N-1"]
    first = graph.value(THIS["claim/N-1"], SCHEMA.appearance)
    assert graph.value(THIS["claim/N-2"], SCHEMA.firstAppearance) == first is not None
    assert graph.value(THIS["claim/N-1"], SCHEMA.firstAppearance) is None


def test_words_of_somebody_outside_the_file_name_them() -> None:
    graph = triples(fixture_result("quiet"))
    told = graph.value(THIS["claim/Q-17"], OWN.wordsOf)
    assert str(graph.value(told, SCHEMA.name)) == "United Nations Assistance Mission in Afghanistan"


def test_an_interval_has_two_days_and_an_uncertain_date_none() -> None:
    dated = [
        event.model_copy(update={"date": date})
        for event, date in zip(sample().events, ("2025-10-11/2025-10-12", "2025-10~", "2025-10-01"), strict=True)
    ]
    graph = triples(sample().model_copy(update={"events": dated}))
    days = [
        tuple(str(graph.value(THIS[f"event/{e.id}"], p) or "") for p in (SCHEMA.startDate, SCHEMA.endDate, OWN.edtf))
        for e in dated
    ]
    assert days == [
        ("2025-10-11", "2025-10-12", "2025-10-11/2025-10-12"), ("", "", "2025-10~"), ("2025-10-01", "", "2025-10-01"),
    ]  # fmt: skip


def test_nothing_is_rated() -> None:
    written = text(fixture_result("contested"))
    assert "ClaimReview" not in written and "Rating" not in written
    assert "It does not say which is right." in written


OF_SCHEMA_ORG = {
    "about", "appearance", "archivedAt", "author", "creator", "datePublished", "description", "endDate",
    "firstAppearance", "genre", "identifier", "inLanguage", "location", "name", "publisher", "softwareVersion",
    "startDate", "text", "url",
}  # fmt: skip


def test_our_words_are_ours_and_schema_orgs_are_not() -> None:
    own = data("reports", "vocabulary.yaml")
    ours = {*own["links"], *own["values"], *own["classes"]}
    assert not ours & OF_SCHEMA_ORG
    used = properties([json.loads(text(RESULTS[n]()))["@graph"] for n in RESULTS])
    assert {*own["links"], *own["values"]} <= used, "a word of the vocabulary that nothing uses"
    assert used <= {*ours, *OF_SCHEMA_ORG, "@id", "@type"}
    assert context()["own"] == str(OWN) and context()["this"] == str(THIS)


def assert_plain(result: Result) -> None:
    written = text(result)
    assert "<" not in written
    file = json.loads(written)
    texts = [v for v in values(file) if isinstance(v, str)]
    assert not [t for t in texts if any(unicodedata.category(c) in ("Cc", "Cs") for c in t)]
    graph = rdflib.Graph().parse(data=written, format="json-ld")
    things = {str(t) for triple in graph for t in triple if isinstance(t, rdflib.URIRef)}
    assert all(re.match(r"(?:urn:counterclaim:(?:vocab|data)#|https?://)[^<>\"{}|\\^` ]*$", thing) for thing in things)


@pytest.mark.parametrize("name", RESULTS)
def test_every_text_is_plain_data(name: str) -> None:
    assert_plain(RESULTS[name]())


def test_attacks_become_no_link() -> None:
    file = json.loads(text(hostile_result()))
    assert not [thing for thing in file["@graph"] if "url" in thing or "archivedAt" in thing]


@pytest.mark.parametrize("words_", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_in_every_field_is_plain_data(words_: str) -> None:
    assert_plain(with_every_text(words_))


def test_an_address_is_a_link() -> None:
    claims = [sample().claims[0].model_copy(update={"url": "https://example.org/a[1] b"})]
    graph = triples(sample().model_copy(update={"claims": claims}))
    source = graph.value(THIS["claim/N-1"], SCHEMA.appearance)
    assert graph.value(source, SCHEMA.url) == rdflib.URIRef("https://example.org/a%5B1%5D%20b")


def test_names_that_differ_stay_different() -> None:
    assert name_of("claim", "a b") != name_of("claim", "a%20b")
