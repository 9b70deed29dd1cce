"""Who says what about whom, as data: the responsibility matrix of an event, and what each side concedes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from claims.actors import Actor
from claims.model import Stance
from reconcile.judge.case import Case
from reconcile.judge.figures import counted, population_of
from reconcile.judge.stances import POSITIVE, names_the_side_of, own_acts, standing_stances, statement_of
from reconcile.judge.standing import superseded
from reconcile.judge.victims import as_civilians, of_somebody
from reconcile.population import Relation, relate_measures
from reconcile.reading import Reading, called
from reconcile.said import Concession, Position

_Cell = tuple[str, str | None, str | None, str | None, str, str, bool]


def responsibility_matrix(case: Case) -> list[Position]:
    """What each voice says about each party: sorted by accused, voice, act and stance, what stands first."""
    standing = {r.id for r in case.once(standing_stances)}
    cells: dict[_Cell, list[str]] = defaultdict(list)
    voices: dict[str, list[Reading]] = defaultdict(list)
    for reading in case.responsibility:
        voices[reading.voice].append(reading)
        for party, side in _accused(case, reading):
            cells[
                reading.voice,
                case.reader.side_name(reading.camp),
                party,
                side,
                str(reading.claim.stance),
                reading.claim.act,
                reading.id in standing,
            ].append(reading.id)
    found = [
        Position(
            voice=called(voices[voice]), side=side, accused=accused, accused_side=whose, stance=stance, act=act,
            claims=sorted(ids), standing=stands,
        )
        for (voice, side, accused, whose, stance, act, stands), ids in cells.items()
    ]  # fmt: skip
    return sorted(found, key=_order)


def _order(cell: Position) -> tuple[str, str, str, bool, str, list[str]]:
    accused = (cell.accused or "").casefold()
    return accused, cell.voice.casefold(), cell.act.casefold(), not cell.standing, cell.stance, cell.claims


def _accused(case: Case, reading: Reading) -> Iterator[tuple[str | None, str | None]]:
    """The parties that a stance is about, each with its side; an accident that names no party is nobody's doing."""
    nobody = reading.claim.stance is Stance.ACCIDENT and not reading.claim.accused
    if nobody or not reading.accused:
        yield None, None
        return
    for actor in reading.accused:
        yield _name(case, actor), case.reader.side_name(case.reader.camp_of(actor))


def _name(case: Case, actor: Actor) -> str:
    """A party's name; a whole side as these claims call it."""
    camp = case.reader.camp_of(actor)
    return (case.reader.side_name(camp) or actor.name) if actor.id == camp else actor.name


def concessions(case: Case) -> list[Concession]:
    """The acts that a side says are its own, and the civilians that it says were among the victims of its own act."""
    found = [*_acts(case), *_civilians(case)]
    return sorted(found, key=lambda c: (c.side.casefold(), c.about, c.claims))


def _acts(case: Case) -> Iterator[Concession]:
    said = case.once(standing_stances)
    for camp, mine in _by_camp(own_acts(case)).items():
        theirs = [
            r.id
            for r in said
            if r.claim.stance in POSITIVE and r.camp != camp and any(names_the_side_of(case, r, own_) for own_ in mine)
        ]
        yield _concession(case, camp, "act", statement_of(case, mine[0]), mine, theirs)


def _civilians(case: Case) -> Iterator[Concession]:
    gone = case.once(superseded)
    said = [r for r in case.figures if r.key not in gone and as_civilians(r) and of_somebody(r)]
    own = [r for r in said if r.camp in {case.reader.camp_of(a) for a in r.perpetrators}]
    for camp, mine in _by_camp(own).items():
        theirs = [r.id for r in said if r.camp != camp and any(_of_one_kind(r, own_) for own_ in mine)]
        words = f"{case.who(mine[0])} said {counted(mine[0])}"
        yield _concession(case, camp, "status", words, mine, theirs)


def _of_one_kind(one: Reading, two: Reading) -> bool:
    """Whether two counts of civilians are of what happened to one group of people, as far as measures go."""
    return relate_measures(population_of(one).measure, population_of(two).measure) is not Relation.DISJOINT


def _by_camp(readings: Sequence[Reading]) -> dict[str, list[Reading]]:
    found: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        if reading.camp is not None:
            found[reading.camp].append(reading)
    return found


def _concession(
    case: Case, camp: str, about: str, what: str, mine: Sequence[Reading], theirs: Sequence[str]
) -> Concession:
    ids = sorted(r.id for r in mine)
    return Concession(side=case.camp_name(camp), about=about, what=what, claims=ids, agrees_with=sorted(theirs))
