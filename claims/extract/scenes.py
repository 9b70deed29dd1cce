"""The events of a document, one running scene for each sentence: when, where, and who did it.

A story has a main event; a paragraph begins in it unless it opens with a day or a place of its own, and what is told
of another day stays with it until the paragraph ends. In a list (a round-up with place names, a live blog) every item
is an event of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from claims.extract.analysis import Analysis
from claims.extract.clues import Clues
from claims.extract.document import Document
from claims.extract.layout import Layout
from claims.extract.main_event import MainEvent
from claims.extract.moment import Moment
from claims.extract.places import PlaceName
from claims.extract.scene import Scene
from claims.extract.tokens import Token
from claims.extract.words import Words

_HISTORY = 30
"""Days before the main event from which a day is background that nothing else is counted from."""
_STEM = 5
"""Letters that the words for one act share: "ambush", "ambushed"."""


class Scenes:
    """The scene of every sentence, by its number; `main` is the main event of the document."""

    def __init__(self, document: Document, analyses: Sequence[Analysis], words: Words) -> None:
        self.document, self.analyses, self.words = document, analyses, words
        self.layout = Layout(document, analyses)
        self.clues = Clues(document, analyses, words)
        event = MainEvent(document, analyses, words, self.layout, self.clues)
        self.main, self.began = event.scene, event.began
        self.told = event.told if self.main.moment is None else None
        self.of: list[Scene] = []
        self._acts: dict[str, Scene] = {}
        scene, paragraph = self.main, -1
        for at, analysis in enumerate(analyses):
            if analysis.sentence.paragraph != paragraph:
                paragraph = analysis.sentence.paragraph
                scene = self._recalled(at) or self._opened(at)
            if self._is_elsewhere(analysis):
                scene = Scene(slug=scene.slug, listed=scene.listed)
            if self._is_told_before(scene, analysis):
                scene = Scene(slug=scene.slug, listed=scene.listed, place=scene.place, place_at=scene.place_at)
            scene = self._updated(scene, at, analysis)
            self.of.append(scene)
            self._remember(scene, at)

    def _remember(self, scene: Scene, at: int) -> None:
        """Which event the words for an act stand for: the first that was told with them."""
        if scene.main or scene.moment_at == at:
            for stem in self._stems(self.analyses[at].sentence.tokens):
                self._acts.setdefault(stem, scene)

    def _recalled(self, at: int) -> Scene | None:
        """The event that a paragraph takes up again: "the government acknowledged the ambush"."""
        tokens = self.analyses[at].sentence.tokens
        acts = [t for i, t in enumerate(tokens[1:10], 1) if tokens[i - 1].low in ("the", "that", "this")]
        return next((self._acts[stem] for stem in self._stems(acts) if stem in self._acts), None)

    def _stems(self, tokens: Sequence[Token]) -> list[str]:
        return [
            t.low[:_STEM] for t in tokens if not t.is_capital and self.words.has("blame.acts", t.low.removesuffix("ed"))
        ]

    def _is_elsewhere(self, analysis: Analysis) -> bool:
        """Whether a sentence opens with words for another event: "separately", "in a second incident"."""
        tokens = analysis.sentence.tokens[:6]
        return any(
            self.words.has("ground.elsewhere", token.low) or self.words.match("ground.another", tokens, at)
            for at, token in enumerate(tokens[:3])
        )

    def _is_told_before(self, scene: Scene, analysis: Analysis) -> bool:
        """Whether what a sentence tells was said before the day that the text has reached: it tells of another day."""
        until = self.document.shadow
        said = [
            m.last
            for m in analysis.moments
            if m.said and m.is_day and m.last is not None and not until[m.start - 3 : m.start].lower().endswith("by ")
        ]
        first = scene.moment.first if scene.moment is not None else None
        return bool(said) and first is not None and max(said) < first

    def _opened(self, at: int) -> Scene:
        """The scene in which a paragraph begins."""
        if not self.layout.is_list:
            return self.main
        slug = self.layout.slug(at)
        return Scene(slug=slug, listed=True)

    def _updated(self, scene: Scene, at: int, analysis: Analysis) -> Scene:
        """The scene after a sentence's own day and place are taken in."""
        token = analysis.losses[0].first if analysis.losses else 0
        moments = [
            m
            for m in self.clues.event_moments(at)
            if not m.open and m.rule not in ("up to now", "this period") and not self.clues.is_apart(analysis, m, token)
        ]
        moment = min(
            moments, key=lambda m: (not m.is_day, self.clues.moment_cost(analysis, m, token)), default=None
        ) or self.shifted(scene, at)
        place = self.clues.best_place(at)
        if moment is not None and self.clues.tells(at):
            scene = self._redated(scene, moment, at, place is not None)
        if place is not None and place.fineness > 1:
            scene = self._moved(scene, place, at, moment is not None)
        return scene

    def _redated(self, scene: Scene, moment: Moment, at: int, placed: bool) -> Scene:
        """The scene on another day: at its own place, and elsewhere in the country when the day is not the same."""
        if scene.moment is None:
            return replace(scene, moment=moment, moment_at=at, main=False)
        if _overlap(scene.moment, moment):
            return replace(scene, moment=moment, moment_at=at) if moment.is_day else scene
        if not placed and (self._is_near(scene.moment, moment) or self._says_there(at)):
            return replace(scene, moment=moment, moment_at=at, main=False)
        return Scene(moment, at, None, -1, scene.slug, scene.listed, region=not placed)

    def _is_near(self, one: Moment, other: Moment) -> bool:
        """Whether two moments lie within a week: then a story has not left its place."""
        if one.first is None or other.first is None or not (one.is_day and other.is_day):
            return False
        return abs((one.first - other.first).days) <= 7

    def _says_there(self, at: int) -> bool:
        return any(token.low == "there" for token in self.analyses[at].sentence.tokens[1:])

    def _moved(self, scene: Scene, place: PlaceName, at: int, dated: bool) -> Scene:
        """The scene at another place; a place that nothing ties to the day before has no day."""
        if scene.place is None or self._same_place(scene, place, at) or dated or _is_spell(scene.moment):
            keep = scene.place is not None and not dated and place.fineness <= scene.place.fineness
            return scene if keep else replace(scene, place=place, place_at=at, region=False, main=scene.main)
        if self.clues.refers_back(at):
            return replace(scene, place=place, place_at=at)
        finer = scene.main and scene.place.fineness <= 2 <= place.fineness
        if finer or self.clues.goes_on(at, place):
            return replace(scene, place=place, place_at=at, region=False)
        return Scene(None, -1, place, at, listed=scene.listed)

    def _same_place(self, scene: Scene, place: PlaceName, at: int) -> bool:
        if scene.place is None:
            return False
        told = [(scene.place_at, scene.place)]
        if scene.moment_at >= 0:
            told += [(scene.moment_at, p) for p in self.analyses[scene.moment_at].places if p.fineness > 1]
        names = self.clues.names(at, place.parts)
        return any(names & self.clues.names(number, one.parts) for number, one in told)

    def _before(self, at: int) -> Moment | None:
        """The day of the sentence before, as long as it is not history beside the main event."""
        found, main = self.of[at - 1].moment if 0 < at <= len(self.of) else None, self.main.moment
        if found is None or found.first is None or not found.is_day:
            return None
        old = main is not None and main.first is not None and (main.first - found.first).days > _HISTORY
        return None if old else found

    def shifted(self, scene: Scene, at: int) -> Moment | None:
        """ "A day earlier", "the same evening": counted from the scene, else from the main event."""
        analysis = self.analyses[at]
        shift = next((m for m in analysis.moments if m.shift is not None and m.rule == "from another event"), None)
        said = next((m for m in analysis.moments if m.said and m.is_day), None)
        base = said or self._before(at) or scene.moment or self.main.moment
        if shift is None or shift.shift is None or base is None or base.first is None or not base.is_day:
            return None
        tokens = analysis.sentence.tokens
        opens = tokens and shift.start <= tokens[0].end and shift.rule == "from another event"
        if opens and self.document.raw[max(0, shift.end - 10) : shift.end].lower().endswith(("after", "before")):
            return None  # "Two days after the truce ended, shelling killed 12": counted from what is told there
        days = shift.shift
        if self.document.raw[max(0, shift.end - 10) : shift.end].lower().endswith("after") and any(
            analysis.offsets(loss.first, loss.last)[0] > shift.end for loss in analysis.losses
        ):
            days = -days  # "X came two days after the group killed 11": the killing lies before the scene
        day = base.first + timedelta(days=days)
        return replace(shift, first=day, last=day + timedelta(days=shift.spread), rule="days from another event")


def _overlap(one: Moment, other: Moment) -> bool:
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return False
    return one.first <= other.last and other.first <= one.last


def _is_spell(moment: Moment | None) -> bool:
    """Whether a scene is of several days: fighting that goes on, at one place and another."""
    return moment is not None and moment.first is not None and (moment.open or moment.first != moment.last)
