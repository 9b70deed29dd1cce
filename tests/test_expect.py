"""Files of expectations: what they say, and what is said of those that cannot be read."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from command import ROOT, told
from hypothesis import given
from hypothesis import strategies as st
from northland import night

from claims.read import load
from counterclaim.expect import ExpectError, read_expectations, schema, title, unmet
from counterclaim.expect.model import KINDS, Expectation
from counterclaim.fixtures import fixture_sets, fixtures_folder
from counterclaim.testing.amounts import Amount, amount

HEAD = "version: 1\nclaims: claims.csv\nexpect:\n"


def read(folder: Path, text: str) -> Any:
    path = folder / "x.expect.yaml"
    path.write_text(text, encoding="utf-8")
    return read_expectations(path)


def entry(folder: Path, said: str) -> Expectation:
    """The only expectation of a file, from the lines of its entry."""
    lines = "\n    ".join(said.splitlines())
    (found,) = read(folder, f"{HEAD}  - {lines}\n").file.expect
    assert isinstance(found, Expectation)
    return found


HOLDS = [
    ("conflict: [N1, S2]", "conflict N1, S2"),
    ("conflict: [Northland, Southland]\nabout: count", "conflict Northland, Southland about count"),
    ("conflict: [N1, S2]\nabout: [status, count]\nverdict: contradiction", "conflict N1, S2 about status, count"),
    ("conflict: [N1, S2]\nseverity at least: serious\nseverity at most: 70", "conflict N1, S2"),
    ("conflict: [N1, M1]\nevent: Velmar", "conflict N1, M1"),
    ("no conflict: [S1, S2]", "no conflict S1, S2"),
    ("no conflict: anywhere\nevent: Okhtun", "no conflict anywhere"),
    ("no conflict: [N1, S2]\nseverity at least: head-on", "no conflict N1, S2"),
    ("finding: F1\nverdict: gap", "gap F1"),
    ("finding: [F1]\nverdict: gap\nabout: sourcing", "gap F1 about sourcing"),
    ("findings: 4\nverdict: contradiction", "4 contradiction"),
    ("findings: at least 2\nabout: count", "at least 2 findings about count"),
    ("findings: at most 3\nnaming: N1", "at most 3 findings"),
    ("findings: 0\nverdict: [tension, revision]", "0 tension, revision"),
    ("same event: [N1, S1, M1]", "same event N1, S1, M1"),
    ("different events: [N1, F1]", "different events N1, F1"),
    ("rejected rows: 0", "rejected rows 0"),
]
FAILS = [
    ("conflict: [S1, S2]", "no contradiction or tension between “S1” and “S2”"),
    ("conflict: [N1, S2]\nseverity at least: head-on", "but its severity is 68"),
    ("conflict: [N1, S2]\nverdict: tension", "but it is a contradiction"),
    ("no conflict: anywhere", "4 findings where none was expected"),
    ("no conflict: [Northland, Southland]", "2 findings between “Northland” and “Southland”"),
    ("finding: F1\nverdict: revision", "no revision of “F1”\nthe nearest finding: f-"),
    ("finding: [N1, S2]\nverdict: revision", "no revision between “N1” and “S2”"),
    ("findings: 3\nverdict: contradiction", "4 findings instead of 3, each a contradiction"),
    ("findings: at least 9", "5 findings instead of at least 9, each a finding"),
    ("findings: at most 1\nabout: count", "4 findings instead of at most 1, each a finding about count"),
    ("same event: [N1, F1]", "no event holds claims of “N1” and “F1”"),
    ("different events: [N1, S1]", "“N1” and “S1” are in one event"),
    ("rejected rows: 2", "0 rows could not be read instead of 2"),
]


@pytest.mark.parametrize(("said", "name"), HOLDS)
def test_an_expectation_that_holds(said: str, name: str, tmp_path: Path) -> None:
    expected = entry(tmp_path, said)
    assert unmet(expected, night()) == ""
    assert title(expected) == name


@pytest.mark.parametrize(("said", "reason"), FAILS)
def test_an_expectation_that_does_not_hold(said: str, reason: str, tmp_path: Path) -> None:
    expected = entry(tmp_path, said + "\nwhy: Everybody knows.")
    assert reason in unmet(expected, night())
    assert unmet(expected, night()).endswith("\nexpected because: Everybody knows.")


def test_every_kind_is_tried_both_ways() -> None:
    for cases in (HOLDS, FAILS):
        assert {said.partition(":")[0] for said, _ in cases} == set(KINDS)


BAD = [
    ("conflict: [N1]", "conflict: write two or more names, such as "),
    ("conflict: N1", "conflict: write two or more names"),
    ("conflict: [N1, N1]", "conflict: a name stands twice; write each once"),
    ("conflict: [N1, '']", "conflict: write one or more names"),
    ("conflict: [N1, [S1]]", "conflict: write one or more names"),
    ("no conflict: nowhere", "no conflict: write two or more names"),
    ("confict: [N1, S1]", "it has none of conflict, no conflict, .*; did you mean conflict?"),
    ("why: because", "it has none of conflict"),
    ("just words", "this is no expectation; write one with one of conflict, no conflict"),
    ("conflict: [N1, S1]\nsame event: [N1, S1]", "it has conflict and same event; make an entry of each"),
    ("conflict: [N1, S1]\nabuot: count", "abuot: there is no such key here; did you mean about?"),
    ("same event: [N1, S1]\nzzz: 1", "zzz: there is no such key here; write one of why, same event"),
    ("conflict: [N1, S1]\nabout: cuont", "about: “cuont” is none of count, accounting, status"),
    ("conflict: [N1, S1]\nverdict: wrong", "verdict: “wrong” is none of contradiction, tension"),
    ("conflict: [N1, S1]\nseverity at least: grave", "severity at least: 'grave' is no severity; write note, moder"),
    ("conflict: [N1, S1]\nevent:", "event: write a text here"),
    ("finding: [N1]", "verdict: not there; write it below this entry"),
    ("findings: many", "findings: 'many' is no amount; write 3, at least 3 or at most 3"),
    ("findings: -1", "'-1' is no amount"),
    ("conflict: [N1, S1]\nconflict: [N1, S2]", "“conflict” stands twice; write it once"),
]


@pytest.mark.parametrize(("said", "reason"), BAD)
def test_a_problem_is_told_with_line_entry_and_remedy(said: str, reason: str, tmp_path: Path) -> None:
    lines = "\n    ".join(said.splitlines())
    with pytest.raises(ExpectError, match=reason) as error:
        read(tmp_path, f"{HEAD}  # one that is right\n  - findings: 3\n\n  - {lines}\n")
    (line,) = str(error.value).splitlines()
    assert line.startswith(f"{tmp_path}/x.expect.yaml, line 7 (entry 2): ")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "holds no expectations; begin with version: 1, claims: claims.csv and expect:"),
        ("- conflict: [a, b]", "holds no expectations"),
        ("version: 1\nclaims: a.csv", ": expect: not there; begin with version: 1"),
        ("version: 1\nexpect:\n  - findings: 1", ": claims: not there; begin with"),
        ("version: 2\nclaims: a.csv\nexpect:\n  - findings: 1", ": version: “2” is not known; write version: 1"),
        ("claims: a.csv\nexpect: []", ": expect: nothing is expected; write an entry"),
        ("claims: a.csv\nexpect: all", ": expect: this is no list; write each expectation after a hyphen"),
        ("claims: a.csv\nexpect:", ": expect: this is no list"),
        ("claims: a.csv\nclaims: b.csv\nexpect:\n  - findings: 1", ": “claims” stands twice"),
        ("claims: a.csv\nexpects:\n  - findings: 1", "expects: there is no such key here; did you mean expect?"),
        ("claims: [a.csv\nexpect: 1", "cannot be read as YAML: .*line"),
        ("claims: " + "[" * 200 + "]" * 200, "nested more than 100 deep"),
        ("a: 1\n---\nb: 2", "holds no expectations"),
    ],
)
def test_a_file_that_is_not_right_is_told_with_a_remedy(text: str, reason: str, tmp_path: Path) -> None:
    with pytest.raises(ExpectError, match=reason) as error:
        read(tmp_path, text)
    assert all(line.startswith(f"{tmp_path}/x.expect.yaml: ") for line in str(error.value).splitlines())


def test_every_problem_of_a_file_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(ExpectError) as error:
        read(tmp_path, HEAD + "  - conflict: [a]\n  - findings: x\n  - same event: [a, b]\n  - what: 1\n")
    assert [line.split(" (entry ")[1][0] for line in str(error.value).splitlines()] == ["1", "2", "4"]


def test_a_file_that_is_not_there_or_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.expect.yaml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ExpectError, match=r"cannot be read .* save it as UTF-8"):
        read_expectations(tmp_path / "x.expect.yaml")
    with pytest.raises(ExpectError, match="check the path"):
        read_expectations(tmp_path / "y.expect.yaml")


def test_entries_that_a_merge_key_brings_in_are_told(tmp_path: Path) -> None:
    with pytest.raises(ExpectError, match=r"line 1 \(entry 1\): same event: write two"):
        read(tmp_path, "claims: &a {expect: [{same event: [a]}]}\n<<: *a\n")


WORDS = st.sampled_from(
    [*KINDS, "expect", "claims", "about", "verdict", "why", "version", "<<", "anywhere", "a", "1", ""]
)
TREES = st.recursive(
    WORDS | st.none() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(WORDS, TREES, max_size=4), st.lists(TREES, max_size=3))
def test_whatever_is_written_is_read_or_told(tmp_path_factory: pytest.TempPathFactory, said: Any, entries: Any) -> None:
    folder = tmp_path_factory.getbasetemp()
    for text in (yaml.safe_dump(said), yaml.safe_dump({"claims": "a.csv", "expect": entries, **said})):
        try:
            assert read(folder, text).lines
        except ExpectError as error:
            assert str(error).startswith(f"{folder}/x.expect.yaml")


@pytest.mark.parametrize("text", ["claims: &a [*a]", "expect: &a [*a]", "expect: [&e {conflict: [a, b], why: *e}]"])
def test_a_file_that_contains_itself_is_told(text: str, tmp_path: Path) -> None:
    with pytest.raises(ExpectError, match=r"x\.expect\.yaml"):
        read(tmp_path, text)


def test_names_are_read_as_they_are_written(tmp_path: Path) -> None:
    (found,) = read(tmp_path, HEAD + "  - same event: [1, 007, no, 2021-05-03, 1e3]\n").file.expect
    assert found.same_event == ("1", "007", "no", "2021-05-03", "1e3")


def test_lines_and_claims_are_those_of_the_file(tmp_path: Path) -> None:
    found = read(tmp_path, "claims: [a.csv, b/c.xlsx]\nexpect:\n- findings: 1\n\n\n- findings: 2\n  why: two\n")
    assert found.lines == (3, 6)
    assert found.claims == [tmp_path / "a.csv", tmp_path / "b" / "c.xlsx"]


@pytest.mark.parametrize(
    ("said", "least", "most"), [("3", 3, 3), (" at least  3 ", 3, None), ("at most 3", 0, 3), (0, 0, 0)]
)
def test_an_amount(said: str | int, least: int, most: int | None) -> None:
    found = amount(said)
    assert found == Amount(least, most)
    assert amount(str(found)) == found
    assert [n for n in range(6) if found.fits(n)] == [
        n for n in range(6) if least <= n <= (5 if most is None else most)
    ]


@pytest.mark.parametrize("said", ["", "three", "3.0", "less than 3", "³", True, "1" * 10])
def test_what_is_no_amount(said: str | int) -> None:
    with pytest.raises(ValueError, match="write 3, at least 3 or at most 3"):
        amount(said)


# The schema


def test_the_published_schema_is_the_models() -> None:
    published = json.loads((ROOT / "docs" / "schema" / "expect.json").read_text(encoding="utf-8"))
    assert published == schema() == json.loads(told("schema", "expect"))
    jsonschema.Draft202012Validator.check_schema(published)


def as_an_editor_reads(text: str) -> Any:
    """YAML with numbers as numbers, which is how editors hold it against a schema."""
    return yaml.safe_load(text)


@pytest.mark.parametrize(("said", "_"), [*HOLDS, *FAILS])
def test_the_schema_accepts_what_is_read(said: str, _: str) -> None:
    lines = "\n    ".join(said.splitlines())
    jsonschema.validate(as_an_editor_reads(f"{HEAD}  - {lines}\n"), schema())


NOT_IN_A_SCHEMA = ("conflict: [N1, S1]\nconflict",)
"""What YAML itself hides from a schema: the second of two keys takes the place of the first."""


@pytest.mark.parametrize("said", [said for said, _ in BAD if not said.startswith(NOT_IN_A_SCHEMA)])
def test_the_schema_refuses_what_is_not_read(said: str) -> None:
    lines = "\n    ".join(said.splitlines())
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(as_an_editor_reads(f"{HEAD}  - {lines}\n"), schema())


# What ships


@pytest.mark.parametrize("name", fixture_sets())
def test_the_expectations_of_a_shipped_set_fit_its_schema_and_agree_with_its_judgements(name: str) -> None:
    path = fixtures_folder() / name / f"{name}.expect.yaml"
    jsonschema.validate(as_an_editor_reads(path.read_text(encoding="utf-8")), schema())
    judged = json.loads((fixtures_folder() / name / "expected.json").read_text(encoding="utf-8"))
    disputed = {frozenset(row[:2]) for row in judged["must"]}
    expected = list(read_expectations(path).file.expect)
    assert len(expected) >= 10
    for each in expected:
        if (names := getattr(each, "conflict", ())) and set(names) <= set(judged["events"]):
            assert frozenset(names) in disputed
        assert not {frozenset(pair) for pair in combinations(getattr(each, "no_conflict", ()), 2)} & disputed
        assert len({judged["events"][name] for name in getattr(each, "same_event", ())}) <= 1
        apart = getattr(each, "different_events", ())
        assert len({judged["events"][name] for name in apart}) == len(apart)


def test_a_folder_of_claims_is_read_without_its_expectations() -> None:
    loaded = load(fixtures_folder() / "quiet")
    assert [Path(read.path).name for read in loaded.inputs] == ["claims.csv"]
    assert loaded.warnings == []


def test_an_entry_of_thousands_of_keys_is_looked_at_no_further_than_one_of_a_few(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr("counterclaim.expect.reading.get_close_matches", lambda key, *_: asked.append(key) or [])
    keys = ", ".join(f"k{n}: 1" for n in range(500))
    with pytest.raises(ExpectError, match="has none of conflict"):
        read(tmp_path, f"version: 1\nclaims: claims.csv\nexpect:\n  - {{{keys}}}\n")
    assert 0 < len(asked) < 50
