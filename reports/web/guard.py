"""Who may ask this server for what: pages of this machine only, and writes from its own pages only.

A site on the web can make a browser send requests to a loopback address, or give its own name that address (DNS
rebinding). So a request must name the server as this machine does (Host), one that writes must come from a page of the
server itself (Origin), and no page of another site gets anything but by following a link (Sec-Fetch-Site). See OWASP's
Cross-Site Request Forgery cheat sheet, "Identifying Source Origin" and "Fetch Metadata".
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
OPEN_TO_LOCAL_PAGES = "/reconcile"
"""Other programs on this machine, such as OpenRefine, ask here from pages of their own."""
_READS = frozenset({"GET", "HEAD", "OPTIONS"})

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_ALWAYS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Guard:
    """ASGI middleware that refuses what is not asked by this machine's own pages, and seals every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        path, headers = scope["path"], Headers(scope=scope)
        refusal = _refusal(scope["method"], path, headers)
        answer: ASGIApp = PlainTextResponse(refusal, 403) if refusal else self.app
        shared = _shared(headers.get("origin")) if _is_open(path) and not refusal else {}
        if shared and scope["method"] == "OPTIONS":
            answer = Response(status_code=204)
        await answer(scope, receive, _sealed(send, shared))


def _sealed(send: Send, shared: Mapping[str, str]) -> Send:
    async def sealed(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in (*shared.items(), *_ALWAYS.items()):
                headers.setdefault(name, value)
        await send(message)

    return sealed


def _shared(origin: str | None) -> dict[str, str]:
    """What lets a page of another program on this machine read an answer (CORS)."""
    if origin is None:
        return {}
    return {
        "Access-Control-Allow-Origin": origin,
        "Access-Control-Allow-Methods": "GET, POST",
        "Access-Control-Allow-Headers": "Content-Type, X-Requested-With",
        "Vary": "Origin",
    }


def _is_open(path: str) -> bool:
    return path == OPEN_TO_LOCAL_PAGES or path.startswith(f"{OPEN_TO_LOCAL_PAGES}/")


def _refusal(method: str, path: str, headers: Headers) -> str:
    """Why a request is refused; empty when it is not."""
    if _host(f"//{headers.get('host', '')}") not in LOOPBACK:
        return "This server answers to 127.0.0.1 and localhost only.\n"
    if _is_open(path):
        local = is_local(headers.get("origin")) and not _is_embedded(headers)
        return "" if local else "Only programs on this machine may ask here.\n"
    if method not in _READS:
        own = _is_own(headers)
        return "" if own else "Decisions are taken from this server's own pages only; open the page and send again.\n"
    followed = headers.get("sec-fetch-mode", "navigate") == "navigate"
    cross = headers.get("sec-fetch-site", "none") not in ("none", "same-origin")
    return "Pages of other sites get nothing from here.\n" if cross and not followed else ""


def _is_embedded(headers: Headers) -> bool:
    """Whether a page of another site asks by naming this as a script or picture, which sends no Origin."""
    return headers.get("sec-fetch-site") == "cross-site" and headers.get("sec-fetch-mode") == "no-cors"


def _is_own(headers: Headers) -> bool:
    """Whether a form was sent by a page of this server: browsers name it with every form."""
    if headers.get("sec-fetch-site", "same-origin") != "same-origin":
        return False
    return headers.get("origin", "") == f"http://{headers['host']}"


def is_local(origin: str | None) -> bool:
    """Whether a page of this machine asks, or a program without pages."""
    return origin is None or _host(origin) in LOOPBACK


def _host(address: str) -> str:
    try:
        parts = urlsplit(address)
        return "" if parts.username is not None else (parts.hostname or "")
    except ValueError:
        return ""
