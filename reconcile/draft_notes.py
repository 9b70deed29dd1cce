"""Notes on findings whose statements are drafts that nobody has checked: which, and on which words they rest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claims.drafts import is_draft
from claims.model import Claim
from reconcile.result import Finding

_LONGEST = 200


def with_draft_notes(findings: Sequence[Finding], claims: Iterable[Claim]) -> list[Finding]:
    """The findings, each with a note for every statement of it that is an unchecked draft."""
    drafts = {claim.id: claim for claim in claims if claim.__pydantic_extra__ and is_draft(claim)}
    return [_noted(finding, drafts) for finding in findings] if drafts else list(findings)


def _noted(finding: Finding, drafts: dict[str, Claim]) -> Finding:
    notes = [_note(drafts[name]) for name in finding.claims if name in drafts]
    return finding.model_copy(update={"notes": [*finding.notes, *notes]}) if notes else finding


def _note(draft: Claim) -> str:
    quote = " ".join(draft.quote.split())
    quote = quote if len(quote) <= _LONGEST else quote[: _LONGEST - 1] + "…"
    where = draft.document
    if draft.quote_start is not None and draft.quote_end is not None:
        where += f", characters {draft.quote_start} to {draft.quote_end}"
    return f"{draft.id} is a draft read by machine, which nobody has checked: “{quote}” ({where})"
