"""Fact-checks and infoboxes: what is one plain count becomes a claim, everything else says why it did not."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from command import outcome, refused
from foreign import ARTICLE, REVIEWS
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.read import Loaded, UnreadableFile, load
from claims.read.importers.claimreview import reviews_in
from claims.read.importers.infobox import read as read_text
from claims.read.importers.sentence import Counted, NotOneCount, is_plain, one_count
from claims.read.result import Rejected


def read(folder: Path, name: str, text: str) -> Loaded:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return load(path)


PLAIN = [
    ("58 soldiers killed", "58", "killed", "soldiers"),
    ("At least 300 civilians were killed in Oma in 2023", "At least 300", "killed", "civilians"),
    ("The army killed 40 fighters on Monday", "40", "killed", "fighters"),
    ("Dozens of Velmari soldiers injured", "Dozens", "injured", "Velmari soldiers"),
    ("200+ militants killed", "200+", "killed", "militants"),
    ("over 200 Taliban killed", "over 200", "killed", "Taliban"),
    ("16–18 wounded", "16–18", "injured", ""),
    ("killed: 23", "23", "killed", ""),
    ("An air strike killed 12 civilians", "12", "killed", "civilians"),
    ("In 2021 the flood displaced 5,000 people", "5,000", "displaced", "people"),
]
UNCLEAR = [
    "", "heavy", "Unknown", "300 soldiers killed civilians", "9 killed, 30 wounded", "5 children and 3 women killed",
    "58 soldiers", "{{odd|3}} killed", "It cost 300 dollars and killed trust", "Whipped cream was banned",
    "50 percent of the dead", "A 12-year-old was killed",
]  # fmt: skip


@pytest.mark.parametrize(("text", "quantity", "measure", "victims"), PLAIN)
def test_one_plain_count_is_read(text: str, quantity: str, measure: str, victims: str) -> None:
    assert one_count(text) == Counted(quantity, measure, victims)


@pytest.mark.parametrize("text", UNCLEAR)
def test_anything_else_is_left_to_a_person(text: str) -> None:
    with pytest.raises(NotOneCount):
        one_count(text)


@pytest.mark.parametrize("text", ["No civilians were killed", "Were 20 killed?", "The video shows 20 dead",
                                  "20 killed, not 40", "20 people would be killed"])  # fmt: skip
def test_a_sentence_that_does_more_than_count_is_not_plain(text: str) -> None:
    assert not is_plain(text)


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=60))
def test_no_text_breaks_the_reader_of_sentences(text: str) -> None:
    try:
        counted = one_count(text, "killed")
    except NotOneCount as error:
        assert str(error)
    else:
        assert counted.quantity and counted.quantity in text


def test_a_fact_check_is_a_claim_of_who_made_the_statement(tmp_path: Path) -> None:
    loaded = read(tmp_path, "a.json", json.dumps(REVIEWS))
    (claim,) = loaded.claims
    assert (claim.claimant, claim.source, claim.quantity, claim.victims) == (
        "Velmar Front", "Example Check", "At least 58", "soldiers",
    )  # fmt: skip
    assert (claim.url, claim.document, claim.published) == (
        "https://check.example/1", "https://front.example/1", "2021-10-12",
    )  # fmt: skip
    assert claim.extra == {"review_rating": "Unproven"}
    (left,) = loaded.rejected
    assert (left.row, left.column, left.value) == (2, "claimReviewed", "Whipped cream was banned")
    assert "no claim could be made" in left.reason and "write a row of its own" in left.reason


ONE: dict[str, Any] = REVIEWS["@graph"][0]  # type: ignore[assignment, index]
API = {
    "text": ONE["claimReviewed"], "claimant": "Velmar Front", "claimDate": "2021-10-12T00:00:00Z",
    "claimReview": [{"publisher": {"name": "Example Check"}, "url": "https://check.example/1", "textualRating": "?"}],
}  # fmt: skip
LAYOUTS: dict[str, tuple[str, Any]] = {
    "one object": ("a.json", ONE),
    "a list": ("a.json", [ONE]),
    "a data feed": ("a.json", {"@type": "DataFeed", "dataFeedElement": [{"@type": "DataFeedItem", "item": [ONE]}]}),
    "Google's answer": ("a.json", {"claims": [API]}),
    "a bare Claim": ("a.json", {"@type": ["Thing", "Claim"], "text": ONE["claimReviewed"], "author": "Velmar Front"}),
}


@pytest.mark.parametrize(("name", "parsed"), LAYOUTS.values(), ids=LAYOUTS)
def test_fact_checks_lie_in_files_in_many_ways(name: str, parsed: Any, tmp_path: Path) -> None:
    (claim,) = read(tmp_path, name, json.dumps(parsed)).claims
    assert (claim.claimant, claim.quantity, claim.quote) == ("Velmar Front", "At least 58", ONE["claimReviewed"])


def test_fact_checks_one_on_a_line(tmp_path: Path) -> None:
    lines = [json.dumps(one) for one in REVIEWS["@graph"]]
    loaded = read(tmp_path, "a.jsonl", "\n".join([lines[0], "", lines[1]]))
    assert [place[1] for place in loaded.places] == [1] and [r.row for r in loaded.rejected] == [3]


def _inside(inner: Any) -> Any:
    keys = st.sampled_from(["@graph", "item", "author", "name", "claimReviewed", "x"])
    return st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3)


@settings(max_examples=30, deadline=None)
@given(st.recursive(st.none() | st.text(max_size=8) | st.integers(), _inside))
def test_nothing_in_a_json_file_breaks_the_search_for_fact_checks(parsed: Any) -> None:
    assert all(isinstance(one, dict) for one in reviews_in(parsed))


def said(loaded: Loaded) -> list[tuple[str, ...]]:
    return [(c.claimant, str(c.measure), c.quantity, c.victims, c.victim_side, c.source) for c in loaded.claims]


def test_an_infobox_is_read_line_by_line(tmp_path: Path) -> None:
    loaded = read(tmp_path, "battle.wiki", ARTICLE)
    assert said(loaded) == [
        ("Velmar", "killed", "23", "soldiers", "Velmar", "Daily"),
        ("Velmar", "injured", "29", "", "Velmar", "Daily"),
        ("Velmar Front", "killed", "58", "soldiers", "Velmar", "Daily"),
        ("Velmar Front", "injured", "30", "", "Velmar", "Daily"),
        ("Velmar Front", "killed", "9", "", "Velmar Front", "b.example"),
        ("Velmar Front", "injured", "16–18", "", "Velmar Front", "b.example"),
        ("Velmar", "killed", "200+", "militants", "Velmar Front", "Wikipedia"),
        ("Wikipedia", "killed", "12", "civilians", "", "Wikipedia"),
    ]
    first = loaded.claims[0]
    assert (first.date, first.place, first.relayed_from) == ("2021-10-11/2021-10-15", "Kandu, Velmar", "Agence A")
    assert (first.url, first.archived_url) == ("https://a.example/1", "https://web.archive.org/1")
    assert (first.published, first.accessed) == ("2021-10-12", "2021-10-13")
    assert [place[1] for place in loaded.places] == [8, 8, 8, 8, 9, 9, 9, 11]
    assert [(r.row, r.value) for r in loaded.rejected] == [
        (9, "Unknown"), (11, "(including 2 children)"), (12, "5 children and 3 women killed"), (13, "{{odd|3}} killed"),
    ]  # fmt: skip


def test_what_the_sides_say_is_set_against_each_other(tmp_path: Path) -> None:
    (tmp_path / "battle.wiki").write_text(ARTICLE, encoding="utf-8")
    findings = outcome(str(tmp_path / "battle.wiki"))["findings"]
    assert any("58" in f["explanation"] and "23" in f["explanation"] for f in findings)


def box(kind: str, **fields: str) -> str:
    return "{{Infobox " + kind + "\n" + "".join(f"| {k} = {v}\n" for k, v in fields.items()) + "}}\n"


FIELDS = [
    (box("civilian attack", title="Raid", date="{{start date|2021|10|11}}", fatalities="12", injuries="30+", perps="X"),
     [("killed", "12"), ("injured", "30+")]),
    (box("military conflict", casualties1="* 12 killed\n* 3 captured"), [("killed", "12"), ("captured", "3")]),
    (box("military conflict", casualties1="<small>{{nowrap|12 '''killed'''}}</small>&nbsp;{{efn|note 9}}"),
     [("killed", "12")]),
    (box("military conflict", casualties1="Killed: 12<br/>Wounded: 1,300"), [("killed", "12"), ("injured", "1,300")]),
    (box("military conflict", casualties1="12 [[Soldier|soldiers]] killed<!-- 99 killed -->"), [("killed", "12")]),
    (box("military conflict", casualties1="{{unbulleted list|{{ubl|12 killed|3 missing}}|4 tanks destroyed}}"),
     [("killed", "12"), ("missing", "3"), ("destroyed", "4")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FIELDS, ids=range(len(FIELDS)))
def test_wikitext_is_shown_as_a_reader_sees_it(text: str, expected: list[tuple[str, str]], tmp_path: Path) -> None:
    loaded = read(tmp_path, "a.wiki", text)
    assert [(str(c.measure), c.quantity) for c in loaded.claims] == expected and not loaded.rejected


def test_headings_name_who_speaks_whom_or_whose_losses(tmp_path: Path) -> None:
    lines = "Per army:<br>5 killed<br>Civilians:<br>6 killed<br>'''Kandu''':<br>7 killed"
    loaded = read(tmp_path, "a.wiki", box("military conflict", conflict="B", combatant1="Velmar", casualties1=lines))
    assert [(c.claimant, c.victims, c.victim_side, c.quantity) for c in loaded.claims] == [
        ("army", "", "Velmar", "5"), ("army", "Civilians", "Velmar", "6"), ("Wikipedia", "", "Kandu", "7"),
    ]  # fmt: skip


PIECES = ["12 killed", "Per X:", "{{ubl|", "}}", "<br>", "|", "[[", "]]", "<ref>", "</ref>", "*", "\n", "Unknown",
          "{{cite web|url=", "<!--", "5 dead", "'''", "(", ")"]  # fmt: skip


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_broken_wikitext_is_never_fatal_nor_silent(pieces: list[str]) -> None:
    text = box("military conflict", casualties1=" ".join(pieces))
    try:
        items = list(read_text(text, "a"))
    except UnreadableFile:
        return
    assert all(item.reason for item in items if isinstance(item, Rejected))
    assert items == list(read_text(text, "a"))


@pytest.mark.parametrize(
    ("value", "left"),
    [
        ("23 killed, including 3 officers", ["including 3 officers"]),
        ("12 killed (four of them abroad)", ["(four of them abroad)"]),
        ("Per army:", ["Per army:"]),
        ("Heavy", ["Heavy"]),
    ],
)
def test_nothing_of_a_field_is_left_out_in_silence(value: str, left: list[str], tmp_path: Path) -> None:
    loaded = read(tmp_path, "a.wiki", box("military conflict", casualties1=value))
    assert [r.value for r in loaded.rejected] == left
    assert all(str(c.measure) == "killed" for c in loaded.claims)


def test_without_the_parser_the_remedy_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "mwparserfromhell", None)
    (tmp_path / "a.wiki").write_text(ARTICLE, encoding="utf-8")
    assert "pip install 'counterclaim[wiki]'" in refused("report", str(tmp_path / "a.wiki"))


def test_an_article_without_such_an_infobox_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.wiki").write_text("{{Infobox person|name=X}}", encoding="utf-8")
    assert "no infobox of a kind that is read" in refused("report", str(tmp_path / "a.wiki"))


def test_an_infobox_of_thousands_of_lines_is_read_line_by_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from claims.read.importers import infobox

    written: list[int] = []
    monkeypatch.setattr(infobox, "str", lambda value: (written.append(1), str(value))[1], raising=False)
    path = tmp_path / "a.wiki"
    lines = "".join(f"* {n} killed\n" for n in range(1, 301))
    path.write_text("{{Infobox military conflict\n| casualties1 = \n" + lines + "}}\n", encoding="utf-8")
    assert len(load(path).claims) == 300 and len(written) < 50
