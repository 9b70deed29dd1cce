"""How serious: a number for a reader's time, never for who is right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.result import Factors
from reconcile.severity import band, firmness_of, magnitude_of, severity, share_beyond

counts = st.integers(0, 10**6)
factor = st.floats(0, 1, allow_nan=False)


def factors(magnitude: float = 1.0, **others: float) -> Factors:
    return Factors(**{"magnitude": magnitude, "directness": 1.0, "independence": 1.0, "firmness": 1.0, **others})


@pytest.mark.parametrize(
    ("low", "high", "share"),
    [(58, 23, 0.5932), (201, 0, 0.995), (201, 99, 0.505), (1, 0, 0.5), (23, 58, 0.0), (40, 40, 0.0), (0, 0, 0.0)],
)
def test_the_share_that_the_smaller_figure_cannot_hold(low: int, high: int, share: float) -> None:
    assert share_beyond(low, high) == pytest.approx(share, abs=1e-4)


@given(counts, counts)
def test_a_share_is_a_share(low: int, high: int) -> None:
    assert 0 <= share_beyond(low, high) < 1 or low > 1000 * (high + 1)
    assert share_beyond(low, high) <= 1


@given(counts, counts, st.integers(1, 1000))
def test_further_apart_is_never_less(low: int, high: int, more: int) -> None:
    assert share_beyond(low + more, high) >= share_beyond(low, high)
    assert share_beyond(low, high + more) <= share_beyond(low, high)


@given(factor, factor, factor, factor)
def test_a_severity_is_a_whole_number_from_0_to_100(m: float, d: float, i: float, f: float) -> None:
    value = severity(Factors(magnitude=m, directness=d, independence=i, firmness=f))
    assert isinstance(value, int)
    assert 0 <= value <= 100


@given(factor, factor, factor, factor, st.sampled_from(["magnitude", "directness", "independence", "firmness"]), factor)
def test_no_factor_lowers_a_severity_by_growing(m: float, d: float, i: float, f: float, which: str, to: float) -> None:
    here = Factors(magnitude=m, directness=d, independence=i, firmness=f)
    there = here.model_copy(update={which: max(to, getattr(here, which))})
    assert severity(there) >= severity(here)


@pytest.mark.parametrize(
    ("kind", "magnitude"),
    [("status", 0.75), ("status_whole", 1.0), ("denial", 0.8), ("exclusive", 0.9), ("rival_claims", 0.7),
     ("self_contradiction", 0.9), ("unanswered", 0.5), ("framing", 0.35)],
)  # fmt: skip
def test_magnitudes_without_numbers(kind: str, magnitude: float) -> None:
    assert magnitude_of(kind) == magnitude


@pytest.mark.parametrize(
    ("verdict", "firmness"),
    [
        ("contradiction", 1.0),
        ("tension", 0.4),
        ("revision_down", 0.5),
        ("gap", 0.3),
        ("progression", 0.1),
        ("revision_up", 0.1),
    ],
)
def test_how_firmly_a_verdict_stands(verdict: str, firmness: float) -> None:
    assert firmness_of(verdict) == firmness


@pytest.mark.parametrize(
    ("value", "word"),
    [
        (100, "head-on"),
        (75, "head-on"),
        (74, "serious"),
        (40, "serious"),
        (39, "moderate"),
        (15, "moderate"),
        (14, "note"),
        (0, "note"),
    ],
)
def test_bands(value: int, word: str) -> None:
    assert band(value) == word


@pytest.mark.parametrize(
    ("found", "value"),
    [
        (factors(0.8), 80),
        (factors(0.35), 35),
        (factors(0.5, firmness=0.3), 15),
        (factors(share_beyond(58, 23)), 59),
        (factors(share_beyond(201, 0), firmness=0.4), 40),
        (factors(share_beyond(46, 24), firmness=0.1), 5),
    ],
    ids=["denial", "framing", "no comment", "58 or 23", "more than 200 or none reported", "8 then 46"],
)
def test_the_published_figures(found: Factors, value: int) -> None:
    assert severity(found) == value
