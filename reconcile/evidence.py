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


def score_and_weight(a: Reading, b: Reading) -> tuple[float, float]:
    """The score, and how much was observed at all: the sum of the clues' sizes, the prior left out.

    A pair with little in common and little apart has little to say about whether two groups are one event.
    """
    _, *observed = weigh(a, b)
    prior: float = weights()["prior"]
    return round(prior + sum(c.bits for c in observed), 6), round(sum(abs(c.bits) for c in observed), 6)


def _date(a: Reading, b: Reading, table: Weights) -> Clue | None:
    one, two, bits = a.window, b.window, table["date"]
    if (one.first is None and one.last is None) or (two.first is None and two.last is None):
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
    """Where it was. A place that only the gazetteer put elsewhere counts less than one that was said."""
    one, two = a.place, b.place
    relation = _relation(one, two)
    if relation in _UNSURE and not (_pinned(one) and _pinned(two)) and (shared := _shared_names(one, two)):
        return Clue("place", f"both name {', '.join(shared)}", table["place"]["same_name"])
    name = relation.name.lower()
    if relation in _FAR_APART and not (_pinned(one) and _pinned(two)):
        name = "other_locality"
    if name == "other_locality" and one.wording.isascii() != two.wording.isascii():
        name = "other_script"
    return Clue("place", f"{one.wording} / {two.wording}: {relation.value}", table["place"][name])


_FAR_APART = frozenset({PlaceRelation.OTHER_PROVINCE, PlaceRelation.OTHER_COUNTRY})
_UNSURE = _FAR_APART | {PlaceRelation.OTHER_LOCALITY, PlaceRelation.UNKNOWN, PlaceRelation.SAME_COUNTRY}


def _shared_names(one: Place, two: Place) -> list[str]:
    """Names in both wordings, other than those of an area that both give as the whole."""
    wholes = [{w for spot in p.spots for key in spot.within_keys for w in key.split()} for p in (one, two)]
    return sorted((one.names & two.names) - (wholes[0] & wholes[1]))


def _pinned(place: Place) -> bool:
    """Whether the words say which of several places of a name is meant: a sharp spot with its country."""
    return not place.vague and any(spot.said for spot in place.spots)


@cache
def _relation(a: Place, b: Place) -> PlaceRelation:
    return compare(a, b)[0]


def _event_type(a: Reading, b: Reading, table: Weights) -> Clue | None:
    """The kind of event; a kind that was only read from the words for an act can speak for a pair, not against it."""
    found = compare_types(a.event_type, b.event_type)
    bits = table["event_type"][found]
    if bits < 0 and not (a.claim.event_type and b.claim.event_type):
        return None
    return Clue("event type", f"{found} ({a.event_type.id} / {b.event_type.id})", bits)


def _parties(a: Reading, b: Reading, table: Weights) -> Clue | None:
    """The sides in it. Who is blamed is what is in dispute, so other culprits do not speak against a pair."""
    bits = table["parties"]
    shared = sorted(a.parties & b.parties)
    if len(shared) >= 2:
        return Clue("parties", f"the same two sides ({', '.join(shared)})", bits["same_two"])
    involved = sorted((a.parties | {a.camp}) & (b.parties | {b.camp}) - {None})
    if len(involved) >= 2:
        return Clue("parties", f"the same two sides act or speak ({', '.join(involved)})", bits["same_two_involved"])
    if shared:
        return Clue("parties", f"one side in common ({shared[0]})", bits["same_one"])
    if involved:
        return Clue("parties", f"one side acts or speaks in both ({involved[0]})", bits["one_involved"])
    if len(a.parties) >= 2 and len(b.parties) >= 2:
        return Clue("parties", "no side in common", bits["none_in_common"])
    return None


def _names(a: Reading, b: Reading, table: Weights) -> Clue | None:
    """Proper names in both texts, or in one text and the other's place."""
    shared = (a.names & b.names) | (a.names & b.place.names) | (b.names & a.place.names)
    shared -= a.place.names & b.place.names
    if not shared:
        return None
    bits = min(len(shared) * table["names"]["each"], table["names"]["most"])
    return Clue("names", "both name " + ", ".join(sorted(shared)), bits)


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
