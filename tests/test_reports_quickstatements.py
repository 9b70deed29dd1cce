"""Commands for Wikidata: every line parses by the grammar, and says what the claims say."""

from __future__ import annotations

from typing import Any

import pytest
from command import steering
from feed_results import nothing, shipped_result
from hostile import hostile_result
from hypothesis import given
from hypothesis import strategies as st
from quickstatements_grammar import Command, commands, type_of
from sample_results import HOSTILE, sample, with_every_text
from tables import one_event

from reconcile.result import Result
from reports.quickstatement_values import address, comment, language, monolingual, quantity, text, time
from reports.render import render


def batch(result: Result, **options: Any) -> list[Command]:
    written = "".join(render(result, "quickstatements", **options))
    assert not steering(written)
    return commands(written)


def statements(result: Result, key: str) -> list[Command]:
    return [c for c in batch(result) if c.key == key]


SOURCED = """
    quantity     | claimant           | published            | url                   | title  | language | accessed
    23           | Pakistani military | 2025-10-12           | https://example.org/a | Losses | en       | 2025-10-13
    at least 58  | Zabihullah Mujahid | 2025-10-12T08:00:00Z | javascript:alert(1)   |        |          |
    about 40     | Red Cross          |                      |                       | Bilan  | French   |
    dozens       | Reuters            |                      |                       |        |          |
"""


@pytest.mark.parametrize(
    "line",
    ["CREATE|", "LAST|P1120", "LAST|P1120|58|P585", 'LAST|P1120|"58"', 'LAST|Len|"a" /* b */ c', "Q1|P1120|58",
     'LAST|P1932|"a"b"', "LAST|P1120|9[10,12]", "LAST|P1120|58|S854|https://example.org", "/* alone */", ""],
)  # fmt: skip
def test_the_grammar_can_refuse(line: str) -> None:
    with pytest.raises(ValueError):
        commands(line + "\n")


def test_an_event_is_an_item_with_its_day() -> None:
    found = batch(one_event(SOURCED, date="2025-10-11", place="Spin Boldak", victims="soldiers"))
    assert [c.action for c in found[:4]] == ["CREATE", "text", "text", "statement"]
    assert (found[1].key, found[2].key, found[2].value) == ("Len", "Den", "event of 11 October 2025 (Spin Boldak)")
    assert (found[3].key, found[3].value) == ("P585", "+2025-10-11T00:00:00Z/11")


def test_a_figure_keeps_wording_speaker_and_source() -> None:
    tolls = {c.value: c for c in statements(one_event(SOURCED, victims="soldiers"), "P1120")}
    assert set(tolls) == {"23", "58", "40[32,48]"}
    assert dict(tolls["23"].qualifiers) == {
        "P585": "+2025-10-12T00:00:00Z/11", "P1310": "somevalue",
        "P1932": '"23 soldiers killed, according to Pakistani military (Pakistan)"',
    }  # fmt: skip
    assert dict(tolls["23"].references) == {
        "S854": '"https://example.org/a"', "S1476": 'en:"Losses"', "S577": "+2025-10-12T00:00:00Z/11",
        "S813": "+2025-10-13T00:00:00Z/11",
    }  # fmt: skip
    assert tolls["23"].comment == "Pakistani military (Pakistan), in The Daily"
    assert tolls["58"].references == ()
    assert ("P1480", "Q5727902") in tolls["40[32,48]"].qualifiers
    assert dict(tolls["40[32,48]"].references) == {"S1476": 'und:"Bilan"'}


def test_a_figure_without_one_number_stands_in_the_comment() -> None:
    created = batch(one_event(SOURCED, victims="soldiers"))[0]
    assert created.comment == "not stated, for want of one number: Reuters, dozens of soldiers killed"


def test_a_value_is_stated_once_for_one_population() -> None:
    table = """
        quantity | victims   | claimant
        23       | soldiers  | Reuters
        23       | soldiers  | AFP
        23       | civilians | BBC
    """
    found = batch(one_event(table))
    stated = [dict(c.qualifiers)["P1932"] for c in found if c.key == "P1120"]
    kinds = {kind for kind in ("soldiers", "civilians") for words in stated if kind in words}
    assert len(kinds) == 1
    (other,) = {"soldiers", "civilians"} - kinds
    assert f"23 {other} killed" in found[0].comment


def test_measures_have_their_properties_and_others_none() -> None:
    table = """
        measure   | quantity | claimant
        injured   | 5        | Reuters
        missing   | 3        | Reuters
        captured  | 2        | Reuters
    """
    assert [(c.key, c.value) for c in batch(one_event(table))[3:]] == [("P1339", "5"), ("P1446", "3")]


