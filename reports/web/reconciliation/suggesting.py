"""Completing what a person types: entities, types and properties by the beginning of a name or an id (section 6)."""

from __future__ import annotations

from typing import Any

from claims.lexicon import data
from reports.web.reconciliation.entities import Catalogue, Entity, as_key, type_of
from reports.web.reconciliation.matching import candidates
from reports.web.reconciliation.queries import Query
from reports.web.reconciliation.values import properties_of

_SHOWN = 10

Told = dict[str, Any]


def suggestions(catalogue: Catalogue, what: str, prefix: str, skip: int) -> list[Told]:
    """At most ten suggestions of a kind (``entity``, ``type`` or ``property``), the first ``skip`` left out."""
    made = _entities(catalogue, prefix, skip) if what == "entity" else _vocabulary(what, prefix)
    return made[skip : skip + _SHOWN]


def _vocabulary(what: str, prefix: str) -> list[Told]:
    known = data("reports", "web.yaml")["types"] if what == "type" else properties_of("")
    wanted = prefix.casefold().strip()
    return [{"id": k, "name": n} for k, n in known.items() if k.startswith(wanted) or wanted in n.casefold()]


def _entities(catalogue: Catalogue, prefix: str, skip: int) -> list[Told]:
    """Those whose name or id begins so, then those a word of which does, then those with a name alike."""
    wanted = as_key(prefix)
    ranked = sorted(
        (rank, n, e) for n, e in enumerate(catalogue.entities.values()) if (rank := _rank(e, wanted, prefix)) < 2
    )
    found = {entity.id: entity for *_, entity in ranked}
    if prefix.strip() and len(found) < skip + _SHOWN:
        found |= {c.entity.id: c.entity for c in candidates(catalogue, Query(query=prefix)) if c.entity.id not in found}
    return [_told(entity) for entity in found.values()]


def _rank(entity: Entity, wanted: str, prefix: str) -> int:
    if entity.id.startswith(prefix.strip()) or any(name.startswith(wanted) for name in entity.keys):
        return 0
    return 1 if any(f" {wanted}" in name for name in entity.keys) else 2


def _told(entity: Entity) -> Told:
    return {
        "id": entity.id, "name": entity.name, "description": entity.description, "notable": [type_of(entity.type)],
    }  # fmt: skip


def flyout(catalogue: Catalogue, what: str, name: str) -> list[str]:
    """The lines of a small preview of something suggested; none where there is no such thing."""
    if what == "entity":
        entity = catalogue.entities.get(name)
        return [entity.name, entity.description, *entity.names[:5]] if entity else []
    known = data("reports", "web.yaml")["types"] if what == "type" else properties_of("")
    return [known[name], name] if name in known else []
