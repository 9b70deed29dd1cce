"""A long list, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Item = TypeVar("Item")

PAGE = 25


@dataclass(frozen=True)
class Paged(Generic[Item]):
    """One page of a list; pages are counted from 1."""

    items: Sequence[Item]
    number: int
    pages: int
    total: int


def paged(items: Sequence[Item], asked: str) -> Paged[Item]:
    """The page that was asked for, or the nearest that there is."""
    pages = max(1, -(-len(items) // PAGE))
    number = min(max(1, int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 10 else 1), pages)
    return Paged(items[(number - 1) * PAGE : number * PAGE], number, pages, len(items))
