"""Nouns for people: those of the lexicon of people, the few more that extraction knows, words of a person's form."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from claims.extract.tokens import Token
from claims.lexicon import data
from claims.people_words import find_word, fold, goes_on, kept

_HEADS = frozenset({"noun", "open", "victim", "national", "apart"})
_LONGEST = 3
"""Tokens that a noun for people takes at most."""


def is_person(text: str) -> bool:
    """Whether a single word is a noun for people."""
    return person_at((text,))[0] == 1


def person_in(tokens: Sequence[Token], at: int) -> tuple[int, bool]:
    """As `person_at`, of the tokens from a place on."""
    text = tokens[at].text
    return person_at(tuple(token.text for token in tokens[at : at + _LONGEST]) if _opens(text) else (text,))


@kept(1 << 15)
def _opens(text: str) -> bool:
    """Whether an entry of several words can begin with a word."""
    return goes_on(fold(text).replace("-", " "))


@kept(1 << 15)
def person_at(texts: tuple[str, ...]) -> tuple[int, bool]:
    """How many tokens a noun for people takes, and whether it is a plural; (0, False) for none."""
    low = texts[0].lower()
    if not texts[0][0].isalpha() or low in _listed("things", "never_people"):
        return 0, False
    if low in _listed("things", "people"):
        return 1, low.endswith("s")
    listed = _forms().get(low) or (_peoples().get(low) if texts[0][0].isupper() else None)
    if listed is not None:
        return 1, listed == "plural"
    hit = entry_of(texts)
    if hit is None:
        return _by_form(texts[0])
    role, size, plural = hit
    plural = plural or (size == 1 and low.endswith(("men", "women")))
    if role in _HEADS:
        return size, plural
    if role == "actor" and texts[0][0].isupper() and low not in _countries():
        return (size, True) if plural or size == 1 else (0, False)
    return 0, False


@cache
def _forms() -> dict[str, str]:
    """The further nouns for people and their plurals, each with its number."""
    return _with_plurals(_listed("persons", "people"))


@cache
def _peoples() -> dict[str, str]:
    """The names of peoples: "Hutu", "Hutus"; also the bare name counts several ("40 Fulani")."""
    return dict.fromkeys(_with_plurals(_listed("persons", "peoples")), "plural")


def _with_plurals(nouns: frozenset[str]) -> dict[str, str]:
    found = dict.fromkeys(nouns, "one")
    for noun in nouns:
        if noun.endswith("man"):
            found[noun[:-3] + "men"] = "plural"
        elif noun.endswith("y") and noun[-2] not in "aeiou":
            found[noun[:-1] + "ies"] = "plural"
        elif noun.endswith(("s", "sh", "ch", "x")):
            found[noun + "es"] = "plural"
        elif noun.endswith("ief"):
            found[noun[:-1] + "ves"] = "plural"
        else:
            found[noun + "s"] = "plural"
    return found


def _by_form(text: str) -> tuple[int, bool]:
    """A word that no list has, by how it ends: "trawlermen", "pickers", "Yazidis"."""
    low = text.lower().rsplit("-", 1)[-1]
    named = text[0].isupper() and not text.isupper()
    if len(low) < 5 or low in _listed("persons", "things_despite_form"):
        return 0, False
    if low in _listed("things", "not_people") and not named:
        return 0, False
    if low.endswith(_ends("endings_of_names" if named else "plural_endings")):
        return 1, True
    return (1, False) if not named and low.endswith(_ends("singular_endings")) else (0, False)


@cache
def _ends(name: str) -> tuple[str, ...]:
    return tuple(_listed("persons", name))


@cache
def _listed(file: str, name: str) -> frozenset[str]:
    return frozenset(data("claims", f"extract/{file}.yaml")[name])


@cache
def _countries() -> frozenset[str]:
    return frozenset(
        word for name in data("claims", "people.yaml")["countries"].split(",") for word in name.split()
    ) | {"us", "un", "eu", "car", "is"}


@kept(1 << 15)
def entry_of(texts: tuple[str, ...]) -> tuple[str, int, bool] | None:
    """The role, the size and the number of the entry of the people lexicon that starts a stretch."""
    folded = [fold(text).replace("-", " ") for text in texts]
    hit = find_word(folded, 0)
    if hit is None and " " in folded[0]:
        parts = folded[0].split()
        hit = find_word(parts[-1:], 0)
        return (hit.word.role, 1, hit.plural) if hit else None
    return (hit.word.role, hit.size, hit.plural) if hit else None
