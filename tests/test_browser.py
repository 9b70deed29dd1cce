"""The browser that other tests rely on does see what goes wrong in a page."""

from __future__ import annotations

from pathlib import Path

import pytest
from browser import NARROW, barriers, overflow, window
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

GOOD = "<!doctype html><html lang=en><title>A page</title><main><h1>A page</h1></main></html>"
BAD = GOOD.replace(
    "<h1>",
    "<img src='http://elsewhere.example/x.png'><div style='width:2000px'>x</div><script>nowhere()</script><h1>",
)


def page(folder: Path, text: str) -> str:
    (folder / "page.html").write_text(text, encoding="utf-8")
    return (folder / "page.html").as_uri()


def test_a_page_in_order_is_found_in_order(browser: Browser, tmp_path: Path) -> None:
    with window(browser, "file://") as seen:
        seen.page.goto(page(tmp_path, GOOD))
        assert barriers(seen.page) == []
        assert overflow(seen.page) == 0
        seen.assert_calm()


def test_a_request_to_a_stranger_an_error_a_barrier_and_an_overflow_are_seen(browser: Browser, tmp_path: Path) -> None:
    with window(browser, "file://", NARROW) as seen:
        seen.page.goto(page(tmp_path, BAD))
        assert seen.strangers == ["http://elsewhere.example/x.png"]
        assert any("nowhere is not defined" in told for told in seen.errors)
        assert any(told.startswith("image-alt") for told in barriers(seen.page))
        assert overflow(seen.page) > 1000
        with pytest.raises(AssertionError):
            seen.assert_calm()
