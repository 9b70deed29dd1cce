"""The main event of a document, and when the war or the fighting that it tells of began."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from claims.extract.analysis import Analysis
from claims.extract.clues import Clues
from claims.extract.document import Document
from claims.extract.layout import Layout
from claims.extract.moment import Moment
from claims.extract.places import PlaceName
from claims.extract.scene import Scene
from claims.extract.words import Words

_LEDE = 5
"""Sentences that tell of losses, from the first, in which the day of the main event is looked for."""
_WEEKS = 2
"""Sentences in which "last week" may date the main event; farther down it tells of what went before."""


class MainEvent:
    """What a document is about: its `scene`, when its war `began`, and the day on which it was `told`."""

    def __init__(
        self, document: Document, analyses: Sequence[Analysis], words: Words, layout: Layout, clues: Clues
    ) -> None:
        self.document, self.analyses, self.words = document, analyses, words
        self.layout, self.clues = layout, clues
        self.scene = self._main()
        self.told = self._told()
        self.began = self._beginning()

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
        if own is None or place is None or own.fineness == 1 or self.clues.goes_on(at, own):
            return True
        return bool(
            self.clues.names(at, own.parts) & self.clues.names(place_at, place.parts)
        ) or self.clues.refers_back(at)

    def _main_first(self, at: int) -> list[Moment]:
        """The moments of a sentence that may date the main event: a whole spell of fighting before one day of it."""
        recent = [m for m in self.clues.event_moments(at) if self._is_recent(m) and (at < _WEEKS or m.rule != "week")]
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
