"""Accusations that the accused side did not answer. Silence contradicts nobody."""

from __future__ import annotations

from collections import defaultdict

from claims.model import Stance
from reconcile.acts import same_act
from reconcile.judge.case import Case, by_preference
from reconcile.judge.stances import standing_stances, statement_of
from reconcile.reading import Reading
from reconcile.result import About, Finding, Verdict
from reconcile.severity import factors_for


def unanswered(case: Case) -> list[Finding]:
    """Accusations that the accused side met with no comment, or to which the claims hold no answer from it."""
    edges: list[tuple[str, Reading, Reading]] = []
    alone: dict[str, list[Reading]] = defaultdict(list)
    for reading in case.once(standing_stances):
        if reading.claim.stance is not Stance.ACCUSES:
            continue
        for camp in sorted(case.reader.known_camps(reading.accused) - {reading.camp}):
            answers = [r for r in case.responsibility if r.camp == camp and same_act(reading.act, r.act)]
            if not answers:
                alone[camp].append(reading)
            elif all(r.claim.stance is Stance.NO_COMMENT for r in answers):
                edges.extend((camp, reading, r) for r in answers)
    found = [_no_comment(case, camp, a, b) for camp, a, b in case.disputes(edges)]
    return found + [_no_answer(case, camp, readings) for camp, readings in sorted(alone.items())]


def _no_comment(case: Case, camp: str, accusing: list[Reading], silent: list[Reading]) -> Finding:
    text = f"{statement_of(case, accusing[0])}; {statement_of(case, silent[0])}."
    return case.finding(
        "responsibility-no-comment",
        About.RESPONSIBILITY,
        Verdict.GAP,
        (accusing, silent),
        factors_for("unanswered", "gap"),
        text,
        subject=camp,
    )


def _no_answer(case: Case, camp: str, accusing: list[Reading]) -> Finding:
    accusing = sorted(accusing, key=by_preference)
    text = f"{statement_of(case, accusing[0])}; these claims hold no answer from {case.camp_name(camp)}."
    return case.finding(
        "responsibility-unanswered",
        About.RESPONSIBILITY,
        Verdict.GAP,
        (accusing,),
        factors_for("unanswered", "gap"),
        text,
        subject=camp,
    )
