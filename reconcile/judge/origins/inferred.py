"""Links that nobody tells of: an outlet that says in its own name what somebody else said in the same words.

Only an outlet that names no speaker can be such a copy. It repeats another outlet when their quotes are all but
letter for letter the same, and a speaker when exactly one speaker gave that figure, above four, in the same words for
the same people. Two possible speakers are left alone, and nothing repeats what was said after it. (Judgement core,
voices.)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import cache

from claims.model import Kind
from reconcile.citing import agency, words_of
from reconcile.judge.figures import later, quantity_of
from reconcile.judge.origins.links import Link, Why
from reconcile.judge.origins.statements import TELLING, one_place_and_time, relation, statement_key
from reconcile.judge.origins.told import by_time, earliest
from reconcile.population import Relation
from reconcile.reader import Reader
from reconcile.reading import Reading, fold, year_of
from reconcile.relays import in_its_own_name, relay_of

LONG_ENOUGH = 50
"""Folded characters below which two sentences may be alike by chance."""
ALIKE = 95.0
"""Similarity, of 100, from which two quotes are one text (normalised indel similarity of rapidfuzz)."""


def inferred_links(readings: Sequence[Reading], relays: Iterable[Link], reader: Reader) -> list[Link]:
    """A link for each outlet that repeats a quote or a figure without saying so."""
    if len(readings) < 2:
        return []
    told = {link.copy.id for link in relays if link.repeats or in_its_own_name(link.copy.claim)}
    free = [r for r in readings if r.id not in told]
    outlets = unattributed(free, reader)
    quoting = _same_quotes(outlets)
    silent = {r.id for r in outlets}
    named = _by_statement(r for r in free if r.id not in silent)
    return [*quoting.values(), *_same_words([r for r in outlets if r.id not in quoting], named, reader)]


def unattributed(readings: Sequence[Reading], reader: Reader) -> list[Reading]:
    """The claims of outlets that narrate, rather than count for themselves or speak for a side."""
    own = (r for r in readings if in_its_own_name(r.claim) and relay_of(r.claim, ()) is None)
    narrating = {r.voice for r in own if _is_an_outlet(r, reader)}
    return [r for r in readings if r.camp is None and (r.voice in narrating or _is_known_medium(r, reader))]


def _is_an_outlet(reading: Reading, reader: Reader) -> bool:
    """Whether a claimant in its own name is a medium, or may be one for all that its name says."""
    if _is_known_medium(reading, reader):
        return True
    words = {*fold(reading.claim.claimant).split(), *fold(reading.claim.source_type or "-").split()}
    return reader.registry.resolve(reading.claim.claimant, year_of(reading)) is None and not words & _recorders()


def _is_known_medium(reading: Reading, reader: Reader) -> bool:
    actor = reader.registry.resolve(reading.claim.claimant, year_of(reading))
    return agency(reading.claim.claimant) is not None if actor is None else actor.kind == "media"


@cache
def _recorders() -> frozenset[str]:
    return frozenset(word for entry in words_of("recorders") for word in fold(entry).split())


def _by_statement(readings: Iterable[Reading]) -> Mapping[Hashable, list[Reading]]:
    found: dict[Hashable, list[Reading]] = defaultdict(list)
    for r in readings:
        found[statement_key(r)].append(r)
    return found


def _same_quotes(outlets: Sequence[Reading]) -> dict[str, Link]:
    alike = _by_statement(r for r in outlets if len(_words(r.claim.quote)) >= LONG_ENOUGH)
    found = {}
    for members in alike.values():
        in_order = sorted(members, key=by_time)
        for n, copy in enumerate(in_order):
            first = next((r for r in in_order[:n] if _one_text(copy, r)), None)
            if first is not None:
                found[copy.id] = Link(copy, first, "", Why.QUOTE, ())
    return found


def _one_text(one: Reading, two: Reading) -> bool:
    if fold(one.claim.source) == fold(two.claim.source):
        return False
    from rapidfuzz.fuzz import ratio

    return ratio(_words(one.claim.quote), _words(two.claim.quote), score_cutoff=ALIKE) >= ALIKE


def _words(quote: str) -> str:
    return fold(quote) if quote else ""


def _same_words(
    outlets: Sequence[Reading], attributed: Mapping[Hashable, list[Reading]], reader: Reader
) -> Iterable[Link]:
    for copy in outlets:
        if copy.claim.kind is not Kind.CASUALTY or (quantity_of(copy).number or 0) <= TELLING:
            continue
        said = [r for r in attributed.get(statement_key(copy), ()) if _may_copy(copy, r, reader)]
        if len({r.voice for r in said}) == 1:
            yield Link(copy, earliest(said), "", Why.WORDS, ())


def _may_copy(copy: Reading, first: Reading, reader: Reader) -> bool:
    if later(copy, first) or not one_place_and_time(copy, first):
        return False
    return relation(copy, first, reader) is Relation.EQUAL
