"""What a page is about: the files of one project, and how they are judged."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reconcile.decisions import Decision
from reconcile.engine import Judged


class Unreadable(Exception):
    """The project's files cannot be read at all, in one plain sentence."""


@dataclass(frozen=True)
class Project:
    """The files of one project on disk."""

    paths: tuple[Path, ...]
    """Claim files, folders of them, and what lies beside them: whatever the result depends on but the decisions."""
    folder: Path
    """Documents outside it are never shown."""
    decisions: Path
    """Where decisions are added; the file need not be there yet."""
    judge: Callable[[Sequence[Decision]], Judged]
    """Read the claims as they are now and judge them under these decisions. Raises Unreadable."""
