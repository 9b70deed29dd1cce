"""Figures that cannot all be right although any two of them can: parts that outgrow their whole, or do not fill it.

The figures of an event are bounds on sums of cells (``reconcile.joint``); each smallest set that no numbers of people
satisfy is one finding. Pairs that clash by themselves are left to ``judge.counts``.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from reconcile.joint.cells import TooManyCells
from reconcile.joint.sets import Sets, Unfitting, unfitting_sets
from reconcile.joint.statements import Ledger, Scope, standing_statements
from reconcile.judge.case import Case
from reconcile.judge.figures import order_unknown, population_key, population_of, quantity_of
from reconcile.judge.scopes import scopes_of
from reconcile.judge.sets import leads, moved_on, of_one_side, set_finding
from reconcile.judge.standing import superseded
from reconcile.marks import marks_of
from reconcile.reading import Reading
from reconcile.result import Finding, Verdict


def accounting_disputes(case: Case) -> list[Finding]:
    """Smallest sets of figures of one event that cannot all hold."""
    gone = case.once(superseded)
    standing = [r for r in case.figures if r.key not in gone]
    if not _may_clash(standing):
        return []
    scopes = scopes_of(standing, case.spread)
    search = _search(case, standing, scopes)
    case.unsearched |= not search.complete
    entered = {r.key: (r, scope) for r, scope in zip(standing, scopes, strict=True)}
    sets = [one for one in search.sets if not (_left_to_others(one) or moved_on(one))]
    found = [set_finding(case, "accounting-set", one, entered, _verdict(case, one)) for one in sets]
    return case.most_severe([f for f in found if f is not None])


def _search(case: Case, standing: Sequence[Reading], scopes: Sequence[Scope]) -> Sets:
    """All sets; where the groups overlap too freely, those of the groups that no trade or unknown word narrows."""
    plain = [n for n, r in enumerate(standing) if not _narrowed(case, r)]
    for some, complete in ((range(len(standing)), True), (plain, False)):
        ledger = Ledger(case.reader)
        standing_statements(ledger, [standing[n] for n in some], [scopes[n] for n in some])
        try:
            search = unfitting_sets(ledger.accounts())
        except TooManyCells:
            continue
        return Sets(search.sets, search.complete and complete)
    return Sets([], False)


def _narrowed(case: Case, reading: Reading) -> bool:
    return bool(population_of(reading).people.traits or marks_of(reading, case.reader))


def _may_clash(standing: Sequence[Reading]) -> bool:
    """Whether there can be a conflict of more than two bounds: three populations, and one figure that caps."""
    if all(quantity_of(r).outer.high is None for r in standing):
        return False
    counted = {(population_key(population_of(r)), r.place, r.window) for r in standing}
    mixed = len({population_of(r).total for r in standing}) > 1
    return mixed or len(counted) > 2 or any(population_of(r).people.mostly for r in standing)


def _left_to_others(one: Unfitting) -> bool:
    """Two plain figures that clash by themselves (judge.counts), and totals against events (judge.totals)."""
    totals = {population_of(lead).total for lead in leads(one)}
    if None in totals and len(totals) > 1:
        return True
    return len(one.bounds) == 2 and len(totals) == 1 and not one.of_most


def _verdict(case: Case, one: Unfitting) -> Verdict:
    """A tension within one side at different times, which may be an update, and where one event is in doubt."""
    first = leads(one)
    pairs = list(combinations(first, 2))
    verdict = Verdict.CONTRADICTION
    if of_one_side(first) and any(not order_unknown(a, b) for a, b in pairs):
        verdict = Verdict.TENSION
    for a, b in pairs:
        verdict = case.as_firm_as_the_event(verdict, a, b)
    return verdict
