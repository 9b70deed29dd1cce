"""Who is meant by the words for a claimant, an accused, a perpetrator or a victim side.

The registry knows states with their governments, forces and ministries, armed groups, organisations and
media. It answers three questions: which actor do these words name (`Registry.resolve`), for which camp does
that actor speak (`Registry.side`), and is one actor part of another (`Registry.relation`).

The names and words are data (`data/actors/*.yaml`). A project adds or changes actors in its `actors.yaml`:

    version: 1
    actors:
      - id: northern-front            # needed; the id of a shipped actor changes that actor
        name: Northern Front          # needed for a new actor
        kind: armed group             # needed for a new actor
        part_of: my-alliance          # an actor's id, or a state's id and a body's: pakistan/forces
        aliases: [NF, "Front du Nord", {name: Front, since: 1999, until: 2004}]
        own_side: true                # a belligerent of its own, though part of another
        third_party: false            # true: speaks for no belligerent
        state: pakistan               # the state or group that runs this medium
        since: 1999                   # first and last year, to tell apart two actors of one name
        until: 2004

Aliases may also be one string with `;` between the names. A name given here wins over a shipped one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from claims.lexicon import load_yaml

_DATA = Path(__file__).with_name("data") / "actors"
_STATE_LIKE = frozenset({"state", "government", "territory", "de facto state"})
_GOVERNING = _STATE_LIKE | {"armed group", "movement"}
_KEYS = frozenset(["id", "name", "kind", "part_of", "aliases", "own_side", "third_party", "state", "since", "until"])
_FUZZY_RATIO, _FUZZY_LENGTH = 92.0, 8
_Sense = tuple[str, int, int, int]
"""An actor's id, the first and last year of a name, and the number of the file that gave it."""


class RegistryError(ValueError):
    """An actor file cannot be used; the message names the file, the entry and the remedy."""


class Relation(StrEnum):
    """How one actor stands to another in the tree of actors."""

    SAME = "same"
    PART = "part"
    WHOLE = "whole"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who acts or speaks.

    `part_of` is the id of the actor that contains this one; `own_side` says that it is a belligerent of its
    own all the same. A `third_party` speaks for no belligerent; `state` is the id of who runs it, if anybody.
    """

    id: str
    name: str
    kind: str
    part_of: str | None = None
    aliases: tuple[str, ...] = ()
    third_party: bool = False
    own_side: bool = False
    state: str | None = None

    @property
    def governs(self) -> bool:
        """True for a state, a government, or an authority that rules a territory."""
        return self.kind in _STATE_LIKE


class _Fold(dict[int, str]):
    """One character to its matching form, worked out on first sight."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_char(chr(code))
        return folded


def _fold_char(char: str) -> str:
    category = unicodedata.category(char)
    if category in {"Cf", "Lm"} or "\u0300" <= char <= "\u036f":
        return ""
    if category[0] in "PSZC":
        return " "
    if "\u3040" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7a3":
        return f" {char} "
    latin = "\u00c0" <= char <= "\u024f" or "\u1e00" <= char <= "\u1eff"
    return unicodedata.normalize("NFKD", char)[0] if latin else char


_FOLD = _Fold({ord(char): f" {char} " for char in ",;()&"})
_FOLD |= {ord(a): f" {b} " for a, b in zip("/|،؛、+[]", ";;,;,&()", strict=True)}
_FOLD |= {ord(a): b for a, b in zip("łŁøØđĐıёЁأإآٱىیةک", "lLoOdDiеЕااااييهك", strict=True)}
_FOLD |= {ord("æ"): "ae", ord("œ"): "oe"} | dict.fromkeys([0x640, *range(0x64B, 0x653)], "")
_QUOTES = dict.fromkeys(map(ord, "’‘´`ʼ"), "'")
_DOTTED = re.compile(r"\b(?:\w\.){2,}")
_POSSESSIVE = re.compile(r"(?<=\w)'s?(?!\w)", re.IGNORECASE)
_ELISION = re.compile(r"\b([dl])'(?=\w)", re.IGNORECASE)
_SLAVIC = re.compile(r"(?<=[сцзь]к)(?:ий|ая|ое|ие|ого|ой|ому|их|им|ими|ую|ом|а|е|і|ої|ою|у)$")
_ARABIC = re.compile(r"^(?:و?ال|بال|لل)?(\w{3,}?)(?:(?<=ي)(?:ه|ون|ين))?$")


