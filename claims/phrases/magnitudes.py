"""Words that name a magnitude: "100s", "the low hundreds", "20s"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.phrases.digits import read_digits
from claims.phrases.lexicon import Lexicon
from claims.phrases.reading import Exact, Hedged, Joined, Product, Reading, Span, Term
from claims.phrases.tokens import Token

_WORD_OF = {10: "tens", 100: "hundreds", 1000: "thousands", 1_000_000: "millions"}
_STEP_OF = {name: step for step, name in _WORD_OF.items()}
# The lower, middle and upper part of what a magnitude covers, as multiples of it; as for tens in the policies.
_PARTS = {"low decade": (1, 5), "mid decade": (3, 8), "high decade": (5, 10)}
_MAGNITUDES = frozenset({*_STEP_OF, "dozens", "scores", "lakhs"})


def digit_plural(lexicon: Lexicon, tokens: Sequence[Token], start: int) -> tuple[Reading, int] | None:
    """ "100s" is hundreds, "10s of thousands" tens of thousands and "20s" the twenties; with the token after it."""
    if start >= len(tokens) or tokens[start].kind != "digits":
        return None
    ending = lexicon.table("plural_endings").match(tokens, start + 1)
    if ending is None or tokens[start + 1].start != tokens[start].end:
        return None
    value = (read_digits(tokens[start].key) or (0, 0))[0]
    end = ending[1]
    of = lexicon.table("of").match(tokens, end)
    unit = lexicon.table("plural_multipliers").match(tokens, of[1]) if of is not None else None
    if unit is not None and value in _WORD_OF:
        return Product(_WORD_OF[value], unit[0]), unit[1]
    reading = _named(value)
    return None if reading is None else (reading, end)


def _named(value: int) -> Reading | None:
    if value in _WORD_OF:
        return Term(_WORD_OF[value])
    if value in range(20, 100, 10):
        return Hedged("decade", Exact(value))
    for step in (1_000_000, 1000):
        if value in (10 * step, 100 * step):
            return Product(_WORD_OF[value // step], step)
    return None


def part_of(rule: str, reading: Reading) -> Reading | None:
    """A part of a magnitude: "low hundreds" is 100 to 499; None when the reading names no magnitude."""
    if isinstance(reading, Hedged):
        return Hedged(rule, reading.inner) if reading.rule == "decade" else None
    if not isinstance(reading, Term | Product) or reading.name not in _MAGNITUDES:
        return None
    if rule == "decade":
        return reading
    if reading.name not in _STEP_OF:
        return None
    step = _STEP_OF[reading.name] * (reading.unit if isinstance(reading, Product) else 1)
    first, last = _PARTS[rule]
    return Joined("both", reading, Span(first * step, last * step - 1))
