"""Whether words name somebody who can act: an actor of the registry, a force, or armed people."""

from __future__ import annotations

from functools import lru_cache

from claims.actors import default_registry

_ACTING = ("name", "body:", "hint:", "fighters", "rebels")
_OTHERS = frozenset({"side", "sides", "enemy", "group", "regime", "we", "they", "it"})


@lru_cache(maxsize=1 << 14)
def is_actor(text: str) -> bool:
    """Whether any word of a text names an actor, a force or armed people."""
    registry = default_registry()
    items = registry.vocabulary.items(registry.vocabulary.tokens(text), registry.names)
    return any(sort.startswith(_ACTING) for sort, _ in items)


@lru_cache(maxsize=1 << 14)
def same_side(one: str, other: str) -> bool:
    """Whether two wordings mean actors of one camp; False where either is not known."""
    registry = default_registry()
    a, b = registry.mention(one), registry.mention(other)
    return a is not None and b is not None and registry.side(a).id == registry.side(b).id
