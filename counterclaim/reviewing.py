"""The command ``review``: drafts looked through one at a time, in a sheet, or counted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from counterclaim.running import fail, stops_cleanly

if TYPE_CHECKING:
    from claims.review.desk import Desk

Command = TypeVar("Command", bound=Callable[..., Any])

_SOME_REFUSED = 1


def _options(command: Command) -> Command:
    """The ways to review, and what goes with them."""
    for option in reversed(
        (
            click.option("-o", "--output", metavar="FILE",
                         help="Write what was accepted as a claim file: .csv, .jsonl or .xlsx."),
            click.option("--sheet", metavar="FILE.xlsx", help="Write the drafts as a workbook to decide in."),
            click.option("--read", "reading", metavar="FILE.xlsx", type=click.Path(exists=True, dir_okay=False),
                         help="Take over what was decided in such a workbook."),
            click.option("--stats", is_flag=True, help="Count how often each rule was right."),
            click.option("--by", default="", envvar="COUNTERCLAIM_BY", metavar="NAME",
                         help="Who decides; kept with every decision. Default: $COUNTERCLAIM_BY."),
            click.option("--texts", type=click.Path(exists=True, file_okay=False), metavar="FOLDER",
                         help="Where the documents, or their texts, are. Default: beside the drafts, and here."),
            click.option("--width", type=click.IntRange(min=40), help="Columns of the terminal."),
            click.option("--no-color", is_flag=True, help="No colours, as with NO_COLOR set."),
        )
    ):  # fmt: skip
        command = option(command)
    return command


@click.command(
    epilog="""\b
Examples:
  counterclaim extract article.txt -o drafts.jsonl
  counterclaim review drafts.jsonl --by ann
  counterclaim review drafts.jsonl -o claims.csv
  counterclaim review drafts.jsonl --sheet drafts.xlsx
  counterclaim review drafts.jsonl --read drafts.xlsx --by ann
  counterclaim review --stats drafts.jsonl

Decisions go to drafts.review.jsonl beside the drafts, each at once: stop whenever you like, the next run goes on.
Exit status: 0 it ran; 1 some rows of a sheet were refused, all others were taken over; 2 nothing could be done."""
)
@click.argument("drafts", nargs=-1, required=True, metavar="DRAFTS...")
@_options
@stops_cleanly
def review(drafts: tuple[str, ...], **options: Any) -> None:
    """Look through draft claims: accept, edit or drop each, in the terminal or in a sheet.

    Keys may also come through a pipe, one after the other, where ? lists them.
    """
    from claims.read.result import UnreadableFile
    from claims.review.decisions import ReviewError

    wanted = [name for name in ("output", "sheet", "reading", "stats") if options[name]]
    if len(wanted) > 1:
        raise click.UsageError("use one of -o, --sheet, --read and --stats at a time")
    if len(drafts) > 1 and wanted != ["stats"]:
        raise click.UsageError("name one file of drafts; only --stats takes several")
    do = {"output": _write_claims, "sheet": _write_sheet, "reading": _read_sheet}
    try:
        if wanted == ["stats"]:
            _show_stats(drafts, options)
        else:
            do.get(wanted[0] if wanted else "", _look_through)(_desk(drafts[0], options), options)
    except (ReviewError, UnreadableFile) as error:
        fail(str(error))


def _desk(path: str, options: dict[str, Any]) -> Desk:
    from claims.review.desk import Desk

    desk = Desk(path, options["by"], lambda: datetime.now(UTC).isoformat(timespec="milliseconds"))
    if desk.torn:
        _tell(f"{desk.log.path}: the last line was cut off; it is not used, and goes to {desk.log.beside} next time")
    if desk.elsewhere:
        _tell(f"{desk.log.path}: {desk.elsewhere} claims that were kept are from documents that have no drafts here")
    return desk


def _look_through(desk: Desk, options: dict[str, Any]) -> None:
    import sys

    from counterclaim.review_keys import keys_of_stdin
    from counterclaim.review_session import Screen, Session, progress
    from counterclaim.review_texts import Texts
    from reports.terminal import terminal_width, wants_color

    folders = [Path(options["texts"])] if options["texts"] else [desk.path.parent, Path()]
    color = not options["no_color"] and wants_color(sys.stdout)
    Session(desk, keys_of_stdin(), Texts(folders), Screen(options["width"] or terminal_width(), color)).run()
    _tell(f"{progress(desk)}; decisions are in {desk.log.path}")


def _write_claims(desk: Desk, options: dict[str, Any]) -> None:
    from counterclaim.review_session import progress
    from reports.review_claims import SUFFIXES, accepted, claim_file

    output = options["output"]
    if Path(output).suffix.lower() not in SUFFIXES:
        raise click.BadParameter(f"{output!r} ends in none of {', '.join(SUFFIXES)}", param_hint="-o")
    _write(desk, output, claim_file(desk.rows, output))
    _tell(f"wrote {output}: {len(accepted(desk.rows))} claims; {progress(desk)}")


def _write_sheet(desk: Desk, options: dict[str, Any]) -> None:
    from reports.review_sheet import drafts_sheet

    output = options["sheet"]
    if Path(output).suffix.lower() != ".xlsx":
        raise click.BadParameter(f"{output!r} does not end in .xlsx", param_hint="--sheet")
    _write(desk, output, drafts_sheet(desk.rows))
    _tell(f"wrote {output}; take it over with: counterclaim review {desk.path} --read {output}")


def _write(desk: Desk, output: str, chunks: Iterable[str] | Iterable[bytes]) -> None:
    from reports.writing import write_beside_then_rename

    for own in (desk.path, desk.log.path):
        if Path(output).resolve() == own.resolve():
            fail(f"{output}: the drafts and their decisions are there; name another file")
    try:
        write_beside_then_rename(output, chunks)
    except OSError as error:
        fail(f"{output}: cannot be written ({error.strerror or error})")


def _read_sheet(desk: Desk, options: dict[str, Any]) -> None:
    import sys

    from claims.review.sheet import read_sheet

    path = options["reading"]
    found = read_sheet(desk, Path(path).read_bytes(), path)
    for one in found.refused:
        value = f" ({one.value!r})" if one.value else ""
        _tell(f"{one.path}, row {one.row}, {one.column}{value}: {one.reason}")
    refused = len({one.row for one in found.refused})
    _tell(f"{found.decided} rows decided, {found.unchanged} with nothing new, {refused} refused")
    sys.exit(_SOME_REFUSED if found.refused else 0)


def _show_stats(paths: Sequence[str], options: dict[str, Any]) -> None:
    from claims.review.drafts_file import read_drafts
    from claims.review.log import decisions_beside
    from reports.review_stats import stats_lines
    from reports.terminal import terminal_width

    drafts = sum(row["kind"] != "look_here" for path in paths for row in read_drafts(path))
    for line in stats_lines(
        [decisions_beside(path) or [] for path in paths], drafts, options["width"] or terminal_width()
    ):
        click.echo(line)


def _tell(sentence: str) -> None:
    from reports.escape import visible

    click.echo(visible(sentence), err=True)
