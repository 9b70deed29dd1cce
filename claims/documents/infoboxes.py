"""Lines of Wikipedia's infoboxes as drafts: what the importer reads of each, and where the line stands in the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from claims.extract.draft_ids import plain, stable_id
from claims.model import Claim
from claims.policy import load_policy
from claims.quantity import read_quantity
from claims.read.result import Item, Rejected

_OF_THE_BOX = ("date", "place", "event_type", "perpetrator")
"""Columns that other fields of the infobox say."""


@dataclass(frozen=True, slots=True)
class BoxLine:
    """What one line of an infobox says: a claim, or why none was made of it; offsets count in the article's text."""

    start: int
    end: int
    quote: str
    claim: Claim | None = None
    reason: str = ""
    nth: int = 1
    """Tells it from lines that are alike."""

    def row(self, name: str, outlet: str) -> dict[str, Any]:
        """The line as a draft, or as a row of the look-here list."""
        where = {"document": name, "quote": self.quote, "quote_start": self.start, "quote_end": self.end}
        if self.claim is None:
            return {"id": self._id("l", name), "kind": "look_here", **where, "reason": self.reason}
        said = {key: value for key, value in self.claim.model_dump(mode="json").items() if value not in (None, "")}
        said["id"] = self._id("d", name)
        count = read_quantity(self.claim.quantity, load_policy("plain"))
        said |= {"low": count.outer.low, "high": count.outer.high}
        if outlet and said["source"] == said.get("relayed_from", "Wikipedia"):
            said["source"] = outlet
        told = {key: self._provenance(key) for key in said if key in Claim.model_fields and key not in ("id", "kind")}
        return {**said, **where, "sentence": self.quote, "provenance": told, "flags": [], "status": "draft"}

    def _provenance(self, column: str) -> dict[str, Any]:
        if column in _OF_THE_BOX or column == "victim_side":
            return {"source": "metadata", "rule": "infobox"}
        if column == "claimant" and self.claim is not None and self.claim.claimant not in self.quote:
            return {"source": "inherited", "rule": "infobox heading or reference"}
        return {"source": "explicit", "rule": "infobox line", "start": self.start, "end": self.end}

    def alike(self) -> tuple[str, ...]:
        """What the id is made of, apart from the document and ``nth``."""
        claim = self.claim
        what = (str(claim.measure), claim.claimant) if claim is not None else ("look_here",)
        return plain(self.quote), *what

    def _id(self, prefix: str, name: str) -> str:
        return stable_id(prefix, (name, *self.alike()), self.nth)


def box_lines(items: Iterable[Item]) -> tuple[str, tuple[BoxLine, ...]]:
    """The text of the lines that the importer looked at, one below the other, and what each says."""
    text = ""
    found: list[BoxLine] = []
    for item in items:
        if isinstance(item, tuple):
            quote, claim, reason = item[1].quote, item[1], ""
        elif isinstance(item, Rejected) and item.value:
            quote, claim, reason = item.value, None, item.reason
        else:
            continue
        if not (found and found[-1].quote == quote):
            text += quote + "\n"
        found.append(BoxLine(len(text) - 1 - len(quote), len(text) - 1, quote, claim, reason))
    seen: Counter[tuple[str, ...]] = Counter()
    for at, line in enumerate(found):
        seen[line.alike()] += 1
        found[at] = replace(line, nth=seen[line.alike()])
    return text, tuple(found)
