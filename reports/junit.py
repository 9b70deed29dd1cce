"""The findings as JUnit XML, which build servers show as a table of tests.

A suite for each event with several claims, and in it a test case for each contradiction and tension, because viewers
show one failure for a case; an event without any has one case that passes. A conflict fails from ``fail_on`` on and
passes below, with its reason as output. A first suite holds the files that were read, with an error for each row that
could not be. No times are given: the same claims give the same file.

Schema: junit-10.xsd of https://github.com/jenkinsci/xunit-plugin.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from reconcile.result import Event, Finding, RejectedRow, Result
from reports.escape import visible
from reports.feeds import failing, said, told
from reports.titles import title
from reports.view import CONTESTED, View, place_and_day
from reports.words import rejected_line


def chunks(result: Result, *, fail_on: str = "moderate", events: str = "all") -> Iterator[str]:
    """The XML, suite by suite. ``events`` as in the other reports: ``all``, or only the ``contested`` ones."""
    view = View(result)
    failures = {f.id for f in failing(view, fail_on)}
    suites = [_reading(result), *(_event(view, event, failures) for event in view.events(events))]
    root = ET.Element("testsuites", {"name": visible(result.run.tool), **_totals(suites)})
    head, _, tail = ET.tostring(root, encoding="unicode", short_empty_elements=False).partition("</")
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n{head}\n'
    for suite in suites:
        ET.indent(suite)
        yield ET.tostring(suite, encoding="unicode") + "\n"
    yield f"</{tail}\n"


def _totals(suites: list[ET.Element]) -> dict[str, str]:
    """Tests, failures and errors of all suites together."""
    return {name: str(sum(int(suite.get(name, "0")) for suite in suites)) for name in ("tests", "failures", "errors")}


def _suite(name: str, cases: list[ET.Element]) -> ET.Element:
    counts = {
        "tests": len(cases),
        "failures": sum(case.find("failure") is not None for case in cases),
        "errors": sum(case.find("error") is not None for case in cases),
    }
    suite = ET.Element("testsuite", {"name": visible(name), **{k: str(v) for k, v in counts.items()}})
    suite.extend(cases)
    return suite


def _case(name: str, suite: str) -> ET.Element:
    return ET.Element("testcase", {"name": visible(name), "classname": visible(suite)})


def _reading(result: Result) -> ET.Element:
    name = "reading the claims"
    files = [_case(read.path, name) for read in result.run.inputs]
    return _suite(name, [*files, *(_unread(row, name) for row in result.rejected)])


def _unread(row: RejectedRow, suite: str) -> ET.Element:
    case = _case(f"{row.path}, row {row.row}" + (f", column {row.column}" if row.column else ""), suite)
    error = ET.SubElement(case, "error", {"type": "row that could not be read", "message": visible(row.reason)})
    error.text = visible(rejected_line(row))
    return case


def _event(view: View, event: Event, failures: set[str]) -> ET.Element:
    name = place_and_day(event) or event.id
    disputes = [f for f in view.findings_of(event) if f.verdict in CONTESTED]
    cases = [_conflict(view, f, name, failed=f.id in failures) for f in disputes]
    return _suite(name, cases or [_case("no statements that cannot all be right", name)])


def _conflict(view: View, finding: Finding, suite: str, *, failed: bool) -> ET.Element:
    case = _case(f"{title(finding)} ({finding.id})", suite)
    claims = map(said, view.known(finding.claims))
    lines = "\n".join(visible(line) for line in (told(view, finding), *claims))
    if failed:
        kind = {"type": visible(finding.rule), "message": visible(finding.explanation)}
        ET.SubElement(case, "failure", kind).text = lines
    else:
        ET.SubElement(case, "system-out").text = lines
    return case
