"""Infobox lines: parsed back by a parser of wikitext, each figure under its side with who said it and where."""

from __future__ import annotations

from typing import Any

import mwparserfromhell
import pytest
from command import steering
from feed_results import nothing, shipped_result
from hostile import ATTACKS, hostile_result
from hypothesis import given
from hypothesis import strategies as st
from mwparserfromhell.nodes import HTMLEntity, Tag, Template, Text
from sample_results import HOSTILE, exchanged, with_every_text
from tables import one_event

from reconcile.result import Result
from reports.escape import visible
from reports.render import render
from reports.wikitext import address, inert

BOTH_SIDES = """
    id | quantity      | victims   | victim_side           | claimant           | published  | quote       | url
    1  | 23            | soldiers  | Pakistan              | Pakistani military | 2025-10-12 |             | https://example.org/a
    2  | at least 58   | soldiers  | Pakistan              | Zabihullah Mujahid | 2025-10-12 | at least 58 |
    3  | more than 200 | fighters  | Afghanistan (Taliban) | Pakistani military | 2025-10-12 |             | https://example.org/a
    4  | 4             | civilians | Pakistan              | Pakistani military | 2025-10-12 |             | https://example.org/a
"""


def boxes(result: Result, **options: Any) -> list[Template]:
    """The infoboxes of a page that holds nothing else."""
    written = "".join(render(result, "wikipedia", **options))
    assert not steering(written)
    page = mwparserfromhell.parse(written)
    assert all(isinstance(node, Template) or (isinstance(node, Text) and not node.strip()) for node in page.nodes)
    return page.filter_templates(recursive=False)


def only(table: str, **common: str) -> dict[str, str]:
    """The parameters of the only infobox, without their references."""
    (box,) = boxes(one_event(table, **common))
    return {str(p.name).strip(): told(p.value) for p in box.params}


def told(value: Any) -> str:
    code = mwparserfromhell.parse(str(value))
    for tag in code.filter_tags(matches=lambda tag: tag.tag == "ref"):
        code.remove(tag)
    return "\n".join(line for line in code.strip_code(normalize=True).strip().splitlines() if line)


def references(result: Result, **options: Any) -> list[Tag]:
    return [
        tag
        for box in boxes(result, **options)
        for tag in box.params and mwparserfromhell.parse(str(box)).filter_tags()
        if tag.tag == "ref"
    ]


def test_each_side_has_what_was_said_of_its_losses() -> None:
    found = only(BOTH_SIDES, date="2025-10-11", place="Spin Boldak")
    assert (found["date"], found["place"]) == ("11 October 2025", "Spin Boldak")
    assert (found["combatant1"], found["combatant2"]) == ("Afghanistan (Taliban)", "Pakistan")
    assert found["casualties1"] == "Per Pakistani military (Pakistan): more than 200 fighters killed"
    assert found["casualties2"].splitlines() == [
        "Per Pakistani military (Pakistan): 23 soldiers killed",
        "Per Zabihullah Mujahid (Afghanistan (Taliban)): at least 58 soldiers killed",
    ]
    assert found["casualties3"] == "Per Pakistani military (Pakistan): 4 civilians killed"
    assert "combatant3" not in found


def test_every_line_has_a_citation_and_a_source_is_written_once() -> None:
    found = references(one_event(BOTH_SIDES))
    assert len(found) == 4
    whole = [tag for tag in found if not tag.self_closing]
    assert len(whole) == 2 and {str(t.get("name").value) for t in found} == {str(t.get("name").value) for t in whole}
    cited = [template for tag in whole for template in tag.contents.filter_templates()]
    assert {str(t.name) for t in cited} == {"cite news "}
    values = [{str(p.name): str(p.value).strip() for p in t.params} for t in cited]
    assert {"work": "The Daily", "date": "12 October 2025", "url": "https://example.org/a"} in values
    assert {"work": "The Daily", "date": "12 October 2025", "quote": "at least 58"} in values


def test_an_archived_copy_comes_with_the_day_in_its_address() -> None:
    table = """
        quantity | claimant | url                 | archived_url                                   | accessed
        5        | Reuters  | https://e.org/a b   | https://web.archive.org/web/20251012083000/x/a | 2025-10-13
        6        | AFP      | javascript:alert(1) | data:text/html,x                               |
    """
    values = [
        {str(p.name): str(p.value).strip() for p in t.params}
        for tag in references(one_event(table))
        for t in tag.contents.filter_templates()
    ]
    assert {
        "url": "https://e.org/a%20b", "archive-date": "2025-10-12", "access-date": "13 October 2025",
        "archive-url": "https://web.archive.org/web/20251012083000/x/a", "work": "The Daily",
    } in values  # fmt: skip
    assert {"work": "The Daily"} in values


