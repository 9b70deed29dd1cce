"""A result as it stood at the end of a date: what was known by then, and a count of what was not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command import HEADER, NORTH, ask, but, misused, refused, table, told
from hypothesis import given
from hypothesis import strategies as st

from claims.model import Claim
from reconcile.as_of import AsOfError, cutoff, known_by
from reconcile.decisions import Decision, Ruling
from reconcile.engine import reconcile
from reconcile.result import LeftOut
from tests.strategies import claims as some_claims
from tests.tables import claims_of

HUNDRED_YEARS_ON = "2125-01-01"


def said(published: str, name: str = "a", quantity: str = "23") -> Claim:
    (claim,) = claims_of(
        f"""id | quantity | claimant | published
            {name} | {quantity} | Army | {published}"""
    )
    return claim


def decided(at: str) -> Decision:
    return Decision(decision=Ruling.SAME, claims=("a", "b"), at=at)


@pytest.mark.parametrize(
    ("published", "date", "known"),
    [
        ("2025-10-11", "2025-10-11", True), ("2025-10-12", "2025-10-11", False),
        ("2025-10-11T23:59", "2025-10-11", True), ("2025-10-12T00:00", "2025-10-11", False),
        ("2025-10-12T00:30+02:00", "2025-10-11", True),  # still the 11th in the time of the cut
        ("2025-10-11T12:00", "2025-10-11T13:00", True), ("2025-10-11T14:00", "2025-10-11T13:00", False),
        ("2025-10-11", "2025-10-11T13:00", False),  # some time that day, perhaps after one o'clock
        ("2025-10", "2025-10-15", False), ("2025-10", "2025-10-31", True), ("2025-10-15", "2025-10", True),
        ("2025-10-12", "2025-10-10/2025-10-12", True), ("2024", "2025", True), ("2025", "2024", False),
    ],
)  # fmt: skip
def test_a_claim_is_known_when_it_was_surely_published(published: str, date: str, known: bool) -> None:
    found = known_by([said(published)], [], date)
    assert (len(found.claims), len(found.later)) == ((1, 0) if known else (0, 1))


def test_a_claim_without_a_date_is_left_out_and_counted() -> None:
    found = known_by([said(""), said("2025-10-11", "b")], [], HUNDRED_YEARS_ON)
    assert ([c.id for c in found.claims], [c.id for c in found.undated]) == (["b"], ["a"])


@pytest.mark.parametrize(("at", "kept"), [("2025-10-11", 1), ("2025-10-12", 0), ("", 1), ("after lunch", 1)])
def test_a_decision_made_later_is_left_out(at: str, kept: int) -> None:
    found = known_by([], [decided(at)], "2025-10-11")
    assert (len(found.decisions), found.later_decisions) == (kept, 1 - kept)


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("10/11/2025", "can be read two ways; write 2025-11-10 or 2025-10-11"), ("yesterday", "not an EDTF date"),
        ("2025-13-01", "no day of the calendar"), ("2025-10-11/..", "no last day"), ("", "no last day"),
        ("2025-10-11T99:00", "is not a moment"), ("2025-31", "is no month"),
    ],
)  # fmt: skip
def test_a_date_that_cannot_be_read_is_named_with_a_remedy(date: str, words: str) -> None:
    with pytest.raises(AsOfError, match=words) as caught:
        cutoff(date)
    assert "cell" not in str(caught.value)


def test_the_run_counts_what_was_left_out() -> None:
    known = [said("2025-10-11"), said("2025-10-13", "b", "40"), said("", "c"), said("2025-10-14", "d")]
    result = reconcile(known, [decided("2025-10-20")], as_of="2025-10-12")
    assert result.run.as_of == "2025-10-12"
    assert result.run.left_out == LeftOut(later=2, undated=1, decisions=1)
    assert result.run.warnings == [
        "2 claims are left out as of 2025-10-12: published after 2025-10-12",
        "1 claim is left out as of 2025-10-12: without a publication date",
        "1 decision is left out as of 2025-10-12: made after 2025-10-12",
    ]
    assert [c.id for c in result.claims] == ["a"]


def test_without_a_date_nothing_is_left_out() -> None:
    run = reconcile([said(""), said("2025-10-11", "b")]).run
    assert (run.as_of, run.left_out, run.warnings) == (None, None, [])


def test_al_ahli_as_of_the_first_evening_the_figure_was_500() -> None:
    """Gaza's health ministry said at least 500 on 17 October 2023 and 471 the day after."""
    known = claims_of(
        """id | quantity     | claimant               | published
           a  | at least 500 | Gaza Health Ministry   | 2023-10-17
           b  | 471          | Gaza Health Ministry   | 2023-10-18
           c  | 100 to 300   | US intelligence        | 2023-10-19""",
        event="one", victims="people",
    )  # fmt: skip
    pairs = {
        date: {frozenset(f.claims) for f in reconcile(known, as_of=date).findings if f.verdict == "contradiction"}
        for date in ("2023-10-17", "2023-10-18", "2023-10-19")
    }
    assert pairs == {"2023-10-17": set(), "2023-10-18": set(), "2023-10-19": {frozenset("bc")}}


