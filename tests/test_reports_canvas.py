"""The events as a canvas: valid, cards inside their groups and never on one another, Markdown that holds no markup."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hostile import hostile_result
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from sample_results import HOSTILE, NORTH, SOUTH, exchanged, finding, run, sample, with_every_text
from test_reports_golden import fixture_result

from reconcile.result import About, Result, Verdict
from reports.colours import palette
from reports.escape import inert_note, visible
from reports.render import render

HUES = [hue["light"] for hue in palette()["sides"]]
NOTHING = Result(run=run(), claims=[], events=[], findings=[], ledger=[], rejected=[])
Item = dict[str, Any]


def canvas(result: Result) -> dict[str, list[Item]]:
    found: dict[str, list[Item]] = json.loads("".join(map(str, render(result, "canvas"))))
    return found


def cards(result: Result) -> dict[str, Item]:
    return {node["id"]: node for node in canvas(result)["nodes"]}


@cache
def schema() -> Item:
    found: Item = json.loads((Path(__file__).parent / "schemas" / "canvas.json").read_text(encoding="utf-8"))
    return found


def inside(card: Item, group: Item) -> bool:
    right, bottom = group["x"] + group["width"], group["y"] + group["height"]
    across = group["x"] <= card["x"] and card["x"] + card["width"] <= right
    return across and group["y"] <= card["y"] and card["y"] + card["height"] <= bottom


def apart(one: Item, two: Item) -> bool:
    return any(
        a[at] + a[length] <= b[at]
        for a, b in ((one, two), (two, one))
        for at, length in (("x", "width"), ("y", "height"))
    )


def assert_valid(drawn: dict[str, list[Item]]) -> None:
    jsonschema.validate(drawn, schema())
    ids = [node["id"] for node in drawn["nodes"]]
    assert len(set(ids)) == len(ids)
    assert len({edge["id"] for edge in drawn["edges"]}) == len(drawn["edges"])
    assert {end for e in drawn["edges"] for end in (e["fromNode"], e["toNode"])} <= set(ids)
    groups = [n for n in drawn["nodes"] if n["type"] == "group"]
    texts = [n for n in drawn["nodes"] if n["type"] == "text"]
    assert all(apart(*pair) for same in (groups, texts) for pair in combinations(same, 2))
    assert all(sum(inside(card, g) for g in groups) == (card["id"] != "headline") for card in texts)


@pytest.mark.parametrize("result", [sample, hostile_result, lambda: NOTHING, lambda: fixture_result("border")])
def test_it_is_valid_and_nothing_lies_on_anything_else(result: Any) -> None:
    assert_valid(canvas(result()))


@pytest.mark.parametrize(
    "broken", [{"id": "x", "type": "text"}, {"id": "x", "type": "group", "x": 0.5, "y": 0, "width": 1, "height": 1}]
)
def test_the_schema_can_refuse(broken: Item) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"nodes": [broken]}, schema())


def test_sides_stand_in_columns_by_the_alphabet_and_third_parties_last() -> None:
    drawn = cards(sample())
    heads = [drawn[f"side:e-1:{n}"] for n in range(3)]
    assert [h["text"] for h in heads] == [f"**{NORTH}**", f"**{SOUTH}**", "**third party**"]
    assert heads[0]["x"] < heads[1]["x"] < heads[2]["x"]
    columns = {name: drawn[f"claim:{name}"]["x"] for name in ("N-1", "N-2", "S-1", "S-2", "T-1")}
    left, middle, right = (h["x"] for h in heads)
    assert columns == {"N-1": left, "N-2": left, "S-1": middle, "S-2": middle, "T-1": right}
    assert drawn["claim:N-1"]["color"] == heads[0]["color"] == HUES[0]


def test_a_side_called_as_third_parties_are_has_one_column_with_them() -> None:
    named = exchanged(sample().model_dump(mode="json"), NORTH, "third party")
    assert_valid(canvas(Result.model_validate(named)))


def test_a_card_says_who_said_what_where() -> None:
    text = cards(sample())["claim:S-1"]["text"]
    assert text == (
        "**Southern spokesman \\(South Side\\)**: at least 58 soldiers killed\n\n"
        "> at least 58\n\nExample Agency, 15 October 2025 · *S-1*"
    )


def test_a_line_joins_the_two_claims_of_a_finding() -> None:
    (line,) = [e for e in canvas(sample())["edges"] if e["id"] == "line:finding:f-count"]
    assert (line["fromNode"], line["toNode"], line["toEnd"]) == ("claim:N-1", "claim:S-1", "none")
    assert line["label"] == "≠ contradiction over how many, serious 59"
    told = cards(sample())["findings:e-1"]["text"]
    assert "Northern army said 23 soldiers killed; Southern spokesman said at least 58." in told


def test_a_finding_of_more_claims_has_a_card_and_a_line_to_each() -> None:
    joint = finding("f-sum", Verdict.CONTRADICTION, About.ACCOUNTING, "e-1", ["N-1", "S-1", "T-1"])
    event = sample().events[0].model_copy(update={"findings": ["f-sum"]})
    drawn = canvas(sample().model_copy(update={"findings": [joint], "events": [event]}))
    assert_valid(drawn)
    lines = [(e["fromNode"], e["toNode"]) for e in drawn["edges"] if "f-sum" in e["id"]]
    assert lines == [("finding:f-sum", f"claim:{name}") for name in joint.claims]


def test_what_is_repeated_has_an_arrow_to_it() -> None:
    lines = [(e["fromNode"], e["toNode"]) for e in canvas(sample())["edges"] if e.get("label") == "repeats"]
    assert lines == [("claim:N-2", "claim:N-1"), ("claim:S-2", "claim:S-1")]


def test_exchanging_the_sides_gives_the_mirror_image() -> None:
    swapped = cards(Result.model_validate(exchanged(sample().model_dump(mode="json"), NORTH, SOUTH)))
    plain = cards(sample())
    blue, vermilion = HUES[:2]
    assert swapped.keys() == plain.keys()
    for name, card in plain.items():
        if name.startswith("side:"):
            assert swapped[name] == card
        elif name.startswith("claim:"):
            other = swapped[name]
            assert other["text"] == exchanged(card["text"], NORTH, SOUTH)
            assert other["color"] == exchanged(card["color"], blue, vermilion)
            beside = {plain[f"side:{event}:{n}"]["x"] for event in ("e-1", "e-2") for n in (0, 1)}
            assert (other["x"] == card["x"]) == (card["x"] not in beside)
            assert (other["y"], other["height"]) == (card["y"], card["height"])


def read(markdown: str) -> tuple[str, set[str], list[str]]:
    """What Markdown shows, the kinds of its parts, and where its links lead."""
    tokens = [t for block in MarkdownIt().parse(markdown) for t in (block, *(block.children or []))]
    shown = "".join(t.content for t in tokens if t.type in ("text", "text_special"))
    return shown, {t.type for t in tokens}, [str(t.attrs["href"]) for t in tokens if t.type == "link_open"]


def assert_inert(drawn: dict[str, list[Item]]) -> None:
    for node in drawn["nodes"]:
        shown = node.get("text", "")
        _, kinds, links = read(shown)
        assert not kinds & {"html_inline", "html_block", "code_inline", "code_block", "fence", "image", "hr"}
        assert not kinds & {"heading_open", "ordered_list_open"}
        assert all(re.match(r"https?://", link) for link in links)
        assert not re.search(r"==|%%|(?<!\\)\^|\[\[|(?<!\\)\$", re.sub(r"\]\(<[^>]*>\)", "", shown))
    told = [t for item in [*drawn["nodes"], *drawn["edges"]] for t in item.values() if isinstance(t, str)]
    assert not [t for t in told if any(unicodedata.category(c) in ("Cc", "Cs") for c in t.replace("\n", ""))]


def test_attacks_stay_text() -> None:
    drawn = canvas(hostile_result())
    assert_inert(drawn)
    assert not [node for node in drawn["nodes"] if "](" in node.get("text", "").replace("\\](", "")]


@pytest.mark.parametrize("words_", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_in_every_field_stays_text(words_: str) -> None:
    drawn = canvas(with_every_text(words_))
    assert_valid(drawn)
    assert_inert(drawn)


@settings(max_examples=100)
@given(st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("=%^#[]()<>*_`~|\\&;$!\n "), max_size=30))
def test_any_text_shows_as_itself(words_: str) -> None:
    shown, kinds, _ = read(f"**{inert_note('x' + words_ + 'x')}** {inert_note(words_)}")
    spaces = str.maketrans("", "", " \u200b\u2068\u2069\u00a0\u202f\u3000")
    assert "html_inline" not in kinds
    assert shown.translate(spaces) == (visible(f"x{words_}x") + visible(words_)).translate(spaces)


def test_links_of_a_claim_lead_to_the_web_alone() -> None:
    columns = {"url": "https://example.org/a(b)%%c", "archived_url": "javascript:alert(1)"}
    claims = [sample().claims[0].model_copy(update=columns)]
    drawn = canvas(sample().model_copy(update={"claims": claims}))
    links = [link for node in drawn["nodes"] for link in read(node.get("text", ""))[2]]
    assert links == ["https://example.org/a(b)%25%25c"]
    assert_inert(drawn)
