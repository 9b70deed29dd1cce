"""What a claim of any kind says, in one clause: for findings about the way of a statement from mouth to mouth."""

from __future__ import annotations

from claims.model import Kind
from reconcile.judge.case import Case
from reconcile.judge.figures import counted
from reconcile.judge.stances import statement_of
from reconcile.reading import Reading


def said_by(case: Case, reading: Reading) -> str:
    """Who said what."""
    if reading.claim.kind is Kind.RESPONSIBILITY:
        return statement_of(case, reading)
    if reading.claim.kind is Kind.CHARACTERIZATION:
        return f"{case.who(reading)} said “{reading.claim.frame}”"
    return f"{case.who(reading)} said {counted(reading)}"
