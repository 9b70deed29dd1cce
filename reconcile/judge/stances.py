"""What a responsibility claim says, whom and what it is about, and whether its claimant still stands by it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from claims.actors import Actor
from claims.actors import Relation as Kin
from claims.model import Stance
from claims.people import read_people
from reconcile.acts import denies_only_the_intent, same_act
from reconcile.judge.case import Case
from reconcile.judge.figures import later
from reconcile.reading import Reading
from reconcile.remarks import Withdrawal, withdrawal

POSITIVE = frozenset({Stance.CLAIMS, Stance.ADMITS, Stance.ACCUSES})
OWN = frozenset({Stance.CLAIMS, Stance.ADMITS})
_SAID = {
    Stance.CLAIMS: "claimed responsibility for {what}",
    Stance.ADMITS: "acknowledged {what} as the doing of {whom}",
    Stance.ACCUSES: "attributed {what} to {whom}",
    Stance.DENIES: "denied that {what} was the doing of {whom}",
    Stance.NO_COMMENT: "gave no comment on {what}",
    Stance.ACCIDENT: "attributed {what} to an accident",
}


@dataclass(frozen=True, slots=True)
class Turn:
    """A voice that took back what it said: the statements before, the latest run first, and the one that turned.

    ``late`` alone, with nothing before it, is a statement whose own words say that it was withdrawn.
    """

    early: tuple[Reading, ...]
    late: Reading


def statement_of(case: Case, reading: Reading) -> str:
    """What a responsibility claim says, in one clause."""
    assert reading.claim.stance is not None
    what = f"“{reading.claim.act}”" if reading.claim.act else "the event"
    return f"{case.who(reading)} {_SAID[reading.claim.stance].format(whom=whom_in_words(reading), what=what)}"


def whom_in_words(reading: Reading) -> str:
    """The party that a stance is about, as worded where the claim words it."""
    return reading.claim.accused or ", ".join(a.name for a in reading.accused) or "its side"


def covers(case: Case, denied: Actor, said: Actor) -> bool:
    """Whether a denial for one actor covers another: the same, its parts, or bodies of one side."""
    if case.reader.registry.relation(said, denied) in (Kin.SAME, Kin.PART):
        return True
    return case.reader.camp_of(said) == case.reader.camp_of(denied)


def speaks_for_itself(case: Case, reading: Reading) -> bool:
    """Whether the party that a stance is about is of the speaker's own side."""
    return reading.camp is not None and any(case.reader.camp_of(a) == reading.camp for a in reading.accused)


def own_acts(case: Case) -> list[Reading]:
    """The standing statements in which a party says that an act is its own."""
    return [r for r in case.once(standing_stances) if r.claim.stance in OWN and speaks_for_itself(case, r)]


def names_the_side_of(case: Case, one: Reading, own: Reading) -> bool:
    """Whether the first is about the same act, of a party that the second, speaking for itself, says it was."""
    if not same_act(one.act, own.act) or not _against_the_same_people(one, own):
        return False
    mine = [a for a in own.accused if case.reader.camp_of(a) == own.camp]
    return any(covers(case, a, b) or covers(case, b, a) for a in one.accused for b in mine)


def _against_the_same_people(one: Reading, two: Reading) -> bool:
    """Whether the words for the two acts leave room for one: firing on civilians is no attack on soldiers."""
    hit = [read_people(r.claim.act).statuses for r in (one, two)]
    return not all(hit) or bool(hit[0] & hit[1])


def standing_stances(case: Case) -> list[Reading]:
    """The responsibility claims that their claimants did not take back later."""
    gone = taken_back(case.once(turns))
    return [r for r in case.responsibility if r.id not in gone]


def taken_back(found: list[Turn]) -> set[str]:
    """Ids of the statements that turns make history."""
    early = {r.id for turn in found for r in turn.early}
    return early | {t.late.id for t in found if _is_only_a_withdrawal(t)}


def turns(case: Case) -> list[Turn]:
    """Where a voice turned from denying to acknowledging the same act of the same party, or back, or withdrew it."""
    by_voice: dict[str, list[Reading]] = defaultdict(list)
    for reading in sorted(case.responsibility, key=lambda r: (r.said is None, r.said or (0, 0), r.id)):
        by_voice[reading.voice].append(reading)
    return [turn for said in by_voice.values() for turn in _turns(case, said)]


def _turns(case: Case, said: list[Reading]) -> Iterator[Turn]:
    for n, late in enumerate(said):
        before = [r for r in said[:n] if _polarity(r) and one_matter(case, r, late)]
        if withdrawal(late.claim) is not None:
            yield Turn(_withdrawn_by(late, before), late)
        elif _polarity(late) and late.said is not None:
            earlier = [r for r in before if later(r, late)]
            if earlier and _polarity(earlier[-1]) != _polarity(late):
                run = _last_run(earlier)
                yield Turn((*run, *_undated_copies(case, run, late, said)), late)


def _last_run(earlier: list[Reading]) -> tuple[Reading, ...]:
    """The latest statements of one polarity, the last one first."""
    last = _polarity(earlier[-1])
    return tuple(takewhile(lambda r: _polarity(r) == last, reversed(earlier)))


def _undated_copies(case: Case, run: tuple[Reading, ...], late: Reading, said: list[Reading]) -> list[Reading]:
    """Undated repetitions of what the voice turned from, unless it turned back to it."""
    stances = {r.claim.stance for r in run}
    alike = [r for r in said if r.claim.stance in stances and one_matter(case, r, late)]
    return [] if any(later(late, r) for r in alike) else [r for r in alike if r.said is None]


def _withdrawn_by(late: Reading, before: list[Reading]) -> tuple[Reading, ...]:
    if withdrawal(late.claim) is Withdrawal.ITSELF or late.said is None:
        return tuple(r for r in reversed(before) if r.claim.stance is late.claim.stance)
    return tuple(r for r in reversed(before) if r.said is not None)


def _is_only_a_withdrawal(turn: Turn) -> bool:
    """Whether the statement that turned says nothing of its own that stands."""
    if withdrawal(turn.late.claim) is None:
        return False
    if withdrawal(turn.late.claim) is Withdrawal.ITSELF:
        return True
    if not turn.early:
        return turn.late.claim.stance is not Stance.DENIES
    return all(_polarity(r) == _polarity(turn.late) for r in turn.early)


def one_matter(case: Case, early: Reading, late: Reading) -> bool:
    """Whether two statements of a voice are about the same act of the same party; an accident is nobody's act."""
    for one, two in ((early, late), (late, early)):
        if two.claim.stance is Stance.ACCIDENT and one.claim.stance in POSITIVE:
            return not one.act.concepts - two.act.concepts
        if two.claim.stance is Stance.DENIES and denies_only_the_intent(two.act, one.act):
            return False
    same_party = any(covers(case, a, b) for a in early.accused for b in late.accused)
    return same_party and same_act(early.act, late.act)


def _polarity(reading: Reading) -> str:
    if reading.claim.stance in POSITIVE:
        return "positive"
    return "negative" if reading.claim.stance in (Stance.DENIES, Stance.ACCIDENT) else ""
