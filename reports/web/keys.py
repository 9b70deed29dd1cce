"""Ids in addresses and forms: any text as plain ASCII, so that a hostile id reaches the server as it left it."""

from __future__ import annotations

from collections.abc import Iterable


def key(name: str) -> str:
    """An id as ASCII without line breaks; plain ids stay as they are."""
    return name.encode("unicode_escape").decode("ascii")


def by_key(names: Iterable[str]) -> dict[str, str]:
    """Ids by their keys, which are as distinct as they are."""
    return {key(name): name for name in names}
