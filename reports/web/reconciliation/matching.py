"""Which entities a row may mean, best first, with the features that the score was made of.

Actors are matched as the engine matches them: a name that the registry resolves is that actor. Events are matched by
the engine's own evidence (``reconcile.evidence``), in bits, between what the row says and each claim of the event.
Other names are compared letter by letter (rapidfuzz, 0 to 100). A score is from 0 to 100: a ranking, no probability.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from pydantic import ValidationError
from rapidfuzz import fuzz, process

from claims.model import Claim
from reconcile.evidence import score
from reconcile.reading import Reading
from reports.web.reconciliation.entities import ACTOR, EVENT, Catalogue, Entity, as_key, type_of
from reports.web.reconciliation.queries import Query

_LEAST = 60
"""Names less alike than this are no candidates (house rule; most transliterations of one name score above it)."""
_NEARLY = 99.0
_SCORERS = {EVENT: fuzz.token_set_ratio, ACTOR: fuzz.token_sort_ratio}
_FAR_IN_DAYS = 31
"""Claims further from the row's date are not weighed: no evidence outweighs it, and a table has many rows."""
_COMPARED = {"date": "date", "place": "place", "event_type": "event_type", "sides": "perpetrator"}
"""The properties of events that evidence is weighed on, and the columns of a claim that they stand for."""


class Candidate(NamedTuple):
    """An entity that a row may mean."""

    entity: Entity
    score: float
    features: dict[str, float | bool]


def candidates(catalogue: Catalogue, query: Query) -> list[Candidate]:
    """The best candidates for a row, at most as many as it asks for."""
    types = [t for t in (EVENT, ACTOR) if not query.type or t in query.type]
    found = [c for t in types for c in (_events if t == EVENT else _actors)(catalogue, query)]
    return sorted(found, key=lambda c: (-c.score, c.entity.name, c.entity.id))[: query.most]


def as_answer(found: list[Candidate]) -> list[dict[str, Any]]:
    """Candidates in the shape of the specification; ``match`` is true for one that stands alone at the top."""
    tops = [c for c in found if c.score >= _NEARLY]
    return [
        {
            "id": c.entity.id,
            "name": c.entity.name,
            "description": c.entity.description,
            "type": [type_of(c.entity.type)],
            "score": c.score,
            "features": [{"id": name, "value": value} for name, value in c.features.items()],
            "match": len(tops) == 1 and c is tops[0],
        }
        for c in found
    ]


def _alike(catalogue: Catalogue, kind: str, query: str) -> dict[str, float]:
    """The likeness of the best name of every entity of a type, for those alike enough; an id is its own name.

    Only the very name is 100: a label of an event may hold all words of the row and more.
    """
    names = catalogue.by_key[kind]
    wanted = as_key(query)
    near = process.extract(wanted, names.keys(), scorer=_SCORERS[kind], score_cutoff=_LEAST, limit=None)
    found: dict[str, float] = {}
    for name, likeness, _ in near:
        told = 100.0 if name == wanted else min(round(likeness, 1), _NEARLY - 1)
        for entity in names[name]:
            found[entity.id] = max(found.get(entity.id, 0.0), told)
    if query in catalogue.entities and catalogue.entities[query].type == kind:
        found[query] = 100.0
    return found


def _actors(catalogue: Catalogue, query: Query) -> Iterable[Candidate]:
    wanted = query.query.strip()
    alike = _alike(catalogue, ACTOR, wanted) if wanted else {}
    meant = catalogue.registry.resolve(wanted) if wanted else None
    if meant is not None and meant.id in catalogue.entities:
        alike[meant.id] = 100.0
    for name, likeness in alike.items():
        is_meant = meant is not None and meant.id == name
        # Where the registry reads the words as one actor, no other of that name is surely meant.
        sure = is_meant or name == wanted or meant is None
        told = likeness if sure else min(likeness, _NEARLY - 1)
        yield Candidate(catalogue.entities[name], told, {"name": likeness, "resolved": is_meant})


def _events(catalogue: Catalogue, query: Query) -> Iterable[Candidate]:
    wanted = query.query.strip()
    alike = _alike(catalogue, EVENT, wanted) if wanted else {}
    row = _row(catalogue, query)
    weighed = _weighed(catalogue, row) if row is not None else {}
    for name in sorted({*alike, *(n for n, bits in weighed.items() if bits > 0)}):
        likeness, bits = alike.get(name), weighed.get(name)
        parts = [likeness or 0.0] * bool(wanted) + [_percent(bits)] * (row is not None)
        features = {k: v for k, v in (("name", likeness), ("evidence_bits", bits)) if v is not None}
        yield Candidate(catalogue.entities[name], round(sum(parts) / len(parts), 1), dict(features))


def _percent(bits: float | None) -> float:
    """Bits (log2 of the odds for one event) as a probability in percent; 0 where nothing came near enough to weigh."""
    if bits is None:
        return 0.0
    odds: float = 2.0 ** max(-60.0, min(60.0, bits))
    return 100 * odds / (1 + odds)


def _row(catalogue: Catalogue, query: Query) -> Reading | None:
    """What a row says of an event, read as a claim is; None where it says nothing that is compared."""
    said = {column: query.said(pid) for pid, column in _COMPARED.items() if query.said(pid)}
    for left_out in ((), ("date",)):
        told = {k: v for k, v in said.items() if k not in left_out}
        try:
            row = Claim.model_validate(
                {**told, "kind": "characterization", "frame": "-", "claimant": "-", "source": "-", "id": "\0row"}
            )
            return catalogue.snapshot.judged.reader.read(row) if told else None
        except ValidationError:
            continue  # a date that is none says nothing
    return None


def _weighed(catalogue: Catalogue, row: Reading) -> dict[str, float]:
    """For each event the strongest evidence between the row and one of its claims, in bits."""
    found: dict[str, float] = {}
    for name, case in catalogue.snapshot.judged.cases.items():
        near = (r for r in case.readings if r.window.gap(row.window) <= _FAR_IN_DAYS)
        bits = max((score(row, r) for r in near), default=None)
        if bits is not None:
            found[name] = round(bits, 2)
    return found
