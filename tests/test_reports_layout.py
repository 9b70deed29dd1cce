"""Text in columns: nothing is lost, no figure is broken, and lines keep to the width."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.escape import END_ISOLATE, ISOLATE, isolated
from reports.layout import clipped, display_width, table, wrap

TEXT = st.text(st.sampled_from("ab 12,.  中文，五十السلع́של👍"), max_size=120).map(isolated)


def bare(text: str) -> str:
    return "".join(c for c in text if c not in (" ", ISOLATE, END_ISOLATE))


@given(TEXT, st.integers(20, 60))
def test_wrapping_loses_nothing_and_keeps_to_the_width(text: str, width: int) -> None:
    lines = wrap(text, width, "- ")
    assert bare("".join(lines)) == "-" + bare(text)
    for line in lines:
        longest = max(map(display_width, line[2:].split(" ")))
        assert display_width(line) <= width or longest > width - 2


@given(TEXT, st.integers(20, 60))
def test_each_line_closes_the_isolates_it_opens(text: str, width: int) -> None:
    for line in wrap(text, width):
        assert line.count(ISOLATE) == line.count(END_ISOLATE)


def test_east_asian_text_is_measured_in_columns() -> None:
    assert [display_width(line) for line in wrap("士兵" * 10, 20)] == [20, 20]


@pytest.mark.parametrize("figure", ["1,234,567", "五十八", "１２３４", "1\u202f200"])
def test_a_figure_is_never_broken(figure: str) -> None:
    for width in range(20, 30):
        assert any(figure in line for line in wrap(f"至少有超过大约总计合共{figure}名士兵丧生", width))


def test_a_table_fits_and_aligns_wide_characters() -> None:
    lines = table(("who", "said"), [["中文报纸", "58 soldiers killed in the fighting"], ["x", "23"]], 60)
    assert max(map(display_width, lines)) <= 60
    assert {display_width(line[: line.index("5")]) for line in lines if "58" in line} == {10}


def test_a_table_that_does_not_fit_becomes_lists() -> None:
    lines = table(("who", "said"), [["w" * 30, "s" * 30]], 40)
    assert lines == [f"- who: {'w' * 30}", f"  said: {'s' * 30}"]


@pytest.mark.parametrize(
    ("text", "most", "wanted"),
    [
        pytest.param("short", 10, "short", id="short texts stay"),
        pytest.param("one two three", 9, "one two…", id="cut between words"),
        pytest.param("x" * 20, 5, "xxxxx…", id="one long word"),
        pytest.param("12345678 dead", 5, "12345678…", id="a figure stays whole"),
        pytest.param("1" * 100, 5, "1" * 50 + "…", id="no word without end"),
        pytest.param("killed 12345678", 10, "killed…", id="no part of a figure"),
    ],
)
def test_long_texts_are_cut_without_cutting_figures(text: str, most: int, wanted: str) -> None:
    assert clipped(text, most) == wanted
