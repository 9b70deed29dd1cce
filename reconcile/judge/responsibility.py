"""Who is said to have done it: accused, claimed, admitted, denied, called an accident, left unanswered.

The table of pairs: a positive statement about X against a denial that covers X; positive statements about two
parties that cannot both have done one exclusive act; rival claims; accident against attack. Umbrella and faction
agree; third parties support; silence contradicts nobody. Mutual accusation is a contradiction in a clash too: to
accuse is to say who is to blame, not who took part.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import permutations

from claims.actors import Actor
from claims.actors import Relation as Kin
from claims.model import Stance
from reconcile.acts import clearly_same_act, same_act, same_deed
from reconcile.judge.case import Case
from reconcile.judge.figures import in_one_breath, later, order_unknown
from reconcile.reading import Reading
from reconcile.result import About, Finding, Verdict
from reconcile.severity import factors_for

POSITIVE = frozenset({Stance.CLAIMS, Stance.ADMITS, Stance.ACCUSES})
OWN = frozenset({Stance.CLAIMS, Stance.ADMITS})
_REASONS = {
    "responsibility-denied": "One attributes the act to {one}, the other denies it.",
    "responsibility-exclusive": "One attributes the act to {one}, the other to {two}.",
    "responsibility-rival-claims": "Both say that the act was their own.",
    "responsibility-accident": "One names a party that acted, the other an accident or unknown cause.",
    "responsibility-self": "The same claimant says both.",
}
_MAGNITUDE = {
    "responsibility-denied": "denial",
    "responsibility-exclusive": "exclusive",
    "responsibility-rival-claims": "rival_claims",
    "responsibility-accident": "accident",
    "responsibility-self": "self_contradiction",
}
_SAID = {
    Stance.CLAIMS: "claimed responsibility for {what}",
    Stance.ADMITS: "acknowledged {what} as the doing of {whom}",
    Stance.ACCUSES: "attributed {what} to {whom}",
    Stance.DENIES: "denied that {what} was the doing of {whom}",
    Stance.NO_COMMENT: "gave no comment on {what}",
    Stance.ACCIDENT: "attributed {what} to an accident",
}


def responsibility_disputes(case: Case) -> list[Finding]:
    """Contradictions, tensions and retractions about who was responsible."""
    turns = _retractions(case)
    gone = {early.id for early, _ in turns}
    edges = []
    for one, two in permutations([r for r in case.responsibility if r.id not in gone], 2):
        clash = _clash(case, one, two)
        if clash is not None:
            edges.append(((*clash, one.camp, two.camp, _whom(one), _whom(two)), one, two))
    disputes = [_dispute(case, key[0], key[1], a, b) for key, a, b in case.disputes(edges)]
    return case.most_severe(disputes) + [_retraction(case, a, b) for a, b in turns]


def _clash(case: Case, one: Reading, two: Reading) -> tuple[str, Verdict] | None:
    """The rule and verdict for an ordered pair; each unordered pair fires in one order only."""
    if one.claim.stance not in POSITIVE:
        return None
    if two.claim.stance is Stance.DENIES:
        return _denied(case, one, two)
    if two.claim.stance is Stance.ACCIDENT:
        return _accident(case, one, two)
    if two.claim.stance in POSITIVE and _whom(one) < _whom(two):
        return _exclusive(case, one, two)
    return None


def _denied(case: Case, one: Reading, two: Reading) -> tuple[str, Verdict] | None:
    if not any(_covers(case, denied, said) for denied in two.accused for said in one.accused):
        return None
    if not same_act(one.act, two.act) or (_one_camp(one, two) and not _same_act_of_same_body(case, one, two)):
        return None
    if one.voice == two.voice:
        if in_one_breath(one, two):
            return "responsibility-self", Verdict.CONTRADICTION
        return ("responsibility-self", Verdict.TENSION) if order_unknown(one, two) else None
    return "responsibility-denied", Verdict.CONTRADICTION


def _same_act_of_same_body(case: Case, one: Reading, two: Reading) -> bool:
    """Within one side: whether the very same act of the very same body is said and denied."""
    kin = {case.reader.registry.relation(said, denied) for said in one.accused for denied in two.accused}
    return same_deed(one.act, two.act) and bool(kin & {Kin.SAME, Kin.PART})


def _covers(case: Case, denied: Actor, said: Actor) -> bool:
    """Whether a denial for one actor covers another: the same, its parts, or bodies of one side."""
    if case.reader.registry.relation(said, denied) in (Kin.SAME, Kin.PART):
        return True
    return case.reader.camp_of(said) == case.reader.camp_of(denied)


def _accident(case: Case, one: Reading, two: Reading) -> tuple[str, Verdict] | None:
    """An accident is another cause of the same event, so its words need not resemble those for an attack."""
    if one.voice == two.voice or one.act.concepts - two.act.concepts:
        return None
    return "responsibility-accident", Verdict.TENSION if _one_camp(one, two) else Verdict.CONTRADICTION


def _exclusive(case: Case, one: Reading, two: Reading) -> tuple[str, Verdict] | None:
    if one.voice == two.voice or not _parted(case, one, two) or not same_act(one.act, two.act):
        return None
    stances = {one.claim.stance, two.claim.stance}
    if stances == {Stance.ADMITS}:
        return None
    both_own = stances <= OWN
    if _several_may_have(case, one, two) and not _mutual_accusation(case, one, two):
        return None
    if one.act.shared or two.act.shared or not clearly_same_act(one.act, two.act):
        return "responsibility-exclusive", Verdict.TENSION
    if _one_camp(one, two):
        return "responsibility-exclusive", Verdict.TENSION
    rule = "responsibility-rival-claims" if both_own else "responsibility-exclusive"
    return rule, Verdict.CONTRADICTION


def _one_camp(one: Reading, two: Reading) -> bool:
    return one.camp is not None and one.camp == two.camp


def _parted(case: Case, one: Reading, two: Reading) -> bool:
    """Whether the two name parties, none of which can stand for one of the other's."""
    if not one.accused or not two.accused:
        return False
    answered = _answers_a_charge(case, one, two) or _answers_a_charge(case, two, one)
    return not any(_related(case, a, b, named=answered) for a in one.accused for b in two.accused)


