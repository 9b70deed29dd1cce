"""The discrepancy report as Markdown, ready for a comment on a code-hosting site or a note.

What came with the claims shows as text and nothing else. The report stays within the length of a GitHub comment; what
did not fit is said at the end, never dropped in silence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from string import ascii_uppercase

from reconcile.result import Event, Finding, Range, Result
from reports.escape import anchor, inert_html, inert_markdown
from reports.estimates import rule_lines
from reports.history import history_lines
from reports.layout import clipped
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
)
from reports.severity_words import severity_line
from reports.titles import marked_grade, marked_topic, marked_verdict
from reports.view import CONTESTED, View, place_and_day
from reports.words import (
    counted,
    number,
    policies,
    rejected_line,
    words,
)

LONGEST_COMMENT = 65_536


def chunks(
    result: Result,
    *,
    everything: bool = False,
    events: str = "all",
    most_characters: int | None = LONGEST_COMMENT,
) -> Iterator[str]:
    """The report block by block, at most ``most_characters`` long; ``everything`` lifts that and all other limits."""
    page = _Page(View(result), everything)
    end = f"\n---\n\n{_inert(method_line(result))}\n"
    if everything or most_characters is None:
        yield from page.blocks(events)
        yield from page.unread()
        yield end
        return
    yield from _within(page.blocks(events), list(page.unread()), end, most_characters)


def _within(blocks: Iterator[str], unread: list[str], end: str, most: int) -> Iterator[str]:
    """Whole blocks as long as they fit, a note of the cut if there was one, what was not read, then the end.

    A block too long for any comment is left out alone. What was not read is kept as far as a quarter of the room.
    """
    note = (
        f"\n> **Cut here:** the whole report is longer than {number(most)} characters. "
        "Use `--all`, or `--format json` for everything.\n"
    )
    room, cut = most - len(note) - len(end), False
    kept = list(_first(unread, room // 4))
    room -= sum(map(len, kept))
    for block in blocks:
        if len(block) <= room:
            room -= len(block)
            yield block
            continue
        cut = True
        if len(block) < most // 2:
            break
    if cut or len(kept) < len(unread):
        yield note
    yield from kept
    yield end


def _first(blocks: list[str], room: int) -> Iterator[str]:
    for block in blocks:
        room -= len(block)
        if room < 0:
            return
        yield block


def _inert(text: str) -> str:
    return inert_markdown(clipped(text, LONGEST_TEXT))


def _range(estimate: Range) -> Iterator[str]:
    """What was said about a population, with the rules' answers and the model's working below it."""
    yield f"- Range: {_inert(range_line(estimate))}\n"
    for depth, line in rule_lines(estimate.rules):
        yield f"  {'  ' * depth}- {_inert(line)}\n"


def table(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table; the cells must be inert already. An empty cell stays a cell."""
    lines = [headers, ["---"] * len(headers), *rows]
    return "".join("| " + " | ".join(cell or " " for cell in line) + " |\n" for line in lines)


