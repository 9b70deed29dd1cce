"""Which claims become one event: labels, evidence, bounds; and what keeps look-alikes apart."""

from __future__ import annotations

import pytest

from reconcile.engine import reconcile
from tests.tables import claims_of, result_of, together

HEAD = "id | date | place | event_type | quantity | victims | claimant"
NIGHT = "2025-10-11 | Afghanistan-Pakistan border | clash"
STRIKE = "2024-12-24 | Paktika, Afghanistan | airstrike"


def test_border_night_58_and_23_and_200_are_one_event() -> None:
    result = result_of(
        f"""{HEAD}
        a | {NIGHT} | at least 58 | Pakistani soldiers | Taliban government spokesman
        b | {NIGHT} | 23 | Pakistani soldiers | Pakistani military
        c | {NIGHT} | more than 200 | Taliban fighters | Pakistani military"""
    )
    assert together(result) == [["a", "b", "c"]]


@pytest.mark.parametrize("figures", [("2", "900"), ("0", "10000"), ("none", "hundreds")])
def test_the_largest_contradictions_are_not_torn_apart(figures: tuple[str, str]) -> None:
    result = result_of(
        f"""{HEAD}
        a | 2022-04-08 | Kramatorsk, Ukraine | missile strike | {figures[0]} | civilians | Russian Ministry of Defence
        b | 2022-04-08 | Kramatorsk, Ukraine | missile strike | {figures[1]} | civilians | Ukrainian president"""
    )
    assert together(result) == [["a", "b"]]


def test_paktika_2024_and_paktika_2025_are_two() -> None:
    result = result_of(
        f"""{HEAD}
        a | {STRIKE} | 46 | people | Taliban government spokesman
        b | {STRIKE} | 71 | insurgents | Pakistani security officials
        c | 2025-10-10 | Paktika, Afghanistan | airstrike | 10 | civilians | Taliban government spokesman"""
    )
    assert together(result) == [["a", "b"], ["c"]]


def test_two_provinces_are_two_events() -> None:
    result = result_of(
        f"""{HEAD}
        a | 2025-10-10 | Paktika, Afghanistan | airstrike | 10 | civilians | Taliban government spokesman
        b | 2025-10-10 | Kunar, Afghanistan | airstrike | 10 | civilians | Taliban government spokesman"""
    )
    assert together(result) == [["a"], ["b"]]


def test_one_year_total_stays_out_of_the_events_of_the_year() -> None:
    result = result_of(
        f"""{HEAD} | scope
        a | {STRIKE} | 46 | people | Taliban government spokesman | event
        b | 2024 | Afghanistan | | 1200 | people | Taliban government spokesman | cumulative"""
    )
    assert together(result) == [["a"], ["b"]]


def test_the_same_label_is_one_event_whatever_the_evidence() -> None:
    result = result_of(
        """id | event | date | place | quantity | claimant
           a  | x     | 2024-01-01 | Kramatorsk, Ukraine | 5 | the mayor
           b  | x     | 1972-01-30 | Derry | 14 | the mayor"""
    )
    assert together(result) == [["a", "b"]]


def test_different_labels_are_two_events_whatever_the_evidence() -> None:
    result = result_of(
        f"""{HEAD} | event
        a | {NIGHT} | 58 | Pakistani soldiers | Taliban government spokesman | x
        b | {NIGHT} | 58 | Pakistani soldiers | Taliban government spokesman | y"""
    )
    assert together(result) == [["a"], ["b"]]


def test_an_unlabelled_claim_never_bridges_two_labels() -> None:
    result = result_of(
        f"""{HEAD} | event
        a | {NIGHT} | 58 | Pakistani soldiers | Taliban government spokesman | x
        b | {NIGHT} | 58 | Pakistani soldiers | Taliban government spokesman | y
        c | {NIGHT} | 58 | Pakistani soldiers | Taliban government spokesman |"""
    )
    homes = {c: e.id for e in result.events for c in e.claims}
    assert homes["a"] != homes["b"]
    assert homes["c"] in {homes["a"], homes["b"]}


def test_days_of_attacks_in_one_town_are_not_one_event() -> None:
    rows = "\n".join(
        f"c{day:02d} | 2022-04-{day:02d} | Kramatorsk, Ukraine | missile strike | 10 | civilians | the mayor"
        for day in range(1, 15)
    )
    result = result_of(f"{HEAD}\n{rows}")
    assert max(len(e.claims) for e in result.events) <= 4


def test_a_claim_that_says_nothing_about_when_and_where_stays_alone() -> None:
    result = result_of(
        f"""{HEAD}
        a | {NIGHT} | 58 | Pakistani soldiers | Taliban government spokesman
        b | | | | 12 | people | Radio Far"""
    )
    assert together(result) == [["a"], ["b"]]


def test_copies_of_a_report_do_not_outvote_other_evidence() -> None:
    two = f"""{HEAD}
        a | {STRIKE} | 46 | people | Taliban government spokesman
        b | 2024-12-25 | Barmal, Paktika, Afghanistan | airstrike | 71 | insurgents | Pakistani security officials"""
    copies = "\n".join(f"z{n} | {STRIKE} | 46 | people | Taliban government spokesman" for n in range(12))
    alone, many = together(result_of(two)), together(result_of(f"{two}\n{copies}"))
    joined = any({"a", "b"} <= set(group) for group in alone)
    assert any({"a", "b"} <= set(group) for group in many) == joined


def test_the_links_of_an_event_are_a_tree_over_its_claims() -> None:
    rows = "\n".join(f"c{n} | {NIGHT} | {n} | Pakistani soldiers | speaker {n}" for n in range(6))
    (event,) = result_of(f"{HEAD}\n{rows}").events
    assert len(event.why_grouped) == 5
    assert {c for link in event.why_grouped for c in link.claims} == set(event.claims)
    assert [link.bits for link in event.why_grouped] == sorted((link.bits for link in event.why_grouped), reverse=True)


def test_an_event_id_does_not_depend_on_the_order_of_rows() -> None:
    said = claims_of(
        f"""{HEAD}
        a | {NIGHT} | 58 | Pakistani soldiers | Taliban government spokesman
        b | {NIGHT} | 23 | Pakistani soldiers | Pakistani military
        c | {STRIKE} | 46 | people | Taliban government spokesman"""
    )
    assert [e.id for e in reconcile(said).events] == [e.id for e in reconcile(said[::-1]).events]


def test_a_crowded_block_is_reported() -> None:
    rows = "\n".join(
        f"c{n:03d} | 2022-04-08 | Kramatorsk, Ukraine | missile strike | {n} | civilians | speaker {n}"
        for n in range(100)
    )
    result = result_of(f"{HEAD}\n{rows}")
    assert any("crowded" in warning for warning in result.run.warnings)
    assert sum(len(e.claims) for e in result.events) == 100


def test_no_claims_no_events() -> None:
    result = reconcile([])
    assert (result.events, result.findings, result.claims) == ([], [], [])


def test_an_event_is_named_by_its_label_or_by_place_kind_and_date() -> None:
    result = result_of(
        f"""{HEAD} | event
        a | {NIGHT} | 58 | Pakistani soldiers | Taliban government spokesman | the border night
        b | {STRIKE} | 46 | people | Taliban government spokesman |"""
    )
    assert {e.label for e in result.events} == {"the border night", "Paktika, Afghanistan, airstrike, 2024-12-24"}
