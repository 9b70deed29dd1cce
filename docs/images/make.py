"""Take the pictures of the documentation anew from the shipped fixtures: ``make pictures``. Needs Chromium."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from counterclaim.fixtures import fixtures_folder
from counterclaim.project import judge_files
from reports.render import render, write_beside_then_rename

HERE = Path(__file__).parent
CHROMIUM = os.environ.get("COUNTERCLAIM_CHROMIUM", "/usr/bin/chromium")
WIDTH, HEIGHT = 1080, 980


def main() -> None:
    """The report of the border clash: its chart, and the card of the dispute over how many soldiers were killed."""
    result = judge_files([str(fixtures_folder() / "border" / "claims.csv")])[0].result
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        file = Path(folder) / "report.html"
        write_beside_then_rename(file, render(result, "html"))
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        page.goto(file.as_uri())
        _sharpest_event(page)
        page.screenshot(path=HERE / "report.png")
        browser.close()


def _sharpest_event(page: Page) -> None:
    """Scroll to the event of the finding that the headline leads to."""
    lead = page.locator(".headline a").get_attribute("href")
    page.evaluate("id => document.querySelector(id).closest('.event').scrollIntoView()", lead)
    page.wait_for_timeout(500)


if __name__ == "__main__":
    main()
