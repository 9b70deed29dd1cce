"""The drafts of one file on a person's desk: what they are now, and each decision put on the disk at once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from claims.read.result import Rejected
from claims.review.applying import reviewed
from claims.review.checking import checked
from claims.review.decisions import Decision, ReviewError, Ruling, in_force, written
from claims.review.drafts_file import read_drafts
from claims.review.log import log_of
from claims.review.rows import Row, changed, differences, of_the_sentence, proposed

_NOT_SAID = frozenset({"status", "same_as"})


class Desk:
    """Drafts and the decisions about them. ``now`` gives the time that a decision is written with, as text."""

    def __init__(self, path: str | Path, by: str = "", now: Callable[[], str] = lambda: "") -> None:
        self.path, self.by, self.now = Path(path), by, now
        self.log = log_of(path)
        self.waiting: list[Decision] | None = None
        self.drafts = read_drafts(path)
        logged = self.log.read()
        self.torn = bool(logged.torn)
        """Whether the file of decisions ended in the middle of a line."""
        self._use(logged.decisions)

    def _use(self, decisions: Sequence[Decision]) -> None:
        self.decisions = list(decisions)
        self.rows, self.elsewhere = reviewed(self.drafts, self.decisions)
        self.row = {str(row["id"]): row for row in self.rows}
        made = self._made()
        self.done = {name for name, row in self.row.items() if self._is_done(row, made)}

    @staticmethod
    def _is_done(row: Row, made: Collection[str]) -> bool:
        """Whether a draft is decided, or a claim was written from a sentence to look at."""
        looked = row.get("kind") == "look_here" and row["id"] in made
        return looked or row.get("status", "draft") != "draft"

    def _made(self) -> dict[str, list[Decision]]:
        return written(self.decisions)

    def accept(self, name: str) -> list[Rejected]:
        """Accept a draft as it stands, with edits made before; what keeps it from being a claim, if anything does."""
        row = self._standing(name)
        return self._decide(name, differences(row, proposed(row, True)))

    def edit(self, name: str, columns: Mapping[str, str]) -> list[Rejected]:
        """Set columns of a draft and accept it; what keeps the edited draft from being a claim, if anything does."""
        row = changed(self._standing(name), columns)
        return self._decide(name, differences(row, proposed(row, True)))

    def _decide(self, name: str, columns: Mapping[str, str]) -> list[Rejected]:
        before = proposed(self._standing(name), True)
        refused = checked(changed(before, columns), str(self.path))
        if isinstance(refused, list):
            return refused
        self._add(Ruling.EDIT if columns else Ruling.ACCEPT, name, columns)
        return []

    def drop(self, name: str, why: str = "") -> None:
        """Drop a draft, or a sentence from which there is nothing to take."""
        self._add(Ruling.DROP, name, why=why)

    def repeats(self, name: str, other: str) -> None:
        """Link a draft to one that says the same. Raises ReviewError where the other is none, or was dropped."""
        target = self.row.get(other)
        if target is None or target.get("kind") == "look_here" or other == name:
            raise ReviewError(f"{other!r} is no other draft of this file; name its id")
        if target.get("status") == "dropped" and not target.get("same_as"):
            raise ReviewError(f"{other!r} was dropped; accept it first, or name another")
        if self._leads_to(other, name):
            raise ReviewError(f"{other!r} itself repeats {name!r}; name another")
        self._add(Ruling.REPEATS, name, other=other)

    def _leads_to(self, name: str, other: str) -> bool:
        return self.row.get(name, {}).get("same_as") == other

    def write(self, name: str, columns: Mapping[str, str]) -> list[Rejected]:
        """Write a claim from the sentence of a draft; what keeps it from being a claim, if anything does."""
        refused = checked(self.sketch(name, columns), str(self.path))
        if isinstance(refused, list):
            return refused
        self._add(Ruling.WRITE, name, columns)
        return []

    def has_written(self, name: str, columns: Mapping[str, str]) -> bool:
        """Whether a claim of just these columns was written from a sentence before."""
        return any(made.set == columns for made in self._made().get(name, ()))

    def sketch(self, name: str, columns: Mapping[str, str]) -> Row:
        """A claim in the making from the sentence of a draft."""
        return changed({**of_the_sentence(proposed(self.row[name], True)), "id": "new"}, columns)

    def undo(self) -> Decision | None:
        """Take back the last decision that stands; None where there is none."""
        found: list[Decision] = []

        def make(decisions: Sequence[Decision]) -> Decision:
            found[:] = in_force(decisions)[-1:]
            if not found:
                raise _NothingToUndo
            return Decision(decision=Ruling.UNDO, of=found[0].id, by=self.by, at=self.now())

        try:
            self.log.append(make)
        except _NothingToUndo:
            return None
        self._use(self.log.read().decisions)
        return found[0]

    def reset(self, name: str) -> None:
        """Take back what stands about a draft, so that it is undecided."""
        for decision in reversed(in_force(self.decisions)):
            if decision.decision is not Ruling.WRITE and decision.claims[0] == name:
                self._put(Decision(decision=Ruling.UNDO, of=decision.id, by=self.by, at=self.now()))

    @contextmanager
    def together(self) -> Iterator[None]:
        """Write what is decided inside at once at the end, all or nothing; the drafts stay as they were until then."""
        self.waiting = []
        try:
            yield
            waiting = self.waiting
        finally:
            self.waiting = None
        if waiting:
            self.log.extend(lambda _: waiting)
            self._use(self.log.read().decisions)

    def _standing(self, name: str) -> Row:
        """A draft as it is shown, without the link to what it repeats."""
        row = self.row[name]
        return proposed(row, True) if row.get("same_as") else row

    def _add(
        self,
        ruling: Ruling,
        name: str,
        columns: Mapping[str, str] | None = None,
        *,
        other: str = "",
        why: str = "",
    ) -> None:
        seen = proposed(self.row[name], True)
        made = Decision(
            decision=ruling,
            claims=(name, other) if other else (name,),
            set=dict(columns or {}),
            saw={key: value for key, value in seen.items() if key not in _NOT_SAID},
            by=self.by,
            at=self.now(),
            why=why,
        )
        self._put(made)

    def _put(self, made: Decision) -> None:
        if self.waiting is not None:
            self.waiting.append(made)
            return
        self.log.append(lambda _: made)
        self._use(self.log.read().decisions)


class _NothingToUndo(Exception):
    """There is no decision to take back."""
