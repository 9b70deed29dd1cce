"""How names of places are spelt: one form for every alphabet, what is left of a name, and when two names are one.

A name is folded into lower-case ASCII words, its generic words ("district", "near") are taken away, and what is
left is compared letter by letter and by its consonants, which transliterations agree on more than on the vowels.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from rapidfuzz.distance import OSA, Indel, JaroWinkler

from claims.lexicon import data

_MARKS = re.compile("[\u0591-\u05c7\u0640\u064b-\u065f\u0670]")
_ARABIC_ARTICLE = re.compile(r"(?<!\w)[وبل]?ال(?=\w{3})")
_GERESH = re.compile("([גזצץת])['`\u2019\u05f3\u02bc]")
_WITH_GERESH = {"ג": "j", "ז": "zh", "צ": "ch", "ץ": "ch", "ת": "th"}
_ABJAD_VOWELS = str.maketrans("اأإآىةعאע\u200c", "aaaaaaaaa ")
_APOSTROPHES = re.compile("['`\u2018\u2019\u02bc\u02bb\u02bf\u02be\u2032\u0060\u00b4\u02b9\u02ba\"]")
_NOT_WORD = re.compile(r"[^0-9a-z]+")

_DIGRAPHS = re.compile(r"sch|shch|tch|dzh|kh|gh|ch|sh|zh|th|dh|ph|ck|dj|ts|tz|(?<=[bcdfgjklmnpqrstvxz])h")
_SOUNDS = {"ch": "s", "sh": "s", "sch": "s", "shch": "s", "tch": "s", "ts": "s", "tz": "s", "kh": "k", "gh": "k"}
_SOUNDS |= {"ck": "k", "zh": "j", "dj": "j", "dzh": "j", "th": "t", "dh": "d", "ph": "f", "h": ""}
_CONSONANTS = str.maketrans("gqxczw", "kkkksv", "aeiouyhw")
_INITIAL = str.maketrans("eiougqxczw", "aaaakkkksv")
_DOUBLED = re.compile(r"(.)\1+")
_ADJECTIVE = re.compile(r"(?<=[a-z]{2}[sz]k)(?:a|aya|aia|oi|oy|oyi|oii|ogo|oho|yi|ii|iy|ij|y)$")


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> tuple[str, ...]:
    """The words of a text in lower-case ASCII: no accents, no vowel points, other scripts transliterated."""
    if not text.isascii():
        from anyascii import anyascii

        spelt = _GERESH.sub(lambda match: _WITH_GERESH[match[1]], text)
        bare = _ARABIC_ARTICLE.sub("", _MARKS.sub("", spelt)).translate(_ABJAD_VOWELS)
        text = anyascii(_APOSTROPHES.sub("", bare))
    return tuple(_NOT_WORD.sub(" ", _APOSTROPHES.sub("", text.lower())).split())


@lru_cache(maxsize=1 << 16)
def skeleton(key: str) -> str:
    """The consonants of a spelling, those that transliterations exchange made one (`kh q g k`, `s z sh ch`).

    The first letter of a word is kept even when it is a vowel or `h`, `w`, `y`.
    """
    words = (_DIGRAPHS.sub(lambda match: _SOUNDS[match[0]], word) or word for word in _DOUBLED.sub(r"\1", key).split())
    bones = (word[0].translate(_INITIAL) + word[1:].translate(_CONSONANTS) for word in words)
    return "".join(bones)


def vowel_poor(key: str) -> bool:
    """Whether a spelling comes from a script that writes few vowels (Arabic, Hebrew)."""
    letters = key.replace(" ", "")
    return 4 * sum(letter in "aeiou" for letter in letters) <= len(letters)


def _same_word(a: str, b: str) -> bool:
    """Whether two words are spellings of one name: a slip of a letter or two, or the same consonants."""
    if a == b:
        return True
    short = min(len(a), len(b))
    if short < 3 or any(letter.isdigit() for letter in a + b):
        return False
    if short >= 5 and OSA.distance(a, b) <= (1 if short < 9 else 2):
        return True
    bones = skeleton(a)
    if bones != skeleton(b):
        return False
    if len(bones) < 3:
        return JaroWinkler.similarity(a, b) >= 0.8
    return len(bones) >= 4 or vowel_poor(a) or vowel_poor(b) or Indel.normalized_similarity(a, b) >= 0.6


@lru_cache(maxsize=1 << 17)
def same_name(a: str, b: str) -> bool:
    """Whether two normalised names may be one: equal, a typing slip apart, or two transliterations.

    Word by word when both have as many words; otherwise as one run of letters, more strictly.
    """
    if a == b:
        return True
    left, right = a.split(), b.split()
    if len(left) == len(right):
        pairs = list(zip(left, right, strict=True))
        apart = [pair for pair in pairs if not _same_word(*pair)]
        return not apart or (len(apart) < len(pairs) and all(skeleton(x) == skeleton(y) for x, y in apart))
    x, y = "".join(left), "".join(right)
    if x == y:
        return True
    slips = OSA.distance(x, y, score_cutoff=2)
    return min(len(x), len(y)) >= 7 and (slips <= 1 or (slips <= 2 and skeleton(x) == skeleton(y)))


@cache
def word_table() -> Mapping[str, tuple[str, str]]:
    """What a word of a place description is: (class, standard form), from `data/gazetteer/words.yaml`."""
    words_of = data("claims", "gazetteer/words.yaml")
    table: dict[str, tuple[str, str]] = {}
    for name, words in words_of["classes"].items():
        table.update((spelling, (name, spelling)) for word in words for spelling in fold(word))
    for standard, words in words_of["directions"].items():
        table.update((spelling, ("direction", standard)) for word in [standard, *words] for spelling in fold(word))
    return table


def word_class(word: str) -> str:
    """What sort of generic word a folded word is ("town", "site", "near", ...); "" for a name."""
    return word_table().get(word, ("", word))[0]


@lru_cache(maxsize=1 << 16)
def key_of(words: tuple[str, ...], directions: bool = True) -> str:
    """The distinguishing part of folded words: no articles, no generic words ("district", "city", "near").

    With `directions` it keeps "North" of "North Kivu", and all of "Northern Province" that is left.
    """
    table = word_table()
    kinds = [table.get(word, ("", word)) for word in words]
    kept = [form for kind, form in kinds if kind in ("", "common") and (len(form) > 1 or form.isdigit())]
    if directions:
        return " ".join(form for kind, form in kinds if kind == "direction" or form in kept)
    return " ".join(kept)


def noun_forms(key: str) -> list[str]:
    """What a Slavic adjective of place may be made from: "kharkovskaya" gives "kharkovsk", "kharkov".

    The noun may share its own last `s` with the ending: "odesskaya" and "odeska" both give "odes".
    """
    stem = _ADJECTIVE.sub("", key)
    if stem == key or not stem.endswith(("sk", "zk")):
        return []
    bare = stem[:-2]
    forms = [stem, bare, bare + "s"] if bare.endswith(tuple("aeiouyst")) else [stem, bare]
    return [form for form in forms if len(form) > 2]
