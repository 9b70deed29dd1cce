"""Draft claims: what extraction proposes, each field with the words it rests on and how it was found."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from claims.extract.document import Document
from claims.extract.draft_ids import plain, stable_id


@dataclass(slots=True)
class Field:
    """A value with where it came from.

    `source` is "explicit" (in the words of the draft), "sentence", "inherited" (from a sentence before), "main event",
    "statement date" (an upper bound only), "coreference", "metadata" or "default". `rule` is the stable id of the rule,
    `start` and `end` the offsets of the words (-1 where there are none), `alternatives` what else it might be.
    """

    value: str
    source: str = "explicit"
    rule: str = ""
    start: int = -1
    end: int = -1
    alternatives: tuple[str, ...] = ()

    def provenance(self) -> dict[str, Any]:
        """The record of it in a draft, without what is empty."""
        found: dict[str, Any] = {"source": self.source}
        if self.rule:
            found["rule"] = self.rule
        if self.start >= 0:
            found |= {"start": self.start, "end": self.end}
        if self.alternatives:
            found["alternatives"] = list(self.alternatives)
        return found


@dataclass(slots=True)
class Draft:
    """One proposed claim. `start` and `end` are the offsets of its evidence in the raw text.

    `sentence` holds the offsets of the sentence that it was found in, `nth` tells it from drafts that are alike.
    """

    kind: str
    start: int
    end: int
    fields: dict[str, Field]
    low: int | None = None
    high: int | None = None
    flags: list[str] = field(default_factory=list)
    sentence: tuple[int, int] | None = None
    nth: int = 1

    def value(self, name: str) -> str:
        """A field's value; empty where there is none."""
        return self.fields[name].value if name in self.fields else ""

    def row(self, document: Document) -> dict[str, Any]:
        """The draft as one flat record of the claim format (`counterclaim extract`)."""
        quote = document.raw[self.start : self.end]
        found: dict[str, Any] = {"id": stable_id("d", self.alike(document), self.nth), "kind": self.kind}
        found |= {name: one.value for name, one in self.fields.items() if one.value}
        if self.kind == "casualty":
            found |= {"low": self.low, "high": self.high}
        found |= {"source": document.source, "document": document.name, "quote": quote}
        found |= {"quote_start": self.start, "quote_end": self.end, "sentence": self._sentence(document)}
        if document.published is not None:
            found["published"] = document.published.isoformat()
        found["provenance"] = {name: one.provenance() for name, one in self.fields.items() if one.value}
        return {**found, "flags": self.flags, "status": "draft"}

    def alike(self, document: Document) -> tuple[str, ...]:
        """What the id is made of, apart from ``nth``."""
        what = next((self.value(name) for name in ("measure", "stance", "frame") if self.value(name)), "")
        quote = document.raw[self.start : self.end]
        return document.name, plain(self._sentence(document)), plain(quote), self.kind, what

    def _sentence(self, document: Document) -> str:
        start, end = self.sentence or (self.start, self.end)
        return document.raw[start:end]


@dataclass(slots=True)
class LookHere:
    """A sentence worth a person's look, and why."""

    start: int
    end: int
    reason: str
    nth: int = 1

    def alike(self, document: Document) -> tuple[str, ...]:
        """What the id is made of, apart from ``nth``."""
        return document.name, plain(document.raw[self.start : self.end]), "look_here"

    def row(self, document: Document) -> dict[str, Any]:
        """The record that stands beside the drafts."""
        found: dict[str, Any] = {"id": stable_id("l", self.alike(document), self.nth), "kind": "look_here"}
        found |= {"source": document.source, "document": document.name}
        found |= {"quote": document.raw[self.start : self.end], "quote_start": self.start, "quote_end": self.end}
        if document.published is not None:
            found["published"] = document.published.isoformat()
        return {**found, "reason": self.reason}
