"""Hypothesis runs the same examples everywhere, without a database of old failures; one browser serves all tests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

settings.register_profile(
    "counterclaim",
    database=None,
    derandomize=True,
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("counterclaim")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real browser for the tests marked ``browser``; see ``tests/browser.py``."""
    from browser import chromium

    with chromium() as found:
        yield found
