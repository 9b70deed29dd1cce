"""The database: sound, complete, the same bytes every time, and no text of a claim ever SQL."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from command import ask, told
from hostile import ATTACKS, hostile_result
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_results import sample, with_every_text
from tables import one_event
from test_reports_golden import fixture_result

from claims.model import Claim
from reconcile.decisions import Decision
from reconcile.engine import reconcile
from reconcile.result import Result
from reports.claim_columns import FORMAT
from reports.escape import visible_lines
from reports.render import render
from reports.sqlite import database as sqlite_database
from reports.sqlite.metadata import chunks as metadata
from reports.sqlite.schema import plain_headings, tables


class Database:
    """A report's database in memory."""

    def __init__(self, result: Result) -> None:
        self.open = sqlite3.connect(":memory:")
        self.open.row_factory = sqlite3.Row
        self.open.deserialize(b"".join(render(result, "sqlite")))  # type: ignore[arg-type]

    def ask(self, sql: str, *values: Any) -> list[dict[str, Any]]:
        return [dict(row) for row in self.open.execute(sql, values)]

    def one(self, sql: str, *values: Any) -> Any:
        (row,) = self.open.execute(sql, values)
        return row[0]

    def named(self, kind: str) -> list[str]:
        return [r["name"] for r in self.ask("SELECT name FROM sqlite_schema WHERE type = ? ORDER BY rowid", kind)]


def database(result: Result) -> Database:
    return Database(result)


RESULTS = {
    "sample": sample,
    "empty": lambda: reconcile([]),
    "hostile": hostile_result,
    "border": lambda: fixture_result("border"),
    "contested": lambda: fixture_result("contested"),
}


@pytest.fixture(params=RESULTS)
def each(request: pytest.FixtureRequest) -> Iterator[tuple[Result, Database]]:
    result = RESULTS[request.param]()
    with closing(database(result).open) as opened:
        made = Database.__new__(Database)
        made.open = opened
        yield result, made


def test_the_database_is_sound(each: tuple[Result, Database]) -> None:
    found = each[1]
    assert found.one("PRAGMA integrity_check") == "ok"
    assert found.ask("PRAGMA foreign_key_check") == []
    for table in ("claims", "findings"):
        found.open.execute(f"INSERT INTO {table}_fts ({table}_fts, rank) VALUES ('integrity-check', 1)")
    assert [t for t in found.named("table") if "_fts" not in t] == list(tables())
    assert found.one("PRAGMA user_version") == each[0].schema_version


def test_nothing_is_left_out(each: tuple[Result, Database]) -> None:
    result, found = each
    events = result.events
    wanted = {
        "claims": len(result.claims), "events": len(events), "findings": len(result.findings), "run": 1,
        "finding_claims": sum(len(f.claims) for f in result.findings),
        "echoes": sum(len(ids) for f in result.findings for ids in f.echoes.values()),
        "links": sum(len(e.why_grouped) for e in events),
        "clues": sum(len(link.clues) for e in events for link in e.why_grouped),
        "ranges": sum(len(e.estimates) for e in events),
        "range_claims": sum(len(r.claims) for e in events for r in e.estimates),
        "estimates": sum(len(r.rules) for e in events for r in e.estimates),
        "chains": sum(len(e.chains) for e in events),
        "steps": sum(len(c.steps) + len(c.undated) for e in events for c in e.chains),
        "positions": sum(len(e.responsibility) for e in events),
        "concessions": sum(len(e.concessions) for e in events),
        "origins": sum(len(e.origins) for e in events),
        "ledger": len(result.ledger), "rejected": len(result.rejected), "inputs": len(result.run.inputs),
        "warnings": len(result.run.warnings), "decisions": len(result.run.decided),
        "data_versions": len(result.run.data_versions), "claims_flat": len(result.claims),
    }  # fmt: skip
    assert {name: found.one(f"SELECT count(*) FROM {name}") for name in wanted} == wanted


def test_every_view_answers(each: tuple[Result, Database]) -> None:
    result, found = each
    views = found.named("view")
    assert views == ["contested_events", "contradictions", "figures_by_side", "own_loss_admissions", "claims_flat"]
    counts = {view: found.one(f"SELECT count(*) FROM {view}") for view in views}
    sharp = [f for f in result.findings if f.verdict == "contradiction"]
    contested = {f.event for f in result.findings if f.verdict in ("contradiction", "tension")}
    assert (counts["contradictions"], counts["contested_events"]) == (len(sharp), len(contested))
    assert counts["own_loss_admissions"] == sum(c.relation == "own-loss" for c in result.claims)


