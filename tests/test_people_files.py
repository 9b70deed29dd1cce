"""A project's own words for the people and things counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.people import read_people
from claims.people_files import PeopleError, load_people
from claims.people_words import read_with
from reconcile.engine import reconcile
from tests.command import ask
from tests.tables import claims_of, disagreements

RAZAKARS = """version: 1
people:
  - {is: paramilitary, nouns: "razakar", plurals: "razakars"}
  - {is: officer, nouns: villager}
things:
  - {path: vehicle/armour, nouns: "technical"}
"""
TABLE = """id | quantity | victims   | claimant
           a  | 40       | razakars  | Mukti Bahini
           b  | 30       | people    | a monitor"""


def words_file(folder: Path, text: str) -> Path:
    path = folder / "people.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_own_words_are_read_and_forgotten_again(tmp_path: Path) -> None:
    assert read_people("razakars").unread
    with read_with(load_people(words_file(tmp_path, RAZAKARS))):
        assert (read_people("razakars").statuses, read_people("razakars").unread) == ({"paramilitary"}, ())
        assert read_people("technicals").materiel
    assert read_people("razakars").unread


def test_own_words_win_over_the_shipped_ones(tmp_path: Path) -> None:
    with read_with(load_people(words_file(tmp_path, RAZAKARS))):
        assert read_people("villagers").statuses == {"officer"}
    assert "officer" not in read_people("villagers").statuses


def test_a_result_with_own_words_leaves_no_trace(tmp_path: Path) -> None:
    said = claims_of(TABLE, event="one")
    before = reconcile(said).model_dump_json()
    own = reconcile(said, people=load_people(words_file(tmp_path, RAZAKARS)))
    (claim,) = (c for c in own.claims if c.id == "a")
    assert claim.population is not None
    assert claim.population.statuses == ["paramilitary"]
    assert [f.rule for f in disagreements(own)] == ["count-part-exceeds-whole"]
    assert reconcile(said).model_dump_json() == before


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("people: []", "version: 1"),
        ("version: 1\npeople: []", "no entry"),
        ("version: 1\npeople: {a: b}", "is no list"),
        ("version: 1\npeople:\n  - {is: soldier}", "entry 1: gives no words"),
        ("version: 1\npeople:\n  - {is: soldier, noun: jawan, nouns: x}", "unknown key 'noun'"),
        ("version: 1\npeople:\n  - {is: knight, nouns: jawan}", "'knight' is not a status; use one of"),
        ("version: 1\npeople:\n  - {of: lady, nouns: jawan}", "use man, woman, boy or girl"),
        ("version: 1\npeople:\n  - {nouns: [a, b]}", "text with commas"),
        ("version: 1\nthings:\n  - {nouns: technical}", "gives no path"),
        ("version: 1\npeople: [", "cannot be read as YAML"),
    ],
)
def test_a_file_that_cannot_be_used_says_where_and_what_to_do(tmp_path: Path, text: str, words: str) -> None:
    path = words_file(tmp_path, text)
    with pytest.raises(PeopleError, match=r"people\.yaml") as error:
        load_people(path)
    assert words in str(error.value)


def test_the_command_reads_the_file_beside_the_claims(tmp_path: Path) -> None:
    rows = ["kind,event,measure,quantity,victims,claimant,source"]
    rows += ["casualty,one,killed,40,razakars,Mukti Bahini,Radio", "casualty,one,killed,30,people,a monitor,Daily"]
    (tmp_path / "claims.csv").write_text("\n".join(rows), encoding="utf-8")
    assert "A part cannot be larger" not in ask("report", str(tmp_path)).output
    words_file(tmp_path, RAZAKARS)
    assert "A part cannot be larger" in ask("report", str(tmp_path)).output
    words_file(tmp_path, "version: 1\npeople: 3")
    refused = ask("report", str(tmp_path))
    assert refused.exit_code == 2
    assert "is no list" in refused.output
