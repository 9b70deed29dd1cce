"""The rules: small functions from one event to what they find in it, never an exception for odd data."""

from __future__ import annotations

from reconcile.judge.accounting import accounting_disputes
from reconcile.judge.agreement import all_deny, conceded
from reconcile.judge.attribution import attribution_lost
from reconcile.judge.case import Case
from reconcile.judge.characterization import opposed_frames
from reconcile.judge.circular import circular_sourcing
from reconcile.judge.counts import count_disputes
from reconcile.judge.drift import drift
from reconcile.judge.gaps import silent_about_own_losses, single_origin
from reconcile.judge.responsibility import responsibility_disputes
from reconcile.judge.retractions import responsibility_turns
from reconcile.judge.revisions import revisions
from reconcile.judge.silence import unanswered
from reconcile.judge.sourcing import corroborations, repetitions
from reconcile.judge.status import status_disputes
from reconcile.result import Finding

RULES = (
    count_disputes,
    accounting_disputes,
    revisions,
    status_disputes,
    responsibility_disputes,
    responsibility_turns,
    conceded,
    unanswered,
    all_deny,
    opposed_frames,
    corroborations,
    repetitions,
    drift,
    attribution_lost,
    circular_sourcing,
    silent_about_own_losses,
    single_origin,
)


def judge(case: Case) -> list[Finding]:
    """Everything the rules find in one event, most severe first."""
    found = [finding for rule in RULES for finding in rule(case)]
    return sorted(found, key=lambda f: (-f.severity, f.rule, f.claims))
