"""The shapes of the Reconciliation Service API v0.2, as JSON Schemas of our own written from its text.

https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/ (the section is named at each). Where
the text leaves something open that this service always gives, the shape asks for it, so these are narrower.
"""

from __future__ import annotations

from typing import Any

from jsonschema import Draft202012Validator

TEXT = {"type": "string", "minLength": 1}
ADDRESS = {"type": "string", "pattern": "^http://127\\.0\\.0\\.1:[0-9]+$"}
URI = {"type": "string", "pattern": "^[a-z]+:."}


def of(needed: dict[str, Any], allowed: dict[str, Any] | None = None) -> dict[str, Any]:
    """An object with these members and no others."""
    return {
        "type": "object",
        "properties": {**needed, **(allowed or {})},
        "required": list(needed),
        "additionalProperties": False,
    }


def each(item: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": item}


NAMED = of({"id": TEXT, "name": TEXT})
SUGGEST = of(
    {
        "service_url": ADDRESS, "service_path": {"type": "string", "pattern": "^/"}, "flyout_service_url": ADDRESS,
        "flyout_service_path": {"type": "string", "pattern": "^/.*\\$\\{id\\}"},
    }
)  # fmt: skip
TEMPLATE = {"type": "string", "pattern": "^http://.*\\{\\{id\\}\\}"}

MANIFEST = of(  # 3.1, 5.1, 6.1, 7.1
    {
        "versions": {"type": "array", "items": {"type": "string"}, "contains": {"const": "0.2"}},
        "name": TEXT, "identifierSpace": URI, "schemaSpace": URI, "defaultTypes": each(NAMED), "serviceVersion": TEXT,
        "batchSize": {"type": "integer", "minimum": 1}, "view": of({"url": TEMPLATE}),
        "preview": of({"url": TEMPLATE, "width": {"type": "integer"}, "height": {"type": "integer"}}),
        "suggest": of({"entity": SUGGEST, "property": SUGGEST, "type": SUGGEST}),
        "extend": of({"propose_properties": of({"service_url": ADDRESS, "service_path": TEXT})}),
    }
)  # fmt: skip

CANDIDATE = of(  # 4.2
    {
        "id": TEXT, "name": TEXT, "description": {"type": "string"}, "type": each(NAMED),
        "score": {"type": "number", "minimum": 0, "maximum": 100}, "match": {"type": "boolean"},
        "features": each(of({"id": TEXT, "value": {"type": ["number", "boolean"]}})),
    }
)  # fmt: skip
RESULTS = {"type": "object", "additionalProperties": of({"result": each(CANDIDATE)})}

SUGGESTED = {  # 6.3
    "entity": of({"result": each(of({"id": TEXT, "name": TEXT, "description": TEXT, "notable": each(NAMED)}))}),
    "property": of({"result": each(NAMED)}),
    "type": of({"result": each(NAMED)}),
}
FLYOUT = of({"id": TEXT, "html": TEXT})  # 6.5
PROPOSED = of({"type": {"type": "string"}, "properties": each(NAMED)}, {"limit": {"type": "integer"}})  # 7.2

VALUE = {"oneOf": [of({"str": TEXT}), of({"int": {"type": "integer"}}), NAMED]}  # 2.4, 7.5
ROW = {"type": "object", "additionalProperties": each(VALUE)}
EXTENDED = of(
    {
        "meta": each(of({"id": TEXT, "name": TEXT}, {"type": NAMED})),
        "rows": {"type": "object", "additionalProperties": ROW},
    }
)


def check(answer: Any, shape: dict[str, Any]) -> Any:
    """The answer, if it has the shape; an AssertionError that says where it has not."""
    problems = [f"{error.json_path}: {error.message}" for error in Draft202012Validator(shape).iter_errors(answer)]
    assert problems == []
    return answer
