"""The HTML report without a browser: its figures, links, words, order and bytes."""

from __future__ import annotations

import json
import re
from collections import Counter
from html import unescape
from html.parser import HTMLParser

import pytest
from sample_results import NORTH, SOUTH, exchanged, sample
from test_reports_golden import assert_golden, fixture_result

from reconcile.decisions import Decision
from reconcile.engine import reconcile
from reconcile.result import Event, Result
from reports.colours import one_key, palette, side_numbers
from reports.html.card import path
from reports.html.links import quoted_link
from reports.html.matrix import matrix_of
from reports.html.range_chart import range_charts
from reports.html.scale import scale_for
from reports.html.timeline import timelines
from reports.render import render
from reports.view import View
from tests.hostile import hostile_result
from tests.tables import claims_of

HEAD = "id | date | published | place | event_type | quantity | victims | claimant | quote | url"
NIGHT = "2025-10-11 | 2025-10-12 | Afghanistan-Pakistan border | clash"
BORDER = f"""{HEAD}
    a | {NIGHT} | at least 58 | Pakistani soldiers | Taliban government spokesman | At least 58 | https://a.example/x
    b | {NIGHT} | 23 | Pakistani soldiers | Pakistani military | 23 martyred | http://b.example/y#part
    c | {NIGHT} | 20 to 30 | Pakistani soldiers | Reuters | | javascript:alert(1)"""


