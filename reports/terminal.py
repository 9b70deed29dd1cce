"""The discrepancy report for a terminal: headline, findings as cards, events with their claims, and what was not read.

Every line is plain text: what came with the claims has lost its control characters, and colour, when wanted, only
doubles what a word and a mark already say.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from string import ascii_uppercase
from typing import TextIO

from reconcile.result import Event, Finding, ReadClaim, Result
from reconcile.severity import band
from reports.escape import isolated, log_line
from reports.estimates import rule_lines
from reports.history import history_lines
from reports.layout import NARROWEST, clipped, display_width, fits, table, wrap
from reports.sentences import (
    LONGEST_TEXT,
    MOST_EVENTS,
    MOST_FINDINGS,
    MOST_ROWS,
    claims_table,
    disposition_line,
    grouped_line,
    method_line,
    origins_line,
    range_line,
    shared_cells,
)
from reports.severity_words import severity_line
from reports.titles import marked_grade, marked_topic
from reports.view import CONTESTED, View, place_and_day
from reports.words import (
    column,
    counted,
    moment,
    number,
    policies,
    rejected_line,
    speaker,
    statement,
    words,
)

WIDEST = 120


def wants_color(stream: TextIO, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether to colour what goes to a stream: a terminal, and neither NO_COLOR nor a dumb terminal is set."""
    return stream.isatty() and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"


def terminal_width() -> int:
    """The width of the user's terminal, held between 40 and 120 columns."""
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size((80, 24)).columns))


def chunks(
    result: Result, *, width: int | None = None, color: bool = False, everything: bool = False, events: str = "all"
) -> Iterator[str]:
    """The report line by line. ``everything`` lifts the limits on findings, events and rows shown."""
    page = _Page(View(result), width or terminal_width(), color and not os.environ.get("NO_COLOR"), everything)
    for line in page.lines(events):
        yield log_line(line) + "\n"


