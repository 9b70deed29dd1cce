"""The pytest plugin: fixtures, the mark ``known_conflict``, and ``*.expect.yaml`` files as tests.

pytest loads it in every run of a machine that has counterclaim, so that nothing heavy is imported before it is used.
See ``docs/testing.md``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from claims.model import Claim
    from counterclaim.api import Claims
    from counterclaim.reconciled import Reconciled

# The assertions hold under `python -O` too, which drops every assert statement that pytest does not rewrite.
pytest.register_assert_rewrite("counterclaim.testing.assertions")

_EXPECTATIONS = (".expect.yaml", ".expect.yml")
_MARK = "known_conflict"


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers",
        f"{_MARK}(*parties, **what): whatever the test reconciles has this conflict; takes what assert_conflict takes.",
    )


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    if not file_path.name.endswith(_EXPECTATIONS):
        return None
    from counterclaim.pytest_expect import ExpectationsFile

    return ExpectationsFile.from_parent(parent, path=file_path)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A mark that nothing looks at would be a test that cannot fail."""
    for item in items:
        marked = isinstance(item, pytest.Function) and item.get_closest_marker(_MARK)
        if marked and "reconciled" not in getattr(item, "fixturenames", ()):
            raise pytest.UsageError(f"{item.nodeid}: the mark {_MARK} needs the fixture reconciled; ask for it")


@pytest.fixture
def reconciled(request: pytest.FixtureRequest) -> Iterator[Callable[..., Reconciled]]:
    """``reconciled(claims, **options)``: as ``counterclaim.reconcile``, with paths from the folder of the test.

    Every conflict that a mark ``known_conflict`` of the test names has to be in what it gives.
    """
    from counterclaim.api import reconcile
    from counterclaim.testing import assert_conflict

    marks = list(request.node.iter_markers(_MARK))
    calls = []

    def run(claims: Claims, **options: Any) -> Reconciled:
        __tracebackhide__ = True
        result = reconcile(_from_the_test(claims, request.path.parent), **options)
        calls.append(result)
        for mark in marks:
            assert_conflict(result, mark.args, **mark.kwargs)
        return result

    yield run
    if marks and not calls:
        pytest.fail(f"the mark {_MARK} had nothing to look at: the test did not call reconciled", pytrace=False)


def _from_the_test(claims: Claims, folder: Path) -> Claims:
    import os

    return folder / claims if isinstance(claims, str | os.PathLike) else claims


@pytest.fixture
def claims_from() -> Callable[..., list[Claim]]:
    """``claims_from(table, **common)``: claims from a table with ``|`` between its cells."""
    from counterclaim.testing import claims_from as read

    return read


@pytest.fixture
def demo_claims() -> Callable[..., list[Claim]]:
    """``demo_claims(name="border")``: the claims of a set that ships: border, contested or quiet."""
    from claims.read import load
    from counterclaim.fixtures import fixture_sets, fixtures_folder

    def read(name: str = "border") -> list[Claim]:
        if name not in fixture_sets():
            raise ValueError(f"no set is called {name!r}; there are {', '.join(fixture_sets())}")
        return load(fixtures_folder() / name / "claims.csv").claims

    return read
