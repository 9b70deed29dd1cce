"""Drafts written to a file or printed, in the form that the suffix of the file tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from counterclaim.running import fail


def chunks_of(rows: Iterable[dict[str, Any]], output: str | None) -> Iterator[str] | Iterator[bytes]:
    """Pieces of a table for .csv and .xlsx, else of JSON Lines."""
    from claims.extract.files import as_csv, as_json_lines
    from reports.escape import inert_cell

    suffix = Path(output or "").suffix.casefold()
    if suffix == ".xlsx":
        from reports.drafts_book import chunks

        return chunks(rows)
    return as_csv(rows, inert_cell) if suffix == ".csv" else as_json_lines(rows)


def write_drafts(output: str, chunks: Iterator[str] | Iterator[bytes]) -> None:
    """Put pieces into a file, as a whole or not at all, and say so; ends the command where it cannot be written."""
    from reports.writing import write_beside_then_rename

    try:
        write_beside_then_rename(output, chunks)
    except OSError as error:
        fail(f"{output}: cannot be written ({error.strerror or error})")
    tell(f"wrote {output}")


def tell(sentence: str) -> None:
    """One sentence on standard error, with nothing in it that acts on a screen."""
    import click

    from reports.escape import visible

    click.echo(visible(sentence), err=True)
