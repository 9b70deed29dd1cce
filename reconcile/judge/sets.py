"""A set of figures that cannot all hold, as a finding: its verdict, its arithmetic in words, how firmly it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from claims.people import armed, civilian
from claims.policy import load_policy, policy_names
from reconcile.joint.cells import TooManyCells
from reconcile.joint.sets import Said, Unfitting
from reconcile.joint.simplex import Proof, Undecided
from reconcile.joint.statements import Ledger, Scope
from reconcile.joint.whole import conflict
from reconcile.judge.case import Case, by_preference
from reconcile.judge.figures import counted, later, population_of
from reconcile.reading import Reading
from reconcile.result import About, Factors, Finding, Verdict
from reconcile.severity import directness_of, firmness_of, magnitude_of, share_beyond

Entered = Mapping[tuple[str, int], tuple[Reading, Scope]]
"""The figures that were searched, with where each was counted, by their keys."""


def set_finding(case: Case, rule: str, one: Unfitting, entered: Entered, verdict: Verdict) -> Finding | None:
    """The finding for a set; None when a person ruled that some of it do not contradict."""
    picks = _led_by_the_most_independent(one)
    slots = [[said[0] for said in slot] for slot in picks]
    if any(case.dismissed(a, b) for a, b in combinations(slots, 2)):
        case.set_aside += 1
        return None
    first = [slot[0] for slot in slots]
    counts = [count for slot in picks for count in slot[0]]
    every = _every_count_of(first, entered)
    return case.finding(
        rule,
        About.ACCOUNTING,
        verdict,
        slots,
        _factors(case, one, first, verdict),
        _sentence(case, one, counts),
        subject=_subject(one, picks),
        gap=one.proof.excess if one.proof and not one.of_most else None,
        policies=[name for name in policy_names() if _clashes(_under(case, every, name), case)],
        notes=_notes(case, first, every),
    )


def leads(one: Unfitting) -> list[Reading]:
    """The claims that stand for the slots of a set: of as many voices and sides as can be."""
    return [slot[0][0] for slot in _led_by_the_most_independent(one)]


def _led_by_the_most_independent(one: Unfitting) -> list[list[Said]]:
    """The slots, those that need people before those that leave room, each led by a voice that leads no other."""
    told = sorted(zip(one.shares, one.slots, strict=True), key=lambda t: (not any(b.low for b in t[0]), sorted(t[0])))
    ordered: dict[int, list[Said]] = {}
    camps: set[str] = set()
    voices: set[str] = set()
    for n in sorted(range(len(told)), key=lambda n: (len(told[n][1]), n)):
        slot = sorted(told[n][1], key=lambda s: (s[0].camp in camps, s[0].voice in voices, *by_preference(s[0])))
        camps.add(slot[0][0].camp or slot[0][0].voice)
        voices.add(slot[0][0].voice)
        ordered[n] = slot
    return [ordered[n] for n in range(len(told))]


def _subject(one: Unfitting, picks: Sequence[Sequence[Said]]) -> str:
    """What tells this set apart from others of the same claims: the counts, and which end of each."""
    ends = sorted(f"{bound.low}{bound.value}" for bound in one.bounds)
    return " ".join((*sorted(f"{r.id}#{r.part}" for slot in picks for r in slot[0]), *ends))


def moved_on(one: Unfitting) -> bool:
    """Whether one voice alone says all of it, and some of it later: it moved on, and accuses nobody."""
    every = [said[0] for slot in one.slots for said in slot]
    first = leads(one)
    return len({r.voice for r in every}) == 1 and any(later(a, b) for a in first for b in first)


def of_one_side(readings: Sequence[Reading]) -> bool:
    """Whether all of them speak for one side."""
    return readings[0].camp is not None and len({r.camp for r in readings}) == 1


def _every_count_of(first: Iterable[Reading], entered: Entered) -> list[tuple[Reading, Scope]]:
    ids = {r.id for r in first}
    return [pair for key, pair in entered.items() if key[0] in ids]


def _factors(case: Case, one: Unfitting, first: Sequence[Reading], verdict: Verdict) -> Factors:
    further = max(0, len(one.bounds) - 2)
    return Factors(
        magnitude=_magnitude(one.proof),
        directness=round(directness_of("part_of_whole") * directness_of("each_further_bound") ** further, 4),
        independence=max((case.independence(a, b) for a, b in combinations(first, 2)), default=0.6),
        firmness=firmness_of(verdict.value),
    )


def _magnitude(proof: Proof | None) -> float:
    """The share of what the figures need for which they leave no room."""
    if proof is None:
        return magnitude_of("whole_numbers_only")
    needed = sum(times * bound.value for bound, times in proof.weights.items() if bound.low)
    return share_beyond(needed, needed - proof.excess)


def _sentence(case: Case, one: Unfitting, first: Sequence[Reading]) -> str:
    said = "; ".join(f"{who} said {_joined(words)}" for who, words in _by_speaker(case, first))
    if one.proof is None:
        return f"{said}. No whole numbers of people satisfy all of these."
    if one.of_most:
        return f"{said}. If most of them were as described, the other figures leave no room for the rest."
    needed, room = (
        _sum([(times, b.value) for b, times in sorted(one.proof.weights.items()) if b.low is low])
        for low in (True, False)
    )
    return f"{said}. Together that is at least {needed}, and there is room for at most {room}."


def _by_speaker(case: Case, first: Iterable[Reading]) -> list[tuple[str, list[str]]]:
    """What each of them said, once for each speaker."""
    found: dict[str, list[str]] = {}
    for reading in first:
        found.setdefault(case.who(reading), []).append(counted(reading))
    return list(found.items())


def _joined(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _sum(terms: Sequence[tuple[int, int]]) -> str:
    """``23 + 201 = 224``; a single term stands alone."""
    words = [str(value) if times == 1 else f"{times} × {value}" for times, value in terms if value]
    total = sum(times * value for times, value in terms)
    return f"{' + '.join(words)} = {total}" if len(words) > 1 else str(total)


def _under(case: Case, said: Iterable[tuple[Reading, Scope]], name: str) -> list[tuple[Reading, Scope]]:
    policy = load_policy(name)
    return [(replace(r, quantity=case.reader.quantity(r.claim, policy)), scope) for r, scope in said]


def _clashes(said: Iterable[tuple[Reading, Scope]], case: Case, *, by_speaker: bool = False) -> bool:
    """Whether the figures cannot all hold, as far as the bounded search can tell."""
    ledger = Ledger(case.reader, by_speaker=by_speaker)
    for reading, scope in said:
        ledger.take(reading, scope)
    try:
        accounts = ledger.accounts()
        return conflict(accounts.tableau(), sorted(accounts.carriers)) is not None
    except (Undecided, TooManyCells):
        return False


def _notes(case: Case, first: Sequence[Reading], said: Sequence[tuple[Reading, Scope]]) -> list[str]:
    """A note where each speaker's own words for status would let all of it hold (viewpoint cells)."""
    kinds = [population_of(r).people for r, _ in said]
    if not (any(map(armed, kinds)) and any(map(civilian, kinds))):
        return []
    if len({r.camp or r.voice for r in first}) == 1 or _clashes(said, case, by_speaker=True):
        return []
    return ["All could hold if the speakers call the same people differently: armed by one, civilian by another."]
