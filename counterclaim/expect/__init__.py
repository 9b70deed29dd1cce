"""Expectations of claims, written in YAML by people who do not program; see ``docs/expectations.md``."""

from __future__ import annotations

from typing import Any

from counterclaim.expect.holds import title, unmet
from counterclaim.expect.model import Expectation, ExpectFile
from counterclaim.expect.reading import Expectations, ExpectError, read_expectations

__all__ = ["ExpectError", "Expectation", "Expectations", "read_expectations", "schema", "title", "unmet"]


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a ``*.expect.yaml`` file."""
    from reports.json_form import DIALECT

    return {"$schema": DIALECT, **ExpectFile.model_json_schema()}
