"""The result as JSON: it reads back as the same result, fits the published schema, and differs in few lines."""

from __future__ import annotations

import json
import math
import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_results import HOSTILE, sample, with_every_text

from reconcile.result import Result
from reports.json_form import schema
from reports.render import render

_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,), "integer": (int,), "number": (int, float), "null": (type(None),), "array": (list,),
    "object": (dict,), "boolean": (bool,),
}  # fmt: skip


def text(result: Result) -> str:
    return "".join(render(result, "json"))


def problems(value: Any, rule: dict[str, Any], root: dict[str, Any], at: str = "$") -> list[str]:
    """What a JSON Schema (the parts of it that Pydantic writes for a result) has against a value."""
    if "$ref" in rule:
        return problems(value, root["$defs"][rule["$ref"].rpartition("/")[2]], root, at)
    if "anyOf" in rule:
        tries = [problems(value, option, root, at) for option in rule["anyOf"]]
        return [] if [] in tries else tries[0]
    wanted = rule.get("type")
    if wanted and (not isinstance(value, _TYPES[wanted]) or (isinstance(value, bool) and wanted != "boolean")):
        return [f"{at}: {value!r} is no {wanted}"]
    found = [f"{at}: {value!r} is not listed"] if "enum" in rule and value not in rule["enum"] else []
    if isinstance(value, list):
        found += [p for n, v in enumerate(value) for p in problems(v, rule.get("items", {}), root, f"{at}[{n}]")]
    if isinstance(value, dict):
        known, others = rule.get("properties", {}), rule.get("additionalProperties", {})
        found += [f"{at}: {name} is missing" for name in rule.get("required", []) if name not in value]
        for name, each in value.items():
            inner = known.get(name, others)
            found += problems(each, inner if isinstance(inner, dict) else {}, root, f"{at}.{name}")
    return found


def test_it_reads_back_as_the_same_result() -> None:
    assert Result.model_validate_json(text(sample())) == sample()


@pytest.mark.parametrize("words_", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_in_every_field_reads_back(words_: str) -> None:
    hostile = with_every_text(words_)
    assert Result.model_validate_json(text(hostile)) == hostile


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_any_text_reads_back(words_: str) -> None:
    result = with_every_text(words_)
    assert Result.model_validate(json.loads(text(result))) == result


def test_it_fits_the_published_schema() -> None:
    rules = schema()
    assert rules["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert problems(json.loads(text(sample())), rules, rules) == []


def test_the_schema_can_refuse() -> None:
    rules = schema()
    broken = json.loads(text(sample()))
    broken["findings"][0]["severity"] = "high"
    del broken["run"]["tool"]
    assert problems(broken, rules, rules) == ["$.run: tool is missing", "$.findings[0].severity: 'high' is no integer"]


def test_the_schema_of_a_claim_row_names_the_columns() -> None:
    assert {"kind", "claimant", "source"} == set(schema("claim")["required"])


def test_there_is_no_other_schema() -> None:
    with pytest.raises(ValueError, match="ask for result or claim"):
        schema("event")


def test_each_claim_event_and_finding_has_a_line() -> None:
    result = sample()
    lines = [line for line in text(result).splitlines() if line.startswith('{"')]
    assert len(lines) == len(result.claims) + len(result.events) + len(result.findings) + len(result.rejected)


def test_a_users_own_columns_stand_beside_the_others() -> None:
    monitor = next(c for c in json.loads(text(sample()))["claims"] if c["id"] == "T-1")
    assert monitor["ward"] == "B"
    assert monitor["quantity"] == {"low": 32, "high": 48, "wording": "about 40"}


def test_the_order_of_columns_changes_nothing() -> None:
    turned = [
        c.model_construct(**{**c.__dict__, **dict(reversed((c.model_extra or {}).items()))}) for c in sample().claims
    ]
    assert text(sample().model_copy(update={"claims": turned})) == text(sample())


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        pytest.param("a\udc80b\x00", "a\\udc80b\x00", id="half a surrogate and NUL"),
        pytest.param(math.nan, None, id="not a number"),
        pytest.param(math.inf, None, id="infinity"),
        pytest.param(date(2025, 10, 11), "2025-10-11", id="a date from a spreadsheet"),
        pytest.param(["x\ud800", {"y": 1}], ["x\\ud800", {"y": 1}], id="nested"),
        pytest.param(re, str(re), id="anything else as text"),
    ],
)
def test_odd_values_of_a_users_own_columns_are_valid_json(value: Any, wanted: Any) -> None:
    claims = [c.model_construct(**{**c.__dict__, **(c.model_extra or {}), "odd": value}) for c in sample().claims]
    written = text(sample().model_copy(update={"claims": claims}))
    assert written.encode()
    assert json.loads(written)["claims"][0]["odd"] == wanted


def test_an_empty_result_is_valid() -> None:
    nothing = sample().model_copy(update={"claims": [], "events": [], "findings": [], "rejected": []})
    assert Result.model_validate_json(text(nothing)) == nothing
