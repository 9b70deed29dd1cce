"""The events of a document, one running scene for each sentence: when, where, and who did it.

A story has a main event; a paragraph begins in it unless it opens with a day or a place of its own, and what is told
of another day stays with it until the paragraph ends. In a list (a round-up with place names, a live blog) every item
is an event of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from claims.extract.analysis import Analysis
from claims.extract.clues import Clues
from claims.extract.document import Document
from claims.extract.layout import Layout
from claims.extract.moment import Moment
from claims.extract.places import PlaceName
from claims.extract.tokens import Token
from claims.extract.words import Words

_LEDE = 5
"""Sentences that tell of losses, from the first, in which the day of the main event is looked for."""
_HISTORY = 30
"""Days before the main event from which a day is background that nothing else is counted from."""
_STEM = 5
"""Letters that the words for one act share: "ambush", "ambushed"."""


@dataclass(frozen=True, slots=True)
class Scene:
    """An event as far as it is told: its day or window, and its place, each with the number of their sentence.

    `slug` holds the offsets of the place name that opens an item of a round-up. `listed` marks an item of a list,
    `region` a scene of which only the country is known, `main` the main event.
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
        self.layout = Layout(document, analyses)
        self.clues = Clues(document, analyses, words)
        self.main = self._main()
        self.told = self._told() if self.main.moment is None else None
        self.began = self._beginning()
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

    def _main(self) -> Scene:
        """The main event: the first day and the first place of the sentences that tell of losses."""
        if self.layout.is_list:
            return Scene(listed=True)
        with_losses = [at for at, a in enumerate(self.analyses) if a.losses]
        told = [at for at in range(len(self.analyses)) if self.clues.tells(at)]
        lede = [*told[:_LEDE], *with_losses[:_LEDE], *range(min(_LEDE, len(self.analyses)))]
        about = [*told, *with_losses, *range(len(self.analyses))]
        places = [(p, at) for at in about[: 3 * _LEDE] for p in [self.clues.best_place(at)] if p is not None]
        place = places[0] if places else self._any_place()
        if place[0] is not None and place[0].fineness == 1:  # a country in the headline, the town in the story
            place = next((found for found in places[:_LEDE] if found[0].fineness > 1), place)
        lede = [at for at in lede if at <= place[1] + _LEDE - 2 or self._may_be_at(at, *place)]
        # "The attack began on Monday", far down: where the lede has no day, the first that is told of that place
        there = (at for at in range(len(self.analyses)) if self._may_be_at(at, *place))
        moment = next(((m, at) for at in (*lede, *there) for m in self._main_first(at)), (None, -1))
        return Scene(self._extended(*moment), moment[1], place[0], place[1], main=True)

    def _extended(self, moment: Moment | None, at: int) -> Moment | None:
        """The day of an event with the days that the next sentence gives it: "over the next two days"."""
        if moment is None or moment.last is None:
            return moment
        near = self.analyses[at + 1 : at + 3]
        paragraph = self.analyses[at].sentence.paragraph
        days = max((m.spread for a in near if a.sentence.paragraph == paragraph for m in a.moments), default=0)
        return replace(moment, last=moment.last + timedelta(days=days)) if days else moment

    def _any_place(self) -> tuple[PlaceName | None, int]:
        numbers = range(len(self.analyses))
        return next(((p, at) for at in numbers for p in [self.clues.best_place(at)] if p is not None), (None, -1))

    def _may_be_at(self, at: int, place: PlaceName | None, place_at: int) -> bool:
        """Whether a sentence has no place but that of the main event."""
        own = self.clues.best_place(at)
        if own is None or place is None or own.fineness == 1 or self._goes_on(at, own):
            return True
        return bool(self.clues.names(at, own.parts) & self.clues.names(place_at, place.parts)) or self.refers_back(at)

    def _main_first(self, at: int) -> list[Moment]:
        """The moments of a sentence that may date the main event: a whole spell of fighting before one day of it."""
        recent = [m for m in self.clues.event_moments(at) if self._is_recent(m)]
        return sorted(recent, key=lambda m: m.rule != "day by day")

    def _told(self) -> tuple[Moment, int] | None:
        """ "A raid left eight dead, the army said Sunday", where the text has no other day: the best guess there is."""
        at = next((at for at, a in enumerate(self.analyses) if a.losses), None)
        if at is None or self.layout.is_list:
            return None
        analysis = self.analyses[at]
        last = analysis.offsets(analysis.losses[-1].first, analysis.losses[-1].last)[1]
        days = [m for m in analysis.moments if m.is_day and m.start > last and self._is_recent(m)]
        return (days[0], at) if days else None

    def _beginning(self) -> Moment | None:
        """When the war or the fighting began, as far as the text says so."""
        for analysis in self.analyses:
            moments = [m for m in analysis.moments if m.first is not None and not m.said and m.rule != "weekday"]
            if not moments:
                continue
            lows = {token.low for token in analysis.sentence.tokens}
            if not lows.isdisjoint(self.words.lists["events.wars"]) and not lows.isdisjoint(
                self.words.lists["events.begins"]
            ):
                return moments[0]
        opened = [m for a in self.analyses for m in a.moments if m.first is not None and m.open]
        return min(opened, key=lambda m: m.first or date.max, default=None)

    def _is_recent(self, moment: Moment) -> bool:
        """Whether a window is short enough for a main event: days, or the weeks of an offensive up to now."""
        if moment.first is None or moment.last is None:
            return False
        last = self.document.published if moment.open and self.document.published else moment.last
        return (last - moment.first).days <= 14

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
        if self.refers_back(at):
            return replace(scene, place=place, place_at=at)
        finer = scene.main and scene.place.fineness <= 2 <= place.fineness
        if finer or self._goes_on(at, place):
            return replace(scene, place=place, place_at=at, region=False)
        return Scene(None, -1, place, at, listed=scene.listed)

    def _goes_on(self, at: int, place: PlaceName) -> bool:
        """Whether a sentence stays on the day that was reached: it opens with "hours later", or its place is a site."""
        tokens = self.analyses[at].sentence.tokens
        opens = any(self.words.match("time.goes_on", tokens, place) for place in range(min(4, len(tokens))))
        later = opens or tokens[0].low == "later"
        part = place.parts[0] if place.parts else None
        ends = (part.first, part.last - 1) if part is not None else ()
        return later or any(self.words.has("ground.sites", tokens[end].low) for end in ends)

    def _same_place(self, scene: Scene, place: PlaceName, at: int) -> bool:
        if scene.place is None:
            return False
        told = [(scene.place_at, scene.place)]
        if scene.moment_at >= 0:
            told += [(scene.moment_at, p) for p in self.analyses[scene.moment_at].places if p.fineness > 1]
        names = self.clues.names(at, place.parts)
        return any(names & self.clues.names(number, one.parts) for number, one in told)

    def refers_back(self, at: int) -> bool:
        """Whether a sentence speaks of "the attack", "the blast", "there"."""
        tokens = self.analyses[at].sentence.tokens
        return any(
            token.low in ("the", "this", "that", "there")
            and any(self.words.has("blame.acts", t.low) for t in tokens[i + 1 : i + 4])
            for i, token in enumerate(tokens)
        )

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