def test_a_best_figure_stands_inside_its_bounds() -> None:
    table = "low | high | best | claimant\n10 | 30 | 12 | Reuters\n10 | 30 | | AFP\n"
    assert [c.value for c in statements(one_event(table), "P1120")] == ["12[10,30]"]


@pytest.mark.parametrize(
    ("when", "dates"),
    [
        ("2025-10-11/2025-10-13", [("P580", "+2025-10-11T00:00:00Z/11"), ("P582", "+2025-10-13T00:00:00Z/11")]),
        ("2025-10", [("P585", "+2025-10-00T00:00:00Z/10")]),
        ("2025", [("P585", "+2025-00-00T00:00:00Z/9")]),
        ("", []),
    ],
)
def test_dates_have_their_precision(when: str, dates: list[tuple[str, str]]) -> None:
    found = batch(one_event("quantity | claimant\n5 | Reuters\n9 | AFP\n", date=when))
    assert [(c.key, c.value) for c in found if c.key in ("P580", "P582", "P585")] == dates


def test_an_approximate_date_says_so() -> None:
    found = batch(one_event("quantity | claimant\n5 | Reuters\n9 | AFP\n", date="2025-10~"))
    (dated,) = [c for c in found if c.key == "P585"]
    assert dated.qualifiers == (("P1480", "Q5727902"),)


def test_a_label_is_in_the_language_that_all_claims_share() -> None:
    table = "quantity | claimant | language\n5 | Reuters | FR\n9 | AFP | fr\n"
    assert [c.key for c in batch(one_event(table)) if c.action == "text"] == ["Lfr", "Den"]
    assert [c.key for c in batch(one_event(table.replace("FR", "en"))) if c.action == "text"] == ["Len", "Den"]


@pytest.mark.parametrize("name", ["border", "contested", "quiet"])
def test_every_line_of_a_shipped_set_parses(name: str) -> None:
    found = batch(shipped_result(name), everything=True)
    assert len(found) > 10
    assert {c.key for c in found if c.action == "statement"} <= {"P585", "P580", "P582", "P1120", "P1339", "P1446"}


def test_nothing_is_no_command() -> None:
    assert batch(nothing()) == []


def test_attacks_are_text_and_nothing_else() -> None:
    found = batch(hostile_result(), everything=True)
    assert sum(c.key == "P1120" for c in found) >= 10
    assert not any(name in ("S854", "S1065") for c in found for name, _ in c.references)


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_in_every_field_parses(words: str) -> None:
    assert [c.key for c in batch(with_every_text(words)) if c.action == "statement"].count("P1120") > 0


def test_the_sample_is_stated() -> None:
    assert [c.value for c in statements(sample(), "P1120")] == ["23", "58"]


@given(st.text(max_size=60))
def test_any_text_is_one_string_and_one_comment(words: str) -> None:
    if quoted := text(words):
        assert type_of(quoted) == "string"
    if titled := monolingual(words, words):
        assert type_of(titled) == "monolingual"
    if noted := comment(words):
        (found,) = commands(f"CREATE{noted}\n")
        assert found.comment == noted.strip()[2:-2].strip()


def test_an_address_is_whole_or_not_there() -> None:
    url = "https://example.org/" + "a" * 1480
    assert (address(url), address(url + "a"), address("")) == (f'"{url}"', "", "")


def test_a_repeated_figure_is_disputed_as_its_original_is() -> None:
    copied = sample().model_copy(update={"findings": sample().findings[:1]})
    people = copied.events[0].estimates[0].model_copy(update={"claims": ["N-1", "N-2", "T-1"]})
    event = copied.events[0].model_copy(update={"estimates": [people]})
    stated = statements(copied.model_copy(update={"events": [event]}), "P1120")
    assert ["P1310" in dict(c.qualifiers) for c in stated] == [True, True, False]


def test_values() -> None:
    assert text(' a "b" | /* c */ ') == "\"a 'b' ¦ / * c * /\""
    assert (quantity(58, 58, None), quantity(5, 5, 5), quantity(300, 0, 299)) == ("58", "5", "299[0,299]")
    assert (language("pt_BR"), language("Dari"), language("x")) == ("pt-br", "", "")
    assert (time("2025-10-11T08:00Z"), time("11/10/2025"), time("2025-10-1")) == ("+2025-10-11T00:00:00Z/11", "", "")
