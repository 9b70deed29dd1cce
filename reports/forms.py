"""The forms that a report comes in: what makes each, the suffixes it goes by, and the options it knows.

Light to import, so that the command can list the forms without loading any.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Form:
    """A form of the report: the module whose ``chunks`` makes it, its file suffixes and options, and what it is for."""

    module: str
    suffixes: tuple[str, ...]
    help: str
    options: frozenset[str] = frozenset()
    binary: bool = False
    """Whether the pieces are bytes, which belong in a file and not on a screen."""
    estimates: bool = False
    """Whether it is about the numbers that rules give, so that they are made for it without being asked for."""


class UnknownForm(ValueError):
    """A form or a file suffix that no report has; the message lists those there are."""


FORMS = {
    "terminal": Form(
        "reports.terminal",
        (".txt",),
        "text for the screen",
        frozenset({"width", "color", "everything", "events"}),
    ),
    "markdown": Form(
        "reports.markdown",
        (".md", ".markdown"),
        "for a comment on a code-hosting site, or a note",
        frozenset({"everything", "events", "most_characters"}),
    ),
    "html": Form(
        "reports.html.page",
        (".html", ".htm"),
        "one page to publish from, with charts; no network",
        frozenset({"graph"}),
    ),
    "json": Form("reports.json_form", (".json",), "the whole result"),
    "csv": Form("reports.csv_form", (".csv",), "the findings, one a row", frozenset({"excel"})),
    "xlsx": Form("reports.xlsx", (".xlsx",), "a workbook, whose sheet of claims can be read again", binary=True),
    "sqlite": Form("reports.sqlite", (".sqlite", ".sqlite3", ".db"), "a database, as Datasette serves it", binary=True),
    "datasette": Form(
        "reports.sqlite.metadata",
        (".datasette.json",),
        "what Datasette shows beside the database of the same name",
        frozenset({"database"}),
    ),
    "gexf": Form("reports.gexf", (".gexf",), "the graph of claims and findings, for Gephi"),
    "graphml": Form("reports.graphml", (".graphml",), "the same graph, for yEd and Gephi"),
    "canvas": Form("reports.canvas", (".canvas",), "cards and lines between them, for Obsidian"),
    "jsonld": Form("reports.jsonld", (".jsonld",), "linked data: schema.org and what it lacks"),
    "csl": Form("reports.csl", (".csl.json",), "the sources as CSL-JSON, for Zotero"),
    "sarif": Form(
        "reports.sarif", (".sarif", ".sarif.json"), "for code scanning", frozenset({"everything", "fail_on"})
    ),
    "github": Form("reports.github", (".github.txt",), "annotations of a GitHub job", frozenset({"fail_on"})),
    "junit": Form(
        "reports.junit", (".junit.xml", ".xml"), "for build servers, as tests", frozenset({"fail_on", "events"})
    ),
    "range-csv": Form(
        "reports.range_csv",
        (".range.csv",),
        "contested figures, to paste into a chart tool",
        frozenset({"everything", "excel", "populations"}),
    ),
    "vega-lite": Form(
        "reports.vega_lite",
        (".vl.json", ".vega-lite.json"),
        "the range charts, to restyle in Altair or the Vega editor",
    ),
    "ucdp": Form(
        "reports.ucdp", (".ucdp.csv",), "events as UCDP codes them, one a row", frozenset({"excel"}), estimates=True
    ),
    "quickstatements": Form(
        "reports.quickstatements", (".qs",), "statements for Wikidata, to look through", frozenset({"everything"})
    ),
    "wikipedia": Form(
        "reports.wikipedia",
        (".wiki", ".wikitext"),
        "casualties for an infobox, with citations",
        frozenset({"everything"}),
    ),
}


def form_for(path: str | Path) -> str:
    """The name of the form that a file's suffix stands for, the longest that fits; raises UnknownForm."""
    file = Path(path).name.casefold()
    fitting = [(len(s), name) for name, form in FORMS.items() for s in form.suffixes if file.endswith(s) and file != s]
    if fitting:
        return max(fitting)[1]
    known = ", ".join(f"{s} ({name})" for name, form in FORMS.items() for s in form.suffixes)
    suffix = Path(path).suffix.casefold()
    given = f"the suffix {suffix}" if suffix else "a file without a suffix"
    raise UnknownForm(f"no report goes with {given}; use one of {known}, or name the form with --format")


def form_named(name: str) -> Form:
    """The form of that name; raises UnknownForm."""
    if name not in FORMS:
        raise UnknownForm(f"no report has the form {name!r}; use one of {', '.join(FORMS)}")
    return FORMS[name]
