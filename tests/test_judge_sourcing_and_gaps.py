"""Who repeats whom, who agrees independently, and who says nothing."""

from __future__ import annotations

import pytest

from reconcile.result import About, Verdict
from tests.tables import disagreements, of_rule, one_event, the

HEAD = "id | quantity | victims | claimant | source | relayed_from"


def test_three_outlets_with_one_spokesman_are_one_statement() -> None:
    result = one_event(
        f"""{HEAD}
        a | 58 | Pakistani soldiers | Taliban government spokesman | AP      |
        b | 58 | Pakistani soldiers | Taliban government spokesman | Reuters |
        c | 58 | Pakistani soldiers | Taliban government spokesman | AFP     | """
    )
    found = the(result, "sourcing-repeated")
    assert (found.verdict, found.about) == (Verdict.REPETITION, About.SOURCING)
    assert {*found.claims, *(e for es in found.echoes.values() for e in es)} == {"a", "b", "c"}
    assert of_rule(result, "count-corroborated") == []


@pytest.mark.parametrize("origin", ["a", "Agencia Sur"], ids=["a claim id", "an agency's name"])
def test_a_relayed_figure_corroborates_nothing(origin: str) -> None:
    result = one_event(
        f"""{HEAD}
        a | 23 | soldiers | Agencia Sur | Agencia Sur |
        b | 23 | soldiers | The Herald  | The Herald  | {origin}"""
    )
    assert of_rule(result, "count-corroborated") == []
    assert the(result, "sourcing-repeated").verdict is Verdict.REPETITION


@pytest.mark.parametrize(
    "speaker", ["Pakistani military", "Pakistan", "Taliban government spokesman", "United Nations"]
)
@pytest.mark.parametrize("by_id", [True, False], ids=["a claim id", "a name"])
def test_an_outlet_that_relays_a_speaker_is_not_independent_of_it(speaker: str, by_id: bool) -> None:
    result = one_event(
        f"""{HEAD}
        a | 23 | Pakistani soldiers | {speaker}  | AP         |
        b | 23 | Pakistani soldiers | The Herald | The Herald | {"a" if by_id else speaker}"""
    )
    assert of_rule(result, "count-corroborated") == []


def test_a_chain_and_a_circle_of_relays_end() -> None:
    result = one_event(
        f"""{HEAD}
        a | 23 | soldiers | Wire One   | Wire One   | c
        b | 23 | soldiers | Wire Two   | Wire Two   | a
        c | 23 | soldiers | Wire Three | Wire Three | b"""
    )
    assert of_rule(result, "count-corroborated") == []


def test_independent_third_parties_corroborate() -> None:
    result = one_event(
        f"""{HEAD}
        a | 52 | civilians | Human Rights Watch    | HRW     |
        b | 52 | civilians | Amnesty International | Amnesty | """
    )
    found = the(result, "count-corroborated")
    assert (found.verdict, found.about, sorted(found.claims)) == (Verdict.CORROBORATION, About.COUNT, ["a", "b"])


def test_two_mouthpieces_of_one_side_count_once() -> None:
    result = one_event(
        f"""{HEAD}
        a | 23 | Pakistani soldiers | Pakistani military       | AP |
        b | 23 | Pakistani soldiers | Pakistan Foreign Office  | AP | """
    )
    assert of_rule(result, "count-corroborated") == []


def test_both_sides_agreeing_is_a_corroboration() -> None:
    result = one_event(
        f"""{HEAD}
        a | 23 | Pakistani soldiers | Pakistani military           | AP |
        b | 23 | Pakistani soldiers | Taliban government spokesman | AP | """
    )
    assert the(result, "count-corroborated").verdict is Verdict.CORROBORATION


@pytest.mark.parametrize("wordings", [("at least 58", "58"), ("some", "several"), ("dozens", "dozens"), ("", "")])
def test_words_too_wide_to_inform_corroborate_nothing(wordings: tuple[str, str]) -> None:
    result = one_event(
        f"""{HEAD}
        a | {wordings[0]} | civilians | Human Rights Watch    | HRW     |
        b | {wordings[1]} | civilians | Amnesty International | Amnesty | """
    )
    assert of_rule(result, "count-corroborated") == []


