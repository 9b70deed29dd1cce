"""Who was counted: the victims of a claim, as worded, read into status, age and sex, and narrower traits.

Two counts can only disagree when they count the same people, or one a part of the other; `compare_people`
says which. The words are data (``data/people.yaml``); whose losses they are is not read here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any, NamedTuple

from claims.lexicon import data

Leaves = frozenset[str]
EVERYONE: Leaves = frozenset({"man", "woman", "boy", "girl"})
NOTHING: Leaves = frozenset()


class Relation(StrEnum):
    """How one set of people stands to another; PART reads "the first is a part of the second"."""

    EQUAL = "equal"
    PART = "part"
    WHOLE = "whole"
    OVERLAP = "overlap"
    DISJOINT = "disjoint"


class Box(NamedTuple):
    """People who have one of the statuses, one of the ages and sexes, and every trait; things have traits only."""

    statuses: Leaves
    demography: Leaves
    traits: Leaves


@dataclass(frozen=True, slots=True)
class People:
    """The counted people. ``statuses`` and ``demography`` are the smallest that hold all ``boxes``."""

    statuses: Leaves
    demography: Leaves
    traits: Leaves
    whole: bool
    mostly: Leaves
    including: tuple[str, ...]
    materiel: bool
    unread: tuple[str, ...]
    boxes: tuple[Box, ...]


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


class Unit(NamedTuple):
    """A word or set phrase of the text; ``word`` is None when the lexicon does not hold it."""

    text: str
    word: Word | None
    plural: bool = False

    @property
    def role(self) -> str:
        return self.word.role if self.word else ""


class Lexicon(NamedTuple):
    """`people.yaml`, indexed."""

    leaves: dict[str, Leaves]
    words: dict[str, Word]
    stems: dict[str, list[tuple[tuple[str, ...], Word]]]
    connectors: re.Pattern[str]
    columns: dict[str, tuple[Leaves, Leaves]]
    no_status: Leaves
    particles: Leaves


# --- words -----------------------------------------------------------------------------------------------------


def _fold(text: str) -> str:
    """Case, accents and apostrophes taken away; hyphens and points that only join or shorten, too."""
    text = re.sub(r"\b([dlDL])['’](?=\w)", r"\1 ", text)
    text = re.sub(r"['’`ʼ]s\b|['’`ʼ]", "", text)
    if text.isascii():
        return text.lower()
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return bare.casefold().replace("ı", "i")


def _items(text: str | None) -> list[str]:
    return [item for part in re.split(r",\s+", text or "") if (item := part.strip())]


def _key(phrase: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", _fold(phrase)))


def _tree(node: Any, name: str, leaves: dict[str, Leaves]) -> Leaves:
    if isinstance(node, dict):
        below = frozenset[str]().union(*(_tree(child, key, leaves) for key, child in node.items()))
    else:
        below = frozenset(_items(node))
        leaves.update({leaf: frozenset({leaf}) for leaf in below})
    leaves[name] = below
    return below


def _nodes(names: str, leaves: dict[str, Leaves]) -> Leaves:
    try:
        return NOTHING.union(*(leaves[name] for name in _items(names)))
    except KeyError as unknown:
        raise ValueError(f"people.yaml: {unknown} is not a status; use one of {', '.join(leaves)}") from None


def _entry_words(entry: dict[str, Any], leaves: dict[str, Leaves]) -> Iterator[tuple[str, Word]]:
    """Every spelling of one entry with its word; -man words also give their -woman and -person forms."""
    statuses = _nodes(entry["is"], leaves) if "is" in entry else None
    people = frozenset(entry["of"].split()) if "of" in entry else None
    shared = frozenset(_items(entry.get("traits")))
    role = "open" if entry.get("open") else "national" if entry.get("national") else "noun"

    def word(noun: str, kind: str = role, plural: bool = False, of: Leaves | None = people) -> Word:
        own = {f"rank:{noun}"} if entry.get("rank") else {noun} if entry.get("self") else NOTHING
        return Word(kind, Sense(statuses, of, shared | own, bool(entry.get("weak"))), plural)

    for noun in _items(entry.get("nouns")):
        yield noun, word(noun)
        if noun.endswith("man") and not noun.endswith("woman"):
            yield noun[:-3] + "woman", word(noun, of=frozenset({"woman"}))
            yield noun[:-3] + "person", word(noun)
    for alias, noun in (pair.split(" = ") for pair in _items(entry.get("short"))):
        yield alias, word(noun)
    for noun in _items(entry.get("plurals")):
        yield noun, word(noun, plural=True)
    for adjective in _items(entry.get("adjectives")):
        yield adjective, word(adjective, "adj")


def _thing_words(entry: dict[str, Any]) -> Iterator[tuple[str, Word]]:
    for noun in _items(entry.get("nouns")) + _items(entry.get("plurals")):
        path = f"thing:{entry['path']}" + (f"/{noun}" if entry.get("self") else "")
        yield noun, Word("thing", Sense(NOTHING, NOTHING, frozenset({path})))


def _all_words(raw: dict[str, Any], leaves: dict[str, Leaves]) -> Iterator[tuple[str, Word]]:
    """Every word of the file; where two lists hold the same word, the earlier one is meant."""
    for entry in raw["people"]:
        yield from _entry_words(entry, leaves)
    for entry in raw["things"]:
        yield from _thing_words(entry)
    for name in _items(raw["communities"]):
        yield name, Word("community", Sense(traits=frozenset({f"community:{name}"})))
    for role in ("number", "and", "via", "with", "title", "senior", "former"):
        yield from ((text, Word(role)) for text in _items(raw["words"][role]))
    for names in ("actors", "countries", "demonyms"):
        yield from ((text, Word("actor")) for text in _items(raw[names]))
    for entries in raw["languages"].values():
        for entry in entries:
            yield from _entry_words(entry, leaves)
    yield from ((text, Word("stop")) for text in _items(raw["words"]["stop"]))


def _connectors(words: dict[str, str]) -> re.Pattern[str]:
    """One pattern for the words that open a remark; scripts without spaces have no word ends to ask for."""

    def bounded(pattern: str) -> str:
        return pattern if any(c > "\u2e80" for c in pattern) else rf"(?<!\w){pattern}(?!\w)"

    kinds = ("mostly", "all", "narrow", "except", "include", "relative")
    groups = (f"(?P<{kind}>{'|'.join(map(bounded, _items(words[kind])))})" for kind in kinds)
    return re.compile("|".join(groups), re.IGNORECASE)


@cache
def _lexicon() -> Lexicon:
    raw = data("claims", "people.yaml")
    leaves: dict[str, Leaves] = {}
    _tree(raw["statuses"], "people", leaves)
    words: dict[str, Word] = {}
    stems: dict[str, list[tuple[tuple[str, ...], Word]]] = {}
    for text, word in _all_words(raw, leaves):
        if "*" in text:
            pattern = tuple(_fold(part) for part in text.split())
            stems.setdefault(pattern[0].rstrip("*"), []).append((pattern, word))
        else:
            words.setdefault(_key(text), word)
    columns = {
        name: (_nodes(row["is"], leaves), _nodes(f"{row['is']}, {row.get('admits', row['is'])}", leaves))
        for name, row in raw["status_names"].items()
    }
    no_status = frozenset(_items(raw["no_status"]))
    particles = frozenset(_items(raw["words"]["particles"]))
    return Lexicon(leaves, words, stems, _connectors(raw["words"]), columns, no_status, particles)


def _forms(token: str) -> Iterator[tuple[str, bool]]:
    """A token as it stands, then what it may be the English plural of (the flag says: plural)."""
    yield token, False
    if token.endswith("men"):
        yield token[:-3] + "man", True
    if token.endswith("s") and len(token) > 3:
        yield token[:-1], True
        if token.endswith("ies"):
            yield token[:-3] + "y", True
        elif token.endswith("ves"):
            yield from ((token[:-3] + end, True) for end in ("f", "fe"))
        elif token.endswith("es"):
            yield token[:-2], True


def _find(tokens: list[str], at: int) -> tuple[int, Word, bool] | None:
    """The longest entry that starts at a token: its length, the word, whether it stands in the plural."""
    lexicon = _lexicon()
    for n in range(min(5, len(tokens) - at), 0, -1):
        *start, last = tokens[at : at + n]
        for form, plural in _forms(last):
            if word := lexicon.words.get(" ".join([*start, form])):
                return n, word, plural or word.plural
        for form, plural in _forms(start[0]) if start else ():
            if plural and (word := lexicon.words.get(" ".join([form, *start[1:], last]))):
                return n, word, True
    fitting = (
        (len(pattern), word)
        for end in range(len(tokens[at]), 1, -1)
        for pattern, word in lexicon.stems.get(tokens[at][:end], ())
        if _fits(pattern, tokens[at : at + len(pattern)])
    )
    best = max(fitting, key=lambda hit: hit[0], default=None)
    return (*best, True) if best else None


def _fits(pattern: tuple[str, ...], tokens: list[str]) -> bool:
    return len(pattern) == len(tokens) and all(
        token.startswith(part[:-1]) if part.endswith("*") else token == part
        for part, token in zip(pattern, tokens, strict=True)
    )


# --- phrases ---------------------------------------------------------------------------------------------------


def _plain(text: str) -> str:
    """The text without quotation marks and apostrophes, acronyms in brackets and links of names opened up."""
    text = re.sub(r"[\"“”„«»‹›*_]|['’`ʼ]s\b", " ", text)
    text = re.sub(r"\b(?:[^\W\d_]\.){2,}", lambda dotted: dotted[0].replace(".", ""), text)
    text = re.sub(r"\(([A-Z][A-Z0-9-]{1,9})\)", r"\1", text)
    text = re.sub(r"(?<=\w)-(?:[eiu]|al|el|ul|ur|ud|ut|us)-(?=\w)", " ", text, flags=re.IGNORECASE)
    return re.sub(r",\s*([^\s,][^,]*?) among (?:them|whom|the dead|those)\b", r" including \1", text)


def _pieces(token: str) -> list[str]:
    """The words inside a token of a script that joins them: Chinese runs, Arabic "and" and "the"."""
    words = _lexicon().words
    if token.isascii() or _fold(token) in words:
        return [token]
    folded = _fold(token)
    for prefix in ("وال", "ال", "لل", "بال", "و", "ب"):
        if folded.startswith(prefix) and folded[len(prefix) :] in words:
            return ["و"] * (prefix[0] == "و") + [folded[len(prefix) :]]
    return _cut(token, words) if any("\u3400" <= c <= "\u9fff" for c in token) else [token]


def _cut(run: str, words: dict[str, Word]) -> list[str]:
    pieces: list[str] = []
    known = at = 0
    while at < len(run):
        size = next((n for n in range(6, 0, -1) if run[at : at + n] in words), 0)
        if size:
            pieces += [run[known:at]] * (at > known) + [run[at : at + size]]
            known = at + size
        at += size or 1
    return pieces + [run[known:]] * (len(run) > known)


def _units(text: str) -> list[Unit]:
    """The text as lexicon words, words not known, and breaks (role "," or "and"); figures are left out."""
    found = re.findall(r"[^\W_]+|[,;:/&()+–—،؛、，；]| - ", re.sub(r"['’`ʼ]", "", text))
    raw = [piece for token in found for piece in _pieces(token)]
    folded = [_fold(token) for token in raw]
    units: list[Unit] = []
    at = 0
    while at < len(raw):
        hit = _find(folded, at) if raw[at][0].isalpha() else None
        size = hit[0] if hit else 1
        if hit:
            units.append(Unit(" ".join(raw[at : at + size]), hit[1], hit[2]))
        elif raw[at][0].isalpha():
            units.append(Unit(raw[at], None))
        elif not raw[at][0].isalnum():
            units.append(Unit(raw[at], Word("and" if raw[at] in "&+" else ",")))
        at += size
    return units


def _qualify(head: Sense, by: Sense) -> Sense:
    """What a noun says once a modifier is added: the finer of the two, and the modifier where they differ."""
    if head.statuses == NOTHING or by.statuses == NOTHING:
        return head
    statuses, weak = head.statuses, head.weak
    if by.statuses is not None and (statuses is None or not by.weak or weak):
        common = by.statuses & statuses if statuses is not None else by.statuses
        statuses, weak = common or by.statuses, by.weak and (weak or head.statuses is None)
    demography = head.demography
    if by.demography is not None:
        demography = (by.demography & demography if demography else None) or by.demography
    return Sense(statuses, demography, head.traits | by.traits, weak)


class Phrase(NamedTuple):
    """One noun phrase: what it says, what its head noun says alone, and what it leaves over."""

    sense: Sense | None
    bare: Sense | None
    single: bool
    named: bool
    cut: bool
    unread: list[str]


NOUNS = frozenset({"noun", "open", "national", "thing", "community"})


def _capital(unit: Unit) -> bool:
    """Might the unknown word be part of a person's name? Short words in capitals are acronyms."""
    return unit.word is None and unit.text[0].isupper() and not (unit.text.isupper() and len(unit.text) < 7)
