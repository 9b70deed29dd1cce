"""The casualties of Wikipedia's infoboxes: military conflict, civilian attack and their like.

``casualties1`` are the losses of ``combatant1``. A line is said by whom it names (``Per X: 23 killed``, ``23 killed
(Taliban claim)``, or the lines below ``Taliban claim:``), else by the outlet of its reference, else by the article.
Each reference of a line carries it, so each gives a claim. A line that is no plain count is listed with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from claims.lexicon import data
from claims.read.importers.casualty_lines import Heading, parts_of, referenced, speaker_of, without_asides
from claims.read.importers.references import References
from claims.read.importers.sentence import NotOneCount, names_measure, one_count
from claims.read.importers.wikicode import Line, lines, name_of, plain
from claims.read.importers.written_dates import edtf_of, span
from claims.read.result import Item, NoClaims, Rejected, UnreadableFile, Warning_, shown
from claims.read.rows import read_row

NAME = "wiki"
ARTICLE = "Wikipedia"
_BOX = re.compile(r"\{\{\s*(?:#invoke:\s*)?infobox", re.IGNORECASE)
_REMEDY = "to use it, write a row of its own with kind, claimant, source and what was counted"
_SPAN = re.compile(r"(.+?)\s*(?:–|—|\bto\b|\s-\s)\s*(.+)")


def looks_like_infobox(text: str) -> bool:
    """Whether a text begins as an article with an infobox does."""
    return _BOX.search(text) is not None


def read(text: str, path: str) -> Iterator[Item]:
    """The claims of every infobox of an article.

    Raises UnreadableFile when mwparserfromhell is not installed, NoClaims when no infobox holds casualties.
    """
    try:
        import mwparserfromhell
    except ImportError:
        reason = "reading Wikipedia's infoboxes needs mwparserfromhell: pip install 'counterclaim[wiki]'"
        raise UnreadableFile(path, reason) from None
    code = mwparserfromhell.parse(text)
    known = data("claims", "importers/infoboxes.yaml")["boxes"]
    boxes = [box for box in code.filter_templates() if name_of(box).removeprefix("#invoke:") in known]
    if not boxes:
        raise NoClaims(path, f"it holds no infobox of a kind that is read: {', '.join(known)}")
    yield Warning_(path, 0, "", "", "read as a Wikipedia article: the casualties of its infobox")
    references = References(code)
    for box in boxes:
        yield from _Box(box, text, path, references).claims()


class _Box:
    """One infobox: what it says about the event, and where its lines stand in the text."""

    def __init__(self, box: Any, text: str, path: str, references: References) -> None:
        self.box, self.text, self.path, self.references = box, text, path, references
        self.start = max(text.find(str(box)), 0)
        fields: dict[str, Any] = data("claims", "importers/infoboxes.yaml")
        self.counts: dict[str, dict[str, str]] = fields["counts"]
        self.event = {column: self._field(*names) for column, names in fields["event"].items()}
        self.event["date"] = _date(self.event["date"])

    def claims(self) -> Iterator[Item]:
        found = False
        for name, meaning in self.counts.items():
            if self.box.has(name):
                found = True
                side = self._field(meaning["side"]).split(";")[0].strip() if "side" in meaning else ""
                yield from self._of_field(self.box.get(name), name, meaning["measure"], side)
        if not found:
            reason = f"this infobox has none of the fields {', '.join(self.counts)}; {_REMEDY}"
            yield Rejected(self.path, self._row(""), "", shown(self.event["title"]), reason)

    def _of_field(self, field: Any, name: str, measure: str, side: str) -> Iterator[Item]:
        heading, idle, text = Heading(side=side), "", str(field)
        for line in referenced(lines(field.value)):
            row = self._row(text, line.text)
            said, words = speaker_of(line.text)
            if not words:
                if idle:
                    yield self._left(idle, name, row, "no count stands below it")
                heading, idle = heading.under(line.text, said), line.text
                continue
            idle = ""
            words, asides = without_asides(words)
            here = heading.said_by(said)
            # A bare number is what the field counts, but not beside one that says what happened.
            bare = "" if names_measure(words) else measure
            for part in parts_of(words):
                yield from self._of_part(part, here, line, name, bare, row)
            for aside in asides:
                yield self._left(aside, name, row, "what stands in brackets was not counted")
        if idle:
            yield self._left(idle, name, self._row(text, idle), "no count stands below it")

    def _of_part(self, part: str, heading: Heading, line: Line, field: str, bare: str, row: int) -> Iterator[Item]:
        try:
            count = one_count(part, bare)
        except NotOneCount as error:
            yield self._left(part, field, row, f"read, but no claim could be made: {error}")
            return
        people = " ".join(word for word in (heading.victims, count.victims) if word)
        said = {
            **self._about(), "kind": "casualty", "quantity": count.quantity, "measure": count.measure,
            "victims": people, "victim_side": heading.side, "quote": line.text,
        }  # fmt: skip
        for source in self._sources(line):
            speaker = heading.speaker or source["source"]
            yield from read_row({**said, **source, "claimant": speaker}, self.path, row, {})

    def _left(self, words: str, field: str, row: int, why: str) -> Rejected:
        return Rejected(self.path, row, field, shown(words), f"{why}; {_REMEDY}")

    def _sources(self, line: Line) -> list[dict[str, str]]:
        cited = [source for ref in line.refs if (source := self.references.source(ref))]
        return cited or [{"source": ARTICLE, "title": self.event["title"]}]

    def _about(self) -> dict[str, str]:
        about = {column: value for column, value in self.event.items() if column != "title"}
        return {**about, "article": self.event["title"]}

    def _field(self, *names: str) -> str:
        return next((text for name in names if self.box.has(name) and (text := plain(self.box.get(name).value))), "")

    def _row(self, field: str, words: str = "") -> int:
        """The line of the file on which a field, or the words of one of its lines, stand."""
        start = self.text.find(field, self.start) if field else self.start
        start = max(start, self.start)
        inside = field.find(words[:20]) if words else -1
        return self.text.count("\n", 0, start + (inside if inside > 0 else _lead(field))) + 1


def _lead(field: str) -> int:
    return len(field) - len(field.lstrip())


def _date(text: str) -> str:
    """When it happened, in EDTF; nothing when the article words it in another way than two days or one."""
    day = edtf_of(text)
    if _sound(day):
        return day
    if found := _SPAN.fullmatch(text):
        first, last = found[1], found[2]
        for whole in (first, *(f"{first} {' '.join(last.split()[n:])}" for n in (-1, -2))):
            interval = span(whole, last)
            if _sound(interval) and "/" in interval:
                return interval
    return ""


def _sound(text: str) -> bool:
    return re.fullmatch(r"\d{4}(-\d\d){0,2}(/\d{4}(-\d\d){0,2})?", text) is not None
