"""Names that run from right to left do not turn round the sentences that hold them."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from serving import browser_of, desk_of, project

from reports.escape import visible
from reports.html_text import sentence, words_of_others
from reports.render import render
from tests.tables import result_of

ARABIC = """kind | stance | accused | act | quantity | victims | claimant | claimant_side | date | place | event
    casualty | | | | 23 | مدنيون | وزارة الصحة | الجنوب | 2024-03-02 | مدينة الشمال | غارة
    casualty | | | | at least 40 | مدنيون | متحدث باسم الجيش | الشمال | 2024-03-02 | مدينة الشمال | غارة
    responsibility | accuses | الشمال | الغارة | | | وزارة الصحة | الجنوب | 2024-03-02 | مدينة الشمال | غارة
    responsibility | denies | الشمال | الغارة | | | متحدث باسم الجيش | الشمال | 2024-03-02 | مدينة الشمال | غارة"""
_OPEN = re.compile(r"<bdi([^>]*)>|</bdi>|([^<]+)|<[^>]*>")


def taking_any_direction(page: str) -> list[str]:
    """The texts of the elements that take their direction from their first letter, without those inside them."""
    found: list[str] = []
    within: list[tuple[str, list[str]]] = []
    for part in _OPEN.finditer(page):
        if part[0].startswith("<bdi"):
            within.append((part[1], []))
        elif part[0] == "</bdi>":
            kind, texts = within.pop()
            found += ["".join(texts)] if "ltr" not in kind else []
        elif part[2] and within:
            within[-1][1].append(unescape(part[2]))
    assert not within
    return found


def test_a_sentence_that_begins_with_an_arabic_name_runs_from_left_to_right() -> None:
    told = sentence("الجيش (الشمال) said 23 جنود killed; الوزارة denied it")
    assert told == (
        '<bdi dir="ltr"><bdi>الجيش (الشمال)</bdi> said 23 <bdi>جنود</bdi> killed; <bdi>الوزارة</bdi> denied it</bdi>'
    )


@pytest.mark.parametrize("text", ["23 killed", "الجيش 58", "", "58"])
def test_a_text_of_one_direction_is_left_as_it_is(text: str) -> None:
    assert sentence(text) == words_of_others(text) == f"<bdi>{text}</bdi>"


@given(st.text(st.sampled_from("ab (;)<&58 السלע"), max_size=40).map(visible))
def test_marking_directions_changes_no_letter_and_lets_no_markup_in(text: str) -> None:
    assert unescape(re.sub(r"</?bdi[^>]*>", "", sentence(text))) == text


def assert_no_sentence_takes_its_direction_from_a_name(page: str) -> None:
    texts = taking_any_direction(page)
    assert any("وزارة الصحة" in t for t in texts)
    assert not [t for t in texts if re.search(r"[؀-ۿ]", t) and re.search(r"said|killed|denied|attributed|March", t)]


def test_no_sentence_of_the_report_takes_its_direction_from_a_name() -> None:
    page = "".join(str(c) for c in render(result_of(ARABIC), "html"))
    assert_no_sentence_takes_its_direction_from_a_name(page)


def test_no_sentence_of_the_pages_takes_its_direction_from_a_name(tmp_path: Path) -> None:
    rows = [[cell.strip() for cell in line.split("|")] for line in ARABIC.splitlines()]
    lines = [[*row, *more] for row, more in zip(rows, [("measure", "source"), *[("killed", "وكالة")] * 4], strict=True)]
    browser = browser_of(desk_of(project(tmp_path, "".join(",".join(line) + "\n" for line in lines))))
    first = browser.get("/").text
    addresses = {unescape(a) for a in re.findall(r'href="(/(?:finding|event|claim)\?[^"]*)"', first)}
    assert len([a for a in addresses if a.startswith("/finding")]) == 2
    for page in (first, *(browser.get(a).text for a in sorted(addresses))):
        assert_no_sentence_takes_its_direction_from_a_name(page)