def _stem(token: str) -> str:
    """A Slavic adjective without its case, an Arabic word without its article, gender and number."""
    if "а" <= token[0] <= "џ":
        return _SLAVIC.sub("", token)
    if "ء" <= token[0] <= "ي" and (match := _ARABIC.match(token)):
        return match[1]
    return token


def _tokens(text: str, capitals: frozenset[str]) -> list[str]:
    """The words of a text in their matching form; , ; ( ) and & stay as tokens of their own.

    A word that is a name only in capitals (US, WHO) keeps them.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text.translate(_QUOTES))
    if "." in text:
        text = _DOTTED.sub(lambda match: match[0].replace(".", "").upper(), text)
    if "'" in text:
        text = _ELISION.sub(r"\1 ", _POSSESSIVE.sub("", text)).replace("'", "")
    words = text.translate(_FOLD).split()
    folded = (word if word in capitals else word.casefold() for word in words)
    return [word if word.isascii() else _stem(word) for word in folded]


def _key(tokens: Sequence[str]) -> str:
    """The look-up key of a whole name: its words without a leading English article."""
    start = 1 if len(tokens) > 1 and tokens[0] in {"the", "a", "an"} else 0
    return " ".join(tokens[start:])


def _covering(senses: Sequence[_Sense], year: int | None) -> list[_Sense]:
    return [sense for sense in senses if year is not None and sense[1] <= year <= sense[2]]


def _latest(senses: Sequence[_Sense]) -> str:
    return max(senses, key=lambda sense: (sense[2], sense[1], sense[0]))[0]


@dataclass(frozen=True, slots=True)
class _Body:
    """A kind of office or force that any state may have."""

    name: str
    kind: str
    within: str | None = None
    military: bool = False
    third_party: bool = False


@dataclass(slots=True)
class _Reading:
    """What one stretch of words (between commas and "and") names."""

    owners: list[Actor] = field(default_factory=list)
    places: list[Actor] = field(default_factory=list)
    sorts: set[str] = field(default_factory=set)
    body: str | None = None
    hint: str | None = None
    others: int = 0

    def owner(self, *, place: bool) -> Actor | None:
        """The named group or organisation, else the first state, else (if `place`) the state of the place."""
        named = [owner for owner in self.owners if not owner.governs]
        states = self.owners or (self.places if place else [])
        return named[-1] if named else states[0] if states else None


class Registry:
    """Actors, their names, and the grammar of words that name them."""

    def __init__(self, lexicon: Mapping[str, Any]) -> None:
        """Make an empty registry that reads names with the words of `lexicon` (`data/actors/bodies.yaml`)."""
        self.actors: dict[str, Actor] = {}
        self._capitals = frozenset(lexicon["capitals_only"])
        self._whole_only = {_key(_tokens(name, self._capitals)) for name in _listed(lexicon["whole_only"])}
        self._names: dict[str, list[_Sense]] = {}
        self._governments: dict[str, list[_Sense]] = {}
        self._people: dict[str, str] = {}
        self._reach: dict[str, int] = {}
        self._words: dict[str, str] = {}
        self._memo: dict[tuple[str, str, int | None], Any] = {}
        self._near: dict[str, set[str]] | None = None
        self._bodies = {
            key: _Body(**{name: value for name, value in body.items() if name not in {"words", "hints"}})
            for key, body in lexicon["bodies"].items()
        }
        for sort, words in lexicon["words"].items():
            self._add_words(sort, words)
        for key, body in lexicon["bodies"].items():
            self._add_words(f"body:{key}", body.get("words", ""))
            self._add_words(f"hint:{key}", body.get("hints", ""))

    def _add_words(self, sort: str, words: object) -> None:
        for word in _listed(words):
            tokens = _tokens(word, self._capitals)
            self._words[" ".join(tokens)] = sort
            self._reach[tokens[0]] = max(len(tokens), self._reach.get(tokens[0], 0))

    def add_actor(self, actor: Actor) -> None:
        """Take in an actor without its names."""
        self.actors[actor.id] = actor

    def add_government(self, state: str, government: str, since: int, until: int) -> None:
        """Let the words for a state mean one of its governments in these years."""
        self._governments.setdefault(state, []).append((government, since, until, 0))

    def add_people(self, state: str, people: str) -> None:
        """Let the civilians of a state be the people of the actor `people`, whoever governs."""
        self._people[state] = people

    def add_name(self, name: str, actor_id: str, since: int = 0, until: int = 9999, layer: int = 0) -> None:
        """Let `name` mean an actor. ValueError when another actor of the same file has it in the same years."""
        tokens = _tokens(name, self._capitals)
        key = _key(tokens)
        if not key:
            raise ValueError(f"the name {name!r} has no letters")
        if self.get(actor_id) is None:
            raise ValueError(f"the name {name!r} is given to {actor_id!r}, which is no actor")
        kept = [sense for sense in self._names.get(key, []) if sense[3] == layer or sense[0] == actor_id]
        clash = [sense[0] for sense in kept if sense[0] != actor_id and since <= sense[2] and sense[1] <= until]
        if clash:
            raise ValueError(f"the name {name!r} already means {clash[0]}; give both since and until, or drop it")
        self._names[key] = list(dict.fromkeys([*kept, (actor_id, since, until, layer)]))
        first, _, _ = key.partition(" ")
        self._reach[first] = max(len(tokens), self._reach.get(first, 0))

    def get(self, actor_id: str) -> Actor | None:
        """The actor with this id; a state's body (`pakistan/forces`) is made when first asked for."""
        if (actor := self.actors.get(actor_id)) is not None:
            return actor
        owner_id, _, body_id = actor_id.rpartition("/")
        owner, body = self.actors.get(owner_id), self._bodies.get(body_id)
        if owner is None or body is None:
            return None
        if not body.kind:
            return owner
        whole = f"{owner_id}/{body.within}" if body.within else owner_id
        self.actors[actor_id] = made = Actor(
            actor_id,
            f"{owner.name} {body.name}",
            body.kind,
            None if body.third_party else whole,
            third_party=body.third_party,
            state=owner_id if body.third_party else None,
        )
        return made

    def coin(self, name: str) -> Actor:
        """An actor of its own for a name that the registry does not know; the same name gives the same id."""
        slug = _key(_tokens(name, self._capitals)).replace(" ", "-") or "-".join(f"{ord(c):x}" for c in name)
        return Actor(f"coined/{slug}", name.strip(), "unknown", aliases=(name.strip(),))

    def side(self, actor: Actor) -> Actor:
        """The camp: the nearest whole that is a belligerent of its own, or the outermost one."""
        for whole in self._wholes(actor):
            if whole.own_side:
                return whole
            actor = whole
        return actor

    def relation(self, a: Actor, b: Actor) -> Relation:
        """SAME, PART (`a` is inside `b`), WHOLE (`b` is inside `a`) or OTHER."""
        if a.id == b.id:
            return Relation.SAME
        if any(whole.id == b.id for whole in self._wholes(a)):
            return Relation.PART
        return Relation.WHOLE if any(whole.id == a.id for whole in self._wholes(b)) else Relation.OTHER

    def _wholes(self, actor: Actor) -> list[Actor]:
        """The actor and everything that contains it, from the inside out."""
        chain = [actor]
        while (part_of := chain[-1].part_of) and (whole := self.get(part_of)) and whole not in chain:
            chain.append(whole)
        return chain

    def resolve(self, name: str, year: int | None = None) -> Actor | None:
        """The one actor who speaks or acts under this name.

        None when the words name nobody known, only people of a place ("Afghan refugees"), or several camps.
        Without a year, names that changed hands have their present meaning.
        """
        return self._one("resolve", name, year)

    def mention(self, text: str, year: int | None = None) -> Actor | None:
        """The actor whose people are meant ("Pakistani soldiers", "Afghan refugees"); None when of several camps."""
        return self._one("mention", text, year)

    def resolve_all(self, text: str, year: int | None = None) -> tuple[Actor, ...]:
        """Every actor named in a list ("Fatah; Hamas"), in order, each once."""
        return self._all("resolve", text, year)

    def _one(self, how: str, text: str, year: int | None) -> Actor | None:
        actors = self._all(how, text, year)
        if not actors:
            return None
        deepest = max(actors, key=lambda actor: len(self._wholes(actor)))
        if all(self.relation(deepest, actor) in {Relation.SAME, Relation.PART} for actor in actors):
            return deepest
        sides = {self.side(actor) for actor in actors}
        return sides.pop() if len(sides) == 1 else None

    def _all(self, how: str, text: str, year: int | None) -> tuple[Actor, ...]:
        memo = (how, text, year)
        if memo not in self._memo:
            self._memo[memo] = tuple(dict.fromkeys(self._find(how, text, year)))
        found: tuple[Actor, ...] = self._memo[memo]
        return found

    def _find(self, how: str, text: str, year: int | None) -> Iterable[Actor]:
        tokens = _tokens(text, self._capitals)
        key = _key(tokens)
        if (senses := self._names.get(key)) is not None:
            meant = self._meant(senses, year)
            return [self._people_of(meant, year) if how == "mention" else self._now(meant, year)]
        readings = self._readings(tokens, year)
        judge = self._whose if how == "mention" else self._speaker
        found = [actor for reading in readings if (actor := judge(reading, year))]
        return found or self._fuzzy(key, year)

    def _meant(self, senses: Sequence[_Sense], year: int | None) -> Actor:
        """The actor of the sense that covers the year, else of the latest one."""
        return self.actors[_latest(_covering(senses, year) or senses)]

    def _now(self, actor: Actor, year: int | None) -> Actor:
        """The government that the words for a state, or for a body of it, meant in a year."""
        root, slash, body = actor.id.partition("/")
        senses = self._governments.get(root, ())
        fit = _covering(senses, year) if year is not None else senses
        return (self.get(_latest(fit) + slash + body) or actor) if fit else actor

    def _people_of(self, actor: Actor, year: int | None) -> Actor:
        return self.actors[self._people[actor.id]] if actor.id in self._people else self._now(actor, year)

    def _items(self, tokens: Sequence[str]) -> list[tuple[str, str]]:
        """Names and known words, longest first; what is neither is `other`."""
        items, index = [], 0
        while index < len(tokens):
            size = min(self._reach.get(tokens[index], 0), len(tokens) - index)
            sort, key = "other", tokens[index]
            while size > 0:
                key = " ".join(tokens[index : index + size])
                named = key in self._names and key not in self._whole_only
                if (sort := "name" if named else self._words.get(key, "other")) != "other":
                    break
                size -= 1
            items.append((sort, key))
            index += max(size, 1)
        return items

    def _readings(self, tokens: Sequence[str], year: int | None) -> list[_Reading]:
        """One reading for each stretch of words; "from Pakistan and Afghanistan" keeps its preposition."""
        stretches: list[tuple[str, list[tuple[str, str]]]] = [("", [])]
        for item in self._items(tokens):
            if item[0] in {"join", "cut"}:
                stretches.append((item[0], []))
            else:
                stretches[-1][1].append(item)
        readings: list[_Reading] = []
        where = ""
        for joint, items in stretches:
            bare = joint == "join" and [sort for sort, _ in items if sort != "stop"] == ["name"]
            reading, where = self._read(items, year, where if bare else "")
            if joint == "join" and not reading.owners and (reading.body or "people" in reading.sorts):
                reading.owners = [side for owner in readings[-1].owners if (side := self.side(owner)).governs]
            readings.append(reading)
        return readings

    def _read(self, items: list[tuple[str, str]], year: int | None, where: str) -> tuple[_Reading, str]:
        """Sort the items of one stretch; also say whether a preposition still governs at its end."""
        reading, outside, depth = _Reading(), where, 0
        sorts = ["", *(sort for sort, _ in items), "", ""]
        for at, (sort, key) in enumerate(items, start=1):
            if sort == "name" and sorts[at - 1] != "attitude" and sorts[at + 1] != "backed":
                actor = self._meant(self._names[key], year)
                aside = where and not (depth and sorts[at + 1] == "close" and not actor.governs)
                if where != "away":
                    (reading.places if aside else reading.owners).append(actor)
            elif sort in {"at", "away"}:
                where = sort
            elif sort == "open":
                outside, where, depth = where, where or "at", depth + 1
            elif sort == "close" and depth:
                where, depth = outside, depth - 1
            elif sort.startswith("body:"):
                reading.body = reading.body or sort[5:]
            elif sort.startswith("hint:"):
                reading.hint = reading.hint or sort[5:]
            elif sort == "other" and not depth:
                reading.others += not any(map(str.isdigit, key))
            reading.sorts.add(sort)
        return reading, where

    def _speaker(self, reading: _Reading, year: int | None) -> Actor | None:
        """Who speaks or acts, by the words of one stretch."""
        body = reading.body or reading.hint
        owner = reading.owner(place=body is not None)
        if owner is None or owner.third_party:
            return owner
        if "past" in reading.sorts:
            return None
        ministry = body is not None and body.endswith("ministry")
        if not ministry and ("people" in reading.sorts or ("fighters" in reading.sorts and owner.governs)):
            return None
        if owner.governs and body is None and reading.others and "role" not in reading.sorts:
            return None
        return self._body_of(self._now(owner, year), body)

    def _whose(self, reading: _Reading, year: int | None) -> Actor | None:
        """Whose people are meant, by the words of one stretch."""
        owner = reading.owner(place="people" in reading.sorts)
        if owner is None:
            return None
        body = reading.body or reading.hint
        if body is None or "people" in reading.sorts:
            return self._people_of(owner, year)
        return self._body_of(self._now(owner, year), body)

    def _body_of(self, owner: Actor, body_id: str | None) -> Actor:
        """The owner's body; a group is its own force, and a state its own government."""
        body = self._bodies.get(body_id or "")
        if body is None or not body.kind or owner.third_party or owner.kind not in _GOVERNING:
            return owner
        if body.military and not owner.governs:
            return owner
        return self.get(f"{owner.id}/{body_id}") or owner

    def _fuzzy(self, key: str, year: int | None) -> list[Actor]:
        """The only actor with a name that differs from the whole key by a slip of the pen."""
        if len(key) < _FUZZY_LENGTH:
            return []
        from rapidfuzz import fuzz, process

        pool = self._neighbours(key[:4]) | self._neighbours("~" + key[-4:])
        hits = process.extract(key, sorted(pool), scorer=fuzz.ratio, score_cutoff=_FUZZY_RATIO, limit=5)
        digits = re.sub(r"\D", "", key)
        close = [self._meant(self._names[hit], year) for hit, _, _ in hits if re.sub(r"\D", "", hit) == digits]
        return [self._now(close[0], year)] if len(set(close)) == 1 else []

    def _neighbours(self, edge: str) -> set[str]:
        """The names that begin with these four characters, or after ~ end with them."""
        if self._near is None:
            self._near = {}
            for name in self._names:
                if len(name) >= _FUZZY_LENGTH:
                    self._near.setdefault(name[:4], set()).add(name)
                    self._near.setdefault("~" + name[-4:], set()).add(name)
        return self._near.get(edge, set())


