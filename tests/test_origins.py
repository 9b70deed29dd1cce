"""Who copied whom: what claims tell of, what can be inferred, and what must be left alone."""

from __future__ import annotations

import pytest

from reconcile.decisions import Decision, Ruling
from reconcile.engine import judged, reconcile
from reconcile.explain import explain
from reconcile.result import Result, Retold, Verdict
from reports.render import render
from tests.tables import claims_of, disagreements, of_rule, one_event, signature, the

HEAD = "id | quantity | victims | claimant | source | relayed_from | published"
SPOKESMAN = "a | 58 | Pakistani soldiers | Taliban government spokesman | Tolo News | | 2025-10-12"


def steps(result: Result) -> dict[str, Retold]:
    return {step.claim: step for event in result.events for step in event.origins}


def test_the_herald_says_in_its_own_name_what_one_spokesman_said() -> None:
    result = one_event(f"{HEAD}\n{SPOKESMAN}\nb | 58 | Pakistani soldiers | The Herald | The Herald | | 2025-10-13")
    (step,) = steps(result).values()
    assert (step.claim, step.of, step.why, step.reason, step.changed) == ("b", "a", "same words", "same words as a", [])
    origins = {c.id: (c.origin, c.origin_why) for c in result.claims}
    assert origins["b"] == (origins["a"][0], "same words as a")
    assert origins["a"][1] is None
    assert of_rule(result, "count-corroborated") == []
    assert the(result, "gap-single-origin").echoes == {"a": ["b"]}


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("b | 58 | Pakistani soldiers | The Herald | The Herald | | 2025-10-10", "it was said before"),
        ("b | 59 | Pakistani soldiers | The Herald | The Herald | | 2025-10-13", "another figure"),
        ("b | about 58 | Pakistani soldiers | The Herald | The Herald | | 2025-10-13", "other words"),
        ("b | 58 | Pakistani civilians | The Herald | The Herald | | 2025-10-13", "other people"),
        ("b | 58 | Pakistani soldiers | Airwars | Airwars | | 2025-10-13", "a counter"),
        ("b | 58 | Pakistani soldiers | Border Observatory | Border Observatory | | 2025-10-13", "a counter"),
        ("b | 58 | Pakistani soldiers | a witness | The Herald | | 2025-10-13", "it has a speaker"),
        ("b | 58 | Pakistani soldiers | Pakistani military | Pakistani military | | 2025-10-13", "a side"),
    ],
)  # fmt: skip
def test_what_only_resembles_a_statement_is_no_copy_of_it(row: str, why: str) -> None:
    assert steps(one_event(f"{HEAD}\n{SPOKESMAN}\n{row}")) == {}, why


@pytest.mark.parametrize("quantity", ["0", "3", "four", "none", "dozens", "", "some"])
def test_small_equal_numbers_and_vague_words_are_not_copying(quantity: str) -> None:
    result = one_event(
        f"""{HEAD}
        a | {quantity} | Pakistani soldiers | Taliban government spokesman | Tolo News  | | 2025-10-12
        b | {quantity} | Pakistani soldiers | The Herald                   | The Herald | | 2025-10-13"""
    )
    assert steps(result) == {}


def test_two_candidates_are_left_alone() -> None:
    result = one_event(
        f"""{HEAD}
        {SPOKESMAN}
        b | 58 | Pakistani soldiers | provincial governor | AP         | | 2025-10-12
        c | 58 | Pakistani soldiers | The Herald          | The Herald | | 2025-10-13"""
    )
    assert steps(result) == {}


def test_a_relay_is_no_second_candidate() -> None:
    result = one_event(
        f"""{HEAD}
        {SPOKESMAN}
        b | 58 | Pakistani soldiers | The Planet | The Planet | a | 2025-10-12
        c | 58 | Pakistani soldiers | The Herald | The Herald |   | 2025-10-13"""
    )
    assert {name: step.of for name, step in steps(result).items()} == {"b": "a", "c": "a"}


