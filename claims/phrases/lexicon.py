"""The words of counting, per language: number words, hedges, vague words; data, not code.

Each language is one file under `data/numbers`; `languages.yaml` says which are tried for which script. A lexicon
is read when the first wording in its script asks for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from claims.phrases.tokens import Token, script_of, tokenise

# Tables whose entries map a phrase to a value given in the file.
_VALUED = ("words", "multipliers", "plural_multipliers", "glued", "spaced", "approximate_words", "decade_words")
# Tables that group phrases under the name they stand for.
_NAMED = ("before", "after", "vague", "decade_parts")
# Tables that are plain lists of phrases.
_LISTED = (
    "article", "joiners", "range_open", "range_middle", "range_and", "or", "and", "possibly", "none", "none_reported",
    "report_cues", "not_none", "uncounted", "unknown", "noise", "subset", "best", "collectives", "negative",
    "not_counts", "plurals", "tail", "of", "possessives", "kin", "references", "plural_endings",
)  # fmt: skip

# Tables whose words stand for themselves, however much they look like joined number words: "keine", "hiçbir".
_WHOLE = ("vague", "none", "none_reported", "unknown", "before")

Entry = tuple[tuple[str, ...], Any]


class Table:
    """Phrases by their first word, the longest first."""

    __slots__ = ("_by_first",)

    def __init__(self, entries: Mapping[tuple[str, ...], Any]) -> None:
        self._by_first: dict[str, list[Entry]] = {}
        for keys in sorted(entries, key=len, reverse=True):
            self._by_first.setdefault(keys[0], []).append((keys, entries[keys]))

    def __contains__(self, key: str) -> bool:
        return any(len(keys) == 1 for keys, _ in self._by_first.get(key, ()))

    def keys(self) -> set[str]:
        """Every word of every phrase."""
        return {key for group in self._by_first.values() for keys, _ in group for key in keys}

    def phrases(self) -> Iterator[tuple[str, ...]]:
        """Every phrase, as its words."""
        return (keys for group in self._by_first.values() for keys, _ in group)

    def starts(self, key: str) -> bool:
        """Whether any phrase begins with `key`."""
        return key in self._by_first

    def matches(self, tokens: Sequence[Token], start: int) -> Iterator[tuple[Any, int]]:
        """The value and the end of every phrase that stands at `start`, longest first."""
        entries = self._by_first.get(tokens[start].key) if start < len(tokens) else None
        for keys, value in entries or ():
            end = start + len(keys)
            if end <= len(tokens) and (
                len(keys) == 1 or all(tokens[start + k].key == key for k, key in enumerate(keys))
            ):
                yield value, end

    def match(self, tokens: Sequence[Token], start: int) -> tuple[Any, int] | None:
        """The longest phrase at `start`, or None."""
        if start >= len(tokens) or tokens[start].key not in self._by_first:
            return None
        return next(self.matches(tokens, start), None)


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """One language's tables and the few switches of its number grammar (see the fields of the data files)."""

    language: str
    tables: Mapping[str, Table]
    vocabulary: frozenset[str]
    letters: frozenset[str]
    myriad: bool
    join_after: int
    unit_first: bool
    ten_joins: bool
    segments: frozenset[str]
    prefix_and: str
    vigesimal: frozenset[int]

    def table(self, name: str) -> Table:
        """One table by its name in the data files."""
        return self.tables[name]

    def is_number_word(self, key: str) -> bool:
        """Whether `key` begins a number word or a multiplier."""
        return self.tables["words"].starts(key) or self.tables["multipliers"].starts(key)

    def is_noun(self, key: str) -> bool:
        """Whether `key` is a word that commonly stands beside a count: a noun, or what is said of it."""
        return key in self.tables["plurals"] or key in self.tables["tail"]

    def knows(self, key: str) -> bool:
        """Whether `key` is in the vocabulary, or joined from number words."""
        if key in self.vocabulary:
            return True
        parts = self._parts(Token(key, 0, len(key), "word"))
        return len(parts) > 1 and all(part.key in self.vocabulary for part in parts)

    def split_words(self, tokens: list[Token]) -> list[Token]:
        """Take apart number words written as one: "dreiundzwanzig", an Arabic word with its "and"."""
        if not (self.segments or self.prefix_and):
            return tokens
        return [part for token in tokens for part in self._parts(token)]

    def _parts(self, token: Token) -> list[Token]:
        key = token.key
        if token.kind != "word" or self.is_number_word(key) or any(self.tables[name].starts(key) for name in _WHOLE):
            return [token]
        if self.prefix_and and key.startswith(self.prefix_and):
            rest = key[len(self.prefix_and) :]
            if rest and self.is_number_word(rest):
                return [token._replace(key=self.prefix_and), token._replace(key=rest)]
        pieces = self._segments(key) if self.segments else None
        return [token._replace(key=piece) for piece in pieces] if pieces else [token]

    def _segments(self, key: str) -> list[str] | None:
        if len(key) > 60:
            return None
        for end in range(len(key), 0, -1):
            head = key[:end]
            if head in self.segments:
                rest = self._segments(key[end:]) if end < len(key) else []
                if rest is not None:
                    return [head, *rest]
        return None


