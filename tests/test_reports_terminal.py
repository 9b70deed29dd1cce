"""The report for a terminal: its order, its limits, and that no text of a claim can act on the screen."""

from __future__ import annotations

import io
import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_results import HOSTILE, casualty, sample, with_every_text

from reconcile.engine import reconcile
from reconcile.result import Event, Result
from reports.escape import END_ISOLATE, ISOLATE
from reports.layout import display_width
from reports.render import render
from reports.terminal import wants_color
from tests.tables import claims_of

INDENT = 30
_SGR = re.compile(r"\x1b\[[\d;]*m")


def text(result: Result, **options: object) -> str:
    return "".join(render(result, "terminal", **{"width": 80, **options}))


def assert_safe(report: str) -> None:
    bad = {c for c in report if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")} - {"\n"}
    assert not bad
    assert not set(report) & set("\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\ufeff")
    for line in report.splitlines():
        assert line.count(ISOLATE) == line.count(END_ISOLATE)


def assert_fits(report: str, width: int) -> None:
    for line in report.split("\n"):
        longest = max(map(display_width, line.split(" ")))
        assert display_width(line) <= width or longest > width - INDENT, line


def test_the_first_screen_holds_the_headline_and_the_sharpest_figure() -> None:
    first = text(sample()).splitlines()[:24]
    assert "23\nor at least 58." in "\n".join(first)
    assert first.index("Statements that conflict") < 24


def test_sections_come_in_the_order_of_a_desk() -> None:
    report = text(sample())
    order = [
        "9 claims about", "2 contradictions", "Statements that conflict", "f-blame", "f-count", "f-tense",
        "Events with several claims", "Rows that could not be read", "Warnings", "It does not say",
    ]  # fmt: skip
    flat = " ".join(report.split())
    assert [flat.find(o) for o in order] == sorted(flat.index(o) for o in order)


def test_a_card_holds_both_statements_with_side_source_date_and_id() -> None:
    card = " ".join(text(sample(), width=120).split("2. ≠")[1].split("3. ≈")[0].split())
    for part in (
        "at least 58 soldiers killed", "said by Southern spokesman (South Side), in Example Agency, published 15 "
        "October 2025 [S-1]", "23 soldiers killed", "[N-1]", "The figures are 35 apart.",
        "Holds under every numeral policy.", "N-2 says the same as N-1.", "●●●○ serious 59",
    ):  # fmt: skip
        assert part in card


def test_an_event_tells_every_finding_its_range_and_why_it_is_one() -> None:
    event = " ".join(text(sample(), width=120).split("## the border")[1].split("## the capital")[0].split())
    for part in (
        "→ revision: Southern spokesman first said dozens", "= corroboration:", "≡ repetition:", "↗ progression:",
        "range: soldiers killed: 12 or more across 3 claims; their own side gives 23",
        "the weakest of 2 links, N-1 and S-1, has +3.95 bits",
    ):  # fmt: skip
        assert part in event


def test_an_event_of_one_claim_has_no_table() -> None:
    assert "somewhere" not in text(sample())


def test_only_contested_events_can_be_asked_for() -> None:
    calm = sample().model_copy(update={"findings": [f for f in sample().findings if f.event != "e-2"]})
    assert "## the capital" in text(calm)
    assert "## the capital" not in text(calm, events="contested")


def test_another_choice_of_events_is_refused() -> None:
    with pytest.raises(ValueError, match="all or contested, not 'some'"):
        text(sample(), events="some")


def crowd(events: int) -> Result:
    """Many events of two claims each."""
    base = sample()
    claims, shown = [], []
    for n in range(events):
        pair = [casualty(f"c-{n}-{k}", "5", 5, 5, "Monitor", None, f"e-{n}") for k in (0, 1)]
        claims += pair
        shown.append(
            Event(id=f"e-{n}", label=f"event {n}", date="2025", place="", claims=[c.id for c in pair], findings=[],
                  estimates=[], why_grouped=[])
        )  # fmt: skip
    disputes = [base.findings[0].model_copy(update={"id": f"f-{n}", "event": f"e-{n}"}) for n in range(events)]
    return base.model_copy(update={"claims": claims, "events": shown, "findings": disputes})


def test_a_large_result_is_cut_and_says_so() -> None:
    report = text(crowd(1300))
    assert "… and 1,260 more conflicts; use --all or --format json" in report
    assert "… and 1,275 more events; use --all or --format json" in report
    assert len(report.splitlines()) < 1000


def test_everything_lifts_the_limits() -> None:
    report = text(crowd(100), everything=True)
    assert "more" not in report.replace("at least", "")
    assert "## event 99" in report


def test_colour_doubles_words_and_nothing_else() -> None:
    plain, coloured = text(sample()), text(sample(), color=True)
    assert coloured != plain
    assert _SGR.sub("", coloured) == plain


def test_no_color_is_honoured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in text(sample(), color=True)


class Tty(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "environment", "wanted"),
    [
        pytest.param(Tty(), {}, True, id="terminal"),
        pytest.param(Tty(), {"NO_COLOR": "1"}, False, id="NO_COLOR"),
        pytest.param(Tty(), {"NO_COLOR": ""}, True, id="NO_COLOR empty"),
        pytest.param(Tty(), {"TERM": "dumb"}, False, id="dumb"),
        pytest.param(io.StringIO(), {}, False, id="pipe"),
    ],
)
def test_colour_is_wanted_on_a_terminal_only(stream: io.StringIO, environment: dict[str, str], wanted: bool) -> None:
    assert wants_color(stream, environment) is wanted


@pytest.mark.parametrize("words_", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("width", [60, 120])
def test_hostile_text_in_every_field_cannot_act(words_: str, width: int) -> None:
    report = text(with_every_text(words_), width=width)
    assert_safe(report)
    assert_fits(report, width)


@settings(max_examples=40)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40), st.integers(60, 200))
def test_no_text_breaks_the_screen_or_the_width(words_: str, width: int) -> None:
    report = text(with_every_text(words_), width=width)
    assert_safe(report)
    assert_fits(report, width)


def test_half_a_surrogate_in_a_users_own_column_cannot_break_the_report() -> None:
    claims = [c.model_copy(update={"claimant": "a\udc80b"}) for c in sample().claims]
    report = text(sample().model_copy(update={"claims": claims}))
    assert "a\\udc80b" in report
    assert report.encode()


def test_an_empty_result_is_a_report_too() -> None:
    nothing = sample().model_copy(update={"claims": [], "events": [], "findings": [], "rejected": []})
    assert text(nothing).startswith("0 claims about 0 events from 0 sources; no two statements")


@pytest.mark.parametrize("order", ["::add-mask::x", "##[group]x", "##vso[task.setvariable variable=a]x"])
def test_no_line_is_an_order_to_a_build_server(order: str) -> None:
    """Runners act on lines that begin with these marks, whatever blanks come first."""
    head = "id | event | quantity | victims | claimant"
    rows = f"{head}\n{order} a | {order} | 58 | {order} | {order} Army\nb | {order} | 23 | {order} | Front"
    told = "".join(render(reconcile(claims_of(rows)), "terminal", width=60))
    lines = [line.strip() for line in told.splitlines()]
    assert order in told
    assert not [line for line in lines if line.startswith(("::", "##[", "##vso["))]
    assert [line for line in lines if line.startswith("\u2060" + order[:3])]
