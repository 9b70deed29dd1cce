"""A project's own words for the counted people and things (`people.yaml` beside the claims).

    version: 1
    people:
      - {is: paramilitary, nouns: "razakar, village defence man", plurals: razakars}
      - {is: civilian, weak: true, of: boy girl, traits: student, nouns: "madrasa pupil"}
      - {is: armed group, nouns: "cadre"}          # a word given here wins over the shipped meaning
    things:
      - {path: vehicle/armour, nouns: "technical, gun truck"}

`is` names statuses (soldier, police, fighter, private, ...), `of` who they are (man, woman, boy, girl), `traits` what
narrows them further; `weak` makes the status a presumption. The shipped file, `claims/data/people.yaml`, shows all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from claims.lexicon import load_versioned
from claims.people_words import EVERYONE, Lexicon, build_lexicon

_PEOPLE = frozenset(["is", "weak", "of", "traits", "open", "victim", "apart", "self", "rank", "national"])
_THINGS = frozenset(["path", "self", "household"])
_WORDS = frozenset(["nouns", "plurals", "adjectives", "short"])


class PeopleError(ValueError):
    """A file of words for people cannot be used; the message names the file, the entry and the remedy."""


def load_people(path: Path) -> Lexicon:
    """The shipped lexicon with the words of a file. Raises PeopleError."""
    found = load_versioned(path, "people", PeopleError)
    people, things = (_entries(path, found, name, keys) for name, keys in (("people", _PEOPLE), ("things", _THINGS)))
    if not people and not things:
        raise PeopleError(f"{path}: no entry under `people:` or `things:`; write - {{is: soldier, nouns: jawan}}")
    try:
        return build_lexicon(people, things)
    except ValueError as error:
        raise PeopleError(f"{path}: {str(error).removeprefix('people.yaml: ')}") from None


def _entries(path: Path, found: Mapping[str, Any], name: str, keys: frozenset[str]) -> Sequence[Mapping[str, Any]]:
    entries = found.get(name) or []
    if not isinstance(entries, list):
        raise PeopleError(f"{path}: `{name}:` is no list; write below it - {{nouns: ...}}")
    for number, entry in enumerate(entries, start=1):
        if problem := _problem(entry, keys | _WORDS, name):
            raise PeopleError(f"{path}: {name}, entry {number}: {problem}")
    return entries


def _problem(entry: Any, keys: frozenset[str], name: str) -> str:
    if not isinstance(entry, dict) or not any(entry.get(key) for key in _WORDS):
        return "gives no words; write nouns, plurals or adjectives, such as nouns: jawan"
    if unknown := sorted(set(entry) - keys):
        return f"unknown key {unknown[0]!r}; use one of {', '.join(sorted(keys))}"
    if not all(isinstance(entry.get(key, ""), str) for key in (*_WORDS, "is", "of", "traits", "path")):
        return 'words are text with commas between them, not a list; write nouns: "one, two"'
    if other := sorted(set(str(entry.get("of", "")).split()) - EVERYONE):
        return f"`of` is not {other[0]!r}; use man, woman, boy or girl"
    return (
        "gives no path; write path: vehicle, or another kind of thing"
        if name == "things" and "path" not in entry
        else ""
    )
