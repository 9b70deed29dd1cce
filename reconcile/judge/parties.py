"""Whether two statements of responsibility name parties that can be one, or a party with others and the same alone."""

from __future__ import annotations

from claims.actors import Actor
from claims.actors import Relation as Kin
from claims.model import Stance
from reconcile.judge.case import Case
from reconcile.reading import Reading, proper_names
from reconcile.remarks import acted_alone
from reconcile.words import unidentified


def blamed(case: Case, reading: Reading) -> tuple[str, ...]:
    """The sides of the parties that a stance is about, sorted."""
    return tuple(sorted({case.reader.camp_of(a) for a in reading.accused}))


def parted(case: Case, one: Reading, two: Reading) -> bool:
    """Whether the two name parties, none of which can stand for one of the other's."""
    if not one.accused or not two.accused or share_a_name(case, one, two):
        return False
    answered = _answers_a_charge(case, one, two) or _answers_a_charge(case, two, one)
    return not any(_related(case, a, b, named=answered) for a in one.accused for b in two.accused)


def share_a_name(case: Case, one: Reading, two: Reading) -> bool:
    """Whether both name the party by one proper name that is no nation's: "USS Vincennes", "the cruiser Vincennes"."""
    shared = proper_names(one.claim.accused) & proper_names(two.claim.accused)
    return any(case.reader.registry.mention(word) is None for word in shared)


def _answers_a_charge(case: Case, one: Reading, two: Reading) -> bool:
    """Whether the first is accused by the second and points at somebody else, however vaguely."""
    return one.camp is not None and one.camp in case.reader.known_camps(two.accused)


def _related(case: Case, a: Actor, b: Actor, *, named: bool) -> bool:
    """Whether one party is or may be the other; ``named`` when a vague name cannot mean the other party."""
    if case.reader.registry.relation(a, b) is not Kin.OTHER or case.reader.camp_of(a) == case.reader.camp_of(b):
        return True
    reader = case.reader
    return any((not named and reader.may_stand_for(x, y)) or reader.leads(x, y) for x, y in ((a, b), (b, a)))


def blame_each_other(case: Case, one: Reading, two: Reading) -> bool:
    """Whether each of the two accuses the side that the other speaks for."""
    if one.claim.stance is not Stance.ACCUSES or two.claim.stance is not Stance.ACCUSES:
        return False
    return one.camp in blamed(case, two) and two.camp in blamed(case, one)


def with_others_or_alone(case: Case, joint: Reading, sole: Reading) -> bool:
    """Whether the first names a party together with another, and the second says that the party acted alone."""
    if not acted_alone(sole.claim) or not sole.accused:
        return False
    shared = [a for a in joint.accused if any(_related(case, a, b, named=True) for b in sole.accused)]
    others = [a for a in joint.accused if not any(_related(case, a, b, named=False) for b in sole.accused)]
    return bool(shared) and any(not unidentified(a.name) for a in others)
