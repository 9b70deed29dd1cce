"""Sentences with their tokens and the stretches that stand in quotation marks.

A sentence also ends inside quotation marks, since each sentence of a quotation is a statement of its own. Lines that
were wrapped at a fixed width are joined again; any other line end is the end of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from statistics import median

from claims.extract.document import Document
from claims.extract.leads import is_listed, lead_end
from claims.extract.tokens import Token, tokenise

_END = re.compile(r"[.!?]+[\"')\]]*(?=\s|$)|\n")
_ABBREVIATED = re.compile(
    r"(?:\b(?:Lt|Gen|Col|Maj|Capt|Sgt|Cpl|Brig|Adm|Cmdr|Mr|Mrs|Ms|Dr|St|Gov|Sen|Rep|Rev|Prof|Pte|Pvt|Pfc|Insp|Supt|Const|Hon|Spc|Pol|Amb|Msgr|Fr|Cdr|Cdre|Asst|Dep|Atty|Pres|No|vs|Jan|Feb|Mar|"
    r"Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|\b[A-Z])\.$"
)
_LONGEST = 4000
"""Characters after which a sentence is cut: no sentence that a person wrote is so long."""


@dataclass(slots=True)
class Sentence:
    """One sentence: its offsets, its paragraph's number, its tokens, and the quoted stretches as token ranges."""

    start: int
    end: int
    paragraph: int
    tokens: list[Token]
    quoted: list[tuple[int, int]] = field(default_factory=list)
    opens_quoted: bool = False
    """Whether a quotation that began in an earlier sentence is still open where this one begins."""
    asides: list[tuple[int, int]] = field(default_factory=list)
    """The stretches in parentheses, as token ranges; a sentence that stands in parentheses as a whole has none."""
    listed: bool = False
    """Whether it opens a line that is an item of a list."""

    def text(self, document: Document) -> str:
        """The sentence as it stands in the document."""
        return document.raw[self.start : self.end]

    def in_quotes(self, at: int) -> bool:
        """Whether a token stands in quotation marks."""
        return any(first <= at < last for first, last in self.quoted)


def split_sentences(document: Document) -> list[Sentence]:
    """The sentences of a document, in order."""
    text = document.shadow
    found: list[Sentence] = []
    is_open = False
    paragraph = -1
    for start, end, number in _stretches(text):
        tokens = list(tokenise(text, start, end))
        if not tokens:
            continue
        is_open = is_open and number == paragraph
        paragraph = number
        sentence = Sentence(start, end, number, tokens, opens_quoted=is_open, listed=_listed(text, start))
        sentence.quoted, is_open = _quoted(tokens, is_open)
        sentence.asides = list(_asides(tokens))
        found.append(sentence)
    return found


def _stretches(text: str) -> Iterator[tuple[int, int, int]]:
    """Start, end and paragraph number of every sentence."""
    wrapped = _is_wrapped(text)
    start, number, begun = 0, 0, False
    for found in _END.finditer(text):
        end = found.end()
        # What opens a line is looked for where there is a line: a thousand empty ones have nothing to look for.
        if not begun and (found.group() != "\n" or text[start : found.start()].strip()):
            start, begun = lead_end(text, start), True
        if found.group() == "\n":
            blank = (
                text[found.end() : found.end() + 2].strip(" ") in ("", "\n")
                or text[found.end() : found.end() + 1] == "\n"
            )
            if wrapped and not blank:
                continue
            end = found.start()
        elif end <= start or not _ends(text, start, end):
            continue
        yield from _cut(text, start, end, number)
        start = found.end()
        if found.group() == "\n":
            number, begun = number + 1, False
    yield from _cut(text, start if begun else lead_end(text, start), len(text), number)


def _listed(text: str, start: int) -> bool:
    """Whether only the mark of a list stands between the start of the line and an offset."""
    line = text.rfind("\n", max(0, start - 40), start) + 1
    return line < start and is_listed(text, line)


def _ends(text: str, start: int, end: int) -> bool:
    """Whether a full stop ends a sentence: no title or initial before it, and a beginning after it."""
    if text[end - 1] == "." and _ABBREVIATED.search(text, max(start, end - 6), end):
        return text[max(start, end - 4) : end] in (" US.", " UN.", " UK.")
    after = text[end : end + 3].lstrip()
    return not after or not after[0].islower()


def _cut(text: str, start: int, end: int, number: int) -> Iterator[tuple[int, int, int]]:
    """The stretch without white space round it, in pieces when it is too long for a sentence."""
    for at in range(start, end, _LONGEST):
        last = min(end, at + _LONGEST)
        piece = text[at:last]
        bare = piece.strip()
        if bare:
            first = at + piece.index(bare[0])
            yield first, first + len(bare), number


def _is_wrapped(text: str) -> bool:
    """Whether lines end at a fixed width: most are of like length and go on in small letters."""
    lines = [line for line in text[:20_000].split("\n") if line.strip()]
    if len(lines) < 5:
        return False
    goes_on = sum(line.lstrip()[:1].islower() for line in lines[1:])
    return goes_on > len(lines) / 4 and 40 <= median(map(len, lines)) <= 100


def _quoted(tokens: list[Token], is_open: bool) -> tuple[list[tuple[int, int]], bool]:
    """The quoted stretches of a sentence, and whether a quotation is still open at its end."""
    stretches: list[tuple[int, int]] = []
    first = 0
    for at, token in enumerate(tokens):
        if token.text != '"':
            continue
        if is_open:
            stretches.append((first, at))
        first, is_open = at + 1, not is_open
    if is_open:
        stretches.append((first, len(tokens)))
    return stretches, is_open


def _asides(tokens: list[Token]) -> Iterator[tuple[int, int]]:
    """The stretches in parentheses; one that opens the sentence is none."""
    opened = 0
    for at, token in enumerate(tokens):
        if token.text == "(":
            opened = at
        elif token.text == ")" and opened:
            yield opened, at + 1
            opened = 0
