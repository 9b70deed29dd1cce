"""The shared phrasing: dates, spans, what a claim says, and agreement with the engine's own tables."""

from __future__ import annotations

import pytest
from sample_results import ALL_POLICIES, NORTH, casualty, finding, sample, statement_claim

from reconcile.engine import reconcile
from reconcile.result import About, RejectedRow, Verdict
from reports.view import View
from reports.words import (
    band,
    day,
    joined,
    moment,
    one_line,
    policies,
    rejected_line,
    span,
    speaker,
    statement,
    unread_rows,
    words,
)
from tests.tables import claims_of


@pytest.mark.parametrize(
    ("edtf", "wanted"),
    [
        ("2025-10-11", "11 October 2025"),
        ("2025-10-11/2025-10-12", "11–12 October 2025"),
        ("2025-09-30/2025-10-02", "30 September–2 October 2025"),
        ("2024-12-31/2025-01-01", "31 December 2024 – 1 January 2025"),
        ("2025-01/2025-09", "January–September 2025"),
        ("2025-10/2025-10", "October 2025"),
        ("2025-10~", "about October 2025"),
        ("2025?", "perhaps 2025"),
        ("2024", "2024"),
        ("../2025-10-11", "../2025-10-11"),
        ("2025-21", "2025-21"),
        ("", ""),
    ],
)
def test_dates_read_as_people_write_them(edtf: str, wanted: str) -> None:
    assert day(edtf) == wanted


def test_a_moment_is_shown_to_the_day() -> None:
    assert moment("2025-10-15T08:30:00Z") == "15 October 2025"


@pytest.mark.parametrize(
    ("low", "high", "wanted"), [(23, 23, "23"), (5, 6, "5–6"), (58, None, "at least 58"), (1200, 1200, "1,200")]
)
def test_spans_use_an_en_dash_and_collapse(low: int, high: int | None, wanted: str) -> None:
    assert span(low, high) == wanted


@pytest.mark.parametrize(
    ("wording", "columns", "wanted"),
    [
        pytest.param("at least 58", {}, "at least 58 soldiers killed", id="number"),
        pytest.param("dozens", {}, "dozens of soldiers killed", id="of"),
        pytest.param("some", {}, "some soldiers killed", id="some"),
        pytest.param("none reported", {"victims": ""}, "none reported: people killed", id="colon"),
        pytest.param("au moins 58 soldats", {}, "au moins 58 soldats: soldiers killed", id="another language"),
        pytest.param("58 soldiers", {}, "58 soldiers killed", id="people in the wording"),
        pytest.param("12", {"measure": "casualties"}, "12 soldiers, killed or injured", id="ambiguous measure"),
        pytest.param("", {}, "not counted: soldiers killed", id="not counted"),
    ],
)
def test_a_figure_is_said_in_its_own_words(wording: str, columns: dict[str, str], wanted: str) -> None:
    assert statement(casualty("N-1", wording, 1, None, "Northern army", NORTH, **columns)) == wanted


@pytest.mark.parametrize(
    ("columns", "wanted"),
    [
        ({"stance": "accuses", "accused": "B", "act": "a raid"}, "attributed “a raid” to B"),
        ({"stance": "accuses"}, "attributed the event to an unnamed party"),
        ({"stance": "denies"}, "denied that the event was the doing of North Side"),
        ({"stance": "claims", "act": "{act}"}, "claimed responsibility for “{act}”"),
    ],
)
def test_blame_is_said_with_one_verb_for_every_side(columns: dict[str, str], wanted: str) -> None:
    assert statement(statement_claim("N-1", "Northern army", NORTH, kind="responsibility", **columns)) == wanted


@pytest.mark.parametrize(
    ("name", "camp", "wanted"),
    [
        ("Pakistani military", "Pakistan", "Pakistani military (Pakistan)"),
        ("Pakistan's foreign office", "Pakistan", "Pakistan's foreign office"),
        ("A monitor", None, "A monitor (third party)"),
    ],
)
def test_a_speaker_is_shown_with_a_side_unless_the_name_says_it(name: str, camp: str | None, wanted: str) -> None:
    assert speaker(casualty("N-1", "23", 23, 23, name, camp)) == wanted


