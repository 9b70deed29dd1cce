"""Why two claims are or are not one event, and why they do or do not disagree, as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reconcile.result import Explanation, Finding, Link, ReadClaim
from reconcile.severity import band
from reports.escape import isolated, log_line
from reports.layout import NARROWEST, table, wrap
from reports.severity_words import severity_line
from reports.terminal import terminal_width
from reports.words import bits, column, day, exact_places, moment, speaker, statement, words


def explanation_text(explanation: Explanation, *, width: int | None = None) -> str:
    """The explanation as lines of text, each ended by a line break."""
    page = _Page(max(NARROWEST, width or terminal_width()))
    return "".join(log_line(line) + "\n" for line in page.lines(explanation))


class _Page:
    def __init__(self, width: int) -> None:
        self.width = width

    def text(self, words_: str, first: str = "") -> list[str]:
        return wrap(isolated(words_), self.width, first)

    def lines(self, told: Explanation) -> Iterator[str]:
        answer = "One event" if told.same_event else "Different events"
        yield from self.text(f"{answer}: {told.first.id} and {told.second.id}")
        yield ""
        yield from self.claim("A", told.first)
        yield from self.claim("B", told.second)
        yield from self.section("Why " + ("one event" if told.same_event else "different events"), told.grouping)
        yield from self.evidence("Evidence between the two, in bits (log2 of the odds for one event)", told.link)
        for step, link in enumerate(told.path, 1):
            yield from self.evidence(f"Step {step} of the way between them: {' and '.join(link.claims)}", link)
        yield from self.section("How the words compare", told.comparison)
        yield from self.findings(told.findings, {c.id: c for c in (told.first, told.second)})
        yield from self.text(words()["stock"])

    def claim(self, letter: str, claim: ReadClaim) -> Iterator[str]:
        yield from self.text(statement(claim), f"{letter}  ")
        published = moment(column(claim, "published"))
        said_by = f"said by {speaker(claim)}, in {column(claim, 'source')}"
        yield from self.text(said_by + (f", published {published}" if published else "") + f" [{claim.id}]", "   ")
        about = [p for p in (column(claim, "event_type"), column(claim, "place"), day(column(claim, "date"))) if p]
        relation = words()["relations"].get(claim.relation or "")
        yield from self.text("; ".join(p for p in (", ".join(about), relation) if p), "   ")
        if column(claim, "quote"):
            yield from self.text(f"“{column(claim, 'quote')}”", "   quote: ")
        yield ""

    def section(self, title: str, sentences: Sequence[str]) -> Iterator[str]:
        if sentences:
            yield title
            for sentence in sentences:
                yield from self.text(sentence, "  - ")
            yield ""

    def evidence(self, title: str, link: Link) -> Iterator[str]:
        yield from self.text(title)
        places = exact_places(link)
        rows = [[isolated(c.name), isolated(c.detail), bits(c.bits, places)] for c in link.clues]
        rows.append(["sum", "above 0: likelier one event than two", bits(link.bits, places)])
        yield from table(("evidence", "what was compared", "bits"), rows, self.width, "  ")
        yield ""

    def findings(self, findings: Sequence[Finding], claims: Mapping[str, ReadClaim]) -> Iterator[str]:
        yield "Findings that name both"
        if not findings:
            yield "  - none"
        for finding in findings:
            title = f"{finding.verdict.value}, {band(finding.severity)} {finding.severity} [{finding.id}]"
            yield from self.text(f"{title}: {finding.explanation}", "  - ")
            yield from self.text(severity_line(finding, claims), "    ")
            for note in finding.notes:
                yield from self.text(f"Note: {note}", "    ")
        yield ""
