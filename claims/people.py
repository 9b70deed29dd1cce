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
LONGEST = 1000
"""Characters of a victims cell that are read; what lies beyond is a document, kept whole among the unread."""


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
        elif raw[at].isalnum() and not raw[at].isdigit() and raw[at].isascii():
            units.append(Unit(raw[at], Word("actor")))  # "76th": of a unit's name
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


def _name(tokens: list[str]) -> Leaves:
    return frozenset({"name:" + " ".join(map(_fold, tokens))})


def _tail(head: Unit, by: Unit, units: list[Unit]) -> Phrase:
    """What follows a preposition: it says who general heads were ("members of ..."), else it is only kept."""
    if by.role == "via" and head.role == "open":
        inner = _phrase(units)
        names = [unit.text for unit in units if _capital(unit)] if inner.named else []
        return inner._replace(unread=inner.unread + names)
    return Phrase(None, None, False, False, True, [u.text for u in units if u.role in NOUNS | {"", "actor"}])


def _phrase(units: list[Unit]) -> Phrase:
    """Read one noun phrase: the last noun before a preposition is its head, the words before qualify it."""
    sense = bare = noun = None
    names: list[str] = []
    unread: list[str] = []
    roles: set[str] = set()
    before, cut = "", False
    for at, unit in enumerate(units):
        role = unit.role
        roles.add(role)
        if names and _fold(unit.text) in _lexicon().particles and any(map(_capital, units[at + 1 : at + 2])):
            names.append(unit.text)
        elif role in ("via", "with") and noun:
            tail, cut = _tail(noun, unit, units[at + 1 :]), True
            unread += tail.unread
            sense = _qualify(sense, tail.sense) if sense and tail.sense else sense
            break
        elif names and noun and not noun.plural and role in NOUNS and unit.text[0].isupper():
            names.append(unit.text)  # "Amir", "King" and the like inside a name
        elif unit.word and role in NOUNS:
            bare = unit.word.sense
            if role == "national" and before:
                bare = bare._replace(traits=frozenset({f"nationality:{_key(before)}"}))
                unread, names = [word for word in unread if word != before], [n for n in names if n != before]
            unread, names = unread + names, []
            sense = _qualify(bare, sense) if sense and role != "thing" and sense.statuses != NOTHING else bare
            noun = unit
        elif unit.word and role == "adj":
            sense = _qualify(sense or Sense(), unit.word.sense)
        elif role in ("", "actor"):
            (names if _capital(unit) else unread).append(unit.text)
        before = unit.text if role in ("", "actor") else ""
    single = bool(noun and noun.role in ("noun", "open") and not noun.plural) or "title" in roles
    named = bool(names) and (single if noun else not unread and not sense and len(names) < 6)
    if named and not noun and len(names) == 1 and "title" not in roles:
        named = not names[0].endswith("s")
    if named:
        sense = _qualify(sense or Sense(), Sense(traits=_name(names)))
    sense = _ranked(sense, roles) if sense else None
    return Phrase(sense, bare, single or named, named, cut, unread if named else unread + names)


def _ranked(sense: Sense, roles: set[str]) -> Sense:
    """Apply "senior" and "former"; a community tells nothing of an armed group that its side does not tell."""
    tree = _lexicon().leaves
    armed = bool(sense.statuses) and (sense.statuses or NOTHING) <= tree["combatant"]
    if "former" in roles and armed:
        return Sense(tree["civilian"], sense.demography, sense.traits | {"veteran"}, weak=True)
    if armed:
        sense = sense._replace(traits=frozenset(t for t in sense.traits if not t.startswith("community:")))
    if "senior" not in roles or sense.statuses == NOTHING:
        return sense
    if sense.statuses is None or sense.statuses <= tree["armed group"]:
        return sense._replace(statuses=tree["leader"], weak=sense.statuses is None)
    return sense._replace(traits=sense.traits | {"rank:senior"})


