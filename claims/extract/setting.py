"""When and where a loss happened: the sentence's own words first, then the scene that the text has reached.

What was not read in the sentence itself is a suggestion and is marked so. A dateline and a place inside the words for
a speaker are never the place; the day on which something was said is never the day on which it happened.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from claims.extract.analysis import Analysis
from claims.extract.document import Document
from claims.extract.drafts import Field
from claims.extract.geography import Geography
from claims.extract.moments import Moment
from claims.extract.place_names import country_name
from claims.extract.places import PlaceName
from claims.extract.scenes import Scene, Scenes
from claims.extract.words import Words

_LABELLED = 15
"""What it costs a day to name another event ("the 7 October attack"), in words of distance."""


@dataclass(frozen=True, slots=True)
class Setting:
    """The date and the place proposed for a claim; empty fields where nothing was found."""

    date: Field
    place: Field


class Settings:
    """Finds the setting of any token of a document."""

    def __init__(self, document: Document, analyses: Sequence[Analysis], words: Words) -> None:
        self.document, self.analyses, self.words = document, analyses, words
        self.scenes = Scenes(document, analyses, words)
        self.geography = Geography(analyses)
        main = self.scenes.main
        self.geography.settle(main.place, analyses[main.place_at] if main.place is not None else None)

    def of(self, at: int, token: int) -> Setting:
        """The setting of a token of the sentence with this number."""
        own = self._own_moment(at, token)
        long = own is not None and (own.open or not own.is_day)
        return Setting(self._date(at, own), self._place(at, token, long))

    def _own_moment(self, at: int, token: int) -> Moment | None:
        """The moment of the sentence that dates a token."""
        analysis = self.analyses[at]
        fitting = [m for m in analysis.moments if m.first is not None and not m.said and not self.scenes.is_head(at, m)]
        found = min(
            fitting,
            key=lambda m: (self.scenes.moment_cost(analysis, m, token) + _LABELLED * m.label, m.start),
            default=None,
        )
        if found is not None and found.label and self.scenes.moment_cost(analysis, found, token) > _LABELLED:
            return None
        return found

    def _date(self, at: int, own: Moment | None) -> Field:
        analysis, scene = self.analyses[at], self.scenes.of[at]
        if own is not None:
            return self._moment_field(analysis, own, "explicit" if own.is_day else "sentence", "own sentence")
        if scene.moment is not None:
            source = "main event" if scene.main else "inherited"
            if scene.moment_at == at:
                source = "main event" if scene.moment.rule == "days from another event" else "sentence"
            return self._moment_field(self.analyses[scene.moment_at], scene.moment, source, "scene")
        if scene.listed and self.scenes.is_list and self.document.published is not None:
            return Field(self.document.published.isoformat(), "metadata", "day of the report")
        said = next((m for m in analysis.moments if m.said and m.last is not None), None)
        if said is not None and said.last is not None and self._tells_something(said.last):
            return Field(f"../{said.last.isoformat()}", "statement date", "said then", said.start, said.end)
        return Field("")

    def _tells_something(self, last: date) -> bool:
        """Whether the day on which it was said bounds it more closely than the day of publication."""
        return self.document.published is None or (self.document.published - last).days > 3

    def _moment_field(self, analysis: Analysis, moment: Moment, source: str, rule: str) -> Field:
        value = moment.edtf
        if moment.open and moment.first is not None:
            said = [m.last for m in analysis.moments if m.said and m.is_day and m.last is not None]
            end = said[0] if said and said[0] >= moment.first else self.document.published
            value = f"{moment.first.isoformat()}/{end.isoformat() if end else '..'}"
        return Field(value, source, f"{rule}: {moment.rule}", moment.start, moment.end)

    def _place(self, at: int, token: int, long: bool) -> Field:
        scene = self.scenes.of[at]
        own = self.scenes.best_place(at, token)
        if own is not None:
            return self._place_field(self.analyses[at], own, "explicit")
        if (long or scene.region) and self.geography.home:
            return Field(country_name(self.geography.home), "main event", "the country of the story")
        return self._inherited_place(scene)

    def _inherited_place(self, scene: Scene) -> Field:
        if scene.place is not None:
            return self._place_field(
                self.analyses[scene.place_at], scene.place, "main event" if scene.main else "inherited"
            )
        if scene.slug is not None:
            start, end = scene.slug
            return Field(self.document.raw[start:end].title(), "inherited", "the place that opens the item", start, end)
        return Field("")

    def _place_field(self, analysis: Analysis, place: PlaceName, source: str) -> Field:
        start, end = analysis.offsets(place.first, place.last)
        said = self.document.raw[start:end]
        value = self.geography.words(analysis, place)
        return Field(value, source, "after a word of place", start, end, (said,) if said != value else ())
