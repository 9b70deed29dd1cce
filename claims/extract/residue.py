"""The look-here list: sentences with words for losses, or people counted, from which not everything was taken."""

from __future__ import annotations

from claims.extract.analysis import Analysis
from claims.extract.drafts import Draft, LookHere
from claims.extract.words import Words


def look_here(analysis: Analysis, drafts: list[Draft], words: Words) -> list[LookHere]:
    """Why a sentence is worth a look; nothing when everything in it was taken."""
    reason = _untaken_count(analysis, drafts) or _untaken_word(analysis, drafts, words)
    return [LookHere(analysis.sentence.start, analysis.sentence.end, reason)] if reason else []


def elsewhere(analysis: Analysis, drafts: list[Draft], field: str) -> list[LookHere]:
    """A sentence that reads like a claim in a text about sport, business or another field."""
    if not any(draft.kind == "casualty" for draft in drafts):
        return []
    reason = f"it reads like a loss, but the text is about {field}"
    return [LookHere(analysis.sentence.start, analysis.sentence.end, reason)]


def _untaken_count(analysis: Analysis, drafts: list[Draft]) -> str:
    """A count of people that no draft rests on."""
    for persons in analysis.persons:
        if persons.count is None or persons.kind == "unknown":
            continue
        start, end = persons.count.start, persons.count.end
        if not any(draft.start <= start and end <= draft.end for draft in drafts if draft.kind == "casualty"):
            return "a count of people was not taken"
    return ""


def _untaken_word(analysis: Analysis, drafts: list[Draft], words: Words) -> str:
    """A word for a loss that no draft rests on."""
    tokens = analysis.sentence.tokens
    for at, token in enumerate(tokens):
        if words.outcome(tokens, at) is not None and not any(
            draft.start <= token.start < draft.end for draft in drafts
        ):
            return "a word for a loss was not taken"
    return ""
