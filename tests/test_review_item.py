"""One draft on a screen: marks at the right words, any text inert, lines that fit, colours only when wanted."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from command import ask, steering, told
from hostile import ATTACKS
from hypothesis import given
from hypothesis import strategies as st
from reviewing import ARTICLE, decided, desk_file, drafts, typed

from claims.review.checking import checked
from claims.review.context import Context, Part, Text, context_of
from reports.escape import ISOLATE, visible
from reports.layout import display_width
from reports.review_item import item_lines
from reports.review_marks import Span, marked, painted

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def shown(row: dict[str, Any], text: str | None = ARTICLE, **options: Any) -> list[str]:
    context = context_of(row, None if text is None else Text(text))
    return item_lines(row, context, heading="1 of 1", **{"width": 80, **options})


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.integers(0, 7)), max_size=5))
def test_marks_change_nothing_but_add_brackets(text: str, places: list[tuple[int, int, int]]) -> None:
    spans = [Span(start, end, str(number), number) for start, end, number in places]
    plain = painted([marked(text, spans)], None)[0]
    assert steering(plain) == []
    if not re.search(r"[\[\]\d]", text) and text.isascii() and text.isprintable():
        assert re.sub(r"\[|\][\d,]*", "", plain).split() == text.split()
    opened = sum(0 <= a < b <= len(text) for a, b in {(a, b) for a, b, _ in places})
    assert plain.count("[") - visible(text).count("[") == opened


def test_marks_nest_and_those_of_the_same_words_are_one() -> None:
    spans = [Span(0, 9, "1", 0), Span(4, 9, "2", 1), Span(4, 9, "3", 2)]
    assert painted([marked("the group said", spans)], None) == ["[the [group]2,3]1 said"]
    crossing = [Span(0, 5, "1", 0), Span(2, 8, "2", 1)]
    assert painted([marked("abcdefghij", crossing)], None) == ["[ab[cde]1fgh]2ij"]


def test_colours_end_with_their_line_and_go_on_in_the_next() -> None:
    held = marked("one two three", [Span(0, 13, "1", 0)]).split(" ")
    first, second, third = painted(held, [33])
    assert (first, second) == ("\x1b[1;38;5;33m[one\x1b[0m", "\x1b[1;38;5;33mtwo\x1b[0m")
    assert third.startswith("\x1b[1;38;5;33mthree]1") and third.endswith("\x1b[0m")
    assert painted(held, None) == ["[one", "two", "three]1"]


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("row", drafts(), ids=lambda row: row["id"])
def test_lines_fit_and_colours_only_double_what_marks_say(row: dict[str, Any], width: int) -> None:
    plain, coloured = shown(row, width=width), shown(row, width=width, color=True)
    assert [ESCAPE.sub("", line) for line in coloured] == plain
    assert all(display_width(line) <= width for line in plain)
    assert steering("\n".join(plain)) == []


def test_words_are_marked_in_the_sentences_beside_as_well(tmp_path: Path) -> None:
    page = " ".join(" ".join(shown(drafts()[1])).split())
    assert "On [Tuesday]5 a bomb [killed]1 12 people" in page  # the day is that of the sentence before
    assert "> [The Ministry of Health]4 said [at least 20]2 civilians were killed" in page


@pytest.mark.parametrize("attack", ATTACKS)
def test_texts_of_drafts_are_inert_on_a_screen(attack: str, tmp_path: Path) -> None:
    at = ARTICLE.index("killed")
    text = f"{ARTICLE[:at]}{attack}{ARTICLE[at:]}"
    row = {name: (attack if isinstance(value, str) and name not in ("kind", "id") else value)
           for name, value in drafts()[0].items()}  # fmt: skip
    told_of = {
        n: {**one, "rule": attack, "source": attack, "alternatives": [attack]} for n, one in row["provenance"].items()
    }
    row |= {
        "quote_start": at,
        "quote_end": at + len(attack),
        "provenance": told_of,
        "flags": [attack],
        "status": attack,
    }
    for line in (*shown(row, text), *shown(row, None)):
        assert steering(line.replace(ISOLATE, "").replace("\u2069", "")) == []
    result = ask("review", str(desk_file(tmp_path, [{**row, "same_as": attack}])), "--width", "60", stdin="?q")
    assert result.exit_code == 0 and steering(result.stdout) == []


def test_wide_and_right_to_left_texts_keep_to_the_width() -> None:
    text = "政府说在北港有十二人死亡。 قتل اثنا عشر شخصا في الميناء. " * 3
    row = {**drafts()[0], "quote": text[2:14], "quote_start": 2, "quote_end": 14, "claimant": "政府" * 20}
    told_of = {
        "claimant": {"source": "explicit", "start": 0, "end": 2},
        "place": {"source": "explicit", "start": 20, "end": 40},
    }
    for line in shown({**row, "provenance": told_of}, text, width=40):
        assert display_width(line) <= 40
        assert line.count("\u2068") == line.count("\u2069")


def test_half_surrogates_in_a_draft_are_shown_decided_and_written(tmp_path: Path) -> None:
    row = {**drafts()[0], "claimant": "a \udc80 man", "quote": "killed \ud800 12"}
    path = desk_file(tmp_path, [row])
    assert "a \\udc80 man" in typed(path, "a")
    assert decided(path)[0]["saw"]["claimant"] == "a \udc80 man"
    claim = checked(row)
    assert not isinstance(claim, list) and claim.claimant == "a \ufffd man"
    for suffix in ("csv", "jsonl", "xlsx"):
        told("review", str(path), "-o", str(tmp_path / f"c.{suffix}"))
    assert json.loads((tmp_path / "c.jsonl").read_text(encoding="utf-8"))["claimant"] == "a \ufffd man"


def test_a_document_far_larger_than_a_screen_shows_only_what_is_near() -> None:
    text = "word " * 20_000 + "killed 12 people" + " word" * 20_000
    at = text.index("killed")
    row = {**drafts()[0], "quote_start": at, "quote_end": at + 16, "provenance": {}}
    assert sum(map(len, shown(row, text))) < 4000
    whole = {**row, "quote": text, "quote_start": 0, "sentence": text}
    assert sum(map(len, shown(whole, text))) + sum(map(len, shown(whole, None))) < 12_000


def test_no_document_of_another_place_is_opened(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    for name in ("../a.txt", str(tmp_path / "a.txt"), "a\0.txt", "", "."):
        page = typed(desk_file(inside, [{**drafts()[0], "document": name}], article=False), "q")
        assert "Ministry" not in page


def test_a_context_without_a_document_is_the_sentence_of_the_draft() -> None:
    row = drafts()[1]
    assert context_of(row, None).parts == (Part(row["sentence"], ARTICLE.index(row["sentence"])),)
    assert isinstance(context_of({"kind": "look_here"}, None), Context)
    assert shown({"kind": "casualty"}, None)


def test_no_color_is_kept_and_nothing_is_coloured_in_a_pipe(tmp_path: Path) -> None:
    path = desk_file(tmp_path)
    assert "\x1b" not in typed(path, "q") and "\x1b" not in typed(path, "q", "--no-color")


def test_an_empty_file_of_drafts_has_nothing_to_decide(tmp_path: Path) -> None:
    path = tmp_path / "drafts.jsonl"
    path.write_text("", encoding="utf-8")
    assert "That was the last. 0 to decide" in typed(path, "adbuq")
    told("review", str(path), "-o", str(tmp_path / "c.csv"))
    assert (tmp_path / "c.csv").read_text() == "id,kind,claimant,source\n"
    told("review", str(path), "--sheet", str(tmp_path / "s.xlsx"))
    assert "0 rows decided" in ask("review", str(path), "--read", str(tmp_path / "s.xlsx")).stderr
    assert "0 drafts decided of 0" in told("review", "--stats", str(path))