def test_a_contradiction_has_both_sides_words_side_by_side() -> None:
    (row,) = database(sample()).ask("SELECT * FROM contradictions WHERE finding_id = 'f-count'")
    wanted = {
        "severity": 59, "band": "serious", "gap": 35, "says_a": "23 soldiers killed", "side_a": "North Side",
        "says_b": "at least 58 soldiers killed", "side_b": "South Side", "quote_b": "at least 58", "claims": 2,
    }  # fmt: skip
    assert {name: row[name] for name in wanted} == wanted


def test_combatants_and_civilians_are_told_apart_where_the_words_do() -> None:
    table = "id | quantity | victims | claimant\n1 | 5 | soldiers | A\n2 | 3 | civilians | A\n3 | 9 | people | A"
    found = database(one_event(table))
    assert [r["status"] for r in found.ask("SELECT status FROM claims ORDER BY id")] == ["combatant", "civilian", None]


def test_figures_by_side_are_open_where_one_is() -> None:
    rows = database(sample()).ask("SELECT said_by_side, least, most, claims FROM figures_by_side ORDER BY 1")
    assert [tuple(r.values()) for r in rows] == [
        ("North Side", 23, 23, 2), ("South Side", 12, None, 2), ("third party", 32, 48, 1),
    ]  # fmt: skip


def test_values_have_the_types_of_their_columns(each: tuple[Result, Database]) -> None:
    kinds = {"INTEGER": "integer", "REAL": "real", "TEXT": "text"}
    for table in tables():
        for column in each[1].ask(f'PRAGMA table_info("{table}")'):
            query = f'SELECT DISTINCT typeof("{column["name"]}") AS kind FROM "{table}"'
            assert {r["kind"] for r in each[1].ask(query)} <= {kinds[column["type"]], "null"}, (table, column["name"])


def test_every_column_is_described_in_the_file_itself() -> None:
    for row in database(reconcile([])).ask("SELECT name, sql FROM sqlite_schema WHERE type = 'table'"):
        if row["name"] in tables():
            assert row["sql"].count(" -- ") == len(tables()[row["name"]].columns) + 1


def test_the_columns_of_a_claim_are_those_of_the_format() -> None:
    columns = [c.name for c in tables()["claims"].columns if c.name in FORMAT]
    assert tuple(columns) == FORMAT
    flat = [r["name"] for r in database(reconcile([])).ask("PRAGMA table_info(claims_flat)")]
    assert tuple(flat) == FORMAT


def test_every_foreign_key_is_indexed() -> None:
    found = database(reconcile([]))
    for table in tables():
        led = {r["from"] for r in found.ask(f'PRAGMA foreign_key_list("{table}")')}
        indexes = [r["name"] for r in found.ask(f'PRAGMA index_list("{table}")')]
        assert led <= {r["name"] for i in indexes for r in found.ask(f'PRAGMA index_info("{i}")')}


def test_words_are_found_whatever_their_accents() -> None:
    result = one_event(
        """
        id | quantity | victims | claimant | quote
        1 | 5 | people | Ministère | trois soldats tués à Hajdarević
        2 | 7 | people | وزارة الدفاع | قتل سبعة جنود
        """
    )
    query = "SELECT id FROM claims WHERE rowid IN (SELECT rowid FROM claims_fts WHERE claims_fts MATCH ?)"
    found = database(result)
    assert [[r["id"] for r in found.ask(query, word)] for word in ("ministere", "Hajdarevic", "جنود", "absent")] == [
        ["1"], ["1"], ["2"], [],
    ]  # fmt: skip


def test_decisions_are_told_with_what_they_changed() -> None:
    claims = [
        Claim.model_validate({"id": "a", "kind": "characterization", "frame": "raid", "claimant": "A", "source": "S"})
    ]
    edit = {"decision": "edit", "claims": ["a"], "set": {"frame": "attack"}, "was": {"frame": "raid"}, "by": "K. Desk"}
    (row,) = database(reconcile(claims, [Decision.model_validate(edit)])).ask("SELECT * FROM decisions")
    assert (json.loads(row["claims"]), row["by"], row["stands"]) == (["a"], "K. Desk", 1)
    assert json.loads(row["corrected"]) == {"frame": {"now": "attack", "was": "raid"}}


