"""Draft claims: what extraction proposes, each field with the words it rests on and how it was found."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Any

from claims.extract.document import Document


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
    """One proposed claim. `start` and `end` are the offsets of its evidence in the raw text."""

    kind: str
    start: int
    end: int
    fields: dict[str, Field]
    low: int | None = None
    high: int | None = None
    flags: list[str] = field(default_factory=list)

    def value(self, name: str) -> str:
        """A field's value; empty where there is none."""
        return self.fields[name].value if name in self.fields else ""

    def row(self, document: Document) -> dict[str, Any]:
        """The draft as one flat record of the claim format (`counterclaim extract`)."""
        quote = document.raw[self.start : self.end]
        found: dict[str, Any] = {"id": self._id(document, quote), "kind": self.kind}
        found |= {name: one.value for name, one in self.fields.items() if one.value}
        if self.kind == "casualty":
            found |= {"low": self.low, "high": self.high}
        found |= {"source": document.source, "document": document.name, "quote": quote}
        found |= {"quote_start": self.start, "quote_end": self.end}
        if document.published is not None:
            found["published"] = document.published.isoformat()
        found["provenance"] = {name: one.provenance() for name, one in self.fields.items() if one.value}
        return {**found, "flags": self.flags, "status": "draft"}

    def _id(self, document: Document, quote: str) -> str:
        """Made of the evidence, so that a second run gives the same id and a decision is found again."""
        key = "\0".join(
            (
                document.digest,
                str(self.start),
                quote,
                self.kind,
                self.value("measure"),
                self.value("stance"),
                self.value("quantity"),
                self.value("accused"),
            )
        )
        return "d" + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class LookHere:
    """A sentence worth a person's look, and why."""

    start: int
    end: int
    reason: str

    def row(self, document: Document) -> dict[str, Any]:
        """The record that stands beside the drafts."""
        quote = document.raw[self.start : self.end]
        return {
            "kind": "look_here",
            "document": document.name,
            "quote": quote,
            "quote_start": self.start,
            "quote_end": self.end,
            "reason": self.reason,
        }
