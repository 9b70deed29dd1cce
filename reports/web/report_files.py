"""Every form of the report, as a page or as a file to keep."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator

from fastapi import APIRouter, HTTPException
from fastapi.responses import RedirectResponse, Response, StreamingResponse

from reports.forms import FORMS
from reports.render import render
from reports.web.asking import Now

router = APIRouter(include_in_schema=False)

_TYPES = {"json": "application/json", "csv": "text/csv; charset=utf-8", "markdown": "text/markdown; charset=utf-8"}
_SCRIPT = re.compile(rb"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL | re.IGNORECASE)
_SHUT = "default-src 'none'; sandbox; frame-ancestors 'none'"


@router.get("/report")
def report() -> Response:
    """The report for reading: HTML where there is that form."""
    return RedirectResponse("/report.html" if "html" in FORMS else "/report.terminal", 303)


@router.get("/report.{form}")
def report_in(form: str, now: Now) -> Response:
    """The report in a form of ``reports.forms``."""
    if form not in FORMS:
        raise HTTPException(404, f"no report has the form {form}; there are {', '.join(FORMS)}")
    result = now.snapshot.judged.result
    if form == "html":
        return _html(b"".join(_bytes(render(result, form))))
    if form == "terminal":
        plain = _bytes(render(result, form, color=False, everything=True, width=100))
        return StreamingResponse(plain, media_type="text/plain; charset=utf-8")
    answer = StreamingResponse(
        _bytes(render(result, form, everything=True)), media_type=_TYPES.get(form, "application/octet-stream")
    )
    answer.headers["Content-Disposition"] = f'attachment; filename="report{FORMS[form].suffixes[0]}"'
    answer.headers["Content-Security-Policy"] = _SHUT
    return answer


def _bytes(chunks: Iterator[str] | Iterator[bytes]) -> Iterator[bytes]:
    return (chunk.encode("utf-8", "replace") if isinstance(chunk, str) else chunk for chunk in chunks)


def _html(content: bytes) -> Response:
    """The report that stands alone: what scripts it has may run, without any network and kept from the pages here."""
    codes = (found["code"] for found in _SCRIPT.finditer(content))
    hashes = " ".join(f"'sha256-{base64.b64encode(hashlib.sha256(code).digest()).decode()}'" for code in codes)
    policy = (
        f"default-src 'none'; script-src {hashes or chr(39) + 'none' + chr(39)}; style-src 'unsafe-inline'; "
        "img-src data:; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
        "sandbox allow-scripts allow-popups allow-downloads"
    )
    return Response(content, media_type="text/html; charset=utf-8", headers={"Content-Security-Policy": policy})
