"""The file of decisions beside a file of drafts: ``drafts.review.jsonl`` for ``drafts.jsonl``. It is the truth.

Two such files of two people can be put together with ``cat``: for a draft that both decided, the later line holds.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from claims.line_log import LineLog
from claims.review.decisions import Decision, ReviewError, decisions_in

SUFFIX = ".review.jsonl"


class ReviewLog(LineLog[Decision]):
    """The decisions about the drafts of one file."""

    problem = ReviewError

    def lines_in(self, text: str) -> list[Decision]:
        """The decisions of a text. Raises ReviewError."""
        return decisions_in(text, self.path)

    def said(self, line: Decision) -> dict[str, Any]:
        """A decision without what it leaves open."""
        return line.model_dump(mode="json", exclude_defaults=True)


def log_of(drafts: str | Path) -> ReviewLog:
    """The decisions beside a file of drafts; the file need not be there."""
    path = Path(drafts)
    return ReviewLog(path.with_name(path.stem + SUFFIX))


def decisions_beside(drafts: str | Path) -> list[Decision] | None:
    """What was decided about the drafts of a file, None where nobody has; raises ReviewError."""
    log = log_of(drafts)
    return list(log.read().decisions) if log.path.is_file() else None
