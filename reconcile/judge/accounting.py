"""Figures that cannot all be right although any two of them can: parts that outgrow their whole, or do not fill it.

The figures of an event are bounds on sums of cells (``reconcile.joint``); each smallest set that no numbers of people
satisfy is one finding. Pairs that clash by themselves are left to ``judge.counts``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from claims.policy import load_policy, policy_names
from reconcile.joint.cells import TooManyCells
from reconcile.joint.sets import Unfitting, unfitting_sets
from reconcile.joint.simplex import Bound, Proof
from reconcile.joint.statements import Ledger, Scope, standing_statements
from reconcile.joint.whole import OutOfBranches, conflict
from reconcile.judge.case import Case
from reconcile.judge.figures import counted, later, order_unknown, population_key, population_of, quantity_of, superseded
from reconcile.judge.scopes import scopes_of
from reconcile.reading import Reading
from reconcile.result import About, Factors, Finding, Verdict
from reconcile.severity import directness_of, firmness_of, magnitude_of, share_beyond

Slots = tuple[tuple[Reading, ...], ...]


def accounting_disputes(case: Case) -> list[Finding]:
    """Smallest sets of figures of one event that cannot all hold."""
    gone = superseded(case.figures)
    standing = [r for r in case.figures if r.key not in gone]
    if not _worth_searching(standing):
        return []
    scopes = scopes_of(standing, case.spread)
    ledger = Ledger(case.reader)
    standing_statements(ledger, standing, scopes)
    try:
        accounts = ledger.accounts()
    except TooManyCells:
        case.unsearched = True
        return []
    search = unfitting_sets(accounts)
    case.unsearched = not search.complete
    found = [_finding(case, one, dict(zip((r.key for r in standing), scopes, strict=True))) for one in search.sets]
    return case.most_severe([f for f in found if f is not None])


def _worth_searching(standing: Sequence[Reading]) -> bool:
    """Whether there can be a conflict of more than two bounds: three populations, and one figure that caps."""
    if all(quantity_of(r).outer.high is None for r in standing):
        return False
    populations = {population_key(population_of(r)) for r in standing}
    return len(populations) > 2 or any(population_of(r).people.mostly for r in standing)


def _finding(case: Case, one: Unfitting, scopes: dict[tuple[str, int], Scope]) -> Finding | None:
    if _left_to_pairs(one) or _later_account(one.slots):
        return None
    slots = [_led_by_preference(slot) for slot in one.slots]
    first = [slot[0] for slot in slots]
    if any(case.rulings.dismissed(a, b) for a, b in combinations(slots, 2)):
        case.set_aside += 1
        return None
    verdict = _verdict(case, first)
    subject = " ".join(f"{bound.low}{bound.value}" for share in one.said for bound in sorted(share))
    return case.finding(
        "accounting-set",
        About.ACCOUNTING,
        verdict,
        slots,
        _factors(case, one, first, verdict),
        _sentence(case, one, first),
        subject=subject,
        gap=one.proof.excess if one.proof and not _mostly(one) else None,
        policies=[name for name in policy_names() if _holds_under(case, first, scopes, name)],
        notes=_notes(case, first, scopes),
    )


def _left_to_pairs(one: Unfitting) -> bool:
    """Two plain figures that clash by themselves."""
    bounds = frozenset[Bound]().union(*one.said)
    return len(bounds) == 2 and not _mostly(one)


def _mostly(one: Unfitting) -> bool:
    """Whether a word such as "mostly" takes part, whose bound counts no people."""
    return any(b.low and b.value == 1 and _says_mostly(slot[0]) for slot, share in _shares(one) for b in share)


def _says_mostly(reading: Reading) -> bool:
    return bool(population_of(reading).people.mostly)


def _shares(one: Unfitting) -> Iterator[tuple[tuple[Reading, ...], frozenset[Bound]]]:
    return zip(one.slots, one.said, strict=True)


def _later_account(slots: Slots) -> bool:
    """Whether one voice alone says all of it and said some of it later: it moved on, and accuses nobody."""
    first = [slot[0] for slot in slots]
    if len({r.voice for r in first}) > 1:
        return False
    return any(later(a, b) for a in first for b in first)


def _led_by_preference(slot: Sequence[Reading]) -> list[Reading]:
    from reconcile.judge.case import by_preference

    return sorted(slot, key=by_preference)


def _verdict(case: Case, first: Sequence[Reading]) -> Verdict:
    verdict = Verdict.CONTRADICTION
    if _one_side(first) and any(order_unknown(a, b) is False for a, b in combinations(first, 2)):
        verdict = Verdict.TENSION
    for a, b in combinations(first, 2):
        verdict = case.as_firm_as_the_event(verdict, a, b)
    return verdict


def _one_side(first: Sequence[Reading]) -> bool:
    return len({r.camp for r in first}) == 1 and first[0].camp is not None


def _factors(case: Case, one: Unfitting, first: Sequence[Reading], verdict: Verdict) -> Factors:
    bounds = frozenset[Bound]().union(*one.said)
    return Factors(
        magnitude=_magnitude(one.proof),
        directness=round(directness_of("part_of_whole") * directness_of("each_further_bound") ** (len(bounds) - 2), 4),
        independence=max((case.independence(a, b) for a, b in combinations(first, 2)), default=0.6),
        firmness=firmness_of(verdict.value),
    )


def _magnitude(proof: Proof | None) -> float:
    """The share of what the figures need that they leave no room for."""
    if proof is None:
        return magnitude_of("whole_numbers_only")
    needed = sum(n * b.value for b, n in proof.weights.items() if b.low)
    return share_beyond(needed, needed - proof.excess)


def _sentence(case: Case, one: Unfitting, first: Sequence[Reading]) -> str:
    said = "; ".join(f"{case.who(r)} said {counted(r)}" for r in first)
    if one.proof is None:
        return f"{said}. No whole numbers of people satisfy all of these."
    if _mostly(one):
        return f"{said}. If most of them were as described, the other figures leave no room for all of the rest."
    needed = _sum([(n, b.value) for b, n in sorted(one.proof.weights.items()) if b.low])
    room = _sum([(n, b.value) for b, n in sorted(one.proof.weights.items()) if not b.low])
    return f"{said}. Together that is at least {needed}, and there is room for at most {room}."


def _sum(terms: Sequence[tuple[int, int]]) -> str:
    """``23 + 201 = 224``; a single term stands alone."""
    words = [str(value) if times == 1 else f"{times} × {value}" for times, value in terms if value]
    total = sum(times * value for times, value in terms)
    return f"{' + '.join(words)} = {total}" if len(words) > 1 else str(total)


def _holds_under(case: Case, first: Sequence[Reading], scopes: dict[tuple[str, int], Scope], name: str) -> bool:
    policy = load_policy(name)
    as_read = [replace(r, quantity=case.reader.quantity(r.claim, policy)) for r in _with_parts(case, first)]
    return _cannot_hold(case, as_read, scopes, by_speaker=False)


def _with_parts(case: Case, first: Sequence[Reading]) -> list[Reading]:
    """Every count that the claims of a set give."""
    ids = {r.id for r in first}
    return [r for r in case.figures if r.id in ids]


def _cannot_hold(
    case: Case, readings: Sequence[Reading], scopes: dict[tuple[str, int], Scope], *, by_speaker: bool
) -> bool:
    ledger = Ledger(case.reader, by_speaker=by_speaker)
    for reading in readings:
        ledger.take(reading, scopes[reading.key])
    accounts = ledger.accounts()
    try:
        return conflict(accounts.tableau(), sorted(accounts.carriers)) is not None
    except OutOfBranches:
        return False


def _notes(case: Case, first: Sequence[Reading], scopes: dict[tuple[str, int], Scope]) -> list[str]:
    if _one_side(first) or _cannot_hold(case, _with_parts(case, first), scopes, by_speaker=True):
        return []
    return ["All could hold if the speakers call the same dead by different names: armed by one, civilian by another."]
