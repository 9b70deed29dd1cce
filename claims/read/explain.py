"""Pydantic's findings about a row, as sentences that say what is wrong and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from claims.lexicon import data
from claims.model import Claim, Kind, MissingColumn
from claims.read.result import Rejected, shown

_GROUPED = re.compile(r"\d{1,3}([ .,'’\u00a0\u202f]\d{3})+")
_WHOLE = ("int_parsing", "int_type", "int_from_float", "int_parsing_size")
_REAL = ("float_parsing", "float_type", "finite_number")
_PARTS = {"none": "nothing", "bool": "yes or no", "list": "a list", "dict": "an object"}
_EMPTY = "is empty; every claim needs"
_NEEDED = {
    "kind": f"{_EMPTY} one of {', '.join(Kind)}",
    "claimant": f"{_EMPTY} the name of who says it",
    "source": f"{_EMPTY} the outlet or document that carries it",
}


def problems(
    error: ValidationError, path: str, row: int, said: Mapping[str, Any], headers: Mapping[str, str]
) -> Iterator[Rejected]:
    """One Rejected for each thing wrong with a row; ``headers`` holds the user's own names of columns."""
    done: set[tuple[str, str]] = set()
    for found in error.errors(include_url=False):
        cause = found.get("ctx", {}).get("error")
        column = cause.column if isinstance(cause, MissingColumn) else str(found["loc"][0]) if found["loc"] else ""
        value = said.get(column, "") if found["type"] == "missing" or not found["loc"] else found["input"]
        reason = str(cause) if cause is not None else _sentence(found["type"], column, value, found.get("ctx", {}))
        if (column, reason) not in done:
            done.add((column, reason))
            yield Rejected(path, row, column, shown(value), reason + _theirs(column, headers))


def _theirs(column: str, headers: Mapping[str, str]) -> str:
    return f" (the column headed {headers[column]!r})" if column in headers else ""


def _sentence(kind: str, column: str, value: Any, context: Mapping[str, Any]) -> str:
    if kind == "missing" or value is None or (isinstance(value, str) and not value.strip()):
        return f"{column} " + _NEEDED.get(column, f"{_EMPTY} a value")
    if kind in ("greater_than_equal", "less_than_equal"):
        return _outside(column, value, context)
    if kind in _WHOLE:
        return f"{shown(value)!r} is no whole number; {_digits(value)}"
    if kind in _REAL:
        return f"{shown(value)!r} is no number of degrees; write it with a point, such as 34.52, or leave it empty"
    if kind == "literal_error":
        return f"{shown(value)!r} is no {column}; write one of {_allowed(column)} or leave it empty"
    if isinstance(value, str):
        return f"{shown(value)!r} holds characters that no encoding has; type it again"
    return f"{column} holds {_PARTS.get(type(value).__name__, 'something else')}, not a text; write the words"


def _outside(column: str, value: Any, context: Mapping[str, Any]) -> str:
    if column in ("latitude", "longitude"):
        most = "90" if column == "latitude" else "180"
        return f"{column} {shown(value)} is off the globe; write degrees from -{most} to {most}"
    if "le" in context:
        return f"{column} {shown(value)} is too large to be a count; write {context['le']} or less"
    return f"{column} {shown(value)} is below zero; write 0 or more, or leave it empty if nothing was said"


def _digits(value: Any) -> str:
    text = str(value).strip()
    if _GROUPED.fullmatch(text):
        return f"write {re.sub(r'[^0-9]', '', text)}"
    return "write digits only, or leave it empty; words belong in quantity"


def _allowed(column: str) -> str:
    schema = Claim.model_json_schema()["properties"].get(column, {})
    return ", ".join(value for value in schema.get("enum", []) if value)


def is_pointer(said: Mapping[str, Any]) -> bool:
    """Whether this is an entry of an extraction file that points to a sentence and states no claim."""
    return said.get("kind") in data("claims", "headers.yaml")["pointers"]
