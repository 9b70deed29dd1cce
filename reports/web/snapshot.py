"""A project as it stood at one moment: the judged result with everything that a page looks up in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from claims.model import Claim
from reconcile.decisions import Decision, Ruling, in_force
from reconcile.engine import Judged
from reconcile.reading import Reading
from reconcile.result import Event, Finding, ReadClaim
from reports.view import View
from reports.web.keys import by_key

COLUMNS = tuple(name for name in Claim.model_fields if name != "id")
"""The columns of a claim that a person may correct."""
QUESTIONS = {
    "event": (Ruling.SAME, Ruling.DIFFERENT, Ruling.UNSURE),
    "conflict": (Ruling.A_CONTRADICTION, Ruling.NOT_A_CONTRADICTION),
}
"""What is ruled on, and the rulings that answer it: a later one about the same claims replaces an earlier one."""


class NotThere(LookupError):
    """An id that the result does not have (any more)."""


@dataclass(frozen=True, eq=False)
class Snapshot:
    """One judged result; never changed, and equal to itself only."""

    judged: Judged
    decisions: tuple[Decision, ...]
    torn: bytes = b""
    """The cut-off last line of the decisions file, which is not among the decisions."""

    @cached_property
    def view(self) -> View:
        return View(self.judged.result)

    @cached_property
    def readings(self) -> dict[str, Reading]:
        return {r.id: r for case in self.judged.cases.values() for r in case.readings}

    @cached_property
    def findings_of_claim(self) -> dict[str, list[Finding]]:
        """The findings that name each claim or take it for an echo, in order."""
        found: dict[str, list[Finding]] = {}
        for finding in self.view.findings:
            for name in dict.fromkeys((*finding.claims, *(e for echoes in finding.echoes.values() for e in echoes))):
                found.setdefault(name, []).append(finding)
        return found

    @cached_property
    def _claim_keys(self) -> dict[str, str]:
        return by_key(self.view.claim)

    @cached_property
    def _event_keys(self) -> dict[str, str]:
        return by_key(self.view.event)

    @cached_property
    def _finding_keys(self) -> dict[str, str]:
        return by_key(self.view.finding)

    def claim(self, key: str) -> ReadClaim:
        """The claim of a key; raises NotThere."""
        return self.view.claim[_named(self._claim_keys, key, "claim")]

    def event(self, key: str) -> Event:
        """The event of a key; raises NotThere."""
        return self.view.event[_named(self._event_keys, key, "event")]

    def finding(self, key: str) -> Finding:
        """The finding of a key; raises NotThere."""
        return self.view.finding[_named(self._finding_keys, key, "finding")]

    def columns(self, claim: str) -> dict[str, str]:
        """What each column of a claim says, with the edits in force; empty where it says nothing."""
        said = self.readings[claim].claim.model_dump(mode="json")
        return {name: "" if said[name] is None else str(said[name]) for name in COLUMNS}

    @cached_property
    def standing(self) -> list[Decision]:
        """The decisions in force."""
        return in_force(self.decisions)

    def last_disposition(self, claims: Sequence[str]) -> Decision | None:
        """What was last decided to do about the finding of exactly these claims."""
        return self._last(claims, (Ruling.DISPOSITION,))

    def last_ruling(self, claims: Sequence[str], ruling: Ruling) -> Decision | None:
        """What was last ruled on exactly these claims, on the question that ``ruling`` answers."""
        return self._last(claims, QUESTIONS[question_of(ruling)])

    def _last(self, claims: Sequence[str], rulings: Sequence[Ruling]) -> Decision | None:
        wanted = frozenset(claims)
        fitting = (d for d in reversed(self.standing) if d.decision in rulings and frozenset(d.claims) == wanted)
        return next(fitting, None)


def question_of(ruling: Ruling) -> str:
    """The question that a ruling answers."""
    return next(question for question, answers in QUESTIONS.items() if ruling in answers)


def _named(keys: dict[str, str], key: str, what: str) -> str:
    if key not in keys:
        raise NotThere(f"there is no {what} {key!r} in these claims, or not any more")
    return keys[key]
