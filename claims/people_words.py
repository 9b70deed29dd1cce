"""The words for people and things that are counted, and what each says (`data/people.yaml`), looked up in any form."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache
from itertools import chain
from typing import Any, NamedTuple, TypeVar

from claims.lexicon import data

Leaves = frozenset[str]
Work = TypeVar("Work", bound=Callable[..., Any])
EVERYONE: Leaves = frozenset({"man", "woman", "boy", "girl"})
NOTHING: Leaves = frozenset()
_APOSTROPHES = frozenset("'’`ʼ")
_LONGEST_ENTRY = 5
"""Words that an entry of the lexicon has at most."""


class Sense(NamedTuple):
    """What words say of people; None = left open. A weak status is a presumption that any other overrides."""

    statuses: Leaves | None = None
    demography: Leaves | None = None
    traits: Leaves = NOTHING
    weak: bool = False


class Word(NamedTuple):
    """A lexicon entry: the part it plays in a phrase, and what it says."""

    role: str
    sense: Sense = Sense()
    plural: bool = False


class Hit(NamedTuple):
    """A lexicon entry found in a text: how many words it took, and whether it stands in the plural."""

    size: int
    word: Word
    plural: bool


Stem = tuple[tuple[str, ...], Word]
"""The words of an entry of which some end in `*`, for any ending."""


class Lexicon(NamedTuple):
    """`people.yaml`, indexed."""

    leaves: dict[str, Leaves]
    words: dict[str, Word]
    stems: dict[str, list[Stem]]
    connectors: re.Pattern[str]
    columns: dict[str, tuple[Leaves, Leaves]]
    no_status: Leaves
    particles: Leaves
    either_or: tuple[Leaves, ...]
    """Pairs of traits of which nobody has both."""


_CURRENT: ContextVar[Lexicon | None] = ContextVar("the lexicon of people", default=None)
_KEPT: list[Callable[[], None]] = []


def kept(most: int) -> Callable[[Work], Work]:
    """Keep what a function made of its arguments, as long as words are read with one lexicon."""

    def keep(work: Work) -> Work:
        cached = lru_cache(maxsize=most)(work)
        _KEPT.append(cached.cache_clear)
        return cached  # type: ignore[return-value]

    return keep


@contextmanager
def read_with(own: Lexicon | None) -> Iterator[None]:
    """Read the words for people with a lexicon of one's own; None stands for the one in use."""
    if own is None or own is _CURRENT.get():
        yield
        return
    before = _CURRENT.set(own)
    _forget()
    try:
        yield
    finally:
        _CURRENT.reset(before)
        _forget()


def _forget() -> None:
    for forget in _KEPT:
        forget()


def fold(text: str) -> str:
    """Case, accents and apostrophes taken away; hyphens and points that only join or shorten, too."""
    if not _APOSTROPHES.isdisjoint(text):
        text = re.sub(r"\b([dlDL])['’](?=\w)", r"\1 ", text)
        text = re.sub(r"['’`ʼ]s\b|['’`ʼ]", "", text)
    if text.isascii():
        return text.lower()
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return bare.casefold().replace("ı", "i")


def key_of(phrase: str) -> str:
    """The words of a phrase as the lexicon spells them, with one space between."""
    return " ".join(re.findall(r"[^\W_]+", fold(phrase)))


def lexicon() -> Lexicon:
    """The lexicon that words are read with: the shipped one, or the one of ``read_with``."""
    return _CURRENT.get() or _shipped()


@cache
def _shipped() -> Lexicon:
    return build_lexicon([], [])


