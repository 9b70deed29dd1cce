"""A page for every rule, whose example makes the rule fire, whose counterexample does not, whose remedies work."""

from __future__ import annotations

import json
import re
import shlex
from functools import cache
from pathlib import Path

import pytest
from command import told
from pages import DOCS, assert_shown, blocks, section
from test_docs import prose, rules_in_code
from test_reports_neutral import ALLOWED, BANNED

from claims.actors import Registry, load_registry
from claims.read import load
from counterclaim.fixtures import fixture_sets, fixtures_folder
from counterclaim.project import judge_files
from reconcile.decisions import load_decisions
from reconcile.engine import reconcile
from reconcile.result import Finding, Result
from reports.render import render
from reports.severity_words import severity_line
from reports.words import words

PAGES = {page.stem: page for page in sorted((DOCS / "rules").glob("*.md"))}
ACTORS = (DOCS / "examples" / "actors.yaml").read_text(encoding="utf-8")

per_rule = pytest.mark.parametrize("rule", PAGES)


@cache
def shipped_actors() -> Registry:
    return load_registry([DOCS / "examples" / "actors.yaml"])


def judged(folder: Path, table: str, decisions: str = "", policy: str = "plain") -> Result:
    """The result of a table with the actors of the examples, and with lines of decisions."""
    (folder / "claims.csv").write_text(table, encoding="utf-8")
    (folder / "decisions.jsonl").write_text(decisions, encoding="utf-8")
    loaded = load([str(folder / "claims.csv")])
    assert not loaded.rejected
    return reconcile(loaded.claims, load_decisions(folder / "decisions.jsonl"), policy, shipped_actors())


def text_of(rule: str) -> str:
    return PAGES[rule].read_text(encoding="utf-8")


def table_of(rule: str, title: str) -> str:
    (table,) = blocks(section(text_of(rule), title), "csv")
    return table.text


def the_finding(rule: str, result: Result) -> Finding:
    (found,) = [f for f in result.findings if f.rule == rule]
    return found


def shown(finding: Finding, result: Result) -> str:
    """What a page shows of its example's finding: the sentence, its notes, the severity in words."""
    notes = "".join(f"Note: {note}\n" for note in finding.notes)
    return f"{finding.explanation}\n{notes}{severity_line(finding, {c.id: c for c in result.claims})}\n"


def unwrapped(text: str) -> str:
    return " ".join(text.split())


# Complete


def test_every_rule_of_the_engine_has_a_page_and_every_page_a_rule() -> None:
    whole, begun = rules_in_code()
    assert {rule for rule in PAGES if not rule.startswith(tuple(begun))} == whole
    assert all(len([rule for rule in PAGES if rule.startswith(start)]) > 1 for start in begun)


@cache
def rules_of_the_fixtures() -> set[str]:
    found = (judge_files([str(fixtures_folder() / name / "claims.csv")])[0].result for name in fixture_sets())
    return {finding.rule for result in found for finding in result.findings}


def test_every_rule_that_the_fixtures_or_the_words_of_severities_name_has_a_page() -> None:
    assert rules_of_the_fixtures() | set(words()["severity"]["rules"]) <= set(PAGES)


def test_the_index_links_every_page_and_says_what_it_says() -> None:
    index = (DOCS / "rules.md").read_text(encoding="utf-8")
    listed = re.findall(r"^### (\S+)\n(.+) \[More\]\(rules/(\S+)\.md\)\.$", index, re.MULTILINE)
    assert sorted(name for name, _, _ in listed) == sorted(PAGES)
    for name, sentence, target in listed:
        assert target == name
        assert sentence in text_of(name), name


# Examples


@per_rule
def test_the_example_makes_the_rule_fire_and_names_every_other_that_does(rule: str, tmp_path: Path) -> None:
    text = text_of(rule)
    result = judged(tmp_path, table_of(rule, "Example"))
    assert not result.run.warnings
    others = "".join(re.findall(r"^Also in this report: (.*)$", text, re.MULTILINE))
    assert {f.rule for f in result.findings} == {rule, *re.findall(r"\((\S+)\.md\)", others)}
    finding = the_finding(rule, result)
    kind = re.findall(r"^\*\*(.+)\.\*\* ", text, re.MULTILINE)[0].casefold()
    assert finding.verdict.value in kind and re.fullmatch(rf".* about (a )?{finding.about.value}", kind)


@per_rule
def test_the_page_shows_what_the_report_says(rule: str, tmp_path: Path) -> None:
    result = judged(tmp_path, table_of(rule, "Example"))
    finding = the_finding(rule, result)
    (block,) = blocks(section(text_of(rule), "Example"), "text")
    assert_shown(PAGES[rule], "```text\n", block.text, shown(finding, result))
    assert unwrapped(finding.explanation) in unwrapped("".join(render(result, "terminal", everything=True, width=100)))


