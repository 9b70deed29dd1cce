"""What every page needs of a request: the project as it is now, who is reading, and the answer as a page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, cast
from urllib.parse import quote, unquote

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse, Response

from reports.web.desk import Desk
from reports.web.snapshot import Snapshot
from reports.web.templating import page

COOKIE = "counterclaim_by"
_A_YEAR = 365 * 24 * 60 * 60


@dataclass(frozen=True)
class Asked:
    """A request with the project as it was when it came."""

    request: Request
    snapshot: Snapshot

    @property
    def by(self) -> str:
        """The name under which the reader decides."""
        return name_in(self.request)

    def page(self, name: str, status: int = 200, **context: Any) -> HTMLResponse:
        """A page about the project."""
        told = {d.id: d for d in self.snapshot.judged.result.run.decided}
        common = {
            "snapshot": self.snapshot,
            "view": self.snapshot.view,
            "by": self.by,
            "done": told.get(self.request.query_params.get("done", "")),
            "torn": self.snapshot.torn.decode("utf-8", "replace"),
            "path": self.request.url.path,
            "boosted": "hx-request" in self.request.headers,
        }
        return HTMLResponse(page(name, **{**common, **context}), status)


def name_in(request: Request) -> str:
    """The name under which this browser decides; empty until it was asked."""
    return unquote(request.cookies.get(COOKIE, "")).strip()


def remember(answer: Response, name: str) -> None:
    """Keep the name in this browser, for this server's own pages."""
    answer.set_cookie(COOKIE, quote(name, safe=""), max_age=_A_YEAR, httponly=True, samesite="strict")


def desk_of(request: Request) -> Desk:
    """The project that the server is about."""
    return cast(Desk, request.app.state.desk)


def clock_of(request: Request) -> Callable[[], str]:
    """What gives the time of a decision."""
    return cast(Callable[[], str], request.app.state.clock)


def asked_now(request: Request) -> Asked:
    """The request with the project as it is now. Raises Unreadable."""
    return Asked(request, desk_of(request).snapshot())


Now = Annotated[Asked, Depends(asked_now)]