def build_lexicon(people: Sequence[Mapping[str, Any]], things: Sequence[Mapping[str, Any]]) -> Lexicon:
    """The shipped lexicon with further entries, in the form of `people.yaml`, that win over its own.

    Raises ValueError for a status that there is not.
    """
    raw = data("claims", "people.yaml")
    leaves: dict[str, Leaves] = {}
    _add_tree(raw["statuses"], "people", leaves)
    own = chain((w for e in people for w in _entry_words(e, leaves)), (w for e in things for w in _thing_words(e)))
    words, stems = _index(chain(own, _all_words(raw, leaves)))
    columns = {
        name: (_nodes(row["is"], leaves), _nodes(f"{row['is']}, {row.get('admits', row['is'])}", leaves))
        for name, row in raw["status_names"].items()
    }
    no_status = frozenset(_listed(raw["no_status"]))
    particles = frozenset(_listed(raw["words"]["particles"]))
    either_or = tuple(frozenset(pair) for pair in raw["either_or"])
    return Lexicon(leaves, words, stems, _connectors(raw["words"]), columns, no_status, particles, either_or)


def _listed(text: str | None) -> list[str]:
    return [item for part in re.split(r",\s+", text or "") if (item := part.strip())]


def _add_tree(node: Any, name: str, leaves: dict[str, Leaves]) -> Leaves:
    """Note for a node of the tree of statuses, and for all below it, which leaves it holds."""
    if isinstance(node, dict):
        below = NOTHING.union(*(_add_tree(child, key, leaves) for key, child in node.items()))
    else:
        below = frozenset(_listed(node))
        leaves.update({leaf: frozenset({leaf}) for leaf in below})
    leaves[name] = below
    return below


def _nodes(names: str, leaves: dict[str, Leaves]) -> Leaves:
    try:
        return NOTHING.union(*(leaves[name] for name in _listed(names)))
    except KeyError as unknown:
        raise ValueError(f"people.yaml: {unknown} is not a status; use one of {', '.join(leaves)}") from None


def _index(entries: Iterable[tuple[str, Word]]) -> tuple[dict[str, Word], dict[str, list[Stem]]]:
    """Whole words by their key, and words with `*` by the letters before the first `*`."""
    words: dict[str, Word] = {}
    stems: dict[str, list[Stem]] = {}
    for text, word in entries:
        if "*" in text:
            pattern = tuple(fold(part) for part in text.split())
            stems.setdefault(pattern[0].rstrip("*"), []).append((pattern, word))
        else:
            words.setdefault(key_of(text), word)
    return words, stems


def _all_words(raw: dict[str, Any], leaves: dict[str, Leaves]) -> Iterator[tuple[str, Word]]:
    """Every word of the file; where two lists hold the same word, the earlier one is meant."""
    for entry in raw["people"]:
        yield from _entry_words(entry, leaves)
    for entry in raw["things"]:
        yield from _thing_words(entry)
    for name in _listed(raw["communities"]):
        yield name, Word("community", Sense(traits=frozenset({f"community:{name}"})))
    for role in ("number", "and", "of", "via", "with", "own", "not", "non", "but", "title", "senior", "former"):
        yield from ((text, Word(role)) for text in _listed(raw["words"][role]))
    for names in ("actors", "countries", "demonyms"):
        yield from ((text, Word("actor")) for text in _listed(raw[names]))
    for entries in raw["languages"].values():
        for entry in entries:
            yield from _entry_words(entry, leaves)
    yield from ((text, Word("stop")) for text in _listed(raw["words"]["stop"]))


def _entry_words(entry: Mapping[str, Any], leaves: dict[str, Leaves]) -> Iterator[tuple[str, Word]]:
    """Every spelling of one entry with its word; -man words also give their -woman and -person forms."""
    statuses = _nodes(entry["is"], leaves) if "is" in entry else None
    people = frozenset(entry["of"].split()) if "of" in entry else None
    shared = frozenset(_listed(entry.get("traits")))
    role = next((kind for kind in ("open", "victim", "national", "apart") if entry.get(kind)), "noun")

    def word(noun: str, kind: str = role, plural: bool = False, of: Leaves | None = people) -> Word:
        own = {f"rank:{noun}"} if entry.get("rank") else {noun} if entry.get("self") else NOTHING
        return Word(kind, Sense(statuses, of, shared | own, bool(entry.get("weak"))), plural)

    for noun in _listed(entry.get("nouns")):
        yield noun, word(noun)
        if noun.endswith("man") and not noun.endswith("woman"):
            yield noun[:-3] + "woman", word(noun, of=frozenset({"woman"}))
            yield noun[:-3] + "person", word(noun)
    for alias, noun in (pair.split(" = ") for pair in _listed(entry.get("short"))):
        yield alias, word(noun)
    for noun in _listed(entry.get("plurals")):
        yield noun, word(noun, plural=True)
    for adjective in _listed(entry.get("adjectives")):
        yield adjective, word(adjective, "adj")


