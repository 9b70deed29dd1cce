"""The word lists of extraction (`claims/data/extract/*.yaml`), indexed, with a user's own words added."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from claims.extract.tokens import Token
from claims.lexicon import data, load_versioned

FILES = ("outcomes", "function", "speech", "blame", "things", "time", "ground", "persons")


class LexiconError(ValueError):
    """A user's own word list that cannot be used."""


class Form(NamedTuple):
    """A form of a word for what happened: which form it is, and how sure it needs to be of its object."""

    measure: str
    form: str
    people: bool = False
    weak: bool = False


Phrases = dict[str, list[tuple[tuple[str, ...], Any]]]
"""Phrases by their first word, longest first, each with what it stands for."""


@dataclass(frozen=True)
class Words:
    """The lists by their names, and the phrases of outcomes."""

    lists: Mapping[str, Any]
    outcomes: Phrases

    def has(self, name: str, low: str) -> bool:
        """Whether a word stands in a flat list, named "file.list"."""
        return low in self.lists[name]

    def match(self, name: str, tokens: Sequence[Token], at: int) -> int:
        """How many tokens the longest phrase of a list takes at a place; 0 for none."""
        hit = longest(self.lists[name + "#"], tokens, at)
        return hit[0] if hit else 0

    def outcome(self, tokens: Sequence[Token], at: int) -> tuple[int, tuple[Form, ...]] | None:
        """How many tokens the longest word for an outcome takes at a place, and what it may be."""
        return longest(self.outcomes, tokens, at)


def longest(phrases: Phrases, tokens: Sequence[Token], at: int) -> tuple[int, Any] | None:
    """The longest phrase that starts at a token, by its number of tokens, and what it stands for."""
    for words, value in phrases.get(tokens[at].low, ()):
        end = at + len(words)
        if end <= len(tokens) and all(t.low == w for t, w in zip(tokens[at:end], words, strict=True)):
            return len(words), value
    return None


@cache
def shipped_words() -> Words:
    """The lists that ship."""
    return _build({name: data("claims", f"extract/{name}.yaml") for name in FILES})


def load_words(paths: Iterable[Path] = ()) -> Words:
    """The shipped lists, with those of a user's files added; LexiconError when a file cannot be used.

    A file has `version: 1` and, under the name of a shipped list file (`outcomes`, `speech`, ...), lists of the same
    names: what they hold is added to what ships.
    """
    paths = list(paths)
    if not paths:
        return shipped_words()
    raw: dict[str, Any] = {name: data("claims", f"extract/{name}.yaml") for name in FILES}
    for path in paths:
        added = load_versioned(path, "the name of a list such as outcomes", LexiconError)
        for name, lists in added.items():
            if name == "version":
                continue
            if name not in raw or not isinstance(lists, dict):
                raise LexiconError(f"{path}: {name!r} is no list of extraction; use one of {', '.join(FILES)}")
            raw[name] = _merged(raw[name], lists, f"{path}: {name}")
    return _build(raw)


def _merged(own: Any, added: Any, where: str) -> Any:
    """The two trees as one: mappings are joined, lists are put one after the other."""
    if isinstance(own, dict) and isinstance(added, dict):
        return {
            **own,
            **{
                key: _merged(own[key], value, f"{where}.{key}") if key in own else value for key, value in added.items()
            },
        }
    if isinstance(own, list) and isinstance(added, list):
        return [*own, *added]
    if type(own) is type(added):
        return added
    raise LexiconError(f"{where}: give a {type(own).__name__} as the shipped list does")


def _build(raw: Mapping[str, Any]) -> Words:
    lists: dict[str, Any] = {}
    for name, value in _leaves(raw):
        words = [str(word).lower() for word in value]
        lists[name] = frozenset(words)
        lists[name + "#"] = _phrases((word, word) for word in words)
    return Words(lists, _outcomes(raw["outcomes"]))


def _leaves(tree: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, list[Any]]]:
    """Every flat list of the files, by its path."""
    for key, value in tree.items():
        if isinstance(value, dict):
            yield from _leaves(value, f"{prefix}{key}.")
        elif isinstance(value, list) and not (value and isinstance(value[0], dict)):
            yield prefix + key, value


def _phrases(pairs: Iterable[tuple[str, Any]]) -> Phrases:
    found: Phrases = {}
    for phrase, value in pairs:
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append((words, value))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found


def _outcomes(raw: Mapping[str, Any]) -> Phrases:
    """Every form of every word for an outcome; a word that is several ("injured") has several meanings."""
    found: dict[str, list[Form]] = {}
    for verb in raw["verbs"]:
        people, weak = bool(verb.get("people")), bool(verb.get("weak"))
        for form in ("base", "s", "past", "participle", "ing"):
            word = verb.get(form, verb["past"] if form == "participle" else None)
            found.setdefault(word, []).append(Form(verb["measure"], form, people, weak))
    for kind, key in (("suffers", "suffers"), ("state", "states"), ("noun", "nouns"), ("toll", "tolls")):
        for measure, words in raw[key].items():
            for word in words:
                found.setdefault(word, []).append(Form(measure, kind))
    for word in raw["remains"]:
        found.setdefault(word, []).append(Form("killed", "remains"))
    return _phrases((word, tuple(forms)) for word, forms in found.items())