@per_rule
def test_the_counterexample_does_not_make_the_rule_fire(rule: str, tmp_path: Path) -> None:
    result = judged(tmp_path, table_of(rule, "When it does not fire"))
    assert rule not in {f.rule for f in result.findings}


@per_rule
def test_the_weights_of_the_page_are_those_of_the_example(rule: str, tmp_path: Path) -> None:
    """A weight that the page gives out of 100 is the example's own, or one that the page says is another's."""
    finding = the_finding(rule, judged(tmp_path, table_of(rule, "Example")))
    said = re.findall(r"weighs? (\d+) of 100", section(text_of(rule), "Severity"))
    assert not said or int(said[0]) == round(100 * finding.factors.magnitude)
    times = re.findall(r"of 100, times (\d\.\d)", section(text_of(rule), "Severity"))
    assert not times or float(times[0]) in (finding.factors.firmness, finding.factors.independence)


# Ways to disagree


def remedies() -> list[tuple[str, str, str]]:
    """Each rule with the language and the text of each way to disagree that its page gives."""
    return [
        (rule, block.language, block.text)
        for rule in PAGES
        for language in ("json", "yaml", "csv")
        for block in blocks(section(text_of(rule), "How to disagree"), language)
    ]


@per_rule
def test_every_page_gives_ways_to_disagree(rule: str) -> None:
    assert [r for r in remedies() if r[0] == rule]
    assert "`--policy" in section(text_of(rule), "How to disagree")


@per_rule
def test_what_a_page_says_of_another_policy_is_so(rule: str, tmp_path: Path) -> None:
    for policy, verdict in re.findall(r"Under `--policy (\w+)` this example is a (\w+)", text_of(rule)):
        result = judged(tmp_path, table_of(rule, "Example"), policy=policy)
        assert [f.verdict.value for f in result.findings] == [verdict]


@pytest.mark.parametrize(("rule", "language", "text"), remedies())
def test_a_way_to_disagree_takes_the_finding_out(rule: str, language: str, text: str, tmp_path: Path) -> None:
    table = table_of(rule, "Example")
    if language == "yaml":
        result = beside(tmp_path, table, text)
    else:
        result = judged(tmp_path, table + text) if language == "csv" else judged(tmp_path, table, text)
    assert rule not in {f.rule for f in result.findings}
    assert not [w for w in result.run.warnings if "aside" not in w]


def beside(folder: Path, table: str, text: str) -> Result:
    """The result with a file of words for people, or of actors, beside the claims."""
    (folder / "claims.csv").write_text(table, encoding="utf-8")
    (folder / "actors.yaml").write_text(ACTORS, encoding="utf-8")
    (folder / ("people.yaml" if "\npeople:" in text else "actors.yaml")).write_text(text, encoding="utf-8")
    return judge_files([str(folder / "claims.csv")])[0].result


@pytest.mark.parametrize(("rule", "language", "text"), [r for r in remedies() if r[1] == "json"])
def test_an_edit_on_a_page_says_what_the_column_was(rule: str, language: str, text: str, tmp_path: Path) -> None:
    claims = {c.id: c for c in judged(tmp_path, table_of(rule, "Example")).claims}
    for line in map(json.loads, text.splitlines()):
        if line["decision"] == "edit":
            said = claims[line["claims"][0]].model_dump(mode="json")
            if said.get("quantity"):
                said["quantity"] = said["quantity"]["wording"]
            assert {column: said.get(column) or "" for column in line["was"]} == line["was"]
            assert line["was"].keys() == line["set"].keys()


@per_rule
def test_the_command_that_explains_a_pair_shows_the_finding(rule: str, tmp_path: Path) -> None:
    finding = the_finding(rule, judged(tmp_path, table_of(rule, "Example")))
    lines = re.findall(r"`counterclaim (explain [^`]+)`", text_of(rule))
    assert lines or len(finding.claims) == 1 or finding.rule == "accounting-total"  # claims of several events
    (tmp_path / "actors.yaml").write_text(ACTORS, encoding="utf-8")
    for command, _, *ids in map(shlex.split, lines):
        printed = told(command, str(tmp_path / "claims.csv"), *ids)
        assert unwrapped(finding.explanation) in unwrapped(printed)


# Words


@pytest.mark.parametrize("page", [*PAGES.values(), *DOCS.glob("*.md")], ids=lambda page: page.name)
def test_the_pages_use_no_loaded_word(page: Path) -> None:
    spoken = re.sub(r"`[^`\n]+`", "", prose(page))
    assert not BANNED.findall(ALLOWED.sub("", spoken))
