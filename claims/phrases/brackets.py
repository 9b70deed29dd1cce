"""What stands in brackets beside a count: a remark, a footnote, a hedge, the same number again, or another count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claims.phrases.lexicon import Lexicon
from claims.phrases.numbers import read_numbers
from claims.phrases.reading import Exact, Hedged, Joined, Reading, Span
from claims.phrases.tokens import Token


class Bracket(NamedTuple):
    """An outermost pair of brackets: the tokens between `start` and `end`, both brackets included (half-open)."""

    start: int
    end: int


def brackets(tokens: Sequence[Token]) -> Iterator[Bracket]:
    """The outermost brackets from left to right; one that is never closed runs to the end."""
    depth = start = 0
    for position, token in enumerate(tokens):
        if token.key == "(":
            start = position if depth == 0 else start
            depth += 1
        elif token.key == ")" and depth:
            depth -= 1
            if depth == 0:
                yield Bracket(start, position + 1)
    if depth:
        yield Bracket(start, len(tokens))


def without(tokens: Sequence[Token]) -> list[Token]:
    """The tokens outside all brackets."""
    inside = {position for pair in brackets(tokens) for position in range(pair.start, pair.end)}
    return [token for position, token in enumerate(tokens) if position not in inside]


def lift_hedges(lexicons: Sequence[Lexicon], tokens: list[Token]) -> list[Token]:
    """Hedges out of their brackets: "(at least) 20" and "20 (at least)" are both "at least 20"."""
    for pair in brackets(tokens):
        content = tokens[pair.start + 1 : pair.end - 1]
        if _is_hedge(lexicons, content):
            before, after = tokens[: pair.start], tokens[pair.end :]
            in_place = bool(after) and (after[0].kind == "digits" or _begins_number(lexicons, after[0]))
            return lift_hedges(lexicons, [*before, *content, *after] if in_place else [*content, *before, *after])
    return tokens


def _is_hedge(lexicons: Sequence[Lexicon], content: Sequence[Token]) -> bool:
    # "58 [c]" has a footnote; "58 (c.)" a hedge.
    if len(content) == 1 and len(content[0].key) == 1 and content[0].key.isascii() and content[0].kind == "word":
        return False
    hits = (words.table("before").match(content, 0) for words in lexicons)
    return any(hit is not None and hit[1] == len(content) for hit in hits)


def _begins_number(lexicons: Sequence[Lexicon], token: Token) -> bool:
    return any(words.is_number_word(token.key) for words in lexicons)


def other_count(text: str, lexicon: Lexicon, tokens: Sequence[Token], reading: Reading) -> str | None:
    """The number in brackets that makes the cell two counts, as written; None when there is none.

    Footnotes, shares, durations, dates and parts of the count ("including 8 children") are no other count.
    """
    same = _numbers_in(reading)
    for pair in brackets(tokens):
        if _is_footnote(text, tokens, pair, same):
            continue
        content = tokens[pair.start + 1 : pair.end - (tokens[pair.end - 1].key == ")")]
        found = _count_in(lexicon, content, same)
        if found is not None:
            return text[found.start : found.end]
    return None


def _numbers_in(reading: Reading) -> set[int]:
    match reading:
        case Exact(number=number):
            return {number}
        case Span(low=low, high=high, best=best):
            return {low, high} if best is None else {low, high, best}
        case Hedged(inner=inner):
            return _numbers_in(inner)
        case Joined(first=first, second=second):
            return _numbers_in(first) | _numbers_in(second)
        case _:
            return set()


def _is_footnote(text: str, tokens: Sequence[Token], pair: Bracket, counts: set[int]) -> bool:
    """A square bracket with numbers alone, glued to what it is about ("58[30]") or small beside it ("58 [3]")."""
    content = tokens[pair.start + 1 : pair.end - 1]
    if text[tokens[pair.start].start] != "[" or any(token.kind == "word" or token.key == "±" for token in content):
        return False
    glued = pair.start > 0 and tokens[pair.start - 1].end == tokens[pair.start].start
    least = min(counts, default=10)
    digits = [token.key for token in content if token.kind == "digits"]
    return all(len(key) <= 3 if glued else len(key) == 1 and int(key) < least for key in digits)


def _count_in(lexicon: Lexicon, content: Sequence[Token], same: set[int]) -> Token | None:
    aside = any(lexicon.table("subset").match(content, position) for position in range(len(content)))
    if aside or lexicon.table("best").match(content, 0) is not None:
        return None
    position = 0
    while position < len(content):
        numbers = read_numbers(lexicon, content, position, [])
        end = numbers[0].end if numbers else position + 1
        if _is_magnitude(lexicon, content, position):
            return content[position]
        if numbers and _counts(lexicon, content, position, end) and numbers[0].value not in same:
            return content[position]
        position = end
    return None


def _is_magnitude(lexicon: Lexicon, content: Sequence[Token], position: int) -> bool:
    return lexicon.table("plural_multipliers").match(content, position) is not None


def _counts(lexicon: Lexicon, content: Sequence[Token], start: int, end: int) -> bool:
    """Whether a number is a count of people: no year, date, reference, share, or word such as "one" or "both"."""
    key = content[start].key
    if content[start].kind == "digits":
        if len(key) == 4 and key.isdigit() and 1900 <= int(key) <= 2099:
            return False
    elif key in lexicon.table("tail") or _is_one(lexicon, content, start):
        return False
    if lexicon.table("not_counts").match(content, end):
        return False
    references = lexicon.table("references")
    beside = [content[at].key for at in (start - 1, end) if 0 <= at < len(content)]
    return not any(neighbour in references for neighbour in beside)


def _is_one(lexicon: Lexicon, content: Sequence[Token], start: int) -> bool:
    """Whether the word is "a" or "one", as in "according to one source"."""
    word = lexicon.table("words").match(content, start)
    return word[0] <= 1 if word is not None else content[start].key in lexicon.table("article")
