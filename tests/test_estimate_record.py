"""Track records as people read them."""

from __future__ import annotations

import pytest
from estimates import count, people, record, said

from reconcile.estimate.comparable import Counted, Role
from reconcile.estimate.track_record import Against, Entry, track_record
from reconcile.estimate.voting import votes


def entries(war: list[Counted], against: Against = Against.INDEPENDENT) -> dict[tuple[str | None, str | None], Entry]:
    found = track_record({c.key: votes(c) for c in war})
    return {(e.camp, e.voice): e for e in found if e.against is against}


def test_a_voice_its_camp_and_everybody_have_an_entry() -> None:
    found = entries(record(20, T=3))
    assert set(found) == {("T", "T: army"), ("T", None), (None, None)}
    assert all(e.role is Role.OTHER_SIDE and e.events == 20 for e in found.values())
    assert found["T", "T: army"].factor == pytest.approx(3, rel=0.1)
    assert found["T", None].low < found["T", None].factor < found["T", None].high


def test_a_few_comparisons_are_drawn_to_one_and_stand_in_a_wide_interval() -> None:
    one, many = entries(record(1, T=3))["T", None], entries(record(40, T=3))["T", None]
    assert 1 < one.factor < 2 < many.factor < 3
    assert one.high / one.low > 3 * many.high / many.low


def test_honest_figures_run_at_one() -> None:
    found = entries(record(10, A=1, B=1))
    assert {round(e.factor, 6) for e in found.values()} == {1.0}


def test_claims_are_held_against_what_the_other_side_admits() -> None:
    war = [people(f"p{n}", said("P: army", Role.OWN, 23), said("T: army", Role.OTHER_SIDE, 58)) for n in range(12)]
    assert entries(war) == {}
    found = entries(war, Against.ADMISSIONS)
    assert set(found) == {("T", "T: army"), ("T", None), (None, None)}
    assert found["T", None].factor == pytest.approx(58.5 / 23.5, rel=0.15)


def test_a_denial_is_nothing_to_be_held_against() -> None:
    war = [people("p", said("P: army", Role.OWN, 0), said("T: army", Role.OTHER_SIDE, 58))]
    assert entries(war, Against.ADMISSIONS) == {}


def test_many_mouths_of_a_camp_make_no_more_events() -> None:
    war = [people("p", count(100), *(said(f"T: mouth{n}", Role.OTHER_SIDE, 300) for n in range(9)))]
    found = entries(war)
    assert found["T", None].events == 1
    assert found["T", None].factor == pytest.approx(entries(record(1, T=3))["T", None].factor)


def test_a_voice_has_its_own_record_whoever_else_spoke() -> None:
    alone, among = (
        record(3, T=3),
        [
            people(c.key, *c.statements, *(said(f"T: mouth{n}", Role.OTHER_SIDE, 100) for n in range(5)))
            for c in record(3, T=3)
        ],
    )
    assert entries(among)["T", "T: army"].factor == pytest.approx(entries(alone)["T", "T: army"].factor)
    assert entries(among)["T", None].factor < entries(alone)["T", None].factor


def test_figures_of_nobody_known_have_no_camp() -> None:
    war = [people("p", count(100), said("blog", Role.UNATTRIBUTED, 130))]
    assert set(entries(war)) == {(None, None), (None, "blog")}