def test_sides_exchanged_give_the_mirror_image() -> None:
    table = """
        id | date | quantity | victims | victim_side | claimant | claimant_side
        1 | 2025-10-11 | 23 | soldiers | {0} | {0} army | {0}
        2 | 2025-10-11 | at least 58 | soldiers | {0} | {1} army | {1}
    """
    rows = [
        database(one_event(table.format(*names))).ask("SELECT side_a, side_b, says_a, says_b, gap FROM contradictions")
        for names in (("Aland", "Bland"), ("Bland", "Aland"))
    ]
    exchanged = [
        {k: v.translate(str.maketrans("AB", "BA")) if isinstance(v, str) else v for k, v in r.items()} for r in rows[1]
    ]
    assert rows[0] == exchanged and rows[0]


# Files


def test_the_command_writes_a_database(tmp_path: Path) -> None:
    for name in ("war.db", "war.sqlite", "war.sqlite3"):
        told("demo", "-o", str(tmp_path / name))
    contents = {path.read_bytes() for path in tmp_path.iterdir()}
    assert len(contents) == 1 and contents.pop() == ask("demo", "--format", "sqlite").stdout_bytes


def test_what_cannot_be_built_is_one_sentence_and_no_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sqlite_database, "_SETTLED", (*sqlite_database._SETTLED, "PRAGMA max_page_count = 5"))
    said = ask("demo", "-o", str(tmp_path / "claims.db"))
    assert said.exit_code == 2 and "could not build it: database or disk is full; free space in" in said.stderr
    assert not list(tmp_path.iterdir())


# Metadata


def test_the_metadata_speaks_of_the_database_beside_it(tmp_path: Path) -> None:
    told("demo", "-o", str(tmp_path / "the war.datasette.json"))
    assert list(json.loads((tmp_path / "the war.datasette.json").read_bytes())["databases"]) == ["the war"]
    told("demo", "--format", "datasette", "-o", str(tmp_path / "metadata.json"))
    assert list(json.loads((tmp_path / "metadata.json").read_bytes())["databases"]) == ["claims"]
    assert list(json.loads(told("demo", "--format", "datasette"))["databases"]) == ["claims"]


def test_the_metadata_describes_every_table_column_and_view() -> None:
    made = json.loads("".join(metadata(sample())))["databases"]["claims"]
    found = database(sample())
    assert set(made["tables"]) == {*tables(), *found.named("view")}
    for name, table in made["tables"].items():
        columns = [r["name"] for r in found.ask(f'PRAGMA table_info("{name}")')]
        assert table["description"]
        assert name not in tables() or list(table["columns"]) == columns
        facets = [f if isinstance(f, str) else f["array"] for f in table.get("facets", ())]
        asked = {*facets, *(table[k] for k in ("sort_desc", "label_column") if k in table)}
        assert asked <= set(columns)
    assert made["source"] == "claims.csv"


# What attacks must not do


def test_attacks_are_values_and_no_part_of_the_sql() -> None:
    plain, attacked = database(reconcile([])), database(hostile_result())
    schema = "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name"
    assert attacked.ask(schema) == plain.ask(schema)
    kept = {r["name"] for r in attacked.ask("SELECT DISTINCT name FROM claim_columns")}
    assert len(kept) == len(ATTACKS) and any("DROP TABLE" in name for name in kept)


def test_no_text_of_an_attack_acts(each: tuple[Result, Database]) -> None:
    for table in tables():
        for row in each[1].ask(f'SELECT * FROM "{table}"'):
            for value in row.values():
                if isinstance(value, str):
                    assert value == visible_lines(value)
                    if value.startswith("["):
                        assert all(v == visible_lines(v) for v in _parsed(value))


def _parsed(value: str) -> list[str]:
    try:
        found = json.loads(value)
    except ValueError:
        return []
    return [v for v in found if isinstance(v, str)]


@pytest.mark.parametrize("heading", ["ward", "Район", "kind of day", "ward (2)", "a/b", "x-y"])
def test_plain_headings_are_columns_of_the_flat_claims(heading: str) -> None:
    said = {"kind": "characterization", "frame": "raid", "claimant": "A", "source": "S", heading: "B's"}
    rows = database(reconcile([Claim.model_validate(said)])).ask("SELECT * FROM claims_flat")
    assert [r[heading] for r in rows] == ["B's"]


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=20))
def test_no_heading_ends_a_name_or_a_text(heading: str) -> None:
    for plain in plain_headings([heading]):
        assert not re.search(r"[\"'`;\[\]\\\x00\n]", plain) and plain.isprintable()


@settings(max_examples=15, deadline=None)
@given(st.text(min_size=1, max_size=30))
def test_any_text_is_stored_as_what_is_visible_of_it(text: str) -> None:
    found = database(with_every_text(text))
    assert found.one("PRAGMA integrity_check") == "ok" and found.ask("PRAGMA foreign_key_check") == []
    assert found.one("SELECT count(*) FROM claims") == len(sample().claims)
