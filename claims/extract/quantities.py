"""Counts in a sentence: the project's own grammar of quantities, started only where a count can begin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from claims.bounds import bounds_of
from claims.extract.person_nouns import person_at
from claims.extract.sentences import Sentence
from claims.extract.tokens import Token
from claims.extract.words import Words
from claims.phrases.grammar import Grammar
from claims.phrases.lexicon import lexicon
from claims.phrases.reading import Hedged, Reading, Term, number_of
from claims.phrases.tokens import tokenise
from claims.policy import load_policy

_TABLES = (
    "words",
    "multipliers",
    "plural_multipliers",
    "before",
    "vague",
    "none",
    "none_reported",
    "uncounted",
    "range_open",
    "decade_parts",
)
_READ = (*_TABLES, "decade_words", "approximate_words", "unknown", "glued", "spaced")
"""Every table in which the grammar looks up the first word of a count."""
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_AFTER_ARTICLE = frozenset(
    [
        "dozen",
        "couple",
        "few",
        "handful",
        "number",
        "hundred",
        "thousand",
        "million",
        "score",
        "single",
        "half",
        "pair",
        "trio",
        "small",
        "large",
        "minimum",
        "maximum",
        "good",
        "great",
        "certain",
        "significant",
        "substantial",
        "considerable",
        "lot",
        "further",
        "total",
        "unknown",
        "unspecified",
        "undisclosed",
        "untold",
    ]
)
_LONGEST_LIST = 24
"""Tokens of a list of ages at most."""
_SMALL = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
"""Ages that news text spells out."""
_ASKED = frozenset({"many", "few", "some"})
_LIMITS = ("under ", "over ", "below ", "above ")
"""After people, these open an age: "children under 10"."""
_MONEY = re.compile(r"(?:[$€£₤¥₹]|\bRs\.?|\bUSD|\bEUR)\s?$")


class Count(NamedTuple):
    """A count: its token range, the offsets and the words, the reading, and its bounds under the plain policy."""

    first: int
    last: int
    start: int
    end: int
    wording: str
    reading: Reading
    low: int
    high: int | None

    @property
    def is_none(self) -> bool:
        """Whether it says that there were none."""
        return self.high == 0 or self.reading in (Term("none"), Term("none reported"))


def find_counts(text: str, sentence: Sentence, words: Words, taken: Sequence[tuple[int, int]]) -> list[Count]:
    """The counts of a sentence that can count people, from left to right.

    `taken` holds the stretches that are dates. Shares, money, ages, times and counts of things are left out.
    """
    return list(_said_once(sentence, list(_counts(text, sentence, words, taken))))


def _said_once(sentence: Sentence, counts: Sequence[Count]) -> Iterator[Count]:
    """A number that stands again in figures is one: "four (4) kidnappers"."""
    marks = {at: token.text for at, token in enumerate(sentence.tokens) if token.text in "()"}
    skip = -1
    for number, count in enumerate(counts):
        after = counts[number + 1] if number + 1 < len(counts) else None
        again = (
            after is not None and after.first == count.last + 1 and (after.low, after.high) == (count.low, count.high)
        )
        if count.first == skip:
            continue
        if after is not None and again and (marks.get(count.last), marks.get(after.last)) == ("(", ")"):
            skip = after.first
            yield count._replace(last=after.last + 1)
            continue
        yield count


def _counts(text: str, sentence: Sentence, words: Words, taken: Sequence[tuple[int, int]]) -> Iterator[Count]:
    tokens, first = sentence.tokens, 0
    for reading, start, end in _phrases(text, sentence.start, sentence.end, taken):
        while first < len(tokens) and tokens[first].start < start:
            first += 1
        if first == len(tokens) or tokens[first].start != start or any(a < end and start < b for a, b in taken):
            continue
        last = first + 1
        while last < len(tokens) and tokens[last - 1].end < end:
            last += 1
        if tokens[last - 1].end != end:
            last = first + 1
            if not _is_size(tokens[first], end, words):
                continue
        if not _counts_people(text, sentence, first, last, reading, words):
            continue
        if text[start:end].lower() in ("a", "an"):
            continue  # "a further 30"
        bounds = bounds_of(reading, load_policy("plain")).outer
        yield Count(first, last, start, end, text[start:end], reading, bounds.low, bounds.high)


def _is_size(token: Token, end: int, words: Words) -> bool:
    """Whether a number opens a word for a size: "five-member", "12-strong"."""
    number, mark, rest = token.low.rpartition("-")
    return bool(mark) and token.start + len(number) == end and words.has("persons.sized", rest)


def _phrases(
    text: str, begin: int, finish: int, taken: Sequence[tuple[int, int]]
) -> Iterator[tuple[Reading, int, int]]:
    """Readings with their offsets; they overlap neither each other nor what is taken."""
    english = lexicon("en")
    tokens = english.split_words(tokenise(text[begin:finish]))
    candidates = [
        at
        for at, token in enumerate(tokens)
        if token.kind != "mark"
        and _can_start(token.key, token.kind, tokens[at + 1].key if at + 1 < len(tokens) else "")
    ]
    position = 0
    ends = iter([*sorted((a - begin, b - begin) for a, b in taken if b > begin and a < finish), (finish, finish)])
    date = next(ends)
    for candidate in candidates:
        if candidate < position:
            continue
        position = candidate
        while tokens[position].start >= date[1] and date[0] < finish:
            date = next(ends)
        if tokens[position].start >= date[0]:
            continue
        # A list of numbers would be read to its end from each of its members.
        window = Grammar(english, [one for one in tokens[position : position + 24] if one.start < date[0]])
        parsed = next(window.phrases(0, noise=False), None)
        if parsed is None or all(token.kind == "mark" for token in tokens[position : position + parsed.end]):
            continue
        last = position + parsed.end
        yield parsed.reading, begin + tokens[position].start, begin + tokens[last - 1].end
        position = last


def _can_start(key: str, kind: str, after: str) -> bool:
    if kind == "digits":
        return True
    if key in ("a", "an"):
        return after in _AFTER_ARTICLE
    if key == "over" and after in ("the", "a", "their"):
        return False
    alone, pairs = _openings()
    return kind == "word" and (key in alone or (key, after) in pairs)


@cache
def _openings() -> tuple[frozenset[str], frozenset[tuple[str, ...]]]:
    """Words that a count can begin with whatever follows, and the first two words of longer phrases.

    "The lives of" opens a count, another "the" does not.
    """
    english = lexicon("en")
    phrases = {phrase for name in _READ for phrase in english.table(name).phrases()}
    opens = {key for key, *_ in phrases if len(key) > 1 and any(english.table(name).starts(key) for name in _TABLES)}
    alone = frozenset(phrase[0] for phrase in phrases if len(phrase) == 1 and phrase[0] in opens)
    return alone, frozenset(phrase[:2] for phrase in phrases if len(phrase) > 1 and phrase[0] in opens)


def _counts_people(text: str, sentence: Sentence, first: int, last: int, reading: Reading, words: Words) -> bool:
    """Whether a number may count people: no year, share, sum, age, clock time, ordinal, or name such as M-23."""
    tokens = sentence.tokens
    wording = text[tokens[first].start : tokens[last - 1].end]
    if _MONEY.search(text, max(sentence.start, tokens[first].start - 5), tokens[first].start):
        return False
    if _YEAR.fullmatch(wording) and (first == 0 or not _followed_by_people(tokens, last, words)):
        return False
    after = tokens[last].low if last < len(tokens) else ""
    before = tokens[first - 1].low if first else ""
    if words.has("things.units", after) or after in ("%", "-", ":", "/") or words.has("things.before", before):
        return False
    if (
        before == ":"
        and first > 1
        and tokens[first - 2].text.isdigit()
        and tokens[first - 1].end == tokens[first].start
    ):
        return False  # "[09:40]"
    if _in_ages(tokens, first) or _names_a_unit(tokens, last, words):
        return False
    if before == "how" and wording.lower() in _ASKED:
        return False
    if before == "but" and first > 1 and tokens[first - 2].low == "all":
        return False
    if (
        after in ("more", "fewer", "less", "higher", "lower")
        and last + 1 < len(tokens)
        and tokens[last + 1].low == "than"
    ):
        return False
    if _is_ratio(tokens, first, last, words):
        return False
    if wording.lower().startswith(_LIMITS) and first and _is_plural_of_people(tokens, first - 1, words):
        return False
    if before == "of" and first > 1 and words.has("things.aged", tokens[first - 2].low):
        return False
    if before.isalpha() and tokens[first - 1].end == tokens[first].start:
        return False
    return not (isinstance(reading, Hedged) and number_of(reading) is None and wording.lower() in ("some", "over"))


def _is_ratio(tokens: Sequence[Token], first: int, last: int, words: Words) -> bool:
    """Whether a number is a side of a share: "nine in ten of them", "three out of four victims"."""
    lows = [token.low for token in tokens[max(0, first - 3) : last + 3]]
    at = min(first, 3)
    before, after = lows[:at], [*lows[at + last - first :], "", "", ""]
    # A year, a place or a unit may follow "in"; a small number there is what the share is taken of.
    sides = after[2:3] if after[:2] == ["out", "of"] else after[1:2] if after[:1] == ["in"] else []
    second = sides[0] if sides else ""
    if after[:1] == ["in"] and after[2:3] in (["days"], ["weeks"], ["hours"], ["months"], ["years"], ["minutes"]):
        return False
    if _is_small_number(second, words) and _is_small_number(tokens[last - 1].low, words):
        return True
    lead = before[:-2] if before[-2:] == ["out", "of"] else before[:-1] if before[-1:] == ["in"] else []
    return bool(lead) and _is_small_number(lead[-1], words) and not words.has("things.units", after[0])


def _is_small_number(low: str, words: Words) -> bool:
    return (low.isdigit() and len(low) < 4) or words.has("function.numbers", low)


def _is_plural_of_people(tokens: Sequence[Token], at: int, words: Words) -> bool:
    return person_at((tokens[at].text,)) == (1, True) and words.outcome(tokens, at) is None


def _names_a_unit(tokens: Sequence[Token], last: int, words: Words) -> bool:
    """Whether a number belongs to a name: "the 444 Brigade"."""
    after = tokens[last] if last < len(tokens) else None
    return (
        after is not None
        and after.is_capital
        and tokens[last - 1].text.isdigit()
        and words.has("things.numbered", after.low)
    )


def _in_ages(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number is one of a list of ages: "aged 4, 7 and 9"."""
    least = max(0, at - _LONGEST_LIST)
    while at > least and (tokens[at - 1].low in (",", "and", "to", *_SMALL) or tokens[at - 1].text.isdigit()):
        at -= 1
    return at > 0 and tokens[at - 1].low in ("aged", "ages")


def _followed_by_people(tokens: Sequence[Token], at: int, words: Words) -> bool:
    return at < len(tokens) and tokens[at].is_word and not words.has("function.prepositions", tokens[at].low)
