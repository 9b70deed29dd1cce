"""What a table can be matched to: the events of the claims, and actors that the registry knows or that made claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from claims.actors import Actor
from claims.lexicon import data
from claims.spelling import fold
from reconcile.reading import Reading
from reconcile.result import Event
from reports.web.snapshot import Snapshot
from reports.words import counted, joined

EVENT, ACTOR = "event", "actor"


@dataclass(frozen=True)
class Entity:
    """An event or an actor under every name it goes by."""

    id: str
    name: str
    type: str
    names: tuple[str, ...]
    """Further names, in the order of the registry."""
    description: str

    @cached_property
    def keys(self) -> frozenset[str]:
        """The names as they are compared."""
        return frozenset(as_key(name) for name in (self.name, *self.names)) - {""}


def as_key(name: str) -> str:
    """A name in lower-case ASCII words; names that leave nothing stay as they are."""
    return " ".join(fold(name)) or name.casefold().strip()


def type_of(name: str) -> dict[str, str]:
    """A type with its id and name."""
    return {"id": name, "name": data("reports", "web.yaml")["types"][name]}


class Catalogue:
    """All entities of a snapshot, by id and by the names they are compared by."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.registry = snapshot.judged.reader.registry

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """Events in the order of the result, then actors by name."""
        events = [self._event(event) for event in self.snapshot.judged.result.events]
        actors = sorted((self._actor(actor) for actor in self._actors()), key=lambda e: (e.name.casefold(), e.id))
        return {e.id: e for e in (*events, *actors)}

    @cached_property
    def by_key(self) -> dict[str, dict[str, list[Entity]]]:
        """For each type the entities that go by each name."""
        found: dict[str, dict[str, list[Entity]]] = {EVENT: defaultdict(list), ACTOR: defaultdict(list)}
        for entity in self.entities.values():
            for key in sorted(entity.keys):
                found[entity.type][key].append(entity)
        return found

    @cached_property
    def said_by(self) -> dict[str, list[Reading]]:
        """The readings of each actor's claims, by the actor's id."""
        found: dict[str, list[Reading]] = defaultdict(list)
        for reading in self.snapshot.readings.values():
            found[self._speaker(reading).id].append(reading)
        return found

    def actor(self, name: str) -> Actor | None:
        """The actor with this id, of the registry or of the claims."""
        return self._coined.get(name) or self.registry.get(name)

    def _actors(self) -> Iterator[Actor]:
        named = {sense.actor for senses in self.registry.names.values() for sense in senses}
        known = (self.actor(name) for name in sorted(named | set(self.said_by)))
        return (actor for actor in known if actor is not None)

    @cached_property
    def _coined(self) -> dict[str, Actor]:
        """Speakers that the registry does not know."""
        unknown = (r for r in self.snapshot.readings.values() if self.registry.get(r.voice) is None)
        return {actor.id: actor for actor in (self.registry.coin(r.voice_name) for r in unknown)}

    def _speaker(self, reading: Reading) -> Actor:
        return self.registry.get(reading.voice) or self.registry.coin(reading.voice_name)

    def _actor(self, actor: Actor) -> Entity:
        side = self.registry.side(actor)
        told = actor.kind if side.id == actor.id else f"{actor.kind} of {side.name}"
        made = len(self.said_by.get(actor.id, ()))
        aliases = tuple(alias for alias in actor.aliases if alias != actor.name)
        return Entity(actor.id, actor.name, ACTOR, aliases, f"{told}; {counted(made, 'claim')} here")

    def _event(self, event: Event) -> Entity:
        labels = {self.snapshot.readings[name].claim.event for name in event.claims} - {"", event.label}
        told = joined([counted(len(event.claims), "claim"), counted(len(event.findings), "finding")])
        return Entity(event.id, event.label or event.id, EVENT, tuple(sorted(labels)), told)
