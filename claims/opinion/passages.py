"""Sentences worth asking about: those of the look-here list, and those whose drafts lack a field."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from claims.lexicon import data
from claims.review.context import Part, Text, context_of
from claims.review.rows import Row


@dataclass(slots=True)
class Passage:
    """A sentence with those beside it, and the rows that extraction made of it."""

    sentence: Part
    before: Part | None
    after: Part | None
    rows: list[Row] = field(default_factory=list)
    is_look_here: bool = False
    is_wanted: bool = False

    @property
    def parts(self) -> list[Part]:
        """The sentence, then its neighbours: the order in which words are looked for."""
        return [part for part in (self.sentence, self.before, self.after) if part is not None]


def passages_of(rows: Iterable[Row], text: Text | None, settled: Collection[str] = ()) -> list[Passage]:
    """The sentences of a document that are worth asking about, in the order of the text.

    ``settled`` are the ids of rows that people have decided: they need no opinion. Claims that are opinions themselves,
    or that no sentence is known of, are left alone.
    """
    found: dict[tuple[int, str], Passage] = {}
    for row in rows:
        if row.get("opinion") or not _has_sentence(row):
            continue
        passage = _passage(row, text)
        passage = found.setdefault((passage.sentence.start, passage.sentence.text), passage)
        passage.rows.append(row)
        open_ = str(row.get("id")) not in settled and row.get("status", "draft") == "draft"
        looked = row.get("kind") == "look_here"
        passage.is_look_here |= open_ and looked
        passage.is_wanted |= open_ and (looked or _lacks(row))
    return sorted((one for one in found.values() if one.is_wanted), key=lambda one: one.sentence.start)


def first_of(passages: Sequence[Passage], most: int) -> list[Passage]:
    """As many as may be asked about, those of the look-here list first, in the order of the text."""
    chosen = sorted(passages, key=lambda one: not one.is_look_here)[:most]
    return sorted(chosen, key=lambda one: one.sentence.start)


def question(passages: Sequence[Passage]) -> str:
    """What is sent of passages: their words, numbered from 1, as JSON; nothing else of the document."""
    asked = [
        {"sentence": number, "text": one.sentence.text, "before": _text(one.before), "after": _text(one.after)}
        for number, one in enumerate(passages, 1)
    ]
    return json.dumps(asked, ensure_ascii=False).encode("utf-8", "replace").decode("utf-8")


def _text(part: Part | None) -> str:
    return part.text if part is not None else ""


def _has_sentence(row: Mapping[str, Any]) -> bool:
    placed = isinstance(row.get("quote_start"), int) and isinstance(row.get("quote_end"), int)
    return placed and bool(row.get("sentence") or row.get("kind") == "look_here")


def _lacks(row: Mapping[str, Any]) -> bool:
    return any(row.get(name) in (None, "") for name in data("claims", "opinion.yaml")["missing"][row["kind"]])


def _passage(row: Row, text: Text | None) -> Passage:
    parts = context_of(row, text).parts
    at = next(number for number, part in enumerate(parts) if not part.beside)
    return Passage(parts[at], parts[at - 1] if at else None, parts[at + 1] if at + 1 < len(parts) else None)
