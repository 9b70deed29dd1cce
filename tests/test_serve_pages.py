"""The pages for reading: what they find, what they show, and that no text of a claim does anything in them."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import product
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from command import HEADER, TWO, but, outcome, table
from fastapi.testclient import TestClient
from hostile import ATTACKS
from serving import HOME, browser_of, desk_of, hostile_desk, project, shipped

from reports.forms import FORMS

LISTS = ("/", "/events", "/claims")


class Parsed(HTMLParser):
    """What a browser makes of a page: its elements with their attributes, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attributes}))

    def handle_data(self, data: str) -> None:
        self.text += data

    def links(self) -> list[str]:
        return [a["href"] for tag, a in self.elements if tag == "a"]


def read(page: TestClient, address: str, status: int = 200) -> Parsed:
    answer = page.get(address)
    assert answer.status_code == status, (address, answer.text)
    return Parsed(answer.text)


def crawled(page: TestClient, start: str = "/", most: int = 150) -> Iterator[tuple[str, Parsed]]:
    """Every page that links lead to from the first."""
    seen, waiting = {start}, [start]
    while waiting and most:
        address, most = waiting.pop(0), most - 1
        found = read(page, address)
        yield address, found
        for link in found.links():
            target = urljoin(HOME + address, link)
            path = target.removeprefix(HOME)
            if (
                target.startswith(HOME)
                and not path.startswith(("/report", "#"))
                and path not in seen
                and "#" not in path
            ):
                seen.add(path)
                waiting.append(path)


