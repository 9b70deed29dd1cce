"""The pages in a real browser: with and without scripts, by keyboard, on small screens, in two windows, and alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import NARROW, WIDE, barriers, overflow, window
from command import outcome
from playwright.sync_api import Browser, Page, expect
from serving import decided, desk_of, hostile_desk, served, shipped

pytestmark = pytest.mark.browser

FINDING = "/finding?id=f-0f837670cc50"
PAGES = ("/", "/events", "/claims?q=pakistan", FINDING, "/event?id=e-6e19eb584224", "/claim?id=B-01", "/decisions",
         "/name", "/entity?id=pakistan/forces", "/reconcile/preview?id=pakistan")  # fmt: skip


@pytest.fixture
def claims(tmp_path: Path) -> Path:
    return shipped(tmp_path / "project")


@pytest.fixture
def home(claims: Path) -> Iterator[str]:
    with served(desk_of(claims)) as address:
        yield address


def rule(page: Page, label: str, why: str = "", name: str = "") -> None:
    """Decide about the claims of the finding that is open."""
    form = page.locator("form").filter(has_text="About these claims")
    form.get_by_role("radio", name=label).check()
    form.get_by_label("Why").fill(why)
    if name:
        form.get_by_label("Your name").fill(name)
    form.get_by_role("button", name="Record").click()


@pytest.mark.parametrize(("size", "scheme"), [(WIDE, "light"), (NARROW, "dark")], ids=["1280", "390, dark"])
def test_every_page_opens_alone_without_error_barrier_or_overflow(
    browser: Browser, tmp_path: Path, size: tuple[int, int], scheme: str
) -> None:
    claims = shipped(tmp_path / "project", first=8)
    line = '{"decision": "disposition", "claims": ["B-01", "B-02"], "disposition": "pending", "by": "ed"}\n'
    claims.with_name("decisions.jsonl").write_text(line, encoding="utf-8")
    with served(desk_of(claims)) as home, window(browser, home, size, color_scheme=scheme) as seen:
        for address in PAGES:
            seen.page.goto(home + address)
            assert (address, barriers(seen.page)) == (address, [])
            assert (address, overflow(seen.page)) == (address, 0)
        seen.assert_calm()


def test_hostile_claims_do_nothing_in_a_browser(browser: Browser, tmp_path: Path) -> None:
    with served(hostile_desk(tmp_path)) as home, window(browser, home, NARROW) as seen:
        for address in ("/", "/events", "/claims", "/decisions"):
            seen.page.goto(home + address)
            assert overflow(seen.page) == 0
        seen.page.goto(home + "/claims")
        assert barriers(seen.page) == []
        for link in seen.page.locator("main a").evaluate_all("links => links.slice(0, 12).map(a => a.href)"):
            seen.page.goto(link)
            assert overflow(seen.page) == 0
        seen.assert_calm()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_a_decision_taken_in_the_page_is_in_the_file_and_the_next_report(
    browser: Browser, home: str, claims: Path, scripts: bool
) -> None:
    with window(browser, home, java_script_enabled=scripts) as seen:
        seen.page.goto(home)
        seen.page.get_by_role("link", name="the figures are 35 apart").click()
        expect(seen.page.get_by_role("heading", level=1)).to_contain_text("35 apart")
        rule(seen.page, "Not a contradiction", "one counts the week", "ed")
        expect(seen.page.get_by_role("status")).to_contain_text("not a contradiction: B-01, B-02")
        (made,) = decided(claims)
        assert (made["decision"], made["by"], made["why"]) == ("not a contradiction", "ed", "one counts the week")
        ids = {f["id"] for f in outcome(str(claims))["findings"]}
        assert "f-0f837670cc50" not in ids
        seen.page.get_by_role("button", name="Take it back").click()
        expect(seen.page.get_by_role("heading", level=1)).to_have_text("Decisions")
        assert "f-0f837670cc50" in {f["id"] for f in outcome(str(claims))["findings"]}
        seen.page.get_by_role("button", name="Bring back").click()
        expect(seen.page.locator(".item")).to_have_count(3)
        assert "f-0f837670cc50" not in {f["id"] for f in outcome(str(claims))["findings"]}
        assert [d["decision"] for d in decided(claims)] == ["not a contradiction", "undo", "undo"]
        seen.assert_calm()


def test_two_windows_never_write_over_each_other(browser: Browser, home: str, claims: Path) -> None:
    with (
        window(browser, home, expected="409") as one,
        window(browser, home, expected="409") as two,
        served(desk_of(claims)) as other,
    ):
        one.page.goto(f"{home}/claim?id=B-01")
        with window(browser, other, expected="409") as two:  # a window on another process
            two.page.goto(f"{other}/claim?id=B-01")
            for seen, count, who in ((one, "at least 60", "Ann"), (two, "at least 70", "Bo")):
                form = seen.page.locator("form.columns")
                form.get_by_label("quantity", exact=True).fill(count)
                form.get_by_label("Your name").fill(who)
                form.get_by_role("button").click()
            expect(one.page.get_by_role("status")).to_contain_text("at least 60")
            expect(two.page.get_by_role("heading", level=1)).to_have_text("Not recorded")
            expect(two.page.locator("table")).to_contain_text("at least 58")
            expect(two.page.locator("table")).to_contain_text("at least 60")
            assert barriers(two.page) == []
            expect(two.page.get_by_label("quantity")).to_have_value("at least 70")
            assert len(decided(claims)) == 1
            two.page.get_by_role("button", name="Record mine all the same").click()
            expect(two.page.get_by_role("status")).to_contain_text("at least 70")
            two.assert_calm()
        one.assert_calm()
    assert [(d["by"], d["was"], d["set"]) for d in decided(claims)] == [
        ("Ann", {"quantity": "at least 58"}, {"quantity": "at least 60"}),
        ("Bo", {"quantity": "at least 60"}, {"quantity": "at least 70"}),
    ]


def test_the_search_answers_while_one_types_and_has_an_address(browser: Browser, home: str) -> None:
    with window(browser, home) as seen:
        seen.page.goto(home)
        box = seen.page.get_by_role("searchbox", name="Text")
        box.press_sequentially("rupees", delay=10)
        expect(seen.page.get_by_role("status")).to_have_text("1 finding found")
        assert seen.page.url.endswith("q=rupees&side=&source=&kind=&measure=&verdict=&severity=&since=&until=")
        expect(box).to_be_focused()
        seen.page.get_by_role("combobox", name="Verdict").select_option("gap")
        expect(seen.page.get_by_role("status")).to_have_text("0 findings found")
        seen.page.go_back()
        expect(seen.page.get_by_role("status")).to_have_text("1 finding found")
        seen.page.reload()
        expect(seen.page.get_by_role("status")).to_have_text("1 finding found")
        expect(box).to_have_value("rupees")
        seen.assert_calm()


def test_the_keyboard_alone_is_enough(browser: Browser, home: str, claims: Path) -> None:
    with window(browser, home) as seen:
        page = seen.page
        page.goto(home)
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
        page.goto(home + FINDING)
        page.get_by_role("radio", name="Unsure").focus()
        page.keyboard.press("Space")
        page.keyboard.press("Tab")
        page.keyboard.type("cannot tell")
        page.keyboard.press("Tab")
        page.keyboard.type("ed")
        page.keyboard.press("Enter")
        expect(page.get_by_role("status")).to_contain_text("unsure")
        expect(page.get_by_role("heading", level=1)).to_be_focused()
        assert [(d["decision"], d["why"], d["by"]) for d in decided(claims)] == [("unsure", "cannot tell", "ed")]
        seen.assert_calm()


def test_work_that_takes_time_shows_itself(browser: Browser, home: str) -> None:
    with window(browser, home) as seen:
        seen.page.goto(home)
        seen.page.evaluate(
            "new MutationObserver(() => window.wasBusy ||= document.querySelector('#busy').className)"
            ".observe(document.querySelector('#busy'), {attributes: true})"
        )
        seen.page.get_by_role("searchbox").fill("kabul")
        expect(seen.page.get_by_role("status")).to_contain_text("found")
        assert "htmx-request" in seen.page.evaluate("window.wasBusy")


def test_the_report_opens_from_the_page_and_draws_itself(browser: Browser, home: str) -> None:
    with window(browser, home) as seen:
        seen.page.goto(home)
        seen.page.get_by_role("link", name="Report", exact=True).click()
        seen.page.wait_for_url("**/report.html")
        expect(seen.page.locator("body")).to_contain_text("35 apart")
        seen.assert_calm()