class Tags(HTMLParser):
    """Every start tag of a page with its attributes, and its text without scripts and styles."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self.silent = 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {k: v or "" for k, v in attrs}))
        self.silent += tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.words.append(data)

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attrs for name, attrs in self.tags if name == tag]


def page_of(result: Result, **options: object) -> str:
    return "".join(str(chunk) for chunk in render(result, "html", **options))


def only(result: Result) -> Event:
    (event,) = result.events
    return event


def border() -> Result:
    return reconcile(claims_of(BORDER))


def test_the_marks_of_a_chart_are_the_figures_of_its_claims() -> None:
    result = border()
    view = View(result)
    (chart,) = range_charts(only(result), view.claim, result.findings, side_numbers(result.claims))
    assert chart.contested
    assert [(r.claim, r.low, r.high, r.point) for r in chart.rows] == [
        ("c", 20, 30, None),
        ("b", 23, 23, 23),
        ("a", 58, None, 58),
    ]
    shapes = {r.claim: (r.shape, r.hue) for r in chart.rows}
    assert shapes == {"a": ("diamond", 0), "b": ("circle", 1), "c": ("square", None)}
    assert chart.scale.at(0) == 0
    assert chart.scale.at(chart.scale.end) == 100
    assert "at least 58" in chart.alt or "58 or more" in chart.alt


@pytest.mark.parametrize(("greatest", "end"), [(0, 2), (1, 2), (23, 30), (58, 80), (99, 120), (100_000, 120_000)])
def test_an_axis_begins_at_zero_and_leaves_room(greatest: int, end: int) -> None:
    scale = scale_for(greatest)
    assert (scale.marks[0], scale.marks[-1]) == (0, scale.end)
    assert scale.end == end
    assert len(scale.marks) <= 7


def test_populations_in_one_dispute_share_a_chart() -> None:
    result = reconcile(
        claims_of(f"""{HEAD}
        a | {NIGHT} | 40 | civilians | Afghan Ministry of Defence | |
        b | {NIGHT} | 12 | people | United Nations | | """)
    )
    view = View(result)
    assert [f.about.value for f in view.disputes]
    charts = range_charts(only(result), view.claim, result.findings, {})
    assert [{r.people for r in c.rows} for c in charts] == [{"civilians", "people"}]


def test_a_figure_alone_has_no_chart() -> None:
    result = reconcile(claims_of(f"{HEAD}\n    a | {NIGHT} | 40 | civilians | Reuters | |"))
    assert range_charts(result.events[0], View(result).claim, [], {}) == []


def test_a_link_leads_to_the_quoted_words() -> None:
    assert quoted_link("https://a.example/x", "At least 58, he said") == (
        "https://a.example/x#:~:text=At%20least%2058%2C%20he%20said"
    )
    assert quoted_link("https://a.example/x#y", "well-known & dead") == (
        "https://a.example/x#y:~:text=well%2Dknown%20%26%20dead"
    )
    long = quoted_link("https://a.example/", " ".join(f"w{n}" for n in range(40)))
    assert long.endswith("text=w0%20w1%20w2%20w3%20w4,w35%20w36%20w37%20w38%20w39")
    assert quoted_link("javascript:x", "words") == ""


def test_the_card_links_both_sources_and_no_script() -> None:
    links = [a.get("href", "") for a in Tags(page_of(border())).all("a")]
    assert "https://a.example/x#:~:text=At%20least%2058" in links
    assert "http://b.example/y#part:~:text=23%20martyred" in links
    assert all(link.startswith(("#", "https://", "http://")) for link in links)


def test_every_anchor_that_is_linked_is_there_once() -> None:
    for result in (border(), sample(), fixture_result("contested"), hostile_result()):
        tags = Tags(page_of(result))
        ids = [attrs["id"] for _, attrs in tags.tags if "id" in attrs]
        assert len(ids) == len(set(ids))
        linked = {a["href"][1:] for a in tags.all("a") if a.get("href", "").startswith("#")}
        assert linked <= set(ids)


def test_the_evidence_shown_for_a_pair_is_the_way_between_its_claims() -> None:
    result = border()
    links = only(result).why_grouped
    shown = path(links, ["a", "b"])
    assert shown
    ends = [name for link in shown for name in link.claims]
    assert {name for name in ends if ends.count(name) == 1} == {"a", "b"}
    assert path(links, ["a"]) == path([], ["a", "b"]) == []


def test_figures_that_moved_are_drawn_in_order() -> None:
    result = reconcile(
        claims_of(f"""{HEAD}
        a | 2023-10-17 | 2023-10-17 | Gaza City | explosion | at least 500 | people | Gaza health ministry | |
        b | 2023-10-17 | 2023-10-19 | Gaza City | explosion | 471 | people | Gaza health ministry | |""")
    )
    (drawn,) = timelines(only(result), {})
    (line,) = drawn.lines
    assert [(p.said, p.claim, p.open) for p in line.points] == [("at least 500", "a", True), ("471", "b", False)]
    assert line.points[0].across < line.points[1].across
    assert line.points[0].up > line.points[1].up
    assert "17 October 2023" in drawn.alt


def test_the_matrix_has_a_row_for_each_voice_and_a_column_for_each_party() -> None:
    event = next(e for e in fixture_result("contested").events if len(e.responsibility) > 3)
    matrix = matrix_of(event.responsibility)
    assert matrix is not None
    assert matrix.parties == sorted(matrix.parties, key=str.casefold)
    assert len(matrix.rows) == len({(p.voice, p.side) for p in event.responsibility})
    cells = [cell for _, _, row in matrix.rows for column in row for cell in column]
    assert sorted(c for cell in cells for c in cell.claims) == sorted(c for p in event.responsibility for c in p.claims)
    assert matrix_of([]) is None


def test_no_text_of_a_claim_is_markup() -> None:
    page = page_of(hostile_result())
    tags = Tags(page)
    ours = [page_of(border()), page_of(fixture_result("contested")), page_of(sample())]
    assert {name for name, _ in tags.tags} <= {name for page_ in ours for name, _ in Tags(page_).tags}
    assert not [k for _, attrs in tags.tags for k in attrs if k.startswith("on")]
    assert len(tags.all("script")) == 3
    text = " ".join(tags.words)
    assert "<script>alert(1)</script>" in text
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\u202a-\u202e\u2066-\u2069\ufeff]", unescape(page))


def test_the_page_lets_nothing_run_but_its_own_scripts() -> None:
    tags = Tags(page_of(border()))
    (policy,) = (m["content"] for m in tags.all("meta") if m.get("http-equiv") == "Content-Security-Policy")
    assert "default-src 'none'" in policy
    assert len(re.findall("'sha256-", policy)) == 2
    plain = Tags(page_of(border(), graph=False))
    assert plain.all("script") == []
    (strict,) = (m["content"] for m in plain.all("meta") if m.get("http-equiv") == "Content-Security-Policy")
    assert "script-src 'none'" in strict


def test_the_graph_holds_every_claim_and_conflict_of_its_event() -> None:
    page = page_of(border())
    (data,) = re.findall(r'<script type="application/json" id="graph-data">(.*?)</script>', page, re.DOTALL)
    (event,) = json.loads(data)["events"]
    kinds = {n["id"]: n["kind"] for n in event["nodes"]}
    assert {"a", "b", "c"} <= set(kinds)
    assert all(edge["source"] in kinds and edge["target"] in kinds for edge in event["edges"])
    assert any(edge["kind"] == "contradiction" for edge in event["edges"])


def test_decisions_and_dispositions_are_shown() -> None:
    decisions = [
        {"decision": "edit", "claims": ["b"], "set": {"quantity": "24"}, "was": {"quantity": "23"}, "by": "ed"},
        {"decision": "disposition", "claims": ["a", "b"], "disposition": "asked the source", "why": "wrote to ISPR"},
    ]
    result = reconcile(claims_of(BORDER), [Decision.model_validate(d) for d in decisions])
    text = " ".join("".join(Tags(page_of(result)).words).split())
    assert "quantity: 23 → 24" in text
    assert "asked the source" in text
    assert "wrote to ISPR" in text
    for form in ("terminal", "markdown"):
        told = " ".join("".join(map(str, render(result, form, width=80))).split())
        assert "Desk: asked the source: wrote to ISPR" in told


def test_the_same_result_gives_the_same_bytes() -> None:
    assert page_of(border()) == page_of(border())
    assert page_of(hostile_result()) == page_of(hostile_result())


def test_an_empty_result_is_a_page() -> None:
    text = " ".join(Tags(page_of(reconcile([]))).words)
    assert "No two statements were found that cannot both be right." in text


def test_every_side_has_a_hue_as_long_as_there_are_hues() -> None:
    numbers = side_numbers(border().claims)
    assert list(numbers.values()) == [0, 1]
    assert list(numbers) == sorted(numbers)
    assert one_key(numbers)
    assert not one_key({str(n): 0 for n in range(len(palette()["sides"]) + 1)})


def test_the_sample_page_is_as_before() -> None:
    """Without the scripts, which are files of their own."""
    assert_golden("sample.html", page_of(sample(), graph=False))


def words_of(page: str) -> Counter[str]:
    """The words of a page, each as often as it stands there, with the numbers of hues left out."""
    return Counter(re.findall(r"[^\s<>]+", re.sub(r"hue-\d", "hue", page)))


def test_exchanging_the_sides_names_exchanges_them_and_changes_nothing_else() -> None:
    """Rows and hues follow the alphabet, so only their order may change."""
    turned = Result.model_validate(exchanged(sample().model_dump(mode="json"), NORTH, SOUTH))
    back = exchanged(page_of(turned, graph=False), NORTH, SOUTH)
    assert words_of(back) == words_of(page_of(sample(), graph=False))


def test_a_sentence_runs_from_left_to_right_whatever_script_it_begins_with() -> None:
    page = page_of(reconcile(claims_of(BORDER.replace("Pakistani soldiers", "مدنيين"))))
    assert '<bdi dir="ltr"><bdi>مدنيين</bdi> killed' in page
    assert '<bdi dir="ltr">at least 58 <bdi>مدنيين</bdi> killed</bdi>' in page
    assert "<bdi>مدنيين killed" not in page
