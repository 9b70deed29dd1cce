"""A real browser in a test: pages opened without any network but one address, watched for requests and errors."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Request, Route, sync_playwright

CHROMIUM = Path(os.environ.get("COUNTERCLAIM_CHROMIUM", "/usr/bin/chromium"))
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run",
)  # fmt: skip
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDE, NARROW = (1280, 900), (390, 844)


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser of the system; the test is skipped where there is none, and fails where one is promised."""
    if not CHROMIUM.exists():
        reason = f"there is no browser at {CHROMIUM}; install chromium, or name one in COUNTERCLAIM_CHROMIUM"
        if os.environ.get("COUNTERCLAIM_NEEDS_BROWSER") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=str(CHROMIUM), args=list(QUIET))
        yield browser
        browser.close()


@dataclass
class Watched:
    """A page, with every address it asked for beyond its own and every error it reported."""

    page: Page
    strangers: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def assert_calm(self) -> None:
        """Nothing was asked of anybody else, and nothing went wrong."""
        assert (self.strangers, self.errors) == ([], [])


@contextmanager
def window(
    browser: Browser, own: str, size: tuple[int, int] = WIDE, *, expected: str = "", **options: Any
) -> Iterator[Watched]:
    """A window of its own (cookies and all) that reaches only addresses beginning with ``own``, such as ``file://``.

    ``expected`` is a part of console errors that the test means to provoke. Further options go to the context, such
    as ``java_script_enabled=False`` or ``color_scheme="dark"``.
    """
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, **options)
    context.set_default_timeout(30_000)
    watched = Watched(context.new_page())
    _only(context, own, watched)
    _listen(watched, expected)
    yield watched
    context.close()


def _only(context: BrowserContext, own: str, watched: Watched) -> None:
    def judge(route: Route, request: Request) -> None:
        if request.url.startswith((own, "data:", "about:", "blob:")):
            route.continue_()
        else:
            watched.strangers.append(request.url)
            route.abort()

    context.route("**/*", judge)


def _listen(watched: Watched, expected: str) -> None:
    def told(text: str) -> None:
        if not expected or expected not in text:
            watched.errors.append(text)

    page = watched.page
    page.on("console", lambda message: told(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: told(str(error)))
    page.on("dialog", lambda dialog: (watched.errors.append(f"dialog: {dialog.message}"), dialog.dismiss()))


def barriers(page: Page) -> list[str]:
    """What axe finds that keeps people out, under WCAG 2.2 AA and good practice; empty when nothing does."""
    found = Axe().run(page, options={"runOnly": WCAG}).response["violations"]
    return [f"{v['id']} ({v['help']}): {node['html'][:200]}" for v in found for node in v["nodes"]]


def overflow(page: Page) -> int:
    """By how many CSS pixels the page is wider than its window."""
    wider: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return wider
