"""The pages for reading: findings, events, claims, one of each, a document, the decisions."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from claims.dates import DateError
from reconcile.result import Link
from reports.history import history_lines
from reports.sentences import grouped_line, method_line, origins_line
from reports.severity_words import severity_line
from reports.web.asking import Asked, Now
from reports.web.documents import NoPassage, Passage, passage
from reports.web.evidence import explanations
from reports.web.paging import paged
from reports.web.snapshot import QUESTIONS, Snapshot
from reports.web.undoing import effective, taken_back_by
from reports.web.wanted import Search, Wanted, choices
from reports.words import policies, rejected_line

_MOST_NOTES = 200
"""Rows that could not be read, and warnings, that a page lists; the report has all."""

router = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)


@router.get("/")
def findings(now: Now) -> HTMLResponse:
    return _list(now, "findings")


@router.get("/events")
def events(now: Now) -> HTMLResponse:
    return _list(now, "events")


@router.get("/claims")
def claims(now: Now) -> HTMLResponse:
    return _list(now, "claims")


def _list(now: Asked, what: str) -> HTMLResponse:
    wanted, result = Wanted.of(now.request.query_params), now.snapshot.judged.result
    found: Sequence[Any] = ()
    problem = ""
    try:
        found = getattr(Search(now.snapshot, wanted), what)()
    except DateError as error:
        problem = str(error)
    shown = paged(found, now.request.query_params.get("page", ""))
    return now.page(
        f"{what}.html", wanted=wanted, choices=choices(now.snapshot), list=shown, problem=problem, what=what,
        method=method_line(result),
        unread=[rejected_line(row) for row in result.rejected[:_MOST_NOTES]],
        warnings=result.run.warnings[:_MOST_NOTES],
    )  # fmt: skip


@router.get("/finding")
def finding(now: Now, id: str = "") -> HTMLResponse:
    found, view = now.snapshot.finding(id), now.snapshot.view
    result = now.snapshot.judged.result
    return now.page(
        "finding.html",
        finding=found,
        event=view.event.get(found.event),
        claims=view.known(found.claims),
        passages={name: _passage(now, name) for name in found.claims if name in view.claim},
        severity=severity_line(found, view.claim),
        holds=policies(found, result.run.numeral_policy),
        echoes=view.echoes(found),
        pairs=explanations(now.snapshot, found),
        ruled={q: now.snapshot.last_ruling(found.claims, answers[0]) for q, answers in QUESTIONS.items()},
        disposed=now.snapshot.last_disposition(found.claims),
    )


@router.get("/event")
def event(now: Now, id: str = "") -> HTMLResponse:
    found, view = now.snapshot.event(id), now.snapshot.view
    return now.page(
        "event.html",
        event=found,
        claims=view.claims_of(found),
        findings=view.findings_of(found),
        grouped=grouped_line(found.why_grouped) if found.why_grouped else "",
        links=_by_strength(found.why_grouped),
        history=list(history_lines(found)),
        origins=origins_line(found.origins) if found.origins else "",
    )


def _by_strength(links: Sequence[Link]) -> list[Link]:
    return sorted(links, key=lambda link: (link.bits, link.claims))


@router.get("/claim")
def claim(now: Now, id: str = "") -> HTMLResponse:
    found = now.snapshot.claim(id)
    decided = [d for d in now.snapshot.judged.result.run.decided if found.id in d.claims]
    columns = now.snapshot.columns(found.id)
    return now.page(
        "claim.html",
        claim=found,
        event=now.snapshot.view.event.get(found.event_id),
        columns=columns,
        seen=json.dumps(columns),
        place=now.snapshot.judged.result.places.get(found.id),
        passage=_passage(now, found.id),
        findings=now.snapshot.findings_of_claim.get(found.id, []),
        decided=decided[::-1],
        **_in_effect(now.snapshot),
    )


@router.get("/document")
def document(now: Now, id: str = "") -> HTMLResponse:
    found = now.snapshot.claim(id)
    return now.page("document.html", claim=found, passage=_passage(now, found.id, whole=True))


@router.get("/decisions")
def decisions(now: Now) -> HTMLResponse:
    newest = now.snapshot.judged.result.run.decided[::-1]
    shown = paged(newest, now.request.query_params.get("page", ""))
    return now.page("decisions.html", list=shown, wanted=Wanted(), **_in_effect(now.snapshot))


def _in_effect(snapshot: Snapshot) -> dict[str, Any]:
    return {"effective": effective(snapshot.decisions), "taken_back_by": taken_back_by(snapshot.decisions)}


def _passage(now: Asked, name: str, *, whole: bool = False) -> Passage | str | None:
    """The passage of a claim, why there is none, or None where the claim names no document."""
    said = now.snapshot.columns(name)
    if not said["document"]:
        return None
    folder = now.request.app.state.desk.project.folder
    try:
        return passage(folder, said["document"], said["quote"], said["quote_start"], said["quote_end"], whole=whole)
    except NoPassage as error:
        return str(error)
