"""Losses that people share: "a woman and her son", "12 men and a boy dead"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claims.extract.loss import Loss
from claims.extract.persons import Persons
from claims.extract.sentences import Sentence
from claims.extract.tokens import Token
from claims.people import armed, read_people

_JOINS = frozenset({",", "and", "as", "well", "plus", "also", '"'})
_WHOSE = frozenset({"his", "her", "their", "its"})
_REDUCED = frozenset({"reduced", "state"})
"""Rules of a participle or a state that stands after all those it is said of."""


def shared(sentence: Sentence, persons: Sequence[Persons], losses: Sequence[Loss]) -> list[Loss]:
    """The losses of a sentence, with those that others share added, and of people named together made one."""
    return list(_named_together(sentence.tokens, list(_joined_before(sentence.tokens, persons, losses))))


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
        if waiting and _says_again(tokens, waiting[-1], loss):
            waiting[-1] = _with_name(waiting[-1], loss)
            continue
        if waiting and not _goes_on(tokens, waiting[-1], loss):
            yield _as_one(waiting)
            waiting.clear()
        waiting.append(loss)
    if waiting:
        yield _as_one(waiting)


def _goes_on(tokens: Sequence[Token], one: Loss, other: Loss) -> bool:
    """Whether two losses are the parts of one phrase for single people and theirs: "a man and his two sons"."""
    a, b = one.persons, other.persons
    if a is None or b is None or a.subset != b.subset or not (a.is_single or _are_whose(tokens, a)):
        return False
    if not (b.is_single or _are_whose(tokens, b)):
        return False
    if (
        (one.measure, one.first, one.rule) != (other.measure, other.first, other.rule)
        or one.low != a.size
        or one.high != a.size
    ):
        return False
    between = {token.low for token in tokens[a.last : b.first]}
    belongs = tokens[b.first].low in _WHOSE
    return bool(between) and between <= _JOINS and (belongs or _is_armed(tokens, a) == _is_armed(tokens, b))


def _says_again(tokens: Sequence[Token], one: Loss, other: Loss) -> bool:
    """Whether one person is said twice: "Colonel X, the commander of Y", "a senior leader, X"."""
    a, b = one.persons, other.persons
    if a is None or b is None or not b.is_single or one.first != other.first or one.high != 1:
        return False
    if not (a.is_single or a.count is not None or a.kind == "name"):
        return False
    if [token.low for token in tokens[a.last : b.first]] != [","]:
        return False
    told = a.count is not None and tokens[b.first].low in ("a", "an")
    if a.kind == "name":
        return tokens[b.first].low in ("a", "an", "the", "another")
    return told or tokens[b.first].low == "the" or _is_named(tokens, a) != _is_named(tokens, b)


def _is_named(tokens: Sequence[Token], persons: Persons) -> bool:
    """Whether a phrase is a name with its title: "Lt. Col. Rui Matos"."""
    words = tokens[slice(*persons.noun)]
    titled = len(words) > 2 and words[-2].is_capital
    return len(words) > 1 and (words[0].is_capital or titled) and words[-1].is_capital


def _with_name(one: Loss, again: Loss) -> Loss:
    """The loss with both ways of saying who it was."""
    a, b = one.persons, again.persons
    if a is None or b is None:
        return one
    start = a.noun[0] if a.noun[0] < a.noun[1] else b.noun[0]  # "one, the unit's commander"
    return replace(one, persons=replace(a, last=b.last, noun=(start, b.noun[1])), flags=list(one.flags))


def _are_whose(tokens: Sequence[Token], persons: Persons) -> bool:
    """Whether people are counted exactly and belong to those just named: "her four pupils"."""
    return persons.count is not None and persons.bounds[0] == persons.bounds[1] and tokens[persons.first].low in _WHOSE


def _is_armed(tokens: Sequence[Token], persons: Persons) -> bool:
    return armed(read_people(" ".join(token.text for token in tokens[slice(*persons.noun)])))


def _as_one(losses: Sequence[Loss]) -> Loss:
    first, last = losses[0], losses[-1]
    if len(losses) == 1 or first.persons is None or last.persons is None:
        return first
    a, b = first.persons, last.persons
    size = sum(loss.low for loss in losses)
    whole = Persons(a.first, b.last, (a.first, b.last), None, "noun", False, size=size)
    return replace(first, persons=whole, low=size, high=size, flags=list(first.flags))