def _read(text: str) -> tuple[list[Sense], list[str]]:
    """The noun phrases of a text that are counted together, and the words not understood."""
    senses: list[Sense] = []
    unread: list[str] = []
    waiting: list[Sense] = []  # "male and" in "male and female students": qualifies the noun to come
    last = last_named = cut = False
    for mark, units in _groups(_units(text)):
        phrase = _phrase(units)
        unread += phrase.unread
        apposed = mark == "," and bool(senses)
        named_only = phrase.named and phrase.bare is None
        if phrase.sense is None:
            waiting += [Sense(traits=frozenset({f"nationality:{_key(n)}"})) for n in phrase.unread]
            continue
        if phrase.sense.statuses == NOTHING and cut and senses:
            unread += [unit.text for unit in units if unit.role == "thing"]
        elif apposed and ((named_only and last) or (last_named and phrase.single)):
            senses[-1] = _qualify(phrase.sense, senses[-1]) if last_named else _qualify(senses[-1], phrase.sense)
        elif phrase.bare is None and not phrase.named:
            waiting.append(phrase.sense)
            continue
        else:
            shared = _shared(phrase, waiting)
            senses += [*shared, phrase.sense]
        last, last_named, cut, waiting = phrase.single, named_only, cut or phrase.cut, []
    return senses or [s for s in waiting if not _national(s)], unread


def _national(sense: Sense) -> bool:
    return any(trait.startswith("nationality:") for trait in sense.traits)


def _shared(phrase: Phrase, waiting: list[Sense]) -> list[Sense]:
    """The head noun of a phrase under the modifiers that waited for it; nations wait only for "nationals"."""
    bare = phrase.bare
    if bare is None:
        return []
    fitting = [s for s in waiting if not _national(s) or _national(bare)]
    plain = bare._replace(traits=frozenset(t for t in bare.traits if not t.startswith("nationality:")))
    return [_qualify(plain, modifier) for modifier in fitting]


def _groups(units: list[Unit]) -> Iterator[tuple[str, list[Unit]]]:
    """The noun phrases of a list, each with the break before it."""
    mark, group = "", []
    for unit in [*units, Unit("", Word(","))]:
        if unit.role not in (",", "and"):
            group.append(unit)
            continue
        if group:
            yield mark, group
            mark, group = "", []
        mark = "and" if "and" in (mark, unit.role) else unit.role


def _remarks(text: str) -> list[tuple[str, str]]:
    """The text cut at its connectors, each part with the kind of remark it is ("head" for the first)."""
    parts, kind, start = [], "head", 0
    for match in _lexicon().connectors.finditer(text):
        parts.append((kind, text[start : match.start()]))
        kind, start = match.lastgroup or "head", match.end()
        if kind == "include" and " of " in match[0]:  # "8 of them children" keeps its figure
            start = match.start()
    return [*parts, (kind, text[start:])]


def _counted(part: str) -> bool:
    """Does the remark open with a figure ("all seven militants")? Then it is no remark about them all."""
    first = _key(part).split(" ")[0]
    word = _lexicon().words.get(first)
    return first[:1].isdigit() or (word is not None and word.role == "number")


def _without(head: list[Sense], left_out: list[Sense]) -> list[Sense]:
    """The people of ``head`` who are none of those left out, where one facet can say so."""
    people = _lexicon().leaves["people"]
    for out in left_out:
        if out.statuses and not out.weak:
            kept = [s._replace(statuses=(s.statuses or people) - out.statuses) for s in head]
            head = [s for s in kept if s.statuses] or head
        elif out.demography:
            rest = [s._replace(demography=(s.demography or EVERYONE) - out.demography) for s in head]
            head = [s for s in rest if s.demography] or head
    return head


def _facet(senses: list[Sense]) -> Leaves:
    return NOTHING.union(*(sense.demography or sense.statuses or NOTHING for sense in senses))


