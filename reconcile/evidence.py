"""Why two claims may be about one event: additive evidence in bits.

Each clue is log2 of a likelihood ratio (Fellegi and Sunter's model of record linkage); the clues of a pair sum to its
score. What is to be compared never decides whether to compare it: unequal figures and opposed accusations weigh
nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from claims.event_types import compare_types
from claims.lexicon import data
from claims.model import Kind, Scope
from claims.places import Place, PlaceRelation, compare
from reconcile.acts import same_act, same_deed
from reconcile.reading import Reading

Weights = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Clue:
    """One piece of evidence: a stable name, what was observed, and its weight in bits."""

    name: str
    observed: str
    bits: float


@cache
def weights() -> Weights:
    """The shipped table of weights."""
    table: Weights = data("reconcile", "evidence.yaml")
    return table


def weigh(a: Reading, b: Reading) -> list[Clue]:
    """Every clue about the pair, strongest facet first; symmetric in its arguments."""
    if b.id < a.id:
        a, b = b, a
    table = weights()
    clues = [Clue("prior", "any two claims that come near each other", table["prior"])]
    for ask in _QUESTIONS:
        found = ask(a, b, table)
        if found is not None and found.bits:
            clues.append(found)
    return clues


def score(a: Reading, b: Reading) -> float:
    """The sum of the clues, in bits; above 0 the pair is likelier one event than two."""
    return round(sum(clue.bits for clue in weigh(a, b)), 6)


def _date(a: Reading, b: Reading, table: Weights) -> Clue | None:
    one, two, bits = a.window, b.window, table["date"]
    if one.first is None and one.last is None or two.first is None and two.last is None:
        return None
    apart = one.gap(two)
    if apart:
        name = _APART.get(apart, "further_apart")
        if one.approximate or two.approximate:
            name = "wider"
        return Clue("date", name.replace("_", " "), bits[name])
    days = max(one.days or 10**6, two.days or 10**6)
    name = next((n for most, n in _SPANS if days <= most), "wider")
    return Clue("date", _SPAN_WORDS[name], bits[name])


_APART = {1: "one_day_apart", 2: "two_days_apart", 3: "three_days_apart"}
_SPANS = (
    (1, "same_day"),
    (2, "within_two_days"),
    (3, "within_three_days"),
    (7, "within_week"),
    (31, "within_month"),
)
_SPAN_WORDS = {
    "same_day": "same day",
    "within_two_days": "same two days",
    "within_three_days": "same three days",
    "within_week": "overlapping days within a week",
    "within_month": "overlapping days within a month",
    "wider": "long or open spans that overlap",
}


def _place(a: Reading, b: Reading, table: Weights) -> Clue | None:
    relation = _relation(a.place, b.place)
    observed = f"{a.place.wording} / {b.place.wording}: {relation.value.replace('_', ' ')}"
    return Clue("place", observed, table["place"][relation.value.lower()])


@cache
def _relation(a: Place, b: Place) -> PlaceRelation:
    return compare(a, b)[0]


def _event_type(a: Reading, b: Reading, table: Weights) -> Clue | None:
    found = compare_types(a.event_type, b.event_type)
    return Clue("event type", f"{found} ({a.event_type.id} / {b.event_type.id})", table["event_type"][found])


def _parties(a: Reading, b: Reading, table: Weights) -> Clue | None:
    bits = table["parties"]
    shared = a.parties & b.parties
    names = ", ".join(sorted(shared))
    if len(shared) >= 2:
        return Clue("parties", f"the same two sides ({names})", bits["same_two"])
    if shared:
        whole = a.parties == b.parties or len(a.parties) == 1 or len(b.parties) == 1
        name = "same_one" if whole else "one_in_common"
        return Clue("parties", f"one side in common ({names})", bits[name])
    if (a.camp and a.camp in b.parties) or (b.camp and b.camp in a.parties):
        return Clue("parties", "one claimant's side is a party in the other claim", bits["speaker_is_party"])
    if a.parties and b.parties:
        return Clue("parties", "no side in common", bits["none_in_common"])
    return None


def _names(a: Reading, b: Reading, table: Weights) -> Clue | None:
    shared = sorted((a.names & b.names) - a.place.names - b.place.names)
    if not shared:
        return None
    bits = min(len(shared) * table["names"]["each"], table["names"]["most"])
    return Clue("names", "both texts name " + ", ".join(shared), bits)


def _count(a: Reading, b: Reading, table: Weights) -> Clue | None:
    """An equal, rare figure for the same measure; unequal figures say nothing about whether to compare them."""
    if a.quantity is None or b.quantity is None or a.claim.measure is not b.claim.measure:
        return None
    number = a.quantity.number
    if number is None or number != b.quantity.number or number < table["count"]["least_rare"]:
        return None
    return Clue("count", f"both give the figure {number}", table["count"]["same_rare_figure"])


def _text(a: Reading, b: Reading, table: Weights) -> Clue | None:
    one, two = a.claim, b.claim
    if not one.document or one.document != two.document or one.quote_start is None or two.quote_start is None:
        return None
    gap = max(one.quote_start, two.quote_start) - min(one.quote_end or 0, two.quote_end or 0)
    if gap <= 0:
        return Clue("text", "their quotes overlap", table["text"]["same_sentence"])
    if gap <= table["text"]["sentence_characters"] // 4:
        return Clue("text", "their quotes stand in one sentence or side by side", table["text"]["next_sentence"])
    return None


def _act(a: Reading, b: Reading, table: Weights) -> Clue | None:
    if a.claim.kind is not Kind.RESPONSIBILITY or b.claim.kind is not Kind.RESPONSIBILITY:
        return None
    if same_deed(a.act, b.act):
        return Clue("act", f"one act: {a.act.wording} / {b.act.wording}", table["act"]["same_deed"])
    if not same_act(a.act, b.act):
        return Clue("act", f"other acts: {a.act.wording} / {b.act.wording}", table["act"]["other_deed"])
    return None


def _scope(a: Reading, b: Reading, table: Weights) -> Clue | None:
    one, two = a.claim.scope is Scope.CUMULATIVE, b.claim.scope is Scope.CUMULATIVE
    bits = table["scope"]
    if one != two:
        return Clue("scope", "a running total and a single event", bits["one_total_one_event"])
    if not one or not (a.window.bounded and b.window.bounded):
        return None
    if a.window.contains(b.window) and b.window.contains(a.window):
        return Clue("scope", "totals over the same days", bits["same_totals"])
    return Clue("scope", "totals over different days", bits["other_totals"])


_QUESTIONS: tuple[Callable[[Reading, Reading, Weights], Clue | None], ...] = (
    _date,
    _place,
    _event_type,
    _parties,
    _names,
    _count,
    _text,
    _act,
    _scope,
)
