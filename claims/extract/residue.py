"""The look-here list: sentences with a loss told or people counted, from which not everything was taken.

A person reads these, so a sentence is listed only when a claim may be missing from it: a number of people beside words
of violence, or a verb for a loss with people beside it where nothing was taken at all.
"""

from __future__ import annotations

from bisect import bisect_left

from claims.extract.analysis import Analysis
from claims.extract.drafts import Draft, LookHere
from claims.extract.noun_phrases import ATTRIBUTES
from claims.extract.words import Words

_CLOSE = 8
"""Tokens between a word for a loss and the people it may be about at most."""
_VERBAL = frozenset({"past", "participle", "ing", "s", "suffers", "state"})
"""Forms of a word for a loss that tell what happened; a noun ("the killing") mostly refers to what was told."""


def look_here(analysis: Analysis, drafts: list[Draft], words: Words) -> list[LookHere]:
    """Why a sentence is worth a look; nothing when everything in it was taken."""
    reason = _untaken_count(analysis, drafts, words) or _untaken_word(analysis, drafts, words)
    return [LookHere(analysis.sentence.start, analysis.sentence.end, reason)] if reason else []


def elsewhere(analysis: Analysis, drafts: list[Draft], field: str) -> list[LookHere]:
    """A sentence that reads like a claim in a text about sport, business or another field."""
    if not any(draft.kind == "casualty" for draft in drafts):
        return []
    reason = f"it reads like a loss, but the text is about {field}"
    return [LookHere(analysis.sentence.start, analysis.sentence.end, reason)]


def _untaken_count(analysis: Analysis, drafts: list[Draft], words: Words) -> str:
    """A count of people that no draft rests on, in a sentence that tells of violence."""
    for persons in analysis.persons:
        if persons.count is None or persons.bounds == (0, None):
            continue
        if persons.kind == "unknown" and not _is_violent(analysis, words):
            continue
        nobody = persons.bounds[1] == 0
        if persons.count.wording.lower() == "both" or (nobody and not _is_violent(analysis, words)):
            continue
        start, end = persons.count.start, persons.count.end
        if not any(draft.start < end and start < draft.end for draft in drafts if draft.kind == "casualty"):
            return "a count of people was not taken"
    return ""


def _beside_untaken(analysis: Analysis, at: int, drafts: list[Draft]) -> bool:
    """Whether people of whom nothing was taken stand close to a word."""
    near = bisect_left(analysis.persons, at - 2 * _CLOSE, key=lambda one: one.first)
    for persons in analysis.persons[near : near + 3 * _CLOSE]:
        if persons.last <= at - _CLOSE or persons.first > at + _CLOSE or persons.kind == "unknown":
            continue
        start, end = analysis.offsets(persons.first, persons.last)
        if not any(draft.start < end and start < draft.end for draft in drafts if draft.kind == "casualty"):
            return True
    return False


def _is_violent(analysis: Analysis, words: Words) -> bool:
    tokens = analysis.sentence.tokens
    told = any("violence" in words.fields.get(token.low, ()) for token in tokens)
    return told or any(words.outcome(tokens, at) is not None for at in range(len(tokens)))


def _untaken_word(analysis: Analysis, drafts: list[Draft], words: Words) -> str:
    """A verb or state for a loss with people beside it, in a sentence of which nothing was taken."""
    tokens = analysis.sentence.tokens
    for at, token in enumerate(tokens):
        if token.low not in words.outcomes:
            continue
        hit = words.outcome(tokens, at)
        if words.has("outcomes.suspect", token.low) and _beside_untaken(analysis, at, drafts):
            return "a word for a loss was not taken"
        if hit is None or not any(form.form in _VERBAL for form in hit[1]):
            continue
        before = tokens[at - 1].low if at else ""
        named = before in ("the", "those") and any(form.form in ATTRIBUTES for form in hit[1])
        if drafts and not _beside_untaken(analysis, at, drafts):
            continue
        if not named and not any(draft.start <= token.start < draft.end for draft in drafts):
            return "a word for a loss was not taken"
    return ""
