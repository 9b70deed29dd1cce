"""What a person decided about a draft, one JSON object a line.

``{"decision": "accept", "claims": ["d66eb4b60b003"], "saw": {...}, "by": "ann", "at": "..."}`` where ``decision`` is
``accept``, ``drop``, ``edit`` (``set`` holds the columns that were changed), ``repeats`` (the first of two claims says
again what the second says), ``write`` (a claim that the person wrote from a sentence, all of it in ``set``), or
``undo``, which takes back the line whose id is ``of``. Keys that the decisions of a project have are the same here.

``saw`` is the draft as it was shown. With it a decision can be told when extraction reads the sentence otherwise, and
how often a rule was right can be counted without the draft.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError, model_validator

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


def _as_text(value: Any) -> Any:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


class Decision(BaseModel):
    """One decision, by whom, when and why; ``at`` is free text that the person's tool wrote."""

    model_config = ConfigDict(extra="allow", frozen=True)

    decision: Ruling
    claims: tuple[str, ...] = ()
    set: dict[str, Annotated[str, BeforeValidator(_as_text)]] = {}
    """The columns and what they say now; an empty text empties a column."""
    saw: dict[str, Any] = {}
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

    @cached_property
    def id(self) -> str:
        """An id made from what the line says, whatever the order of its keys."""
        said = json.dumps(self.model_dump(mode="json", exclude_defaults=True), sort_keys=True, ensure_ascii=True)
        return "r-" + hashlib.blake2b(said.encode(), digest_size=6).hexdigest()

    @property
    def written_id(self) -> str:
        """The id of the claim that a ``write`` makes."""
        return "w" + self.id.removeprefix("r-")


_CLAIMS = {Ruling.REPEATS: 2}


def decisions_in(text: str, path: Path) -> list[Decision]:
    """Read the lines of a file of decisions. Raises ReviewError naming ``path``, the line and what is wrong."""
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                found.append(Decision.model_validate(json.loads(line)))
                _ = found[-1].id  # there is none for what is nested too deeply to be written
            except (ValueError, RecursionError) as error:
                raise ReviewError(f"{path}, line {number}: not a decision ({_short(error)}); mend the line") from None
    return found


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
