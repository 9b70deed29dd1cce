"""The first sheet: the result in a sentence, its tallies, and what the other sheets hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from claims.lexicon import data
from reconcile.severity import band
from reports.gaps import missing_lines
from reports.sentences import method_line
from reports.view import View
from reports.words import column, unread_rows, words
from reports.xlsx.cells import AnyCell, Cell


def summary_rows(view: View, sheets: dict[str, str]) -> Iterator[list[AnyCell]]:
    """The rows of the first sheet; ``sheets`` are the names of the others with what they are about."""
    yield ["headline", None, view.headline]
    yield ["method", None, method_line(view.result)]
    yield from _read(view)
    for name, amount in view.by_verdict.items():
        verdict = words()["verdicts"][name]
        yield [f"{verdict['mark']} {verdict['plural']}", amount, verdict["meaning"]]
    yield from _bands(view)
    for line, lacking in missing_lines(view.result):
        yield ["not said", lacking, line]
    for name, about in sheets.items():
        yield [Cell(name, place=f"'{name}'!A1"), None, about]


def _read(view: View) -> Iterator[list[AnyCell]]:
    result = view.result
    sides = sorted({c.camp for c in result.claims if c.camp})
    yield ["claims", len(result.claims), None]
    yield ["events", len(result.events), f"{len(view.events('contested'))} of them contested"]
    yield ["sources", len({column(c, "source") for c in result.claims} - {""}), None]
    yield ["sides", len(sides), "; ".join(sides)]
    yield ["rows that could not be read", unread_rows(result), "on the sheet Rejected" if result.rejected else None]
    yield ["decisions replayed", result.run.decisions, None]
    yield ["warnings", len(result.run.warnings), "on the sheet Methodology" if result.run.warnings else None]


def _bands(view: View) -> Iterator[list[AnyCell]]:
    """How many contradictions and tensions there are of each band of severity."""
    tally = Counter(band(f.severity) for f in view.disputes)
    for name in data("reports", "words.yaml")["bands"]:
        mark = words()["bands"][name]["mark"]
        yield [Cell(f"{mark} {name}", name), Cell(tally[name], name), "contradictions and tensions of this severity"]
