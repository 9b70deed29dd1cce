"""How far a frame of attribution reaches: which one, if any, governs a word of its sentence."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extract.background import is_background, leaves_speaker
from claims.extract.frame import Frame
from claims.extract.sentences import Sentence
from claims.extract.tokens import Token
from claims.extract.words import Words

_FORWARD = ("before", "participle", "opening")
_BACKWARD = ("after", "according")
_MORE = frozenset({"including", "among", "most", "many", "some", "one", "two", "three"})
_TURNS = frozenset({"but", "while", "whereas", "although", "though"})
_TURNS_AFTER_COMMA = _TURNS | {"and", "as", "which", "who", "where", "when"}


def frame_of(sentence: Sentence, frames: Sequence[Frame], at: int, words: Words) -> Frame | None:
    """The frame that governs a token; None where the text itself tells.

    What stands before a word governs it, unless a clause turns between them and another speaker follows; else the next
    frame after it does, else the one that closed the clause before ("A, police said, and B").
    """
    if not frames:
        return None
    inner = _innermost(sentence, at) if sentence.asides else None
    if inner is not None:
        own = _choose(sentence, [f for f in frames if inner[0] <= f.first < inner[1]], at, words)
        if own is not None:
            return own
    outside = frames
    if sentence.asides:
        outside = [f for f in frames if not any(a <= f.first < b and not a <= at < b for a, b in sentence.asides)]
    quoted = None if not sentence.quoted else next(((a, b) for a, b in sentence.quoted if a <= at < b), None)
    if quoted is not None:
        outside = [f for f in outside if not quoted[0] <= f.first < quoted[1]]
    found = _choose(sentence, outside, at, words)
    if found is None or not found.works:
        return found
    said = _choose(sentence, [f for f in outside if not f.works], at, words)
    parted = said is not None and said.last <= found.first and _turns(sentence.tokens, said.last, found.first)
    return found if said is None or parted else said


def _innermost(sentence: Sentence, at: int) -> tuple[int, int] | None:
    return next(((a, b) for a, b in sentence.asides if a <= at < b), None)


def _choose(sentence: Sentence, frames: Sequence[Frame], at: int, words: Words) -> Frame | None:
    tokens = sentence.tokens
    passives = [f for f in frames if f.kind == "passive" and not _turns(tokens, *sorted((f.first, at)))]
    passive = min(passives, key=lambda f: abs(f.first - at), default=None)
    before = next((f for f in reversed(frames) if f.first <= at and _goes_forward(tokens, f, at)), None)
    after = _next(tokens, frames, at)
    closed = next((f for f in reversed(frames) if f.kind in _BACKWARD and f.last <= at), None)
    if before is not None and closed is not None and closed.kind == "after" and closed.last > before.last:
        before = None
    if before is not None and not sentence.in_quotes(at) and leaves_speaker(tokens, before, at, words):
        if before.stance == "denies":
            return None
        before = None
    if before is not None:
        bound = after is not None and after.kind == "according" and _is_bound(tokens, at, after.first)
        return after if after is not None and (bound or _turns(tokens, before.last, at)) else before
    if passive is not None or after is not None:
        return passive or after
    if closed is not None and not is_background(tokens, closed.last, at, words):
        return closed
    return None


def _goes_forward(tokens: Sequence[Token], frame: Frame, at: int) -> bool:
    """Whether a frame governs what follows it, up to a token; the name of a thing ends at a comma."""
    if frame.kind == "named":
        commas = (p for p in range(frame.last, at) if tokens[p].text == ",")
        return all(tokens[p + 1].low in _MORE or tokens[p + 1].text[0].isdigit() for p in commas)
    return frame.kind in _FORWARD


def _is_bound(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether no comma parts a word from "according to": "speaks of 926 victims according to X"."""
    return not any(tokens[at].text in (",", "\u2014", ")") for at in range(start, end))


def _next(tokens: Sequence[Token], frames: Sequence[Frame], at: int) -> Frame | None:
    """The frame that follows a token and reaches back to it, past no other frame and no semicolon."""
    later = [f for f in frames if f.first > at]
    if not later or later[0].kind not in _BACKWARD:
        return None
    frame = later[0]
    if frame.said_by is not None and frame.said_by[0] <= at:
        return None
    return None if any(tokens[p].text == ";" for p in range(at, frame.first)) else frame


def _turns(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a new clause begins between two places: a semicolon, "but", ", and"."""
    for at in range(start, end):
        low = tokens[at].low
        if low == ";" or low in _TURNS or (low in _TURNS_AFTER_COMMA and at and tokens[at - 1].text == ","):
            return True
    return False
