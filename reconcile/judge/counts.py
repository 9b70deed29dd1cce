"""Figures that cannot both be right, and figures that strain each other.

A figure is an interval over a population. Two figures for the same people contradict when their intervals share no
number; a figure for a part contradicts one for the whole when the part's least exceeds the whole's most. (Decision
table of numeric claims; outer intervals decide contradiction, core intervals tension.)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from math import inf

from claims.formula import unit_of
from claims.people import CHILDREN, People, armed, compare_people
from claims.policy import Policy, load_policy, policy_names
from claims.quantity import Interval, Quantity
from reconcile.extent import Spread, one_label, with_extent
from reconcile.judge.case import Case
from reconcile.judge.figures import (
    counted,
    in_one_breath,
    later,
    order_unknown,
    population_key,
    population_of,
    quantity_of,
    span,
)
from reconcile.judge.standing import standing
from reconcile.marks import may_be_fewer
from reconcile.population import Population, Relation
from reconcile.reading import Reading
from reconcile.result import About, Factors, Finding, Verdict
from reconcile.severity import directness_of, firmness_of, share_beyond
from reconcile.words import late_deaths_mark

_MOST_PAIRS = 40_000
_MOST_COMPARED = 60
"""Figures on each side that are compared where there are more pairs than that."""
_OPEN_ENDED = ("at least", "more than", "none reported")
"""Forms that a later figure may overtake without anybody having erred."""


@dataclass(frozen=True, slots=True)
class _Clash:
    """How one pair disagrees: the reading with the greater least, the one with the smaller most."""

    rule: str
    about: About
    verdict: Verdict


def count_disputes(case: Case) -> list[Finding]:
    """Contradictions, tensions and progressions between the standing figures of an event."""
    edges = []
    for greater, smaller in _comparable(case, standing(case)):
        clash = _clash(case, greater, smaller)
        if clash is not None:
            edges.append(((clash, _slot(greater, clash, low=True), _slot(smaller, clash, low=False)), greater, smaller))
    return case.most_severe([_dispute(case, key[0], ups, downs) for key, ups, downs in case.disputes(edges)])


def _comparable(case: Case, standing: list[Reading]) -> Iterator[tuple[Reading, Reading]]:
    """Ordered pairs of figures whose people can be the same, or some of each other's."""
    by_people: dict[Population, list[Reading]] = defaultdict(list)
    for reading in standing:
        by_people[population_of(reading)].append(reading)
    for p, q in product(by_people, repeat=2):
        if case.reader.relate(p, q) not in (Relation.DISJOINT, Relation.OVERLAP):
            ups, downs = by_people[p], by_people[q]
            if len(ups) * len(downs) > _MOST_PAIRS:
                case.crowded = True
                ups, downs = _furthest_apart(ups, downs)
            yield from ((a, b) for a in ups for b in downs if a is not b)


def _furthest_apart(ups: list[Reading], downs: list[Reading]) -> tuple[list[Reading], list[Reading]]:
    """Of figures too many to be compared one by one, the highest lows and the lowest highs."""
    highest = sorted(ups, key=lambda r: (-quantity_of(r).outer.low, -quantity_of(r).core.low, r.key))
    lowest = sorted(downs, key=lambda r: (_high(quantity_of(r).outer), _high(quantity_of(r).core), r.key))
    return highest[:_MOST_COMPARED], lowest[:_MOST_COMPARED]


def _high(interval: Interval) -> float:
    return inf if interval.high is None else interval.high


def _slot(reading: Reading, clash: _Clash, *, low: bool) -> tuple[object, int | None]:
    """The bound that a claim carries in a clash: claims that carry the same one alone echo each other."""
    interval = _interval(reading, clash)
    return population_key(population_of(reading)), interval.low if low else interval.high


def _interval(reading: Reading, clash: _Clash) -> Interval:
    quantity = quantity_of(reading)
    hard = clash.rule not in ("count-strained", "count-overtaken-softly")
    return quantity.outer if hard else quantity.core


