"""The ``counterclaim`` command. Everything heavy is imported by the command that needs it, so that help is instant."""

from __future__ import annotations

import gc
import io
import os
import sys
from typing import Any

import click

from counterclaim.bands import BANDS
from counterclaim.checking import check_chunks, check_form, check_options
from counterclaim.extracting import extract
from counterclaim.options import PATHS, form_of, forms_table, input_options, ledger_options, output_options
from counterclaim.reviewing import review
from counterclaim.running import fail, judge, note_drafts, note_left_out, note_rejected, put, stops_cleanly, write
from counterclaim.second_opinion import second_opinion
from counterclaim.serving import serve
from reports.forms import FORMS

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


@cli.command(
    epilog=f"""{forms_table()}

\b
Examples:
  counterclaim report claims.csv
  counterclaim report claims.csv --as-of 2025-10-12
  counterclaim report claims.csv --estimates
  counterclaim report article.txt page.html --published 2025-10-12
  counterclaim report claims.xlsx --map "Death toll=quantity" -o report.md
  counterclaim report folder/ --format json | jq '.findings[0].explanation'
  cat claims.jsonl | counterclaim report -"""
)
@PATHS
@input_options
@output_options
@click.option(
    "--estimates",
    is_flag=True,
    help="Add single numbers for each population: those of known rules, and a model's with its working.",
)
@stops_cleanly
def report(paths: tuple[str, ...], **options: Any) -> None:
    """Print the discrepancy report of claim files, articles, folders, or - for claims on standard input.

    Of articles (.txt, .md, .html, .pdf) it reads drafts of claims, as extract does, and says that nobody has checked
    them.
    """
    form = form_of(options)
    options["estimates"] |= FORMS[form].estimates
    result = judge(paths, options)[0].result
    write(result, form, options)
    if result.rejected and not result.claims:
        fail("no claim could be read; the report names the rows to mend")


@cli.command(
    epilog="""\b
Examples:
  counterclaim ledger claims.csv
  counterclaim ledger war.csv --as-of 2023-12-31
  counterclaim ledger folder/ -o ledger.csv"""
)
@PATHS
@input_options
@ledger_options
@stops_cleanly
def ledger(paths: tuple[str, ...], **options: Any) -> None:
    """Show how the figures of each side and claimant run.

    They are held against independent counts of the same people, and against what the other side gives for its own
    losses. The factors are shown, and never applied to a finding.
    """
    from reports.ledger import chunks

    form = form_of(options)
    result = judge(paths, options)[0].result
    shown = chunks(result, form, width=options["width"], everything=options["everything"], excel=options["excel"])
    put(shown, result, options["output"])


@cli.command(
    epilog="""\b
Examples:
  counterclaim check claims.csv
  counterclaim check claims.csv --fail-on serious --exit-zero
  counterclaim check claims.csv --format github
  counterclaim check claims.csv -o check.sarif"""
)
@PATHS
@input_options
@click.option("--fail-on", type=click.Choice(BANDS), default="moderate", show_default=True,
              help="The least severity of a contradiction or tension that fails the check.")  # fmt: skip
@click.option("--exit-zero", is_flag=True, help="Print what fails, but exit 0.")
@check_options
@stops_cleanly
def check(paths: tuple[str, ...], fail_on: str, exit_zero: bool, **options: Any) -> None:
    """For scripts: exit 1 when statements conflict at or above a severity."""
    from counterclaim.api import check as reaching
    from reports.words import counted

    form = check_form(options)
    judged = judge(paths, options)[0]
    result = judged.result
    failing = reaching(result, fail_on)
    put(check_chunks(result, failing, form, fail_on), result, options["output"])
    if form != "github" or options["output"]:  # a job reads both streams, and these rows are annotations already
        note_rejected(result)
    note_left_out(judged)
    note_drafts(result)
    looked_at = f"{counted(len(result.claims), 'claim')}, {counted(len(result.events), 'event')}"
    click.echo(f"{len(failing)} at or above {fail_on}; {looked_at}", err=True)
    if result.rejected and not result.claims:
        fail("no claim could be read; mend the rows named above")
    sys.exit(1 if failing and not exit_zero else 0)


