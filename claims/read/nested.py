"""Claims written as objects: keys named like headers, and nested ``source: {...}`` or ``claimant: {...}``.

A nested key is looked up as both names together: ``source.url`` like the header "source url", ``claimant.side``
like "claimant side". What the format does not know is kept under its dotted name, nested or not, as it came.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claims.model import Claim
from claims.read.headers import Names
from claims.read.result import Rejected, shown

_LARGEST = 50_000
_ITSELF = ("name", "label", "wording", "text")


def flatten(said: dict[str, Any], names: Names) -> Iterator[tuple[str, str, Any]]:
    """Every key of an object with the column it stands for (or its own name) and its value."""
    for key, value in said.items():
        column = names.column(key)
        if isinstance(value, dict) and column:
            yield from _inner(key, column, value, names)
        elif column or key not in Claim.model_fields:
            yield key, column or key, value
        else:
            yield key, f"{key} (unmapped)", value


def _inner(key: str, column: str, value: dict[str, Any], names: Names) -> Iterator[tuple[str, str, Any]]:
    worded = column == "quantity" and any(isinstance(value.get(k), str) and value[k] for k in ("wording", "text"))
    for inner, part in value.items():
        dotted = f"{key}.{inner}"
        found = names.column(f"{column} {inner}") or (column if inner in _ITSELF else "")
        if worded and found in ("low", "high"):
            continue  # what the wording was read as on an earlier run; it is read again
        yield dotted, found or dotted, part


def row_of(said: dict[str, Any], names: Names, path: str, row: int) -> dict[str, Any] | Rejected:
    """A flat row with columns for keys, or why two keys of it contradict each other."""
    if _size(said) > _LARGEST:
        return Rejected(path, row, "", "", f"this entry holds more than {_LARGEST} values; write one claim per entry")
    flat: dict[str, Any] = {}
    came: dict[str, str] = {}
    for key, column, value in flatten(said, names):
        if value is None or value == "" or value == {} or value == []:
            continue
        if column in flat and flat[column] != value:
            reason = f"the keys {came[column]!r} and {key!r} both mean {column}; keep one of them"
            return Rejected(path, row, column, shown(value), reason)
        flat[column], came[column] = value, key
    return flat


def _size(said: Any) -> int:
    """How many values an entry holds, counted no further than the largest that is read."""
    queue, count = [said], 0
    while queue and count <= _LARGEST:
        value = queue.pop()
        count += 1
        if isinstance(value, dict):
            queue.extend(value.values())
        elif isinstance(value, list):
            queue.extend(value)
    return count


def unknown_keys(keys: set[str], familiar: set[str]) -> list[str]:
    """The keys that are no columns, sorted, for one warning about the file."""
    return sorted(keys - familiar - set(Claim.model_fields))
