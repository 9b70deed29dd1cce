"""A draft held to the claim format, by the reader that every claim file goes through."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from claims.model import Claim
from claims.read.result import Rejected
from claims.read.rows import read_row

COLUMNS = tuple(Claim.model_fields)
"""The columns of the claim format, in its order."""


def claim_columns(row: Mapping[str, Any]) -> dict[str, Any]:
    """What a draft says in columns of the claim format, without those that say nothing.

    Half surrogates, which no file can hold, become U+FFFD.
    """
    said = {name: row[name] for name in COLUMNS if row.get(name) not in (None, "")}
    return {name: _encodable(value) if isinstance(value, str) else value for name, value in said.items()}


def checked(row: Mapping[str, Any], path: str = "", number: int = 0) -> Claim | list[Rejected]:
    """The claim that a draft states, or everything that keeps it from being one."""
    items = list(read_row(claim_columns(row), path, number, {}))
    refused = [item for item in items if isinstance(item, Rejected)]
    made = [item[1] for item in items if isinstance(item, tuple)]
    if refused or not made:
        return refused or [
            Rejected(path, number, "kind", str(row.get("kind", "")), "this states no claim; set its kind")
        ]
    return made[0]


def _encodable(text: str) -> str:
    return text if text.isascii() else "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
