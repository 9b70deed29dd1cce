"""The ledger and the estimates as people read them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from command import ask, told
from test_answers import war

from claims.model import Claim
from reconcile.engine import reconcile
from reconcile.estimated import LedgerEntry, RuleAnswer, Working
from reconcile.result import Result
from reports.estimates import factor, rule_line, rule_lines, working_line
from reports.ledger import chunks
from reports.sentences import range_line


def shown(result: Result, form: str, **options: object) -> str:
    return "".join(chunks(result, form, **options))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def result() -> Result:
    return reconcile(war(), estimates=True)


def test_the_terminal_has_a_sentence_and_plain_heads(result: Result) -> None:
    text = shown(result, "terminal", width=100)
    assert "×2 means" in text and "never applied to a finding" in " ".join(text.split())
    rows = [line.split("  ") for line in text.splitlines()]
    cells = [[cell.strip() for cell in row if cell.strip()] for row in rows]
    assert cells.count(["side", "claimant", "speaks of", "runs", "80 % range", "comparisons"]) == 2
    assert ["Russia", "Russian defence ministry", "the other side's losses", "×1.7", "×1.3–×2.3", "6"] in cells
    assert all(len(line) <= 100 for line in text.splitlines())


def test_a_side_with_several_claimants_has_a_row_for_all() -> None:
    more = [c.model_copy(update={"id": f"{c.id}2", "claimant": "Kremlin spokesman"}) for c in war() if "r" in c.id]
    text = shown(reconcile([*war(), *more]), "markdown")
    assert "| Russia | all | the other side's losses |" in text
    assert "| Russia | Russian defence ministry | the other side's losses |" in text


def test_without_comparisons_it_says_so() -> None:
    empty = reconcile([])
    for form in ("terminal", "markdown"):
        assert "could be held against" in " ".join(shown(empty, form, width=80).split())
    assert json.loads(shown(empty, "json"))["ledger"] == []
    assert shown(empty, "csv").count("\n") == 1


def test_json_and_csv_hold_every_entry(result: Result) -> None:
    entries = json.loads(shown(result, "json"))["ledger"]
    assert [LedgerEntry.model_validate(e) for e in entries] == result.ledger
    rows = list(csv.DictReader(io.StringIO(shown(result, "csv"))))
    assert [(r["side"], float(r["factor"]), int(r["comparisons"])) for r in rows] == [
        (e.side or "", e.factor, e.events) for e in result.ledger
    ]
    assert shown(result, "csv", excel=True).startswith("\ufeffside")


def test_a_long_ledger_is_cut_with_a_word(result: Result) -> None:
    entry = next(e for e in result.ledger if e.voice)
    many = result.model_copy(update={"ledger": [entry.model_copy(update={"voice": f"v{n}"}) for n in range(70)]})
    assert "… and 10 more rows" in shown(many, "terminal", width=80)
    assert "more rows" not in shown(many, "terminal", width=80, everything=True)


def test_a_claimant_cannot_act_on_the_reader(result: Result) -> None:
    entry = next(e for e in result.ledger if e.voice).model_copy(update={"voice": "=1+1|\x1b[31m\n**x**"})
    nasty = result.model_copy(update={"ledger": [entry]})
    assert "\x1b" not in shown(nasty, "terminal", width=80)
    assert "\\*\\*x" in shown(nasty, "markdown") and "'=1+1" in shown(nasty, "csv")


@pytest.mark.parametrize(
    ("value", "text"), [(0.0512, "×0.05"), (0.77, "×0.77"), (1.0, "×1.0"), (2.36, "×2.4"), (18.3, "×18")]
)
def test_factors_are_short(value: float, text: str) -> None:
    assert factor(value) == text


def test_the_working_reads_as_a_journalist_would_have_it() -> None:
    working = Working(
        voice="Zabihullah Mujahid", side="Afghanistan (Taliban)", role="other-side-loss", said="at least 58",
        claims=["1"], factor=2.36, factor_low=1.99, factor_high=2.8, events=30, reads_as=27, weight=0.36,
    )  # fmt: skip
    assert working_line(working) == (
        "Zabihullah Mujahid (Afghanistan (Taliban)): at least 58 [the other side's losses; runs ×2.4 (×2.0–×2.8) of "
        "independent counts, 30 comparisons] reads as 27, weight 36 %"
    )
    answer = RuleAnswer(rule="model", low=20, best=29, high=41, why="by a model", working=[working])
    assert rule_line(answer) == "a model's estimate: 29 (80 % band 20–41); by a model"
    refused = RuleAnswer(rule="model", low=None, best=None, high=None, why="no best estimate", working=[working])
    assert [depth for depth, _ in rule_lines([refused])] == [0, 1]
    assert "weight" not in " ".join(line for _, line in rule_lines([refused]))


def test_a_range_says_what_is_allowed_conceded_and_where_origins_part() -> None:
    def line(rows: str) -> str:
        said = [
            Claim(id=str(n), event="one", kind="casualty", measure="killed", victims="civilians", source="Daily",
                  victim_side="Ukraine", perpetrator="Russia", claimant=who, quantity=count)
            for n, (who, count) in enumerate(row.split(": ") for row in rows.split("; "))
        ]  # fmt: skip
        return range_line(reconcile(said).events[0].estimates[0])

    assert line("OHCHR: at least 30; MSF: up to 45; Russian army: 5").endswith(
        "; Russia gives 5, killed by its own side; every independent origin allows 30–45"
    )
    assert line("OHCHR: 30; MSF: 45").endswith("; no number suits every independent origin: MSF and OHCHR part")
    assert line("OHCHR: 30") == "civilians (Ukraine) killed: 30"
    assert "killed by its own side" not in line("OHCHR: 30; Russian army: 0")


@pytest.fixture
def claims_file(tmp_path: Path) -> str:
    path = tmp_path / "claims.jsonl"
    path.write_text("".join(c.model_dump_json(exclude_defaults=True) + "\n" for c in war()), encoding="utf-8")
    return str(path)


def test_the_command_prints_the_ledger(claims_file: str, tmp_path: Path) -> None:
    assert "Russian defence ministry" in told("ledger", claims_file, "--width", "100")
    found = json.loads(told("ledger", claims_file, "--format", "json"))
    assert found["ledger"] == json.loads(told("report", claims_file, "--format", "json"))["ledger"]
    out = tmp_path / "ledger.csv"
    assert ask("ledger", claims_file, "-o", str(out)).exit_code == 0
    assert out.read_text(encoding="utf-8").startswith("side,claimant,role")


def test_the_report_has_estimates_on_request(claims_file: str) -> None:
    plain = told("report", claims_file, "--all", "--width", "120")
    assert "as UCDP" not in plain
    text = told("report", claims_file, "--all", "--width", "120", "--estimates")
    for words in (
        "    as UCDP: 40 (40–100); ",
        "    a model's estimate: ",
        "      Russian defence ministry (Russia): 100 [the other",
    ):
        assert words in text
    assert "Single numbers are answers of the rules" in " ".join(text.split())
    marked = told("report", claims_file, "--all", "--estimates", "--format", "markdown")
    assert "\n  - a model's estimate: " in marked and "\n    - Russian defence ministry \\(Russia\\): 100" in marked
    rules = json.loads(told("report", claims_file, "--estimates", "--format", "json"))["events"][0]["estimates"][0]
    assert [r["rule"] for r in rules["rules"]] == ["ucdp", "conservative", "representative", "model"]
