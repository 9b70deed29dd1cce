"""The result as JSON, one claim, event or finding on a line, so that two results differ in few lines.

Nothing is left out and nothing is rounded. A lone surrogate, which no UTF-8 text can hold, is written as the six
characters ``\\udXXX``; a number that JSON has no word for (infinity, NaN) as ``null``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel
from pydantic_core import PydanticSerializationError, to_json

from reconcile.result import ReadClaim, Result

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_LINES_PER_CHUNK = 500


def chunks(result: Result) -> Iterator[str]:
    """The result as JSON text, piece by piece."""
    yield f'{{\n"schema_version": {result.schema_version},\n"run": {item(result.run)}'
    for name in ("claims", "events", "findings", "ledger", "rejected"):
        yield f',\n"{name}": ['
        yield from _list(getattr(result, name))
        yield "]"
    yield "\n}\n"


def _list(items: Iterable[Any]) -> Iterator[str]:
    lines: list[str] = []
    lead = "\n"
    for each in items:
        lines.append(item(each))
        if len(lines) == _LINES_PER_CHUNK:
            yield lead + ",\n".join(lines)
            lines, lead = [], ",\n"
    if lines:
        yield lead + ",\n".join(lines)
        lead = ",\n"
    if lead != "\n":
        yield "\n"


def item(value: Any) -> str:
    """One part of the result as one line of JSON; a claim's own columns follow what was read from it, by alphabet."""
    plain = _flat(value) if isinstance(value, ReadClaim) else value
    try:
        return _json(plain)
    except (PydanticSerializationError, UnicodeEncodeError):
        return _json(_encodable(plain))


def _json(value: Any) -> str:
    return to_json(value, inf_nan_mode="null", fallback=str).decode()


def _flat(claim: ReadClaim) -> dict[str, Any]:
    return {**claim.__dict__, **dict(sorted((claim.__pydantic_extra__ or {}).items()))}


def _encodable(value: Any) -> Any:
    """The same value with every half surrogate as visible characters."""
    if isinstance(value, BaseModel):
        value = value.model_dump(mode="python")
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode()
    if isinstance(value, dict):
        return {_encodable(k): _encodable(v) for k, v in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_encodable(v) for v in value]
    return value


def schema(what: str = "result") -> dict[str, Any]:
    """The JSON Schema (2020-12) of the ``result``, or of a ``claim`` as a row of a claim file."""
    if what == "result":
        return {"$schema": DIALECT, **Result.model_json_schema(mode="serialization")}
    if what == "claim":
        from claims.model import Claim

        return {"$schema": DIALECT, **Claim.model_json_schema()}
    raise ValueError(f"there is no schema of {what!r}; ask for result or claim")
