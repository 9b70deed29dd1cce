"""Cardinal numbers in running tokens: digits of any script, number words, and the two mixed ("2.5 million").

Several readings may start at one token ("two hundred and three" begins with "two", "two hundred" and the whole);
the caller takes the longest with which the rest makes sense.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claims.phrases.digits import LARGEST, read_decimal, read_digits
from claims.phrases.lexicon import Lexicon
from claims.phrases.tokens import Token


class Number(NamedTuple):
    """A number that ends before token `end`.

    `coefficient` and `unit` are set when it is one number times one unit word ("3 million"), so that "2 to 3
    million" can be read; `article` marks a bare "a" or "an".
    """

    value: int
    end: int
    coefficient: int = 0
    unit: int = 1
    article: bool = False


class _Piece(NamedTuple):
    value: int
    end: int
    kind: str  # "digits", "word", "article", "unit", "units" (plural) or "whole" (digits times a unit)
    coefficient: int = 0


def read_numbers(lexicon: Lexicon, tokens: Sequence[Token], start: int, notes: list[str]) -> list[Number]:
    """Every number that starts at `start`, the longest first; why a candidate fails goes to `notes`."""
    if start >= len(tokens) or tokens[start].kind == "mark":
        return []
    found = _myriad(lexicon, tokens, start, notes) if lexicon.myriad else _Sum(lexicon, tokens, notes).read(start)
    kept = [number for number in found if number.value <= LARGEST]
    if len(kept) < len(found):
        notes.append(f"the number is above {LARGEST:,}; check the digits")
        return []
    return kept[::-1]


class _Sum:
    """Adds up number words from left to right: a group below a thousand, and the thousands so far."""

    def __init__(self, lexicon: Lexicon, tokens: Sequence[Token], notes: list[str]) -> None:
        self.lexicon, self.tokens, self.notes = lexicon, tokens, notes
        self.total = self.group = self.last = 0
        self.ceiling = 10**13
        self.coefficient, self.unit = 0, 1
        self.begun = self.after_digits = False

    def read(self, start: int) -> list[Number]:
        found: list[Number] = []
        position = start
        while True:
            joined, after = self._joint(position) if self.begun else (False, position)
            piece = _piece(self.lexicon, self.tokens, after, self.notes, first=not self.begun)
            if piece is None or not self._add(piece, joined):
                return found
            self.begun, position = True, piece.end
            article = piece.kind == "article"
            value = self.total + self.group
            found.append(Number(value, position, self.coefficient, self.unit, article))
            if value == 0:
                return found

    def _joint(self, position: int) -> tuple[bool, int]:
        # A hyphen joins number words only: "twenty-three" is a number, "5-7" is a range.
        hit = self.lexicon.table("joiners").match(self.tokens, position)
        if hit is not None and self.last >= self.lexicon.join_after:
            return True, hit[1]
        tokens = self.tokens
        if position + 1 < len(tokens) and tokens[position].key == "-":
            between_words = tokens[position - 1].kind == "word" and tokens[position + 1].kind == "word"
            touching = tokens[position - 1].end == tokens[position].start
            if between_words and touching and self.last >= 20:
                return False, position + 1
        return False, position

    def _add(self, piece: _Piece, joined: bool) -> bool:
        if piece.kind in ("unit", "units"):
            added = self._multiply(piece)
        elif piece.kind == "whole":
            added = self._whole(piece)
        else:
            added = self._small(piece, joined)
        if added:
            self.last, self.after_digits = piece.value, piece.kind == "digits"
        return added

    def _whole(self, piece: _Piece) -> bool:
        if self.group or piece.value >= self.ceiling:
            return False
        fresh = self.total == 0
        self.total += piece.value
        unit = piece.value // piece.coefficient if piece.coefficient else 1000
        self.ceiling = max(unit, 2)
        self.coefficient, self.unit = (piece.coefficient, unit) if fresh else (0, 1)
        return True

    def _small(self, piece: _Piece, joined: bool) -> bool:
        value, group = piece.value, self.group
        if value >= 1000 and piece.kind == "word":
            return self._whole(piece)
        if group == 0:
            if value >= self.ceiling or (self.begun and piece.value == 0):
                return False
        elif piece.kind != "word" or self.after_digits or not self._fits(value, joined):
            return False
        self.group += value
        self.coefficient, self.unit = 0, 1
        return True

    def _fits(self, value: int, joined: bool) -> bool:
        rest = self.group % 100
        if rest == 0:
            return 0 < value < 100
        if 0 < value < 10:
            return rest % 10 == 0 and (rest >= 20 or self.lexicon.ten_joins)
        if 10 <= value < 20:
            return rest in self.lexicon.vigesimal
        return self.lexicon.unit_first and joined and rest < 10 and value in range(20, 100, 10)

    def _multiply(self, piece: _Piece) -> bool:
        unit = piece.value
        if self.group == 0 and piece.kind == "units":
            return False
        if unit >= self.ceiling or (unit <= 100 <= self.group and unit == 100):
            return False
        base, fresh = self.group or 1, self.total == 0
        if unit < 1000:
            self.group = base * unit
        else:
            self.total, self.group, self.ceiling = self.total + base * unit, 0, unit
        self.coefficient, self.unit = (base, unit) if fresh else (0, 1)
        return True


def _piece(lexicon: Lexicon, tokens: Sequence[Token], start: int, notes: list[str], *, first: bool) -> _Piece | None:
    if start >= len(tokens):
        return None
    if tokens[start].kind == "digits":
        return _digits_piece(lexicon, tokens, start, notes)
    article = lexicon.table("article").match(tokens, start) if first else None
    word = lexicon.table("words").match(tokens, start)
    if word is not None and not (article is not None and word[1] == article[1]):
        return _Piece(word[0], word[1], "word")
    if article is not None:
        return _Piece(1, article[1], "article")
    # "3 mn" is three million, but "mn" alone is no number.
    spaced = () if first else (("spaced", "unit"),)
    for name, kind in (("plural_multipliers", "units"), ("multipliers", "unit"), *spaced):
        hit = lexicon.table(name).match(tokens, start)
        if hit is not None:
            return _Piece(hit[0], hit[1], kind)
    return None


def _digits_piece(lexicon: Lexicon, tokens: Sequence[Token], start: int, notes: list[str]) -> _Piece | None:
    text = tokens[start].key
    unit = unit_after(lexicon, tokens, start)
    number = read_decimal(text) if unit else read_digits(text)
    if number is None:
        notes.append(f"{text} fits no way of writing a number; write it without separators")
        return None
    mantissa, decimals = number
    if decimals == 0:
        glued = unit is not None and unit[2]
        if unit is not None and glued:
            return _Piece(mantissa * unit[0], unit[1], "whole", mantissa)
        return _Piece(mantissa, start + 1, "digits")
    if unit is None or mantissa * unit[0] % 10**decimals:
        notes.append(f"{text} is a fraction, and people are counted whole; write a whole number or a range")
        return None
    return _Piece(mantissa * unit[0] // 10**decimals, unit[1], "whole")


def unit_after(lexicon: Lexicon, tokens: Sequence[Token], start: int) -> tuple[int, int, bool] | None:
    """The unit behind the digits at `start`: its value, the token after it, and whether it is a letter as in "5k"."""
    after = start + 1
    if after < len(tokens) and tokens[after].start == tokens[start].end:
        hit = lexicon.table("glued").match(tokens, after)
        if hit is not None:
            return hit[0], hit[1], True
    for name in ("plural_multipliers", "multipliers", "spaced"):
        hit = lexicon.table(name).match(tokens, after)
        if hit is not None:
            return hit[0], hit[1], False
    return None


def _myriad(lexicon: Lexicon, tokens: Sequence[Token], start: int, notes: list[str]) -> list[Number]:
    """Numbers counted in ten thousands: 二十三万五千, 3万, 两百零五."""
    found: list[Number] = []
    total = section = 0
    digit: int | None = None
    position, floor = start, 10**13
    while position < len(tokens):
        piece = _piece(lexicon, tokens, position, notes, first=position == start)
        if piece is None or (piece.kind == "digits" and digit is not None):
            break
        if piece.kind == "whole":
            total, section, digit = total + section + (digit or 0) + piece.value, 0, None
        elif piece.kind in ("digits", "word"):
            if digit:
                break
            digit = piece.value
        elif piece.value >= 10_000:
            if piece.value >= floor:
                break
            total += (section + (digit or 0) or 1) * piece.value
            section, digit, floor = 0, None, piece.value
        else:
            section += (1 if digit is None else digit) * piece.value
            digit = None
        position = piece.end
        found.append(Number(total + section + (digit or 0), position))
    return found