def _data(name: str) -> Any:
    # Reading packaged files pulls in a good deal; a program that reads no words need not pay for it.
    from claims.lexicon import data

    return data("claims", f"numbers/{name}.yaml")


def keys_of(phrase: str) -> tuple[str, ...]:
    """The token keys of a phrase of the data files."""
    return tuple(token.key for token in tokenise(phrase))


def _phrases(content: Mapping[str, Any], name: str) -> dict[tuple[str, ...], Any]:
    raw = content.get(name, {})
    if name in _VALUED:
        return {keys_of(phrase): value for phrase, value in raw.items()}
    if name in _NAMED:
        return {keys_of(phrase): key for key, group in raw.items() for phrase in group}
    return {keys_of(phrase): phrase for phrase in raw}


def _texts(content: Any) -> Iterator[str]:
    """Every string of a data file."""
    if isinstance(content, str):
        yield content
    elif isinstance(content, Mapping | Sequence):
        for part in (*content, *content.values()) if isinstance(content, Mapping) else content:
            yield from _texts(part)


def _segments_of(content: Mapping[str, Any]) -> frozenset[str]:
    """What a joined number word may be made of: the language's own words, never a mark or a letter for a unit.

    `compound: all` is for languages written without spaces, where hedges and nouns are joined as well.
    """
    compound = content.get("compound", False)
    if not compound:
        return frozenset()
    names = (*_VALUED, *_NAMED, *_LISTED) if compound == "all" else ("words", "multipliers", "joiners")
    keys = {keys[0] for name in names for keys in _phrases(content, name) if len(keys) == 1}
    return frozenset(key for key in keys if len(key) > 1 or script_of(key) == "hangul")


@cache
def _marks(name: str) -> dict[tuple[str, ...], Any]:
    return _phrases(_data("symbols"), name)


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language code that `languages.yaml` lists; "" is the marks alone."""
    content = _data(language) if language else {}
    tables = {name: Table({**_marks(name), **_phrases(content, name)}) for name in (*_VALUED, *_NAMED, *_LISTED)}
    return Lexicon(
        language=language,
        tables=tables,
        vocabulary=frozenset().union(*(table.keys() for table in tables.values())),
        letters=frozenset(sign for text in _texts(content) for sign in text.casefold() if not sign.isascii()),
        myriad=content.get("system") == "myriad",
        join_after=content.get("join_after", 100),
        unit_first=content.get("unit_first", False),
        ten_joins=content.get("ten_joins", False),
        segments=_segments_of(content),
        prefix_and=content.get("prefix_and", ""),
        vigesimal=frozenset(content.get("vigesimal", ())),
    )


def languages() -> tuple[str, ...]:
    """Every language with a lexicon, in the order in which they are tried."""
    scripts = _data("languages")["scripts"]
    return tuple(dict.fromkeys(language for group in scripts.values() for language in group))


@cache
def wider_languages() -> Mapping[str, tuple[str, ...]]:
    """The languages that are asked only about words the others do not know, by script."""
    return {script: tuple(group) for script, group in _data("languages")["wider"].items()}


@cache
def ambiguous_words() -> frozenset[str]:
    """Words of the wider languages, as spelt, that are common words elsewhere: no sign of their language."""
    return frozenset(_data("languages")["ambiguous"])


def languages_for(tokens: Sequence[Token]) -> list[str]:
    """The languages to try for these tokens, by the scripts of their words; English for an unlisted script."""
    scripts = dict.fromkeys(script_of(token.key) for token in tokens if token.kind == "word")
    if not scripts:
        return [""]
    listed = _data("languages")["scripts"]
    found = [language for script in scripts for language in listed.get(script, ())]
    return found or ["en"]
