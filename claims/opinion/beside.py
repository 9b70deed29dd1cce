"""Opinions put beside what the rules read: a field beside a field, or a row of its own. Nothing replaces anything."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from claims.extract.draft_ids import plain
from claims.lexicon import data
from claims.opinion.passages import Passage
from claims.review.opinions import opinions_on
from claims.review.rows import Row, flagged, provenance_of

FLAG = "second opinion on "
"""How a flag begins that says of which field a model reads something else; the name of the column follows."""
_WHAT = ("measure", "low", "high", "stance", "frame")


@dataclass(slots=True)
class Beside:
    """What became of opinions: rows of their own, fields beside others, and claims that the rules had read as well."""

    rows: dict[str, list[Row]] = field(default_factory=dict)
    """New rows, under the id of the row that they follow."""
    changed: dict[str, Row] = field(default_factory=dict)
    """Rows of the rules with opinions on their fields, by id."""
    claims: int = 0
    fields: int = 0
    agreed: int = 0

    def put(self, passage: Passage, opinions: Iterable[Row], settled: Collection[str]) -> None:
        """Put the claims that a model read in a sentence beside its rows."""
        seen = {str(row["id"]) for row in passage.rows}
        for opinion in opinions:
            twin = next((row for row in passage.rows if _is_same(row, opinion)), None)
            if twin is not None:
                self.agreed += 1
                if str(twin["id"]) not in settled and twin.get("status", "draft") == "draft":
                    self._fields(twin, opinion)
            elif opinion["id"] not in seen:
                seen.add(opinion["id"])
                self.rows.setdefault(str(passage.rows[-1]["id"]), []).append(opinion)
                self.claims += 1

    def _fields(self, twin: Row, opinion: Row) -> None:
        row = self.changed.get(str(twin["id"]), twin)
        for name in data("claims", "opinion.yaml")["beside"]:
            told = provenance_of(opinion).get(name, {})
            if told.get("source") == "model" and not _alike(opinion[name], row.get(name)):
                row, is_new = with_field_opinion(row, name, {"value": opinion[name], **told})
                self.fields += is_new
        self.changed[str(twin["id"])] = row

    def merged(self, rows: Sequence[Row]) -> list[Row]:
        """Rows with what was put beside them; opinions of an earlier run that came again are not there twice."""
        again = {str(one["id"]) for those in self.rows.values() for one in those}
        found: list[Row] = []
        new: list[Row] = []
        for row in rows:
            name = str(row.get("id"))
            if name in again:
                continue
            if not row.get("opinion"):
                found += new
                new = []
            found.append(self.changed.get(name, row))
            new += self.rows.pop(name, ())
        return found + new


def with_field_opinion(row: Row, name: str, opinion: Mapping[str, Any]) -> tuple[Row, bool]:
    """A row with what a model reads in a field, in its provenance; whether that was not there yet.

    The value of the field stays as it is, and stays empty where it is.
    """
    provenance = dict(provenance_of(row))
    before = provenance.get(name, {})
    others = [one for one in opinions_on(row, name) if one.get("model") != opinion["model"]]
    told = [*others, dict(opinion)]
    provenance[name] = {**before, "opinions": told}
    is_new = dict(opinion) not in opinions_on(row, name)
    return flagged({**row, "provenance": provenance}, FLAG + name), is_new


def _is_same(row: Mapping[str, Any], opinion: Mapping[str, Any]) -> bool:
    """Whether a draft of the same sentence states the same: the same outcome and bounds, or the same stance."""
    if row.get("kind") != opinion["kind"] or row.get("opinion"):
        return False
    if any(_text(row.get(name)) != _text(opinion.get(name)) for name in _WHAT):
        return False
    overlap = row["quote_start"] < opinion["quote_end"] and opinion["quote_start"] < row["quote_end"]
    accused = row.get("accused"), opinion.get("accused")
    return overlap and (not all(accused) or _alike(*accused))


def _alike(one: object, other: object) -> bool:
    return _bare(one) == _bare(other)


def _bare(value: object) -> str:
    """A value without what makes no other one of it: an article, forms of quotation marks, capitals."""
    words = plain(_text(value)).casefold().split()
    articles = data("claims", "opinion.yaml")["articles"]
    return " ".join(words[1:] if len(words) > 1 and words[0] in articles else words)


def _text(value: object) -> str:
    return "" if value is None else str(value)
