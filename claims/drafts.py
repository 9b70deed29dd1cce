"""Drafts among claims: statements that a machine proposed from a text, told by their ``status``.

A draft is ``draft`` until somebody has looked at it; then it is ``accepted``, ``edited`` or ``dropped`` (see
docs/extract.md). Claims that no machine proposed have no status.
"""

from __future__ import annotations

import json
from typing import Any

from claims.model import Claim

DRAFT, DROPPED = "draft", "dropped"


def status_of(claim: Claim) -> str:
    """The status of a claim in small letters; empty where it has none."""
    found = (claim.__pydantic_extra__ or {}).get("status")
    return found.strip().casefold() if isinstance(found, str) else ""


def is_draft(claim: Claim) -> bool:
    """Whether a machine proposed the claim and nobody has looked at it yet."""
    return status_of(claim) == DRAFT


def is_opinion(claim: Claim) -> bool:
    """Whether the draft is what a language model read, and not the rules: nobody has accepted it."""
    return is_draft(claim) and bool((claim.__pydantic_extra__ or {}).get("opinion"))


def guesses(claim: Claim) -> dict[str, str]:
    """The columns of a draft that its own words and those around them do not tell, with what was guessed.

    In a text about several events, the day and the place of the main one are only a suggestion for what has none of
    its own. A cell that a person has changed since is no guess any more.
    """
    told = _provenance(claim)
    found = {column: about.get("guess") for column, about in told.items() if isinstance(about, dict)}
    return {
        column: value
        for column, value in found.items()
        if isinstance(value, str) and value and column in ("date", "place") and getattr(claim, column) == value
    }


def _provenance(claim: Claim) -> dict[str, Any]:
    """Where the fields of a draft come from; a table holds it as JSON."""
    found = (claim.__pydantic_extra__ or {}).get("provenance")
    if isinstance(found, str):
        try:
            found = json.loads(found)
        except (ValueError, RecursionError):
            return {}
    return found if isinstance(found, dict) else {}
