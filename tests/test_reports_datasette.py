"""The database served by Datasette untouched: every page, facets, search, JSON, claims exported to be read again."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from command import ROOT
from hostile import hostile_result
from sample_results import casualty, sample
from test_reports_xlsx_again import claims_of, odd_claims

from claims.read import load
from reconcile.engine import reconcile
from reconcile.result import Result
from reports.render import render
from reports.sqlite.metadata import chunks as metadata
from reports.sqlite.schema import tables

VIEWS = ("contested_events", "contradictions", "figures_by_side", "own_loss_admissions", "claims_flat")
Fetch = Callable[[str], Any]


def served(result: Result, folder: Path, *paths: str, described: bool = False, name: str = "claims") -> list[Any]:
    """What Datasette answers for each path, all with status 200."""
    from datasette.app import Datasette

    path = folder / f"{name}.db"
    path.write_bytes(b"".join(render(result, "sqlite")))  # type: ignore[arg-type]
    before = path.read_bytes()
    told = json.loads("".join(metadata(result, database=name))) if described else None

    async def fetch() -> list[Any]:
        datasette = Datasette([str(path)], metadata=told)
        await datasette.invoke_startup()
        answers = [await datasette.client.get(p) for p in paths]
        for executor in (datasette.executor, *(d for d in datasette.databases.values())):
            getattr(executor, "shutdown", getattr(executor, "close", lambda: None))()
        return answers

    # A thread of its own: the browser of other tests keeps a loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        answers = thread.submit(asyncio.run, fetch()).result()
    assert [(p, a.status_code) for p, a in zip(paths, answers, strict=True)] == [(p, 200) for p in paths]
    assert path.read_bytes() == before
    return answers


@pytest.mark.parametrize(
    ("result", "described"),
    [
        pytest.param(sample, False, id="sample"),
        pytest.param(hostile_result, True, id="hostile, with metadata"),
        pytest.param(lambda: reconcile([]), False, id="empty"),
    ],
)
def test_every_page_is_served(result: Callable[[], Result], described: bool, tmp_path: Path) -> None:
    names = (*tables(), *VIEWS)
    pages = served(result(), tmp_path, "/", "/claims", *(f"/claims/{n}" for n in names), described=described)
    for page in pages:
        assert "<script>alert" not in page.text and 'href="javascript:' not in page.text.casefold()
        assert "<img src=x" not in page.text
    assert all(f'href="/claims/{name}"' in pages[1].text for name in names)


def test_the_metadata_is_shown(tmp_path: Path) -> None:
    home, findings = served(sample(), tmp_path, "/claims", "/claims/findings", described=True)
    assert "What minimal sets of claims show" in findings.text and "People in dispute" in findings.text
    assert "It does not say which is right" in home.text


def test_facets_count(tmp_path: Path) -> None:
    (answer,) = served(sample(), tmp_path, "/claims/findings.json?_facet=verdict&_facet_array=policies")
    facets = answer.json()["facet_results"]
    counts = {r["value"]: r["count"] for r in facets["verdict"]["results"]}
    assert counts["contradiction"] == 2 and sum(counts.values()) == 8
    assert {r["value"]: r["count"] for r in facets["policies"]["results"]}["plain"] == 2


def test_search_finds_claims_and_findings(tmp_path: Path) -> None:
    paths = (
        "/claims/claims.json?_search=Southern",
        "/claims/findings.json?_search=strained",
        "/claims/claims?_search=x",
    )
    claims, findings, page = served(sample(), tmp_path, *paths)
    said = claims.json()
    assert {row[said["columns"].index("id")] for row in said["rows"]} == {"S-1", "S-2", "S-3"}
    assert [row[0] for row in findings.json()["rows"]] == ["f-tense"]
    assert 'name="_search"' in page.text


def test_keys_show_what_they_lead_to(tmp_path: Path) -> None:
    (answer,) = served(sample(), tmp_path, "/claims/finding_claims.json?_labels=on&_size=1")
    (row,) = answer.json()["rows"]
    assert row["claim_id"]["label"].startswith("Southern ministry (South Side): attributed")
    assert row["finding_id"]["label"] == "contradiction over who was responsible, head-on 80"


def test_a_row_has_a_page_by_its_own_id(tmp_path: Path) -> None:
    result = sample()
    odd = casualty("a/b ~%\u2019", "3", 3, 3, "Northern army", "North Side")
    result = result.model_copy(update={"claims": [*result.claims, odd]})
    (listing,) = served(result, tmp_path, "/claims/claims.json?_size=max&_shape=objects&_col=id")
    assert listing.json()["rows"][-1]["id"] == odd.id
    coded = "".join(c if c.isalnum() or c in "-_" else "".join(f"~{b:02X}" for b in c.encode()) for c in odd.id)
    page, plain = served(result, tmp_path, f"/claims/claims/{quote(coded)}", "/claims/claims/N-1.json")
    assert "3 soldiers killed" in page.text and plain.json()["rows"][0][0] == "N-1"


def test_questions_can_be_asked_in_sql(tmp_path: Path) -> None:
    query = "select side_a, side_b, gap from contradictions where gap > 10"
    (answer,) = served(sample(), tmp_path, f"/claims.json?sql={quote(query)}&_shape=array")
    assert answer.json() == [{"side_a": "North Side", "side_b": "South Side", "gap": 35}]


# Claims exported and read again

EXPORT = "claims_flat.csv?_size=max&_stream=1"


@pytest.mark.parametrize("name", ["border", "contested"])
def test_the_same_claims_are_read_from_the_export(name: str, tmp_path: Path) -> None:
    first = load([ROOT / "fixtures" / name / "claims.csv"])
    result = reconcile(first.claims)
    (answer,) = served(result, tmp_path, f"/{name}/{EXPORT}", name=name)
    path = tmp_path / "again.csv"
    path.write_text(answer.text, encoding="utf-8", newline="")
    again = load([path])
    assert (again.rejected, again.warnings) == ([], [])
    assert claims_of(again) == claims_of(first)
    assert reconcile(again.claims) == result


def test_odd_cells_read_as_they_were(tmp_path: Path) -> None:
    (answer,) = served(reconcile(odd_claims()), tmp_path, f"/claims/{EXPORT}")
    path = tmp_path / "again.csv"
    path.write_text(answer.text, encoding="utf-8", newline="")
    assert claims_of(load([path])) == sorted(odd_claims(), key=lambda c: c.id)


def test_an_export_of_many_claims_is_whole(tmp_path: Path) -> None:
    made = [casualty(f"X-{n:05}", "3", 3, 3, "Northern army", "North Side") for n in range(2500)]
    result = sample().model_copy(update={"claims": made, "findings": [], "events": sample().events[2:]})
    (answer,) = served(result, tmp_path, f"/claims/{EXPORT}")
    path = tmp_path / "again.csv"
    path.write_text(answer.text, encoding="utf-8", newline="")
    assert [c.id for c in load([path]).claims] == [c.id for c in made]
