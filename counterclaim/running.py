"""How a command runs: the work with its progress, what it writes where, and how it ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from counterclaim.options import how_of, mapping_of

if TYPE_CHECKING:
    from reconcile.engine import Judged
    from reconcile.result import Result

Command = TypeVar("Command", bound=Callable[..., Any])

_QUIET_UP_TO = 2000
_INTERRUPTED, _PIPE_CLOSED = 130, 141


def stops_cleanly(command: Command) -> Command:
    """End with a status that no other outcome has: 2 for input that cannot be used, else as a shell counts signals."""

    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> Any:
        from counterclaim.project import ProjectError

        try:
            try:
                command(*args, **kwargs)
            finally:
                sys.stdout.flush()
        except ProjectError as error:
            fail(str(error))
        except KeyboardInterrupt:
            click.echo("counterclaim: interrupted", err=True)
            sys.exit(_INTERRUPTED)
        except BrokenPipeError:
            _forget_what_is_buffered()
            sys.exit(_PIPE_CLOSED)
        except OSError as error:
            _forget_what_is_buffered()
            fail(f"{error.filename or 'the output'}: {error.strerror or error}; free some space, or name another place")

    return run  # type: ignore[return-value]


def _forget_what_is_buffered() -> None:
    """Nobody takes the output any more; what is still buffered must not fail a second time when the process ends."""
    with suppress(OSError, ValueError):  # a stream in memory has no descriptor
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def fail(reason: str) -> NoReturn:
    """End the command with status 2 and one sentence on standard error."""
    from reports.escape import visible

    with suppress(OSError):  # the status has to tell it where standard error cannot
        click.echo(f"counterclaim: {visible(reason)}", err=True)
    sys.exit(2)


_STAGES = {"load": "reading", "read": "interpreting", "group": "grouping", "judge": "judging"}


class Progress:
    """One line on standard error that is rewritten while long work runs; silent when nobody watches."""

    def __init__(self, quiet: bool) -> None:
        self.shown = not quiet and sys.stderr.isatty()
        self.wrote = False

    def __call__(self, stage: str, done: int, total: int) -> None:
        if not self.shown or max(done, total) < _QUIET_UP_TO:
            return
        share = f" {100 * done // total} %" if done and total else ""
        click.echo(f"\r\x1b[K{_STAGES[stage]} {max(done, total):,}{share}", nl=False, err=True)
        self.wrote = True

    def close(self) -> None:
        if self.wrote:
            click.echo("\r\x1b[K", nl=False, err=True)


def judge(paths: tuple[str, ...], options: dict[str, Any]) -> tuple[Judged, Any]:
    """What the claims of a command come to under its ``input_options``, and the decisions that were replayed."""
    from counterclaim.project import judge_files

    progress = Progress(options["quiet"])
    try:
        return judge_files(
            paths,
            mapping=mapping_of(options["mapping"]) or None,
            encoding=options["encoding"],
            how=how_of(options),
            policy=options["policy"],
            actors=options["actors"],
            people=options["people"],
            decisions=options["decisions"],
            as_of=options["as_of"],
            estimates=options.get("estimates", False),
            progress=progress,
        )
    finally:
        progress.close()


def _keep_the_claims(output: str, result: Result) -> None:
    """Stop when the report would take the place of a file that its claims came from."""
    from counterclaim.project import is_input

    if is_input(Path(output), result):
        fail(f"{output}: the claims come from this file; name another one for the report")


def write(result: Result, form: str, options: dict[str, Any]) -> None:
    """Print the report, or put it into a file, as the ``output_options`` of a command say."""
    from reports.forms import FORMS
    from reports.render import render
    from reports.terminal import wants_color

    if FORMS[form].binary and options["output"] is None and sys.stdout.isatty():
        fail(f"{form} is no text for a screen; name a file with -o, such as -o report{FORMS[form].suffixes[0]}")
    chunks = render(
        result,
        form,
        everything=options["everything"],
        width=options["width"],
        color=not options["no_color"] and options["output"] is None and wants_color(sys.stdout),
        excel=options["excel"],
        populations=options["populations"],
        **_database_beside(options["output"]),
    )
    put(chunks, result, options["output"])
    if form != "terminal" or options["output"]:
        note_drafts(result)


def _database_beside(output: str | None) -> dict[str, str]:
    """The database that a file of metadata speaks of: ``war.db`` for ``war.datasette.json``.

    None is named for ``metadata.json``, which Datasette looks for in a folder that it serves as a whole.
    """
    name = Path(output or "").name.removesuffix(".json").removesuffix(".datasette")
    return {} if name in ("", "metadata") else {"database": name}


def put(chunks: Iterable[str] | Iterable[bytes], result: Result, output: str | None) -> None:
    """Print pieces of text or bytes, or put them into a file that is none of those that were read."""
    from reports.escape import visible
    from reports.render import write_beside_then_rename

    if output is None:
        for chunk in chunks:
            click.echo(chunk, nl=False)
        return
    _keep_the_claims(output, result)
    try:
        write_beside_then_rename(output, chunks)
    except OSError as error:
        fail(f"{output}: cannot be written ({error.strerror or error})")
    click.echo(f"wrote {visible(output)}", err=True)


def note_rejected(result: Result) -> None:
    """Name on standard error each row that could not be read."""
    from reports.words import rejected_line

    for row in result.rejected:
        click.echo(rejected_line(row), err=True)


def note_drafts(result: Result) -> None:
    """Say on standard error how many claims are drafts that nobody has checked, where some are."""
    from reports.unchecked import unchecked_line

    if line := unchecked_line(result.claims):
        click.echo(line, err=True)


def note_left_out(judged: Judged) -> None:
    """Say on standard error what was left out as of a date, where one was given."""
    if judged.result.run.as_of is not None:
        for warning in judged.known.warnings(judged.result.run.as_of):
            click.echo(warning, err=True)
