"""What a claim's text has to lose before it may stand in a report, and what it must keep."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_results import HOSTILE

from reports.escape import (
    END_ISOLATE,
    ISOLATE,
    anchor,
    inert_cell,
    inert_html,
    inert_markdown,
    isolated,
    visible,
)

ANY_TEXT = st.text(st.characters(), max_size=60) | st.sampled_from(sorted(HOSTILE.values()))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("a\r\nb\tc", "a b c", id="line breaks and tabs become spaces"),
        pytest.param("\x1b[31mred", "␛[31mred", id="escape is shown"),
        pytest.param("\x9b31m", "[U+009B]31m", id="C1 is shown"),
        pytest.param("a\u202eb", "a[U+202E]b", id="override is shown"),
        pytest.param("a\u200bb\ufeff\u2066c\u2069", "abc", id="what hides or steers goes"),
        pytest.param("می\u200cخواهم", "می\u200cخواهم", id="Persian keeps its joiner"),
        pytest.param("a\u200db", "ab", id="Latin has no joiner"),
        pytest.param("👨‍👩‍👧", "👨‍👩‍👧", id="a family stays one"),
        pytest.param("1\u202f200 dead", "1\u202f200 dead", id="no-break space in a figure stays"),
        pytest.param("a\u3000\u2003b", "a b", id="other spaces become one"),
        pytest.param("\udc80", "\\udc80", id="half a surrogate is shown"),
        pytest.param("a\uffffb", "a\ufffdb", id="a noncharacter is replaced"),
        pytest.param("至少58人", "至少58人", id="Chinese stays"),
    ],
)
def test_visible_shows_or_removes_what_acts_on_a_screen(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(ANY_TEXT)
def test_visible_leaves_nothing_that_acts(text: str) -> None:
    clean = visible(text)
    assert not [c for c in clean if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")]
    assert not set(clean) & set("\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
    assert visible(clean) == clean


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("army", "army", id="left to right alone"),
        pytest.param("الجيش 58", "⁨الجيش 58⁩", id="right to left alone: the whole"),
        pytest.param("army (الجيش): 58", "army (⁨الجيش⁩): 58", id="a run among left to right"),
        pytest.param("הם א and ב", "⁨הם א⁩ and ⁨ב⁩", id="two runs"),
        pytest.param("וזיר (א) said", "⁨וזיר (א)⁩ said", id="a bracket closes where it was opened"),
        pytest.param("(א) said", "(⁨א⁩) said", id="a bracket around a run is not its own"),
        pytest.param("to א; ב said", "to ⁨א⁩; ⁨ב⁩ said", id="two speakers beside each other"),
    ],
)
def test_right_to_left_runs_are_isolated(text: str, wanted: str) -> None:
    assert isolated(text) == wanted


@given(ANY_TEXT)
def test_isolates_are_balanced_and_change_nothing_else(text: str) -> None:
    marked = isolated(text)
    assert marked.count(ISOLATE) == marked.count(END_ISOLATE)
    assert marked.replace(ISOLATE, "").replace(END_ISOLATE, "") == visible(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("<b>&", "&lt;b&gt;&amp;", id="HTML"),
        pytest.param("a|b\\", r"a\|b\\", id="pipes and backslashes"),
        pytest.param("`x` *y* _z_", r"\`x\` \*y\* \_z\_", id="markup"),
        pytest.param("# no heading", r"\# no heading", id="a heading"),
        pytest.param("1. no list", r"1\. no list", id="a numbered list"),
        pytest.param("- no list", r"\- no list", id="a list"),
        pytest.param("2025-10-11", "2025-10-11", id="a date stays readable"),
        pytest.param("@you", "@&#8203;you", id="a mention"),
        pytest.param("org/repo#5", "org/repo#&#8203;5", id="an issue"),
        pytest.param("https://e.org", "https:&#8203;//e.org", id="an address"),
        pytest.param("www.e.org", "www&#8203;.e.org", id="an address without a scheme"),
        pytest.param("10:30:15", "10:30:15", id="a time stays readable"),
    ],
)
def test_markdown_from_claims_is_inert(text: str, wanted: str) -> None:
    assert inert_markdown(text) == wanted


def test_html_from_claims_is_inert() -> None:
    assert inert_html('</summary> "@you"') == "&lt;/summary&gt; &quot;@&#8203;you&quot;"


@pytest.mark.parametrize("start", list("=+-@\t\r\n＝＠"), ids=repr)
def test_a_cell_that_could_be_a_formula_gets_an_apostrophe(start: str) -> None:
    assert inert_cell(start + "1+1").startswith("'")


def test_a_cell_that_hides_its_formula_gets_an_apostrophe() -> None:
    assert inert_cell("\u200b=1+1") == "'=1+1"


def test_another_cell_stays_as_it_is() -> None:
    assert inert_cell("at least 58 (+/- 3)") == "at least 58 (+/- 3)"


@given(st.text(max_size=10), st.text(max_size=10))
def test_anchors_are_plain_and_tell_ids_apart(one: str, two: str) -> None:
    assert anchor(one).isascii() and not set(anchor(one)) & set(' "<>#')
    assert (anchor(one) == anchor(two)) == (one == two) or "_" in one + two
