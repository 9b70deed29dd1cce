"""The word lists of extraction (`claims/data/extract/*.yaml`), indexed, with a user's own words added."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from claims.extract.phrase_lists import Phrases, longest, phrases_of
from claims.extract.tokens import Token
from claims.lexicon import data, load_versioned

FILES = ("outcomes", "function", "speech", "blame", "things", "time", "ground", "events", "persons", "topic")


SMALL = (
    "prepositions",
    "conjunctions",
    "determiners",
    "pronouns",
    "be",
    "have",
    "relatives",
    "verbs",
    "adverbs",
    "subordinators",
)
"""The lists of `function.yaml` whose words stand in no noun phrase, or only at its beginning."""
_OPENING = ("outcomes.figures.", "outcomes.copular.", "outcomes.labels.", "outcomes.falls")
_OPENERS = frozenset({"number", "affected", "alive"})
_FORMS = ("base", "s", "past", "participle", "ing")


STANCES = ("denies", "confirms", "admits", "claims", "says")
"""What a verb of saying commits its speaker to; a verb in two lists has the stance that stands later here."""


class LexiconError(ValueError):
    """A user's own word list that cannot be used."""


class Form(NamedTuple):
    """A form of a word for what happened: which form it is, and how sure it needs to be of its object."""

    measure: str
    form: str
    people: bool = False
    weak: bool = False


class Result(NamedTuple):
    """A form of a verb that says what happened by what follows; `bare` is its measure when nothing does.

    `measures` are those that what follows can give it.
    """

    form: str
    measures: frozenset[str]
    complements: Phrases
    bare: str


@dataclass(frozen=True, eq=False)
class Words:
    """The lists by their names, the phrases and the verbs of outcomes, and the fields that a word speaks for.

    `lists` are sets of words and `phrases` the same by first words. `small` are the words that stand in no noun phrase;
    `openers` those that can open anything that tells a loss.
    """

    lists: Mapping[str, frozenset[str]]
    phrases: Mapping[str, Phrases]
    outcomes: Phrases
    results: Mapping[str, tuple[Result, ...]]
    fields: Mapping[str, tuple[str, ...]]
    stances: Mapping[str, str]
    small: frozenset[str]
    openers: frozenset[str]
    joined: dict[tuple[str, ...], frozenset[str]] = field(default_factory=dict)
    """The lists that were asked for together, as one set each."""

    def any_of(self, names: tuple[str, ...]) -> frozenset[str]:
        """The words of several lists as one set: a word of a text is looked up once, not in each.

        A name without a file is one of `function.yaml`.
        """
        known = self.joined.get(names)
        if known is None:
            lists = (self.lists[name if "." in name else f"function.{name}"] for name in names)
            known = self.joined[names] = frozenset().union(*lists)
        return known

    def openings(self, file: str, *names: str) -> frozenset[str]:
        """The first words of the phrases of several lists of a file."""
        key = "#", file, *names
        known = self.joined.get(key)
        if known is None:
            known = self.joined[key] = frozenset().union(*(self.phrases[f"{file}.{name}"] for name in names))
        return known

    def mentions(self, name: str, tokens: Sequence[Token]) -> bool:
        """Whether any phrase of a list stands among tokens."""
        phrases = self.phrases[name]
        return any(token.low in phrases and longest(phrases, tokens, at) for at, token in enumerate(tokens))

    def has(self, name: str, low: str) -> bool:
        """Whether a word stands in a flat list, named "file.list"."""
        return low in self.lists[name]

    def stance(self, low: str) -> str:
        """The stance of a verb of saying; empty for any other word."""
        return self.stances.get(low, "")

    def match(self, name: str, tokens: Sequence[Token], at: int) -> int:
        """How many tokens the longest phrase of a list takes at a place; 0 for none."""
        phrases = self.phrases[name]
        if tokens[at].low not in phrases:
            return 0
        hit = longest(phrases, tokens, at)
        return hit[0] if hit else 0

    def outcome(self, tokens: Sequence[Token], at: int) -> tuple[int, tuple[Form, ...]] | None:
        """How many tokens the longest word for an outcome takes at a place, and what it may be."""
        return longest(self.outcomes, tokens, at) if tokens[at].low in self.outcomes else None


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
    lists: dict[str, frozenset[str]] = {}
    phrases: dict[str, Phrases] = {}
    for name, value in _leaves(raw):
        words = [str(word).lower() for word in value]
        lists[name] = frozenset(words)
        phrases[name] = phrases_of((word, word) for word in words)
    stances = {low: stance for stance in STANCES for low in lists[f"speech.verbs.{stance}"]}
    outcomes, results = _outcomes(raw["outcomes"]), _results(raw["outcomes"]["results"])
    small = frozenset().union(*(lists[f"function.{name}"] for name in SMALL))
    says = frozenset(word for word in lists["speech.verbs.says"] if not word.endswith("s"))
    groups = [name for name in lists if name.startswith(_OPENING)]
    openers = frozenset(phrase.split()[0] for name in groups for phrase in lists[name])
    openers |= frozenset(outcomes) | frozenset(results) | _OPENERS
    return Words(lists, phrases, outcomes, results, _fields(raw["topic"]), stances, small | says, openers)


def _leaves(tree: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, list[Any]]]:
    """Every flat list of the files, by its path."""
    for key, value in tree.items():
        if isinstance(value, dict):
            yield from _leaves(value, f"{prefix}{key}.")
        elif isinstance(value, list) and not (value and isinstance(value[0], dict)):
            yield prefix + key, value


def _fields(topics: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """The fields that each word speaks for."""
    found: dict[str, tuple[str, ...]] = {}
    for topic, listed in topics.items():
        for word in dict.fromkeys(listed) if isinstance(listed, list) else ():
            found[str(word)] = (*found.get(str(word), ()), topic)
    return found


def _results(verbs: Iterable[Mapping[str, Any]]) -> dict[str, tuple[Result, ...]]:
    """Every form of the verbs whose outcome follows them."""
    found: dict[str, tuple[Result, ...]] = {}
    for verb in verbs:
        measures = [(name, phrases) for name, phrases in verb.items() if name not in ("forms", "bare")]
        given = frozenset(name for name, phrases in measures if phrases)
        complements = phrases_of((phrase, name) for name, phrases in measures for phrase in phrases)
        for form, word in zip(_FORMS, verb["forms"], strict=True):
            found[word] = (*found.get(word, ()), Result(form, given, complements, verb.get("bare", "")))
    return found


def _outcomes(raw: Mapping[str, Any]) -> Phrases:
    """Every form of every word for an outcome; a word that is several ("injured") has several meanings."""
    found: dict[str, list[Form]] = {}
    for verb in raw["verbs"]:
        people, weak = bool(verb.get("people")), bool(verb.get("weak"))
        for form in _FORMS:
            word = verb.get(form, verb["past"] if form == "participle" else None)
            found.setdefault(word, []).append(Form(verb["measure"], form, people, weak))
    for kind, key in (("suffers", "suffers"), ("state", "states"), ("noun", "nouns"), ("toll", "tolls")):
        for measure, words in raw[key].items():
            for word in words:
                found.setdefault(word, []).append(Form(measure, kind))
    for word in raw["remains"]:
        found.setdefault(word, []).append(Form("killed", "remains"))
    return phrases_of((word, tuple(forms)) for word, forms in found.items())
