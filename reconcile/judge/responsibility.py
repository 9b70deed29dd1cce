"""Who is said to have done it, where two statements cannot both be right.

The table of pairs: a positive statement about X against a denial that covers X; positive statements about two
parties that cannot both have done one exclusive act; a party with others against the same party alone; rival claims;
accident against attack. Umbrella and faction agree; third parties support; silence contradicts nobody. Mutual
accusation is a contradiction in a clash too: to accuse is to say who is to blame, not who took part.
"""

from __future__ import annotations

from itertools import permutations
from typing import NamedTuple

from claims.actors import Relation as Kin
from claims.model import Stance
from reconcile.acts import clearly_same_act, denies_only_the_intent, same_act, same_deed
from reconcile.judge.case import Case
from reconcile.judge.figures import in_one_breath, order_unknown
from reconcile.judge.parties import blame_each_other, blamed, parted, share_a_name, with_others_or_alone
from reconcile.judge.stances import OWN, POSITIVE, covers, speaks_for_itself, standing_stances, statement_of
from reconcile.reading import Reading
from reconcile.remarks import acted_alone
from reconcile.result import About, Finding, Verdict
from reconcile.severity import factors_for

_REASONS = {
    "denied": "One attributes the act to {one}, the other denies it.",
    "own act denied": "One says that the act was its own; {speaker}, of another side, denies it.",
    "denied for another": "One attributes the act to {one}; {speaker} denies it on behalf of {two}.",
    "exclusive": "One attributes the act to {one}, the other to {two}.",
    "mutual": "Each of the two blames the other.",
    "shared": "One names {one} together, the other says that {two} acted alone.",
    "rival claims": "Both say that the act was their own.",
    "accident": "One names a party that acted, the other an accident or unknown cause.",
    "self": "The same claimant says both.",
}
_MAGNITUDE = {
    "responsibility-denied": "denial",
    "responsibility-exclusive": "exclusive",
    "responsibility-shared": "shared",
    "responsibility-rival-claims": "rival_claims",
    "responsibility-accident": "accident",
    "responsibility-self": "self_contradiction",
}


class _Clash(NamedTuple):
    """How one ordered pair disagrees: the rule, how firmly, and the sentence that says why."""

    rule: str
    verdict: Verdict
    reason: str


class _Key(NamedTuple):
    """What pairs of one dispute have in common: how they disagree, who speaks, of whom."""

    clash: _Clash
    camp_one: str | None
    camp_two: str | None
    whom: tuple[tuple[str, ...], ...]


def responsibility_disputes(case: Case) -> list[Finding]:
    """Contradictions and tensions about who was responsible."""
    edges: list[tuple[_Key, Reading, Reading]] = []
    for one, two in permutations(case.once(standing_stances), 2):
        clash = _clash(case, one, two)
        if clash is not None:
            edges.append((_Key(clash, one.camp, two.camp, _whom(case, clash, one, two)), one, two))
    return case.most_severe([_dispute(case, key.clash, a, b) for key, a, b in case.disputes(edges)])


def _whom(case: Case, clash: _Clash, one: Reading, two: Reading) -> tuple[tuple[str, ...], ...]:
    """Whom the two speak of: two sides that blame each other have one dispute, whichever bodies they name."""
    if clash.reason == "mutual":
        return blamed(case, one), blamed(case, two)
    return tuple(tuple(sorted(a.id for a in r.accused)) for r in (one, two))


def _clash(case: Case, one: Reading, two: Reading) -> _Clash | None:
    """The rule and verdict for an ordered pair; each unordered pair fires in one order only."""
    if one.claim.stance not in POSITIVE:
        return None
    if two.claim.stance is Stance.DENIES:
        return _denied(case, one, two)
    if two.claim.stance is Stance.ACCIDENT:
        return _accident(case, one, two)
    if two.claim.stance not in POSITIVE or one.voice == two.voice or not same_act(one.act, two.act):
        return None
    if with_others_or_alone(case, one, two):
        return _shared(one, two)
    return _exclusive(case, one, two) if blamed(case, one) < blamed(case, two) else None


