"""The rows that account for the run: what was read and how, what was decided, and how figures run."""

from __future__ import annotations

import json
from collections.abc import Iterator

from reconcile.result import Decided
from reports.escape import visible_lines
from reports.sentences import method_line
from reports.sqlite.source import Row, Source, listed


def run(source: Source) -> Iterator[Row]:
    """The one row about the run."""
    made = source.result.run
    left = made.left_out
    yield (
        1, made.tool, made.version, source.result.schema_version, made.numeral_policy, made.as_of,
        *((left.later, left.undated, left.decisions) if left else (None, None, None)), made.decisions,
        source.view.headline, method_line(source.result),
    )  # fmt: skip


def inputs(source: Source) -> Iterator[Row]:
    """A row for each file."""
    yield from ((i.path, i.sha256, i.claims, i.rejected) for i in source.result.run.inputs)


def data_versions(source: Source) -> Iterator[Row]:
    """A row for each shipped list."""
    yield from sorted(source.result.run.data_versions.items())


def warnings(source: Source) -> Iterator[Row]:
    """A row for each warning."""
    yield from enumerate(source.result.run.warnings, 1)


def rejected(source: Source) -> Iterator[Row]:
    """A row for each row that could not be read."""
    yield from ((r.path, r.row, r.column, r.value, r.reason) for r in source.result.rejected)


def decisions(source: Source) -> Iterator[Row]:
    """A row for each decision."""
    for number, d in enumerate(source.result.run.decided, 1):
        yield (
            number, d.id, d.decision, listed(source.ids.listed(d.claims)), d.by, d.at, d.why, d.stands, _corrected(d),
            d.disposition, source.ids.claim(d.prefer), d.of,
        )  # fmt: skip


def _corrected(decided: Decided) -> str | None:
    if not decided.set:
        return None
    both = {name: {"was": decided.was.get(name, ""), "now": now} for name, now in sorted(decided.set.items())}
    clean = {visible_lines(k): {w: visible_lines(said) for w, said in v.items()} for k, v in both.items()}
    return json.dumps(clean, ensure_ascii=False)


def ledger(source: Source) -> Iterator[Row]:
    """A row for each entry of the ledger."""
    yield from ((e.side, e.voice, e.role, e.against, e.factor, e.low, e.high, e.events) for e in source.result.ledger)
