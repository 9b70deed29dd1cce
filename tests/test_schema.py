"""The published JSON Schemas are those of the models: a change of the contract is never an accident.

To publish a deliberate change: ``counterclaim schema WHAT > docs/schema/WHAT.json``.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reports.json_form import schema

PUBLISHED = Path(__file__).resolve().parent.parent / "docs" / "schema"


@pytest.mark.parametrize("what", ["claim", "result"])
def test_the_published_schema_is_the_models(what: str) -> None:
    assert json.loads((PUBLISHED / f"{what}.json").read_text(encoding="utf-8")) == schema(what)