def _with_status(head: list[Sense], status: str) -> list[Sense]:
    """Bring in the status column: the words' finer reading inside it stays, otherwise the column decides."""
    lexicon = _lexicon()
    if not (key := _key(status)) or key in lexicon.no_status:
        return head
    if key in lexicon.columns:
        leaves, admits = lexicon.columns[key]
        column = [Sense(leaves)]
    else:
        column = _read(status)[0]
        admits = NOTHING.union(*(s.statuses or NOTHING for s in column))
    persons = [s for s in head if s.statuses != NOTHING] or ([] if head else [Sense()])
    fitting = [s for s in persons if s.statuses is None or s.statuses & admits] or persons
    read = []
    for s in fitting:
        finer = s.statuses & admits if s.statuses else NOTHING
        for c in column:
            inside = s._replace(statuses=finer) if finer and not (c.statuses or NOTHING) & finer else None
            read.append(inside._replace(traits=s.traits | c.traits) if inside else _qualify(s, c))
    return read + [s for s in head if s.statuses == NOTHING] if column else head


def _boxes(senses: Iterable[Sense]) -> tuple[Box, ...]:
    """The senses as boxes, joined wherever two boxes together are a box again."""
    people = _lexicon().leaves["people"]
    boxes = [
        Box(people if s.statuses is None else s.statuses, EVERYONE if s.demography is None else s.demography, s.traits)
        for s in senses
    ]
    at = 0
    while at < len(boxes):
        a = boxes.pop(at)
        other = next((n for n, b in enumerate(boxes) if _joined(a, b)), None)
        if other is None:
            boxes.insert(at, a)
            at += 1
        else:
            joined = _joined(a, boxes.pop(other))
            boxes, at = [*boxes, joined or a], 0
    return tuple(sorted(set(boxes), key=lambda b: [sorted(facet) for facet in b]))


def _joined(a: Box, b: Box) -> Box | None:
    relation = _compare_boxes(a, b)
    if relation in (Relation.EQUAL, Relation.PART, Relation.WHOLE):
        return a if relation is Relation.WHOLE else b
    if a.traits != b.traits or not (a.statuses and b.statuses):
        return None
    if a.statuses == b.statuses or a.demography == b.demography:
        return Box(a.statuses | b.statuses, a.demography | b.demography, a.traits)
    return None


@lru_cache(maxsize=1 << 16)
def read_people(victims: str, status: str = "") -> People:
    """Read who was counted from the victims' words and the status column; never raises on any text.

    Words that are not understood, among them the names of actors and nations, are kept in ``unread``.
    """
    head: list[Sense] = []
    unread: list[str] = []
    including: list[str] = []
    mostly, whole = NOTHING, False
    for kind, part in _remarks(_plain(victims[:LONGEST])):
        if kind == "include":
            including += [words] if (words := part.strip(" ,;.:")) else []
            continue
        senses, left = _read(part)
        nobody_yet = not head and not unread
        unread += left
        if kind == "relative" or not senses:
            continue
        whole = whole or (kind in ("mostly", "all") and not _counted(part))
        if kind == "mostly":
            mostly |= _facet(senses)
            head = [s._replace(demography=None) for s in senses] if nobody_yet else head or [Sense()]
        elif kind == "except":
            rest = _without(head or [Sense()], senses)
            whole = whole or rest == head  # "militants, not civilians" leaves nobody out: it insists
            head = rest
        else:
            narrowed = dict.fromkeys(_qualify(h, s) for h in head[:40] for s in senses[:40])
            head = list(narrowed) if len(narrowed) <= 40 and head else head or senses
    unread += [victims[LONGEST:]] if victims[LONGEST:] else []
    return _people(_with_status(head, status), whole, mostly, including, unread)


def _people(senses: list[Sense], whole: bool, mostly: Leaves, including: list[str], unread: list[str]) -> People:
    boxes = _boxes(senses or [Sense()])
    persons = [box for box in boxes if box.statuses] or list(boxes)
    return People(
        statuses=NOTHING.union(*(box.statuses for box in persons)),
        demography=NOTHING.union(*(box.demography for box in persons)),
        traits=frozenset.intersection(*(box.traits for box in persons)),
        whole=whole,
        mostly=mostly,
        including=tuple(including),
        materiel=not persons[0].statuses,
        unread=tuple(dict.fromkeys(word for word in unread if len(word) > 1)),
        boxes=boxes,
    )