class _Page:
    """One report in the making."""

    def __init__(self, view: View, everything: bool) -> None:
        self.view = view
        self.everything = everything

    def most(self, limit: int) -> int | None:
        return None if self.everything else limit

    def blocks(self, which: str) -> Iterator[str]:
        """The report as blocks that can each stand or be left out; every block ends with a line break."""
        yield f"# Discrepancy report\n\n{_inert(self.view.headline)}\n\n{self.tally()}"
        yield from self.cards()
        yield from self.events(which)

    def tally(self) -> str:
        rows = words()["verdicts"]
        tally = self.view.by_verdict.items()
        return table(
            ("findings", "how many", "meaning"),
            [
                [f"{rows[v]['mark']} {v if n == 1 else rows[v]['plural']}", number(n), rows[v]["meaning"]]
                for v, n in tally
            ],
        )

    def cards(self) -> Iterator[str]:
        disputes, limit = self.view.disputes, self.most(MOST_FINDINGS)
        if disputes:
            yield "\n## Statements that conflict\n"
        for rank, finding in enumerate(disputes[:limit], 1):
            yield self.card(rank, finding)
        yield from self.rest(len(disputes), limit, "conflicts")

    def rest(self, total: int, limit: int | None, what: str) -> Iterator[str]:
        if limit is not None and total > limit:
            yield f"\n… and {number(total - limit)} more {what}; use `--all` or `--format json`.\n"

    def card(self, rank: int, finding: Finding) -> str:
        event = self.view.event.get(finding.event)
        lines = [
            f'\n<a id="{anchor(finding.id)}"></a>\n',
            f"### {rank}. {marked_topic(finding)} · {marked_grade(finding)}\n",
            f"**{_inert(place_and_day(event)) or 'Event'}** · {_inert(finding.id)}\n",
            self.sides(finding),
            f"Why: {_inert(finding.explanation)}\n",
            *(f"- {line}" for line in self.asides(finding)),
        ]
        return "\n".join(lines).rstrip("\n") + "\n"

    def sides(self, finding: Finding) -> str:
        claims = self.view.known(finding.claims)
        event = self.view.event.get(finding.event)
        headers, rows = claims_table(claims, event.date if event else "")
        lettered = [[letter, *map(_inert, row)] for letter, row in zip(ascii_uppercase, rows, strict=False)]
        return table(("", *headers), lettered)

    def asides(self, finding: Finding) -> Iterator[str]:
        if finding.gap and f"{number(finding.gap)} apart" not in finding.explanation:
            yield f"The figures are {number(finding.gap)} apart."
        holds = policies(finding, self.view.result.run.numeral_policy)
        if holds:
            yield _inert(holds)
        yield from (f"Echoes: {_inert(echo)}." for echo in self.view.echoes(finding))
        yield from (f"Note: {_inert(note)}" for note in finding.notes)
        if finding.disposition:
            yield _inert(disposition_line(finding))

    def events(self, which: str) -> Iterator[str]:
        shown, limit = self.view.events(which), self.most(MOST_EVENTS)
        if shown:
            yield "\n## Events with several claims\n"
        for event in shown[:limit]:
            yield self.event(event)
        yield from self.rest(len(shown), limit, "events")

    def event(self, event: Event) -> str:
        limit = self.most(MOST_ROWS)
        title = inert_html(clipped(place_and_day(event), LONGEST_TEXT))
        headers, rows = claims_table(self.view.claims_of(event)[:limit], event.date)
        lines = [f"- {self.reason(f)}\n" for f in self.view.findings_of(event)[:limit]]
        lines += [line for e in event.estimates[:limit] for line in _range(e)]
        if event.origins:
            lines.append(f"- {_inert(origins_line(event.origins))}\n")
        lines += [f"- {about.capitalize()}: {_inert(line)}\n" for about, line in list(history_lines(event))[:limit]]
        if event.why_grouped:
            lines.append(f"- {_inert(grouped_line(event.why_grouped))}\n")
        return (
            f'\n<a id="{anchor(event.id)}"></a>\n'
            f"<details>\n<summary>{title} · {counted(len(event.claims), 'claim')}</summary>\n\n"
            + table(headers, [[_inert(cell) for cell in row] for row in rows])
            + "".join(self.rest(len(event.claims), limit, "claims of this event"))
            + ("\n" + "".join(lines) if lines else "")
            + "\n</details>\n"
        )

    def reason(self, finding: Finding) -> str:
        holds = "" if self.linked(finding) else policies(finding, self.view.result.run.numeral_policy)
        why = severity_line(finding, self.view.claim)
        told = f"{marked_verdict(finding)}: {_inert(' '.join(filter(None, (finding.explanation, holds, why))))}"
        return f"{told} ([{finding.id}](#{anchor(finding.id)}))" if self.linked(finding) else told

    def linked(self, finding: Finding) -> bool:
        """Whether a link may be set: the finding has a card, and its id is fit to be the text of a link."""
        return finding.verdict in CONTESTED and anchor(finding.id) == finding.id

    def unread(self) -> Iterator[str]:
        limit, rejected = self.most(MOST_ROWS), self.view.result.rejected
        warnings = self.view.result.run.warnings
        if rejected:
            yield "\n## Rows that could not be read\n\n"
            yield from (f"- {_inert(rejected_line(row))}\n" for row in rejected[:limit])
            yield from self.rest(len(rejected), limit, "rows")
        if warnings:
            yield "\n## Warnings\n\n"
            yield from (f"- {_inert(warning)}\n" for warning in warnings[:limit])
            yield from self.rest(len(warnings), limit, "warnings")