def _clash(case: Case, greater: Reading, smaller: Reading) -> _Clash | None:
    """How the pair disagrees, if the first figure must not exceed the second and does; None otherwise."""
    up, down = quantity_of(greater), quantity_of(smaller)
    if not (_exceeds(up.outer, down.outer) or _exceeds(up.core, down.core)):
        return None
    relation = case.relation(greater, smaller)
    if relation is Relation.WHOLE and _rival_tolls(case, greater, smaller):
        return _Clash("count-strained", About.COUNT, Verdict.TENSION)
    if relation not in (Relation.EQUAL, Relation.PART):
        return _for_other_extents(case, greater, smaller, relation)
    if greater.voice == smaller.voice:
        return _within_one_voice(case, greater, smaller, relation)
    hard = _exceeds(up.outer, down.outer)
    if not hard and relation is Relation.PART:
        return None
    return _between_voices(case, greater, smaller, relation, hard=hard)


def _for_other_extents(case: Case, greater: Reading, smaller: Reading, relation: Relation) -> _Clash | None:
    """Figures for the same people that only their place or days set apart.

    The larger one for a wider place or time is a strained reading of "Goose Green" and "Darwin and Goose Green"; so are
    figures for other places that a person's label made one event.
    """
    if not _exceeds(quantity_of(greater).outer, quantity_of(smaller).outer) or greater.voice == smaller.voice:
        return None
    people = case.reader.relate(population_of(greater), population_of(smaller))
    wider = relation is Relation.WHOLE and people in (Relation.EQUAL, Relation.PART)
    in_one_place = Spread(days=case.spread.days)
    labelled = one_label(greater, smaller) and with_extent(people, greater, smaller, in_one_place) in (
        Relation.EQUAL,
        Relation.PART,
    )
    return _Clash("count-strained", About.COUNT, Verdict.TENSION) if wider or labelled else None


def _rival_tolls(case: Case, greater: Reading, smaller: Reading) -> bool:
    """Whether each figure is its speaker's one toll of a one-sided act, in words that differ only in status.

    "About 60 villagers" and "136 people" can both hold if the first counts only some of the dead; when neither
    speaker splits the dead any further, that is a strained reading.
    """
    if (
        case.mutual
        or greater.voice == smaller.voice
        or not _exceeds(quantity_of(greater).outer, quantity_of(smaller).outer)
    ):
        return False
    wide, narrow = population_of(greater), population_of(smaller)
    same_frame = wide.measure is narrow.measure and wide.camp in (None, narrow.camp)
    if not same_frame or wide.total != narrow.total or narrow.people.demography != wide.people.demography:
        return False
    same_word = {w.casefold() for w in narrow.people.unread} & {w.casefold() for w in wide.people.unread}
    if armed(narrow.people) and narrow.people.statuses != wide.people.statuses and not same_word:
        return False
    if any(trait.startswith(("name:", "rank:", "nationality:")) for trait in narrow.people.traits):
        return False
    return all(_only_toll(case, r) for r in (greater, smaller))


def _only_toll(case: Case, reading: Reading) -> bool:
    """Whether the speaker counts the dead in one way only; losses of another side, such as its own, are no split."""
    mine = [r for r in case.figures if r.voice == reading.voice]
    counted = population_of(reading)
    keys = {
        population_key(population_of(r))
        for r in mine
        if population_of(r).measure is counted.measure and population_of(r).camp in (None, counted.camp)
    }
    return len(keys) == 1


def _exceeds(up: Interval, down: Interval) -> bool:
    return down.high is not None and up.low > down.high


def _within_one_voice(case: Case, greater: Reading, smaller: Reading, relation: Relation) -> _Clash | None:
    if not _exceeds(quantity_of(greater).outer, quantity_of(smaller).outer):
        return None
    if _counts_other_people(case, greater, smaller):
        return None
    about = About.COUNT if relation is Relation.EQUAL else About.ACCOUNTING
    if in_one_breath(greater, smaller):
        return _Clash("count-self", about, Verdict.CONTRADICTION)
    if order_unknown(greater, smaller):
        return _Clash("count-self", about, Verdict.TENSION)
    return None


