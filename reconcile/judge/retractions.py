"""Where a voice took back what it said about who did it: it acknowledges what it denied, or withdraws its claim."""

from __future__ import annotations

from claims.model import Stance
from reconcile.judge.case import Case
from reconcile.judge.stances import OWN, Turn, statement_of, turns
from reconcile.reading import Reading
from reconcile.remarks import withdrawal
from reconcile.result import About, Finding, Verdict
from reconcile.severity import factors_for


def responsibility_turns(case: Case) -> list[Finding]:
    """Statements about responsibility that the same voice later turned round or withdrew."""
    return [_retraction(case, turn) for turn in case.once(turns)]


def _retraction(case: Case, turn: Turn) -> Finding:
    slots = (list(turn.early), [turn.late]) if turn.early else ([turn.late],)
    factors = factors_for("self_contradiction", "revision_down")
    about, verdict = About.RESPONSIBILITY, Verdict.REVISION
    return case.finding("responsibility-retracted", about, verdict, slots, factors, _sentence(case, turn))


def _sentence(case: Case, turn: Turn) -> str:
    said = statement_of(case, turn.late)
    if not turn.early:
        return f"{said}; the words of the claim say that the statement was withdrawn."
    before = turn.early[0]
    first = statement_of(case, before)
    if withdrawal(turn.late.claim) is None:
        return f"{first}; later {said}."
    if turn.late.claim.stance is before.claim.stance:
        return f"{first}; later withdrew {_what(before)}."
    return f"{first}; later withdrew {_what(before)}: {said}."


def _what(before: Reading) -> str:
    if before.claim.stance in OWN:
        return "its claim of responsibility" if before.claim.stance is Stance.CLAIMS else "its acknowledgement"
    return "its accusation" if before.claim.stance is Stance.ACCUSES else "its statement"