def armed(people: People) -> bool:
    """Are all the counted people combatants, or members of forces or armed groups?"""
    return bool(people.statuses) and people.statuses <= _lexicon().leaves["combatant"]


def civilian(people: People) -> bool:
    """Are all the counted people civilians?"""
    return bool(people.statuses) and people.statuses <= _lexicon().leaves["civilian"]


def _sets(a: Leaves, b: Leaves) -> Relation:
    if a == b:
        return Relation.EQUAL
    if not a & b:
        return Relation.DISJOINT
    return Relation.PART if a < b else Relation.WHOLE if a > b else Relation.OVERLAP


def _implies(trait: str, other: str) -> bool:
    """Has everyone with one trait the other? A longer name holds a shorter one, a path its beginning."""
    kind, _, value = other.partition(":")
    if trait == other or not trait.startswith(f"{kind}:"):
        return trait == other
    if kind == "name":
        particles = _lexicon().particles
        return set(value.split()) - particles <= set(trait.partition(":")[2].split()) - particles
    return kind == "thing" and trait.startswith(other + "/")


def _apart(a: Leaves, b: Leaves) -> bool:
    """Two different names, or two kinds of thing of which neither holds the other."""
    kinds = ("name:", "thing:")
    pairs = ((t, u) for t in a for u in b for kind in kinds if t.startswith(kind) and u.startswith(kind))
    return any(not (_implies(t, u) or _implies(u, t) or _alike(t, u)) for t, u in pairs)


def _alike(a: str, b: str) -> bool:
    """May two names be spellings of one? Names in different scripts may always be."""
    from rapidfuzz.fuzz import token_sort_ratio

    if not a.startswith("name:"):
        return False
    return a.isascii() != b.isascii() or token_sort_ratio(a[5:], b[5:]) >= 85


def _traits(a: Leaves, b: Leaves) -> Relation:
    if a == b:
        return Relation.EQUAL
    if _apart(a, b):
        return Relation.DISJOINT
    inside = all(any(_implies(t, u) for t in a) for u in b)
    around = all(any(_implies(u, t) for u in b) for t in a)
    if inside and around:
        return Relation.EQUAL
    return Relation.PART if inside else Relation.WHOLE if around else Relation.OVERLAP


@lru_cache(maxsize=1 << 16)
def _compare_boxes(a: Box, b: Box) -> Relation:
    facets = {_sets(a.statuses, b.statuses), _sets(a.demography, b.demography), _traits(a.traits, b.traits)}
    if Relation.DISJOINT in facets:
        return Relation.DISJOINT
    facets.discard(Relation.EQUAL)
    return facets.pop() if len(facets) == 1 else Relation.OVERLAP if facets else Relation.EQUAL


@lru_cache(maxsize=1 << 16)
def compare_people(a: People, b: People) -> Relation:
    """How the people of one claim stand to those of another; PART reads "a is a part of b".

    Judged facet by facet. A part and a whole in different facets, or traits of which neither contains the
    other, overlap; two different persons' names are disjoint. Words not understood take no part.
    """
    inner, outer = (Relation.EQUAL, Relation.PART), (Relation.EQUAL, Relation.WHOLE)
    table = [[_compare_boxes(x, y) for y in b.boxes] for x in a.boxes]
    inside = all(any(cell in inner for cell in row) for row in table)
    around = all(any(cell in outer for cell in column) for column in zip(*table, strict=True))
    if inside or around:
        return Relation.EQUAL if inside and around else Relation.PART if inside else Relation.WHOLE
    if all(cell is Relation.DISJOINT for row in table for cell in row):
        return Relation.DISJOINT
    return Relation.OVERLAP
