"""The ledger for people and machines: how the figures of sides and claimants run, shown and never applied."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from reconcile.estimated import LedgerEntry
from reconcile.result import Result
from reports.csv_text import csv_text
from reports.escape import inert_cell, inert_markdown, isolated, log_line
from reports.estimates import factor, factors
from reports.json_form import item
from reports.layout import clipped, display_width, table, wrap
from reports.markdown import table as markdown_table
from reports.sentences import LONGEST_TEXT, MOST_ROWS, method_line
from reports.terminal import terminal_width
from reports.words import number, words

HEADERS = ("side", "claimant", "role", "against", "factor", "low", "high", "comparisons")


def chunks(
    result: Result, form: str, *, width: int | None = None, everything: bool = False, excel: bool = False
) -> Iterator[str]:
    """The ledger in one of the forms terminal, markdown, json and csv; ``everything`` lifts the limit on rows."""
    most = None if everything else MOST_ROWS
    made: Mapping[str, Callable[[], Iterator[str]]] = {
        "terminal": lambda: _terminal(result, width or terminal_width(), most),
        "markdown": lambda: _markdown(result, most),
        "json": lambda: _json(result),
        "csv": lambda: _csv(result, excel),
    }
    yield from made[form]()


def tables(result: Result, most: int | None) -> Iterator[tuple[str, list[list[str]], str]]:
    """For each thing that figures are held against: what it is, the rows, and how many rows are left out."""
    for against, title in words()["ledger"]["against"].items():
        rows = _rows([e for e in result.ledger if e.against == against])
        left = 0 if most is None else max(0, len(rows) - most)
        if rows:
            yield title, rows[:most], f"… and {number(left)} more rows; use --all or --format json" if left else ""


def _rows(entries: Sequence[LedgerEntry]) -> list[list[str]]:
    """A side with one claimant has one row, under the claimant's name."""
    voices: dict[tuple[str | None, str], list[LedgerEntry]] = {}
    for entry in entries:
        if entry.voice is not None:
            voices.setdefault((entry.side, entry.role), []).append(entry)
    lone = [e for named in voices.values() if len(named) == 1 for e in named if e.side is not None]
    doubled = {(e.side, e.role) for e in lone}
    return [_row(e) for e in entries if e.voice is not None or (e.side, e.role) not in doubled]


def _row(entry: LedgerEntry) -> list[str]:
    told = words()["ledger"]
    return [
        entry.side or told["everybody"],
        entry.voice or told["all_voices"],
        words()["roles"][entry.role],
        factor(entry.factor),
        factors(entry.low, entry.high),
        number(entry.events),
    ]


def _terminal(result: Result, width: int, most: int | None) -> Iterator[str]:
    told = words()["ledger"]
    lines = [told["title"], "=" * display_width(told["title"]), ""]
    lines += wrap(told["told" if result.ledger else "none"], width)
    for title, rows, rest in tables(result, most):
        cells = [[clipped(isolated(cell), LONGEST_TEXT) for cell in row] for row in rows]
        lines += ["", *wrap(title, width), "", *table(list(told["heads"].values()), cells, width)]
        lines += [rest] if rest else []
    lines += ["", *wrap(method_line(result), width)]
    yield from (log_line(line) + "\n" for line in lines)


def _markdown(result: Result, most: int | None) -> Iterator[str]:
    told = words()["ledger"]
    yield f"# {told['title']}\n\n{inert_markdown(told['told' if result.ledger else 'none'])}\n"
    for title, rows, rest in tables(result, most):
        cells = [[inert_markdown(clipped(cell, LONGEST_TEXT)) for cell in row] for row in rows]
        yield f"\n## {title}\n\n" + markdown_table(list(told["heads"].values()), cells)
        yield f"\n{rest}\n" if rest else ""
    yield f"\n---\n\n{inert_markdown(method_line(result))}\n"


def _json(result: Result) -> Iterator[str]:
    lines = ",\n".join(item(entry) for entry in result.ledger)
    yield f'{{\n"schema_version": {result.schema_version},\n"run": {item(result.run)},\n"ledger": ['
    yield f"\n{lines}\n]\n}}\n" if lines else "]\n}\n"


def _csv(result: Result, excel: bool) -> Iterator[str]:
    rows = ((e.side or "", e.voice or "", e.role, e.against, e.factor, e.low, e.high, e.events) for e in result.ledger)
    yield csv_text([HEADERS, *([inert_cell(str(cell)) for cell in row] for row in rows)], excel=excel, first=True)