@given(some_claims())
def test_as_of_a_far_future_date_all_dated_claims_are_judged(claims: list[Claim]) -> None:
    dated = [c for c in claims if c.published]
    later, plain = reconcile(claims, as_of=HUNDRED_YEARS_ON), reconcile(dated)
    assert (later.claims, later.events, later.findings) == (plain.claims, plain.events, plain.findings)


@given(some_claims(), st.lists(st.dates().map(str), min_size=2, max_size=2).map(sorted))
def test_as_of_a_later_date_claims_are_only_added(claims: list[Claim], dates: list[str]) -> None:
    early, late = (known_by(claims, [], date) for date in dates)
    assert {c.id for c in early.claims} <= {c.id for c in late.claims}
    for found in (early, late):
        assert sorted(c.id for c in (*found.claims, *found.later, *found.undated)) == [c.id for c in claims]


@given(some_claims(), st.sampled_from(["2021-05-04", "2021-05-05", "2021-05-10"]))
def test_as_of_is_the_result_of_what_was_known(claims: list[Claim], date: str) -> None:
    then, filtered = reconcile(claims, as_of=date), reconcile(known_by(claims, [], date).claims)
    assert (then.claims, then.events, then.findings) == (filtered.claims, filtered.events, filtered.findings)
    assert reconcile(claims[::-1], as_of=date).model_dump_json() == then.model_dump_json()


# The command


@pytest.fixture
def dated(tmp_path: Path) -> str:
    """Two claims that contradict each other, a day apart, and one without a date."""
    header = [*HEADER, "published"]
    rows = [
        [*NORTH, "2025-10-12"],
        [*but(id="S-1", quantity="at least 58", claimant="Zabihullah Mujahid"), "2025-10-13"],
        [*but(id="U-1", quantity="40", claimant="United Nations"), ""],
    ]
    path = tmp_path / "claims.csv"
    path.write_text(table([header, *rows]), encoding="utf-8")
    return str(path)


def test_a_report_as_of_a_date_says_so_and_what_it_leaves_out(dated: str) -> None:
    text = " ".join(told("report", dated, "--as-of", "2025-10-12").split())
    assert "1 claim about 1 event" in text and "as of 12 October 2025" in text
    assert "1 claim is left out as of 2025-10-12: published after 2025-10-12" in text
    run = json.loads(told("report", dated, "--as-of", " 2025-10-12 ", "--format", "json"))["run"]
    assert (run["as_of"], run["left_out"]) == ("2025-10-12", {"later": 1, "undated": 1, "decisions": 0})


def test_a_check_as_of_a_date_fails_only_on_what_was_known(dated: str) -> None:
    assert ask("check", dated, "--as-of", "2025-10-12").exit_code == 0
    later = ask("check", dated, "--as-of", "2025-10-13")
    assert later.exit_code == 1
    assert "1 claim is left out as of 2025-10-13: without a publication date" in later.stderr


def test_explaining_a_claim_that_is_left_out_says_why(dated: str) -> None:
    assert "was published after 2025-10-12" in refused("explain", dated, "N-1", "S-1", "--as-of", "2025-10-12")
    assert "has no publication date" in refused("explain", dated, "N-1", "U-1", "--as-of", "2025-10-12")
    assert "One event" in told("explain", dated, "N-1", "S-1", "--as-of", "2025-10-13")


def test_a_date_that_cannot_be_read_stops_before_any_work(dated: str) -> None:
    assert "can be read two ways" in misused("report", dated, "--as-of", "10/11/2025")


def test_a_decision_made_later_is_not_replayed(dated: str) -> None:
    line = json.dumps({"decision": "not a contradiction", "claims": ["N-1", "S-1"], "at": "2025-10-20"})
    (Path(dated).parent / "decisions.jsonl").write_text(line, encoding="utf-8")
    assert ask("check", dated).exit_code == 1  # the third claim still stands against both
    assert ask("check", dated, "--as-of", "2025-10-13").exit_code == 1
    assert ask("check", dated, "--as-of", "2025-10-20").exit_code == 0
