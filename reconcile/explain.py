"""Why two claims are or are not one event, and why they do or do not disagree."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claims.model import Kind
from claims.people_words import read_with
from reconcile.acts import same_act
from reconcile.decisions import Decision, Ruling, Rulings
from reconcile.engine import Judged
from reconcile.graph import ClaimGraph
from reconcile.grouping import LONGEST_SPREAD_IN_DAYS
from reconcile.judge.characterization import opposed
from reconcile.judge.figures import counted, population_of, quantity_of, span
from reconcile.population import Relation
from reconcile.reader import Reader
from reconcile.reading import Reading
from reconcile.result import Explanation
from reconcile.shape import link

_RELATION_WORDS = {
    Relation.EQUAL: "Both count the same people.",
    Relation.PART: "The first counts a part of the people that the second counts.",
    Relation.WHOLE: "The second counts a part of the people that the first counts.",
    Relation.OVERLAP: "The two count overlapping people, neither a part of the other: no comparison.",
    Relation.DISJOINT: "The two count different people: no comparison.",
}


class UnknownClaim(ValueError):
    """An id that no claim of the input has; the message offers the nearest ones."""


def explain(judged: Judged, one: str, two: str, decisions: tuple[Decision, ...] = ()) -> Explanation:
    """Explain a pair of claims by id. Raises UnknownClaim for an id that is not there."""
    with read_with(judged.reader.people):
        return _explain(judged, one, two, decisions)


def _explain(judged: Judged, one: str, two: str, decisions: tuple[Decision, ...]) -> Explanation:
    homes = {r.id: (event, r) for event, case in judged.cases.items() for r in case.readings}
    for name in (one, two):
        if name not in homes:
            raise UnknownClaim(_left_out(judged, name) or _unknown(name, list(homes)))
    (event_one, a), (event_two, b) = homes[one], homes[two]
    graph = ClaimGraph(judged.result)
    readings = {r.id: r for _, r in homes.values()}
    claims = {claim.id: claim for claim in judged.result.claims}
    way = graph.path(one, two)
    return Explanation(
        first=claims[one],
        second=claims[two],
        same_event=event_one == event_two,
        link=link(a, b),
        grouping=_grouping(a, b, event_one == event_two, Rulings(decisions)),
        path=[link(readings[x], readings[y]) for x, y in pairwise(way)] if len(way) > 2 else [],
        comparison=[
            *_comparison(a, b, judged.reader),
            *_copying(judged, one, two),
            *_set_aside(decisions, one, two),
        ],
        findings=graph.findings_naming(one, two),
    )


def _copying(judged: Judged, one: str, two: str) -> list[str]:
    """Whether one of the two repeats the other, and how that is known."""
    found = []
    for step in (step for event in judged.result.events for step in event.origins):
        if {step.claim, step.of} == {one, two}:
            changed = f", with {' and '.join(step.changed)} changed" if step.changed else ""
            found.append(f"{step.claim} repeats {step.of}: {step.reason}{changed}.")
    return found


def _set_aside(decisions: Sequence[Decision], one: str, two: str) -> list[str]:
    """What people decided about whether the two contradict each other, the last word last."""
    said = []
    for decision in decisions:
        if decision.decision in (Ruling.NOT_A_CONTRADICTION, Ruling.A_CONTRADICTION) and {one, two} <= {
            *decision.claims
        }:
            by = f" by {decision.by}" if decision.by else ""
            why = f": {decision.why}" if decision.why else ""
            said.append(f"Decided{by} to be {decision.decision}{why}.")
    return said


def _left_out(judged: Judged, name: str) -> str:
    """Why a claim of the input is not in the result; empty when it is not in the input either."""
    date = judged.result.run.as_of
    if any(claim.id == name for claim in judged.known.later):
        return f"the claim {name!r} is left out: it was published after {date}"
    if any(claim.id == name for claim in judged.known.undated):
        return f"the claim {name!r} is left out as of {date}: it has no publication date"
    return ""


def _unknown(name: str, known: list[str]) -> str:
    from rapidfuzz.process import extract

    parts = [one for one in known if one.startswith(f"{name} ")]  # a row of several counts gave several claims
    near = parts[:3] or [match for match, _, _ in extract(name, known, limit=3)]
    return (
        f"no claim has the id {name!r}; the nearest ids are {', '.join(near)}"
        if near
        else f"no claim has the id {name!r}"
    )


def _grouping(a: Reading, b: Reading, together: bool, rulings: Rulings) -> list[str]:
    pair = frozenset((a.id, b.id))
    found = []
    if pair in rulings.same():
        found.append("A person decided that they are the same event.")
    if pair in rulings.different():
        found.append("A person decided that they are different events.")
    if a.claim.event and b.claim.event:
        same = a.claim.event == b.claim.event
        found.append(f"The user gave them {'the same label' if same else 'different labels'}, which decides.")
    bits = link(a, b).bits
    if not found and together:
        found.append(
            "Their own evidence puts them in one event." if bits > 0 else "They are one event through other claims."
        )
    if not found:
        found.append(_why_apart(a, b, bits))
    return found


def _why_apart(a: Reading, b: Reading, bits: float) -> str:
    gap = a.window.gap(b.window)
    if gap > LONGEST_SPREAD_IN_DAYS:
        return f"They are kept apart: their dates are {gap} days apart."
    if bits > 0:
        return "They are kept apart: each fits better with other claims than with the other's group."
    return "They are kept apart: the evidence for one event is not above zero."


def _comparison(a: Reading, b: Reading, reader: Reader) -> list[str]:
    if a.claim.kind is not b.claim.kind:
        return [f"One is a {a.claim.kind} claim, the other a {b.claim.kind} claim; they are not compared directly."]
    if a.claim.kind is Kind.CASUALTY:
        return _figures(a, b, reader)
    if a.claim.kind is Kind.RESPONSIBILITY:
        if not (a.act.wording or b.act.wording):
            return ["Neither names an act: both speak of the event itself."]
        one_act = "can mean one act" if same_act(a.act, b.act) else "name different acts"
        return [f"“{a.act.wording or 'the event'}” and “{b.act.wording or 'the event'}” {one_act}."]
    dimension = opposed(a.claim.frame, b.claim.frame)
    words = f"“{a.claim.frame}” and “{b.claim.frame}”"
    return [
        f"{words} are opposed ({dimension})." if dimension else f"{words} are not opposed in the shipped word list."
    ]


def _figures(a: Reading, b: Reading, reader: Reader) -> list[str]:
    relation = reader.relate(population_of(a), population_of(b))
    found = [_RELATION_WORDS[relation]]
    for name, reading in (("first", a), ("second", b)):
        quantity = quantity_of(reading)
        core = "" if quantity.core == quantity.outer else f"; a fair reader expects {span(quantity.core)}"
        found.append(f"The {name}, {counted(reading)}, means {span(quantity.outer)}{core}.")
    if relation in (Relation.EQUAL, Relation.PART, Relation.WHOLE):
        meet = quantity_of(a).outer.meets(quantity_of(b).outer)
        found.append("The two intervals share at least one number." if meet else "The two intervals share no number.")
    found.extend(_whose_losses(a, b, reader))
    return found


def _whose_losses(a: Reading, b: Reading, reader: Reader) -> list[str]:
    found = []
    lower = min((a, b), key=lambda r: (quantity_of(r).outer.low, r.id))
    for name, reading in (("first", a), ("second", b)):
        side = reader.side_name(population_of(reading).camp)
        if reading.relation == "own-loss":
            figure = "the lower figure" if reading is lower else "the higher figure"
            found.append(f"The {name} is an own-loss admission: {side} speaks of its own losses, and gives {figure}.")
        elif reading.relation == "other-side-loss":
            found.append(f"The {name} speaks of the losses of its opponent, {side}.")
        elif reading.relation == "third-party":
            found.append(f"The {name} is by a third party.")
    return found
