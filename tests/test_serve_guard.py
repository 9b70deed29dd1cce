"""Nobody but this machine's own pages gets anything from the server, or writes with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from serving import HOME, browser_of, desk_of, project

FORM = {"decision": "same", "claim": ["N-1", "S-1"], "by": "ed"}
EVIL = "http://evil.example"


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "[::1]:8000", "127.0.0.1"])
def test_the_names_of_this_machine_are_answered(tmp_path: Path, host: str) -> None:
    assert browser_of(desk_of(project(tmp_path))).get("/claims", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example:8000", "127.0.0.1.evil.example", "localhost@evil.example", "192.168.0.5:8000", "", "[", "0"]
)
@pytest.mark.parametrize("path", ["/", "/reconcile", "/static/style.css", "/nowhere"])
def test_any_other_name_is_refused(tmp_path: Path, host: str, path: str) -> None:
    answer = browser_of(desk_of(project(tmp_path))).get(path, headers={"host": host})
    assert (answer.status_code, "claim" in answer.text) == (403, False)


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": EVIL},
        {"origin": "null"},
        {"origin": ""},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": "https://127.0.0.1:8000"},
        {"origin": HOME, "sec-fetch-site": "cross-site"},
        {"origin": HOME, "sec-fetch-site": "same-site"},
    ],
)
@pytest.mark.parametrize("path", ["/decide", "/name"])
def test_a_form_from_elsewhere_writes_nothing(tmp_path: Path, headers: dict[str, str], path: str) -> None:
    claims = project(tmp_path)
    answer = browser_of(desk_of(claims)).post(path, data=FORM, headers=headers)
    assert (answer.status_code, "set-cookie" in answer.headers) == (403, False)
    assert not claims.with_name("decisions.jsonl").exists()


def test_a_form_without_an_origin_writes_nothing(tmp_path: Path) -> None:
    claims = project(tmp_path)
    answer = browser_of(desk_of(claims), headers={}).post("/decide", data=FORM)
    assert (answer.status_code, claims.with_name("decisions.jsonl").exists()) == (403, False)


@pytest.mark.parametrize("path", ["/", "/claims", "/report.json", "/static/style.css"])
def test_a_page_of_another_site_loads_nothing_in_the_background(tmp_path: Path, path: str) -> None:
    client = browser_of(desk_of(project(tmp_path)), headers={})
    fetched = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"}
    assert client.get(path, headers=fetched).status_code == 403
    assert client.get(path, headers={**fetched, "sec-fetch-mode": "navigate"}).status_code == 200


@pytest.mark.parametrize("path", ["/", "/claims", "/nowhere", "/report.json", "/static/style.css", "/reconcile"])
def test_every_answer_is_sealed(tmp_path: Path, path: str) -> None:
    headers = browser_of(desk_of(project(tmp_path))).get(path).headers
    policy = headers["content-security-policy"]
    assert "unsafe" not in policy and "default-src 'none'" in policy and "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"
    assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize("origin", ["http://127.0.0.1:3333", "http://localhost:3333", "https://localhost"])
@pytest.mark.parametrize("method", ["GET", "OPTIONS"])
def test_programs_of_this_machine_may_reconcile_from_their_pages(tmp_path: Path, origin: str, method: str) -> None:
    client = browser_of(desk_of(project(tmp_path)), headers={"origin": origin, "sec-fetch-site": "cross-site"})
    answer = client.request(method, "/reconcile")
    assert answer.status_code == (204 if method == "OPTIONS" else 200)
    assert answer.headers["access-control-allow-origin"] == origin
    assert answer.headers["vary"] == "Origin"


@pytest.mark.parametrize("origin", [EVIL, "null", "http://127.0.0.1.evil.example"])
def test_no_other_page_may(tmp_path: Path, origin: str) -> None:
    answer = browser_of(desk_of(project(tmp_path)), headers={"origin": origin}).post("/reconcile", data={"queries": ""})
    assert (answer.status_code, "access-control-allow-origin" in answer.headers) == (403, False)


def test_the_pages_themselves_are_shared_with_nobody(tmp_path: Path) -> None:
    answer = browser_of(desk_of(project(tmp_path)), headers={"origin": "http://localhost:3333"}).get("/claims")
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize("path", ["/reconcile", "/reconcile/suggest/entity", "/"])
def test_a_page_elsewhere_cannot_make_the_server_work_by_naming_it_as_a_script(tmp_path: Path, path: str) -> None:
    named = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"}
    assert browser_of(desk_of(project(tmp_path)), headers=named).get(path).status_code == 403


@pytest.mark.parametrize("path", ["/decide", "/name", "/reconcile"])
@pytest.mark.parametrize("told", [True, False], ids=["with its length", "without"])
def test_a_body_larger_than_any_form_is_not_kept(tmp_path: Path, path: str, told: bool) -> None:
    def body() -> Iterator[bytes]:
        for _ in range(200):
            yield b"why=" + b"a" * 100_000

    claims = project(tmp_path)
    answer = browser_of(desk_of(claims)).post(path, content=b"".join(body()) if told else body())
    assert answer.status_code == 413 and "larger than 10,000,000 bytes" in answer.text
    assert len(answer.content) < 5_000 and not claims.with_name("decisions.jsonl").exists()
