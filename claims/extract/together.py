"""Losses that people share, or that their noun tells: "a woman and her son", "12 men and a boy dead", "hurt boys"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claims.extract.loss import Loss
from claims.extract.persons import Persons
from claims.extract.sentences import Sentence
from claims.extract.tokens import Token
from claims.extract.words import Words
from claims.people import armed, read_people

_DESCRIBING = frozenset({"past", "participle", "state"})
_JOINS = frozenset({",", "and", "as", "well", "plus", "also", '"'})
_REDUCED = frozenset({"reduced", "state"})
"""Rules of a participle or a state that stands after all those it is said of."""


def describing(tokens: Sequence[Token], persons: Sequence[Persons], words: Words) -> dict[int, Persons]:
    """The tokens of words for a loss that only describe people, with these: "displaced" in "12 displaced people"."""
    found: dict[int, Persons] = {}
    for one in persons:
        for at in range(one.noun[0], max(one.noun[0], one.noun[1] - 1)):
            hit = words.outcome(tokens, at)
            if one.kind == "noun" and hit is not None and any(form.form in _DESCRIBING for form in hit[1]):
                found[at] = one
    return found


def shared(sentence: Sentence, persons: Sequence[Persons], losses: Sequence[Loss], words: Words) -> list[Loss]:
    """The losses of a sentence with those of people named together made one, and those that only nouns tell added."""
    found = list(_joined_before(sentence.tokens, persons, losses))
    found = list(_named_together(sentence.tokens, found))
    return [*found, *_described(sentence.tokens, persons, found, words)]


def _described(
    tokens: Sequence[Token], persons: Sequence[Persons], losses: Sequence[Loss], words: Words
) -> Iterator[Loss]:
    """The loss in "73 injured people came in", of people of whom nothing else is said."""
    told = {loss.persons.first for loss in losses if loss.persons is not None}
    for at, one in describing(tokens, persons, words).items():
        if one.first in told or not one.is_figure:
            continue
        told.add(one.first)
        hit = words.outcome(tokens, at)
        if hit is not None:
            form = next(form for form in hit[1] if form.form in _DESCRIBING)
            low, high = one.bounds
            yield Loss(form.measure, at, at + hit[0], one, "described", low, high, count=one.count)


def _joined_before(tokens: Sequence[Token], persons: Sequence[Persons], losses: Sequence[Loss]) -> Iterator[Loss]:
    """Adds those who are joined by "and" to the people of a participle: "12 policemen and five civilians killed"."""
    told = {loss.persons.first for loss in losses if loss.persons is not None}
    for loss in losses:
        if loss.rule in _REDUCED and loss.persons is not None and loss.persons.last <= loss.first:
            for other in _before(tokens, persons, loss.persons):
                if other.first in told:
                    break
                told.add(other.first)
                low, high = other.bounds
                yield replace(loss, persons=other, low=low, high=high, count=other.count, flags=list(loss.flags))
        yield loss


def _before(tokens: Sequence[Token], persons: Sequence[Persons], last: Persons) -> Iterator[Persons]:
    """The people joined to these by "and" or a comma before them, the nearest first."""
    for other in reversed([p for p in persons if p.last <= last.first]):
        between = {token.low for token in tokens[other.last : last.first]}
        if not between or not between <= _JOINS or other.subset or not (other.is_figure or other.is_single):
            return
        yield other
        last = other


def _named_together(tokens: Sequence[Token], losses: Sequence[Loss]) -> Iterator[Loss]:
    """Single people that one phrase names are counted together, unless only some of them bear arms."""
    waiting: list[Loss] = []
    for loss in losses:
        if waiting and not _goes_on(tokens, waiting[-1], loss):
            yield _as_one(waiting)
            waiting.clear()
        waiting.append(loss)
    if waiting:
        yield _as_one(waiting)


def _goes_on(tokens: Sequence[Token], one: Loss, other: Loss) -> bool:
    """Whether two losses are the parts of one phrase for single people."""
    a, b = one.persons, other.persons
    if a is None or b is None or not (a.is_single and b.is_single) or a.subset or b.subset:
        return False
    if (one.measure, one.first, one.rule) != (other.measure, other.first, other.rule) or one.high != 1 or one.low != 1:
        return False
    between = {token.low for token in tokens[a.last : b.first]}
    return bool(between) and between <= _JOINS and _is_armed(tokens, a) == _is_armed(tokens, b)


def _is_armed(tokens: Sequence[Token], persons: Persons) -> bool:
    return armed(read_people(" ".join(token.text for token in tokens[slice(*persons.noun)])))


def _as_one(losses: Sequence[Loss]) -> Loss:
    first, last = losses[0], losses[-1]
    if len(losses) == 1 or first.persons is None or last.persons is None:
        return first
    a, b = first.persons, last.persons
    whole = Persons(a.first, b.last, (a.first, b.last), None, "noun", False, size=len(losses))
    return replace(first, persons=whole, low=len(losses), high=len(losses), flags=list(first.flags))
