"""What README.md and docs/ say is so: their commands run, their links lead somewhere, their lists are complete."""

from __future__ import annotations

import ast
import io
import json
import re
import shlex
from contextlib import redirect_stdout
from enum import StrEnum
from functools import cache
from pathlib import Path

import pytest
from articles import article_files
from command import ROOT, ask, python, told
from foreign import foreign_files
from reviewing import review_files
from sheets import xlsx

from claims.lexicon import data
from claims.model import Claim, Kind, Measure, Scope, Stance
from claims.quantity import read_quantity
from reconcile.decisions import Ruling

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
MORE_PAGES = [ROOT / "CHANGELOG.md", ROOT / "fixtures" / "README.md", ROOT / "claims/data/gazetteer/README.md",
              *sorted((ROOT / "docs").glob("*/*.md"))]  # fmt: skip
RULE = re.compile(r"(?:count|status|responsibility|characterization|sourcing|gap|place|date|accounting)-[a-z-]+")
PLACEHOLDERS = {"FILE": "claims.csv", "ID": "1"}


@cache
def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def blocks(page: Path, language: str) -> list[str]:
    """The code blocks of a page in a language."""
    fenced = re.findall(r"^```([a-z]*)\n(.*?)^```$", text_of(page), re.MULTILINE | re.DOTALL)
    return [text for found, text in fenced if re.fullmatch(language, found)]


def prose(page: Path) -> str:
    """A page without its code blocks."""
    return re.sub(r"^```.*?^```$", "", text_of(page), flags=re.MULTILINE | re.DOTALL)


def command_lines() -> list[tuple[str, str]]:
    """Every command that a page tells its reader to run, in a block or in a line of text, with the page's name.

    Sessions, which show what is typed and what is printed, have tests of their own.
    """
    found = []
    for page in PAGES:
        lines = [line for block in blocks(page, "(?!console)[a-z]*") for line in block.splitlines()]
        in_text = re.findall(r"`([^`\n]+)`", prose(page))
        for line in [*lines, *in_text]:
            words = re.sub(r"\s+#.*", "", line).strip().removeprefix(".venv/bin/")
            # serve runs until it is stopped; a second opinion needs a model, and has tests of its own
            if words.startswith("counterclaim ") and words.split()[1] != "serve" and "second-opinion" not in words:
                found.append((page.name, words))
    return list(dict.fromkeys(found))


