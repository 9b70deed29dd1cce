"""How far voices miss, by hand."""

from __future__ import annotations

from math import log, sqrt

import pytest
from estimates import count, people, said

from reconcile.estimate.comparable import Counted, Role, Statement
from reconcile.estimate.comparisons import with_independent
from reconcile.estimate.constants import constants
from reconcile.estimate.ledger import learn, nothing_learnt
from reconcile.estimate.location import Weighted
from reconcile.estimate.spreads import crossings, differences, shrunk
from reconcile.estimate.voting import votes

USUAL = constants().independent


def found(*statements: Statement) -> list[Weighted]:
    return differences(votes(people("p", *statements)))


def test_half_the_square_of_a_difference_is_the_variance_of_one() -> None:
    ((variance, weight),) = found(count(10, "UN"), count(20, "ICRC"))
    assert variance == pytest.approx(log(20.5 / 10.5) ** 2 / 2)
    assert weight == 1


def test_three_voices_count_for_two_pairs() -> None:
    assert sum(w for _, w in found(*(count(n, f"m{n}") for n in (10, 20, 30)))) == pytest.approx(2)


def test_the_doubt_of_the_words_is_taken_off() -> None:
    ((plain, _),) = found(count(10, "UN"), count(20, "ICRC"))
    ((hedged, _),) = found(count(10, "UN", form="about"), count(20, "ICRC"))
    assert hedged == pytest.approx(plain - constants().forms["about"].spread ** 2 / 2)


def test_nothing_seen_leaves_the_usual_spread_a_little_wider() -> None:
    assert USUAL.prior < shrunk((), USUAL) < 1.1 * USUAL.prior
    assert nothing_learnt().independent == shrunk((), USUAL)


def test_much_seen_outweighs_the_usual() -> None:
    assert shrunk([Weighted(0.6**2, 1)] * 1000, USUAL) == pytest.approx(0.6, rel=0.01)
    assert shrunk([Weighted(-1, 1)] * 1000, USUAL) == pytest.approx(constants().least_spread, rel=0.01)


def missing(form: str = "exact") -> Counted:
    """A lone monitor says half of what two sides agree on."""
    return people("p", count(10, form=form), said("A: army", Role.OWN, 20), said("B: army", Role.OTHER_SIDE, 20))


def test_what_two_sides_miss_alike_is_the_error_of_the_count() -> None:
    (found,) = crossings(with_independent("p", votes(missing())))
    assert found == Weighted(pytest.approx(log(20.5 / 10.5) ** 2), constants().crossed)  # type: ignore[arg-type]


def test_what_the_words_of_the_count_leave_open_is_not_its_error() -> None:
    (exact,), (about,) = (crossings(with_independent("p", votes(missing(form)))) for form in ("exact", "about"))
    assert about.value == pytest.approx(exact.value - constants().forms["about"].spread ** 2)


def test_two_monitors_share_the_error_of_their_mean() -> None:
    both = people("p", *missing().statements, count(10, "another"))
    ((variance, _),) = crossings(with_independent("p", votes(both)))
    assert variance == pytest.approx(2 * log(20.5 / 10.5) ** 2)


def test_one_side_alone_says_nothing_of_the_count() -> None:
    alone = people("p", count(10), *(said(f"A: mouth{n}", Role.OWN, 20) for n in range(9)))
    assert crossings(with_independent("p", votes(alone))) == []


def test_a_lone_monitor_that_misses_what_sides_agree_on_is_trusted_less() -> None:
    """Its misses go both ways, so that no side has a tendency: all that is left is the error of the count."""
    war = [
        people(f"p{n}", count((10, 40)[n % 2]), *missing().statements[1:]) for n in range(200)
    ]  # fmt: skip
    assert learn(war).independent == pytest.approx(sqrt(0.45), abs=0.12)
    assert learn([]).independent < 0.4
