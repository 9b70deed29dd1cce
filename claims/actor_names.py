"""The matching form of the words that name actors: the same key for every usual way to write a name.

Case, accents, quotation marks and points go; so do the endings of Slavic adjectives and the articles, genders
and numbers of Arabic words, which change with the sentence and not with the actor.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Any


class _Fold(dict[int, str]):
    """One character to its matching form, worked out on first sight."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_char(chr(code))
        return folded


def _fold_char(char: str) -> str:
    category = unicodedata.category(char)
    if category in {"Cf", "Lm"} or "\u0300" <= char <= "\u036f":
        return ""
    if category[0] in "PSZC":
        return " "
    if "\u3040" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7a3":
        return f" {char} "
    latin = "\u00c0" <= char <= "\u024f" or "\u1e00" <= char <= "\u1eff"
    return unicodedata.normalize("NFKD", char)[0] if latin else char


_FOLD = _Fold({ord(char): f" {char} " for char in ",;()&"})
_FOLD |= {ord(a): f" {b} " for a, b in zip("/|،؛、+[]", ";;,;,&()", strict=True)}
_FOLD |= {ord(a): b for a, b in zip("łŁøØđĐıёЁأإآٱىیةک", "lLoOdDiеЕااااييهك", strict=True)}
_FOLD |= {ord("æ"): "ae", ord("œ"): "oe"} | dict.fromkeys([0x640, *range(0x64B, 0x653)], "")
_QUOTES = dict.fromkeys(map(ord, "’‘´`ʼ"), "'")
_DOTTED = re.compile(r"\b(?:\w\.){2,}")
_POSSESSIVE = re.compile(r"(?<=\w)'s?(?!\w)", re.IGNORECASE)
_ELISION = re.compile(r"\b([dl])'(?=\w)", re.IGNORECASE)
_SLAVIC = re.compile(r"(?<=[сцзь]к)(?:ий|ая|ое|ие|ого|ой|ому|их|им|ими|ую|ом|а|е|і|ої|ою|у)$")
_SLAVIC_NOUN = re.compile(r"(?<=\w{4})(?:ами|ями|ого|ому|ой|ою|ом|ем|ам|ах|ів|ов|а|у|е|ы|и|і|ї|ю|я|ь)$")
_ARABIC = re.compile(r"^(?:و?ال|بال|لل)?(\w{3,}?)(?:(?<=ي)(?:ه|ون|ين))?$")


def _stem(token: str) -> str:
    """A Slavic word without its case, an Arabic word without its article, gender and number."""
    if "а" <= token[0] <= "џ":
        bare = _SLAVIC.sub("", token)
        return _SLAVIC_NOUN.sub("", token) if bare == token else bare
    if "ء" <= token[0] <= "ي" and (match := _ARABIC.match(token)):
        return match[1]
    return token


def tokens_of(text: str, capitals: frozenset[str]) -> list[str]:
    """The words of a text in their matching form; , ; ( ) and & stay as tokens of their own.

    A word of `capitals`, which is a name only in capitals (US, WHO), keeps them.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text.translate(_QUOTES))
    if "." in text:
        text = _DOTTED.sub(lambda match: match[0].replace(".", "").upper(), text)
    if "'" in text:
        text = _ELISION.sub(r"\1 ", _POSSESSIVE.sub("", text)).replace("'", "")
    words = text.translate(_FOLD).split()
    folded = (word if word in capitals else word.casefold() for word in words)
    return [word if word.isascii() else _stem(word) for word in folded]


def key_of(tokens: Sequence[str]) -> str:
    """The look-up key of a whole name: its words without a leading English article."""
    start = 1 if len(tokens) > 1 and tokens[0] in {"the", "a", "an"} else 0
    return " ".join(tokens[start:])


def listed(value: object) -> list[Any]:
    """The names in a field of a data file: a list, or the parts of a string with `;` between them."""
    if isinstance(value, str):
        return [part for piece in value.split(";") if (part := piece.strip())]
    return list(value) if isinstance(value, (list, tuple)) else []