def test_more_independent_origins_are_counted_in_words() -> None:
    result = one_event(
        f"""{HEAD}
        a | 52 | civilians | Human Rights Watch    | HRW     |
        b | 52 | civilians | Amnesty International | Amnesty |
        c | 52 | civilians | United Nations        | UN      | """
    )
    assert "1 more independent origin" in the(result, "count-corroborated").explanation


def test_more_than_200_fighters_and_no_word_from_their_side_is_a_gap() -> None:
    result = one_event(
        f"""{HEAD}
        a | more than 200 | Taliban fighters   | Pakistani military           | AP |
        b | at least 58   | Pakistani soldiers | Taliban government spokesman | AP | """,
        event_type="clash",
    )
    gaps = {f.claims[0]: f for f in of_rule(result, "gap-own-losses")}
    assert set(gaps) == {"a", "b"}
    assert "Afghanistan (Taliban)" in gaps["a"].explanation
    assert all(f.verdict is Verdict.GAP for f in gaps.values())


@pytest.mark.parametrize("answer", ["none", "9", "none reported", "several"])
def test_a_side_that_speaks_of_its_own_losses_is_not_silent(answer: str) -> None:
    result = one_event(
        f"""{HEAD}
        a | more than 200 | Taliban fighters | Pakistani military           | AP |
        b | {answer}      | Taliban fighters | Taliban government spokesman | AP | """
    )
    assert of_rule(result, "gap-own-losses") == []


def test_civilian_victims_are_not_a_sides_own_armed_losses() -> None:
    result = one_event(
        f"""{HEAD}
        a | 12 | Afghan civilians | Pakistani military | AP | """
    )
    assert of_rule(result, "gap-own-losses") == []


def test_every_figure_from_one_origin_is_a_gap() -> None:
    result = one_event(
        f"""{HEAD}
        a | 12 | people   | the governor | AP      |
        b | 3  | children | the governor | Reuters | """
    )
    found = the(result, "gap-single-origin")
    assert (found.verdict, found.about) == (Verdict.GAP, About.SOURCING)


def test_two_origins_are_no_such_gap() -> None:
    result = one_event(
        f"""{HEAD}
        a | 12 | people   | the governor       | AP  |
        b | 12 | people   | Human Rights Watch | HRW | """
    )
    assert of_rule(result, "gap-single-origin") == []


def test_gaps_and_repetitions_are_never_disagreements() -> None:
    result = one_event(
        f"""{HEAD}
        a | 12 | Pakistani soldiers | Taliban government spokesman | AP      |
        b | 12 | Pakistani soldiers | Taliban government spokesman | Reuters | """
    )
    assert disagreements(result) == []
    assert {"sourcing-repeated", "gap-own-losses", "gap-single-origin"} <= {f.rule for f in result.findings}
    assert all(f.severity < 15 for f in result.findings)


def test_claims_that_carry_one_bound_are_one_dispute_with_echoes() -> None:
    result = one_event(
        """id | quantity    | victims            | claimant
           a  | at least 58 | Pakistani soldiers | Taliban government spokesman
           b  | 23          | Pakistani soldiers | Pakistani military
           c  | at least 58 | Pakistani soldiers | Afghan Ministry of Defence
           d  | at least 58 | Pakistani soldiers | Tolo News""",
    )
    found = the(result, "count-disjoint")
    (greater, smaller) = found.claims
    assert smaller == "b"
    assert {greater, *found.echoes[greater]} == {"a", "c", "d"}


@pytest.mark.parametrize("origin", ["Pakistani military", "Pakistan"])
def test_a_side_whose_own_figure_an_outlet_relays_is_not_silent(origin: str) -> None:
    result = one_event(
        f"""{HEAD}
        a | 58 | Pakistani soldiers | Taliban government spokesman | AP         |
        b | 23 | Pakistani soldiers | The Herald                   | The Herald | {origin}"""
    )
    assert of_rule(result, "gap-own-losses") == []