@cli.command(
    "map",
    epilog="""\b
Examples:
  counterclaim map toll.xlsx
  counterclaim map toll.csv --yes""",
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False), metavar="FILE")
@click.option("--yes", is_flag=True, help="Save the guess without asking.")
@click.option("--encoding", metavar="NAME", help="Text encoding of a CSV file, when it is not found.")
@stops_cleanly
def map_(file: str, yes: bool, encoding: str | None) -> None:
    """Guess which column of a spreadsheet is which, and save it beside the file.

    Shows what each header is taken for and the first claims; asks, on a terminal; writes FILE.map.toml, which every
    command then uses by itself.
    """
    from counterclaim.mapping import map_file

    map_file(file, yes=yes, encoding=encoding)


@cli.command(
    epilog="""\b
Example:
  counterclaim explain claims.csv C-12 C-31"""
)
@PATHS
@click.argument("one", metavar="ID")
@click.argument("two", metavar="ID")
@input_options
@click.option("--format", "form", type=click.Choice(["terminal", "json"]), default="terminal", show_default=True)
@click.option("--width", type=click.IntRange(min=40), help="Columns of the text.")
@stops_cleanly
def explain(paths: tuple[str, ...], one: str, two: str, form: str, width: int | None, **options: Any) -> None:
    """Say why two claims are or are not one event, and why they do or do not disagree."""
    from reconcile.explain import UnknownClaim
    from reconcile.explain import explain as explain_pair
    from reports.explaining import explanation_text

    if one == two:
        fail(f"{one!r} is named twice; give the ids of two claims")
    judged, decisions = judge(paths, options)
    try:
        found = explain_pair(judged, one, two, decisions)
    except UnknownClaim as error:
        fail(str(error))
    note_left_out(judged)
    note_drafts(judged.result)
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
@output_options
@stops_cleanly
def demo(name: str, **options: Any) -> None:
    """Report on claims that ship with counterclaim; needs no file and no network."""
    from counterclaim.fixtures import fixture_sets, fixtures_folder
    from counterclaim.project import judge_files

    if name not in fixture_sets():
        raise click.BadParameter(f"{name!r} is none of {', '.join(fixture_sets())}", param_hint="--set")
    form = form_of(options)
    claims = str(fixtures_folder() / name / "claims.csv")
    write(judge_files([claims], estimates=FORMS[form].estimates)[0].result, form, options)


@cli.command(
    epilog="""\b
Examples:
  counterclaim schema > result.schema.json
  counterclaim schema claim
  counterclaim schema expect"""
)
@click.argument("what", type=click.Choice(["result", "claim", "expect"]), default="result")
@stops_cleanly
def schema(what: str) -> None:
    """Print the JSON Schema of the result, of a claim, or of a file of expectations."""
    import json

    if what == "expect":
        from counterclaim.expect import schema as found

        printed = found()
    else:
        from reports.json_form import schema as schema_of

        printed = schema_of(what)
    click.echo(json.dumps(printed, indent=2, ensure_ascii=False))


cli.add_command(extract)
cli.add_command(review)
cli.add_command(second_opinion)
cli.add_command(serve)


def _speak_every_script() -> None:
    """Names come in all scripts: a file or a pipe gets UTF-8 whatever the system likes, a terminal what it can show."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _open_what_is_closed() -> None:
    """Stand-ins for streams that the caller closed, so that no file that is read or written takes their place."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - for the whole run


def main() -> None:
    """Run the command.

    One report is made and the process ends: looking for reference cycles among hundreds of thousands of claims costs
    about a third of the time and finds nothing.
    """
    gc.disable()
    _open_what_is_closed()
    _speak_every_script()
    cli(prog_name="counterclaim")