def test_a_copy_of_a_copy_has_the_first_ones_origin() -> None:
    result = one_event(
        f"""{HEAD}
        {SPOKESMAN}
        b | 58 | Pakistani soldiers | The Herald | The Herald |            | 2025-10-13
        c | 58 | Pakistani soldiers | The Planet | The Planet | The Herald | 2025-10-14
        d | 58 | Pakistani soldiers | The Moon   | The Moon   | c          | 2025-10-14"""
    )
    assert {name: step.of for name, step in steps(result).items()} == {"b": "a", "c": "b", "d": "c"}
    assert len({claim.origin for claim in result.claims}) == 1
    assert the(result, "gap-own-losses").echoes == {"a": ["b", "c", "d"]}


@pytest.mark.parametrize("source", ["BBC/AFP", "BBC (AFP)", "AFP via BBC", "BBC, citing AFP", "BBC со ссылкой на АФП"])
def test_an_agency_in_the_byline_is_the_origin(source: str) -> None:
    result = one_event(
        f"""{HEAD}
        a | 23 | soldiers | AFP | AFP      | | 2025-10-12
        b | 23 | soldiers | BBC | {source} | | 2025-10-12"""
    )
    assert steps(result)["b"].of == "a"
    assert of_rule(result, "count-corroborated") == []


def test_agencies_that_are_not_named_are_no_origin() -> None:
    result = one_event(
        f"""{HEAD}
        a | 23 | soldiers | AFP  | AFP                | | 2025-10-12
        b | 23 | soldiers | Dawn | Dawn with agencies | | 2025-10-12"""
    )
    assert steps(result) == {}
    assert the(result, "count-corroborated").claims == ["a", "b"]


def test_a_paper_that_carries_another_papers_police_count_goes_back_to_the_police() -> None:
    result = one_event(
        f"""{HEAD}
        a | 35 | villagers | district police | The Tribune |             | 2000-03-21
        b | 35 | villagers | The Gulf Mirror | The Gulf Mirror | The Tribune | 2000-03-22"""
    )
    assert steps(result)["b"].of == "a"
    assert {c.origin for c in result.claims} == {result.claims[0].origin}


def test_a_claimant_that_cites_is_no_claimant_of_its_own() -> None:
    result = one_event(
        f"""{HEAD}
        a | 400 | Russian soldiers | Ukrainian military | AP | | 2023-01-02
        b | 400 | Russian soldiers | BBC News, citing the Ukrainian military | BBC | | 2023-01-02"""
    )
    assert steps(result)["b"].reason == "the Ukrainian military is cited in “BBC News, citing the Ukrainian military”"
    assert of_rule(result, "count-corroborated") == []


QUOTE = "At least 41 villagers were killed when the market of the border town was shelled on Monday morning"


@pytest.mark.parametrize(
    ("one", "two", "copied"),
    [
        (QUOTE, QUOTE.replace("Monday", "monday,"), True),
        (QUOTE, QUOTE.replace("At least", "at least") + ".", True),
        (QUOTE[:30], QUOTE[:30], False),
        (
            QUOTE,
            "Forty-one or more people of the village died in shelling that hit their market early on",
            False,
        ),
        ("", "", False),
    ],
    ids=["one letter apart", "a full stop more", "too short", "in other words", "no quote"],
)
def test_two_outlets_with_one_text_are_one_origin(one: str, two: str, copied: bool) -> None:
    result = one_event(
        f"""id | quantity | victims | claimant | source | quote | published
        a | at least 41 | villagers | The Herald | The Herald | {one} | 2021-05-04
        b | at least 41 | villagers | The Planet | The Planet | {two} | 2021-05-05"""
    )
    assert ([step.why for step in steps(result).values()] == ["same quote"]) is copied


def test_the_same_claimant_in_three_outlets_is_shown_as_one_origin() -> None:
    result = one_event(
        f"""{HEAD}
        a | 58 | Pakistani soldiers | Taliban government spokesman | AP      | | 2025-10-12
        b | 58 | Pakistani soldiers | Taliban government spokesman | Reuters | | 2025-10-13
        c | 58 | Pakistani soldiers | Taliban government spokesman | AFP     | | 2025-10-12"""
    )
    assert {name: (step.of, step.why) for name, step in steps(result).items()} == {
        "b": ("a", "same claimant"),
        "c": ("a", "same claimant"),
    }


