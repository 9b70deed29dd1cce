"""What a person decided about a draft, one JSON object a line.

``{"decision": "accept", "claims": ["d66eb4b60b003"], "saw": {...}, "by": "ann", "at": "..."}`` where ``decision`` is
``accept``, ``drop``, ``edit`` (``set`` holds the columns that were changed), ``repeats`` (the first of two claims says
again what the second says), ``write`` (a claim that the person wrote from a sentence, all of it in ``set``), or
``undo``, which takes back the line whose id is ``of``. Keys that the decisions of a project have are the same here.

``saw`` is the draft as it was shown. With it a decision can be told when extraction reads the sentence otherwise, and
how often a rule was right can be counted without the draft.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError, model_validator

from claims.decision_lines import DecisionLine, Written, read_lines
from claims.taken_back import taken_back


class Ruling(StrEnum):
    """What was decided about a draft."""

    ACCEPT = "accept"
    EDIT = "edit"
    DROP = "drop"
    REPEATS = "repeats"
    WRITE = "write"
    UNDO = "undo"


class ReviewError(ValueError):
    """A file of decisions or of drafts that cannot be used; names file and line and says what to do."""


class Decision(DecisionLine):
    """One decision, by whom, when and why; ``at`` is free text that the person's tool wrote."""

    letter = "r"

    decision: Ruling
    claims: tuple[str, ...] = ()
    set: dict[str, Written] = Field(default_factory=dict)
    """The columns and what they say now; an empty text empties a column."""
    saw: dict[str, Any] = Field(default_factory=dict)
    of: str = ""
    by: str = ""
    at: str = ""
    why: str = ""

    @model_validator(mode="after")
    def _whole(self) -> Decision:
        needed = _CLAIMS.get(self.decision, 1)
        if len(self.claims) != needed and self.decision is not Ruling.UNDO:
            raise ValueError(f"{self.decision.value!r} needs {needed} claim{'s' * (needed > 1)}")
        if self.decision in (Ruling.EDIT, Ruling.WRITE) and not self.set:
            raise ValueError(f"{self.decision.value!r} needs 'set'")
        if self.decision is Ruling.UNDO and not self.of:
            raise ValueError("'undo' needs 'of'")
        return self

    @property
    def written_id(self) -> str:
        """The id of the claim that a ``write`` makes."""
        return "w" + self.id.removeprefix("r-")


_CLAIMS = {Ruling.REPEATS: 2}


def decisions_in(text: str, path: Path) -> list[Decision]:
    """Read the lines of a file of decisions. Raises ReviewError naming ``path``, the line and what is wrong."""

    def refused(line: int, error: Exception) -> ReviewError:
        return ReviewError(f"{path}, line {line}: not a decision ({_short(error)}); mend the line")

    return read_lines(text, Decision, refused)


def _short(error: Exception) -> str:
    if isinstance(error, ValidationError):
        return "; ".join(e["msg"].removeprefix("Value error, ") for e in error.errors(include_url=False))
    if isinstance(error, json.JSONDecodeError):
        return f"it is not JSON, {error.msg} at column {error.colno}"
    return str(error) or "nested too deeply"


def in_force(decisions: Sequence[Decision]) -> list[Decision]:
    """The decisions that no later line takes back, without the lines that do so, in the order of the file."""
    gone = taken_back([(d.id, d.of) for d in decisions])
    return [d for place, d in enumerate(decisions) if place not in gone and d.decision is not Ruling.UNDO]


def standing(decisions: Sequence[Decision]) -> dict[str, Decision]:
    """For each draft the decision that holds: the last one in force. Claims that were written are not in it."""
    return {d.claims[0]: d for d in in_force(decisions) if d.decision is not Ruling.WRITE}


def written(decisions: Sequence[Decision]) -> dict[str, list[Decision]]:
    """For each draft or sentence the claims that people wrote from it, each once."""
    found: dict[str, dict[str, Decision]] = {}
    for decision in in_force(decisions):
        if decision.decision is Ruling.WRITE:
            found.setdefault(decision.claims[0], {})[decision.id] = decision
    return {name: list(made.values()) for name, made in found.items()}
