"""The grammar of quantity phrases: hedges, ranges, vague words and their joins, over tokens with offsets.

Every rule yields its readings from the most to the least preferred, so that a caller can take the first one with
which the rest of the text makes sense. No policy is involved: the words are named, not turned into bounds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claims.phrases.digits import read_decimal
from claims.phrases.lexicon import Lexicon
from claims.phrases.magnitudes import digit_plural, part_of
from claims.phrases.numbers import Number, read_numbers, unit_after
from claims.phrases.reading import Exact, Hedged, Joined, Product, Reading, Span, Term
from claims.phrases.tokens import Token

LOWER_HEDGES = frozenset({"at least", "more than", "just over"})
UPPER_HEDGES = frozenset({"up to", "fewer than", "just under"})
# Words without a magnitude cannot be approached or exceeded: "about various" is no quantity.
_BOUNDLESS = frozenset(
    Term(name) for name in ("some", "many", "a number of", "numerous", "countless", "large numbers", "significant")
)
_UNIT_WORDS = {"thousands": 1000}
# Hedges and lead-in words before one number; nobody stacks more, and running text must not make it recurse.
_DEEPEST = 5


class Parsed(NamedTuple):
    """A reading and the token after its last one."""

    reading: Reading
    end: int


class Grammar:
    """Reads phrases of one language in one list of tokens; `notes` gathers why candidates failed."""

    def __init__(self, lexicon: Lexicon, tokens: Sequence[Token]) -> None:
        self.lexicon, self.tokens = lexicon, tokens
        self.notes: list[str] = []

    def phrases(self, start: int, *, noise: bool = True) -> Iterator[Parsed]:
        """Every quantity phrase that starts at token `start`; `noise` lets words like "a total of" lead it."""
        for first in self._terms(start, noise=noise):
            yield from self._joins(first)
            yield first

    def _match(self, table: str, start: int) -> int | None:
        hit = self.lexicon.table(table).match(self.tokens, start)
        return None if hit is None else hit[1]

    def _skip(self, table: str, start: int) -> int:
        end = self._match(table, start)
        return start if end is None else end

    def _is_mark(self, mark: str, at: int) -> bool:
        return at < len(self.tokens) and self.tokens[at].key == mark

    def _terms(self, start: int, *, noise: bool = True, hedged: bool = False, depth: int = 0) -> Iterator[Parsed]:
        if start >= len(self.tokens) or depth > _DEEPEST:
            return
        # Before the hedges: some languages open a range with a word for "at least" ("от 20 до 30").
        yield from self._open_ranges(start)
        yield from self._hedges(start, depth)
        if not hedged:
            yield from self._special(start)
        yield from self._decades(start)
        yield from self._approximate(start, hedged)
        yield from self._vague(start)
        yield from self._numbers(start)
        if noise:
            after = self._match("noise", start)
            if after is not None:
                yield from self._terms(after, hedged=hedged, depth=depth + 1)

    def _hedges(self, start: int, depth: int = 0) -> Iterator[Parsed]:
        for rule, after in self.lexicon.table("before").matches(self.tokens, start):
            after += rule == "uncertain" and self._is_mark(",", after)
            for inner, end in self._terms(after, hedged=True, depth=depth + 1):
                if rule == "fewer than" and inner == Exact(0):
                    self.notes.append("nothing is fewer than 0; write 0 or 'none'")
                elif rule == "at least" or inner not in _BOUNDLESS:
                    yield Parsed(Hedged(rule, inner), end)

    def _special(self, start: int) -> Iterator[Parsed]:
        for table, name in (
            ("none_reported", "none reported"),
            ("uncounted", "uncounted"),
            ("unknown", "unknown"),
            ("none", "none"),
        ):
            end = self._match(table, start)
            if end is not None:
                yield Parsed(Term(name), end)

    def _decades(self, start: int) -> Iterator[Parsed]:
        part = self.lexicon.table("decade_parts").match(self.tokens, start)
        rule, after = part if part is not None else ("decade", start)
        hit = self.lexicon.table("decade_words").match(self.tokens, after)
        if hit is not None:
            yield from self._suffixed(Parsed(Hedged(rule, Exact(hit[0])), hit[1]))
        plural = digit_plural(self.lexicon, self.tokens, after)
        named = [Parsed(*plural)] if plural is not None else []
        if part is not None:
            named += [Parsed(reading, end) for reading, end in self._vague(after)]
        for reading, end in named:
            narrowed = part_of(rule, reading)
            if narrowed is not None:
                yield from self._suffixed(Parsed(narrowed, end))

    def _approximate(self, start: int, hedged: bool) -> Iterator[Parsed]:
        # "une centaine" is about 100, but "plus d'une centaine" is more than 100.
        hit = self.lexicon.table("approximate_words").match(self.tokens, start)
        if hit is not None:
            exact = Exact(hit[0])
            yield from self._suffixed(Parsed(exact if hedged else Hedged("about", exact), hit[1]))

    def _vague(self, start: int) -> Iterator[Parsed]:
        for name, after in self.lexicon.table("vague").matches(self.tokens, start):
            word, _, unit = name.partition(" of ")
            if unit in _UNIT_WORDS:
                yield from self._suffixed(Parsed(Product(word, _UNIT_WORDS[unit]), after))
                continue
            for table in ("plural_multipliers", "multipliers", "spaced"):
                hit = self.lexicon.table(table).match(self.tokens, after)
                if hit is not None:
                    yield from self._suffixed(Parsed(Product(name, hit[0]), hit[1]))
            yield from self._suffixed(Parsed(Term(name), after))

    def _suffixed(self, parsed: Parsed) -> Iterator[Parsed]:
        hit = self.lexicon.table("after").match(self.tokens, parsed.end)
        if hit is not None:
            yield Parsed(Hedged(hit[0], parsed.reading), hit[1])
        yield parsed

    def _read(self, start: int) -> list[Number]:
        return read_numbers(self.lexicon, self.tokens, start, self.notes)

    def _fractions(self, start: int, middles: tuple[str, ...]) -> Iterator[Parsed]:
        """ "1.5 to 2 million": the fraction counts in the unit of the second number."""
        if self.tokens[start].kind != "digits" or unit_after(self.lexicon, self.tokens, start) is not None:
            return
        mantissa, decimals = read_decimal(self.tokens[start].key) or (0, 0)
        if decimals == 0:
            return
        for table in middles:
            for _, after in self.lexicon.table(table).matches(self.tokens, start + 1):
                unit = self._unit_at(after)
                if unit > 1 and mantissa * unit % 10**decimals == 0:
                    yield from self._upper_end(Number(mantissa * unit // 10**decimals, start + 1), after)

    def _unit_at(self, start: int) -> int:
        if start < len(self.tokens) and self.tokens[start].kind == "digits":
            hit = unit_after(self.lexicon, self.tokens, start)
            return hit[0] if hit is not None else 1
        return max((number.unit for number in self._read(start)), default=1)

    def _numbers(self, start: int) -> Iterator[Parsed]:
        yield from self._fractions(start, ("range_middle", "or"))
        for number in self._read(start):
            yield from self._ranges(number, ("range_middle",))
            yield from self._alternatives(number)
            if number.article and self._is_collective(number.end):
                yield Parsed(Term("bare plural"), number.end)
            elif number.article and self._is_unknown_collective(number.end):
                self.notes.append("a word for a group does not say how many; write the number")
            else:
                yield from self._suffixed(Parsed(Exact(number.value), number.end))

    def _open_ranges(self, start: int) -> Iterator[Parsed]:
        for _, after in self.lexicon.table("range_open").matches(self.tokens, start):
            if after < len(self.tokens):
                yield from self._fractions(after, ("range_and", "range_middle"))
            for number in self._read(after):
                yield from self._ranges(number, ("range_and", "range_middle"))

    def _ranges(self, first: Number, middles: tuple[str, ...]) -> Iterator[Parsed]:
        if first.article:
            return
        for table in middles:
            for _, after in self.lexicon.table(table).matches(self.tokens, first.end):
                yield from self._upper_end(first, after)

    def _upper_end(self, first: Number, start: int) -> Iterator[Parsed]:
        start = self._skip("possibly", start)
        hedge = self.lexicon.table("before").match(self.tokens, start)
        rule, start = hedge if hedge is not None else ("", start)
        for second in self._read(start):
            low = _in_unit_of(first, second)
            if low > second.value:
                self.notes.append(f"{low} to {second.value} runs downwards; write the smaller number first")
            elif rule in LOWER_HEDGES:
                yield Parsed(Joined("possibly", Exact(low), Hedged(rule, Exact(second.value))), second.end)
            elif not rule or rule in ("about", "up to"):
                yield from self._suffixed(self._with_best(Span(low, second.value), second.end))

    def _with_best(self, span: Span, end: int) -> Parsed:
        after = self._match("best", end + 1 if self._is_mark(",", end) else end)
        numbers = self._read(after) if after is not None else []
        if not numbers:
            return Parsed(span, end)
        best = numbers[0].value
        if not span.low <= best <= span.high:
            self.notes.append(f"the best estimate {best} is outside {span.low} to {span.high}")
            return Parsed(span, end)
        return Parsed(Span(span.low, span.high, best), numbers[0].end)

    def _alternatives(self, first: Number) -> Iterator[Parsed]:
        after = self._match("or", first.end)
        if after is None or first.article:
            return
        for second in self._read(self._skip("possibly", after)):
            if not second.article:
                low, high = sorted((_in_unit_of(first, second), second.value))
                yield from self._suffixed(Parsed(Span(low, high), second.end))

    def _is_collective(self, at: int) -> bool:
        return any(self._match("collectives", place) is not None for place in (at, at + 1))

    def _is_unknown_collective(self, at: int) -> bool:
        if self._match("of", at + 1) is None or self.tokens[at].kind != "word":
            return False
        return self._match("tail", at) is None

    def _joins(self, first: Parsed) -> Iterator[Parsed]:
        start = first.end + 1 if self._is_mark(",", first.end) else first.end
        either = self._match("or", start)
        if either is None and isinstance(first.reading, Term | Product):
            either = self._match("range_middle", start)
        if either is not None:
            yield from self._joined("either", first.reading, self._skip("possibly", either))
        connected = self._skip("and", start)
        possibly = self._match("possibly", connected)
        if possibly is not None:
            yield from self._joined("possibly", first.reading, possibly)
        elif connected > first.end:
            yield from self._bounded(first.reading, connected)

    def _joined(self, kind: str, first: Reading, start: int) -> Iterator[Parsed]:
        if isinstance(first, Term) and first.name in ("uncounted", "unknown", "none reported"):
            return
        for second, end in self._terms(start, noise=False, hedged=True):
            joined = Joined("either" if kind == "either" else "possibly", first, second)
            yield from self._suffixed(Parsed(joined, end))

    def _bounded(self, first: Reading, start: int) -> Iterator[Parsed]:
        if not isinstance(first, Hedged):
            return
        for second, end in self._hedges(start):
            if isinstance(second, Hedged) and _opposite(first.rule, second.rule):
                lower, upper = (first, second) if first.rule in LOWER_HEDGES else (second, first)
                if _least(lower) > _least(upper):
                    self.notes.append("the lower bound is above the upper one; check the two numbers")
                else:
                    yield Parsed(Joined("both", lower, upper), end)


def _opposite(one: str, other: str) -> bool:
    return (one in LOWER_HEDGES and other in UPPER_HEDGES) or (one in UPPER_HEDGES and other in LOWER_HEDGES)


def _least(reading: Reading) -> int:
    match reading:
        case Exact(number=number):
            return number
        case Span(low=low):
            return low
        case Hedged(inner=inner):
            return _least(inner)
        case _:
            return 0


def _in_unit_of(first: Number, second: Number) -> int:
    # "2 to 3 million" counts millions at both ends; "58 to 200 thousand" is left as 58 thousand to 200 thousand.
    shares = first.unit == 1 and second.coefficient > first.value
    return first.value * second.unit if shares else first.value