def _answers_a_charge(case: Case, one: Reading, two: Reading) -> bool:
    """Whether the first is accused by the second and points at somebody else, however vaguely."""
    return one.camp is not None and one.camp in case.reader.known_camps(two.accused)


def _related(case: Case, a: Actor, b: Actor, *, named: bool) -> bool:
    """Whether one party is or may be the other; ``named`` when a vague name cannot mean the other party."""
    if case.reader.registry.relation(a, b) is not Kin.OTHER or case.reader.camp_of(a) == case.reader.camp_of(b):
        return True
    reader = case.reader
    return any((not named and reader.may_stand_for(x, y)) or reader.leads(x, y) for x, y in ((a, b), (b, a)))


def _several_may_have(case: Case, one: Reading, two: Reading) -> bool:
    """Whether both parties may have acted: both sides fight in the event, unless both claims name a one-sided act."""
    one_sided = all(r.event_type.exclusive and not r.event_type.generic for r in (one, two))
    return case.mutual and not one_sided


def _mutual_accusation(case: Case, one: Reading, two: Reading) -> bool:
    if one.claim.stance is not Stance.ACCUSES or two.claim.stance is not Stance.ACCUSES:
        return False
    blamed = [{case.reader.camp_of(a) for a in r.accused} for r in (one, two)]
    return one.camp in blamed[1] and two.camp in blamed[0]


def _retractions(case: Case) -> list[tuple[Reading, Reading]]:
    """Where a voice turned from denying to admitting the same act of the same party, or back."""
    by_voice: dict[str, list[Reading]] = defaultdict(list)
    for reading in sorted(case.responsibility, key=lambda r: (r.said or (0, 0), r.id)):
        if reading.said is not None and _polarity(reading):
            by_voice[reading.voice].append(reading)
    return [turn for said in by_voice.values() for turn in _turns(case, said)]


def _turns(case: Case, said: list[Reading]) -> Iterator[tuple[Reading, Reading]]:
    for n, late in enumerate(said):
        before = [early for early in said[:n] if _one_matter(case, early, late) and later(early, late)]
        if before and _polarity(before[-1]) != _polarity(late):
            yield before[-1], late


def _one_matter(case: Case, early: Reading, late: Reading) -> bool:
    """Whether two statements of a voice are about the same act of the same party."""
    same_party = any(_covers(case, a, b) for a in early.accused for b in late.accused)
    return same_party and same_act(early.act, late.act)


def _polarity(reading: Reading) -> str:
    if reading.claim.stance in POSITIVE:
        return "positive"
    return "negative" if reading.claim.stance in (Stance.DENIES, Stance.ACCIDENT) else ""


def _whom(reading: Reading) -> tuple[str, ...]:
    return tuple(sorted(a.id for a in reading.accused))


def statement_of(case: Case, reading: Reading) -> str:
    """What a responsibility claim says, in one clause."""
    assert reading.claim.stance is not None
    whom = reading.claim.accused or ", ".join(a.name for a in reading.accused) or "its side"
    what = f"“{reading.claim.act}”" if reading.claim.act else "the event"
    return f"{case.who(reading)} {_SAID[reading.claim.stance].format(whom=whom, what=what)}"


def _dispute(case: Case, rule: str, verdict: Verdict, ones: list[Reading], twos: list[Reading]) -> Finding:
    one, two = ones[0], twos[0]
    factors = factors_for(_MAGNITUDE[rule], verdict.value, case.independence(one, two))
    parties = {"one": _party(one), "two": _party(two)}
    text = f"{statement_of(case, one)}; {statement_of(case, two)}. {_REASONS[rule].format(**parties)}"
    return case.finding(rule, About.RESPONSIBILITY, verdict, (ones, twos), factors, text)


def _party(reading: Reading) -> str:
    return " and ".join(a.name for a in reading.accused) or "a party"


def _retraction(case: Case, early: Reading, late: Reading) -> Finding:
    factors = factors_for("self_contradiction", "revision_down")
    text = f"{statement_of(case, early)}; later {statement_of(case, late)}."
    sides = ((early,), (late,))
    return case.finding("responsibility-retracted", About.RESPONSIBILITY, Verdict.REVISION, sides, factors, text)
