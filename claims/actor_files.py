"""Files of actors, shipped or a project's own (`actors.yaml`).

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

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from claims.actor_book import ActorBook
from claims.actor_model import Actor, RegistryError
from claims.actor_names import listed
from claims.actor_senses import ALWAYS
from claims.lexicon import load_versioned

_KEYS = frozenset(["id", "name", "kind", "part_of", "aliases", "own_side", "third_party", "state", "since", "until"])


def parse(path: Path) -> dict[str, Any]:
    """The mapping in a YAML file of version 1; RegistryError when it is not one."""
    return load_versioned(path, "actors", RegistryError)


def add_file(book: ActorBook, path: Path, layer: int) -> None:
    """Add the `actors:` of a file; later layers win over the names of earlier ones."""
    entries = parse(path).get("actors")
    if not isinstance(entries, list):
        raise RegistryError(f"{path}: no list under `actors:`; write actors: and below it - id: ...")
    for number, entry in enumerate(entries, start=1):
        where = f"{path}: entry {number} ({entry.get('id') if isinstance(entry, dict) else entry})"
        if problem := _problem(entry, book.actors):
            raise RegistryError(f"{where} {problem}")
        _add_entry(book, entry, layer, where)


def _add_entry(book: ActorBook, entry: Mapping[str, Any], layer: int, where: str) -> None:
    named = _named(entry)
    aliases = tuple(name for name, _, _ in named)
    given = {key: entry[key] for key in _KEYS - {"aliases", "since", "until"} if key in entry}
    old = book.get(entry["id"])
    book.add_actor(replace(old, **given, aliases=old.aliases + aliases) if old else Actor(**given, aliases=aliases))
    if layer and (old is None or given.get("name", old.name) != old.name):
        book.named_by_project.add(entry["id"])
    for name, since, until in dict.fromkeys(named):
        try:
            book.add_name(name, entry["id"], since, until, layer)
        except ValueError as error:
            raise RegistryError(f"{where}: {error}") from error


def _named(entry: Mapping[str, Any]) -> list[tuple[str, int, int]]:
    """The names of an entry, each with its first and last year."""
    own_name = [entry["name"]] if "name" in entry else []
    return [_with_years(alias, entry) for alias in [*listed(entry.get("aliases")), *own_name]]


def _with_years(alias: str | Mapping[str, Any], entry: Mapping[str, Any]) -> tuple[str, int, int]:
    """An alias with its years: its own, else those of the entry, else always."""
    own: Mapping[str, Any] = {"name": alias} if isinstance(alias, str) else alias
    since = own.get("since", entry.get("since"))
    until = own.get("until", entry.get("until"))
    return own["name"], ALWAYS[0] if since is None else since, ALWAYS[1] if until is None else until


def _problem(entry: object, known: Mapping[str, Actor]) -> str | None:
    """What keeps an entry of `actors:` from use, with the remedy."""
    if not isinstance(entry, dict):
        return "is not a mapping; write it as - id: ..., name: ..., kind: ..."
    if unknown := sorted(map(str, entry.keys() - _KEYS)):
        return f"has the unknown key {unknown[0]!r}; known keys are {', '.join(sorted(_KEYS))}"
    return _text_problem(entry, known) or _flag_problem(entry) or _names_problem(entry)


def _text_problem(entry: Mapping[str, Any], known: Mapping[str, Actor]) -> str | None:
    needed = ["id"] if entry.get("id") in known else ["id", "name", "kind"]
    links = [key for key in ("part_of", "state") if entry.get(key) is not None]
    for key in needed + links:
        value = entry.get(key)
        if not isinstance(value, str) or not value.strip():
            return f"has no text under {key} (found {value!r}); give one, in quotes if YAML reads it otherwise"
    return None


def _flag_problem(entry: Mapping[str, Any]) -> str | None:
    for key in ("own_side", "third_party"):
        if not isinstance(flag := entry.get(key, False), bool):
            return f"has {flag!r} under {key}; write true or false"
    return None


def _names_problem(entry: Mapping[str, Any]) -> str | None:
    aliases = entry.get("aliases") or []
    if not isinstance(aliases, (str, list)):
        return f"has {aliases!r} under aliases; write a list of names"
    problems = (_alias_problem(alias) for alias in [entry, *listed(aliases)])
    return next(filter(None, problems), None)


def _alias_problem(alias: object) -> str | None:
    """What keeps an alias (or the entry itself) from use as a name with years."""
    name = alias.get("name", "-" if "id" in alias else None) if isinstance(alias, dict) else alias
    if not isinstance(name, str):
        return f"has the alias {name!r}, which is not text; put it in quotes"
    years = alias if isinstance(alias, dict) else {}
    for key in ("since", "until"):
        if (year := years.get(key)) is not None and type(year) is not int:
            return f"has {year!r} under {key}; write a year such as 1999"
    return None


def check_links(book: ActorBook, path: Path) -> None:
    """RegistryError when an actor is part of, or run by, an unknown one, or a part of itself."""
    for actor in list(book.actors.values()):
        where = f"{path}: entry {actor.id}"
        for key, linked in (("part_of", actor.part_of), ("state", actor.state)):
            if linked is not None and book.get(linked) is None:
                raise RegistryError(f"{where}: {key} names {linked!r}, which is no actor; add it, or mend the id")
        outermost = book.wholes(actor)[-1]
        if outermost.part_of is not None and book.get(outermost.part_of) is not None:
            raise RegistryError(f"{where}: part_of goes round in a circle; drop one part_of")
