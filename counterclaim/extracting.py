"""The command ``extract``: from text to draft claims for a person to look through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from counterclaim.running import fail, stops_cleanly

if TYPE_CHECKING:
    from claims.extract.drafts import Draft, LookHere


def _day(context: click.Context, _: click.Parameter, value: str | None) -> date | None:
    """The day as given, or a usage error before any work is done."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value.strip())
    except ValueError:
        raise click.BadParameter(f"{value!r} is no day; write it as 2025-10-12") from None


@click.command(
    epilog="""\b
Examples:
  counterclaim extract article.txt --published 2025-10-12 --outlet "Daily Example"
  counterclaim extract articles/ -o drafts.csv
  cat article.txt | counterclaim extract - | jq -r .quote"""
)
@click.argument("documents", nargs=-1, required=True, metavar="DOCUMENT...")
@click.option("--published", metavar="DATE", callback=_day, help="When it was published; weekdays are counted from it.")
@click.option("--outlet", default="", metavar="NAME", help="Who published it. Default: the name of the file.")
@click.option("--words", "own", multiple=True, type=click.Path(exists=True, dir_okay=False), metavar="FILE",
              help="Your own word lists, added to those that ship; may be repeated.")  # fmt: skip
@click.option(
    "-o", "--output", metavar="FILE", help="Write to a file; .csv gives a table. Default: JSON Lines on screen."
)
@stops_cleanly
def extract(
    documents: tuple[str, ...], published: date | None, outlet: str, own: tuple[str, ...], output: str | None
) -> None:
    """Propose claims found in text, each with the exact words it rests on.

    What comes out are drafts: nobody has checked them. Sentences that speak of losses and were not fully understood
    come as look_here rows. What people decided about drafts of the output file (`counterclaim review`) is kept.
    """
    from claims.extract.files import DocumentError, as_csv, as_json_lines
    from claims.extract.words import LexiconError
    from claims.review.applying import reviewed
    from claims.review.decisions import ReviewError
    from claims.review.log import decisions_beside
    from reports.escape import inert_cell

    rows: Iterable[dict[str, Any]] = _rows(documents, published, outlet, own)
    try:
        if output is None:
            for line in as_json_lines(rows):
                click.echo(line, nl=False)
            return
        rows = reviewed(rows, decisions_beside(output)).rows
        table = output.lower().endswith(".csv")
        _write(output, as_csv(rows, inert_cell) if table else as_json_lines(rows))
    except (DocumentError, LexiconError, ReviewError) as error:
        fail(str(error))


def _rows(
    documents: tuple[str, ...], published: date | None, outlet: str, own: tuple[str, ...]
) -> Iterator[dict[str, Any]]:
    """The drafts of every document in the order of its text, the look-here rows among them."""
    from claims.extract.files import read_documents
    from claims.extract.pipeline import extract as propose
    from claims.extract.words import load_words

    words = load_words(Path(path) for path in own)
    for document in read_documents(documents, outlet, published):
        found = propose(document, words)
        items: list[Draft | LookHere] = [*found.drafts, *found.look_here]
        yield from (item.row(document) for item in sorted(items, key=lambda item: (item.start, item.end)))


def _write(output: str, chunks: Iterator[str]) -> None:
    from reports.escape import visible
    from reports.writing import write_beside_then_rename

    try:
        write_beside_then_rename(output, chunks)
    except OSError as error:
        fail(f"{output}: cannot be written ({error.strerror or error})")
    click.echo(f"wrote {visible(output)}", err=True)
