"""The suffixes that documents have, and the format that each stands for."""

from __future__ import annotations

from functools import cache
from pathlib import PurePath

from claims.lexicon import data


def form_of(name: str) -> str:
    """``text``, ``markdown``, ``html``, ``pdf`` or ``wiki``, by the suffix of a name; empty for any other."""
    return suffixes().get(PurePath(name).suffix.casefold(), "")


@cache
def suffixes() -> dict[str, str]:
    """The format of each suffix of documents."""
    known: dict[str, list[str]] = data("claims", "documents.yaml")["suffixes"]
    return {suffix: form for form, several in known.items() for suffix in several}
