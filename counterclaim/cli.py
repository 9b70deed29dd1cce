"""The ``counterclaim`` command. Everything heavy is imported by the command that needs it, so that help is instant."""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

if TYPE_CHECKING:
    from reconcile.engine import Judged
    from reconcile.result import Finding, Result

Command = TypeVar("Command", bound=Callable[..., Any])

POLICIES = ("plain", "acled", "airwars", "gtd", "scad")
FORMS = ("terminal", "markdown", "json", "csv")
BANDS = ("note", "moderate", "serious", "head-on")
_QUIET_UP_TO = 2000
_INTERRUPTED, _PIPE_CLOSED = 130, 141

_EPILOG = """\b
Examples:
  counterclaim demo
  counterclaim report claims.xlsx
  counterclaim report claims.csv -o report.md
  counterclaim check claims/ --fail-on serious
  counterclaim explain claims.csv C-12 C-31

Exit status: 0 it ran; 1 `check` found something at or above --fail-on; 2 bad usage or nothing that could be read."""


def _print_version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        from reconcile.versions import tool_version

        click.echo(f"counterclaim {tool_version()}")
        context.exit()


@click.group(epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_print_version,
              help="Show the version and exit.")  # fmt: skip
def cli() -> None:
    """Reconcile what different people say about the same violent event.

    Reads claims (who said what, about whom, where and when), puts those about one event together, and says which
    statements cannot both be right and why. It never says who is right.
    """


def _date(context: click.Context, _: click.Parameter, date: str | None) -> str | None:
    """The date as given, or a usage error before any work is done."""
    if date is None:
        return None
    from reconcile.as_of import AsOfError, cutoff

    try:
        cutoff(date)
    except AsOfError as error:
        raise click.BadParameter(str(error)) from None
    return date.strip()


def _input_options(command: Command) -> Command:
    for option in reversed(
        (
            click.option("--policy", type=click.Choice(POLICIES), default="plain", show_default=True,
                         help="How vague numbers such as “dozens” are read."),
            click.option("--map", "mapping", multiple=True, metavar="HEADER=COLUMN",
                         help="Your header for a column of the claim format; may be repeated."),
            click.option("--actors", multiple=True, type=click.Path(exists=True, dir_okay=False), metavar="FILE",
                         help="Your own sides and aliases. Default: actors.yaml beside the claims."),
            click.option("--decisions", type=click.Path(exists=True, dir_okay=False), metavar="FILE",
                         help="What people decided. Default: decisions.jsonl beside the claims."),
            click.option("--as-of", metavar="DATE", callback=_date,
                         help="Only what was published by the end of DATE, and decided by then."),
            click.option("--encoding", metavar="NAME", help="Text encoding of CSV files, when it is not found."),
            click.option("-q", "--quiet", is_flag=True, help="No progress on standard error."),
        )
    ):  # fmt: skip
        command = option(command)
    return command


def _output_options(command: Command) -> Command:
    for option in reversed(
        (
            click.option("--format", "form", type=click.Choice(FORMS), metavar="FORM",
                         help="terminal, markdown, json or csv. Default: by the suffix of -o, else terminal."),
            click.option("-o", "--output", type=click.Path(dir_okay=False), metavar="FILE",
                         help="Write to a file (.md, .json, .csv, .txt) instead of standard output."),
            click.option("--all", "everything", is_flag=True, help="Print every finding and event, however many."),
            click.option("--width", type=click.IntRange(min=40), help="Columns of the terminal report."),
            click.option("--no-color", is_flag=True, help="No colours, as with NO_COLOR set."),
            click.option("--excel", is_flag=True, help="CSV with a byte order mark, for Excel."),
        )
    ):  # fmt: skip
        command = option(command)
    return command


def _stops_cleanly(command: Command) -> Command:
    """End with a status that no other outcome has: 2 for input that cannot be used, else as a shell counts signals."""

    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> Any:
        from counterclaim.project import ProjectError

        try:
            command(*args, **kwargs)
            sys.stdout.flush()
        except ProjectError as error:
            _fail(str(error))
        except KeyboardInterrupt:
            click.echo("counterclaim: interrupted", err=True)
            sys.exit(_INTERRUPTED)
        except BrokenPipeError:
            # Nobody reads any more; what is still buffered must not fail a second time when the process ends.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(_PIPE_CLOSED)

    return run  # type: ignore[return-value]


