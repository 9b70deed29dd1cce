"""Second opinions in a draft: what language models read in its fields, kept in the provenance beside the values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from claims.review.rows import provenance_of


def opinions_on(row: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    """What models read in a field of a draft; only what can be an opinion, since drafts come from anybody."""
    told = provenance_of(row).get(name, {})
    if isinstance(told.get("proposed"), dict):
        told = told["proposed"]
    found = told.get("opinions")
    return [one for one in found if isinstance(one, dict) and _is_opinion(one)] if isinstance(found, list) else []


def fields_with_opinions(row: Mapping[str, Any]) -> list[str]:
    """The columns of a draft in which a model reads something, in the order of the draft."""
    return [name for name in provenance_of(row) if opinions_on(row, name)]


def opinions_in_words(row: Mapping[str, Any]) -> str:
    """Whose opinion a draft is, or what models read in its fields: ``place: Kandahar (openai:gpt-5-mini)``."""
    whose = str(row.get("opinion") or "")
    read = [
        f"{name}: {one['value']} ({one['model']})"
        for name in fields_with_opinions(row)
        for one in opinions_on(row, name)
    ]
    return "; ".join([*([whose] if whose else []), *read])


def _is_opinion(one: Mapping[str, Any]) -> bool:
    return all(isinstance(one.get(name), str) and one[name] for name in ("value", "model"))