class _Page:
    """One report in the making."""

    def __init__(self, view: View, width: int, color: bool, everything: bool) -> None:
        self.view = view
        self.width = max(NARROWEST, width)
        self.color = color
        self.everything = everything

    def most(self, limit: int) -> int | None:
        return None if self.everything else limit

    def text(self, words_: str, first: str = "", rest: str | None = None) -> list[str]:
        return wrap(clipped(isolated(words_), LONGEST_TEXT), self.width, first, rest)

    def lines(self, which: str) -> Iterator[str]:
        """The whole report, section by section."""
        yield from self.head()
        yield from self.cards()
        yield from self.events(which)
        yield from self.unread()
        yield from self.method()

    def heading(self, title: str) -> list[str]:
        return ["", title, "=" * min(display_width(title), self.width), ""]

    def head(self) -> Iterator[str]:
        yield from self.text(self.view.headline)
        yield ""
        rows = words()["verdicts"]
        for name, amount in self.view.by_verdict.items():
            row = rows[name]
            label = name if amount == 1 else row["plural"]
            yield from self.text(f"{row['meaning']}", f"  {row['mark']} {number(amount):>5} {label:<15} ", " " * 9)

    def cards(self) -> Iterator[str]:
        disputes = self.view.disputes
        if not disputes:
            return
        yield from self.heading("Statements that conflict")
        limit = self.most(MOST_FINDINGS)
        for rank, finding in enumerate(disputes[:limit], 1):
            yield from self.card(rank, finding)
        yield from self.rest(len(disputes), limit, "conflicts")

    def rest(self, total: int, limit: int | None, what: str) -> Iterator[str]:
        if limit is not None and total > limit:
            yield from self.text(f"… and {number(total - limit)} more {what}; use --all or --format json")

    def card(self, rank: int, finding: Finding) -> Iterator[str]:
        first = f"{rank}. "
        pad = " " * len(first)
        title = self.text(f"{marked_topic(finding)} · {marked_grade(finding)} · {finding.id}", first)
        yield from self.painted(title, finding.severity)
        yield from self.text(place_and_day(self.view.event.get(finding.event)), pad)
        for letter, name in zip(ascii_uppercase, finding.claims, strict=False):
            yield from self.said(letter, self.view.claim.get(name), pad)
        yield from self.text(finding.explanation, f"{pad}Why: ")
        for line in self.asides(finding):
            yield from self.text(line, pad)
        if self.everything:
            yield from self.text(severity_line(finding, self.view.claim), pad)
        yield ""

    def painted(self, lines: Sequence[str], severity: int) -> list[str]:
        colour = words()["bands"][band(severity)]["colour"]
        if not self.color:
            return list(lines)
        start = "\x1b[1m" if colour is None else f"\x1b[1;38;5;{colour}m"
        return [f"{start}{line}\x1b[0m" for line in lines]

    def said(self, letter: str, claim: ReadClaim | None, pad: str) -> Iterator[str]:
        if claim is None:
            return
        yield from self.text(statement(claim), f"{pad}  {letter}  ")
        said_by = f"said by {speaker(claim)}"
        published = moment(column(claim, "published"))
        carried = f", in {column(claim, 'source')}" + (f", published {published}" if published else "")
        yield from self.text(f"{said_by}{carried} [{claim.id}]", f"{pad}     ")

    def asides(self, finding: Finding) -> Iterator[str]:
        """What else a reader should know about a finding: distance, policies, echoes, notes."""
        short = []
        if finding.gap and f"{number(finding.gap)} apart" not in finding.explanation:
            short.append(f"The figures are {number(finding.gap)} apart.")
        short.append(policies(finding, self.view.result.run.numeral_policy))
        if any(short):
            yield " ".join(s for s in short if s)
        for echo in self.view.echoes(finding):
            yield f"Echoes: {echo}."
        for note in finding.notes:
            yield f"Note: {note}"
        if finding.disposition:
            yield disposition_line(finding)

    def events(self, which: str) -> Iterator[str]:
        shown = self.view.events(which)
        if not shown:
            return
        yield from self.heading("Events with several claims")
        limit = self.most(MOST_EVENTS)
        for event in shown[:limit]:
            yield from self.event(event)
        yield from self.rest(len(shown), limit, "events")

    def event(self, event: Event) -> Iterator[str]:
        yield from self.text(
            f"{place_and_day(event)} · {counted(len(event.claims), 'claim')} [{event.id}]", "## ", "   "
        )
        yield ""
        yield from self.claims(event)
        for finding in self.view.findings_of(event)[: self.most(MOST_ROWS)]:
            yield from self.reason(finding)
        for estimate in event.estimates[: self.most(MOST_ROWS)]:
            yield from self.text(range_line(estimate), "  range: ", "         ")
            for depth, line in rule_lines(estimate.rules):
                yield from self.text(line, "    " + "  " * depth, "      " + "  " * depth)
        if event.origins:
            yield from self.text(origins_line(event.origins), "  ")
        for about, line in list(history_lines(event))[: self.most(MOST_ROWS)]:
            yield from self.text(line, f"  {about}: ", "    ")
        if event.why_grouped:
            yield from self.text(grouped_line(event.why_grouped), "  ")
        yield ""

    def claims(self, event: Event) -> Iterator[str]:
        limit = self.most(MOST_ROWS)
        claims = self.view.claims_of(event)[:limit]
        headers, rows = claims_table(claims, event.date)
        shared = shared_cells(headers, rows)
        if not fits(headers, self.cells(rows), self.width - 2):
            headers, rows = claims_table(claims, event.date, narrow=True)
            shared = shared_cells(headers, rows)
        if shared:
            yield from self.text(shared, "  ")
            yield ""
        yield from table(headers, self.cells(rows), self.width, "  ")
        for line in self.rest(len(event.claims), limit, "claims of this event"):
            yield "  " + line
        yield ""

    def cells(self, rows: Sequence[Sequence[str]]) -> list[list[str]]:
        return [[clipped(isolated(cell), LONGEST_TEXT) for cell in row] for row in rows]

    def reason(self, finding: Finding) -> list[str]:
        row = words()["verdicts"][finding.verdict.value]
        holds = policies(finding, self.view.result.run.numeral_policy)
        told = f"{finding.explanation} {holds}".rstrip()
        if finding.verdict in CONTESTED:
            told = f"{finding.explanation} [{finding.id}]"
        lines = self.text(told, f"  {row['mark']} {finding.verdict.value}: ", "    ")
        return self.painted(lines, finding.severity) if finding.verdict in CONTESTED else lines

    def unread(self) -> Iterator[str]:
        rejected, limit = self.view.result.rejected, self.most(MOST_ROWS)
        if rejected:
            yield from self.heading("Rows that could not be read")
            for row in rejected[:limit]:
                yield from self.text(rejected_line(row), "- ")
            yield from self.rest(len(rejected), limit, "rows")
        warnings = self.view.result.run.warnings
        if warnings:
            yield from self.heading("Warnings")
            for warning in warnings[:limit]:
                yield from self.text(warning, "- ")
            yield from self.rest(len(warnings), limit, "warnings")

    def method(self) -> Iterator[str]:
        yield ""
        yield from self.text(method_line(self.view.result))
