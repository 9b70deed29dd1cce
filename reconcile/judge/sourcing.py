"""Statements that agree: repeated by one origin, or made by claimants who are independent of each other.

Only origins count, not articles: relays, restatements and the mouthpieces of one side add no corroboration.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping

from claims.model import Kind
from claims.quantity import Interval
from reconcile.judge.attribution import stated_as_fact
from reconcile.judge.case import Case, by_preference
from reconcile.judge.figures import counted, population_key, population_of, quantity_of
from reconcile.judge.standing import superseded
from reconcile.population import Relation
from reconcile.reading import Reading
from reconcile.result import About, Finding, Verdict
from reconcile.severity import factors_for


def repetitions(case: Case) -> list[Finding]:
    """The same figure for the same people from one origin, more than once: one statement, not several."""
    alike: dict[Hashable, list[Reading]] = defaultdict(list)
    for reading in case.readings:
        if reading.claim.kind is Kind.CASUALTY and not case.origins.is_changed(reading):
            root = case.origins.root(reading)
            outer = quantity_of(reading).outer
            alike[root.origin, population_key(population_of(reading)), outer].append(reading)
    return [_repetition(case, members) for members in alike.values() if len(members) > 1]


def _repetition(case: Case, members: list[Reading]) -> Finding:
    first, *rest = sorted(members, key=lambda r: (case.origins.is_copy(r), *by_preference(r)))
    more = "one more statement repeats" if len(rest) == 1 else f"{len(rest)} more statements repeat"
    text = f"{case.who(first)} said {counted(first)}; {more} the same origin."
    factors = factors_for("repetition", "repetition")
    sides = ((first,), rest)
    notes = case.origins.reasons(rest)
    return case.finding("sourcing-repeated", About.SOURCING, Verdict.REPETITION, sides, factors, text, notes=notes)


def corroborations(case: Case) -> list[Finding]:
    """Independent origins whose figures for the same people agree."""
    gone = case.once(superseded)
    by_people: dict[Hashable, list[Reading]] = defaultdict(list)
    for reading in case.casualties:
        if reading.key not in gone and _informative(quantity_of(reading).core):
            by_people[population_key(population_of(reading))].append(reading)
    found = []
    stated = stated_as_fact(case)
    for members in by_people.values():
        for alike in _agreeing(members):
            agreeing = [r for r in alike if case.relation(alike[0], r) is Relation.EQUAL]
            slots = _independent(agreeing, {name: said.camp for name, (_, said) in stated.items()})
            if len(slots) > 1:
                found.append(_corroboration(case, slots))
    return found


def _informative(core: Interval) -> bool:
    """A fair reading no wider than one doubling."""
    return core.high is not None and core.high + 1 <= 2 * (core.low + 1)


def _agreeing(members: list[Reading]) -> list[list[Reading]]:
    """Readings whose cores share a number (intervals that meet pairwise all share one: Helly's theorem)."""
    groups: list[tuple[int, list[Reading]]] = []
    for reading in sorted(members, key=lambda r: (quantity_of(r).core.low, quantity_of(r).core.high or 0, r.id)):
        core = quantity_of(reading).core
        assert core.high is not None
        if groups and core.low <= groups[-1][0]:
            groups[-1] = (min(groups[-1][0], core.high), [*groups[-1][1], reading])
        else:
            groups.append((core.high, [reading]))
    return [group for _, group in groups if len(group) > 1]


def _independent(agreeing: list[Reading], stated: Mapping[str, str | None]) -> list[list[Reading]]:
    """One slot per independent origin: a side counts once, however many mouthpieces or outlets give its figure."""
    slots: dict[str, list[Reading]] = defaultdict(list)
    for reading in sorted(agreeing, key=by_preference):
        slots[reading.camp or stated.get(reading.id) or reading.origin].append(reading)
    return list(slots.values())


def _corroboration(case: Case, slots: list[list[Reading]]) -> Finding:
    one, two = slots[0], slots[1]
    others = [r for slot in slots[2:] for r in slot]
    further = len(slots) - 2
    more = f" {further} more independent {'origin agrees' if further == 1 else 'origins agree'}." if further else ""
    text = f"{case.who(one[0])} said {counted(one[0])}; independently {case.who(two[0])} said {counted(two[0])}.{more}"
    sides = (one, [*two, *others])
    factors = factors_for("corroboration", "corroboration")
    return case.finding("count-corroborated", About.COUNT, Verdict.CORROBORATION, sides, factors, text)
