"""Drafts among claims: statements that a machine proposed from a text, told by their ``status``.

A draft is ``draft`` until somebody has looked at it; then it is ``accepted``, ``edited`` or ``dropped`` (see
docs/extract.md). Claims that no machine proposed have no status.
"""

from __future__ import annotations

from claims.model import Claim

DRAFT, DROPPED = "draft", "dropped"


def status_of(claim: Claim) -> str:
    """The status of a claim in small letters; empty where it has none."""
    found = (claim.__pydantic_extra__ or {}).get("status")
    return found.strip().casefold() if isinstance(found, str) else ""


def is_draft(claim: Claim) -> bool:
    """Whether a machine proposed the claim and nobody has looked at it yet."""
    return status_of(claim) == DRAFT
