"""The shipped actors: states with their governments and leaders, groups, organisations (`data/actors/*.yaml`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from claims.actor_book import ActorBook
from claims.actor_files import add_file, check_links, parse
from claims.actor_model import Actor, RegistryError
from claims.actor_names import listed
from claims.actor_senses import ALWAYS

_DATA = Path(__file__).with_name("data") / "actors"


def shipped_lexicon() -> dict[str, Any]:
    """The words that a registry reads names with, among them the bodies that any state may have."""
    return parse(_DATA / "bodies.yaml")


def add_shipped(book: ActorBook) -> None:
    """Add every shipped actor; RegistryError when the files contradict each other."""
    try:
        for row in parse(_DATA / "states.yaml")["states"]:
            _add_state(book, row)
        for name in ("groups.yaml", "organisations.yaml"):
            add_file(book, _DATA / name, layer=0)
        for row in parse(_DATA / "leaders.yaml")["leaders"]:
            _add_names(book, listed(row["names"]), row["for"], row)
    except ValueError as error:
        raise RegistryError(f"{_DATA}: {error}") from error
    check_links(book, _DATA)


def _add_names(book: ActorBook, names: Iterable[str], actor_id: str, row: Mapping[str, Any]) -> None:
    """Add names for the years of a row; without them, for always."""
    since, until = row.get("since", ALWAYS[0]), row.get("until") or ALWAYS[1]
    for name in names:
        book.add_name(name, actor_id, since, until)


def _add_state(book: ActorBook, row: Mapping[str, Any]) -> None:
    """Add a row of `states.yaml`: a state, its names, the proper names of its bodies, its governments."""
    names, actor_id = listed(row["names"]), row["id"]
    kind, own_side = row.get("kind", "state"), row.get("own_side", False)
    book.add_actor(Actor(actor_id, names[0], kind, row.get("part_of"), tuple(names), own_side=own_side))
    spoken = [*names, *listed(row.get("seats")), *listed(row.get("more")), *_demonyms(row)]
    _add_names(book, dict.fromkeys(spoken), actor_id, row)
    if kind in ("state", "territory"):
        for plural in _plurals(row):
            book.add_plural(plural)
    for body, own_names in row.get("bodies", {}).items():
        if book.get(f"{actor_id}/{body}") is None:
            raise ValueError(f"{actor_id}: no body {body!r}")
        _add_names(book, listed(own_names), f"{actor_id}/{body}", row)
    for government in row.get("governments", ()):
        _add_government(book, actor_id, government)
    if "people" in row:
        book.add_people(actor_id, row["people"])


def _demonyms(row: Mapping[str, Any]) -> Iterable[str]:
    """The words for a state's people, with the plurals and genders that its language makes."""
    for word in listed(row.get("demonyms")):
        yield from (word, word + "s")
    for word in listed(row.get("fr")):
        yield from (word + ending for ending in ("", "s", "e", "es", "ne", "nes"))
    for word in listed(row.get("es")):
        stem = word.removesuffix("o")
        yield from (word, word + "s", stem + "a", stem + "as")


def _plurals(row: Mapping[str, Any]) -> Iterable[str]:
    """Those of the words for a state's people that name several of them, and nothing else."""
    words = [word + "s" for word in listed(row.get("demonyms"))]
    words += [word + ending for word in listed(row.get("fr")) for ending in ("s", "nes") if not word.endswith("s")]
    yield from (word for word in words if word not in listed(row["names"]))


def _add_government(book: ActorBook, state: str, row: Mapping[str, Any]) -> None:
    """Add a government of a state; without names, an actor that is known already governs in these years."""
    names = listed(row.get("names"))
    if names:
        whole = row.get("part_of", state)
        book.add_actor(Actor(row["id"], names[0], "government", whole, tuple(names), own_side=True))
    for name in names:
        book.add_name(name, row["id"])
    for since, until in row["years"]:
        book.add_government(state, row["id"], since, until or ALWAYS[1])
