"""The range charts as a Vega-Lite document, for a graphics desk to restyle in Altair, Observable or the Vega editor.

One chart for each contested population, as on the HTML page: a rule from the lowest to the highest number that the
words allow, a mark at the number that was said, a triangle where the words leave the figure open. Texts of claims are
values of the data and titles; no expression holds one. The document asks for nothing over the network.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from reconcile.result import Event, Result
from reports.colours import palette, side_numbers
from reports.escape import visible
from reports.html.range_chart import RangeChart, Row, range_charts
from reports.view import View, place_and_day
from reports.words import words

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
_SHAPES = {"circle": "circle", "diamond": "diamond", "square": "square", "triangle": "triangle-up"}
Part = dict[str, Any]


def chunks(result: Result) -> Iterator[str]:
    """The document as JSON: the charts of all contested populations, one below the other."""
    view = View(result)
    hues = side_numbers(result.claims)
    drawn = [
        _chart(event, chart, hues)
        for event in view.events("contested")
        for chart in range_charts(event, view.claim, view.findings_of(event), hues)
        if chart.contested
    ]
    independent = {"scale": {"x": "independent", "y": "independent", "color": "independent"}}
    whole = {"$schema": SCHEMA, "description": words()["stock"], "vconcat": drawn, "resolve": independent}
    yield json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _chart(event: Event, chart: RangeChart, hues: Mapping[str, int]) -> Part:
    rows = [_row(n, row, chart) for n, row in enumerate(chart.rows)]
    encoding = {
        "y": {
            "field": "label",
            "type": "nominal",
            "sort": {"field": "order"},
            "title": None,
            "axis": {"labelLimit": 0},
        },
        "color": {"field": "side", "type": "nominal", "title": "side", "scale": _colours(chart, hues)},
        "tooltip": [{"field": name} for name in ("claim", "said", "people", "source")],
    }
    return {
        "title": {"text": visible(chart.title), "subtitle": visible(place_and_day(event))},
        "description": visible(chart.alt),
        "width": 480,
        "height": {"step": 30},
        "data": {"values": rows},
        "encoding": encoding,
        "layer": [_interval(chart.scale.end), _open_end(), _point()],
    }


def _row(order: int, row: Row, chart: RangeChart) -> Part:
    """A figure as a row of the data; an open end is drawn at the end of the axis and said to be open."""
    texts = {"claim": row.claim, "said": row.said, "people": row.people, "side": row.side, "source": row.source}
    label = f"{row.said} · {row.speaker}"
    return {
        **{name: visible(text) for name, text in texts.items()},
        "label": f"{order + 1}. {visible(label)}",
        "order": order,
        "relation": row.relation,
        "low": row.low,
        "high": chart.scale.end if row.high is None else row.high,
        "open": row.high is None,
        "point": row.point,
    }


def _interval(end: int) -> Part:
    axis = {"field": "low", "type": "quantitative", "title": None, "scale": {"domain": [0, end]}}
    return {"mark": {"type": "rule", "strokeWidth": 3}, "encoding": {"x": axis, "x2": {"field": "high"}}}


def _open_end() -> Part:
    return {
        "transform": [{"filter": {"field": "open", "equal": True}}],
        "mark": {"type": "point", "shape": "triangle-right", "filled": True, "opacity": 1, "size": 90},
        "encoding": {"x": {"field": "high", "type": "quantitative"}},
    }


def _point() -> Part:
    known = palette()["relations"].values()
    scale = {"domain": [r["label"] for r in known], "range": [_SHAPES[r["shape"]] for r in known]}
    return {
        "transform": [{"filter": {"field": "point", "valid": True}}],
        "mark": {"type": "point", "filled": True, "opacity": 1, "size": 110},
        "encoding": {
            "x": {"field": "point", "type": "quantitative"},
            "shape": {"field": "relation", "type": "nominal", "title": "speaks as", "scale": scale},
        },
    }


def _colours(chart: RangeChart, hues: Mapping[str, int]) -> Part:
    """The sides of a chart in alphabetical order, each in its hue; grey for who speaks for none."""
    sides = sorted({(row.side, row.hue) for row in chart.rows}, key=lambda s: (s[0].casefold(), s[0]))
    shades = [palette()["neutral"] if hue is None else palette()["sides"][hue] for _, hue in sides]
    return {"domain": [visible(side) for side, _ in sides], "range": [shade["light"] for shade in shades]}
