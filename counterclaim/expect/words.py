"""The words of an expectations file as types: how each is written, and what is said of one that cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, WithJsonSchema

from counterclaim.bands import BANDS, severity_of
from counterclaim.testing.amounts import Amount, amount
from reconcile.result import About, Verdict

ANYWHERE = "anywhere"


def _texts(value: Any) -> tuple[str, ...]:
    """A list of texts, or one that stands without a list around it. Raises ValueError."""
    several = value if isinstance(value, list | tuple) else [value]
    texts = tuple(str(each).strip() if isinstance(each, str | int) else "" for each in several)
    if not texts or "" in texts:
        raise ValueError("write one or more names, such as [C-1, C-2]")
    if len(set(texts)) < len(texts):
        raise ValueError("a name stands twice; write each once")
    return texts


def _names(value: Any) -> tuple[str, ...]:
    found = _texts(value)
    if len(found) < 2:
        raise ValueError("write two or more names, such as [C-1, C-2]")
    return found


def _names_or_anywhere(value: Any) -> tuple[str, ...]:
    return () if value == ANYWHERE else _names(value)


def _each_of(kind: type[StrEnum]) -> Callable[[Any], tuple[StrEnum, ...]]:
    def read(value: Any) -> tuple[StrEnum, ...]:
        return tuple(_one_of(kind, word) for word in _texts(value))

    return read


def _one_of(kind: type[StrEnum], word: str) -> StrEnum:
    try:
        return kind(word)
    except ValueError:
        raise ValueError(f"“{word}” is none of {', '.join(each.value for each in kind)}") from None


def _text(value: Any) -> str:
    found = str(value).strip() if isinstance(value, str | int) else ""
    if not found:
        raise ValueError("write a text here")
    return found


def _version(value: Any) -> int:
    if str(value) != "1":
        raise ValueError(f"“{value}” is not known; write version: 1")
    return 1


def _list_of(items: dict[str, Any], least: int = 1) -> dict[str, Any]:
    return {"type": "array", "items": items, "minItems": least, "uniqueItems": True}


def _one_or_more(items: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [items, _list_of(items)]}


_NAME: dict[str, Any] = {"type": ["string", "integer"], "minLength": 1}

Text = Annotated[str, BeforeValidator(_text), WithJsonSchema(_NAME)]
Texts = Annotated[tuple[str, ...], BeforeValidator(_texts), WithJsonSchema(_one_or_more(_NAME))]
Names = Annotated[tuple[str, ...], BeforeValidator(_names), WithJsonSchema(_list_of(_NAME, 2))]
NamesOrAnywhere = Annotated[
    tuple[str, ...],
    BeforeValidator(_names_or_anywhere),
    WithJsonSchema({"anyOf": [{"const": ANYWHERE}, _list_of(_NAME, 2)]}),
]
Abouts = Annotated[
    tuple[About, ...],
    BeforeValidator(_each_of(About)),
    WithJsonSchema(_one_or_more({"enum": [each.value for each in About]})),
]
Verdicts = Annotated[
    tuple[Verdict, ...],
    BeforeValidator(_each_of(Verdict)),
    WithJsonSchema(_one_or_more({"enum": [each.value for each in Verdict]})),
]
Severity = Annotated[
    int,
    BeforeValidator(severity_of),
    WithJsonSchema({"anyOf": [{"enum": list(BANDS)}, {"type": "integer", "minimum": 0, "maximum": 100}]}),
]
HowMany = Annotated[
    Amount,
    BeforeValidator(amount),
    WithJsonSchema(
        {"anyOf": [{"type": "integer", "minimum": 0}, {"type": "string", "pattern": "^(at least |at most )?[0-9]+$"}]}
    ),
]
Version = Annotated[Literal[1], BeforeValidator(_version)]
