"""Documents from files, folders and standard input, and drafts as text for a file."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from claims.extract.document import Document
from claims.read.encoding import scan
from claims.read.result import UnreadableFile

SUFFIXES = (".txt", ".md", ".markdown", ".text")
COLUMNS = (
    "id", "kind", "status", "measure", "quantity", "low", "high", "victims", "victim_side", "scope",
    "stance", "accused", "act", "frame", "claimant", "date", "place", "perpetrator", "source", "published", "document",
    "quote", "quote_start", "quote_end", "sentence", "reason", "flags", "provenance",
    "victim_status", "claimant_side", "event", "relayed_from", "notes", "same_as", "review",
)  # fmt: skip


class DocumentError(ValueError):
    """A document that cannot be read; the message names it and says what to do."""


def read_documents(paths: Iterable[str], outlet: str, published: date | None) -> Iterator[Document]:
    """The documents of these paths, in order; a folder gives its text files by name, "-" is standard input."""
    for path in paths:
        if path == "-":
            yield Document("-", sys.stdin.buffer.read().decode("utf-8", "surrogateescape"), outlet, published)
            continue
        for file in _files(Path(path)):
            yield Document(file.name, _text(file), outlet, published)


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    found = sorted(file for file in path.rglob("*") if file.suffix.lower() in SUFFIXES and file.is_file())
    if not found:
        raise DocumentError(f"{path}: no text in this folder; extract reads {', '.join(SUFFIXES)}")
    return found


def _text(path: Path) -> str:
    """The text of a file with its line ends as they are, so that offsets hold."""
    try:
        with path.open("rb") as stream:
            _, how = scan(stream, str(path), None)
        with path.open(encoding=how.encoding, errors="surrogateescape", newline="") as text:
            return text.read()
    except UnreadableFile as error:
        raise DocumentError(str(error)) from None
    except OSError as error:
        raise DocumentError(f"{path}: cannot be read ({error.strerror or error}); check the path") from None


def as_json_lines(rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """One JSON object a line, in ASCII: no character of a text can act on a screen."""
    for row in rows:
        yield json.dumps(row) + "\n"


def as_csv(rows: Iterable[Mapping[str, Any]], guard: Any) -> Iterator[str]:
    """A header row and one row a draft; `guard` makes a cell safe to open in a spreadsheet."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([guard(_cell(row.get(column, ""))) for column in COLUMNS])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(value)
    return json.dumps(value) if isinstance(value, dict) else str(value)
