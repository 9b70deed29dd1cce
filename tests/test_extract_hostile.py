"""Text made to be slow: the time of a document grows with its length, and no text costs many times what news costs."""

from __future__ import annotations

import gc
from functools import cache
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.extract.document import Document
from claims.extract.pipeline import extract

BRIEFS = Path(__file__).parent / "briefs"
PIECES = {
    "numbers": "12 ", "ages": "aged 4, 7, ", "number words": "one hundred and ", "ranges": "between 3 and ",
    "hedges": "at least ", "a digit": "1", "years": "2019-", "dates": "in June ", "weekdays": "Monday ",
    "dates in one word": "Monday", "leads of a date": "the week before the ", "verbs of loss": "killed ",
    "verbs in capitals": "KILLED ", "losses": "killed 12 people ", "deaths": "12 died and ",
    "clauses with a loss": "killed two; ", "people": "12 soldiers, ", "lines with a loss": "12 killed\n",
    "verbs of saying": "said ", "open quotations": '"a said ', "relative clauses": "men who said ",
    "denials": "denied ", "accusations": "Russia accused Ukraine of shelling and ",
    "headlines": "Police said 12 killed\n", "notes": "a: ", "names": "Ana Ruiz, Omar Aziz, ", "initials": "A ",
    "places": "in Kabul, ", "possessives": "'s ", "agents": "by ", "links": "and ", "of": "of the ", "that": "that ",
    "who": "who ", "no full stop": "the men of the town went to the ", "full stops": ". ", "commas": ",",
    "commas apart": ", ", "dashes": "\u2014 ", "brackets": "[a] ", "open brackets": "(", "quotation marks": '"',
    "quotation marks apart": '" ', "nested quotations": "(\"'[\u201c", "hyphens": "a-", "a letter": "a",
    "blanks": "  ", "line ends": "\n", "blank lines": " \n", "bullets": "- ", "numbered": "1. ", "zero": "\0",
    "overrides": "\u202e", "accents": "a\u0301", "half surrogates": "\ud800 ",
    "scripts": "\u0443\u0431\u0438\u0442 12 \u0441\u043e\u043b\u0434\u0430\u0442 \u0642\u062a\u0644 \u5175\u58eb ",
}  # fmt: skip
MOST = 20
"""Times the cost of news, for each character, that any text may cost."""


def seconds(text: str) -> float:
    """CPU seconds of one run, whose words all stand where the drafts say."""
    document = Document("x", text)
    gc.disable()  # collecting what other tests left behind takes longer than the text
    try:
        start = process_time()
        found = extract(document)
        taken = process_time() - start
    finally:
        gc.enable()
    assert all(text[item.start : item.end] for item in (*found.drafts, *found.look_here))
    return taken


@cache
def news() -> float:
    """CPU seconds for each character of the briefs, which are news in form."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(BRIEFS.glob("*.txt"))[:8]]
    sum(map(seconds, texts))  # data files are read once
    return sum(map(seconds, texts)) / sum(map(len, texts))


def is_in_proportion(piece: str, size: int) -> None:
    least = news() * size
    short, long = (seconds(piece * (times * size // len(piece))) for times in (1, 4))
    assert long < 12 * max(short, least)
    assert long < 4 * MOST * least


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_hostile_text_takes_time_in_proportion_to_its_length(piece: str) -> None:
    is_in_proportion(piece, 3000)


@cache
def words() -> list[str]:
    return [word for path in sorted(BRIEFS.glob("*.txt")) for word in path.read_text(encoding="utf-8").split()]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 5000), st.integers(1, 6), st.sampled_from(["", "\n", ". ", ", ", '"', "("]))))
def test_words_of_news_in_any_order_are_read_twice_alike(cuts: list[tuple[int, int, str]]) -> None:
    text = " ".join(" ".join(words()[at : at + size]) + mark for at, size, mark in cuts)
    document = Document("x", text)
    first, second = (
        [item.row(document) for found in [extract(document)] for item in (*found.drafts, *found.look_here)]
        for _ in range(2)
    )
    assert first == second
    assert all(text[row["quote_start"] : row["quote_end"]] == row["quote"] != "" for row in first)


@pytest.mark.slow
@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_so_does_hostile_text_of_half_a_million_characters(piece: str) -> None:
    is_in_proportion(piece, 125_000)