def test_a_third_side_stands_with_everybody_else() -> None:
    third = "5  | 9 | fighters | al-Shabaab | Reuters | | |\n"
    found = only(BOTH_SIDES + third)
    assert (found["combatant1"], found["combatant2"]) == ("Afghanistan (Taliban)", "al-Shabaab")
    assert found["combatant3"] == "Pakistan" and "23 soldiers" in found["casualties3"]


def test_exchanging_the_sides_exchanges_their_columns() -> None:
    names = ("Alpha Front", "Beta Front")
    table = (
        "id|quantity|victims|victim_side|claimant\n1|23|soldiers|Alpha Front|Reuters\n2|20|soldiers|Beta Front|AFP\n"
    )
    plain, turned = only(table), only(exchanged(table, *names))
    assert plain["casualties1"] == turned["casualties2"] == "Per Reuters: 23 soldiers killed"
    assert plain["casualties2"] == turned["casualties1"] == "Per AFP: 20 soldiers killed"


def test_who_took_part_is_no_casualty() -> None:
    table = "measure|quantity|claimant\nstrength|500|Reuters\nrescued|20|Reuters\nmissing|3|Reuters\n"
    assert only(table)["casualties3"] == "Per Reuters: 3 people missing"


@pytest.mark.parametrize("name", ["border", "contested", "quiet"])
def test_shipped_sets_are_boxes_whose_every_figure_is_cited(name: str) -> None:
    result = shipped_result(name)
    found = boxes(result, everything=True)
    assert found
    lines = sum(str(box).count("Per ") for box in found)
    assert lines == sum(tag.tag == "ref" for box in found for tag in mwparserfromhell.parse(str(box)).filter_tags())


def test_nothing_is_no_box() -> None:
    assert boxes(nothing()) == []


def assert_inert(result: Result) -> None:
    """Nothing but our own templates, references and line breaks is left in a parsed page."""
    for box in boxes(result, everything=True):
        assert str(box.name).strip() == "Infobox military conflict"
        code = mwparserfromhell.parse(str(box))
        assert {str(t.name).strip() for t in code.filter_templates()} <= {"Infobox military conflict", "cite news"}
        assert {str(tag.tag) for tag in code.filter_tags()} <= {"ref", "br"}
        assert not code.filter_wikilinks() and not code.filter_comments() and not code.filter_headings()
        assert not code.filter_arguments()
        for link in code.filter_external_links():
            assert str(link.url).startswith(("http://", "https://"))
        known = {"conflict", "date", "place", *(f"{n}{i}" for n in ("combatant", "casualties") for i in "123")}
        assert {str(p.name).strip() for p in box.params} <= known


def test_attacks_are_shown_and_act_nowhere() -> None:
    result = hostile_result()
    assert_inert(result)
    shown = "".join(told(p.value) for box in boxes(result, everything=True) for p in box.params)
    assert all(visible(attack) in shown for attack in ATTACKS)


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_in_every_field_is_inert(words: str) -> None:
    assert_inert(with_every_text(words))


@given(st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("[]{}|='~_<>&#*:;!-/RFC 1ISBN"), max_size=30))
def test_any_text_reads_back_and_holds_no_markup(words: str) -> None:
    code = mwparserfromhell.parse("x " + inert(words))
    assert all(isinstance(node, Text | HTMLEntity) for node in code.nodes)
    assert code.strip_code(normalize=True, collapse=False) == f"x {visible(words)}"


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        ("~~~~", "&#126;" * 4),
        ("__NOTOC__", "&#95;&#95;NOTOC&#95;&#95;"),
        ("''b''", "&#39;&#39;b&#39;&#39;"),
        ("see http://x.org", "see http&#58;//x.org"),
        ("mailto:a@b.c", "mailto&#58;a@b.c"),
        ("RFC 1 ISBN 2 PMID 3", "&#82;FC 1 &#73;SBN 2 &#80;MID 3"),
        ("* item", "&#42; item"),
        ("-{zh}-", "&#45;&#123;zh&#125;-"),
        ("Pakistan's 9:30 a_b", "Pakistan's 9&#58;30 a_b"),
    ],
)
def test_magic_of_mediawiki_is_broken(words: str, plain: str) -> None:
    assert inert(words) == plain


def test_an_address_holds_no_markup() -> None:
    safe = "https://e.org/%7E%7E%7E%7E/%5B%5Bx%5D%5D/%7B%7By%7D%7D%7Cz_%5Fa%27%27"
    assert address("https://e.org/~~~~/[[x]]/{{y}}|z__a''") == safe
