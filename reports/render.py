"""One door to every form of the report: by name, or by the suffix of the file it goes to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

from reconcile.result import Result
from reports.forms import FORMS, Form, UnknownForm, form_for, form_named
from reports.writing import write_beside_then_rename

__all__ = ["FORMS", "Form", "UnknownForm", "form_for", "render", "write_beside_then_rename"]

Chunks = Iterator[str] | Iterator[bytes]


def render(result: Result, form: str, **options: Any) -> Chunks:
    """The report as pieces of text, or of bytes where the form is ``binary``.

    An option that only another form knows is passed over; any other is an error. Raises UnknownForm.
    """
    chosen = form_named(form)
    unknown = set(options) - set().union(*(f.options for f in FORMS.values()))
    if unknown:
        raise TypeError(f"no form of the report has the option {', '.join(sorted(unknown))}")
    make: Callable[..., Chunks] = import_module(chosen.module).chunks
    return make(result, **{k: v for k, v in options.items() if k in chosen.options})