def _fail(reason: str) -> NoReturn:
    from reports.escape import visible

    click.echo(f"counterclaim: {visible(reason)}", err=True)
    sys.exit(2)


def _mapping(pairs: Iterable[str]) -> dict[str, str]:
    found = {}
    for pair in pairs:
        header, equals, column = pair.rpartition("=")
        if not equals or not header or not column:
            raise click.BadParameter(
                f"{pair!r} is not HEADER=COLUMN, such as 'Body count=quantity'", param_hint="--map"
            )
        found[header.strip()] = column.strip()
    return found


_STAGES = {"load": "reading", "read": "interpreting", "group": "grouping", "judge": "judging"}


class _Progress:
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


def _judge(paths: tuple[str, ...], options: dict[str, Any]) -> tuple[Judged, Any]:
    from counterclaim.project import judge_files

    progress = _Progress(options["quiet"])
    try:
        return judge_files(
            paths,
            mapping=_mapping(options["mapping"]) or None,
            encoding=options["encoding"],
            policy=options["policy"],
            actors=options["actors"],
            decisions=options["decisions"],
            as_of=options["as_of"],
            estimates=options.get("estimates", False),
            progress=progress,
        )
    finally:
        progress.close()


def _form(options: dict[str, Any]) -> str:
    """The form that was asked for by name or by the suffix of the output; found before any work is done."""
    if options["form"]:
        return str(options["form"])
    if options["output"] is None:
        return "terminal"
    from reports.render import UnknownForm, form_for

    try:
        return form_for(options["output"])
    except UnknownForm as error:
        raise click.BadParameter(str(error), param_hint="-o") from None


def _keep_the_claims(output: str, result: Result) -> None:
    """Stop when the report would take the place of a file that its claims came from."""
    target = Path(output)
    for read in result.run.inputs:
        if target.exists() and Path(read.path).exists() and target.samefile(read.path):
            _fail(f"{output}: the claims come from this file; name another one for the report")


def _write(result: Result, form: str, options: dict[str, Any]) -> None:
    from reports.render import render
    from reports.terminal import wants_color

    chunks = render(
        result,
        form,
        everything=options["everything"],
        width=options["width"],
        color=not options["no_color"] and options["output"] is None and wants_color(sys.stdout),
        excel=options["excel"],
    )
    _put(chunks, result, options["output"])


def _put(chunks: Iterable[str], result: Result, output: str | None) -> None:
    """Print pieces of text, or put them into a file that is none of those that were read."""
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
        _fail(f"{output}: cannot be written ({error.strerror or error})")
    click.echo(f"wrote {visible(output)}", err=True)


_PATHS = click.argument("paths", nargs=-1, required=True, metavar="PATH...")


@cli.command(
    epilog="""\b
Examples:
  counterclaim report claims.csv
  counterclaim report claims.csv --as-of 2025-10-12
  counterclaim report claims.csv --estimates
  counterclaim report claims.xlsx --map "Death toll=quantity" -o report.md
  counterclaim report folder/ --format json | jq '.findings[0].explanation'
  cat claims.jsonl | counterclaim report -"""
)
@_PATHS
@_input_options
@_output_options
@click.option(
    "--estimates",
    is_flag=True,
    help="Add single numbers for each population: those of known rules, and a model's with its working.",
)
@_stops_cleanly
def report(paths: tuple[str, ...], **options: Any) -> None:
    """Print the discrepancy report of claim files, folders, or - for standard input."""
    form = _form(options)
    _write(_judge(paths, options)[0].result, form, options)


@cli.command(
    epilog="""\b
Examples:
  counterclaim ledger claims.csv
  counterclaim ledger war.csv --as-of 2023-12-31
  counterclaim ledger folder/ -o ledger.csv"""
)
@_PATHS
@_input_options
@_output_options
@_stops_cleanly
def ledger(paths: tuple[str, ...], **options: Any) -> None:
    """Show how the figures of each side and claimant run.

    They are held against independent counts of the same people, and against what the other side gives for its own
    losses. The factors are shown, and never applied to a finding.
    """
    from reports.ledger import chunks

    form = _form(options)
    result = _judge(paths, options)[0].result
    shown = chunks(result, form, width=options["width"], everything=options["everything"], excel=options["excel"])
    _put(shown, result, options["output"])


@cli.command(
    epilog="""\b
Examples:
  counterclaim check claims.csv
  counterclaim check claims.csv --fail-on serious --exit-zero"""
)
@_PATHS
@_input_options
@click.option("--fail-on", type=click.Choice(BANDS), default="moderate", show_default=True,
              help="The least severity of a contradiction or tension that fails the check.")  # fmt: skip
