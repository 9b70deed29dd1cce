"""The forms in which ``counterclaim check`` tells what fails: lines of text, or a form that a build server reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from reports.forms import FORMS, UnknownForm, form_for

if TYPE_CHECKING:
    from reconcile.result import Finding, Result

Command = TypeVar("Command", bound=Callable[..., Any])

TEXT = "text"
_FORMS = (TEXT, "github", "sarif", "junit")


def check_options(command: Command) -> Command:
    """Add ``--format`` and ``-o`` with the forms of a check."""
    suffixes = ", ".join(FORMS[form].suffixes[0] for form in _FORMS if form != TEXT)
    command = click.option(
        "-o", "--output", type=click.Path(dir_okay=False), metavar="FILE",
        help=f"Write to a file; its suffix tells the form ({suffixes}), else text.",
    )(command)  # fmt: skip
    return click.option(
        "--format", "form", type=click.Choice(_FORMS), help="Default: by the suffix of -o, else text.",
    )(command)  # fmt: skip


def check_form(options: dict[str, Any]) -> str:
    """The form that was asked for, by name or by suffix; text for every suffix that no form of a check has."""
    if options["form"] or options["output"] is None:
        return str(options["form"] or TEXT)
    try:
        found = form_for(options["output"])
    except UnknownForm:
        return TEXT
    if found == "terminal":
        return TEXT
    if found not in _FORMS:
        problem = f"a check comes as {', '.join(_FORMS)}, not as {found}; name one of them with --format"
        raise click.BadParameter(problem, param_hint="-o")
    return found


def check_chunks(result: Result, failing: Iterable[Finding], form: str, fail_on: str) -> Iterable[str]:
    """What fails, in a form; text is one line for each finding."""
    if form == TEXT:
        from reports.words import one_line

        return (one_line(finding, result) + "\n" for finding in failing)
    from reports.render import render

    return (str(chunk) for chunk in render(result, form, fail_on=fail_on))
