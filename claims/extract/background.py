"""Where a speaker's words end within a sentence and the outlet goes on: "..., three days after a bomb killed 12"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extract.frame import Frame
from claims.extract.tokens import Token
from claims.extract.words import Words

_RELATIVES = frozenset({"which", "that", "where", "when"})
_ADDED = frozenset({"which", "where", "when", "who", "whose"})
_KNOWN = frozenset({
    "the", "this", "those", "these", "last", "'s", "yesterday",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
})  # fmt: skip
_TO_COME = frozenset({"will", "would", "should", "must", "shall"})
_SPANS = frozenset(
    {"day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours", "night", "minutes"}
)


def leaves_speaker(tokens: Sequence[Token], frame: Frame, at: int, words: Words) -> bool:
    """Whether a token behind a frame is told by the outlet, though no other speaker follows."""
    start = frame.last
    if frame.stance == "denies" and _adds(tokens, start, at) is not None:
        return True
    if frame.kind != "before":
        return False
    return _is_known(tokens, start, at, words) or _is_setting(tokens, start, at, words)


def is_background(tokens: Sequence[Token], start: int, end: int, words: Words) -> bool:
    """Whether the outlet goes on behind a closed frame: "in the deadliest attack since", "a day after", "whose son"."""
    first = start
    while first < end and (tokens[first].text == "," or tokens[first].text[0].isdigit()):
        first += 1
    if first > start and tokens[first].low in ("who", "whose", "which", "where"):
        return True
    return _lag(tokens, start, end) is not None or any(
        words.match("speech.background", tokens, at) for at in range(start, end)
    )


def _adds(tokens: Sequence[Token], start: int, end: int) -> int | None:
    """Where a clause begins that adds to what was said: "denied the raid, in which 12 people died"."""
    near = range(start + 1, end)
    return next((p for p in near if tokens[p].low in _ADDED and "," in (tokens[p - 1].text, tokens[p - 2].text)), None)


def _lag(tokens: Sequence[Token], start: int, end: int) -> int | None:
    """Where "three days after", "a week since" stands."""
    for place in range(start, end - 1):
        if tokens[place].low in _SPANS and tokens[place + 1].low in ("after", "since"):
            return place if all(tokens[p].low != "and" for p in range(max(start, place - 3), place)) else None
    return None


def _is_setting(tokens: Sequence[Token], start: int, end: int, words: Words) -> bool:
    """Whether a clause only sets what is said to come: "said he would visit the town, where gunmen killed 12"."""
    added, lag = _adds(tokens, start, end), _lag(tokens, start, end)
    after = next((p for p in range(start, end) if tokens[p].low in ("after", "since")), None)
    places = [p for p in (added, lag, after) if p is not None]
    if not places:
        return False
    main = range(start, min(places))
    if any(words.outcome(tokens, p) is not None or tokens[p].text in (";", '"') for p in main):
        return False
    return lag is not None or any(tokens[p].low in _TO_COME for p in main)


def _is_known(tokens: Sequence[Token], start: int, end: int, words: Words) -> bool:
    """Whether a word stands in a clause on an event that the reader knows: "revenge for the raid, which killed 12"."""
    bare = [token for token in tokens[start:end] if token.text != '"']
    place = next((p for p in range(len(bare)) if words.match("speech.refers", bare, p)), None)
    if place is None:
        return False
    after = place + words.match("speech.refers", bare, place)
    event = [token.low for token in bare[after:]]
    known = event[:1] == ["that"] or any(low in _KNOWN for low in event[:3])
    return known and any(low in _RELATIVES for low in event[1:]) and ";" not in event
