"""A claim: what it needs, how its values may be spelled, what is kept, and its id."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from claims.model import Claim, Kind, Measure, MissingColumn, Scope, Stance, content_id, with_content_id

CASUALTY: dict[str, Any] = {"kind": "casualty", "measure": "killed", "claimant": "the mayor", "source": "AP"}
BLAME: dict[str, Any] = {"kind": "responsibility", "stance": "accuses", "claimant": "the mayor", "source": "AP"}
FRAME: dict[str, Any] = {"kind": "characterization", "frame": "unprovoked", "claimant": "the mayor", "source": "AP"}


def claim(row: dict[str, Any], **changes: Any) -> Claim:
    return Claim.model_validate({**row, **changes})


def column_of(error: ValidationError) -> str:
    """The one column that is complained about."""
    (found,) = error.errors()
    missing = found.get("ctx", {}).get("error")
    return missing.column if isinstance(missing, MissingColumn) else str(found["loc"][0])


@pytest.mark.parametrize("row", [CASUALTY, BLAME, FRAME], ids=["casualty", "responsibility", "characterization"])
def test_the_least_that_each_kind_needs_is_enough(row: dict[str, Any]) -> None:
    assert claim(row).kind == row["kind"]


@pytest.mark.parametrize(
    ("row", "column"),
    [(row, column) for row in (CASUALTY, BLAME, FRAME) for column in row],
    ids=[f"{row['kind']}-{column}" for row in (CASUALTY, BLAME, FRAME) for column in row],
)
def test_each_needed_column_is_asked_for_by_name(row: dict[str, Any], column: str) -> None:
    with pytest.raises(ValidationError) as refused:
        Claim.model_validate({k: v for k, v in row.items() if k != column})
    assert column_of(refused.value) == column


@pytest.mark.parametrize("column", ["claimant", "source"])
def test_a_blank_name_is_no_name(column: str) -> None:
    with pytest.raises(ValidationError, match=column):
        claim(CASUALTY, **{column: "   "})


@pytest.mark.parametrize(
    ("row", "column", "spelling", "value"),
    [
        (CASUALTY, "kind", "Casualty", Kind.CASUALTY),
        (BLAME, "kind", "attribution", Kind.RESPONSIBILITY),
        (FRAME, "kind", "CHARACTERISATION", Kind.CHARACTERIZATION),
        (CASUALTY, "measure", "Fatalities", Measure.KILLED),
        (CASUALTY, "measure", "wounded", Measure.INJURED),
        (CASUALTY, "measure", "neutralized", Measure.NEUTRALISED),
        (CASUALTY, "measure", "killed_or_injured", Measure.CASUALTIES),
        (CASUALTY, "scope", "running total", Scope.CUMULATIVE),
        (BLAME, "stance", "acknowledges", Stance.ADMITS),
        (BLAME, "stance", "blames", Stance.ACCUSES),
        (BLAME, "stance", "No Comment", Stance.NO_COMMENT),
        (BLAME, "stance", "no_comment", Stance.NO_COMMENT),
        (BLAME, "stance", "accident", Stance.ACCIDENT),
        (BLAME, "stance", "refutes", Stance.DENIES),
    ],
)
def test_fixed_values_in_the_spellings_people_use(row: dict[str, Any], column: str, spelling: str, value: Any) -> None:
    assert getattr(claim(row, **{column: spelling}), column) is value


@pytest.mark.parametrize(
    ("row", "column"), [(CASUALTY, "measure"), (BLAME, "stance"), (CASUALTY, "kind"), (CASUALTY, "scope")]
)
def test_an_unknown_value_is_named_with_the_choices(row: dict[str, Any], column: str) -> None:
    with pytest.raises(ValidationError, match=r"'zapped' is no .*write one of "):
        claim(row, **{column: "zapped"})


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("latitude", 91),
        ("longitude", -181),
        ("low", -1),
        ("high", 10**10),
        ("low", 2.5),
        ("reliability", "G"),
        ("date", "10/11/2025"),
        ("published", "soon"),
        ("quantity", "58 soldiers and 3 tanks and 4 dogs"),
        ("place", True),
    ],
)
def test_what_cannot_be_is_refused(column: str, value: Any) -> None:
    with pytest.raises(ValidationError, match=column):
        claim(CASUALTY, **{column: value})


def test_low_above_high_is_refused_with_the_remedy() -> None:
    with pytest.raises(ValidationError, match="low 9 is above high 4; swap them"):
        claim(CASUALTY, low=9, high=4)


@pytest.mark.parametrize(
    ("given_as", "words"), [(58, "58"), (58.0, "58"), ("at least 58", "at least 58"), (" 23 ", "23")]
)
def test_a_quantity_may_come_as_a_number(given_as: Any, words: str) -> None:
    assert claim(CASUALTY, quantity=given_as).quantity == words


def test_nothing_said_is_not_zero() -> None:
    said = claim(CASUALTY)
    assert (said.quantity, said.low, said.high, said.best) == ("", None, None, None)


TEXTS = [name for name, field in Claim.model_fields.items() if field.default == ""]


@pytest.mark.parametrize("column", TEXTS)
def test_an_empty_text_means_not_said(column: str) -> None:
    assert claim(CASUALTY, **{column: ""}) == claim(CASUALTY)


def test_a_claim_dumped_in_full_can_be_read_back() -> None:
    said = claim(CASUALTY, quantity="58", analyst="ed")
    assert Claim.model_validate(said.model_dump()) == said


def test_columns_that_the_format_does_not_know_are_kept() -> None:
    said = claim(CASUALTY, analyst="ed", weather="fog")
    assert said.extra == {"analyst": "ed", "weather": "fog"}
    assert said.model_dump()["weather"] == "fog"


def test_the_claimant_and_the_source_as_parts() -> None:
    said = claim(
        CASUALTY, claimant_side="Ukraine", published="2022-04-08", relayed_from="AFP", url="https://example.org"
    )
    assert (said.said_by.name, said.said_by.side) == ("the mayor", "Ukraine")
    assert (said.carried_by.name, said.carried_by.published, said.carried_by.relayed_from) == (
        "AP",
        "2022-04-08",
        "AFP",
    )


def test_a_claim_is_not_changed_after_the_fact() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        claim(CASUALTY).quantity = "3"


def test_a_given_id_is_kept() -> None:
    assert with_content_id(claim(CASUALTY, id="C-12")).id == "C-12"


def test_an_id_made_from_content_is_written_in_the_claim() -> None:
    said = with_content_id(claim(CASUALTY))
    assert said.id == content_id(claim(CASUALTY))
    assert said.id.startswith("c-")


def test_a_claim_read_back_has_the_same_content_id() -> None:
    said = claim(CASUALTY, quantity="at least 58", victims="Pakistani soldiers", analyst="ed")
    assert content_id(said) == content_id(Claim.model_validate_json(said.model_dump_json(exclude_defaults=True)))


@given(st.randoms(use_true_random=False))
def test_a_content_id_does_not_depend_on_the_order_of_columns(shuffle: random.Random) -> None:
    row = {**CASUALTY, "quantity": "58", "place": "Kunar", "weather": "fog", "analyst": "ed", "low": 3}
    columns = list(row)
    shuffle.shuffle(columns)
    assert content_id(Claim.model_validate({c: row[c] for c in columns})) == content_id(Claim.model_validate(row))


@pytest.mark.parametrize(
    "change",
    [
        {"quantity": "59"},
        {"claimant": "the governor"},
        {"source": "AFP"},
        {"low": 0},
        {"weather": "fog"},
        {"scope": "cumulative"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_other_content_gives_another_id(change: dict[str, Any]) -> None:
    assert content_id(claim(CASUALTY, **change)) != content_id(claim(CASUALTY))


@pytest.mark.parametrize(
    "change", [{"place": ""}, {"low": None}, {"id": "C-12"}, {"measure": "Deaths"}, {"claimant": " the mayor "}]
)
def test_what_says_nothing_new_gives_the_same_id(change: dict[str, Any]) -> None:
    assert content_id(claim(CASUALTY, **change)) == content_id(claim(CASUALTY))


def test_words_do_not_leak_from_one_column_into_the_next() -> None:
    assert content_id(claim(CASUALTY, place="Kunar", country="")) != content_id(
        claim(CASUALTY, place="", country="Kunar")
    )


def test_the_schema_is_published() -> None:
    schema = Claim.model_json_schema()
    assert {"kind", "claimant", "source"} <= set(schema["required"])
    assert "quote_start" in schema["properties"]
