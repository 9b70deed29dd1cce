"""How words beside a name change whom it means: owner and body ("Pakistani police"), people, places, asides.

A wording falls into stretches, between commas and "and". Each is read into its owners (the actors it names), the
places it only mentions, the body it speaks of, and the sorts of the other words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from claims.actor_book import ActorBook
from claims.actor_model import Actor
from claims.actor_words import Item


@dataclass(slots=True)
class Reading:
    """What one stretch of words names; `others` counts the words that are not understood."""

    owners: list[Actor] = field(default_factory=list)
    places: list[Actor] = field(default_factory=list)
    sorts: set[str] = field(default_factory=set)
    body: str | None = None
    hint: str | None = None
    others: int = 0

    def owner(self, *, place: bool) -> Actor | None:
        """The named group or organisation, else the first state, else (if `place`) the state of the place."""
        named = [owner for owner in self.owners if not owner.governs]
        if named:
            return named[-1]
        states = self.owners or (self.places if place else [])
        return states[0] if states else None


@dataclass(slots=True)
class _Reader:
    """Reads the items of one stretch.

    `where` is the preposition that governs the next word: "at" makes a name a place, "away" takes it out; a
    bracket is read as a place, and after it the preposition `outside` governs again.
    """

    book: ActorBook
    year: int | None
    where: str
    outside: str = ""
    depth: int = 0
    reading: Reading = field(default_factory=Reading)

    def take(self, item: Item, before: str, after: str) -> None:
        """Read one item; `before` and `after` are the sorts of the items beside it."""
        sort, key = item
        self.reading.sorts.add(sort)
        if sort == "name" and before != "attitude" and after != "backed":
            self._take_name(key, after)
        elif sort in {"at", "away"}:
            self.where = sort
        elif sort == "open":
            self.outside, self.where = self.where, self.where or "at"
            self.depth += 1
        elif sort == "close" and self.depth:
            self.where = self.outside
            self.depth -= 1
        elif sort.startswith("body:") and before != "rebels":
            self.reading.body = self.reading.body or sort.removeprefix("body:")
        elif sort.startswith("hint:"):
            self.reading.hint = self.reading.hint or sort.removeprefix("hint:")
        elif sort == "other" and not self.depth:
            self.reading.others += not any(map(str.isdigit, key))

    def _take_name(self, key: str, after: str) -> None:
        """A name is an owner, unless a preposition governs it; a group's name that ends a bracket explains."""
        if self.where == "away":
            return
        actor = self.book.meant(self.book.names[key], self.year)
        explains = self.depth and after == "close" and not actor.governs
        place = self.where and not explains
        if not place and self.book.is_people(key):
            self.reading.sorts.add("a people")
        (self.reading.places if place else self.reading.owners).append(actor)


def _read(book: ActorBook, items: Sequence[Item], year: int | None, where: str) -> tuple[Reading, str]:
    """Read the items of one stretch; also say which preposition still governs at its end."""
    reader = _Reader(book, year, where, outside=where)
    sorts = ["", *(sort for sort, _ in items), ""]
    for at, item in enumerate(items):
        reader.take(item, before=sorts[at], after=sorts[at + 2])
    return reader.reading, reader.where


def _stretches(items: Sequence[Item]) -> list[tuple[str, list[Item]]]:
    """The items between commas and "and", each with the sort of what stands before it."""
    stretches: list[tuple[str, list[Item]]] = [("", [])]
    for item in items:
        if item[0] in {"join", "cut"}:
            stretches.append((item[0], []))
        else:
            stretches[-1][1].append(item)
    return stretches


def read_stretches(book: ActorBook, tokens: Sequence[str], year: int | None) -> list[Reading]:
    """One reading for each stretch of words; "from Pakistan and Afghanistan" keeps its preposition."""
    readings: list[Reading] = []
    where = ""
    for joint, items in _stretches(book.vocabulary.items(tokens, book.names)):
        joined = joint == "join"
        only_a_name = [sort for sort, _ in items if sort != "stop"] == ["name"]
        reading, where = _read(book, items, year, where if joined and only_a_name else "")
        if joined and not reading.owners and (reading.body or "people" in reading.sorts):
            sides = [book.side(owner) for owner in readings[-1].owners]
            reading.owners = [side for side in sides if side.governs]
        readings.append(reading)
    return readings


def speaker(book: ActorBook, reading: Reading, year: int | None) -> Actor | None:
    """Who speaks or acts, by the words of one stretch."""
    body = reading.body or reading.hint
    owner = reading.owner(place=body is not None)
    if owner is None or owner.third_party:
        return owner
    if "past" in reading.sorts or _only_people(reading, owner, body):
        return None
    if owner.governs and body is None and reading.others and "role" not in reading.sorts:
        return None
    return _body_of(book, book.governing(owner, year), body)


def _only_people(reading: Reading, owner: Actor, body: str | None) -> bool:
    """Whether the words name people of a place, and no ministry for them ("Ministry of Refugees").

    "Afghans" are people of a place; with a body ("the Afghans' army") or a role the words name who speaks for them.
    """
    if "a people" in reading.sorts and body is None and "role" not in reading.sorts:
        return owner.governs
    if body is not None and body.endswith("ministry"):
        return False
    return "people" in reading.sorts or (not reading.sorts.isdisjoint({"fighters", "rebels"}) and owner.governs)


def whose(book: ActorBook, reading: Reading, year: int | None) -> Actor | None:
    """Whose people are meant, by the words of one stretch; rebels of a state are not the state's."""
    owner = reading.owner(place="people" in reading.sorts)
    body = reading.body or reading.hint
    if owner is None or ("rebels" in reading.sorts and owner.governs and body is None):
        return None
    if body is None or "people" in reading.sorts:
        return book.people_of(owner, year)
    return _body_of(book, book.governing(owner, year), body)


def _body_of(book: ActorBook, owner: Actor, body_id: str | None) -> Actor:
    """The owner's body; a group is its own force, and a state its own government."""
    body = book.bodies.get(body_id or "")
    if body is None or not body.kind or owner.third_party or not owner.has_bodies:
        return owner
    if body.military and not owner.governs:
        return owner
    return book.get(f"{owner.id}/{body_id}") or owner
