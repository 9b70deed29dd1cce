"""The findings as SARIF: valid by the published schema, at the rows they are about, and inert."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from command import steering
from feed_results import nothing, placed, shipped_result
from hostile import hostile_result
from jsonschema import Draft4Validator, FormatChecker
from sample_results import HOSTILE, sample, with_every_text
from test_docs import documented_rules

from claims.lexicon import data
from reconcile.result import Result
from reports.render import render
from reports.sarif_parts import address, message, rule

SCHEMA = Path(__file__).parent / "vendor" / "sarif-2.1.0-rtm.5.json"


@cache
def validator() -> Draft4Validator:
    return Draft4Validator(json.loads(SCHEMA.read_text(encoding="utf-8")), format_checker=FormatChecker())


def run_of(result: Result, **options: Any) -> dict[str, Any]:
    """The only run of the log, which is valid."""
    text = "".join(render(result, "sarif", **options))
    assert not steering(text)
    log = json.loads(text)
    assert not list(validator().iter_errors(log))
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from texts(each)


def test_the_schema_can_refuse() -> None:
    log = json.loads("".join(render(sample(), "sarif")))
    log["runs"][0]["results"][0]["level"] = "grave"
    assert list(validator().iter_errors(log))


def test_a_dispute_stands_at_its_first_claim_that_has_a_place() -> None:
    blame, count, tense = run_of(placed())["results"]
    assert [r["level"] for r in (blame, count, tense)] == ["error", "error", "note"]
    assert [r["rank"] for r in (blame, count, tense)] == [80, 59, 12]
    (at,) = count["locations"]
    assert at["physicalLocation"] == {
        "artifactLocation": {"uri": "claims.csv", "uriBaseId": "%SRCROOT%"}, "region": {"startLine": 2},
    }  # fmt: skip
    (other,) = count["relatedLocations"]
    assert other["physicalLocation"]["region"] == {"startLine": 3} and other["id"] == 1
    said = "S-1, Southern spokesman (South Side): at least 58 soldiers killed, in Example Agency"
    assert other["message"]["text"] == said
    assert count["message"]["text"].endswith("at least 58. Holds under every numeral policy.")
    assert count["partialFingerprints"] == {"findingId/v1": "f-count"}


def test_a_sheet_an_entry_and_standard_input_are_told_as_far_as_an_editor_can_go() -> None:
    blame, _, tense = run_of(placed())["results"]
    (at,) = blame["locations"]
    assert at["physicalLocation"]["artifactLocation"]["uri"] == "book.xlsx"
    assert at["logicalLocations"] == [{"name": "North, 1: a"}]
    assert "physicalLocation" not in blame["relatedLocations"][0]
    assert "region" not in tense["relatedLocations"][0]["physicalLocation"]


def test_claims_without_places_leave_the_words() -> None:
    results = run_of(sample())["results"]
    assert len(results) == 3 and not any("locations" in r for r in results)
    assert all(len(r["relatedLocations"]) == 2 for r in results)


def test_the_other_findings_come_on_request_and_are_no_failures() -> None:
    results = run_of(placed(), everything=True)["results"]
    assert len(results) == len(sample().findings)
    assert {(r["kind"], r["level"]) for r in results[3:]} == {("informational", "none")}


def test_a_threshold_leaves_out_what_is_below() -> None:
    assert [r["rank"] for r in run_of(placed(), fail_on="head-on")["results"]] == [80]


def test_every_rule_has_help_and_is_named_by_its_index() -> None:
    run = run_of(shipped_result("border"), everything=True)
    rules = run["tool"]["driver"]["rules"]
    assert len(rules) > 10
    assert all(r["help"]["text"] and r["shortDescription"]["text"] for r in rules)
    assert all(rules[r["ruleIndex"]]["id"] == r["ruleId"] for r in run["results"])


def test_the_table_of_rules_is_that_of_the_page() -> None:
    assert set(data("reports", "rules.yaml")["rules"]) == documented_rules()


def test_a_rule_points_to_its_page_once_that_is_published(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "helpUri" not in rule("count-disjoint")
    monkeypatch.setitem(data("reports", "rules.yaml"), "page", "https://example.org/rules")
    assert rule("count-disjoint")["helpUri"] == "https://example.org/rules#count-disjoint"
    assert rule("a-rule") == {"id": "a-rule"}


def test_unread_rows_and_warnings_are_notifications() -> None:
    (invocation,) = run_of(placed())["invocations"]
    unread, warning = invocation["toolExecutionNotifications"]
    assert (unread["level"], warning["level"]) == ("error", "warning")
    assert unread["locations"][0]["physicalLocation"]["region"] == {"startLine": 7}
    assert "write a whole number" in unread["message"]["text"]


@pytest.mark.parametrize("name", ["border", "contested", "quiet"])
def test_shipped_sets_are_valid_and_every_dispute_has_a_row(name: str) -> None:
    results = run_of(shipped_result(name))["results"]
    rows = [r["locations"][0]["physicalLocation"]["region"]["startLine"] for r in results]
    assert all(row > 1 for row in rows)
    assert len({r["partialFingerprints"]["findingId/v1"] for r in results}) == len(results)


def test_nothing_is_a_valid_log() -> None:
    assert run_of(nothing())["results"] == []


def test_attacks_come_out_as_plain_text() -> None:
    run = run_of(hostile_result(), everything=True)
    assert len(run["results"]) > 20
    for text in texts(run):
        assert "](" not in text
        assert not text.replace("{{", "").replace("}}", "").count("{")
    for result in run["results"]:
        for place in (*result.get("locations", ()), *result.get("relatedLocations", ())):
            uri = place["physicalLocation"]["artifactLocation"]["uri"]
            assert uri.isascii() and not set(uri) & set(' "<>\\^`{|}:')


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_in_every_field_is_valid(words: str) -> None:
    assert len(run_of(with_every_text(words), everything=True)["results"]) == len(sample().findings)


def test_addresses_of_files() -> None:
    assert address("a b/c:d.csv")["uri"] == "a%20b/c%3Ad.csv"
    assert address("./x.csv")["uri"] == "x.csv"
    assert address("/tmp/é.csv") == {"uri": "file:///tmp/%C3%A9.csv"}


def test_braces_are_doubled_and_links_broken() -> None:
    assert message("{0} [a](b)") == {"text": "{{0}} [a] (b)"}
