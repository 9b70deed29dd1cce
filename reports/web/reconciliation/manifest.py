"""The service manifest: what the service offers and where (section 3.1 of the specification)."""

from __future__ import annotations

from typing import Any

from claims.lexicon import data
from reconcile.versions import tool_version
from reports.web.reconciliation.entities import type_of
from reports.web.reconciliation.queries import MOST_QUERIES

_WIDTH, _HEIGHT = 430, 260
_SUGGESTED = ("entity", "property", "type")


def manifest(base: str, name: str) -> dict[str, Any]:
    """The manifest of the service at ``base``, the server's address without a slash, over the project ``name``."""
    words = data("reports", "web.yaml")
    return {
        "versions": ["0.2"],
        "name": f"counterclaim: {name}",
        "identifierSpace": words["identifier_space"],
        "schemaSpace": words["schema_space"],
        "defaultTypes": [type_of(kind) for kind in words["types"]],
        "serviceVersion": tool_version(),
        "batchSize": MOST_QUERIES,
        "view": {"url": f"{base}/entity?id={{{{id}}}}"},
        "preview": {"url": f"{base}/reconcile/preview?id={{{{id}}}}", "width": _WIDTH, "height": _HEIGHT},
        "suggest": {kind: _suggest(base, kind) for kind in _SUGGESTED},
        "extend": {"propose_properties": {"service_url": base, "service_path": "/reconcile/properties"}},
    }


def _suggest(base: str, kind: str) -> dict[str, str]:
    return {
        "service_url": base,
        "service_path": f"/reconcile/suggest/{kind}",
        "flyout_service_url": base,
        "flyout_service_path": f"/reconcile/flyout/{kind}?id=${{id}}",
    }
