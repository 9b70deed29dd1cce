"""The words of a victims cell, one by one: set phrases kept whole, joined scripts cut, list breaks marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from claims.people_words import Word, find_word, fold, lexicon

_JOINED_PREFIXES = ("وال", "ال", "لل", "بال", "و", "ب", "וה", "ו", "ה")
_AND, _ANDS = "و", "וو"
_OWNER = "′"
"""Stands after an owner ("the chief's") in a plain text."""
_LONGEST_RUN = 6
"""Characters that a word of a script without spaces has at most."""


class Unit(NamedTuple):
    """A word or set phrase of the text; ``word`` is None when the lexicon does not hold it."""

    text: str
    word: Word | None
    plural: bool = False

    @property
    def role(self) -> str:
        """The part that the word plays in a phrase; "" when it is not known."""
        return self.word.role if self.word else ""


def plain(text: str) -> str:
    """The text without quotation marks, with owners marked, acronyms in brackets and links of names opened up."""
    text = re.sub(rf"[\"“”„«»‹›*_{_OWNER}]", " ", text)
    text = re.sub(r"['’`ʼ]s\b", f" {_OWNER} ", text)
    text = re.sub(r"(?<![\w'’‘])([^\W\d_]+s)['’](?=\s+[^\W\d_])", rf"\1 {_OWNER} ", text)
    text = re.sub(r"\b(?:[^\W\d_]\.){2,}", lambda dotted: dotted[0].replace(".", ""), text)
    text = re.sub(r"\(([A-Z][A-Z0-9-]{1,9})\)", r"\1", text)
    text = re.sub(r"(?<=\w)-(?:[eiu]|al|el|ul|ur|ud|ut|us)-(?=\w)", " ", text, flags=re.IGNORECASE)
    return re.sub(r",\s*([^\s,][^,]*?) among (?:them|whom|the dead|those)\b", r" including \1", text)


def spoken(text: str) -> str:
    """A piece of a plain text with its owners' apostrophes put back."""
    return re.sub(rf"(?<!s) {_OWNER} ", "’s", re.sub(rf"(?<=s) {_OWNER} ", "’", text))


def read_units(text: str) -> list[Unit]:
    """The text as lexicon words, words not known, and breaks (role "," or "and"); figures are left out.

    An owner is followed by a unit of role "own", unless a set phrase goes on beyond it ("ship's crew").
    """
    found = re.findall(rf"[^\W_]+|[,;:/&()+–—،؛、，；{_OWNER}]| - ", re.sub(r"['’`ʼ]", "", text))
    raw, owned = _owned([piece for token in found for piece in _pieces(token)])
    folded = [fold(token) for token in raw]
    units: list[Unit] = []
    at = 0
    while at < len(raw):
        if at in owned:
            units.append(Unit("", Word("own")))
        hit = find_word(folded, at) if raw[at][0].isalpha() else None
        if hit:
            units.append(Unit(" ".join(raw[at : at + hit.size]), hit.word, hit.plural))
        elif unit := _unknown(raw[at]):
            units.append(unit)
        at += hit.size if hit else 1
    return units


def _owned(tokens: list[str]) -> tuple[list[str], set[int]]:
    """The tokens without the marks of owners, and the places of those that came after a mark."""
    raw: list[str] = []
    owned: set[int] = set()
    for token in tokens:
        if token == _OWNER:
            owned.add(len(raw))
        else:
            raw.append(token)
    return raw, owned


def _unknown(token: str) -> Unit | None:
    """A token that the lexicon does not hold; None for a figure."""
    if token[0].isalpha():
        return Unit(token, None)
    if not token[0].isalnum():
        return Unit(token, Word("and" if token in "&+" else ","))
    if token.isascii() and not token.isdigit():
        return Unit(token, Word("actor"))  # "76th": of a unit's name
    return None


def _pieces(token: str) -> list[str]:
    """The words inside a token of a script that joins them: Chinese runs, Arabic and Hebrew "and" and "the"."""
    words = lexicon().words
    if token.isascii() or (folded := fold(token)) in words:
        return [token]
    for prefix in _JOINED_PREFIXES:
        rest = folded.removeprefix(prefix)
        if rest != folded and rest in words:
            return [_AND, rest] if prefix[0] in _ANDS else [rest]
    return _cut(token, words) if any("\u3400" <= c <= "\u9fff" for c in token) else [token]


def _cut(run: str, words: dict[str, Word]) -> list[str]:
    """A run of characters without spaces, cut round the longest known words."""
    pieces: list[str] = []
    start = at = 0
    while at < len(run):
        size = next((n for n in range(_LONGEST_RUN, 0, -1) if run[at : at + n] in words), 0)
        if size:
            pieces += [run[start:at], run[at : at + size]]
            start = at + size
        at += size or 1
    pieces.append(run[start:])
    return [piece for piece in pieces if piece]


def noun_phrases(units: list[Unit]) -> Iterator[tuple[str, list[Unit]]]:
    """The noun phrases of a list, each with the break before it."""
    mark = ""
    phrase: list[Unit] = []
    for unit in [*units, Unit("", Word(","))]:
        if unit.role not in (",", "and"):
            phrase.append(unit)
            continue
        if phrase:
            yield mark, phrase
            mark, phrase = "", []
        mark = "and" if "and" in (mark, unit.role) else unit.role