def test_every_enumerated_value_has_words() -> None:
    from claims.model import Measure, Stance

    assert list(words()["verdicts"]) == [v.value for v in Verdict]
    assert set(words()["about"]) == {a.value for a in About}
    assert set(words()["measures"]) == {m.value for m in Measure}
    assert set(words()["stances"]) == {s.value for s in Stance}


def test_bands_are_those_of_the_engine() -> None:
    from reconcile.severity import band as engine_band

    assert [band(n) for n in range(101)] == [engine_band(n) for n in range(101)]
    assert set(words()["bands"]) == {band(n) for n in range(101)}


def test_policies_are_those_that_ship() -> None:
    from claims.policy import load_policy, policy_names

    assert [load_policy(name).name for name in policy_names()] == [*policy_names()]


@pytest.mark.parametrize(
    ("held", "wanted"),
    [
        ([], ""),
        (ALL_POLICIES, "Holds under every numeral policy."),
        (["plain"], "Holds only under the numeral policy plain."),
        (["plain", "acled"], "Holds only under the numeral policies acled and plain."),
    ],
)
def test_a_finding_says_under_which_policies_it_holds(held: list[str], wanted: str) -> None:
    found = finding("f-1", Verdict.CONTRADICTION, About.COUNT, "e-1", ["N-1", "S-1"], policies=held)
    assert policies(found, "plain") == wanted


def test_every_policy_includes_the_users_own() -> None:
    found = finding("f-1", Verdict.CONTRADICTION, About.COUNT, "e-1", ["N-1", "S-1"], policies=ALL_POLICIES)
    assert policies(found, "our own").startswith("Holds only under")


def test_joined_lists_read_as_prose() -> None:
    assert (joined([]), joined(["a"]), joined(["a", "b", "c"], "or")) == ("", "a", "a, b or c")


def test_a_finding_on_one_line_holds_id_severity_reason_and_claims() -> None:
    result = sample()
    line = one_line(View(result).finding["f-tense"], result)
    assert line == (
        "f-tense   12 note  tension (how many): 23 and about 40 meet only on a strained reading. "
        "Holds only under the numeral policy plain. [N-1, T-1]"
    )


def test_a_rejected_row_names_file_row_column_value_and_remedy() -> None:
    row = RejectedRow(path="a.csv", row=7, column="low", value="1/2\x1b", reason="write digits")
    assert rejected_line(row) == "a.csv, row 7, column low (“1/2␛”): write digits"


def test_the_headline_names_the_sharpest_figure() -> None:
    assert View(sample()).headline == (
        "9 claims about 3 events from 2 sources; 2 pairs of statements cannot both be right. "
        "The sharpest dispute over a figure: soldiers killed, 11 October 2025: 23 or at least 58. "
        "1 row could not be read."
    )


def test_the_headline_without_a_contradiction_says_so() -> None:
    calm = sample().model_copy(update={"findings": [], "rejected": []})
    assert View(calm).headline.endswith("no two statements were found that cannot both be right.")


def test_findings_are_ordered_by_verdict_then_severity() -> None:
    assert [f.id for f in View(sample()).findings][:4] == ["f-blame", "f-count", "f-tense", "f-rev"]


def test_claims_stand_in_the_order_in_which_people_count() -> None:
    names = ["10", "2b", "9", "A-100", "A-20", "1" * 5000]
    event = sample().events[0].model_copy(update={"claims": names})
    claims = [casualty(name, "1", 1, 1, "Northern army", NORTH) for name in names]
    view = View(sample().model_copy(update={"claims": claims, "events": [event]}))
    assert [c.id for c in view.claims_of(event)] == ["2b", "9", "10", "1" * 5000, "A-20", "A-100"]


@pytest.mark.parametrize("worded", ["2000+", "at least 58", "30"])
def test_a_number_stands_right_before_the_people(worded: str) -> None:
    (claim,) = reconcile(claims_of(f"id | quantity | victims | claimant\n a | {worded} | soldiers | A mayor")).claims
    assert statement(claim) == f"{worded} soldiers killed"


def test_rows_are_counted_once_however_much_is_wrong_with_them() -> None:
    bad = [RejectedRow(path="a.csv", row=row, column=c, value="", reason="no") for row in (2, 3) for c in ("x", "y")]
    result = sample().model_copy(update={"rejected": bad})
    assert unread_rows(result) == 2 and View(result).headline.endswith("2 rows could not be read.")