def _listed(value: object) -> list[Any]:
    """A list, or the parts of a string with `;` between them."""
    if isinstance(value, str):
        return [part for piece in value.split(";") if (part := piece.strip())]
    return list(value) if isinstance(value, (list, tuple)) else []


def _parse(path: Path) -> dict[str, Any]:
    """The mapping in a YAML file of version 1."""
    import yaml

    try:
        data = load_yaml(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise RegistryError(f"{path}: cannot be read as YAML: {error}; check the path and the syntax") from error
    if not isinstance(data, dict) or data.get("version") != 1:
        raise RegistryError(f"{path}: no `version: 1`; begin the file with version: 1, then actors:")
    return data


def _problem(entry: object, known: Mapping[str, Actor]) -> str | None:
    """What keeps an entry of `actors:` from use, with the remedy."""
    if not isinstance(entry, dict):
        return "is not a mapping; write it as - id: ..., name: ..., kind: ..."
    if unknown := sorted(map(str, entry.keys() - _KEYS)):
        return f"has the unknown key {unknown[0]!r}; known keys are {', '.join(sorted(_KEYS))}"
    needed = ("id",) if entry.get("id") in known else ("id", "name", "kind")
    for key in needed + tuple(key for key in ("part_of", "state") if entry.get(key) is not None):
        if not isinstance(value := entry.get(key), str) or not value.strip():
            return f"has no text under {key} (found {value!r}); give one, in quotes if YAML reads it otherwise"
    for key in {"own_side", "third_party"} & entry.keys():
        if not isinstance(entry[key], bool):
            return f"has {entry[key]!r} under {key}; write true or false"
    aliases = entry.get("aliases") or []
    if not isinstance(aliases, (str, list)):
        return f"has {aliases!r} under aliases; write a list of names"
    for alias in [entry, *_listed(aliases)]:
        if problem := _alias_problem(alias):
            return problem
    return None


def _alias_problem(alias: object) -> str | None:
    """What keeps an alias (or the entry itself) from use as a name with years."""
    name = alias.get("name", "-") if isinstance(alias, dict) else alias
    if not isinstance(name, str):
        return f"has the alias {name!r}, which is not text; put it in quotes"
    years = alias if isinstance(alias, dict) else {}
    for key in ("since", "until"):
        if (year := years.get(key)) is not None and type(year) is not int:
            return f"has {year!r} under {key}; write a year such as 1999"
    return None


def _named(entry: Mapping[str, Any]) -> list[tuple[str, int, int]]:
    """The names of an entry, each with its first and last year."""
    since, until = entry.get("since"), entry.get("until")
    named = []
    for alias in [*_listed(entry.get("aliases")), *([entry["name"]] if "name" in entry else [])]:
        own = alias if isinstance(alias, dict) else {"name": alias}
        first, last = own.get("since", since), own.get("until", until)
        named.append((own["name"], 0 if first is None else first, 9999 if last is None else last))
    return named


def _add_file(registry: Registry, path: Path, layer: int) -> None:
    """Add the `actors:` of a file; later layers win over the names of earlier ones."""
    entries = _parse(path).get("actors")
    if not isinstance(entries, list):
        raise RegistryError(f"{path}: no list under `actors:`; write actors: and below it - id: ...")
    for number, entry in enumerate(entries, start=1):
        where = f"{path}: entry {number} ({entry.get('id') if isinstance(entry, dict) else entry})"
        if problem := _problem(entry, registry.actors):
            raise RegistryError(f"{where} {problem}")
        _add_entry(registry, entry, layer, where)


def _add_entry(registry: Registry, entry: Mapping[str, Any], layer: int, where: str) -> None:
    named = _named(entry)
    aliases = tuple(name for name, _, _ in named)
    given = {key: entry[key] for key in _KEYS - {"aliases", "since", "until"} if key in entry}
    old = registry.get(entry["id"])
    registry.add_actor(replace(old, **given, aliases=old.aliases + aliases) if old else Actor(**given, aliases=aliases))
    for name, since, until in dict.fromkeys(named):
        try:
            registry.add_name(name, entry["id"], since, until, layer)
        except ValueError as error:
            raise RegistryError(f"{where}: {error}") from error


def _check_links(registry: Registry, path: Path) -> None:
    """Every whole is known, and nothing is part of itself."""
    for actor in list(registry.actors.values()):
        where = f"{path}: entry {actor.id}"
        for key, linked in (("part_of", actor.part_of), ("state", actor.state)):
            if linked is not None and registry.get(linked) is None:
                raise RegistryError(f"{where}: {key} names {linked!r}, which is no actor; add it, or mend the id")
        seen, whole = {actor.id}, actor
        while whole.part_of is not None and (above := registry.get(whole.part_of)):
            if above.id in seen:
                raise RegistryError(f"{where}: part_of goes round in a circle; drop one part_of")
            seen.add(above.id)
            whole = above


def _forms(row: Mapping[str, Any]) -> Iterable[str]:
    """The words for a state's people, with the plurals and genders that its language makes."""
    for word in _listed(row.get("demonyms")):
        yield from (word, word + "s")
    for word in _listed(row.get("fr")):
        yield from (word + ending for ending in ("", "s", "e", "es", "ne", "nes"))
    for word in _listed(row.get("es")):
        stem = word.removesuffix("o")
        yield from (word, word + "s", stem + "a", stem + "as")


def _add_state(registry: Registry, row: Mapping[str, Any]) -> None:
    """Add a row of `states.yaml`: a state, its names, the proper names of its bodies, its governments."""
    names, actor_id = _listed(row["names"]), row["id"]
    years = (row.get("since", 0), row.get("until", 9999))
    actor = Actor(
        actor_id,
        names[0],
        row.get("kind", "state"),
        row.get("part_of"),
        tuple(names),
        own_side=row.get("own_side", False),
    )
    registry.add_actor(actor)
    spoken = [*names, *_listed(row.get("seats")), *_listed(row.get("more")), *_forms(row)]
    for name in dict.fromkeys(spoken):
        registry.add_name(name, actor_id, *years)
    for body, own_names in row.get("bodies", {}).items():
        if registry.get(f"{actor_id}/{body}") is None:
            raise ValueError(f"{actor_id}: no body {body!r}")
        for name in _listed(own_names):
            registry.add_name(name, f"{actor_id}/{body}", *years)
    for government in row.get("governments", ()):
        _add_government(registry, actor_id, government)
    if "people" in row:
        registry.add_people(actor_id, row["people"])


def _add_government(registry: Registry, state: str, row: Mapping[str, Any]) -> None:
    names = _listed(row.get("names"))
    if names:
        registry.add_actor(
            Actor(row["id"], names[0], "government", row.get("part_of", state), tuple(names), own_side=True)
        )
    for name in names:
        registry.add_name(name, row["id"])
    for since, until in row["years"]:
        registry.add_government(state, row["id"], since, until or 9999)


def _build() -> Registry:
    """The shipped registry."""
    registry = Registry(_parse(_DATA / "bodies.yaml"))
    try:
        for row in _parse(_DATA / "states.yaml")["states"]:
            _add_state(registry, row)
        for name in ("groups.yaml", "organisations.yaml"):
            _add_file(registry, _DATA / name, 0)
        for row in _parse(_DATA / "leaders.yaml")["leaders"]:
            for name in _listed(row["names"]):
                registry.add_name(name, row["for"], row.get("since", 0), row.get("until") or 9999)
    except ValueError as error:
        raise RegistryError(f"{_DATA}: {error}") from error
    _check_links(registry, _DATA)
    return registry


@cache
def default_registry() -> Registry:
    """The registry of the shipped states, groups and organisations."""
    return _build()


def load_registry(paths: Iterable[Path] = ()) -> Registry:
    """The shipped registry, with the actors of these files added or changed; RegistryError when one cannot be used."""
    files = list(paths)
    if not files:
        return default_registry()
    registry = _build()
    for layer, path in enumerate(files, start=1):
        _add_file(registry, Path(path), layer)
        _check_links(registry, Path(path))
    return registry