@pytest.fixture(scope="module")
def border(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    return browser_of(desk_of(shipped(tmp_path_factory.mktemp("border") / "project")))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """Pages over claims and decisions that are attacks."""
    desk = hostile_desk(tmp_path_factory.mktemp("hostile"))
    return browser_of(desk, cookies={"counterclaim_by": "%3Cscript%3E"})


@pytest.fixture
def two(tmp_path: Path) -> TestClient:
    return browser_of(desk_of(project(tmp_path / "project")))


def test_every_finding_event_and_claim_has_a_page(border: TestClient) -> None:
    found = dict(crawled(border))
    result = border.app.state.desk.snapshot().judged.result  # type: ignore[attr-defined]
    assert {f"/finding?id={f.id}" for f in result.findings} <= set(found)
    assert {f"/event?id={e.id}" for e in result.events} <= set(found)
    assert {f"/claim?id={c.id}" for c in result.claims} <= set(found)


def test_a_finding_shows_both_words_the_reason_the_evidence_and_the_policies(border: TestClient) -> None:
    text = re.sub(r"\s+", " ", read(border, "/finding?id=f-0f837670cc50").text)
    for told in (
        "at least 58 Pakistani soldiers killed", "“23 of its soldiers”", "The two intervals share no number.",
        "the figures are 35 apart", "Holds under every numeral policy.", "same day", "+3.0", "sum (above 0",
        "People in dispute: 35.", "Severity 59", "B-03 says the same as B-01",
    ):  # fmt: skip
        assert told in text, told


def test_an_event_shows_its_claims_ranges_and_why_it_is_one(border: TestClient) -> None:
    text = read(border, "/event?id=e-6e19eb584224").text
    assert "12 claims" in text and "6 findings" in text and "What was said in all" in text and "Why grouped" in text


@pytest.mark.parametrize(
    ("query", "claims"),
    [
        ("", {"a", "b", "c", "d"}),
        ("q=zabihullah", {"b"}),
        ("q=ZABIHULLAH+58", {"b"}),
        ("q=zabihullah+23", set()),
        ("q=peshawar", {"a", "b", "d"}),
        ("q=قندهار", {"c"}),
        ("q=qndhar", {"c"}),
        ("source=Post", {"b"}),
        ("side=Pakistan", {"a"}),
        ("kind=characterization", {"d"}),
        ("measure=killed", {"a", "b", "c"}),
        ("verdict=contradiction", {"a", "b"}),
        ("verdict=contradiction&q=zabihullah", {"b"}),
        ("severity=head-on", set()),
        ("since=2025-10-12", {"c"}),
        ("until=2025-10-11", {"a", "b"}),
        ("since=2025-10&until=2025-10", {"a", "b"}),
        ("side=nobody", set()),
        ("nonsense=1", {"a", "b", "c", "d"}),
    ],
)
def test_claims_are_found_by_text_side_source_kind_measure_verdict_severity_and_date(
    tmp_path: Path, query: str, claims: set[str]
) -> None:
    head = [*HEADER, "frame"]
    rows = [
        but(id="a"), but(id="b", quantity="at least 58", claimant="Zabihullah Mujahid", source="Post"),
        but(id="c", date="2025-11-02", place="قندهار", claimant="A resident", victims="people", victim_side=""),
    ]  # fmt: skip
    framed = ["d", "characterization", "", "Peshawar", "", "", "", "", "B. Writer", "Daily", "raid"]
    page = browser_of(desk_of(project(tmp_path, table([head, *([*r, ""] for r in rows), framed]))))
    found = read(page, f"/claims?{query}")
    assert {a["value"] for tag, a in found.elements if a.get("type") == "checkbox"} == claims


def test_findings_and_events_are_found_by_the_same_search(border: TestClient) -> None:
    told = {where: read(border, f"{where}?q=kabul&verdict=corroboration").text for where in LISTS}
    assert "2 findings found" in told["/"] and "1 event found" in told["/events"]
    assert "1 finding found" in read(border, "/?q=f-0f837670cc50").text
    assert "0 findings found" in read(border, "/?q=nothing+at+all").text


@pytest.mark.parametrize("query", ["since=yesterday", "until=2025-13-45", "since=2025-12&until=2025-01"])
def test_a_date_that_is_none_is_told_in_the_page(border: TestClient, query: str) -> None:
    found = read(border, f"/?{query}")
    (told,) = re.findall(r"[^\n]*(?:yesterday|2025-13-45|2025-12)[^\n]*", found.text)
    assert told.strip() and not [a for tag, a in found.elements if tag == "article"]


def test_long_lists_come_a_page_at_a_time(border: TestClient) -> None:
    def shown(query: str) -> list[str]:
        return [a["value"] for _, a in read(border, f"/claims?{query}").elements if a.get("type") == "checkbox"]

    pages = [shown(f"page={n}") for n in (1, 2, 3)]
    assert [len(p) for p in pages] == [25, 25, 9]
    assert len({c for p in pages for c in p}) == 59
    assert (shown("page=99"), shown("page=-1"), shown("page=x")) == (pages[2], pages[0], pages[0])
    (further,) = [link for link in read(border, "/claims?q=pakistan").links() if "page=2" in link]
    assert "q=pakistan" in further


@pytest.mark.parametrize("address", ["/claim?id=zz", "/event?id=", "/finding?id=f-0", "/document?id=zz", "/nowhere"])
def test_what_is_not_there_is_told(two: TestClient, address: str) -> None:
    read(two, address, 404)


def test_pages_are_the_same_bytes_each_time(border: TestClient) -> None:
    for address in (*LISTS, "/finding?id=f-0f837670cc50", "/event?id=e-6e19eb584224", "/decisions"):
        assert border.get(address).content == border.get(address).content


def test_rows_that_could_not_be_read_and_warnings_are_told(tmp_path: Path) -> None:
    claims = project(tmp_path, table([HEADER, but(), but(id="bad", quantity="1/2"), but(id="date", date="2025-30-99")]))
    line = '{"decision": "same", "claims": ["N-1", "gone"]}\n'
    claims.with_name("decisions.jsonl").write_text(line, encoding="utf-8")
    text = read(browser_of(desk_of(claims)), "/").text
    assert "2 rows that could not be read, 1 warning" in text
    assert "claims.csv, row 3, column quantity (“1/2”)" in text and "2025-30-99" in text and "gone" in text


def test_a_project_without_a_readable_claim_opens(tmp_path: Path) -> None:
    page = browser_of(desk_of(project(tmp_path, TWO.replace("casualty", "nothing"))))
    for address in (*LISTS, "/decisions", "/name"):
        read(page, address)


def test_no_text_of_a_claim_or_decision_does_anything(hostile: TestClient) -> None:
    """Every page that links lead to: only the project's own elements, attributes and addresses, and no character that
    acts on a screen."""
    pages = list(crawled(hostile, most=60))
    assert len(pages) == 60
    for address, found in pages:
        for tag, attributes in found.elements:
            assert tag not in ("img", "iframe", "object", "embed", "base", "style", "svg"), (address, tag)
            assert not [a for a in attributes if a.startswith("on") or a in ("style", "srcdoc", "formaction")], address
            for name in ("href", "src", "action"):
                parts = urlsplit(attributes.get(name, ""))
                assert parts.scheme in ("", "http", "https") and not attributes.get(name, "").startswith("//"), address
                assert name == "href" or parts.netloc == "", (address, attributes)
        scripts = [a for tag, a in found.elements if tag == "script"]
        assert scripts == [{"src": "/static/vendor/htmx-4.0.1.min.js", "defer": ""}], address
        acting = re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\ufeff]", found.text)
        assert acting == [], (address, acting)


