"""Corrections that people made to claims, replayed on the claims as they were read; the files stay as they are."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import ValidationError

from claims.model import Claim
from reconcile.decisions import Decision, refusals

_FIXED = frozenset({"id"})


def edited(claims: Sequence[Claim], edits: Sequence[Decision]) -> tuple[list[Claim], list[str]]:
    """The claims with each edit applied in turn, and a warning for every edit that cannot be.

    An edit of a claim that is not there is passed over: it is named among the unknown claims.
    """
    if not edits:
        return list(claims), []
    found = {c.id: c for c in claims}
    warnings = []
    for edit in edits:
        name = edit.claims[0]
        if name in found:
            changed = _changed(found[name], edit)
            if isinstance(changed, Claim):
                found[name] = changed
            else:
                warnings.append(f"the edit {edit.id} of {name!r} is not applied: {changed}")
    return list(found.values()), warnings


def _changed(claim: Claim, edit: Decision) -> Claim | str:
    """The claim with its columns set anew, or why that cannot be."""
    fixed = sorted(_FIXED & set(edit.set))
    if fixed:
        return f"the column {fixed[0]!r} cannot be changed"
    columns = {**claim.model_dump(), **edit.set}
    try:
        return Claim.model_validate({k: v for k, v in columns.items() if v not in ("", None)})
    except ValidationError as error:
        return refusals(error)
