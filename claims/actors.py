"""Who is meant by the words for a claimant, an accused, a perpetrator or a victim side.

The registry knows states with their governments, forces and ministries, armed groups, organisations and
media. It answers three questions: which actor do these words name (`Registry.resolve`), for which camp does
that actor speak (`Registry.side`), and is one actor part of another (`Registry.relation`).

The names and words are data (`data/actors/*.yaml`). A project adds or changes actors in its `actors.yaml`, whose
form `claims.actor_files` gives.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from claims.actor_book import ActorBook
from claims.actor_files import add_file, check_links
from claims.actor_grammar import read_stretches, speaker, whose
from claims.actor_model import Actor, RegistryError, Relation
from claims.actor_names import key_of
from claims.actor_states import add_shipped, shipped_lexicon

__all__ = ["Actor", "Registry", "RegistryError", "Relation", "default_registry", "load_registry"]


class Registry(ActorBook):
    """Actors, their names, and the grammar of words that name them."""

    def __init__(self, lexicon: Mapping[str, Any]) -> None:
        """Make an empty registry that reads names with the words of `lexicon` (`data/actors/bodies.yaml`)."""
        super().__init__(lexicon)
        self._memo: dict[tuple[str, int | None, bool], tuple[Actor, ...]] = {}

    def resolve(self, name: str, year: int | None = None) -> Actor | None:
        """The one actor who speaks or acts under this name.

        None when the words name nobody known, only people of a place ("Afghan refugees", "Gazans"), or several camps.
        Without a year, names that changed hands have their present meaning.
        """
        return self._one(self.resolve_all(name, year))

    def mention(self, text: str, year: int | None = None) -> Actor | None:
        """The actor whose people are meant ("Pakistani soldiers", "Afghan refugees"); None when of several camps."""
        return self._one(self._all(text, year, people=True))

    def resolve_all(self, text: str, year: int | None = None) -> tuple[Actor, ...]:
        """Every actor named in a list ("Fatah; Hamas"), in order, each once."""
        return self._all(text, year, people=False)

    def _one(self, actors: Iterable[Actor]) -> Actor | None:
        """The innermost actor when the others contain it, else the camp that all share, if there is one."""
        if not (found := list(actors)):
            return None
        deepest = max(found, key=lambda actor: len(self.wholes(actor)))
        if all(self.relation(deepest, actor) in {Relation.SAME, Relation.PART} for actor in found):
            return deepest
        sides = {self.side(actor) for actor in found}
        return sides.pop() if len(sides) == 1 else None

    def _all(self, text: str, year: int | None, *, people: bool) -> tuple[Actor, ...]:
        memo = (text, year, people)
        if memo not in self._memo:
            self._memo[memo] = tuple(dict.fromkeys(self._find(text, year, people=people)))
        return self._memo[memo]

    def _find(self, text: str, year: int | None, *, people: bool) -> list[Actor]:
        """The actors that words name as who speaks, or (if `people`) as whose people they are."""
        tokens = self.vocabulary.tokens(text)
        key = key_of(tokens)
        if (senses := self.names.get(key)) is not None:
            meant = self.meant(senses, year)
            if not people and self.is_people(key):
                return []
            return [self.people_of(meant, year) if people else self.governing(meant, year)]
        judge = whose if people else speaker
        found = [judge(self, reading, year) for reading in read_stretches(self, tokens, year)]
        return [actor for actor in found if actor] or self.misspelt(key, year)


def _shipped() -> Registry:
    registry = Registry(shipped_lexicon())
    add_shipped(registry)
    return registry


@cache
def default_registry() -> Registry:
    """The registry of the shipped states, groups and organisations."""
    return _shipped()


def load_registry(paths: Iterable[Path] = ()) -> Registry:
    """The shipped registry, with the actors of these files added or changed; RegistryError when one cannot be used."""
    files = list(paths)
    if not files:
        return default_registry()
    registry = _shipped()
    for layer, path in enumerate(files, start=1):
        add_file(registry, Path(path), layer)
        check_links(registry, Path(path))
    return registry
