"""Lines of an infobox's casualties: who says them, and which counts stand in one line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from claims.lexicon import data
from claims.people import read_people
from claims.read.importers.sentence import names_measure
from claims.read.importers.wikicode import Line

_BRACKETED = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
_BETWEEN = re.compile(r"\s*(?:;|,(?!\d)|\band\b)\s*")


@dataclass(frozen=True, slots=True)
class Heading:
    """What the last line without a count said about the lines below it."""

    speaker: str = ""
    victims: str = ""
    side: str = ""

    def under(self, text: str, speaker: str) -> Heading:
        """The heading after one more line without a count: a speaker, the people, or whose losses they are."""
        words = text.rstrip(": ").strip()
        if speaker:
            return Heading(speaker, self.victims, self.side)
        if _are_people(words):
            return Heading(self.speaker, words, self.side)
        return Heading("", "", words)

    def said_by(self, speaker: str) -> Heading:
        """The same over a line that names its own speaker."""
        return Heading(speaker or self.speaker, self.victims, self.side)


def speaker_of(line: str) -> tuple[str, str]:
    """Who a line says is speaking (or an empty text), and the rest of it; the rest is empty for a heading."""
    before, colon, after = line.partition(":")
    if colon and not _digits(before):
        if speaker := _speaker(before):
            return speaker, after.strip()
        if names_measure(before):
            return _bracketed(line)
        return ("", "") if not after.strip() else ("", line)
    if (speaker := _speaker(line)) and not _digits(line):
        return speaker, ""
    return _bracketed(line)


def referenced(lines: list[Line]) -> list[Line]:
    """Lines without a reference under that of their heading, or else of the next line before another heading.

    A reference stands behind all that it covers (en.wikipedia.org/wiki/Wikipedia:Text-source_integrity).
    """
    found: list[Line] = []
    for group in _groups(lines):
        head = group[0].refs if _is_heading(group[0]) else ()
        behind: tuple[Any, ...] = ()
        behind_first: list[Line] = []
        for line in reversed(group):
            behind = line.refs or behind
            behind_first.append(Line(line.text, line.refs or head or behind))
        found += reversed(behind_first)
    return found


def _groups(lines: list[Line]) -> list[list[Line]]:
    """Each heading with the lines below it; lines above the first heading are a group of their own."""
    groups: list[list[Line]] = []
    for line in lines:
        if not groups or _is_heading(line):
            groups.append([])
        groups[-1].append(line)
    return groups


def _is_heading(line: Line) -> bool:
    return not speaker_of(line.text)[1]


def without_asides(words: str) -> tuple[str, list[str]]:
    """A line without the brackets that hold a number, and what stands in those."""
    asides = [found[0].strip() for found in _BRACKETED.finditer(words) if _digits(found[1])]
    for aside in asides:
        words = words.replace(aside, "", 1)
    return " ".join(words.split()), asides


def parts_of(words: str) -> list[str]:
    """A line with several counts, cut so that each part says what happened; parts that do not are kept together."""
    parts: list[str] = []
    waiting = ""
    for piece in _BETWEEN.split(words):
        whole = f"{waiting} and {piece}" if waiting else piece
        if names_measure(whole) and _digits(whole):
            parts.append(whole)
            waiting = ""
        else:
            waiting = whole
    if waiting and parts and not _digits(waiting):
        parts[-1] = f"{parts[-1]}, {waiting}"
    elif waiting:
        parts.append(words if not parts else waiting)
    return parts


def _bracketed(line: str) -> tuple[str, str]:
    """A speaker in brackets or after the count ("23 killed per X"); brackets without a number say no more."""
    rest = line
    for found in _BRACKETED.finditer(line):
        if not _digits(found[1]) and (speaker := _speaker(found[1])):
            return speaker, rest.replace(found[0], "", 1).strip()
        if not _digits(found[1]):
            rest = rest.replace(found[0], "", 1)
    after, _ = _patterns()
    if (found_after := re.search(rf"\s{after}\s(?P<who>\D+)$", rest, re.IGNORECASE)) and _digits(rest):
        return found_after["who"].strip(), rest[: found_after.start()].strip()
    return "", rest.strip()


def _speaker(words: str) -> str:
    """Whom "per X", "according to X" or "X claim" names."""
    per, claim = _patterns()
    words = words.strip(" :")
    if found := re.fullmatch(rf"{per}\s+(?P<who>.+)", words, re.IGNORECASE):
        return found["who"].strip()
    if found := re.fullmatch(rf"(?P<who>.+?)(?:['’]s?)?\s+{claim}", words, re.IGNORECASE):
        return found["who"].strip()
    return ""


@cache
def _patterns() -> tuple[str, str]:
    words = data("claims", "importers/sentences.yaml")
    return tuple("(?:" + "|".join(map(re.escape, words[key])) + ")" for key in ("per", "claims"))  # type: ignore[return-value]


def _digits(text: str) -> bool:
    from claims.phrases.scan import find_phrases

    return any(True for _ in find_phrases(text))


def _are_people(words: str) -> bool:
    """Whether words name sorts of people; a name alone is somebody's, and more often a side's than a victim's."""
    people = read_people(words)
    named = any(trait.startswith("name:") for trait in people.traits)
    return not named and len(people.unread) < len(words.split())
