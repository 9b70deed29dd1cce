"""One draft as a person looks through it in a terminal: its sentence with the words marked, and its fields below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from claims.lexicon import data
from claims.review.checking import COLUMNS
from claims.review.context import Context
from claims.review.editing import columns_for
from claims.review.opinions import fields_with_opinions, opinions_on
from claims.review.rows import provenance_of
from reports.escape import isolated
from reports.layout import clipped, display_width, wrap
from reports.review_marks import coloured, marked, painted, spans_in

_LONGEST = 300
_NAME = 13


def told() -> dict[str, Any]:
    """The words of the review; do not change what it returns."""
    found: dict[str, Any] = data("reports", "review.yaml")
    return found


def shown_fields(row: Mapping[str, Any]) -> list[str]:
    """The columns of a draft that are shown, in order; the first has the number 1. An opinion shows an empty one."""
    wanted = columns_for(str(row.get("kind")))
    rest = [n for n in COLUMNS if n not in wanted and n in provenance_of(row) and not n.startswith("quote")]
    read = fields_with_opinions(row)
    said = [name for name in (*wanted, *rest) if row.get(name) not in (None, "") or name in read]
    return [name for name in said if name not in ("low", "high")]


def item_lines(
    row: Mapping[str, Any], context: Context, *, heading: str, width: int, color: bool = False, number: int = 0
) -> list[str]:
    """The lines of one draft; ``heading`` stands above it, ``number`` tells which of a page it is."""
    lines = ["", *_rule(heading, width), *_sentences(row, context, width), "", *_about(row, width)]
    return [line.rstrip(" ") for line in painted(lines, told()["colours"] if color else None)]


def _rule(heading: str, width: int) -> list[str]:
    lines = wrap(isolated(heading), width - 3, "-- ")
    return [*lines[:-1], lines[-1] + " " + "-" * max(0, width - display_width(lines[-1]) - 1)]


def _sentences(row: Mapping[str, Any], context: Context, width: int) -> Iterator[str]:
    """The sentence behind a mark, and those beside it."""
    marks = {name: n for n, name in enumerate(shown_fields(row), 1)}
    for part in context.parts:
        spans = spans_in(part.start, part.text, context.spans, marks)
        yield from wrap(marked(part.text, spans), width, "    " if part.beside else "  > ")


def _about(row: Mapping[str, Any], width: int) -> Iterator[str]:
    kind = str(row.get("kind", "")).replace("_", " ")
    source = " · ".join(isolated(str(row[n])) for n in ("source", "published", "document") if row.get(n))
    status = told()["statuses"].get(str(row.get("status") or "draft"), "")
    if kind == "look here":
        yield from wrap(f"a sentence to look at: {isolated(str(row.get('reason') or ''))} · {status}", width, "  ")
        return
    whose = f"{told()['opinion']} {isolated(str(row['opinion']))} · " if row.get("opinion") else ""
    yield from wrap(f"{kind} claim {isolated(str(row.get('id')))} · {whose}{status} · {source}", width, "  ")
    for n, name in enumerate(shown_fields(row), 1):
        first = f"  {coloured(f'{n:>2}', n - 1)} {name:<{_NAME}} "
        yield from wrap(_field(row, name), width, first, " " * (2 + 3 + _NAME + 1 if width >= 60 else 5))
    if row.get("same_as"):
        yield from wrap(f"says again what {isolated(str(row['same_as']))} says", width, "  ")
    if row.get("flags"):
        yield from wrap("; ".join(isolated(str(flag)) for flag in row["flags"]), width, "  note: ")


def _field(row: Mapping[str, Any], name: str) -> str:
    """A value with where it came from and what else it might be."""
    one = provenance_of(row).get(name, {})
    value = row.get(name)
    parts = ["–" if value in (None, "") else clipped(isolated(str(value)), _LONGEST) + _bounds(row, name)]
    source = told()["sources"].get(str(one.get("source")), isolated(str(one.get("source", ""))))
    rule = isolated(str(one.get("rule") or one.get("model") or ""))
    if source:
        parts.append(f"{source} ({rule})" if rule else source)
    if isinstance(one.get("proposed"), dict):
        parts.append(f"read as {isolated(str(one['proposed'].get('value') or 'nothing'))}")
    if others := rules_alternatives(row, name):
        parts.append("or: " + ", ".join(clipped(isolated(other), _LONGEST) for other in others))
    for opinion in opinions_on(row, name):
        whose = isolated(str(opinion["model"]))
        parts.append(f"{told()['opinion']} {whose}: {clipped(isolated(str(opinion['value'])), _LONGEST)}")
    return " · ".join(parts)


def _bounds(row: Mapping[str, Any], name: str) -> str:
    low, high = row.get("low"), row.get("high")
    if name != "quantity" or low is None:
        return ""
    return f" = {low}" if low == high else f" = {low} or more" if high is None else f" = {low} to {high}"


def alternatives(row: Mapping[str, Any], name: str) -> list[str]:
    """What else a field might be, as extraction proposed it and then as models read it."""
    found = rules_alternatives(row, name) + [str(one["value"]) for one in opinions_on(row, name)]
    return list(dict.fromkeys(text for text in found if text != row.get(name)))


def rules_alternatives(row: Mapping[str, Any], name: str) -> list[str]:
    """What else a field might be by the rules, without second opinions."""
    one = provenance_of(row).get(name, {})
    found = [*_texts(one.get("alternatives"))]
    before = one.get("proposed")
    if isinstance(before, dict):
        found += [str(before["value"])] if before.get("value") not in (None, "") else []
        found += _texts(before.get("alternatives"))
    return list(dict.fromkeys(text for text in found if text != row.get(name)))


def _texts(value: Any) -> Sequence[str]:
    return [str(one) for one in value] if isinstance(value, list) else []


def statement_of(row: Mapping[str, Any]) -> str:
    """A draft in a few words, for a list of drafts."""
    names = ("quantity", "victims", "measure", "stance", "accused", "act", "frame", "date", "place")
    said = " ".join(isolated(str(row[name])) for name in names if row.get(name) not in (None, ""))
    return f"{clipped(said, 80)} · said by {clipped(isolated(str(row.get('claimant') or '')), 40)}"
