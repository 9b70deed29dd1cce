"""Quantity phrases in running text, with offsets, for readers of whole documents."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from claims.phrases.grammar import Grammar
from claims.phrases.lexicon import lexicon
from claims.phrases.reading import Reading
from claims.phrases.tokens import tokenise


class Phrase(NamedTuple):
    """A reading and where it stands in the text: half-open offsets in code points."""

    reading: Reading
    start: int
    end: int


def find_phrases(text: str, language: str = "en") -> Iterator[Phrase]:
    """Every quantity phrase of `text` from left to right, the longest at each place; they never overlap.

    What the phrase counts (people, money, hours) is for the caller to decide.
    """
    words = lexicon(language)
    tokens = words.split_words(tokenise(text))
    grammar = Grammar(words, tokens)
    position = 0
    while position < len(tokens):
        parsed = next(grammar.phrases(position, noise=False), None)
        if parsed is None or all(token.kind == "mark" for token in tokens[position : parsed.end]):
            position += 1
            continue
        yield Phrase(parsed.reading, tokens[position].start, tokens[parsed.end - 1].end)
        position = parsed.end
        grammar.notes.clear()
