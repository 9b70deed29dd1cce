"""What tests about claims assert with, under pytest or without it; see ``docs/testing.md``."""

from __future__ import annotations

from counterclaim.testing.assertions import (
    assert_conflict,
    assert_distinct_events,
    assert_no_conflict,
    assert_same_event,
)
from counterclaim.testing.naming import NameProblem
from counterclaim.testing.tables import claims_from

__all__ = [
    "NameProblem",
    "assert_conflict",
    "assert_distinct_events",
    "assert_no_conflict",
    "assert_same_event",
    "claims_from",
]
