"""The claims that people accepted, as an ordinary claim file: CSV, JSON Lines or XLSX."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Any

from claims.review.checking import COLUMNS, claim_columns
from reports.csv_text import csv_text
from reports.escape import could_be_formula, visible_lines
from reports.xlsx.cells import AnyCell

SUFFIXES = (".csv", ".jsonl", ".xlsx")
KEPT = ("accepted", "edited")
_ALWAYS = ("id", "kind", "claimant", "source")


def accepted(rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The drafts that people kept, in columns of the claim format."""
    return [claim_columns(row) for row in rows if row.get("status") in KEPT]


def claim_file(rows: Sequence[Mapping[str, Any]], name: str) -> Iterator[str] | Iterator[bytes]:
    """The claims in the form that the suffix of a name tells, one of ``SUFFIXES``; in CSV and XLSX texts are inert.

    Only JSON Lines holds every character of a quote: a table shows those that would act on a screen.
    """
    suffix = PurePath(name).suffix.lower()
    claims = accepted(rows)
    if suffix == ".jsonl":
        return (json.dumps(claim) + "\n" for claim in claims)
    columns = [c for c in COLUMNS if c in _ALWAYS or any(c in claim for claim in claims)]
    return _workbook(claims, columns) if suffix == ".xlsx" else _table(claims, columns)


def _table(claims: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> Iterator[str]:
    yield csv_text([columns], first=True)
    for claim in claims:
        yield csv_text([[_cell(claim.get(column, "")) for column in columns]])


def _cell(value: Any) -> str:
    text = visible_lines(str(value))
    return "'" + text if could_be_formula(text) else text


def _workbook(claims: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> Iterator[bytes]:
    from reports.review_book import book

    cells: list[list[AnyCell]] = [[claim.get(column) for column in columns] for claim in claims]
    return book({"Claims": (columns, cells)}, title="counterclaim claims")
