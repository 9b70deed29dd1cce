"""The events of a document, one running scene for each sentence: when, where, and who did it.

A story has a main event; a paragraph begins in it unless it opens with a day or a place of its own, and what is told
of another day stays with it until the paragraph ends. In a list (a round-up with place names, a live blog) every item
is an event of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from claims.extract.analysis import Analysis
from claims.extract.attach import distance, is_aside
from claims.extract.document import Document
from claims.extract.moments import Moment
from claims.extract.places import Part, PlaceName
from claims.extract.words import Words

_LEDE = 5
"""Sentences that tell of losses, from the first, in which the day of the main event is looked for."""
_TIME = re.compile(r"\d{1,2}[:.h]\d\d")
_SLUG = re.compile(r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de .'/-]{2,40}")
_ITEMS = 3
"""Lines that open with a time or a place name from which a document is a list."""


@dataclass(frozen=True, slots=True)
class Scene:
    """An event as far as it is told: its day or window, and its place, each with the number of their sentence.

    `slug` is the place name that opens an item of a round-up, with its offsets. `dated` is False for an item of which
    only the day of the report is known, `region` True where only the country of the story is taken over.
    """

    moment: Moment | None = None
    moment_at: int = -1
    place: PlaceName | None = None
    place_at: int = -1
    slug: tuple[int, int] | None = None
    listed: bool = False
    region: bool = False
    main: bool = False


class Scenes:
    """The scene of every sentence, by its number; `main` is the main event of the document."""

    def __init__(self, document: Document, analyses: Sequence[Analysis], words: Words) -> None:
        self.document, self.analyses, self.words = document, analyses, words
        self.leads = [self._lead(analysis) for analysis in analyses]
        opened = [bool(_TIME.search(lead)) or self._slug(at) is not None for at, lead in enumerate(self.leads)]
        self.is_list = sum(opened) >= _ITEMS
        self.main = self._main()
        self.began = self._beginning()
        self.of: list[Scene] = []
        scene, paragraph = self.main, -1
        for at, analysis in enumerate(analyses):
            if analysis.sentence.paragraph != paragraph:
                paragraph = analysis.sentence.paragraph
                scene = self._opened(at)
            if self._is_elsewhere(analysis):
                scene = Scene(slug=scene.slug, listed=scene.listed)
            scene = self._updated(scene, at, analysis)
            self.of.append(scene)

    def _is_elsewhere(self, analysis: Analysis) -> bool:
        """Whether a sentence opens with words for another event: "separately", "in a second incident"."""
        tokens = analysis.sentence.tokens[:6]
        return any(
            self.words.has("ground.elsewhere", token.low) or self.words.match("ground.another", tokens, at)
            for at, token in enumerate(tokens[:3])
        )

    def _lead(self, analysis: Analysis) -> str:
        """What stands before the sentence on its line, and is no part of it."""
        text, start = self.document.shadow, analysis.sentence.start
        line = text.rfind("\n", max(0, start - 140), start) + 1
        lead = text[line:start] if start - line < 130 else ""
        return "" if re.search(r"[.!?][\"')]*\s*$", lead) and not re.search(r"\.-\s*$", lead) else lead

    def _slug(self, at: int) -> tuple[int, int] | None:
        """The place name that opens an item of a round-up, with its offsets: "MOSUL - ", never the first dateline."""
        found = _SLUG.search(self.leads[at])
        if found is None or _TIME.search(self.leads[at]):
            return None
        line = self.analyses[at].sentence.start - len(self.leads[at])
        return line + found.start(), line + found.start() + len(found.group().rstrip(" .-/"))

    def _main(self) -> Scene:
        """The main event: the first day and the first place of the sentences that tell of losses."""
        if self.is_list:
            return Scene(listed=True)
        with_losses = [at for at, a in enumerate(self.analyses) if a.losses]
        told = [at for at in range(len(self.analyses)) if self.tells(at)]
        lede = [*told[:_LEDE], *with_losses[:_LEDE], *range(min(_LEDE, len(self.analyses)))]
        moment = next(((m, at) for at in lede for m in self._main_first(at)), (None, -1))
        about = [*told, *with_losses, *range(len(self.analyses))]
        place = next(((p, at) for at in about for p in [self.best_place(at)] if p is not None), (None, -1))
        return Scene(moment[0], moment[1], place[0], place[1], main=True)

    def _main_first(self, at: int) -> list[Moment]:
        """The moments of a sentence that may date the main event: a whole spell of fighting before one day of it."""
        recent = [m for m in self.event_moments(at) if self._is_recent(m)]
        return sorted(recent, key=lambda m: m.rule != "day by day")

    def dateline(self) -> str:
        """The town of the dateline that opens the document; empty where there is none."""
        for at in range(min(4, len(self.leads))):
            slug = None if self.is_list else self._slug(at)
            if slug is not None:
                return re.split(r"[,/(]", self.document.raw[slug[0] : slug[1]])[0].strip().title()
        return ""

    def _beginning(self) -> Moment | None:
        """When the war or the fighting began, as far as the text says so."""
        for analysis in self.analyses:
            lows = [token.low for token in analysis.sentence.tokens]
            war = any(self.words.has("events.wars", low) for low in lows)
            begins = any(self.words.has("events.begins", low) for low in lows)
            moments = [m for m in analysis.moments if m.first is not None and not m.said and m.rule != "weekday"]
            if moments and war and begins:
                return moments[0]
        opened = [m for a in self.analyses for m in a.moments if m.first is not None and m.open]
        return min(opened, key=lambda m: m.first or date.max, default=None)

    def _is_recent(self, moment: Moment) -> bool:
        """Whether a window is short enough for a main event: days, or the weeks of an offensive up to now."""
        if moment.first is None or moment.last is None:
            return False
        last = self.document.published if moment.open and self.document.published else moment.last
        return (last - moment.first).days <= 14

    def tells(self, at: int) -> bool:
        """Whether a sentence tells of an event: of a loss, or with a word for an attack."""
        analysis = self.analyses[at]
        lists = ("blame.acts", "blame.act_verbs", "events.nouns", "events.verbs")
        return bool(analysis.losses) or any(
            self.words.has(name, token.low) for token in analysis.sentence.tokens for name in lists
        )

    def event_moments(self, at: int) -> list[Moment]:
        """The moments of a sentence that may date an event: not those of a statement, a dateline, or another event."""
        analysis = self.analyses[at]
        return [
            m
            for m in analysis.moments
            if m.first is not None and not m.said and not m.label and not self.is_head(at, m)
        ]

    def is_head(self, at: int, moment: Moment) -> bool:
        """Whether a date heads a document: only names before it in its line, near the day of publication."""
        published, sentence = self.document.published, self.analyses[at].sentence
        if at > 4 or moment.last is None or published is None or not -1 <= (published - moment.last).days <= 1:
            return False
        if moment.last == published and moment.rule == "full date" and not self.tells(at):
            return True
        before = [token for token in sentence.tokens if token.end <= moment.start]
        small = ("on", "in", "at", "since", "late", "early", "by")
        bare = all(
            not token.is_word or (token.is_capital and token.low not in small) or token.low in ("of", "the")
            for token in before
        )
        return bare and (
            len(before) > 0 or moment.end >= sentence.end - 1 or self.document.shadow[moment.end] in "(|\n"
        )

    def best_place(self, at: int, token: int | None = None, far: int = 1000) -> PlaceName | None:
        """The place of a sentence that belongs to a token; never one inside the words for a speaker."""
        analysis = self.analyses[at]
        spoken = [frame.said_by for frame in analysis.frames if frame.said_by is not None]
        fitting = [p for p in analysis.places if not any(a <= p.first < b for a, b in spoken)]
        fitting = [p for p in fitting if not self._is_care(analysis, p)]
        if token is None:
            token = analysis.losses[0].first if analysis.losses else 0
        tokens = analysis.sentence.tokens
        fitting = [p for p in fitting if distance(tokens, self.words, token, p.first, p.last) <= far]
        return min(fitting, key=lambda p: (self._cost(analysis, p, token), p.first), default=None)

    def _cost(self, analysis: Analysis, place: PlaceName, token: int) -> int:
        tokens = analysis.sentence.tokens
        cost = distance(tokens, self.words, token, place.first, place.last)
        return cost + 4 * (4 - min(place.fineness, 4)) + 3 * (not place.sure)

    def _is_care(self, analysis: Analysis, place: PlaceName) -> bool:
        """Whether it is where the hurt or the dead were taken."""
        tokens = analysis.sentence.tokens
        if tokens[place.first - 1].low not in ("at", "to", "in", "into", "inside", "near", "outside"):
            return False
        near = tokens[max(0, place.first - 4) : place.last]
        before = tokens[max(0, place.first - 10) : place.first]
        after = tokens[place.last : place.last + 8]
        return any(self.words.has("ground.care", t.low) for t in near) and any(
            self.words.has("ground.taken", t.low) for t in (*before, *after)
        )

    def _opened(self, at: int) -> Scene:
        """The scene in which a paragraph begins."""
        if not self.is_list:
            return self.main
        slug = self._slug(at)
        return Scene(slug=slug, listed=True)

    def _updated(self, scene: Scene, at: int, analysis: Analysis) -> Scene:
        """The scene after a sentence's own day and place are taken in."""
        token = analysis.losses[0].first if analysis.losses else 0
        moments = [
            m
            for m in self.event_moments(at)
            if not m.open and m.rule not in ("up to now", "this period") and not self._is_apart(analysis, m, token)
        ]
        moment = min(
            moments, key=lambda m: (not m.is_day, self.moment_cost(analysis, m, token)), default=None
        ) or self.shifted(scene, at)
        place = self.best_place(at)
        if moment is not None and self.tells(at):
            scene = self._redated(scene, moment, at, place is not None)
        if place is not None and place.fineness > 1:
            scene = self._moved(scene, place, at, moment is not None)
        return scene

    def _is_apart(self, analysis: Analysis, moment: Moment, token: int) -> bool:
        """Whether a moment stands in an aside, or in a quotation that the losses are not in."""
        tokens = analysis.sentence.tokens
        first, last = self._token_range(analysis, moment)
        quoted = analysis.sentence.in_quotes(first) and bool(analysis.losses) and not analysis.sentence.in_quotes(token)
        return quoted or is_aside(tokens, self.words, token, first, last)

    def _redated(self, scene: Scene, moment: Moment, at: int, placed: bool) -> Scene:
        """The scene on another day: at its own place, and elsewhere in the country when the day is not the same."""
        if scene.moment is None:
            return replace(scene, moment=moment, moment_at=at, main=False)
        if _overlap(scene.moment, moment):
            return replace(scene, moment=moment, moment_at=at) if moment.is_day else scene
        return Scene(moment, at, None, -1, scene.slug, scene.listed, region=not placed)

    def _moved(self, scene: Scene, place: PlaceName, at: int, dated: bool) -> Scene:
        """The scene at another place; a place that nothing ties to the day before has no day."""
        if scene.place is None or self._same_place(scene, place, at) or dated or _is_spell(scene.moment):
            keep = scene.place is not None and not dated and place.fineness <= scene.place.fineness
            return scene if keep else replace(scene, place=place, place_at=at, region=False, main=scene.main)
        if self._refers_back(at):
            return replace(scene, place=place, place_at=at)
        return Scene(None, -1, place, at, listed=scene.listed)

    def _same_place(self, scene: Scene, place: PlaceName, at: int) -> bool:
        if scene.place is None:
            return False
        one = self._names(scene.place_at, scene.place.parts)
        return bool(one & self._names(at, place.parts))

    def _names(self, at: int, parts: Sequence[Part]) -> set[str]:
        tokens = self.analyses[at].sentence.tokens
        return {t.low for part in parts for t in tokens[part.first : part.last] if t.is_capital}

    def _refers_back(self, at: int) -> bool:
        """Whether a sentence speaks of "the attack", "the blast", "there"."""
        tokens = self.analyses[at].sentence.tokens
        return any(
            token.low in ("the", "this", "that", "there")
            and any(self.words.has("blame.acts", t.low) for t in tokens[i + 1 : i + 4])
            for i, token in enumerate(tokens)
        )

    def shifted(self, scene: Scene, at: int) -> Moment | None:
        """ "A day earlier", "the same evening": counted from the scene, else from the main event."""
        analysis = self.analyses[at]
        shift = next((m for m in analysis.moments if m.shift is not None and m.rule == "from another event"), None)
        base = scene.moment or self.main.moment
        if shift is None or shift.shift is None or base is None or base.first is None or not base.is_day:
            return None
        days = shift.shift
        if self.document.raw[: shift.end].lower().endswith("after") and any(
            analysis.offsets(loss.first, loss.last)[0] > shift.end for loss in analysis.losses
        ):
            days = -days  # "X came two days after the group killed 11": the killing lies before the scene
        day = base.first + timedelta(days=days)
        return replace(shift, first=day, last=day, rule="days from another event")

    def moment_cost(self, analysis: Analysis, moment: Moment, token: int) -> int:
        """How far a moment stands from a token, in words and clauses."""
        return distance(analysis.sentence.tokens, self.words, token, *self._token_range(analysis, moment))

    def _token_range(self, analysis: Analysis, moment: Moment) -> tuple[int, int]:
        inside = [at for at, t in enumerate(analysis.sentence.tokens) if moment.start <= t.start < moment.end]
        return (inside[0], inside[-1] + 1) if inside else (0, 1)


def _overlap(one: Moment, other: Moment) -> bool:
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return False
    return one.first <= other.last and other.first <= one.last


def _is_spell(moment: Moment | None) -> bool:
    """Whether a scene is of several days: fighting that goes on, at one place and another."""
    return moment is not None and moment.first is not None and (moment.open or moment.first != moment.last)
