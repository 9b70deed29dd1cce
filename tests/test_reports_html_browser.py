"""The HTML report in a real browser: for everybody, without network or script, its marks where the data says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import NARROW, WIDE, Watched, barriers, overflow, window
from playwright.sync_api import Browser
from test_reports_golden import fixture_result

from reconcile.engine import reconcile
from reconcile.result import Result
from reports.render import render
from tests.hostile import hostile_result
from tests.tables import claims_of
from tests.test_reports_html import BORDER, HEAD, border, page_of

pytestmark = pytest.mark.browser
SIZES = pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
ARABIC = BORDER.replace("At least 58", "مقتل ٥٨ جنديا على الأقل").replace("Reuters", "وكالة رويترز")


def opened(browser: Browser, folder: Path, result: Result, **options: object) -> Iterator[Watched]:
    file = folder / "report.html"
    file.write_text("".join(str(c) for c in render(result, "html")), encoding="utf-8")
    with window(browser, "file://", **options) as watched:  # type: ignore[arg-type]
        watched.page.goto(file.as_uri())
        yield watched


@SIZES
@pytest.mark.parametrize("name", ["border", pytest.param("contested", marks=pytest.mark.slow), "quiet"])
def test_a_shipped_set_keeps_nobody_out(browser: Browser, tmp_path: Path, name: str, size: tuple[int, int]) -> None:
    for watched in opened(browser, tmp_path, fixture_result(name), size=size):
        assert barriers(watched.page) == []
        assert overflow(watched.page) <= 0
        watched.assert_calm()


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_everything_unfolded_keeps_nobody_out(browser: Browser, tmp_path: Path, scheme: str) -> None:
    for watched in opened(browser, tmp_path, reconcile(claims_of(ARABIC), estimates=True), color_scheme=scheme):
        watched.page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
        watched.page.wait_for_function("document.getElementById('graph').dataset.nodes")
        assert barriers(watched.page) == []
        watched.assert_calm()


@SIZES
def test_the_marks_stand_where_the_data_says(browser: Browser, tmp_path: Path, size: tuple[int, int]) -> None:
    for watched in opened(browser, tmp_path, border(), size=size):
        marks = watched.page.evaluate(
            """[...document.querySelectorAll('svg.bar')].map(bar => {
              const box = bar.getBoundingClientRect(), line = bar.querySelector('.interval').getBoundingClientRect();
              const mark = bar.querySelector('.point > *')?.getBoundingClientRect();
              const at = x => (x - box.left) / box.width * Number(bar.dataset.end);
              return {...bar.dataset, from: at(line.left), to: at(line.right),
                      mark: mark ? at((mark.left + mark.right) / 2) : null};
            })"""
        )
        assert {m["claim"] for m in marks} == {"a", "b", "c"}
        for mark in marks:
            high = float(mark["high"] or mark["end"])
            assert mark["from"] == pytest.approx(float(mark["low"]), abs=1)
            assert mark["to"] == pytest.approx(high, abs=1)
            assert (mark["mark"] is None) == (mark["point"] == "")
            if mark["point"]:
                assert mark["mark"] == pytest.approx(float(mark["point"]), abs=1)


def test_the_graph_draws_what_the_event_holds(browser: Browser, tmp_path: Path) -> None:
    for watched in opened(browser, tmp_path, border()):
        watched.page.locator("#graph > summary").click()
        watched.page.wait_for_function("document.getElementById('graph').dataset.nodes")
        drawn = watched.page.locator("#graph").evaluate("part => [part.dataset.nodes, part.dataset.edges].map(Number)")
        findings = [f for f in border().findings if len(f.claims) > 1]
        assert drawn[0] == 3 + len(findings)
        ink = watched.page.evaluate(
            """[...document.querySelectorAll('.graph-canvas canvas')].some(c =>
              c.getContext('2d').getImageData(0, 0, c.width, c.height).data.some(value => value))"""
        )
        assert ink
        watched.assert_calm()


def test_attacks_do_nothing(browser: Browser, tmp_path: Path) -> None:
    for watched in opened(browser, tmp_path, hostile_result()):
        page = watched.page
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
        page.wait_for_function("document.getElementById('graph').dataset.nodes")
        assert page.locator("script").count() == 3
        assert page.locator("img, iframe, object, embed, form, [onerror], [onclick]").count() == 0
        assert page.locator("a:not([href^='#']):not([href^='http'])").count() == 0
        watched.assert_calm()


def test_it_is_read_without_a_script(browser: Browser, tmp_path: Path) -> None:
    for watched in opened(browser, tmp_path, border(), java_script_enabled=False):
        text = watched.page.locator("main").inner_text()
        assert "at least 58 Pakistani soldiers killed" in text
        assert watched.page.locator("svg.bar").count() >= 3


def test_arabic_words_run_from_right_to_left(browser: Browser, tmp_path: Path) -> None:
    for watched in opened(browser, tmp_path, reconcile(claims_of(ARABIC))):
        quote = watched.page.locator("blockquote", has_text="جنديا").first
        assert quote.evaluate("q => getComputedStyle(q).direction") == "rtl"


def test_a_finding_is_reached_by_its_address_though_it_is_folded(browser: Browser, tmp_path: Path) -> None:
    for watched in opened(browser, tmp_path, border()):
        page = watched.page
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = false })")
        name = page.locator(".findings a").first.get_attribute("href")
        assert name is not None
        page.locator(".findings a").first.click()
        assert page.locator(name).is_visible()


def test_it_prints_with_what_is_folded(browser: Browser, tmp_path: Path) -> None:
    for watched in opened(browser, tmp_path, border()):
        page = watched.page
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = false })")
        page.emulate_media(media="print")
        assert page.locator(".card").first.evaluate("c => c.getBoundingClientRect().height") > 100
        assert page.locator(".contents").is_hidden()
        assert len(page.pdf(format="A4")) > 10_000


def test_the_page_is_small_enough_to_send() -> None:
    for name in ("border", "contested", "quiet"):
        assert len(page_of(fixture_result(name)).encode()) < 1_500_000


@pytest.mark.slow
def test_two_thousand_events_open_and_scroll(browser: Browser, tmp_path: Path) -> None:
    """Far down a long page a finding is reached by its address, and the browser lays out only what is in sight."""
    rows = [f"n{n} | 2023-01-01 | 2023-01-02 | Village {n} | clash" for n in range(2000)]
    table = [f"a{n} | {r.split(' | ', 1)[1]} | at least 58 | soldiers | Army {n} | |" for n, r in enumerate(rows)]
    table += [f"b{n} | {r.split(' | ', 1)[1]} | 23 | soldiers | Front {n} | |" for n, r in enumerate(rows)]
    labelled = "\n".join([f"event | {HEAD}", *(f"E{row.split(' ')[0][1:]} | {row}" for row in table)])
    result = reconcile(claims_of(labelled))
    assert len(result.events) == 2000
    for watched in opened(browser, tmp_path, result):
        page = watched.page
        assert page.locator(".event").count() == 2000
        last = page.locator(".card").last
        name = last.get_attribute("id")
        page.evaluate("id => { location.hash = id }", name)
        last.wait_for(state="visible")
        page.wait_for_function(
            "id => { const top = document.getElementById(id).getBoundingClientRect().top;"
            " return top >= 0 && top < innerHeight }",
            arg=name,
        )
        watched.assert_calm()


def test_the_list_of_findings_is_whole_on_a_telephone(browser: Browser, tmp_path: Path) -> None:
    for watched in opened(browser, tmp_path, border(), size=NARROW):
        cells = watched.page.locator(".findings tbody :is(td, th)")
        boxes = [cell.bounding_box() for cell in cells.all()]
        assert len(boxes) >= 4
        for box in boxes:
            assert box is not None and box["x"] >= 0 and box["x"] + box["width"] <= NARROW[0] and box["height"] > 0
        assert watched.page.get_by_role("columnheader", name="What conflicts").count() == 1
