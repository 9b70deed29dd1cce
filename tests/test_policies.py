"""Numeral policies: what each organisation states, and the plain reading where it states nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.lexicon import data
from claims.policy import PolicyError, load_policy, policy_names
from claims.quantity import Interval, read_quantity

TERMS = sorted(data("claims", "numerals/plain.yaml")["terms"])
WORDING_OF = {"none": "nobody", "none reported": "none reported", "uncounted": "", "bare plural": "soldiers"}


def test_the_shipped_policies() -> None:
    assert policy_names() == ("plain", "acled", "airwars", "gtd", "scad")


@pytest.mark.parametrize(
    ("policy", "wording", "low", "high"),
    [
        ("acled", "several", 3, 10),
        ("acled", "soldiers", 3, 10),
        ("acled", "tens", 10, 10),
        ("acled", "dozens", 12, 12),
        ("acled", "hundreds", 100, 100),
        ("acled", "between 20 and 30", 20, 20),
        ("acled", "at least 58", 58, 58),
        ("airwars", "several", 2, 2),
        ("airwars", "many", 2, 10),
        ("airwars", "dozens", 12, 24),
        ("airwars", "a large number", 12, 24),
        ("airwars", "20 to 30", 20, 30),
        ("airwars", "up to 27", 0, 27),
        ("gtd", "several", 1, None),
        ("gtd", "dozens", 1, None),
        ("gtd", "several hundred", 1, None),
        ("gtd", "at least 11", 11, 11),
        ("scad", "a few", 1, 9),
        ("scad", "several dozen", 10, None),
        ("scad", "hundreds", 10, None),
        ("scad", "20 to 31", 25, 26),
    ],
)
def test_what_an_organisation_states(policy: str, wording: str, low: int, high: int | None) -> None:
    read = read_quantity(wording, policy)
    assert (read.outer, read.basis, read.policy) == (Interval(low, high), policy, policy)


@pytest.mark.parametrize(
    ("policy", "wording"),
    [
        ("acled", "scores"),
        ("acled", "more than 200"),
        ("airwars", "hundreds"),
        ("gtd", "more than 200"),
        ("scad", "at least 58"),
        ("gtd", "none reported"),
    ],
)
def test_what_it_does_not_state_is_read_plainly_and_says_so(policy: str, wording: str) -> None:
    plain, read = read_quantity(wording), read_quantity(wording, policy)
    assert (read.outer, read.core, read.basis) == (plain.outer, plain.core, "plain")


@pytest.mark.parametrize("wording", ["several", "dozens", "many", "tens of thousands", "soldiers"])
def test_gtd_leaves_vague_words_blank(wording: str) -> None:
    read = read_quantity(wording, "gtd")
    assert (read.form, read.counted) == ("uncounted", False)


@pytest.mark.parametrize("policy", policy_names())
@pytest.mark.parametrize("term", TERMS)
def test_every_policy_reads_every_word(policy: str, term: str) -> None:
    read = read_quantity(WORDING_OF.get(term, term), policy)
    assert read.outer.encloses(read.core)
    assert read.source


@given(number=st.integers(0, 10**9))
def test_an_exact_number_is_the_same_under_every_policy(number: int) -> None:
    assert {read_quantity(str(number), policy).outer for policy in policy_names()} == {Interval(number, number)}


@pytest.mark.parametrize("policy", policy_names())
def test_every_entry_says_where_it_is_from(policy: str) -> None:
    loaded = load_policy(policy)
    entries = [*loaded.rules.values(), *loaded.terms.values()]
    assert loaded.version >= 1
    assert all(entry.source for entry in entries)


def test_a_policy_of_ones_own(tmp_path: Path) -> None:
    path = tmp_path / "newsroom.yaml"
    path.write_text("version: 1\nterms:\n  dozens: {low: 24, high: open, counted: true}\n", encoding="utf-8")
    assert read_quantity("dozens", str(path)).outer == Interval(24, None)
    assert read_quantity("several", str(path)).basis == "plain"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("[1, 2]", "is a mapping with version"),
        ("version: 1\nterms: {lots: {low: 1, high: 2}}", "unknown terms lots"),
        ("version: 1\nterms: {dozens: {low: 1.5, high: 2}}", "not a bound: 1.5"),
        ("version: 1\nrules: {about: {low: {mul: [1, 0]}, high: open}}", "not a bound"),
        ("version: 1\nterms: {dozens: {low: 1}}", "needs low and high"),
        ("version: [1", "not valid YAML"),
    ],
)
def test_a_policy_file_with_a_slip_says_what_is_wrong(tmp_path: Path, content: str, says: str) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(PolicyError, match=says):
        load_policy(path)


def test_an_unknown_policy_names_the_known_ones() -> None:
    with pytest.raises(PolicyError, match="choose one of plain, acled, airwars, gtd, scad"):
        load_policy("ucdp")


def test_a_missing_file_is_named() -> None:
    with pytest.raises(PolicyError, match=r"nowhere\.yaml: cannot be read"):
        load_policy("nowhere.yaml")