def _between_voices(case: Case, greater: Reading, smaller: Reading, relation: Relation, *, hard: bool) -> _Clash:
    overtaken = later(smaller, greater) is True
    if _replaced(smaller, greater):
        return _Clash("count-overtaken", About.COUNT, Verdict.PROGRESSION)
    if hard:
        one_side = greater.camp is not None and greater.camp == smaller.camp
        strained = (
            (one_side and overtaken)
            or _of_other_hands(case, greater, smaller)
            or _counts_other_people(case, greater, smaller)
        )
        verdict = case.as_firm_as_the_event(Verdict.TENSION if strained else Verdict.CONTRADICTION, greater, smaller)
        if relation is Relation.PART:
            return _Clash("count-part-exceeds-whole", About.ACCOUNTING, verdict)
        return _Clash("count-disjoint", About.COUNT, verdict)
    if overtaken and quantity_of(smaller).form in _OPEN_ENDED:
        return _Clash("count-overtaken-softly", About.COUNT, Verdict.PROGRESSION)
    return _Clash("count-strained", About.COUNT, Verdict.TENSION)


def _replaced(smaller: Reading, greater: Reading) -> bool:
    """Whether the lower figure was only a first one: it says so, or the later one counts people who died since."""
    if greater.said is None:
        return smaller.preliminary
    if smaller.said is None or smaller.said[1] >= greater.said[0]:
        return False
    claim = greater.claim
    return smaller.preliminary or late_deaths_mark(" ".join((claim.victims, claim.quote, claim.notes)))


def _counts_other_people(case: Case, greater: Reading, smaller: Reading) -> bool:
    """Whether only a presumption, or a word that is not understood, makes the two speak of the same people."""
    if may_be_fewer(smaller, greater, case.reader):
        return True
    presumed = any(_presumed(population_of(r).people) for r in (greater, smaller))
    zero = quantity_of(smaller).outer.high == 0
    return presumed and not zero and not _same_people_for_sure(greater, smaller)


def _presumed(people: People) -> bool:
    """Whether a status is presumed that could well be another: women may be soldiers; children are not looked at so."""
    return people.presumed and not people.demography <= CHILDREN


def _same_people_for_sure(greater: Reading, smaller: Reading) -> bool:
    open_relation = compare_people(*(population_of(r).people.unpresumed for r in (greater, smaller)))
    return open_relation in (Relation.EQUAL, Relation.PART)


def _of_other_hands(case: Case, a: Reading, b: Reading) -> bool:
    """Whether each figure names other perpetrators: the dead of one party's hand may not be those of the other's."""
    hands = [case.reader.known_camps(r.perpetrators) for r in (a, b)]
    return bool(hands[0] and hands[1]) and not hands[0] & hands[1]


def _a_hedge_apart(up: Quantity, down: Quantity) -> bool:
    """The same figure with and without "more than" or "fewer than": apart by the letter only."""
    return up.number is not None and up.number == down.number and _gap_between(up.outer, down.outer) == 1


def _dispute(case: Case, clash: _Clash, ups: list[Reading], downs: list[Reading]) -> Finding:
    greater, smaller = ups[0], downs[0]
    up, down = quantity_of(greater), quantity_of(smaller)
    hard = _gap_between(up.outer, down.outer)
    soft = _gap_between(up.core, down.core)
    part = clash.about is About.ACCOUNTING
    early = clash.verdict is Verdict.PROGRESSION
    factors = Factors(
        magnitude=max(
            _share(up.outer, down.outer), 0.4 * _share(up.core, down.core) if hard else _share(up.core, down.core)
        ),
        directness=directness_of("part_of_whole") if part else 1.0,
        independence=case.independence(greater, smaller),
        firmness=firmness_of("within_rounding" if _within_rounding(greater, smaller) else clash.verdict.value),
    )
    rule = clash.rule.removesuffix("-softly")
    return case.finding(
        rule,
        clash.about,
        clash.verdict,
        (ups, downs),
        factors,
        _sentence(case, clash, greater, smaller),
        gap=hard if hard else soft,
        policies=_policies_under_which(case, greater, smaller, outer=hard is not None and not early),
        notes=_notes(case, greater, smaller),
    )


