"""The properties of entities, to be fetched into a table: every value as the claims give it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from claims.lexicon import data
from reports.escape import visible
from reports.view import CONTESTED
from reports.web.reconciliation.entities import ACTOR, EVENT, Catalogue, Entity, type_of
from reports.web.reconciliation.queries import Extension
from reports.words import alphabetical, column, side, span

Values = list[dict[str, Any]]


def properties_of(kind: str) -> dict[str, str]:
    """The ids of a type's properties with their names; of all types for an unknown one."""
    known: dict[str, dict[str, str]] = data("reports", "web.yaml")["properties"]
    return known.get(kind) or {name: told for each in known.values() for name, told in each.items()}


def extended(catalogue: Catalogue, asked: Extension) -> dict[str, Any]:
    """The answer to a data extension query (section 7.5); an unknown entity or property has no values."""
    names = properties_of("")
    wished = [p.id for p in asked.properties]
    meta: list[dict[str, Any]] = [{"id": pid, "name": names.get(pid, pid)} for pid in wished]
    for told in meta:
        if told["id"] == "side":
            told["type"] = type_of(ACTOR)
    return {"meta": meta, "rows": {name: {pid: _values(catalogue, name, pid) for pid in wished} for name in asked.ids}}


def _values(catalogue: Catalogue, name: str, pid: str) -> Values:
    entity = catalogue.entities.get(name)
    fetch = _FETCH.get((entity.type, pid)) if entity else None
    return fetch(catalogue, entity) if entity and fetch else []


def _texts(*texts: str) -> Values:
    return [{"str": visible(text)} for text in texts if text]


def _of_event(name: str) -> Callable[[Catalogue, Entity], Values]:
    return lambda catalogue, entity: _texts(getattr(catalogue.snapshot.view.event[entity.id], name))


def _kinds(catalogue: Catalogue, entity: Entity) -> Values:
    claims = catalogue.snapshot.view.event[entity.id].claims
    return _texts(*sorted({catalogue.snapshot.readings[name].claim.event_type for name in claims}))


def _claims_of(catalogue: Catalogue, entity: Entity) -> Values:
    return [{"int": len(catalogue.snapshot.view.event[entity.id].claims)}]


def _contested(catalogue: Catalogue, entity: Entity) -> Values:
    view = catalogue.snapshot.view
    return [{"int": sum(f.verdict in CONTESTED for f in view.findings_of(view.event[entity.id]))}]


def _killed(catalogue: Catalogue, entity: Entity) -> Values:
    ranges = (e for e in catalogue.snapshot.view.event[entity.id].estimates if e.measure == "killed")
    return _texts(*(f"{e.population}: {span(e.low, e.high)}" for e in ranges))


def _sides(catalogue: Catalogue, entity: Entity) -> Values:
    view = catalogue.snapshot.view
    return _texts(*sorted({side(c) for c in view.claims_of(view.event[entity.id])}, key=alphabetical))


def _sources(catalogue: Catalogue, entity: Entity) -> Values:
    view = catalogue.snapshot.view
    return _texts(*sorted({column(c, "source") for c in view.claims_of(view.event[entity.id])}, key=alphabetical))


def _kind_of_actor(catalogue: Catalogue, entity: Entity) -> Values:
    actor = catalogue.actor(entity.id)
    return _texts(actor.kind) if actor else []


def _side_of_actor(catalogue: Catalogue, entity: Entity) -> Values:
    actor = catalogue.actor(entity.id)
    whole = catalogue.registry.side(actor) if actor else None
    return [{"id": whole.id, "name": whole.name}] if whole else []


_FETCH: dict[tuple[str, str], Callable[[Catalogue, Entity], Values]] = {
    **{(EVENT, name): _of_event(name) for name in ("date", "place", "label")},
    (EVENT, "event_type"): _kinds,
    (EVENT, "claims"): _claims_of,
    (EVENT, "contradictions"): _contested,
    (EVENT, "killed"): _killed,
    (EVENT, "sides"): _sides,
    (EVENT, "sources"): _sources,
    (ACTOR, "kind"): _kind_of_actor,
    (ACTOR, "side"): _side_of_actor,
    (ACTOR, "aliases"): lambda _, entity: _texts(*entity.names),
    (ACTOR, "claims"): lambda catalogue, entity: [{"int": len(catalogue.said_by.get(entity.id, ()))}],
}
