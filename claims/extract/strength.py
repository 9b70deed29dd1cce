"""How many took part: "as many as 2,000 militants were involved", "a group of seven members"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extract.loss import Loss
from claims.extract.persons import Persons
from claims.extract.sentences import Sentence
from claims.extract.words import Words
from claims.people import armed, read_people

_NUMBER_OF = ("number", "total", "strength")


def find_strength(sentence: Sentence, persons: Sequence[Persons], losses: Sequence[Loss], words: Words) -> list[Loss]:
    """The people of a sentence who are counted as taking part, none of whom is counted in a loss."""
    taken = {loss.persons.first for loss in losses if loss.persons is not None}
    found: list[Loss] = []
    for one in persons:
        if one.count is None or one.kind not in ("noun", "count") or one.first in taken:
            continue
        at = _sign(sentence, one, words) or _joined(sentence, one, found)
        if at:
            low, high = one.bounds
            found.append(Loss("strength", at, at + 1, one, "strength", low, high, count=one.count))
    found += _numbers_of(sentence, persons, taken, words)
    return found


def _sign(sentence: Sentence, one: Persons, words: Words) -> int:
    """The token by which people take part: a verb soon after armed people, or "group of", "accompanied by" before."""
    tokens = sentence.tokens
    for at in range(one.last, min(one.last + 6, len(tokens))):
        if tokens[at].text in (",", ";") or tokens[at].low in ("that", "which", "had"):
            break
        if words.match("outcomes.strength.verbs", tokens, at) and _is_armed(sentence, one):
            return at
    before = [token.low for token in tokens[max(0, one.first - 2) : one.first] if token.text != '"']
    if before[-1:] == ["by"] and one.first > 1 and _is_armed(sentence, one):
        verb = one.first - 2 - (tokens[one.first - 1].text == '"')
        if words.has("outcomes.strength.by", tokens[verb].low):
            return verb
    if before[-1:] == ["numbering"] and one.kind == "count":
        return one.first - 1
    if before == ["accompanied", "by"] or (
        before[-1:] == ["of"]
        and before[:1]
        and words.has("outcomes.strength.heads", before[0])
        and _is_armed(sentence, one)
    ):
        return one.first - 2
    return 0


def _is_armed(sentence: Sentence, one: Persons) -> bool:
    text = " ".join(token.text for token in sentence.tokens[slice(*one.noun)])
    people = read_people(text)
    return armed(people) or (any(token.is_capital for token in sentence.tokens[slice(*one.noun)]) and "member" in text)


def _joined(sentence: Sentence, one: Persons, found: Sequence[Loss]) -> int:
    """People joined by "and" to people who take part."""
    if not found or found[-1].persons is None:
        return 0
    between = [token.low for token in sentence.tokens[found[-1].persons.last : one.first]]
    return found[-1].first if between == ["and"] else 0


def _numbers_of(sentence: Sentence, persons: Sequence[Persons], taken: set[int], words: Words) -> list[Loss]:
    """ "The number of X fighters is between 6,000 and 6,500": the people before the count."""
    tokens = sentence.tokens
    for one in persons:
        if one.count is None or one.kind != "count" or one.first in taken or one.bounds == (0, None):
            continue
        if one.first and words.has("function.be", tokens[one.first - 1].low):
            people = [
                p for p in persons if p.last <= one.first and p.count is None and p.kind == "noun" and p.first >= 2
            ]
            for who in people:
                lead = [token.low for token in tokens[max(0, who.first - 3) : who.first]]
                if lead[-1:] == ["of"] and any(word in lead for word in _NUMBER_OF):
                    low, high = one.bounds
                    return [
                        Loss("strength", who.first - 2, who.first - 1, who, "number of", low, high, count=one.count)
                    ]
    return []
