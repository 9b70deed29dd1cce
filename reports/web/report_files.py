"""Every form of the report, as a page or as a file to keep."""

from __future__ import annotations

from collections.abc import Iterator

from fastapi import APIRouter, HTTPException
from fastapi.responses import RedirectResponse, Response, StreamingResponse

from reports.forms import FORMS
from reports.html.assets import policy
from reports.render import render
from reports.web.asking import Now

router = APIRouter(include_in_schema=False)

_TYPES = {"json": "application/json", "csv": "text/csv; charset=utf-8", "markdown": "text/markdown; charset=utf-8"}
# The report stands alone: its own scripts may run, kept from the pages here.
_APART = "frame-ancestors 'none'; sandbox allow-scripts allow-popups allow-downloads"
_SHUT = "default-src 'none'; sandbox; frame-ancestors 'none'"


@router.get("/report")
def report() -> Response:
    """The report for reading."""
    return RedirectResponse("/report.html", 303)


@router.get("/report.{form}")
def report_in(form: str, now: Now) -> Response:
    """The report in a form of ``reports.forms``."""
    if form not in FORMS:
        raise HTTPException(404, f"no report has the form {form}; there are {', '.join(FORMS)}")
    result = now.snapshot.judged.result
    if form == "html":
        apart = {"Content-Security-Policy": f"{policy(True)}; {_APART}"}
        return StreamingResponse(_bytes(render(result, form)), media_type="text/html; charset=utf-8", headers=apart)
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