def _denied(case: Case, one: Reading, two: Reading) -> _Clash | None:
    covered = any(covers(case, denied, said) for denied in two.accused for said in one.accused)
    if not covered and not share_a_name(case, one, two):
        return None
    if denies_only_the_intent(two.act, one.act):
        return None
    if not same_act(one.act, two.act) or (_one_camp(one, two) and not _same_act_of_same_body(case, one, two)):
        return None
    if one.voice == two.voice:
        if in_one_breath(one, two):
            return _Clash("responsibility-self", Verdict.CONTRADICTION, "self")
        return _Clash("responsibility-self", Verdict.TENSION, "self") if order_unknown(one, two) else None
    return _Clash("responsibility-denied", Verdict.CONTRADICTION, _who_denies(case, one, two))


def _who_denies(case: Case, one: Reading, two: Reading) -> str:
    """Whether a party denies for itself, for another, or the other's own word; nothing is said of a third party's."""
    if two.camp is None or speaks_for_itself(case, two):
        return "denied"
    return "own act denied" if one.claim.stance in OWN and speaks_for_itself(case, one) else "denied for another"


def _same_act_of_same_body(case: Case, one: Reading, two: Reading) -> bool:
    """Within one side: whether the very same act of the very same body is said and denied."""
    kin = {case.reader.registry.relation(said, denied) for said in one.accused for denied in two.accused}
    return same_deed(one.act, two.act) and bool(kin & {Kin.SAME, Kin.PART})


def _accident(case: Case, one: Reading, two: Reading) -> _Clash | None:
    """An accident is another cause of the same event, so its words need not resemble those for an attack."""
    if one.voice == two.voice or one.act.concepts - two.act.concepts:
        return None
    return _Clash("responsibility-accident", _between_camps(one, two), "accident")


def _shared(joint: Reading, sole: Reading) -> _Clash:
    certain = clearly_same_act(joint.act, sole.act)
    return _Clash("responsibility-shared", _between_camps(joint, sole) if certain else Verdict.TENSION, "shared")


def _exclusive(case: Case, one: Reading, two: Reading) -> _Clash | None:
    stances = {one.claim.stance, two.claim.stance}
    if not parted(case, one, two) or stances == {Stance.ADMITS}:
        return None
    alone = acted_alone(one.claim) or acted_alone(two.claim)
    mutual = blame_each_other(case, one, two)
    if _several_may_have(case, one, two) and not mutual and not alone:
        return None
    reason = "mutual" if mutual else "exclusive"
    shared = (one.act.shared or two.act.shared) and not alone
    if shared or _one_camp(one, two) or not clearly_same_act(one.act, two.act):
        return _Clash("responsibility-exclusive", Verdict.TENSION, reason)
    if stances <= OWN:
        return _Clash("responsibility-rival-claims", Verdict.CONTRADICTION, "rival claims")
    return _Clash("responsibility-exclusive", Verdict.CONTRADICTION, reason)


def _one_camp(one: Reading, two: Reading) -> bool:
    return one.camp is not None and one.camp == two.camp


def _between_camps(one: Reading, two: Reading) -> Verdict:
    return Verdict.TENSION if _one_camp(one, two) else Verdict.CONTRADICTION


def _several_may_have(case: Case, one: Reading, two: Reading) -> bool:
    """Whether both parties may have acted: both sides fight in the event, unless both claims name a one-sided act."""
    one_sided = all(r.event_type.exclusive and not r.event_type.generic for r in (one, two))
    return case.mutual and not one_sided


def _dispute(case: Case, clash: _Clash, ones: list[Reading], twos: list[Reading]) -> Finding:
    one, two = ones[0], twos[0]
    factors = factors_for(_MAGNITUDE[clash.rule], clash.verdict.value, case.independence(one, two))
    words = {"one": _party(one), "two": _party(two), "speaker": two.claim.claimant}
    text = f"{statement_of(case, one)}; {statement_of(case, two)}. {_REASONS[clash.reason].format(**words)}"
    return case.finding(clash.rule, About.RESPONSIBILITY, clash.verdict, (ones, twos), factors, text)


def _party(reading: Reading) -> str:
    return " and ".join(a.name for a in reading.accused) or "a party"
