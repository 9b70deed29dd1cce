"""One count in a short English text: so many of these people, and what happened to them.

The number is read by the project's own grammar of quantities. A text is read only when it can be read in one way: one
number, one word for what happened, people where the grammar of the sentence has them. Anything else is left to a
person, with the reason.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from claims.lexicon import data
from claims.people import read_people
from claims.phrases.reading import Reading, number_of
from claims.phrases.scan import Phrase, find_phrases

_WORD = re.compile(r"[^\W\d_](?:[\w'’-]*\w)?|[.,;:!?()%]|\d\S*")
_YEARS = range(1500, 2100)
_MOST_WORDS = 6


class NotOneCount(ValueError):
    """Why a text is not one plain count."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A count as worded, its measure, and the people as worded (empty when the text names none)."""

    quantity: str
    measure: str
    victims: str


def one_count(text: str, measure: str = "") -> Counted:
    """The only count of a text; ``measure`` is what is counted where no word says so. Raises NotOneCount."""
    if "{{" in text:
        raise NotOneCount("it holds a template that is not known here")
    found = _happened(text)
    numbers = _numbers(text)
    if not numbers:
        raise NotOneCount("it holds no number of people that can be read")
    if len(numbers) > 1:
        raise NotOneCount("it holds more than one number")
    if len({one for _, _, one in found}) > 1:
        raise NotOneCount("it says more than one thing that happened to people")
    number = numbers[0]
    quantity = text[number.start : number.end].strip(" ,;:()").removesuffix(" of")
    if not found:
        if not measure:
            raise NotOneCount("it does not say what happened to those counted")
        return Counted(quantity, measure, _people(text[number.end :]))
    start, end, happened = found[0]
    return Counted(quantity, happened, _victims(text, number, start, end))


def is_plain(text: str) -> bool:
    """Whether a sentence holds no word that could deny, doubt, date or compare what it counts."""
    words = {word.casefold() for word in _WORD.findall(text)}
    return not words & _folded("doubts") and "?" not in words


@cache
def _folded(name: str) -> frozenset[str]:
    return frozenset(str(word).casefold() for word in data("claims", "importers/sentences.yaml")[name])


@cache
def _measures() -> tuple[re.Pattern[str], dict[str, str]]:
    known = {w: m for m, words in data("claims", "importers/sentences.yaml")["measures"].items() for w in words}
    longest_first = sorted(known, key=lambda w: (-len(w), w))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE), known


def _happened(text: str) -> list[tuple[int, int, str]]:
    """Every word for what happened to people, where it stands and the measure it means."""
    pattern, known = _measures()
    return [(hit.start(), hit.end(), known[hit[0].casefold()]) for hit in pattern.finditer(text)]


def _numbers(text: str) -> list[Phrase]:
    """The numbers that can count people; an article counts somebody only where nothing else does."""
    found = [phrase for phrase in find_phrases(text) if _counts(phrase, text)]
    plain = [phrase for phrase in found if text[phrase.start : phrase.end].strip().casefold() not in ("a", "an")]
    return plain or found


def _counts(phrase: Phrase, text: str) -> bool:
    """Whether a number can count people: no year, no share, no age, no money, no part of a name such as M-23."""
    after = text[phrase.end :].lstrip(" -‑").casefold()
    before = text[: phrase.start]
    if any(after.startswith(thing) for thing in _folded("other_things")) or re.search(r"[$€£₤¥]\s?$|\w[-‑]$", before):
        return False
    if text[phrase.start : phrase.end].strip(" ,;:()").casefold() in _folded("nothing_counted"):
        return False
    return not _is_year(phrase.reading, text[phrase.start : phrase.end], before)


def _is_year(reading: Reading, words: str, before: str) -> bool:
    number = number_of(reading)
    plain = words.strip().isdigit() and number in _YEARS
    return plain and re.search(r"\b(in|since|of|by|from|until|year|[A-Z][a-z]+,?)\s$", before) is not None


def _victims(text: str, number: Phrase, start: int, end: int) -> str:
    """The people between number and verb (``23 soldiers were killed``), or after both (``killed 23 soldiers``)."""
    if end <= number.start:
        return _people(text[number.end :])
    if number.end > start:
        raise NotOneCount("number and verb cannot be told apart")
    after = _WORD.findall(text[end:])
    if after and after[0][0].isalpha() and after[0].casefold() not in _folded("ends") and text[start:end].islower():
        raise NotOneCount(f"{text[start:end]!r} has an object: who was harmed is not plain")
    between = [w for w in _WORD.findall(text[number.end : start]) if w.casefold() not in _folded("auxiliaries")]
    if any(not word[0].isalpha() for word in between):
        raise NotOneCount("number and verb belong to different parts of it")
    return _checked(between)


def _people(rest: str) -> str:
    """The people at the start of what follows a number."""
    words: list[str] = []
    for word in _WORD.findall(rest):
        if not word[0].isalpha() or word.casefold() in _folded("ends") | _folded("auxiliaries"):
            break
        words.append(word)
    pattern, _ = _measures()
    return _checked([w for w in words if not pattern.fullmatch(w)])


def _checked(words: list[str]) -> str:
    if len(words) > _MOST_WORDS:
        raise NotOneCount("too many words stand where the people should be named")
    people = " ".join(words)
    known = len(read_people(people).unread) < len(words) or any(word[0].isupper() for word in words)
    if people and not known:
        raise NotOneCount(f"{people!r} is no word for people that is known")
    return people


def names_measure(text: str) -> bool:
    """Whether a text has a word for what happened to people."""
    return bool(_happened(text))
