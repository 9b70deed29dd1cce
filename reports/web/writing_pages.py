"""The forms that change something: decisions, and the name under which a browser decides."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from reconcile.decisions import Decision
from reports.web.asking import Now, asked_now, clock_of, desk_of, name_in, remember
from reports.web.deciding import Conflict, Refused, Signed, changed_fields, decision_of, where_after
from reports.web.form import Form
from reports.web.snapshot import NotThere, Snapshot

router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)

_LONGEST_NAME = 200


Sent = Annotated[Form, Depends(Form.sent)]


@router.get("/decide")
def nothing_to_decide() -> Response:
    """The address that a browser shows after a form was refused, when it is loaded anew."""
    return RedirectResponse("/decisions", 303)


@router.post("/decide")
def decide(request: Request, form: Sent) -> Response:
    """Write a decision and show what it changed; or say why not, with all that was typed."""
    signed = Signed((name_in(request) or form.one("by"))[:_LONGEST_NAME], clock_of(request)())

    def make(snapshot: Snapshot) -> Decision:
        return decision_of(form, signed, snapshot)

    desk = desk_of(request)
    try:
        decision, snapshot = desk.decide(make)
    except Conflict as conflict:
        return _again(request, conflict.again, conflict.message, 409, conflict)
    except (Refused, NotThere) as refused:
        return _again(request, form, str(refused), 422)
    except OSError as error:
        told = f"{desk.project.decisions}: cannot be written ({error.strerror or error}). Nothing was decided."
        return _again(request, form, told, 507)
    answer = RedirectResponse(f"{where_after(decision, form, snapshot)}done={decision.id}", 303)
    remember(answer, signed.by)
    return answer


def _again(request: Request, form: Form, message: str, status: int, conflict: Conflict | None = None) -> Response:
    rows = conflict.rows if conflict else []
    return asked_now(request).page(
        "again.html", status, form=form, message=message, rows=rows, visible_fields=changed_fields(form)
    )


@router.get("/name")
def name(now: Now) -> HTMLResponse:
    """The form that asks for the name."""
    return now.page("name.html")


@router.post("/name")
def rename(form: Sent) -> Response:
    """Keep another name in this browser; decisions made before keep theirs."""
    answer = RedirectResponse("/name", 303)
    remember(answer, form.one("by")[:_LONGEST_NAME])
    return answer
