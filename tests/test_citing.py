"""Bylines: which outlet carries a statement, and whom it names as having told it."""

from __future__ import annotations

import pytest

from claims.lexicon import data
from reconcile.citing import attributes, read_byline, read_tellers
from reconcile.reading import fold


@pytest.mark.parametrize(
    ("source", "outlet", "tellers"),
    [
        ("BBC/AFP", "BBC", ["Agence France-Presse"]),
        ("Dawn (Reuters)", "Dawn", ["Reuters"]),
        ("AP via NPR", "NPR", ["Associated Press"]),
        ("NPR via AP", "NPR", ["Associated Press"]),
        ("Dawn (via AFP)", "Dawn", ["Agence France-Presse"]),
        ("Le Monde avec AFP", "Le Monde", ["Agence France-Presse"]),
        ("La Nación, según EFE", "La Nación", ["EFE"]),
        ("Tolo News, citing the governor", "Tolo News", ["the governor"]),
        ("Коммерсантъ со ссылкой на Рейтер", "Коммерсантъ", ["Reuters"]),
        ("الجزيرة نقلا عن رويترز", "الجزيرة", ["Reuters"]),
        ("环球网援引路透社", "环球网", ["Reuters"]),
        ("新浪（路透社）", "新浪", ["Reuters"]),
        ("BBC, AFP and Reuters", "BBC", ["Agence France-Presse", "Reuters"]),
    ],
)
def test_a_byline_names_its_origin(source: str, outlet: str, tellers: list[str]) -> None:
    assert read_byline(source) == (outlet, tuple(tellers))


@pytest.mark.parametrize(
    "source",
    [
        "Dawn with agencies", "Al Jazeera and news agencies", "AFP", "AP/Reuters", "Reuters, Kabul", "RFE/RL",
        "Dawn (Karachi)", "HRW, Needless Deaths", "unnamed outlet (PESHAWAR dateline, AP-style)", "Foreign Office",
        "via", "citing", "()", "/", "Marks & Sons", "Agence centrale, Paris", "Через реку",
    ],
)  # fmt: skip
def test_a_byline_that_names_no_other_origin(source: str) -> None:
    assert read_byline(source).tellers == ()


@pytest.mark.parametrize(
    ("words", "tellers"),
    [
        ("AFP", ["Agence France-Presse"]), ("路透社", ["Reuters"]), ("British Air Ministry", ["British Air Ministry"]),
        ("agencies", []), ("وكالات", []), ("BBC; Reuters", ["BBC", "Reuters"]),
        ("AFP, Reuters", ["Agence France-Presse", "Reuters"]),
        ("Tolo, citing the Taliban", ["the Taliban"]), ("AFP via Dawn", ["Agence France-Presse"]),
        ("Radio Free Europe/Radio Liberty", ["Radio Free Europe/Radio Liberty"]), ("C-12", ["C-12"]),
    ],
)  # fmt: skip
def test_a_relay_names_the_far_end_of_its_chain(words: str, tellers: list[str]) -> None:
    assert read_tellers(words) == tuple(tellers)


@pytest.mark.parametrize(
    "text",
    ["12 were killed, the army said", "según el ejército", "по данным Минобороны", "أعلن الجيش مقتل 12", "国防部表示"],
)
def test_words_that_leave_a_statement_with_its_speaker(text: str) -> None:
    assert attributes(text)


@pytest.mark.parametrize("text", ["", " ", "12 soldiers killed in clash", "200 Taliban killed", "убиты 12 солдат"])
def test_words_that_leave_it_with_nobody(text: str) -> None:
    assert not attributes(text)


def test_no_name_stands_for_two_agencies() -> None:
    listed = data("reconcile", "relays.yaml")["agencies"]
    words = [(fold(word), name) for name, also in listed.items() for word in (name, *also)]
    assert len(dict(words)) == len(set(words))
