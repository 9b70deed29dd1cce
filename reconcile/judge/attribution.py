"""An outlet that states as fact what one side said.

The figure is a belligerent's, nobody else gave it, and the outlet gives it in its own name: no speaker, no relay, and
no word in its quote that leaves it with one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from claims.model import Kind, Measure
from reconcile.citing import attributes
from reconcile.judge.case import Case, by_preference
from reconcile.judge.figures import counted, later, population_key, population_of, quantity_of
from reconcile.judge.origins.inferred import unattributed
from reconcile.judge.origins.statements import TELLING, relation
from reconcile.population import Population, Relation
from reconcile.reading import Reading
from reconcile.relays import relay_of
from reconcile.result import About, Finding, Verdict
from reconcile.severity import factors_for

_FIRMER = {Measure.NEUTRALISED: Measure.KILLED, Measure.CASUALTIES: Measure.KILLED}
"""What a measure becomes in a stronger wording: not everybody who was put out of action died."""


def attribution_lost(case: Case) -> list[Finding]:
    """Figures of one side that outlets give in their own name, as stated or in a stronger wording."""
    lost: dict[str, list[Reading]] = defaultdict(list)
    sources = {}
    for outlet, said in stated_as_fact(case).values():
        sources[said.id] = said
        lost[said.id].append(outlet)
    return case.most_severe([_finding(case, sources[name], lost[name]) for name in sorted(lost)])


def stated_as_fact(case: Case) -> dict[str, tuple[Reading, Reading]]:
    """By its id, each figure that an outlet states in its own name, with the statement of the one side that gave it."""
    figures = [r for r in case.readings if r.claim.kind is Kind.CASUALTY and (quantity_of(r).number or 0) > TELLING]
    if len(figures) < 2:
        return {}
    outlets = {r.id: r for r in unattributed(figures, case.reader)}
    by_number: dict[int | None, list[Reading]] = defaultdict(list)
    for r in figures:
        if r.id not in outlets and not case.origins.is_copy(r):
            by_number[quantity_of(r).number].append(r)
    found = {}
    for outlet in outlets.values():
        near = by_number[quantity_of(outlet).number] if _names_nobody(outlet) else []
        said = [r for r in near if not later(outlet, r) and _as_firm(case, outlet, r)]
        if said and len({r.camp for r in said}) == 1 and said[0].camp is not None:
            found[outlet.id] = (outlet, min(said, key=by_preference))
    return found


def _names_nobody(reading: Reading) -> bool:
    claim = reading.claim
    return relay_of(claim, ()) is None and not attributes(" ".join((claim.quote, claim.title, claim.notes)))


def _as_firm(case: Case, outlet: Reading, said: Reading) -> bool:
    """Whether the outlet says no less than the side did, about the same people."""
    p, q = population_of(outlet), population_of(said)
    if population_key(p) == population_key(q):
        return relation(outlet, said, case.reader) is Relation.EQUAL and _no_weaker(outlet, said)
    return _FIRMER.get(q.measure) is p.measure and _same_people(p, q) and _no_weaker(outlet, said)


def _no_weaker(outlet: Reading, said: Reading) -> bool:
    """A plain number is as strong as any wording of it; a hedged one as strong as one with no higher floor."""
    one, two = quantity_of(outlet), quantity_of(said)
    return one.form == "exact" or one.outer.low >= two.outer.low


def _same_people(p: Population, q: Population) -> bool:
    return (p.camp, p.people.boxes, p.total) == (q.camp, q.people.boxes, q.total)


def _finding(case: Case, said: Reading, outlets: Sequence[Reading]) -> Finding:
    outlets = sorted(outlets, key=by_preference)
    text = (
        f"{case.who(said)} said {counted(said)}; {outlets[0].claim.claimant} states {counted(outlets[0])} in its own "
        f"name. These claims hold no other source for the figure, and no word that leaves it with a speaker."
    )
    factors = factors_for("attribution_lost", "repetition")
    sides = ((said,), outlets)
    return case.finding("sourcing-attribution-lost", About.SOURCING, Verdict.REPETITION, sides, factors, text)
