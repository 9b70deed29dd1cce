"""What a person decided, one JSON object a line, replayed on every run and never overruled by a score.

``{"decision": "same", "claims": ["a", "b"], "by": "...", "at": "2025-10-15", "why": "..."}`` where ``decision`` is
``same`` or ``different`` (event), ``unsure`` (looked at, left to the evidence), ``not a contradiction``, or
``a contradiction``, which takes the last one back. A later line about the same two claims replaces an earlier one.

Three more speak of other things: ``edit`` corrects columns of one claim (``set``, with what they ``was``),
``disposition`` says what a desk does about the finding that its claims make, and ``undo`` takes back the line whose id
is ``of``. A line's id is made from what it says, so a file written by hand needs none.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import Field, ValidationError, model_validator

from claims.decision_lines import DecisionLine, Written, read_lines
from claims.taken_back import taken_back as lines_taken_back

if TYPE_CHECKING:
    from reconcile.reading import Reading


class Ruling(StrEnum):
    """What was decided about a set of claims."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    NOT_A_CONTRADICTION = "not a contradiction"
    A_CONTRADICTION = "a contradiction"
    EDIT = "edit"
    DISPOSITION = "disposition"
    UNDO = "undo"


class Disposition(StrEnum):
    """What a desk does about a finding: the ways of Every Casualty's Standards (p. 25), and its end."""

    PRIORITISE = "prioritise a source"
    RANGE = "publish a range"
    UNCONFIRMED = "unconfirmed"
    PENDING = "pending"
    ASKED = "asked the source"
    RESOLVED = "resolved by new evidence"


class Decision(DecisionLine):
    """One decision, by whom, when and why; ``at`` is free text that the person's tool wrote."""

    letter = "d"

    decision: Ruling
    claims: tuple[Written, ...] = ()
    by: str = ""
    at: str = ""
    why: str = ""
    set: dict[str, Written] = Field(default_factory=dict)
    """For an edit: the columns and what they say now; an empty text empties a column."""
    was: dict[str, Written] = Field(default_factory=dict)
    """For an edit: what the columns said when it was made."""
    disposition: Disposition | None = None
    prefer: Written = ""
    """For ``prioritise a source``: the claim whose source is followed."""
    of: str = ""
    """For an undo: the id of the line that is taken back."""

    @model_validator(mode="after")
    def _whole(self) -> Decision:
        least, most = _CLAIMS.get(self.decision, (2, _MOST_CLAIMS))
        if len(self.claims) < least or (most is not None and len(self.claims) > most):
            some = f"at least {least}" if most is None else str(least) if least == most else f"{least} to {most}"
            raise ValueError(f"{self.decision.value!r} needs {some} claim{'' if some == '1' else 's'}")
        for needed, ruling in (("set", Ruling.EDIT), ("disposition", Ruling.DISPOSITION), ("of", Ruling.UNDO)):
            if self.decision is ruling and not getattr(self, needed):
                raise ValueError(f"{ruling.value!r} needs {needed!r}")
        return self


_MOST_CLAIMS = 1000
"""In one ruling, which is about every pair of its claims: half a million of them."""
_CLAIMS: dict[Ruling, tuple[int, int | None]] = {
    Ruling.EDIT: (1, 1),
    Ruling.DISPOSITION: (1, None),
    Ruling.UNDO: (0, None),
}


class DecisionError(ValueError):
    """A line of a decisions file that cannot be read; names file and line."""


def load_decisions(path: Path) -> list[Decision]:
    """Read a decisions file. Raises DecisionError naming the file, the line and what is wrong with it."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise DecisionError(f"{path}: cannot be read ({error})") from None
    return decisions_in(text, path)


def decisions_in(text: str, path: Path) -> list[Decision]:
    """Read the lines of a decisions file; ``path`` is named in a DecisionError."""

    def refused(line: int, error: Exception) -> DecisionError:
        return DecisionError(f"{path}, line {line}: not a decision ({_short(error)})")

    return read_lines(text, Decision, refused)


_LIKE = '{"decision": "same", "claims": ["1", "2"], "by": "ed"}'


def _short(error: Exception) -> str:
    if isinstance(error, ValidationError):
        return refusals(error)
    if isinstance(error, json.JSONDecodeError):
        return f"it is not JSON, {error.msg} at column {error.colno}; write it like {_LIKE}"
    return str(error)


def refusals(error: ValidationError) -> str:
    """What is wrong with each field, without the words that pydantic puts before a reason of ours."""
    found = ((".".join(map(str, e["loc"])), e["msg"].removeprefix("Value error, ")) for e in error.errors())
    return "; ".join(f"{place}: {reason}" if place else reason for place, reason in found)


def taken_back(decisions: Sequence[Decision]) -> dict[int, str]:
    """For the place of each line that is not in effect, the last first: the id of the later line that takes it back."""
    return lines_taken_back([(d.id, d.of if d.decision is Ruling.UNDO else "") for d in decisions])


def in_force(decisions: Sequence[Decision]) -> list[Decision]:
    """The decisions that no later line takes back, without the lines that do so."""
    gone = taken_back(decisions)
    return [d for place, d in enumerate(decisions) if place not in gone and d.decision is not Ruling.UNDO]


class Rulings:
    """The decisions in force, by pair of claims."""

    def __init__(self, decisions: Sequence[Decision]) -> None:
        standing = in_force(decisions)
        self.count = len(standing)
        self.edits = [d for d in standing if d.decision is Ruling.EDIT]
        self.dispositions = [d for d in standing if d.decision is Ruling.DISPOSITION]
        self._event: dict[frozenset[str], Ruling] = {}
        self._conflict: dict[frozenset[str], Ruling] = {}
        for decision in standing:
            if decision.decision in _CLAIMS:
                continue
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
        """Every claim id that a decision about two claims speaks of."""
        return {name for pair in (*self._event, *self._conflict) for name in pair}

    def spoken_of(self) -> set[str]:
        """Every claim id that any decision speaks of."""
        return self.names() | {name for d in (*self.edits, *self.dispositions) for name in d.claims}


def _pairs(claims: Sequence[str]) -> list[frozenset[str]]:
    ordered = sorted(set(claims))
    return [frozenset((one, two)) for n, one in enumerate(ordered) for two in ordered[n + 1 :]]
