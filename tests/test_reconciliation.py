"""The reconciliation service: what OpenRefine and its like ask, and the answers in the shapes of the specification."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from hostile import ATTACKS
from reconciliation_shapes import EXTENDED, FLYOUT, MANIFEST, PROPOSED, RESULTS, SUGGESTED, check
from serving import browser_of, desk_of, hostile_desk, project, shipped

BORDER = "e-6e19eb584224"


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """The service as a program without pages asks it."""
    claims = shipped(tmp_path_factory.mktemp("service") / "project")
    return browser_of(desk_of(claims), headers={})


def ask(service: TestClient, **queries: Any) -> dict[str, list[dict[str, Any]]]:
    answer = service.post("/reconcile", data={"queries": json.dumps(queries)})
    assert answer.status_code == 200, answer.text
    return {name: found["result"] for name, found in check(answer.json(), RESULTS).items()}


def best(service: TestClient, query: Any) -> dict[str, Any]:
    return ask(service, q=query)["q"][0]


def test_the_manifest_says_what_there_is(service: TestClient) -> None:
    told = check(service.get("/reconcile").json(), MANIFEST)
    assert {t["id"] for t in told["defaultTypes"]} == {"event", "actor"}
    assert service.post("/reconcile").json() == told


def test_the_names_of_identifiers_do_not_change_with_the_port(service: TestClient) -> None:
    other = service.get("/reconcile", headers={"host": "localhost:9999"}).json()
    assert other["identifierSpace"] == service.get("/reconcile").json()["identifierSpace"]
    assert other["view"]["url"].startswith("http://localhost:9999/")


def test_every_address_of_the_manifest_answers(service: TestClient) -> None:
    told = service.get("/reconcile").json()
    for entity in (BORDER, "pakistan"):
        for template in (told["view"]["url"], told["preview"]["url"]):
            answer = service.get(template.replace("{{id}}", entity), follow_redirects=True)
            assert answer.status_code == 200 and answer.headers["content-type"].startswith("text/html")
    for kind, where in told["suggest"].items():
        found = service.get(where["service_url"] + where["service_path"], params={"prefix": "a"}).json()
        first = check(found, SUGGESTED[kind])["result"][0]["id"]
        flyout = where["flyout_service_url"] + where["flyout_service_path"].replace("${id}", first)
        assert check(service.get(flyout).json(), FLYOUT)["id"] == first
    where = told["extend"]["propose_properties"]
    for kind in ("event", "actor", "", "nonsense"):
        answer = service.get(where["service_url"] + where["service_path"], params={"type": kind, "limit": 3})
        assert len(check(answer.json(), PROPOSED)["properties"]) == 3


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("Pakistani army", "pakistan/forces"),
        ("Tehreek-e-Taliban Pakistan", "ttp"),
        ("طالبان", "afghanistan-taliban"),
        ("ISPR", "pakistan/forces"),
        ("UN", "un"),
        ("pakistan", "pakistan"),
        ("four security officials, not named", "coined/four-security-officials-,-not-named"),
        ("coined/four-security-officials-,-not-named", "coined/four-security-officials-,-not-named"),
    ],
)
def test_a_name_is_matched_to_whom_the_registry_means(service: TestClient, name: str, actor: str) -> None:
    found = best(service, {"query": name, "type": "actor"})
    assert (found["id"], found["score"], found["match"]) == (actor, 100, True), found


def test_a_name_that_is_only_alike_is_a_candidate_and_no_match(service: TestClient) -> None:
    found = ask(service, q={"query": "Pakstan Institut of Peace", "type": ["actor"]})["q"]
    assert found[0]["id"] == "pak-institute-for-peace-studies"
    assert not any(c["match"] for c in found)


@pytest.mark.parametrize(
    "query",
    [
        {"query": BORDER},
        {"query": "Afghanistan-Pakistan border, clash, 2025-10-11"},
        {"query": "border clash 2025-10-11", "type": "event"},
        {"properties": [{"pid": "date", "v": "2025-10-11"}, {"pid": "place", "v": "Afghan-Pakistani border"}]},
        {"query": "border", "properties": [{"pid": "date", "v": "2025-10-11"}, {"pid": "event_type", "v": "battle"}],
         "type": "event"},
        {"properties": [{"pid": "date", "v": ["2025-10-11"]}, {"pid": "place", "v": {"id": "x", "name": "Durand Line"}},
                        {"pid": "sides", "v": ["Pakistan", "Taliban"]}, {"pid": "unheard of", "v": 3}]},
    ],
)  # fmt: skip
def test_an_event_is_found_by_id_label_or_what_a_row_says_of_it(service: TestClient, query: Any) -> None:
    assert best(service, query)["id"] == BORDER


def test_the_score_of_an_event_tells_its_features(service: TestClient) -> None:
    row = [{"pid": "date", "v": "2025-10-09"}, {"pid": "place", "v": "Kabul"}, {"pid": "event_type", "v": "airstrike"}]
    found = best(service, {"query": "Kabul", "type": "event", "properties": row})
    features = {f["id"]: f["value"] for f in found["features"]}
    assert found["name"].startswith("Kabul") and features["name"] < 100 and features["evidence_bits"] > 4
    far = [{"pid": "date", "v": "1999-01-01"}, *row[1:]]
    assert all(f["id"] != "evidence_bits" for c in ask(service, q={"query": "Kabul", "properties": far})["q"]
               for f in c["features"])  # fmt: skip


def test_a_date_that_is_none_is_passed_over(service: TestClient) -> None:
    row = [{"pid": "date", "v": "last week"}, {"pid": "place", "v": "Kabul"}, {"pid": "event_type", "v": "airstrike"}]
    assert best(service, {"properties": row, "type": "event"})["name"].startswith("Kabul")


def test_types_and_limits_hold(service: TestClient) -> None:
    found = ask(
        service, both={"query": "Pakistan"}, one={"query": "Pakistan", "type": "event"},
        few={"query": "Pakistan", "limit": 2},
        none={"query": "Pakistan", "type": "person"}, floating={"query": "Pakistan", "limit": 1.0},
    )  # fmt: skip
    assert {c["type"][0]["id"] for c in found["both"]} == {"event", "actor"}
    assert {c["type"][0]["id"] for c in found["one"]} == {"event"}
    assert (len(found["few"]), found["none"], len(found["floating"])) == (2, [], 1)
    for candidates in found.values():
        assert candidates == sorted(candidates, key=lambda c: -c["score"])
        assert sum(c["match"] for c in candidates) <= 1


def test_a_query_is_answered_alike_alone_and_among_others_by_get_and_by_post(service: TestClient) -> None:
    names = ["Pakistan", "Taliban", "Kabul", "ISPR", "UN", "TTP"]
    alone = {n: ask(service, **{n: {"query": n}})[n] for n in names}
    random.Random(1).shuffle(names)
    queries = {n: {"query": n, "type_strict": "should"} for n in names}
    assert ask(service, **queries) == alone
    got = service.get("/reconcile", params={"queries": json.dumps(queries)}).json()
    assert {n: found["result"] for n, found in got.items()} == alone


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ("no json", 400), ("[]", 400), ("3", 400), ('{"q": 1}', 400), ('{"q": {}}', 400),
        ('{"q": {"query": " "}}', 400),
        ('{"q": {"properties": [{"pid": "date"}]}}', 400), ('{"q": {"query": "a", "limit": "x"}}', 400),
        ("[" * 100_000, 400), (json.dumps({str(n): {"query": "a"} for n in range(501)}), 413), ("{}", 200),
        ('{"q": {"query": "a", "limit": 0}}', 200), ('{"q": {"query": "a", "limit": 1e300}}', 200),
    ],
    ids=range(13),
)  # fmt: skip
def test_what_is_no_batch_is_told_as_data(service: TestClient, sent: str, status: int) -> None:
    answer = service.post("/reconcile", data={"queries": sent})
    assert answer.status_code == status
    if status != 200:
        assert answer.json()["status"] == "error" and answer.json()["message"]


def test_values_are_fetched_for_events_and_actors(service: TestClient) -> None:
    told = [p["id"] for p in service.get("/reconcile/properties").json()["properties"]]
    asked = {"ids": [BORDER, "pakistan/forces", "nobody"], "properties": [{"id": p} for p in [*told, "unheard of"]]}
    found = check(service.post("/reconcile", data={"extend": json.dumps(asked)}).json(), EXTENDED)
    assert [m["id"] for m in found["meta"]] == [*told, "unheard of"]
    event, actor, nobody = (found["rows"][name] for name in asked["ids"])
    assert event["date"] == [{"str": "2025-10-11"}] and event["claims"] == [{"int": 12}]
    assert event["contradictions"] == [{"int": 3}] and event["sources"] == [{"str": "GlobalSecurity.org"}]
    assert {"str": "Pakistan"} in event["sides"] and event["event_type"] == [{"str": "clash"}]
    assert actor["side"] == [{"id": "pakistan", "name": "Pakistan"}] and actor["claims"] == [{"int": 7}]
    assert all(values == [] for values in nobody.values())
    by_get = service.get("/reconcile", params={"extend": json.dumps(asked)}).json()
    assert by_get == found


def test_every_entity_can_be_suggested_and_more_are_asked_for_in_turn(service: TestClient) -> None:
    def suggested(prefix: str, cursor: int = 0, kind: str = "entity") -> list[str]:
        where = f"/reconcile/suggest/{kind}"
        found = service.get(where, params={"prefix": prefix, "cursor": cursor}).json()
        return [entity["id"] for entity in check(found, SUGGESTED[kind])["result"]]

    first, second = suggested("pakistan"), suggested("pakistan", 10)
    assert len(first) == 10 and second and not set(first) & set(second)
    assert suggested("pakistan armed forces")[0] == "pakistan/forces"
    assert suggested(BORDER) == [BORDER]
    assert suggested("Tehrik-i-Taliban Pakstan")[0] == "ttp"
    assert suggested("", kind="type") == ["event", "actor"]
    assert suggested("dat", kind="property") == ["date"]
    assert suggested("zzzzzz") == [] and suggested("pakistan", 10_000) == []


@pytest.mark.parametrize(
    "address",
    [
        "/reconcile/suggest/person?prefix=a",
        "/reconcile/flyout/entity?id=zz",
        "/reconcile/preview?id=zz",
        "/reconcile/zz",
    ],
)
def test_what_is_not_there_is_told_as_data(service: TestClient, address: str) -> None:
    answer = service.get(address)
    assert (answer.status_code, answer.json()["status"]) == (404, "error")


def test_a_preview_may_be_framed_by_this_machine_only(service: TestClient) -> None:
    policy = service.get("/reconcile/preview?id=pakistan").headers["content-security-policy"]
    assert policy.endswith("frame-ancestors http://127.0.0.1:* http://localhost:*")
    assert "frame-ancestors 'none'" in service.get("/entity?id=pakistan").headers["content-security-policy"]


def test_answers_hold_no_markup_of_a_claim(tmp_path: Path) -> None:
    service = browser_of(hostile_desk(tmp_path))
    for attack in ATTACKS:
        for candidate in ask(service, q={"query": attack})["q"]:
            flyout = service.get("/reconcile/flyout/entity", params={"id": candidate["id"]}).json()["html"]
            preview = service.get("/reconcile/preview", params={"id": candidate["id"]}).text
            for text in (flyout, preview):
                assert "<script>" not in text and "<img" not in text and "\x1b" not in text and "\u202e" not in text


def test_decisions_change_what_is_offered(tmp_path: Path) -> None:
    claims = project(tmp_path / "project")
    page = browser_of(desk_of(claims))
    before = ask(page, q={"query": "Peshawar", "type": "event"})["q"]
    page.post("/decide", data={"decision": "different", "claim": ["N-1", "S-1"], "by": "ed"})
    after = ask(page, q={"query": "Peshawar", "type": "event"})["q"]
    assert (len(before), len(after)) == (1, 2)


@pytest.mark.parametrize(
    "asked",
    [
        {"queries": '{"\\ud800": {"query": "x"}}'},
        {"extend": '{"ids": ["\\ud800"], "properties": [{"id": "\\udfff"}]}'},
    ],
)
def test_half_characters_are_answered_as_they_were_asked(service: TestClient, asked: dict[str, str]) -> None:
    answer = service.post("/reconcile", data=asked)
    assert answer.status_code == 200 and "\ud800" in json.dumps(answer.json(), ensure_ascii=False)
