"""One door to every form of the report: by name, or by the suffix of the file it goes to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from reconcile.result import Result
from reports.writing import write_beside_then_rename

__all__ = ["FORMS", "Form", "UnknownForm", "form_for", "render", "write_beside_then_rename"]


class UnknownForm(ValueError):
    """A form or a file suffix that no report has; the message lists those there are."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form of the report: the module that makes it, the file suffixes it goes by, and the options it knows."""

    module: str
    suffixes: tuple[str, ...]
    options: frozenset[str]

    def chunks(self, result: Result, **options: Any) -> Iterator[str]:
        """The report as pieces of text."""
        make: Callable[..., Iterator[str]] = import_module(self.module).chunks
        return make(result, **options)


FORMS = {
    "terminal": Form("reports.terminal", (".txt",), frozenset({"width", "color", "everything", "events"})),
    "markdown": Form("reports.markdown", (".md", ".markdown"), frozenset({"everything", "events", "most_characters"})),
    "json": Form("reports.json_form", (".json",), frozenset()),
    "csv": Form("reports.csv_form", (".csv",), frozenset({"excel"})),
}


def form_for(path: str | Path) -> str:
    """The name of the form that a file's suffix stands for; raises UnknownForm."""
    suffix = Path(path).suffix.casefold()
    for name, form in FORMS.items():
        if suffix in form.suffixes:
            return name
    known = ", ".join(f"{s} ({name})" for name, form in FORMS.items() for s in form.suffixes)
    given = f"the suffix {suffix}" if suffix else "a file without a suffix"
    raise UnknownForm(f"no report goes with {given}; use one of {known}, or name the form with --format")


def render(result: Result, form: str, **options: Any) -> Iterator[str]:
    """The report as pieces of text. An option that only another form knows is passed over; any other is an error."""
    if form not in FORMS:
        raise UnknownForm(f"no report has the form {form!r}; use one of {', '.join(FORMS)}")
    unknown = set(options) - set().union(*(f.options for f in FORMS.values()))
    if unknown:
        raise TypeError(f"no form of the report has the option {', '.join(sorted(unknown))}")
    chosen = FORMS[form]
    return chosen.chunks(result, **{k: v for k, v in options.items() if k in chosen.options})
