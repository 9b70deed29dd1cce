"""Which lines of the decisions are in effect: a line that is taken back is not, and a taking back can be taken back."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.decisions import Decision, Ruling


def effective(decisions: Sequence[Decision]) -> set[str]:
    """The ids of all lines in effect, those that take others back among them (see ``reconcile.decisions.in_force``)."""
    return {d.id for d in decisions} - set(taken_back_by(decisions))


def taken_back_by(decisions: Sequence[Decision]) -> dict[str, str]:
    """For each line that is not in effect the id of the line that took it back.

    Lines that say the same have one id: it is in effect while one of them is.
    """
    pending: dict[str, str] = {}
    found: dict[str, str] = {}
    standing: set[str] = set()
    for decision in reversed(decisions):
        if decision.id in pending:
            found.setdefault(decision.id, pending.pop(decision.id))
            continue
        standing.add(decision.id)
        if decision.decision is Ruling.UNDO:
            pending[decision.of] = decision.id
    return {name: by for name, by in found.items() if name not in standing}