@click.option("--exit-zero", is_flag=True, help="Print what fails, but exit 0.")
@_stops_cleanly
def check(paths: tuple[str, ...], fail_on: str, exit_zero: bool, **options: Any) -> None:
    """For scripts: exit 1 when statements conflict at or above a severity."""
    from reconcile.severity import least_of
    from reports.words import counted, one_line

    judged = _judge(paths, options)[0]
    result = judged.result
    failing = [f for f in result.findings if _reaches(f, least_of(fail_on))]
    for finding in failing:
        click.echo(one_line(finding, result))
    _note_rejected(result)
    _note_left_out(judged)
    looked_at = f"{counted(len(result.claims), 'claim')}, {counted(len(result.events), 'event')}"
    click.echo(f"{len(failing)} at or above {fail_on}; {looked_at}", err=True)
    if result.rejected and not result.claims:
        _fail("no claim could be read; mend the rows named above")
    sys.exit(1 if failing and not exit_zero else 0)


def _reaches(finding: Finding, least: int) -> bool:
    return finding.verdict.value in ("contradiction", "tension") and finding.severity >= least


def _note_rejected(result: Result) -> None:
    from reports.words import rejected_line

    for row in result.rejected:
        click.echo(rejected_line(row), err=True)


def _note_left_out(judged: Judged) -> None:
    if judged.result.run.as_of is not None:
        for warning in judged.known.warnings(judged.result.run.as_of):
            click.echo(warning, err=True)


@cli.command(
    epilog="""\b
Example:
  counterclaim explain claims.csv C-12 C-31"""
)
@_PATHS
@click.argument("one", metavar="ID")
@click.argument("two", metavar="ID")
@_input_options
@click.option("--format", "form", type=click.Choice(["terminal", "json"]), default="terminal", show_default=True)
@click.option("--width", type=click.IntRange(min=40), help="Columns of the text.")
@_stops_cleanly
def explain(paths: tuple[str, ...], one: str, two: str, form: str, width: int | None, **options: Any) -> None:
    """Say why two claims are or are not one event, and why they do or do not disagree."""
    from reconcile.explain import UnknownClaim
    from reconcile.explain import explain as explain_pair
    from reports.explaining import explanation_text

    if one == two:
        _fail(f"{one!r} is named twice; give the ids of two claims")
    judged, decisions = _judge(paths, options)
    try:
        found = explain_pair(judged, one, two, decisions)
    except UnknownClaim as error:
        _fail(str(error))
    _note_left_out(judged)
    if form == "json":
        click.echo(found.model_dump_json(indent=2))
    else:
        click.echo(explanation_text(found, width=width), nl=False)


@cli.command(
    epilog="""\b
Examples:
  counterclaim demo
  counterclaim demo --set contested -o demo.md"""
)
@click.option("--set", "name", default="border", show_default=True, metavar="NAME",
              help="Which shipped fixtures: border, contested or quiet.")  # fmt: skip
@_output_options
@_stops_cleanly
def demo(name: str, **options: Any) -> None:
    """Report on claims that ship with counterclaim; needs no file and no network."""
    from counterclaim.fixtures import fixture_sets, fixtures_folder
    from counterclaim.project import judge_files

    if name not in fixture_sets():
        raise click.BadParameter(f"{name!r} is none of {', '.join(fixture_sets())}", param_hint="--set")
    form = _form(options)
    _write(judge_files([str(fixtures_folder() / name / "claims.csv")])[0].result, form, options)


@cli.command(
    epilog="""\b
Examples:
  counterclaim schema > result.schema.json
  counterclaim schema claim"""
)
@click.argument("what", type=click.Choice(["result", "claim"]), default="result")
def schema(what: str) -> None:
    """Print the JSON Schema of the result, or of a claim."""
    import json

    from reports.json_form import schema as schema_of

    click.echo(json.dumps(schema_of(what), indent=2, ensure_ascii=False))


def _speak_every_script() -> None:
    """Names come in all scripts: a file or a pipe gets UTF-8 whatever the system likes, a terminal what it can show."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def main() -> None:
    """Run the command.

    One report is made and the process ends: looking for reference cycles among hundreds of thousands of claims costs
    about a third of the time and finds nothing.
    """
    gc.disable()
    _speak_every_script()
    cli(prog_name="counterclaim")