def test_hostile_pages_still_show_what_was_said(hostile: TestClient) -> None:
    text = read(hostile, "/claims").text
    assert "<script>alert(1)</script>" in text and "␛[31mred" in text and "[U+202E]gnp.exe" in text
    assert "is cut off" in text
    assert "<script>" in read(hostile, "/name").text, "the name in the cookie is a text as well"


def test_what_a_reader_searches_for_comes_back_as_text(border: TestClient) -> None:
    for attack in ATTACKS:
        answer = border.get("/", params={"q": attack, "side": attack, "page": attack, "done": attack})
        found = Parsed(answer.text)
        assert len([tag for tag, _ in found.elements if tag == "script"]) == 1
        assert not [tag for tag, _ in found.elements if tag == "img"]


def test_hostile_claims_can_be_decided_upon(hostile: TestClient) -> None:
    first = [a["value"] for _, a in read(hostile, "/claims").elements if a.get("type") == "checkbox"][:2]
    answer = hostile.post("/decide", data={"decision": "same", "claim": first, "why": ATTACKS[0]})
    assert answer.status_code == 303
    read(hostile, answer.headers["location"])


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_the_report_is_there(two: TestClient, tmp_path: Path, form: str) -> None:
    answer = two.get(f"/report.{form}")
    assert answer.status_code == 200 and answer.content
    policy = answer.headers["content-security-policy"]
    assert form == "terminal" or "sandbox" in policy
    if form == "json":
        assert answer.json() == outcome(str(tmp_path / "project" / "claims.csv"))


def test_the_report_runs_its_own_scripts_and_no_other(two: TestClient) -> None:
    assert two.get("/report").headers["location"] == "/report.html"
    answer = two.get("/report.html")
    allowed = re.findall(r"script-src ([^;]*)", answer.headers["content-security-policy"])[0].split()
    codes = re.findall(r"<script>(.*?)</script>", answer.text, re.DOTALL)
    hashes = [base64.b64encode(hashlib.sha256(code.encode()).digest()).decode() for code in codes]
    assert codes and allowed == [f"'sha256-{digest}'" for digest in hashes]


def properties(sheet: Traversable) -> list[tuple[str, str]]:
    """The custom properties of a style sheet, on light ground and on dark."""
    return re.findall(r"(--[a-z-]+): ?([^;]+);", sheet.read_text(encoding="utf-8"))


def test_the_pages_have_the_colours_of_the_report() -> None:
    root = files("reports")
    of_the_report = properties(root / "html" / "style.css")
    names = {name for name, _ in of_the_report}
    of_the_pages = properties(root / "web" / "static" / "style.css")
    assert len(of_the_report) > 10 and [each for each in of_the_pages if each[0] in names] == of_the_report


def test_names_that_differ_in_case_alone_have_one_order(tmp_path: Path) -> None:
    names = ["".join(cased) for cased in product("dD", "aA", "yY")]
    rows = [f"c{n},casualty,2025-10-11,Kandu,killed,{n},soldiers,Who,{name}" for n, name in enumerate(names, 1)]
    header = "id,kind,date,place,measure,quantity,victims,claimant,source"
    page = browser_of(desk_of(project(tmp_path, "\n".join([header, *rows]))))
    offered = [a["value"] for tag, a in read(page, "/claims").elements if tag == "option"]
    assert [name for name in offered if name in names] == sorted(names)


def test_a_report_that_is_none_is_not_there(two: TestClient) -> None:
    assert two.get("/report.exe").status_code == 404


def test_neither_side_comes_first(tmp_path: Path) -> None:
    """Sides exchanged give the same pages with the sides exchanged."""
    names = {"ISPR": "Zabihullah Mujahid", "Zabihullah Mujahid": "ISPR"}

    def sides(text: str) -> Any:
        page = browser_of(desk_of(project(tmp_path, text)))
        found = read(page, "/claims")
        return [a["value"] for tag, a in found.elements if tag == "option"]

    swapped = re.sub("|".join(names), lambda m: names[m[0]], TWO)
    assert sides(TWO) == sides(swapped)
