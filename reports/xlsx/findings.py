"""The rows of the findings: what is set against what, both sides' words side by side, and what a desk decided."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.result import Finding, ReadClaim
from reconcile.severity import band
from reports.severity_words import severity_line
from reports.titles import marked_verdict
from reports.view import View
from reports.words import column, speaker, statement, words
from reports.xlsx.cells import AnyCell, Cell, day_cell, web_cell
from reports.xlsx.places import Places


def finding_rows(view: View, places: Places) -> Iterator[list[AnyCell]]:
    """A row for each finding, in the order of the report."""
    for finding in view.findings:
        first, second = ([*finding.claims, "", ""])[:2]
        yield [
            *_what(view, places, finding),
            *_said(view.claim.get(first), places, first),
            *_said(view.claim.get(second), places, second),
            *_why(view, places, finding),
        ]


def severity_cells(severity: int) -> list[AnyCell]:
    """A severity three times: as a number, as a word and as a mark, on the fill of its band."""
    name = band(severity)
    return [Cell(severity, name), Cell(name, name), Cell(words()["bands"][name]["mark"], name)]


def _what(view: View, places: Places, finding: Finding) -> list[AnyCell]:
    verdict = words()["verdicts"][finding.verdict.value]
    event = view.event.get(finding.event)
    return [
        places.ids.findings[finding.id], *severity_cells(finding.severity),
        marked_verdict(finding), verdict["meaning"], words()["about"][finding.about.value],
        finding.rule, places.event(finding.event), event.label if event else "",
        day_cell(event.date) if event else "", event.place if event else "",
    ]  # fmt: skip


def _said(claim: ReadClaim | None, places: Places, name: str) -> list[AnyCell]:
    if claim is None:
        return [places.claim(name), *[None] * 7]
    return [
        places.claim(name), speaker(claim), statement(claim), column(claim, "source"),
        day_cell(column(claim, "published")), web_cell(column(claim, "url")), web_cell(column(claim, "archived_url")),
        column(claim, "quote"),
    ]  # fmt: skip


def _why(view: View, places: Places, finding: Finding) -> list[AnyCell]:
    echoes = [f"{places.claims(ids)} = {places.ids.claim(i)}" for i, ids in finding.echoes.items() if ids]
    desk = finding.disposition
    return [
        places.claims(finding.claims[2:]), "\n".join(echoes), finding.gap, "; ".join(finding.policies),
        finding.explanation, severity_line(finding, view.claim), " ".join(finding.notes),
        *([desk.disposition, places.claim(desk.prefer), desk.by, desk.at, desk.why] if desk else [None] * 5),
    ]  # fmt: skip