def _gap_between(up: Interval, down: Interval) -> int | None:
    return up.low - down.high if down.high is not None and up.low > down.high else None


def _share(up: Interval, down: Interval) -> float:
    return share_beyond(up.low, down.high) if down.high is not None else 0.0


def _sentence(case: Case, clash: _Clash, greater: Reading, smaller: Reading) -> str:
    said = f"{case.who(greater)} said {counted(greater)}; {case.who(smaller)} said {counted(smaller)}."
    up, down = quantity_of(greater), quantity_of(smaller)
    if clash.verdict is Verdict.PROGRESSION:
        return f"{said} The lower figure came first and was open or preliminary; the later one overtook it."
    if clash.rule == "count-strained" and _exceeds(up.outer, down.outer):
        return f"{said} Both can hold only if {_quoted(smaller)} counts just some of the people of {_quoted(greater)}."
    if clash.rule == "count-strained":
        return f"{said} Both can hold only on a strained reading of {_quoted(smaller)} and {_quoted(greater)}."
    gap = _gap_between(up.outer, down.outer)
    if clash.about is About.ACCOUNTING:
        return (
            f"{said} A part cannot be larger than its whole: {span(up.outer)} against {span(down.outer)}, {gap} apart."
        )
    if clash.verdict is Verdict.TENSION:
        return f"{said} The two figures are {gap} apart; one may have replaced the other."
    return f"{said} No number is both {span(up.outer)} and {span(down.outer)}: the figures are {gap} apart."


def _quoted(reading: Reading) -> str:
    return f"“{quantity_of(reading).wording}”"


def _notes(case: Case, greater: Reading, smaller: Reading) -> list[str]:
    notes = []
    for reading, which in ((smaller, "lower"), (greater, "higher")):
        if reading.relation == "own-loss":
            side = case.camp_name(population_of(reading).camp)
            losses = armed(population_of(reading).people) and quantity_of(reading).outer.high != 0
            own = "losses" if armed(population_of(reading).people) else "people"
            word = "is an own-loss admission: " if losses else "is its own: "
            notes.append(f"The {which} figure {word}{side} speaks of its own {own}.")
    if _a_hedge_apart(quantity_of(greater), quantity_of(smaller)):
        notes.append("The two are apart by the letter only: one number, with and without a word before it.")
    elif _within_rounding(greater, smaller):
        notes.append("The two figures lie within rounding of each other.")
    if not _exceeds(quantity_of(greater).outer, quantity_of(smaller).outer):
        harder = _policies_under_which(case, greater, smaller, outer=True)
        if harder:
            notes.append(f"The two contradict each other under the numeral policies {', '.join(harder)}.")
    return notes


def _within_rounding(greater: Reading, smaller: Reading) -> bool:
    """Whether half a unit of the last non-zero digit bridges the gap."""
    gap = _gap_between(quantity_of(greater).outer, quantity_of(smaller).outer)
    if gap is None:
        return False
    return 2 * gap <= sum(_rounded_to(quantity_of(r)) for r in (greater, smaller))


def _rounded_to(quantity: Quantity) -> int:
    """The unit of the last non-zero digit of a round figure, else 0."""
    return unit_of(quantity.number) if quantity.number and quantity.is_round else 0


def _policies_under_which(case: Case, greater: Reading, smaller: Reading, *, outer: bool) -> list[str]:
    """The numeral policies under which the pair still disagrees."""
    names = []
    for name in policy_names():
        policy: Policy = load_policy(name)
        up, down = case.reader.quantity(greater.claim, policy), case.reader.quantity(smaller.claim, policy)
        if _exceeds(up.outer, down.outer) if outer else _exceeds(up.core, down.core):
            names.append(name)
    return names
