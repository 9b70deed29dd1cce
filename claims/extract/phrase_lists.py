"""Phrases of the word lists, found in a text by their first two words; one may have a gap ("in ~ condition")."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from claims.extract.tokens import Token

GAP = "~"
"""In a phrase of a list: up to three words, whatever they are ("in ~ condition")."""
LONGEST_GAP = 3

Entry = tuple[tuple[str, ...], Any]
"""A phrase and what it stands for."""


class Opened(NamedTuple):
    """The phrases of one first word, longest first: by the word that follows, and for any other word."""

    by_second: Mapping[str, list[Entry]]
    others: list[Entry]


Phrases = dict[str, Opened]
"""Phrases by their first word."""


def longest(phrases: Phrases, tokens: Sequence[Token], at: int) -> tuple[int, Any] | None:
    """The longest phrase that starts at a token, by its number of tokens, and what it stands for."""
    opened = phrases.get(tokens[at].low)
    if opened is None:
        return None
    entries = opened.by_second.get(tokens[at + 1].low) if at + 1 < len(tokens) else None
    for words, value in opened.others if entries is None else entries:
        size = len(words)
        if size == 1:
            return 1, value
        if GAP in words:
            end = _end_with_gaps(words, tokens, at)
            if end:
                return end - at, value
        elif all(token.low == word for token, word in zip(tokens[at : at + size], words, strict=False)) and (
            at + size <= len(tokens)
        ):
            return size, value
    return None


def _end_with_gaps(words: Sequence[str], tokens: Sequence[Token], at: int) -> int:
    """Where a phrase with gaps that starts at a token ends; 0 when it does not stand there."""
    for number, word in enumerate(words):
        if word == GAP:
            after = words[number + 1 :]
            stops = range(at, min(at + LONGEST_GAP, len(tokens) - 1) + 1)
            ends = (_end_with_gaps(after, tokens, stop) for stop in stops if _is_plain(tokens, at, stop))
            return next((end for end in ends if end), 0)
        if at >= len(tokens) or tokens[at].low != word:
            return 0
        at += 1
    return at


def _is_plain(tokens: Sequence[Token], start: int, end: int) -> bool:
    return all(token.is_word or token.text[0].isdigit() for token in tokens[start:end])


def phrases_of(pairs: Iterable[tuple[str, Any]]) -> Phrases:
    """Phrases by their first words, from pairs of a phrase and what it stands for."""
    found: dict[str, list[Entry]] = {}
    for phrase, value in pairs:
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append((words, value))
    return {first: _opened(sorted(entries, key=lambda entry: -len(entry[0]))) for first, entries in found.items()}


def _opened(entries: Sequence[Entry]) -> Opened:
    """The phrases of one first word; one of a single word, or with a gap behind the first, may stand before any."""
    others = [entry for entry in entries if entry[0][1:2] in ((), (GAP,))]
    seconds = dict.fromkeys(entry[0][1] for entry in entries if len(entry[0]) > 1 and entry[0][1] != GAP)
    by_second = {second: [e for e in entries if e in others or e[0][1] == second] for second in seconds}
    return Opened(by_second, others)
