"""Actors and their names: who is part of whom, and whom a name means in a year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from claims.actor_model import Actor, Body, Relation
from claims.actor_names import key_of, listed
from claims.actor_senses import ALWAYS, SHORTEST, Sense, Slips, covering, latest
from claims.actor_words import Vocabulary


class ActorBook:
    """The actors known, filled by `add_...`, and asked by id or by name."""

    def __init__(self, lexicon: Mapping[str, Any]) -> None:
        """Make an empty book that reads names with the words of `lexicon` (`data/actors/bodies.yaml`)."""
        self.actors: dict[str, Actor] = {}
        self.vocabulary = Vocabulary(lexicon)
        self.bodies = {
            key: Body(**{name: value for name, value in body.items() if name not in {"words", "hints"}})
            for key, body in lexicon["bodies"].items()
        }
        self.names: dict[str, list[Sense]] = {}
        self.named_by_project: set[str] = set()
        """Ids of the actors whose name a project's own file gives."""
        self._governments: dict[str, list[Sense]] = {}
        self._people: dict[str, str] = {}
        self._peoples = {key_of(self.vocabulary.tokens(name)) for name in listed(lexicon.get("peoples"))}
        self._slips: Slips | None = None

    def add_actor(self, actor: Actor) -> None:
        """Take in an actor without its names."""
        self.actors[actor.id] = actor

    def add_government(self, state: str, government: str, since: int, until: int) -> None:
        """Let the words for a state mean one of its governments in these years."""
        self._governments.setdefault(state, []).append(Sense(government, since, until))

    def add_people(self, state: str, people: str) -> None:
        """Let the civilians of a state be the people of the actor `people`, whoever governs."""
        self._people[state] = people

    def add_plural(self, demonym: str) -> None:
        """Let the plural of a state's demonym ("Afghans") be the name of a people, who speak for nobody."""
        self._peoples.add(key_of(self.vocabulary.tokens(demonym)))

    def is_people(self, key: str) -> bool:
        """Whether a name is that of a people, and no later file makes it the name of an actor."""
        return key in self._peoples and not any(sense.layer for sense in self.names.get(key, ()))

    def add_name(
        self, name: str, actor_id: str, since: int = ALWAYS[0], until: int = ALWAYS[1], layer: int = 0
    ) -> None:
        """Let `name` mean an actor. ValueError when another actor of the same file has it in the same years."""
        tokens = self.vocabulary.tokens(name)
        key = key_of(tokens)
        if not key:
            raise ValueError(f"the name {name!r} has no letters")
        if self.get(actor_id) is None:
            raise ValueError(f"the name {name!r} is given to {actor_id!r}, which is no actor")
        kept = [sense for sense in self.names.get(key, []) if sense.layer == layer or sense.actor == actor_id]
        for sense in kept:
            if sense.actor != actor_id and since <= sense.until and sense.since <= until:
                remedy = "give both since and until, or drop it"
                raise ValueError(f"the name {name!r} already means {sense.actor}; {remedy}")
        self.names[key] = list(dict.fromkeys([*kept, Sense(actor_id, since, until, layer)]))
        self.vocabulary.expect(key.partition(" ")[0], len(tokens))

    def get(self, actor_id: str) -> Actor | None:
        """The actor with this id; a state's body (`pakistan/forces`) is made when first asked for."""
        if (actor := self.actors.get(actor_id)) is not None:
            return actor
        owner_id, _, body_id = actor_id.rpartition("/")
        owner, body = self.actors.get(owner_id), self.bodies.get(body_id)
        if owner is None or body is None:
            return None
        made = body.of(owner, body_id)
        if made is not owner:
            self.add_actor(made)
        return made

    def coin(self, name: str) -> Actor:
        """An actor of its own for a name that the registry does not know; the same name gives the same id."""
        slug = key_of(self.vocabulary.tokens(name)).replace(" ", "-") or "-".join(f"{ord(c):x}" for c in name)
        return Actor(f"coined/{slug}", name.strip(), "unknown", aliases=(name.strip(),))

    def side(self, actor: Actor) -> Actor:
        """The camp: the nearest whole that is a belligerent of its own, or the outermost one."""
        wholes = self.wholes(actor)
        return next((whole for whole in wholes if whole.own_side), wholes[-1])

    def relation(self, a: Actor, b: Actor) -> Relation:
        """SAME, PART (`a` is inside `b`), WHOLE (`b` is inside `a`) or OTHER."""
        if a.id == b.id:
            return Relation.SAME
        if any(whole.id == b.id for whole in self.wholes(a)):
            return Relation.PART
        return Relation.WHOLE if any(whole.id == a.id for whole in self.wholes(b)) else Relation.OTHER

    def wholes(self, actor: Actor) -> list[Actor]:
        """The actor and everything that contains it, from the inside out."""
        chain = [actor]
        while (part_of := chain[-1].part_of) and (whole := self.get(part_of)) and whole not in chain:
            chain.append(whole)
        return chain

    def meant(self, senses: Sequence[Sense], year: int | None) -> Actor:
        """The actor of the sense that covers the year, else of the latest one."""
        return self.actors[latest(covering(senses, year) or senses)]

    def governing(self, actor: Actor, year: int | None) -> Actor:
        """The government that the words for a state, or for a body of it, meant in a year."""
        state, slash, body = actor.id.partition("/")
        governments = self._governments.get(state, [])
        fitting = governments if year is None else covering(governments, year)
        return (self.get(latest(fitting) + slash + body) or actor) if fitting else actor

    def people_of(self, actor: Actor, year: int | None) -> Actor:
        """The actor whose people the civilians of a state are."""
        return self.actors[self._people[actor.id]] if actor.id in self._people else self.governing(actor, year)

    def misspelt(self, key: str, year: int | None) -> list[Actor]:
        """The only actor with a name that differs from the whole key by a slip of the pen."""
        if len(key) < SHORTEST:
            return []
        if self._slips is None:
            self._slips = Slips(self.names)
        close = [self.meant(self.names[name], year) for name in self._slips.near(key)]
        return [self.governing(close[0], year)] if len(set(close)) == 1 else []
