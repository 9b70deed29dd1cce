"""``*.expect.yaml`` files as tests: one for each expectation, failing in plain sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from counterclaim.api import load, reconcile
from counterclaim.expect import Expectation, Expectations, ExpectError, read_expectations, title, unmet
from counterclaim.expect.model import Conflict, RejectedRows
from counterclaim.project import ProjectError
from counterclaim.reconciled import Reconciled
from counterclaim.testing import NameProblem
from reports.escape import visible


class Unmet(Exception):
    """An expectation that does not hold; the message is all that a reader needs."""


class ExpectationsFile(pytest.File):
    """A file of expectations. Its claims are reconciled once, when the first of them is looked at."""

    def collect(self) -> Iterable[ExpectationItem]:
        try:
            self.expectations = read_expectations(self.path)
        except ExpectError as error:
            raise self.CollectError(str(error)) from None
        entries = [*_every_row_is_read(self.expectations), *self.expectations.entries]
        seen: Counter[str] = Counter()
        for line, expected in entries:
            name = title(expected)
            seen[name] += 1
            again = f" ({seen[name]})" if seen[name] > 1 else ""
            yield ExpectationItem.from_parent(self, name=name + again, expected=expected, line=line)

    @cached_property
    def outcome(self) -> Reconciled | ProjectError:
        """The result, or why there is none."""
        file = self.expectations.file
        try:
            return reconcile(load(self.expectations.claims), policy=file.policy, as_of=file.as_of or None)
        except ProjectError as error:
            return error


def _every_row_is_read(read: Expectations) -> Iterable[tuple[int, Expectation]]:
    """Unless the file says otherwise: an expectation would hold all too easily of claims that were not read."""
    if not any(isinstance(expected, RejectedRows) for _, expected in read.entries):
        yield 1, RejectedRows.model_validate({"rejected rows": 0})


class ExpectationItem(pytest.Item):
    """One expectation."""

    def __init__(self, *, expected: Expectation, line: int, **rest: Any) -> None:
        super().__init__(**rest)
        self.expected, self.line = expected, line
        if isinstance(expected, Conflict):
            self.add_marker("known_conflict")

    def runtest(self) -> None:
        assert isinstance(self.parent, ExpectationsFile)
        found = self.parent.outcome
        if isinstance(found, ProjectError):
            raise Unmet(visible(str(found)))
        try:
            told = unmet(self.expected, found)
        except NameProblem as error:
            raise Unmet(str(error)) from None
        if told:
            raise Unmet(told)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        if isinstance(excinfo.value, Unmet):
            return f"{self.path}, line {self.line}: {excinfo.value}"
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, self.line - 1, self.name
