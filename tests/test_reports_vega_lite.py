"""The range charts as Vega-Lite: valid for Altair, their data the figures of the claims, no text more than a text."""

from __future__ import annotations

import json
from typing import Any

import altair
import pytest
from sample_results import exchanged
from test_reports_golden import fixture_result

from reconcile.engine import reconcile
from reconcile.result import Result
from reports.colours import palette
from reports.render import form_for, render
from tests.hostile import hostile_result
from tests.test_reports_html import border


def document(result: Result) -> dict[str, Any]:
    found: dict[str, Any] = json.loads("".join(str(c) for c in render(result, "vega-lite")))
    return found


def strings(value: object) -> list[str]:
    if isinstance(value, dict):
        return [s for v in value.values() for s in strings(v)]
    if isinstance(value, list):
        return [s for v in value for s in strings(v)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize(
    "result",
    [border, hostile_result, lambda: fixture_result("border"), lambda: fixture_result("contested")],
    ids=["border", "hostile", "shipped border", "contested"],
)
def test_altair_reads_it(result: Any) -> None:
    made = document(result())
    assert made["vconcat"]
    altair.VConcatChart.from_dict(made)


def test_its_data_are_the_figures_of_the_claims() -> None:
    (chart,) = document(border())["vconcat"]
    rows = {row["claim"]: row for row in chart["data"]["values"]}
    assert {(c, r["low"], r["point"], r["open"]) for c, r in rows.items()} == {
        ("a", 58, 58, True),
        ("b", 23, 23, False),
        ("c", 20, None, False),
    }
    (end,) = {layer["encoding"]["x"]["scale"]["domain"][1] for layer in chart["layer"] if "x2" in layer["encoding"]}
    assert (rows["a"]["high"], rows["c"]["high"]) == (end, 30)


def test_every_side_has_its_hue_and_none_is_grey() -> None:
    (chart,) = document(border())["vconcat"]
    scale = chart["encoding"]["color"]["scale"]
    assert scale["domain"] == sorted(scale["domain"], key=str.casefold)
    hues = dict(zip(scale["domain"], scale["range"], strict=True))
    assert hues["third party"] == palette()["neutral"]["light"]
    assert len(set(scale["range"])) == len(scale["range"])


def test_attacks_are_texts_and_no_expression() -> None:
    made = document(hostile_result())
    keys = json.dumps(made)
    assert '"expr"' not in keys and '"calculate"' not in keys and '"url"' not in keys and '"href"' not in keys
    texts = strings(made)
    assert any("<script>alert(1)</script>" in t for t in texts)
    assert not [t for t in texts if any(c < " " or "\u202a" <= c <= "\u202e" for c in t)]


def test_nothing_contested_is_an_empty_document() -> None:
    assert document(reconcile([]))["vconcat"] == []


def test_its_suffix_names_it() -> None:
    assert form_for("figures.vl.json") == "vega-lite"


def test_exchanging_the_sides_exchanges_their_names_and_nothing_else() -> None:
    """Hues follow the alphabet, so the colours of the two sides stay where they are."""
    names = ("Pakistan", "Afghanistan (Taliban)")
    turned = Result.model_validate(exchanged(border().model_dump(mode="json"), *names))
    back = exchanged(document(turned), *names)
    (mine,), (theirs,) = document(border())["vconcat"], back["vconcat"]
    assert theirs["data"] == mine["data"]
    assert set(theirs["encoding"]["color"]["scale"]["domain"]) == set(mine["encoding"]["color"]["scale"]["domain"])
    assert theirs["layer"] == mine["layer"]
