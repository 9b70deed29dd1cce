"""The server: pages over one project, its reports, and a reconciliation service, all on this machine."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, Response
from starlette.exceptions import HTTPException
from starlette.staticfiles import StaticFiles

from reports.web import pages, report_files, writing_pages
from reports.web.desk import Desk
from reports.web.guard import OPEN_TO_LOCAL_PAGES, Guard
from reports.web.json_answer import JsonAnswer
from reports.web.project import Unreadable
from reports.web.reconciliation import service
from reports.web.snapshot import NotThere
from reports.web.templating import page


def create_app(desk: Desk, clock: Callable[[], str]) -> FastAPI:
    """The ASGI application over a desk; ``clock`` gives the time of a decision as ISO 8601 in UTC."""
    app = FastAPI(title="counterclaim", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.desk = desk
    app.state.clock = clock
    for part in (pages, writing_pages, report_files, service):
        app.include_router(part.router)
    app.mount("/static", StaticFiles(directory=Path(str(files("reports.web"))) / "static"), name="static")
    app.add_exception_handler(NotThere, _not_there)
    app.add_exception_handler(Unreadable, _unreadable)
    app.add_exception_handler(HTTPException, _failed)
    app.add_middleware(Guard)
    return app


def _not_there(request: Request, error: Exception) -> Response:
    return _problem(request, "Not there", str(error), 404)


def _unreadable(request: Request, error: Exception) -> Response:
    return _problem(request, "The files cannot be read", str(error), 503)


def _failed(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    return _problem(request, f"It failed ({status})", str(getattr(error, "detail", "")), status)


def _problem(request: Request, title: str, message: str, status: int) -> Response:
    """Why there is no answer, as a page, or as data to programs."""
    if request.url.path.startswith(OPEN_TO_LOCAL_PAGES):
        return JsonAnswer({"status": "error", "message": message}, status)
    return HTMLResponse(page("problem.html", title=title, message=message), status)
