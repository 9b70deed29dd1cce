"""The decisions of a project on disk: read as they are now, and added to one line at a time."""

from __future__ import annotations

from typing import Any

from claims.line_log import LineLog, Logged
from reconcile.decisions import Decision, DecisionError, decisions_in

Decisions = tuple[Decision, ...]

__all__ = ["DecisionLog", "Decisions", "Logged"]


class DecisionLog(LineLog[Decision]):
    """The file ``decisions.jsonl`` of a project; it need not be there."""

    problem = DecisionError

    def lines_in(self, text: str) -> list[Decision]:
        """The decisions of a text. Raises DecisionError."""
        return decisions_in(text, self.path)

    def said(self, line: Decision) -> dict[str, Any]:
        """A decision without what it leaves open."""
        return line.model_dump(mode="json", exclude_defaults=True)
