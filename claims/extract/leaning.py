"""Parts of a group that was told of before: "Twelve people died. Nine were children", "; 29 of them fell in Dhaka"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.extract.loss import Loss
from claims.extract.persons import Persons
from claims.extract.quantities import Count
from claims.extract.sentences import Sentence
from claims.extract.words import Words

_MEASURES = frozenset({"killed", "injured", "casualties", "captured", "missing"})
_OPENS = frozenset({";", "\u2014"})
_DEAD = frozenset({"dead", "victims", "killed", "fatalities", "slain", "deceased"})
_LEAD = 4
"""Tokens of "of the victims,"."""
_ANY = 10**9
"""The most people of whom a part may be told where their number is not known."""
_ALSO = frozenset({"also", "all", "both", "themselves"})


def find_leaning(
    sentence: Sentence,
    persons: Sequence[Persons],
    counts: Sequence[Count],
    losses: Sequence[Loss],
    group: Loss | None,
    words: Words,
) -> list[Loss]:
    """The numbers at the head of a clause that tell a part of the last counted loss.

    `group` is the loss of the sentence before when only one group of people was counted there.
    """
    known = {one.first: one for one in persons}
    taken = {loss.count.first for loss in losses if loss.count is not None}
    found: list[Loss] = []
    place = 0
    whole: Loss | None = None
    for count in counts:
        goes_on = bool(found) and count.first - found[-1].extent[1] in (1, 2) and _is_joined(sentence, count.first)
        if count.first in taken or not (goes_on or _opens_a_clause(sentence, count.first)):
            continue
        while place < len(losses) and losses[place].last <= count.first:
            place += 1
        if not goes_on:
            whole = losses[place - 1] if place else group or _the_dead(sentence, count.first)
        if whole is None or not _fits(whole, count):
            continue
        who = _who(sentence, known, count, words)
        if who is not None:
            found.append(
                Loss(
                    whole.measure,
                    count.first,
                    count.last,
                    who,
                    "part",
                    count.low,
                    count.high,
                    None,
                    ["subset of"],
                    count,
                )
            )
    return found


def only_group(persons: Sequence[Persons], losses: Sequence[Loss]) -> Loss | None:
    """The loss that a number in the next sentence may be a part of: that of the only counted people; else None."""
    counted = {one.count.first for one in persons if one.count is not None and one.plural and not one.subset}
    told = [loss for loss in losses if loss.count is not None and loss.rule != "part"]
    return told[-1] if len(counted) == 1 and told and told[-1].count and told[-1].count.first in counted else None


def _opens_a_clause(sentence: Sentence, at: int) -> bool:
    if at == 0 or sentence.tokens[at - 1].text in _OPENS or _the_dead(sentence, at) is not None:
        return True
    return _among_them(sentence, at)


def _among_them(sentence: Sentence, at: int) -> bool:
    """Whether "among them were" stands before a number, at the head of a sentence."""
    lead = [token.low for token in sentence.tokens[: min(at, _LEAD + 1)]]
    return lead in (["among", "them", "were"], ["among", "them", "are"], ["they", "included"], ["they", "include"])


def _is_joined(sentence: Sentence, at: int) -> bool:
    """Whether "and" or a comma stands before: "nine were women and four were children"."""
    return sentence.tokens[at - 1].low in ("and", ",")


def _the_dead(sentence: Sentence, at: int) -> Loss | None:
    """The dead of whom the text tells elsewhere: "Of the victims, eleven were Kurds"."""
    lead = [token.low for token in sentence.tokens[: min(at, _LEAD + 1)]]
    named = len(lead) == _LEAD and lead[:2] == ["of", "the"] and lead[2] in _DEAD and lead[3] == ","
    return Loss("killed", 0, 0, None, "lead", 0, _ANY) if named else None


def _fits(whole: Loss, count: Count) -> bool:
    most = whole.high or whole.low
    return whole.measure in _MEASURES and most > 1 and not count.is_none and count.low <= most


def _who(sentence: Sentence, known: dict[int, Persons], count: Count, words: Words) -> Persons | None:
    """The people of a part: after "were", or, for "29 of them fell in Dhaka", the number itself."""
    tokens = sentence.tokens
    own = known.get(count.first)
    if own is not None and own.kind == "noun" and own.subset and own.noun[0] > count.last:
        return own  # "of the victims, eleven were Kurds"
    if own is not None and own.kind == "noun" and _among_them(sentence, count.first):
        return replace(own, subset=True)
    at = count.last
    of = [token.low for token in tokens[at : at + 2]] in (["of", "them"], ["of", "these"], ["of", "those"])
    at += 2 * of
    if at + 1 >= len(tokens):
        return None
    if of and words.has("outcomes.falls", tokens[at].low):
        return Persons(count.first, at, (count.last, at), count, "count", True, True)
    if not words.has("function.be", tokens[at].low):
        return None
    at += 1 + (tokens[at + 1].low in _ALSO)
    who = known.get(at)
    if who is None or who.kind != "noun" or who.count is not None or who.plural == (count.high == 1):
        return None
    after = tokens[who.last] if who.last < len(tokens) else None
    if after is not None and (words.has("function.be", after.low) or after.low == "'s"):
        return None
    return Persons(count.first, who.last, who.noun, count, "noun", who.plural, True)
