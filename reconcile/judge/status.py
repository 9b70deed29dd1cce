"""The same dead, called fighters by one side and civilians by another.

Two figures that differ only in status are about the same people when at least one speaker describes the victims as a
whole. When both merely count one kind, both can be right; if the act had one perpetrator and neither speaker ever
mentions the other kind, that is a strained reading, and a tension.
"""

from __future__ import annotations

from collections import defaultdict

from reconcile.judge.case import Case
from reconcile.judge.figures import counted, population_of
from reconcile.judge.standing import superseded
from reconcile.judge.victims import as_armed, as_civilians, of_all, of_somebody, same_figure
from reconcile.population import Population, Relation, relate_measures
from reconcile.reading import Reading
from reconcile.result import About, Finding, Verdict
from reconcile.severity import factors_for


def status_disputes(case: Case) -> list[Finding]:
    """Disputes over whether the dead of an event were armed or civilians."""
    gone = case.once(superseded)
    some = [r for r in case.casualties if r.key not in gone and not population_of(r).people.materiel and of_somebody(r)]
    fighters = [r for r in some if as_armed(r)]
    civilians = [r for r in some if as_civilians(r)]
    both_kinds = _reporting_both_kinds(case)
    edges = []
    for one in fighters:
        for two in civilians:
            verdict = None if {_speaker(one), _speaker(two)} <= both_kinds else _verdict(case, one, two)
            if verdict is not None:
                key = (verdict, one.camp, two.camp, of_all(one) and of_all(two))
                edges.append((key, one, two))
    return case.most_severe([_dispute(case, key[0], key[3], a, b) for key, a, b in case.disputes(edges)])


def _verdict(case: Case, one: Reading, two: Reading) -> Verdict | None:
    if one.voice == two.voice or (one.camp is not None and one.camp == two.camp):
        return None
    p, q = population_of(one), population_of(two)
    if relate_measures(p.measure, q.measure) is Relation.DISJOINT or (p.total is None) != (q.total is None):
        return None
    if _admits_own(one, p, q) or _other_act(case, one, two):
        return None
    if of_all(one) or of_all(two) or same_figure(one, two):
        return case.as_firm_as_the_event(Verdict.CONTRADICTION, one, two)
    return Verdict.TENSION if not case.mutual and _one_ground(case, one, two) else None


def _one_ground(case: Case, one: Reading, two: Reading) -> bool:
    """Whether two counts of one kind each can be of the same bodies: one perpetrator, or no other side's."""
    hands = [case.reader.known_camps(r.perpetrators) for r in (one, two)]
    camps = population_of(one).camp, population_of(two).camp
    return bool(hands[0] & hands[1]) or camps[0] == camps[1] or None in camps


def _admits_own(fighters: Reading, p: Population, q: Population) -> bool:
    """Whether the first speaks of its own armed dead, and the second of another side's people: other bodies."""
    return fighters.relation == "own-loss" and q.camp is not None and p.camp != q.camp


def _other_act(case: Case, one: Reading, two: Reading) -> bool:
    """Whether the two speak of victims of different parties' acts, where both parties fought."""
    if not case.mutual:
        return False
    sides = [case.reader.known_camps(r.perpetrators) for r in (one, two)]
    if sides[0] and sides[1]:
        return not sides[0] & sides[1]
    return False


def _reporting_both_kinds(case: Case) -> set[str]:
    """The sides and voices that report armed and civilian dead: where both speakers do, both kinds died."""
    kinds: dict[str, set[str]] = defaultdict(set)
    for reading in case.casualties:
        if of_somebody(reading):
            kinds[_speaker(reading)] |= {"armed"} if as_armed(reading) else set()
            kinds[_speaker(reading)] |= {"civilian"} if as_civilians(reading) else set()
    return {speaker for speaker, reported in kinds.items() if len(reported) == 2}


def _speaker(reading: Reading) -> str:
    return reading.camp or reading.voice


def _dispute(case: Case, verdict: Verdict, both_whole: bool, ones: list[Reading], twos: list[Reading]) -> Finding:
    one, two = ones[0], twos[0]
    factors = factors_for("status_whole" if both_whole else "status", verdict.value, case.independence(one, two))
    said = f"{case.who(one)} said {counted(one)}; {case.who(two)} said {counted(two)}."
    if verdict is Verdict.CONTRADICTION:
        text = f"{said} The same victims are described as armed by one and as civilians by the other."
    else:
        text = f"{said} Each figure counts one kind of victim only; both can hold if they count different people."
    return case.finding("status-disputed", About.STATUS, verdict, (ones, twos), factors, text)