def _thing_words(entry: Mapping[str, Any]) -> Iterator[tuple[str, Word]]:
    for noun in _listed(entry.get("nouns")) + _listed(entry.get("plurals")):
        path = f"thing:{entry['path']}" + (f"/{noun}" if entry.get("self") else "")
        yield noun, Word("household" if entry.get("household") else "thing", Sense(NOTHING, NOTHING, frozenset({path})))


def _connectors(words: dict[str, str]) -> re.Pattern[str]:
    """One pattern for the words that open a remark; scripts without spaces have no word ends to ask for."""

    def bounded(pattern: str) -> str:
        return pattern if any(c > "\u2e80" for c in pattern) else rf"(?<!\w){pattern}(?!\w)"

    kinds = ("mostly", "all", "narrow", "except", "include", "relative")
    groups = (f"(?P<{kind}>{'|'.join(map(bounded, _listed(words[kind])))})" for kind in kinds)
    return re.compile("|".join(groups), re.IGNORECASE)


def find_word(tokens: list[str], at: int) -> Hit | None:
    """The longest entry that starts at a folded token, whole words before words with any ending."""
    known = lexicon().words
    for size in range(min(_LONGEST_ENTRY, len(tokens) - at), 0, -1):
        *start, last = tokens[at : at + size]
        for form, plural in _singulars(last):
            if word := known.get(" ".join([*start, form])):
                return Hit(size, word, plural or word.plural)
        for form, plural in _singulars(start[0]) if start else ():  # "heads of state"
            if plural and (word := known.get(" ".join([form, *start[1:], last]))):
                return Hit(size, word, True)
    return _find_stem(tokens, at)


def goes_on(token: str) -> bool:
    """Whether any entry of several words may begin with a folded token."""
    return any(form in _beginnings() for form, _ in _singulars(token)) or any(
        len(pattern) > 1 for end in range(len(token), 1, -1) for pattern, _ in lexicon().stems.get(token[:end], ())
    )


@kept(1)
def _beginnings() -> frozenset[str]:
    """Every stretch of words that an entry begins with and goes on after."""
    return frozenset(entry[:at] for entry in lexicon().words for at, sign in enumerate(entry) if sign == " ")


def _find_stem(tokens: list[str], at: int) -> Hit | None:
    """The entry of most words that fits with any ending; of two as long, the one with the longer stem."""
    first, stems = tokens[at], lexicon().stems
    fitting = [
        Hit(len(pattern), word, True)
        for end in range(len(first), 1, -1)
        for pattern, word in stems.get(first[:end], ())
        if _fits(pattern, tokens[at : at + len(pattern)])
    ]
    return max(fitting, key=lambda hit: hit.size, default=None)


def _fits(pattern: tuple[str, ...], tokens: list[str]) -> bool:
    return len(pattern) == len(tokens) and all(
        token.startswith(part[:-1]) if part.endswith("*") else token == part
        for part, token in zip(pattern, tokens, strict=True)
    )


def _singulars(token: str) -> Iterator[tuple[str, bool]]:
    """A token as it stands, then what it may be the English plural of (the flag says: plural)."""
    yield token, False
    if token.endswith("men"):
        yield token[:-3] + "man", True
    if token.endswith("s") and token[:-1].isdigit():  # "F-16s"
        yield token[:-1], True
    if token.endswith("s") and len(token) > 3:
        yield token[:-1], True
        if token.endswith("ies"):
            yield token[:-3] + "y", True
        elif token.endswith("ves"):
            yield from ((token[:-3] + end, True) for end in ("f", "fe"))
        elif token.endswith("es"):
            yield token[:-2], True
