"""What the pages about graphs and linked data say is so: their code runs, their tables are those of the code."""

from __future__ import annotations

import io
import re
from contextlib import redirect_stdout
from pathlib import Path

import pytest
from command import ROOT, told
from test_docs import blocks, sample_table
from test_reports_golden import fixture_result

from claims.lexicon import data
from reports.claim_graph import claim_graph
from reports.colours import palette

HUES = [hue["light"] for hue in palette()["sides"]]
GRAPHS, LINKED = ROOT / "docs" / "graphs.md", ROOT / "docs" / "linked.md"

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # said by rdflib of itself


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "claims.csv").write_text(sample_table(), encoding="utf-8")


def printed(page: Path) -> str:
    (block,) = blocks(page, "python")
    out = io.StringIO()
    with redirect_stdout(out):
        exec(compile(block, page.name, "exec"), {})
    return out.getvalue()


def rows(page: Path, header: str) -> list[list[str]]:
    table = page.read_text(encoding="utf-8").partition(header)[2].partition("\n\n")[0]
    return [[cell.strip(" `") for cell in line.strip("|").split("|")] for line in table.splitlines()[2:]]


@pytest.mark.usefixtures("desk")
def test_the_graph_of_the_page_names_both_claims() -> None:
    assert re.match(r"claim:1 ≠ contradiction over how many claim:2 \d+\n", printed(GRAPHS))


@pytest.mark.usefixtures("desk")
def test_the_query_of_the_page_finds_the_pair() -> None:
    told("report", "claims.csv", "-o", "claims.jsonld")
    said = "Zabihullah Mujahid | at least 58 Pakistani soldiers killed | Pakistani military | 23 soldiers killed\n"
    assert printed(LINKED) == said


def test_the_edges_of_the_page_are_those_of_the_graph() -> None:
    kinds = {*data("reports", "graph.yaml")["edges"], "finding"}
    table = rows(GRAPHS, "| edge | from | to | meaning |")
    assert {row[0] for row in table} == kinds
    ends = {row[0]: (row[1], row[2]) for row in table}
    graphs = [claim_graph(fixture_result(name)) for name in ("border", "contested", "quiet")]
    for edge in (edge for graph in graphs for edge in graph.edges):
        assert ends[edge.kind] == (edge.source.partition(":")[0], edge.target.partition(":")[0])


def test_the_words_of_the_page_are_the_vocabulary() -> None:
    own = data("reports", "vocabulary.yaml")
    wanted = [[word, meaning] for group in ("classes", "links", "values") for word, meaning in own[group].items()]
    assert rows(LINKED, "| word | meaning |") == wanted
    assert f"`{own['namespace']}`" in LINKED.read_text(encoding="utf-8")


def test_the_page_counts_the_hues_rightly() -> None:
    assert len(HUES) == 8 and "more sides than eight" in GRAPHS.read_text(encoding="utf-8")
