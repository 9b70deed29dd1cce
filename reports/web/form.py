"""A form as a browser sends it: names with one or more texts, without what only forms add to a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import parse_qsl

from fastapi import HTTPException, Request

_MOST_FIELDS = 2_000
_LARGEST = 10_000_000
"""Bytes of a form: thousands of decisions' worth, or ten times the largest batch of queries."""


class Form:
    """The fields of a form, in order."""

    def __init__(self, fields: Iterable[tuple[str, str]]) -> None:
        self.fields = [(name, value.replace("\r\n", "\n")) for name, value in fields]

    @classmethod
    def read(cls, body: bytes) -> Form:
        """An ``application/x-www-form-urlencoded`` body. Raises ValueError when it holds far too much."""
        told = body.decode("utf-8", "replace")
        return cls(parse_qsl(told, keep_blank_values=True, errors="replace", max_num_fields=_MOST_FIELDS))

    @classmethod
    async def sent(cls, request: Request) -> Form:
        """The body of a request, read no further than a form can be long. Raises HTTPException (413)."""
        body = bytearray()
        async for chunk in request.stream():
            body += chunk
            if len(body) > _LARGEST:
                raise HTTPException(413, f"the form is larger than {_LARGEST:,} bytes")
        try:
            return cls.read(bytes(body))
        except ValueError:
            raise HTTPException(413, "the form holds too many fields") from None

    def one(self, name: str) -> str:
        """The first value of a field, without blanks around it; empty when there is none."""
        return next((value.strip() for field, value in self.fields if field == name), "")

    def all(self, name: str) -> list[str]:
        """Every value of a field, each once."""
        return list(dict.fromkeys(value for field, value in self.fields if field == name))

    def has(self, name: str) -> bool:
        return any(field == name for field, _ in self.fields)

    def under(self, prefix: str) -> Iterator[tuple[str, str]]:
        """Fields whose names begin with a prefix, without it."""
        return ((field[len(prefix) :], value) for field, value in self.fields if field.startswith(prefix))

    def but(self, **changed: str) -> Form:
        """The same form with some fields replaced."""
        return Form([*((n, v) for n, v in self.fields if n not in changed), *changed.items()])
