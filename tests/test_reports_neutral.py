"""One standard for every side: no loaded word in our own voice, and sides that can be exchanged."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from sample_results import NORTH, SOUTH, exchanged, explanation, sample

from reconcile.result import Explanation, Result
from reports.explaining import explanation_text
from reports.render import FORMS, render

ROOT = Path(__file__).parent.parent
SOURCES = sorted(
    [
        *ROOT.glob("reports/**/*.py"),
        *ROOT.glob("reconcile/**/*.py"),
        *ROOT.glob("reports/data/*.yaml"),
        *ROOT.glob("reports/**/*.j2"),
        *ROOT.glob("reports/**/templates/*.html"),
        *ROOT.glob("counterclaim/**/*.py"),
        *ROOT.glob("claims/read/**/*.py"),
    ]
)
BANNED = re.compile(
    r"\b(?:li(?:e|es|ed|ar|ars)|false(?:ly)?|fake[ds]?|true|truth|truly|regimes?|terroris[tm]s?|enem(?:y|ies)"
    r"|murder(?:s|ed|er|ers)?|admits? defeat|admitted defeat|propaganda|so-called|alleged(?:ly)?|claimed|confess\w*"
    r"|honest\w*|dishonest\w*|mislead\w*|wrong(?:ly)?|disprove[sdn]?|debunk\w*)\b",
    re.IGNORECASE,
)
ALLOWED = re.compile(r"claimed (?:responsibility|range)|other-side-loss|\blie within", re.IGNORECASE)
"""Fixed terms: to claim responsibility is the name of the act, a claimed range runs over claims,
``other-side-loss`` is a value of the public result, and figures can lie within rounding."""


def prose(path: Path) -> Iterator[str]:
    """The texts of a file that a reader of a report may see: strings with a blank in them, but no docstrings."""
    text = path.read_text(encoding="utf-8")
    if path.suffix in (".j2", ".html"):
        yield from re.split(r"<[^>]*>|{[{%].*?[}%]}", text)
        return
    if path.suffix == ".yaml":
        yield from (line.partition("#")[0] for line in text.splitlines())
        return
    tree = ast.parse(text)
    silent = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield "…".join(v.value for v in node.values if isinstance(v, ast.Constant) and isinstance(v.value, str))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent:
            yield node.value


@pytest.mark.parametrize("path", SOURCES, ids=[str(p.relative_to(ROOT)) for p in SOURCES])
def test_our_own_voice_uses_no_loaded_word(path: Path) -> None:
    found = [t for t in prose(path) if " " in t and BANNED.search(ALLOWED.sub("", t))]
    assert not found


@pytest.mark.parametrize(
    "words_", ["he lied about it", "the regime said", "Army claimed 23 killed", "it is false that"]
)
def test_the_check_can_fail(words_: str) -> None:
    assert BANNED.search(ALLOWED.sub("", words_))


def swapped(result: Result) -> Result:
    return Result.model_validate(exchanged(result.model_dump(mode="json"), NORTH, SOUTH))


BY_ALPHABET = {"canvas", "gexf", "graphml", "html", "sqlite", "wikipedia", "xlsx", "ucdp", "vega-lite"}
"""Forms that give sides colours, columns or rows by the alphabet: their own tests exchange these as well."""


SIDELESS = {"csl", "datasette"}
"""Forms that hold no side and no claimant."""


@pytest.mark.parametrize("form", [form for form in FORMS if form not in BY_ALPHABET])
def test_exchanging_the_sides_names_exchanges_them_and_changes_nothing_else(form: str) -> None:
    plain = "".join(render(sample(), form, width=200, everything=True))
    turned = "".join(render(swapped(sample()), form, width=200, everything=True))
    assert turned == exchanged(plain, NORTH, SOUTH)
    assert (turned != plain) == (form not in SIDELESS)


def test_an_explanation_treats_the_sides_alike() -> None:
    turned = Explanation.model_validate(exchanged(json.loads(explanation().model_dump_json()), NORTH, SOUTH))
    assert explanation_text(turned, width=200) == exchanged(explanation_text(explanation(), width=200), NORTH, SOUTH)
