"""What a report says of drafts: that a machine read them from texts, and that nobody has checked them."""

from __future__ import annotations

from collections.abc import Sequence

from claims.drafts import DRAFT
from reconcile.result import ReadClaim
from reports.words import column, counted, number


def unchecked_line(claims: Sequence[ReadClaim]) -> str:
    """``1 of 2 claims is a draft read by machine, which nobody has checked.``; empty where no claim is a draft."""
    drafts = sum(column(claim, "status").strip().casefold() == DRAFT for claim in claims)
    if not drafts:
        return ""
    are = "is a draft" if drafts == 1 else "are drafts"
    return f"{number(drafts)} of {counted(len(claims), 'claim')} {are} read by machine, which nobody has checked."
