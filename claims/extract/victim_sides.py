"""Whose people were lost, where the words for them do not say: "23 of its soldiers", "the army lost 12 men"."""

from __future__ import annotations

from claims.extract.actors import is_actor
from claims.extract.analysis import Analysis
from claims.extract.drafts import Field
from claims.extract.frame import Frame
from claims.extract.loss import Loss
from claims.extract.persons import Persons
from claims.people import armed, read_people

_SPEAKER = frozenset({"our", "my", "we"})
_BODY = frozenset({"its"})
_PEOPLE = frozenset({"his", "her", "their"})
_LOST = "lost"
"""The rule of "X lost 12 men", whose subject is the side of the people."""


def side_of_victims(
    analysis: Analysis, loss: Loss, victims: Field, claimant: Field, frame: Frame | None, raw: str
) -> Field | None:
    """The side of the people of a loss, by a possessive or by the subject of "lost"; None where neither says it."""
    if victims.rule == "whose losses":
        return Field(victims.value, "explicit", "whose people", victims.start, victims.end)
    if victims.rule == "whose toll":
        return _of_own_toll(victims, claimant, frame)
    persons = loss.persons
    if persons is None:
        return None
    whose = _whose(analysis, persons)
    if not whose and loss.rule != _LOST:
        return None
    least = frame.last if frame is not None and frame.last <= loss.extent[0] else 0
    owner = None if whose in _SPEAKER else _named_between(analysis, least, min(loss.first, persons.first))
    if owner is not None:
        start, end = analysis.offsets(*owner.noun)
        return Field(raw[start:end], "explicit", "whose people", start, end)
    if frame is None or (whose == "their" and loss.rule != _LOST):
        return None
    return Field(claimant.value, "coreference", "its own people")


def _of_own_toll(victims: Field, claimant: Field, frame: Frame | None) -> Field | None:
    """The speaker, who tells of losses of their own: "put its own losses at nine dead"."""
    own = victims.value.lower().split()[:2]
    if frame is None or not own or own[0] not in _SPEAKER | _BODY | _PEOPLE or own[-1] != "own":
        return None
    return Field(claimant.value, "coreference", "its own people")


def _whose(analysis: Analysis, persons: Persons) -> str:
    """The possessive of a phrase for people who bear arms, or of any people of a speaker."""
    tokens = analysis.sentence.tokens[persons.first : persons.noun[1]]
    low = next((token.low for token in tokens if token.low in _SPEAKER | _BODY | _PEOPLE), "")
    if low in _PEOPLE and not armed(read_people(" ".join(token.text for token in tokens))):
        return ""
    return low


def _named_between(analysis: Analysis, start: int, end: int) -> Persons | None:
    """The last actor named between two places."""
    tokens = analysis.sentence.tokens
    inside = [one for one in analysis.persons if start <= one.first and one.last <= end and one.count is None]
    acting = [one for one in inside if is_actor(" ".join(token.text for token in tokens[slice(*one.noun)]))]
    return acting[-1] if acting else None
