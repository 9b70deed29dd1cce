"""The workbook, put together sheet by sheet on disk, so that large results take no more memory than small ones."""

from __future__ import annotations

import errno
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from claims.lexicon import data
from reconcile.result import Result
from reports.escape import visible, visible_lines
from reports.estimates import has_estimates
from reports.sentences import method_line
from reports.view import View
from reports.writing import blocks_of
from reports.xlsx import account, claims, events, findings, history, summary
from reports.xlsx.cells import AnyCell
from reports.xlsx.places import Places
from reports.xlsx.sheet import MOST_ROWS, Sheet
from reports.xlsx.styles import Styles

_CREATED = datetime(2000, 1, 1)  # a workbook must say when it was made; the same input gives the same bytes
_AS_TEXTS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def chunks(result: Result, *, rows: int = MOST_ROWS) -> Iterator[bytes]:
    """The bytes of the workbook; ``rows`` is how many a sheet holds before a further one is begun.

    Raises OSError where it cannot be built.
    """
    with tempfile.TemporaryDirectory(prefix="counterclaim-") as folder:
        path = Path(folder, "report.xlsx")
        _write(result, path, rows)
        yield from blocks_of(path)


def _write(result: Result, path: Path, rows: int) -> None:
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    options = {**_AS_TEXTS, "constant_memory": True, "tmpdir": str(path.parent)}
    try:
        with Workbook(str(path), options) as workbook:
            title = f"{result.run.tool} report"
            workbook.set_properties({"title": title, "comments": visible(method_line(result)), "created": _CREATED})
            _Book(result, workbook, rows).write()
    except FileCreateError as error:
        remedy = f"free space in {path.parent}, or set TMPDIR to a folder that has some"
        raise OSError(errno.EIO, f"the workbook could not be put together: {error}; {remedy}") from error


class _Book:
    """The sheets of one workbook, in the order of ``sheets.yaml``."""

    def __init__(self, result: Result, workbook: Any, rows: int) -> None:
        self.told = data("reports", "sheets.yaml")
        self.view = View(result)
        self.workbook, self.rows, self.cuts = workbook, rows, 0
        self.styles = Styles(workbook, self.told["fills"])
        self.kinds = [k for k in self.told["sheets"] if k != "estimates" or has_estimates(result)]
        self.places = Places(self.view, {k: self.told["sheets"][k]["name"] for k in self.kinds}, rows)

    def write(self) -> None:
        """Write every sheet."""
        made = self._makers()
        for kind in self.kinds:
            if kind == "claims":
                self._sheet(kind, claims.claim_columns(self.view.result), made[kind](), visible_lines)
            else:
                self._sheet(kind, self.told["sheets"][kind]["columns"], made[kind]())

    def _sheet(
        self,
        kind: str,
        columns: Sequence[str],
        rows: Iterable[Sequence[AnyCell]],
        clean: Callable[[str], str] = visible,
    ) -> None:
        name = self.told["sheets"][kind]["name"]
        widest, most = self.told["widest"], self.rows
        silent = frozenset(self.told["without direction"])
        sheet = Sheet(
            self.workbook, self.styles, name, columns, widest=widest, rows=most, clean=clean, without_direction=silent
        )
        sheet.write(rows)
        self.cuts += sheet.cuts

    def _makers(self) -> dict[str, Callable[[], Iterable[Sequence[AnyCell]]]]:
        view, places, result = self.view, self.places, self.view.result
        others = {self.told["sheets"][k]["name"]: self.told["sheets"][k]["about"] for k in self.kinds if k != "summary"}
        return {
            "summary": partial(summary.summary_rows, view, others),
            "findings": partial(findings.finding_rows, view, places),
            "claims": partial(claims.claim_rows, view, places),
            "readings": partial(claims.reading_rows, view, places),
            "events": partial(events.event_rows, view, places),
            "ranges": partial(events.range_rows, view, places),
            "estimates": partial(events.estimate_rows, view, places),
            "timeline": partial(history.timeline_rows, view, places),
            "responsibility": partial(history.responsibility_rows, view, places),
            "concessions": partial(events.concession_rows, view, places),
            "origins": partial(history.origin_rows, view, places),
            "ledger": partial(account.ledger_rows, result),
            "decisions": partial(account.decision_rows, view, places),
            "rejected": partial(account.rejected_rows, result),
            "methodology": lambda: account.methodology_rows(result, self.told, self.cuts),
        }
