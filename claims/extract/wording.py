"""The words by which a speaker paints an event: "unprovoked", "retaliatory", "a massacre"."""

from __future__ import annotations

from collections.abc import Iterator

from claims.extract.analysis import Analysis
from claims.extract.attribution import Attribution
from claims.extract.document import Document
from claims.extract.drafts import Draft, Field
from claims.extract.setting import Settings
from claims.extract.speech import Clauses
from claims.extract.words import Words


def characterizations(
    document: Document, number: int, analysis: Analysis, settings: Settings, attribution: Attribution, words: Words
) -> Iterator[Draft]:
    """A draft for each word of this kind that somebody is said to have used; the outlet's own words are none."""
    tokens = analysis.sentence.tokens
    openings, at = words.openings("blame", "frames"), 0
    while at < len(tokens):
        if tokens[at].low not in openings:
            at += 1
            continue
        size = words.match("blame.frames", tokens, at)
        if size:
            frame = attribution.frame(number, at)
            speaker = frame.said_by if frame is not None else _caller(analysis, at, words)
            if speaker is not None:
                yield _draft(document, number, analysis, (at, at + size), speaker, settings, attribution)
        at += max(size, 1)


def _caller(analysis: Analysis, at: int, words: Words) -> tuple[int, int] | None:
    """Who "called" or "condemned" it so: the words before the nearest such verb."""
    tokens = analysis.sentence.tokens
    for place in range(at - 1, max(-1, at - 14), -1):
        if tokens[place].low in ("called", "calls", "described", "describes") or words.has(
            "blame.accuses", tokens[place].low
        ):
            speaker = Clauses(analysis.sentence, analysis.moments, words).before(place)
            if speaker is not None and tokens[speaker[0]].low not in ("what", "he", "she", "it", "they"):
                return speaker
    return None


def _draft(
    document: Document,
    number: int,
    analysis: Analysis,
    word: tuple[int, int],
    speaker: tuple[int, int],
    settings: Settings,
    attribution: Attribution,
) -> Draft:
    start, end = analysis.offsets(*word)
    setting = settings.of(number, word[0])
    fields = {
        "frame": Field(document.raw[start:end], "explicit", "a word that paints", start, end),
        "claimant": attribution.name(number, speaker, "speaker"),
        "date": setting.date,
        "place": setting.place,
    }
    flags = [f"{name} {one.source}" for name, one in fields.items() if one.source in ("inherited", "main event")]
    return Draft("characterization", start, end, fields, flags=flags)
