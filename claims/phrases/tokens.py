"""Tokens with offsets: words, digit runs and marks of any script.

Keys are folded (case, accents, vowel points, letter variants), so that "Mindestens" and "mindestens", or
an Arabic word with and without points, are one entry of a lexicon. Offsets always refer to the text as given.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal, NamedTuple


class Token(NamedTuple):
    """One token: its folded key, where it stands (half-open), and whether it is a word, digits or a mark."""

    key: str
    start: int
    end: int
    kind: Literal["word", "digits", "mark"]


_SPACES = " \u00a0\u2007\u2009\u202f"
_GROUPED = rf"\d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?!\d)(?:[.,\u066b]\d+)?"
_DIGITS = r"\d+(?:[.,'\u2019\u02bc\u060c\u066b\u066c\uff0c\uff0e]\d+)*"
_ONE_SIGN = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
# Everything that is neither a word sign nor a digit. Combining signs stay with their word.
_MARKS = (
    "!-/:-@\\[-`{-~\u00a1-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u02bc\u05be\u05c0\u05c3\u05f3\u05f4"
    "\u060c\u061b\u061f\u066a-\u066d\u06d4\u0964\u0965\u1361-\u1368\u2010-\u2029\u2030-\u205e\u20a0-\u20cf"
    "\u2190-\u2bff\u3001-\u3003\u3008-\u301f\u3030\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\u2212"
)
_UNSEEN = "\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff"
_WORD = rf"[^\s\d{_MARKS}{_ONE_SIGN}{_UNSEEN}]+"
_PATTERN = rf"(?P<digits>{_GROUPED}|{_DIGITS})|(?P<word>[{_ONE_SIGN}]|{_WORD})|(?P<mark>[{_MARKS}])"

_POINTS = r"[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]"
_LETTERS = str.maketrans(
    {
        "ى": "ي", "ی": "ي", "ې": "ي", "ئ": "ي", "ة": "ه", "ہ": "ه", "ھ": "ه", "ۃ": "ه", "ک": "ك", "ٱ": "ا",
        "ؤ": "و", "ں": "ن", "ı": "i", "ё": "е", "ø": "o", "ł": "l", "’": "'", "\u200c": "", "\u200d": "",
        "兩": "两", "萬": "万", "億": "亿", "幾": "几", "數": "数", "約": "约", "過": "过", "無": "无", "個": "个",
        "満": "满", "滿": "满", "後": "后",
    }
)  # fmt: skip
_MARK_KEYS = str.maketrans(
    "‐‑‒–—―−﹣－־～〜∼’‘ʼ＇，、،؟？＋％٪（【［）】］[]≧≦⩾⩽：＞＜＝",
    "----------~~~'''',,,??+%%((()))()≥≤≥≤:><=",
)


@lru_cache(maxsize=1)
def _compiled() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(_PATTERN), re.compile(_POINTS)


@lru_cache(maxsize=1 << 14)
def fold(word: str) -> str:
    """The key of a word: no case, no accents or vowel points, one form for letter variants."""
    word = word.casefold()
    if word.isascii():
        return word
    bare = _compiled()[1].sub("", unicodedata.normalize("NFD", word))
    return unicodedata.normalize("NFC", bare).translate(_LETTERS)


def tokenise(text: str) -> list[Token]:
    """The tokens of `text` in order; white space and invisible signs are left out."""
    tokens: list[Token] = []
    for match in _compiled()[0].finditer(text):
        start, end = match.span()
        piece = match.group()
        if match.lastgroup == "word":
            tokens.append(Token(fold(piece), start, end, "word"))
        elif match.lastgroup == "digits":
            tokens.append(Token(piece, start, end, "digits"))
        else:
            tokens.append(Token(piece.translate(_MARK_KEYS), start, end, "mark"))
    return tokens


def script_of(key: str) -> str:
    """The script of a word by its first sign, as the language index names it: "latin", "arabic" and so on.

    Empty for a word of which folding leaves nothing, such as an accent that stands alone.
    """
    return _script_of_sign(key[0]) if key else ""


@lru_cache(maxsize=4096)
def _script_of_sign(sign: str) -> str:
    name = unicodedata.name(sign, "").split(" ")[0].split("-")[0].lower()
    return {"cjk": "han", "hiragana": "kana", "katakana": "kana"}.get(name, name)
