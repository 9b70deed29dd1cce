"""Reading the kind of event from free words, and comparing two kinds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.event_types import compare_types, read_event_type
from claims.lexicon import data

# type | words, one reading a line
READINGS = """
airstrike | air strike
airstrike | Airstrikes
airstrike | air-strike
airstrike | aerial bombardment
airstrike | deadly air strike on hospital
airstrike | airstirke
airstrike | frappe aérienne
airstrike | غارة جوية
airstrike | авиаудар
airstrike | תקיפה אווירית
massacre | chacina
explosion | פיצוץ
airstrike | bombardeo aéreo
drone_strike | drone strike
drone_strike | UAV attack
drone_strike | strike by drone
strike | hospital strike
shelling | shelling
shelling | shelings
shelling | artillery fire
shelling | mortar attacks
shelling | обстрел
missile_attack | missile attack
missile_attack | ballistic missile strikes
rocket_attack | rocket attack
clash | clash
clash | Clashes
clash | battle
clash | firefight
clash | gun battle
clash | border skirmish
clash | affrontements
clash | اشتباكات
clash | enfrentamiento
offensive | offensive
offensive | Military operation
siege | siege
ambush | ambush
assault | raid
assault | assault
suicide_bombing | suicide bombing
suicide_bombing | suicide bombing attack on mosque
suicide_bombing | suicide bomb
ied | IED explosion
ied | roadside bomb
car_bomb | car bomb
bombing | bombing
mine | landmine
mine | land mine explosion
explosion | explosion
explosion | взрыв
shooting | mass shootings
sniper_fire | sniper fire
massacre | massacre
massacre | masacre
execution | summary executions
abduction | abduction
abduction | kidnaping
hostage_taking | hostage-taking
hostage_taking | prise d'otages
arrest | Arrest or raid
crackdown | protest crackdown
crackdown | Security force crack-down on protest
protest | Protest
riot | Riot
coup | coup attempt
chemical_attack | chemical attack
naval_attack | naval attack
shootdown | shootdown
shootdown | plane downing
harbouring | harbouring
unknown | attack
unknown | violence
unknown | incident
unknown | Other context
unknown | zzz qqq
"""
ROWS = [tuple(cell.strip() for cell in line.split("|")) for line in READINGS.strip().splitlines()]
PAIRS = [
    ("airstrike", "air strike", "same"),
    ("battle", "armed clash", "same"),
    ("airstrike", "drone strike", "similar"),
    ("airstrike", "shelling", "similar"),
    ("shelling", "missile attack", "similar"),
    ("missile attack", "airstrike", "similar"),
    ("battle", "shelling", "similar"),
    ("ied explosion", "suicide bombing", "similar"),
    ("execution", "massacre", "similar"),
    ("abduction", "arrest", "similar"),
    ("sniper fire", "battle", "similar"),
    ("massacre", "airstrike", "similar"),
    ("explosion", "airstrike", "similar"),
    ("bombing", "airstrike", "similar"),
    ("raid", "clash", "similar"),
    ("Clash", "Security force crack-down on protest", "similar"),
    ("Protest", "Riot", "similar"),
    ("hostage taking", "raid", "similar"),
    ("airstrike", "abduction", "different"),
    ("airstrike", "ied explosion", "different"),
    ("airstrike", "ambush", "different"),
    ("shelling", "execution", "different"),
    ("protest", "missile attack", "different"),
    ("harbouring", "airstrike", "different"),
    ("coup", "landmine", "different"),
    ("attack", "airstrike", "unknown"),
    ("", "clash", "unknown"),
    ("attack", "attack", "unknown"),
    ("Voting", "Clash", "unknown"),
]
TYPES = [row["id"] for row in data("claims", "event_types.yaml")["types"]]
WORDS = [w.strip() for row in data("claims", "event_types.yaml")["types"] for w in row["words"].split(",")]


@pytest.mark.parametrize(("kind", "words"), ROWS, ids=[row[1] for row in ROWS])
def test_free_words_give_a_type(kind: str, words: str) -> None:
    assert read_event_type(words).id == kind


@pytest.mark.parametrize(("a", "b", "relation"), PAIRS)
def test_types_that_reports_confuse_are_at_least_similar(a: str, b: str, relation: str) -> None:
    one, other = read_event_type(a), read_event_type(b)
    assert compare_types(one, other) == relation
    assert compare_types(other, one) == relation


@pytest.mark.parametrize("words", ["clash", "battle", "firefight", "offensive", "riot", "armed conflict"])
def test_where_both_sides_fight_several_perpetrators_are_no_rivals(words: str) -> None:
    assert read_event_type(words).mutual and not read_event_type(words).exclusive


@pytest.mark.parametrize("words", ["airstrike", "suicide bombing", "massacre", "abduction", "ambush", "attack"])
def test_one_sided_acts_have_one_perpetrator(words: str) -> None:
    assert read_event_type(words).exclusive


@pytest.mark.parametrize("words", ["", "attack", "event", "Unknown", "Voting", "нападение", "sldkfj"])
def test_words_that_name_no_kind_are_generic(words: str) -> None:
    assert read_event_type(words).generic


def test_the_taxonomy_is_sound() -> None:
    raw = data("claims", "event_types.yaml")
    named = {name for row in [*raw["types"], *raw["families"].values()] for name in row.get("near", ())}
    assert raw["version"] == 1
    assert len(TYPES) == len(set(TYPES))
    assert named <= {*TYPES, *raw["families"]}


@pytest.mark.parametrize("words", WORDS)
def test_every_word_of_the_taxonomy_is_read_as_a_type_that_lists_it(words: str) -> None:
    rows = data("claims", "event_types.yaml")["types"]
    listed = {row["id"] for row in rows if words in [w.strip() for w in row["words"].split(",")]}
    assert read_event_type(words).id in listed


@given(st.text(max_size=60), st.sampled_from(WORDS))
@settings(deadline=None, max_examples=150)
def test_any_text_is_read_and_compared_both_ways_alike(text: str, words: str) -> None:
    one, other = read_event_type(text), read_event_type(words)
    assert compare_types(one, other) == compare_types(other, one)
