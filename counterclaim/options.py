"""The options that commands share, and how their values are read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import click

from reports.forms import FORMS, UnknownForm, form_for

if TYPE_CHECKING:
    from claims.read.how import How

Command = TypeVar("Command", bound=Callable[..., Any])

POLICIES = ("plain", "acled", "airwars", "gtd", "scad")

IMPORTERS = ("acled", "airwars", "claimreview", "maverick", "ucdp", "wiki")
"""Names of data sets for --from; listed here so that --help reads no data file."""

PATHS = click.argument("paths", nargs=-1, required=True, metavar="PATH...")


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


def day(context: click.Context, _: click.Parameter, value: str | None) -> date | None:
    """The day as given, or a usage error before any work is done."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value.strip())
    except ValueError:
        raise click.BadParameter(f"{value!r} is no day; write it as 2025-10-12") from None


def how_of(options: dict[str, Any]) -> How:
    """How the ``input_options`` of a command say that files are read."""
    from claims.read.how import How

    return How(
        options["importer"] or "",
        options["regroup"],
        options.get("online", False),
        published=options.get("published"),
        outlet=options.get("outlet", ""),
    )


def input_options(command: Command) -> Command:
    """Add the options that say how claims are read, and what goes with them."""
    for option in reversed(
        (
            click.option("--policy", type=click.Choice(POLICIES), default="plain", show_default=True,
                         help="How vague numbers such as “dozens” are read."),
            click.option("--map", "mapping", multiple=True, metavar="HEADER=COLUMN",
                         help="Your header for a column of the claim format; may be repeated."),
            click.option("--from", "importer", type=click.Choice(IMPORTERS), metavar="NAME",
                         help=f"Read every table as this data set: {', '.join(IMPORTERS)}. Default: by its headers."),
            click.option("--regroup", is_flag=True,
                         help="Group events of data sets afresh, so that those of different sets can be one."),
            click.option("--online", is_flag=True, help="Fetch Google Sheets that are named by their address."),
            click.option("--actors", multiple=True, type=click.Path(exists=True, dir_okay=False), metavar="FILE",
                         help="Your own sides and aliases. Default: actors.yaml beside the claims."),
            click.option("--people", type=click.Path(exists=True, dir_okay=False), metavar="FILE",
                         help="Your own words for the people counted. Default: people.yaml beside the claims."),
            click.option("--decisions", type=click.Path(exists=True, dir_okay=False), metavar="FILE",
                         help="What people decided. Default: decisions.jsonl beside the claims."),
            click.option("--as-of", metavar="DATE", callback=_date,
                         help="Only what was published by the end of DATE, and decided by then."),
            click.option("--encoding", metavar="NAME", help="Text encoding of CSV files, when it is not found."),
            click.option("--published", metavar="DATE", callback=day,
                         help="For articles: when they were published. Default: what they say."),
            click.option("--outlet", default="", metavar="NAME",
                         help="For articles: who published them. Default: what they say, else the name of the file."),
            click.option("-q", "--quiet", is_flag=True, help="No progress on standard error."),
        )
    ):  # fmt: skip
        command = option(command)
    return command


def output_options(command: Command) -> Command:
    """Add the options that say which form the report has, and where it goes."""
    populations = click.option(
        "--populations", is_flag=True, help="range-csv with a first column that names the people counted."
    )
    return _output_options(populations(command), FORMS)


def ledger_options(command: Command) -> Command:
    """As ``output_options``, with the forms that the ledger comes in."""
    return _output_options(command, ("terminal", "markdown", "json", "csv"))


def _output_options(command: Command, forms: Iterable[str]) -> Command:
    forms = list(forms)
    for option in reversed(
        (
            click.option("--format", "form", type=click.Choice(list(forms)), metavar="FORM",
                         help=f"{', '.join(forms)}. Default: by the suffix of -o, else terminal."),
            click.option("-o", "--output", type=click.Path(dir_okay=False), metavar="FILE",
                         help="Write to a file; its suffix tells the form: "
                              f"{', '.join(s for f in forms for s in FORMS[f].suffixes[:1])}."),
            click.option("--all", "everything", is_flag=True, help="Print every finding and event, however many."),
            click.option("--width", type=click.IntRange(min=40), help="Columns of the terminal report."),
            click.option("--no-color", is_flag=True, help="No colours, as with NO_COLOR set."),
            click.option("--excel", is_flag=True, help="CSV with a byte order mark, for Excel."),
        )
    ):  # fmt: skip
        command = option(command)
    return command


def mapping_of(pairs: Iterable[str]) -> dict[str, str]:
    """The columns by header, from ``HEADER=COLUMN``; a header may hold ``=``. Raises click.BadParameter."""
    found = {}
    for pair in pairs:
        header, equals, column = pair.rpartition("=")
        if not equals or not header or not column:
            raise click.BadParameter(
                f"{pair!r} is not HEADER=COLUMN, such as 'Body count=quantity'", param_hint="--map"
            )
        found[header.strip()] = column.strip()
    return found


def forms_table() -> str:
    """The forms of a report with their suffixes and what each is for, as the end of a help text."""
    wide = max(len(f"{name} {form.suffixes[0]}") for name, form in FORMS.items())
    rows = (f"  {f'{name} {form.suffixes[0]}':{wide}}  {form.help}" for name, form in FORMS.items())
    return "\n".join(["\b", "Forms, by --format or by the suffix of -o:", *rows])


def form_of(options: dict[str, Any]) -> str:
    """The form that was asked for by name or by the suffix of the output; found before any work is done."""
    if options["form"]:
        return str(options["form"])
    if options["output"] is None:
        return "terminal"
    try:
        return form_for(options["output"])
    except UnknownForm as error:
        raise click.BadParameter(str(error), param_hint="-o") from None
