"""Languages outside the first circle: asked only where they know more of the words than every language in it.

Twenty languages in one alphabet share their short words: "fire" is four in Danish, "pet" five in Serbian, and both
are English. So such a language must know a word that the best of the first circle do not, and one that is not a
common word elsewhere, as it is spelt: "năm" is Vietnamese for five, "nam" is not.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache
from unicodedata import normalize

from claims.phrases.lexicon import ambiguous_words, lexicon, wider_languages
from claims.phrases.tokens import Token, fold, script_of

_SHORTEST = 3


def wider_for(text: str, tokens: Sequence[Token], gaps: Sequence[Sequence[Token]]) -> list[str]:
    """The languages that know more of these words than those that lack only the `gaps`, in the order of the index.

    `gaps` holds, for each language of the first circle that knows most, the words it does not know.
    """
    lacking = [{_spelt(text[word.start : word.end]) for word in gap} for gap in gaps]
    if not all(any(map(_knowing, words)) for words in lacking):
        return []
    fewest = len(gaps[0])
    spelt = [_spelt(text[token.start : token.end]) for token in tokens]
    known = [_knowing(word) for word in spelt]
    return [
        language
        for language in dict.fromkeys(language for knowing in known for language in knowing)
        if sum(language not in knowing for knowing in known) < fewest
        and all(_is_told(language, spelt, words) for words in lacking)
    ]


@lru_cache(maxsize=1 << 14)
def _spelt(word: str) -> str:
    return normalize("NFC", word.casefold())


def _is_told(language: str, spelt: Collection[str], lacking: Collection[str]) -> bool:
    """Whether a word that is lacking shows the language; a short one does beside another ("od 20 do 30")."""
    own = {word for word in spelt if word not in ambiguous_words() and language in _knowing(word)}
    telling = own.intersection(lacking)
    return any(not word.isascii() or len(word) >= _SHORTEST for word in telling) or (bool(telling) and len(own) > 1)


@lru_cache(maxsize=1 << 14)
def _knowing(spelt: str) -> tuple[str, ...]:
    """The wider languages of the word's script that know it, whole or as joined number words.

    A letter that a language does not use shows that the word is not of it, although folding would make it one:
    "šest" is six in Slavic languages, "şêst" sixty in Kurdish.
    """
    key = fold(spelt)
    listed = wider_languages().get(script_of(key), ())
    letters = frozenset(letter for letter in spelt if not letter.isascii())
    return tuple(name for name in listed if letters <= lexicon(name).letters and lexicon(name).knows(key))
