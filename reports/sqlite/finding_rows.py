"""The rows of the findings, of their claims and of the claims that repeat those."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.result import Finding
from reconcile.severity import band
from reports.severity_words import severity_line
from reports.sqlite.source import Row, Source, listed
from reports.titles import title


def findings(source: Source) -> Iterator[Row]:
    """A row for each finding, in the order of the report."""
    for f in source.view.findings:
        four = (f.factors.magnitude, f.factors.directness, f.factors.independence, f.factors.firmness)
        yield (
            source.ids.findings[f.id], title(f), source.event(f.event), f.verdict.value, f.about.value, f.rule,
            f.severity, band(f.severity), f.gap, f.explanation, severity_line(f, source.view.claim), *four,
            listed(f.policies), " ".join(f.notes), *_disposed(source, f),
        )  # fmt: skip


def _disposed(source: Source, finding: Finding) -> Row:
    desk = finding.disposition
    if desk is None:
        return (None,) * 5
    return desk.disposition, source.ids.claim(desk.prefer), desk.by, desk.at, desk.why


def finding_claims(source: Source) -> Iterator[Row]:
    """A row for each claim of each finding."""
    for f in source.view.findings:
        for position, claim in enumerate(f.claims, 1):
            yield source.ids.findings[f.id], source.claim(claim), position


def echoes(source: Source) -> Iterator[Row]:
    """A row for each claim that repeats one of a finding."""
    for f in source.view.findings:
        for claim, repeating in f.echoes.items():
            for echo in repeating:
                yield source.ids.findings[f.id], source.claim(claim), source.claim(echo)