def test_a_late_copy_does_not_take_back_what_the_claimant_revised() -> None:
    table = f"""{HEAD}
        a | 58 | Pakistani soldiers | Taliban government spokesman | Tolo News | | 2025-10-12
        b | 70 | Pakistani soldiers | Taliban government spokesman | Tolo News | | 2025-10-14
        c | 23 | Pakistani soldiers | Pakistani military           | AP        | | 2025-10-12"""
    late = "d | 58 | Pakistani soldiers | The Herald | The Herald | a | 2025-10-16"
    assert signature(one_event(f"{table}\n{late}")) == signature(one_event(table))


def test_a_drifted_copy_is_no_rival_of_anybody() -> None:
    result = one_event(
        f"""{HEAD}
        a | 58 | Pakistani soldiers | Taliban government spokesman | Tolo News  |   | 2025-10-12
        b | 85 | Pakistani soldiers | The Herald                   | The Herald | a | 2025-10-13
        c | 23 | Pakistani soldiers | Pakistani military           | AP         |   | 2025-10-12"""
    )
    assert [f.rule for f in disagreements(result) if "b" in f.claims] == ["sourcing-drift"]
    assert the(result, "count-disjoint").verdict is Verdict.CONTRADICTION
    assert of_rule(result, "count-revised-up") == []


def test_a_higher_figure_that_an_outlet_later_has_from_an_agency_may_be_the_agencys_news() -> None:
    result = one_event(
        f"""{HEAD}
        a | 58 | soldiers | AFP        | AFP        |     | 2025-10-12
        b | 70 | soldiers | The Herald | The Herald | AFP | 2025-10-14"""
    )
    assert of_rule(result, "sourcing-drift") == []
    assert the(result, "count-revised-up").claims == ["a", "b"]


def test_a_relay_of_a_side_that_the_event_names_is_grouped() -> None:
    said = claims_of(
        """id | quantity | victims | claimant | source | relayed_from | perpetrator
        a | 400 | Russian soldiers | Ukrainian military | AP | | Ukraine
        b | 400 | Russian soldiers | The Herald | The Herald | a | Ukraine""",
        date="2023-01-01",
        place="Makiivka",
    )
    assert len(reconcile(said).events) == 1


@pytest.mark.parametrize("form", ["terminal", "markdown"])
def test_a_report_says_who_repeats_whom_and_what_changed(form: str) -> None:
    result = one_event(
        f"""{HEAD}
        a | about 200 | fighters | hospital doctors | AP         |     |
        b | 300       | fighters | The Herald       | The Herald | a   |
        c | about 200 | fighters | The Planet       | The Planet | a   | """
    )
    text = " ".join("".join(render(result, form, width=300)).replace("\\", "").split())
    assert "b (relayed from a, with the figure changed) and c (relayed from a) go back to hospital doctors" in text
    assert "The Herald, repeating it, said 300 fighters killed. On the way the figure changed." in text


def test_a_decision_about_a_copy_covers_what_it_repeats() -> None:
    said = claims_of(
        f"""{HEAD}
        {SPOKESMAN}
        b | 58 | Pakistani soldiers | The Herald         | The Herald | a | 2025-10-13
        c | 23 | Pakistani soldiers | Pakistani military | AP         |   | 2025-10-12""",
        event="one",
    )
    assert len(disagreements(reconcile(said))) == 1
    decided = Decision(decision=Ruling.NOT_A_CONTRADICTION, claims=["b", "c"])
    assert disagreements(reconcile(said, [decided])) == []


def test_an_explanation_says_that_one_repeats_the_other() -> None:
    said = claims_of(
        f"""{HEAD}
        {SPOKESMAN}
        b | 60 | Pakistani soldiers | The Herald | The Herald | a | 2025-10-13""",
        event="one",
    )
    told = explain(judged(said), "b", "a").comparison
    assert "b repeats a: relayed from a, with the figure changed." in told
