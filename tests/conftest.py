"""Hypothesis runs the same examples everywhere, without a database of old failures; one browser serves all tests.

The pytest plugin of the project is loaded by name, so that it is there where the project is not installed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytest_plugins = ["pytester", "counterclaim.pytest_plugin"]

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
def imported() -> None:
    """All that a run of pytest about claims imports, before any: what it imported is forgotten when it ends, and a
    module in C, such as yaml's, cannot be imported a second time."""
    from northland import night

    from counterclaim.fixtures import fixtures_folder
    from counterclaim.pytest_expect import read_expectations

    assert night().explain("N1", "F1")
    assert read_expectations(fixtures_folder() / "quiet" / "quiet.expect.yaml")


@pytest.fixture
def desk(imported: None, pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """The folder of another project, with a claim file and the plugin."""
    from command import ROOT
    from northland import CSV

    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    pytester.makeini("[pytest]\naddopts = --strict-markers -p no:cacheprovider -p counterclaim.pytest_plugin\n")
    (pytester.path / "claims.csv").write_text(CSV, encoding="utf-8")
    return pytester


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real browser for the tests marked ``browser``; see ``tests/browser.py``."""
    from browser import chromium

    with chromium() as found:
        yield found
