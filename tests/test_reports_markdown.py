"""The report as Markdown: complete tables, nothing of a claim's text alive, and a length that a comment can have."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_results import HOSTILE, sample, with_every_text

from reconcile.result import Result
from reports.markdown import LONGEST_COMMENT
from reports.render import render
from reports.view import View

_OWN_TAGS = re.compile(r'<a id="[\w-]*"></a>|</?details>|</?summary>')
_OWN_LINKS = re.compile(r"\[f-[\w-]+\]\(#f-[\w-]+\)")
_OWN_CODE = re.compile(r"`--all`|`--format json`")


def text(result: Result, **options: object) -> str:
    return "".join(render(result, "markdown", **options))


def tables(report: str) -> list[list[str]]:
    """The blocks of consecutive lines that begin with a pipe."""
    found: list[list[str]] = [[]]
    for line in report.split("\n"):
        if line.startswith("|"):
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return [block for block in found if block]


def cells(line: str) -> int:
    """How many cells GitHub reads in a line: pipes that no backslash escapes, less one."""
    return len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) - 1


def assert_inert(report: str) -> None:
    for block in tables(report):
        assert len({cells(line) for line in block}) == 1
    rest = _OWN_CODE.sub("", _OWN_LINKS.sub("", _OWN_TAGS.sub("", report))).replace("&#8203;", "\u200b")
    assert "<" not in rest
    assert not re.search(r"@\w|#\w|://|www\.", rest)
    markdown = _OWN_CODE.sub("", re.sub(r"(?m)^<summary>.*", "", report))
    assert not re.search(r"(?<!\\)(?:\\\\)*[`$]", markdown)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066\u2067\u2028\u2029]", report)


def test_a_card_is_a_heading_an_anchor_and_a_table() -> None:
    report = text(sample())
    assert '<a id="f-count"></a>\n\n### 2. ≠ contradiction over how many · ●●●○ serious 59\n' in report
    assert "| B | S-1 | Southern spokesman | South Side | at least 58 soldiers killed | Example Agency |" in report


def test_each_event_is_folded_and_links_to_its_cards() -> None:
    report = text(sample())
    assert report.count("<details>") == report.count("</details>") == 2
    assert "[f-count](#f-count)" in report


def test_tables_are_complete() -> None:
    assert [len({cells(line) for line in block}) for block in tables(text(sample()))] == [1] * 6


@pytest.mark.parametrize("words_", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_in_every_field_stays_text(words_: str) -> None:
    assert_inert(text(with_every_text(words_)))


@settings(max_examples=40)
@given(st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("|\\`<>@#*_\n "), max_size=40))
def test_any_text_stays_text(words_: str) -> None:
    assert_inert(text(with_every_text(words_)))


def long() -> Result:
    base = sample()
    findings = [base.findings[0].model_copy(update={"id": f"f-{n}", "explanation": "word " * 400}) for n in range(90)]
    events = [e.model_copy(update={"id": f"e-{n}", "label": "label " * 80}) for n in range(40) for e in base.events[:1]]
    return base.model_copy(update={"findings": findings, "events": events})


def test_a_long_report_is_cut_at_the_length_of_a_comment_and_says_so() -> None:
    report = text(long())
    assert 0.9 * LONGEST_COMMENT < len(report) <= LONGEST_COMMENT
    assert "**Cut here:** the whole report is longer than 65,536 characters." in report
    assert report.rstrip().endswith("It does not say which is right.")
    assert report.count("<details>") == report.count("</details>")


def test_what_was_not_read_is_in_a_report_that_is_cut() -> None:
    assert "## Rows that could not be read" in text(long())


def test_a_block_that_no_comment_can_hold_is_left_out_alone() -> None:
    base = sample()
    endless = base.findings[0].model_copy(update={"notes": ["word " * 100] * 200})
    report = text(base.model_copy(update={"findings": [*base.findings[1:], endless]}))
    assert len(report) <= LONGEST_COMMENT
    assert "Cut here" in report and f"### {len(View(base).disputes)}." in report


def test_everything_is_not_cut() -> None:
    report = text(long(), everything=True)
    assert len(report) > LONGEST_COMMENT
    assert "Cut here" not in report and "### 90." in report


@pytest.mark.parametrize("most", [1000, 3000, 5000])
def test_another_length_is_kept_too(most: int) -> None:
    assert len(text(sample(), most_characters=most)) <= most
