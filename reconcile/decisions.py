"""What a person decided, one JSON object a line, replayed on every run and never overruled by a score.

``{"decision": "same", "claims": ["a", "b"], "by": "...", "at": "2025-10-15", "why": "..."}`` where ``decision`` is
``same`` or ``different`` (event), ``unsure`` (looked at, left to the evidence), ``not a contradiction``, or
``a contradiction``, which takes the last one back. A later line about the same two claims replaces an earlier one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

if TYPE_CHECKING:
    from reconcile.reading import Reading


class Ruling(StrEnum):
    """What was decided about a set of claims."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    NOT_A_CONTRADICTION = "not a contradiction"
    A_CONTRADICTION = "a contradiction"


def _as_text(value: Any) -> Any:
    """Ids such as 12 may be written as numbers."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


class Decision(BaseModel):
    """One decision, by whom, when and why; ``at`` is free text that the person's tool wrote."""

    model_config = ConfigDict(extra="allow", frozen=True)

    decision: Ruling
    claims: tuple[Annotated[str, BeforeValidator(_as_text)], ...] = Field(min_length=2)
    by: str = ""
    at: str = ""
    why: str = ""


class DecisionError(ValueError):
    """A line of a decisions file that cannot be read; names file and line."""


def load_decisions(path: Path) -> list[Decision]:
    """Read a decisions file. Raises DecisionError naming the file, the line and what is wrong with it."""
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise DecisionError(f"{path}: cannot be read ({error})") from None
    found = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                found.append(Decision.model_validate(json.loads(line)))
            except (ValueError, ValidationError, RecursionError) as error:
                raise DecisionError(f"{path}, line {number}: not a decision ({_short(error)})") from None
    return found


def _short(error: Exception) -> str:
    if isinstance(error, ValidationError):
        return "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors(include_url=False))
    return str(error)


class Rulings:
    """The decisions in force, by pair of claims."""

    def __init__(self, decisions: Sequence[Decision]) -> None:
        self.count = len(decisions)
        self._event: dict[frozenset[str], Ruling] = {}
        self._conflict: dict[frozenset[str], Ruling] = {}
        for decision in decisions:
            for pair in _pairs(decision.claims):
                if decision.decision in (Ruling.NOT_A_CONTRADICTION, Ruling.A_CONTRADICTION):
                    self._conflict[pair] = decision.decision
                else:
                    self._event[pair] = decision.decision

    def same(self) -> list[frozenset[str]]:
        """Pairs that a person put into one event."""
        return [pair for pair, ruling in self._event.items() if ruling is Ruling.SAME]

    def different(self) -> set[frozenset[str]]:
        """Pairs that a person kept apart."""
        return {pair for pair, ruling in self._event.items() if ruling is Ruling.DIFFERENT}

    def dismissed(self, ones: Iterable[Reading], twos: Iterable[Reading]) -> bool:
        """Whether a person decided that a claim of the first slot and one of the second do not contradict."""
        if not self._conflict:
            return False
        theirs = {r.id for r in twos}
        pairs = (frozenset((one.id, other)) for one in ones for other in theirs)
        return any(self._conflict.get(pair) is Ruling.NOT_A_CONTRADICTION for pair in pairs)

    def names(self) -> set[str]:
        """Every claim id that a decision speaks of."""
        return {name for pair in (*self._event, *self._conflict) for name in pair}


def _pairs(claims: Sequence[str]) -> list[frozenset[str]]:
    ordered = sorted(set(claims))
    return [frozenset((one, two)) for n, one in enumerate(ordered) for two in ordered[n + 1 :]]