def sample_table() -> str:
    (block,) = blocks(ROOT / "README.md", "csv")
    return block


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Path:
    """A folder with the files that the pages speak of, made from the README's own table."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "claims.csv").write_text(sample_table(), encoding="utf-8")
    foreign_files(tmp_path)
    article_files(tmp_path)
    (tmp_path / "wide.csv.map.toml").write_text(blocks(ROOT / "docs" / "importing.md", "toml")[0], encoding="utf-8")
    if "counterclaim map" in request.node.name:
        (tmp_path / "wide.csv.map.toml").unlink()
    names = {"quantity": "Death toll", "claimant": "Said by"}
    rows = [line.split(",") for line in sample_table().splitlines()]
    if "review" in request.node.name or "drafts" in request.node.name:
        review_files(tmp_path)
    (tmp_path / "toll.xlsx").write_bytes(xlsx({"Toll": [[names.get(h, h) for h in rows[0]], *rows[1:]]}))
    return tmp_path


def test_there_are_commands_to_run() -> None:
    assert {words.split()[1] for _, words in command_lines()} >= {"report", "check", "explain", "demo", "schema"}


@pytest.mark.parametrize(("page", "line"), command_lines(), ids=lambda value: value)
def test_every_command_of_the_pages_runs(page: str, line: str, desk: Path) -> None:
    words = [PLACEHOLDERS.get(word, word) for word in shlex.split(line)[1:]]
    if words[-2:] == ["1", "1"]:
        words[-1] = "2"  # two ids are wanted
    if "report.xlsx" in words and "-o" not in words:
        told("report", "claims.csv", "-o", "report.xlsx")
    result = ask(*words)
    fails = words[0] == "check" and "--exit-zero" not in words
    assert result.exit_code == (1 if fails else 0), result.output
    if "--sheet" in words or "--read" in words:
        assert result.stderr
    elif "-o" in words:
        assert (desk / words[words.index("-o") + 1]).read_bytes()
    else:
        assert result.stdout


def test_the_readmes_table_shows_what_the_readme_says(desk: Path) -> None:
    text = told("report", "claims.csv")
    assert "3 claims about 1 event" in text and "1 pair of statements cannot both be" in text
    assert "rows that could not be read" not in text.casefold() and "Warnings" not in text
    assert told("report", "toll.xlsx", "--map", "Death toll=quantity", "--map", "Said by=claimant") == text


def test_the_readmes_python_runs(desk: Path) -> None:
    (block,) = blocks(ROOT / "README.md", "python")
    out = io.StringIO()
    with redirect_stdout(out):
        exec(compile(block, "README.md", "exec"), {})
    assert re.search(r"^\d+ contradiction .*58", out.getvalue(), re.MULTILINE)


def test_the_readmes_sample_is_what_the_demo_prints() -> None:
    sample = blocks(ROOT / "README.md", "")[0]
    printed = told("demo")
    for line in sample.splitlines():
        if "…" not in line:
            assert line in printed.splitlines()
    for piece in re.split(r"\n\n|…", sample):
        assert " ".join(piece.split()) in " ".join(printed.split())


# Lists that must be complete


@cache
def rules_in_code() -> tuple[frozenset[str], frozenset[str]]:
    """The rule ids in the engine's source, and the beginnings of those that it puts together."""
    whole, begun = set(), set()
    for path in sorted((ROOT / "reconcile").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                start = str(node.values[0].value)
                begun |= {start} if RULE.fullmatch(start) else set()
            elif isinstance(node, ast.Constant) and isinstance(node.value, str) and RULE.fullmatch(node.value):
                whole.add(node.value.removesuffix("-softly"))
    return frozenset(whole - begun), frozenset(begun)


def documented_rules() -> set[str]:
    return set(re.findall(r"^### (\S+)$", text_of(ROOT / "docs" / "rules.md"), re.MULTILINE))


def test_every_rule_of_the_engine_is_explained() -> None:
    whole, begun = rules_in_code()
    assert len(whole) >= 15
    assert whole <= documented_rules()
    assert all(any(rule.startswith(start) for rule in documented_rules()) for start in begun)


def test_every_explained_rule_is_in_the_engine() -> None:
    whole, begun = rules_in_code()
    assert {r for r in documented_rules() if not r.startswith(tuple(begun))} <= whole


def test_the_columns_of_the_page_are_the_fields_of_a_claim() -> None:
    table = text_of(ROOT / "docs" / "claims.md").partition("| column |")[2].partition("\n\n")[0]
    firsts = [line.split("|")[1] for line in table.splitlines()[2:]]
    assert [name for cell in firsts for name in re.findall(r"`(\w+)`", cell)] == list(Claim.model_fields)


@pytest.mark.parametrize("values", [Kind, Measure, Stance, Scope], ids=lambda values: values.__name__)
def test_the_values_of_the_page_are_those_that_are_read(values: type[StrEnum]) -> None:
    page = text_of(ROOT / "docs" / "claims.md")
    (row,) = re.findall(rf"^\| `{values.__name__.lower()}` \|.*$", page, re.MULTILINE)
    named = re.findall(r"`([^`]+)`", row)[1:]
    assert sorted(named) == sorted(value.value for value in values)


def test_the_weights_of_the_page_are_those_of_the_table() -> None:
    page = text_of(ROOT / "docs" / "grouping.md")
    shipped = data("reconcile", "evidence.yaml")
    bits = shipped["bits"]
    said = {
        r"The same day is worth (\S+) bits": bits["date"]["same_day"],
        r"two neighbouring days (\S+),": bits["date"]["one_day_apart"],
        r"the same town (\S+),": bits["place"]["same"],
        r"another province (\S+);": bits["place"]["other_province"],
        r"the same two sides (\S+)\.": bits["parties"]["same_two"],
        r"a prior of (\S+),": shipped["prior"],
    }
    for pattern, value in said.items():
        (number,) = re.findall(pattern, page)
        assert float(number.replace("−", "-")) == value, pattern


def numerals() -> list[tuple[str, int, int | None]]:
    """Each wording of the page's table with the bounds it gives, for N = 100 and M = 300."""
    section = text_of(ROOT / "docs" / "claims.md").partition("| wording | least | most |")[2].partition("\n\n")[0]
    found: list[tuple[str, int, int | None]] = []
    for row in section.splitlines()[2:]:
        words, least, most = (cell.strip() for cell in row.strip("|").split("|"))
        aligned = [cell.split(" / ") for cell in (words, least, most)]
        for named, low, high in zip(*(aligned if " / " in words else [[words], [least], [most]]), strict=True):
            found.extend((each, bound(low) or 0, bound(high)) for each in named.split(", "))
    return found


def bound(cell: str) -> int | None:
    if cell in ("", "open"):
        return None
    scale, _, rest = cell.replace("−", "-").partition("N")
    if "N" not in cell:
        return 300 if cell == "M" else int(cell)
    return round(float(scale or 1) * 100) + int(rest.replace(" ", "") or 0)


@pytest.mark.parametrize(("words", "low", "high"), numerals(), ids=lambda value: str(value))
def test_a_numeral_of_the_page_is_read_as_it_says(words: str, low: int, high: int | None) -> None:
    wording = {"empty": "", "a bare plural": "soldiers"}.get(words, words)
    outer = read_quantity(re.sub(r"\bM\b", "300", re.sub(r"\bN\b", "100", wording))).outer
    assert (outer.low, outer.high) == (low, high)


def test_the_actors_of_the_page_are_known(desk: Path) -> None:
    (block,) = blocks(ROOT / "docs" / "actors.md", "yaml")
    (desk / "actors.yaml").write_text(block, encoding="utf-8")
    claims = sample_table().replace("Zabihullah Mujahid", "Front du Nord")
    (desk / "claims.csv").write_text(claims, encoding="utf-8")
    found = json.loads(told("report", "claims.csv", "--format", "json"))
    assert {c["claimant"]: c["camp"] for c in found["claims"]}["Front du Nord"] == "Northern Front"


def test_an_entry_with_a_shipped_id_adds_to_it_as_the_page_says(desk: Path) -> None:
    entry = "version: 1\nactors:\n  - {id: pakistan, name: Pakistan of the Desk, kind: state, aliases: [Pindi Hall]}\n"
    (desk / "actors.yaml").write_text(entry, encoding="utf-8")
    (desk / "claims.csv").write_text(sample_table().replace("Zabihullah Mujahid", "Pindi Hall"), encoding="utf-8")
    found = json.loads(told("report", "claims.csv", "--format", "json"))
    assert {c["claimant"]: c["camp"] for c in found["claims"]} == {
        "Pindi Hall": "Pakistan of the Desk", "Pakistani military": "Pakistan of the Desk",
    }  # fmt: skip


def test_the_page_names_every_ruling() -> None:
    section = text_of(ROOT / "docs" / "rules.md").partition("## Decisions\n")[2]
    in_text = set(re.findall(r"(?<!`)`([^`\n]+)`(?!`)", section)) - {"decisions.jsonl"}
    assert in_text == {ruling.value for ruling in Ruling}


def test_the_decisions_of_the_page_are_read(desk: Path) -> None:
    (block,) = blocks(ROOT / "docs" / "rules.md", "json")
    (desk / "decisions.jsonl").write_text(block, encoding="utf-8")
    assert f"{len(block.splitlines())} decisions replayed" in " ".join(told("report", "claims.csv").split())


# Links and targets


def anchors(page: Path) -> set[str]:
    """The anchors that a code-hosting site gives the headings of a page."""
    headings = re.findall(r"^#+ (.+)$", prose(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.casefold()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", [*PAGES, *MORE_PAGES], ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_inside_the_project_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", text_of(page)):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        there = (page.parent / name) if name else page
        assert there.exists(), target
        assert not anchor or anchor in anchors(there / "README.md" if there.is_dir() else there), target


def test_the_readme_or_the_index_links_every_page() -> None:
    linked = re.findall(r"\(docs/([\w.-]+)", text_of(ROOT / "README.md"))
    listed = re.findall(r"\(([\w.-]+\.md)", text_of(ROOT / "docs" / "README.md"))
    assert {p.name for p in PAGES[1:]} <= {*linked, *listed}
    assert "README.md" in linked


@pytest.mark.parametrize("page", [*PAGES, *MORE_PAGES], ids=lambda page: page.name)
def test_every_file_that_a_page_names_is_there(page: Path) -> None:
    for name in re.findall(r"`((?:reconcile|claims|reports|counterclaim|fixtures|docs)/[\w./-]+)`", text_of(page)):
        assert (ROOT / name).exists(), name


def test_the_make_targets_of_the_readme_exist() -> None:
    wanted = set(re.findall(r"\bmake ([a-z]+)", text_of(ROOT / "README.md")))
    targets = set(re.findall(r"^([a-z]+):", text_of(ROOT / "Makefile"), re.MULTILINE))
    assert {"demo", "test"} <= wanted <= targets


def test_the_project_installs_the_command_that_the_pages_name() -> None:
    said = python("-c", "import tomllib, sys; print(tomllib.load(open(sys.argv[1], 'rb'))['project']['scripts'])",
                  str(ROOT / "pyproject.toml")).stdout  # fmt: skip
    assert said.strip() == "{'counterclaim': 'counterclaim.cli:main'}"
