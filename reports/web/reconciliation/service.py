"""The addresses of the service under ``/reconcile``, and the pages of its entities."""

from __future__ import annotations

import json
from typing import Annotated, Any, TypeVar
from urllib.parse import quote
from weakref import WeakKeyDictionary

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from markupsafe import Markup
from pydantic import BaseModel, ValidationError

from reports.web.asking import Asked, Now, desk_of
from reports.web.form import Form
from reports.web.guard import POLICY
from reports.web.json_answer import JsonAnswer
from reports.web.keys import key
from reports.web.reconciliation.entities import EVENT, Catalogue
from reports.web.reconciliation.manifest import manifest
from reports.web.reconciliation.matching import as_answer, candidates
from reports.web.reconciliation.queries import MOST_QUERIES, Batch, Extension
from reports.web.reconciliation.suggesting import flyout, suggestions
from reports.web.reconciliation.values import extended, properties_of
from reports.web.shown import bdi
from reports.web.snapshot import NotThere, Snapshot

router = APIRouter(include_in_schema=False)

_catalogues: WeakKeyDictionary[Snapshot, Catalogue] = WeakKeyDictionary()
_FRAMED = POLICY.replace("frame-ancestors 'none'", "frame-ancestors http://127.0.0.1:* http://localhost:*")
Model = TypeVar("Model", bound=BaseModel)

_KINDS = ("entity", "property", "type")


def catalogue_of(now: Now) -> Catalogue:
    """The entities of the project as it is now, made once for each snapshot and let go with it."""
    if now.snapshot not in _catalogues:
        _catalogues[now.snapshot] = Catalogue(now.snapshot)
    return _catalogues[now.snapshot]


All = Annotated[Catalogue, Depends(catalogue_of)]


async def _asked(request: Request) -> Form:
    """The parameters of the query string and of the form."""
    sent = (await Form.sent(request)).fields if request.method == "POST" else []
    return Form([*request.query_params.multi_items(), *sent])


@router.get("/reconcile")
@router.post("/reconcile")
def endpoint(request: Request, now: Now, catalogue: All, asked: Annotated[Form, Depends(_asked)]) -> Response:
    """The manifest without parameters, candidates for ``queries``, values for ``extend``."""
    if asked.has("queries"):
        return JsonAnswer(_reconciled(catalogue, asked.one("queries")))
    if asked.has("extend"):
        return JsonAnswer(extended(catalogue, _read(Extension, asked.one("extend"), "extend")))
    base = f"http://{request.headers['host']}"
    return JsonAnswer(manifest(base, desk_of(request).project.folder.resolve().name))


def _reconciled(catalogue: Catalogue, text: str) -> dict[str, Any]:
    batch = _read(Batch, text, "queries").root
    if len(batch) > MOST_QUERIES:
        raise HTTPException(413, f"send at most {MOST_QUERIES} queries at a time")
    return {name: {"result": as_answer(candidates(catalogue, query))} for name, query in batch.items()}


def _read(model: type[Model], text: str, what: str) -> Model:
    try:
        return model.model_validate(json.loads(text))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise HTTPException(400, f"{what}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from None
    except (ValueError, RecursionError):
        raise HTTPException(400, f"{what} is no JSON") from None


@router.get("/reconcile/suggest/{what}")
def suggest(catalogue: All, what: str, prefix: str = "", cursor: int = 0) -> Response:
    """What a typed beginning may mean, from the ``cursor``-th on (section 6 of the specification)."""
    if what not in _KINDS:
        raise HTTPException(404, "there are suggestions of entities, properties and types only")
    return JsonAnswer({"result": suggestions(catalogue, what, prefix[:500], max(0, cursor))})


@router.get("/reconcile/flyout/{what}")
def small_preview(catalogue: All, what: str, id: str = "") -> Response:
    """What is shown of a suggestion while the mouse is on it."""
    lines = flyout(catalogue, what, id) if what in _KINDS else []
    if not lines:
        raise HTTPException(404, f"there is no {what} {id}")
    html = Markup("").join(Markup("<p>{}</p>").format(bdi(line)) for line in lines)
    return JsonAnswer({"id": id, "html": str(html)})


@router.get("/reconcile/properties")
def properties(type: str = "", limit: int = 0) -> Response:
    """The properties that can be fetched for a type."""
    told = [{"id": name, "name": words} for name, words in properties_of(type).items()]
    answer: dict[str, Any] = {"type": type, "properties": told[:limit] if limit > 0 else told}
    return JsonAnswer(answer | ({"limit": limit} if limit > 0 else {}))


@router.get("/reconcile/preview")
def preview(now: Now, catalogue: All, id: str = "") -> HTMLResponse:
    """An entity as a small page, which programs on this machine may frame."""
    answer = _entity_page(now, catalogue, id, "preview.html")
    answer.headers["Content-Security-Policy"] = _FRAMED
    return answer


@router.get("/entity")
def entity(now: Now, catalogue: All, id: str = "") -> Response:
    """The page of an entity."""
    known = catalogue.entities.get(id)
    if known is not None and known.type == EVENT:
        return RedirectResponse(f"/event?id={quote(key(id), safe='')}", 303)
    return _entity_page(now, catalogue, id, "entity.html")


def _entity_page(now: Asked, catalogue: Catalogue, name: str, template: str) -> HTMLResponse:
    known = catalogue.entities.get(name)
    if known is None:
        raise NotThere(f"there is no entity {name!r} in these claims, or not any more")
    asked = Extension.model_validate({"ids": [name], "properties": [{"id": p} for p in properties_of(known.type)]})
    values = extended(catalogue, asked)
    names = [r.claim.id for r in catalogue.said_by.get(name, ())]
    claims = [now.snapshot.view.claim[n] for n in sorted(names) if n in now.snapshot.view.claim]
    return now.page(template, entity=known, meta=values["meta"], values=values["rows"][name], claims=claims)
