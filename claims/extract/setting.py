"""When and where a loss happened: the sentence's own words first, then the scene that the text has reached.

What was not read in the sentence itself is a suggestion and is marked so. A dateline and a place inside the words for
a speaker are never the place; the day on which something was said is never the day on which it happened.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from claims.extract.analysis import Analysis
from claims.extract.attach import FAR
from claims.extract.document import Document
from claims.extract.drafts import Field
from claims.extract.geography import Geography
from claims.extract.moment import Moment
from claims.extract.places import PlaceName
from claims.extract.scene import Scene
from claims.extract.scenes import Scenes
from claims.extract.timing import Timing
from claims.extract.words import Words

_LONG = 45
"""Days from which a window holds more than one event."""
_NEAR = 8
"""Words within which "recently" and the like date a loss."""
_UNRESOLVED = frozenset({"day or month first", "day without a year", "month name alone", "relative"})
"""Forms of a date that the sentence has, but that cannot be told without knowing more."""


@dataclass(frozen=True, slots=True)
class Setting:
    """The date and the place proposed for a claim; empty fields where nothing was found."""

    date: Field
    place: Field
    long: bool = False
    """Whether the date is a window that holds more than one event: more than six weeks, or open."""


class Settings:
    """Finds the setting of any token of a document."""

    def __init__(self, document: Document, analyses: Sequence[Analysis], words: Words) -> None:
        self.document, self.analyses, self.words = document, analyses, words
        self.scenes = Scenes(document, analyses, words)
        self.timing = Timing(analyses, self.scenes, words)
        self.geography = Geography(analyses, self.scenes.layout.leads, words)
        self.geography.dateline = self.scenes.layout.dateline()
        self._named = self._names_of_places()
        main = self.scenes.main
        self.geography.settle(main.place, analyses[main.place_at] if main.place is not None else None)

    def of(self, at: int, token: int) -> Setting:
        """The setting of a token of the sentence with this number."""
        own = self.timing.own(at, token)
        years = own is None and self.timing.says(at, "time.of_years")
        if own is None and not years and self.timing.is_war_total(at, token):
            return self._war_total(at, token)
        if years or (own is None and self.timing.is_huge(at, token)):
            bound = self._reported(self.analyses[at])
            return Setting(bound or Field(""), self._place(at, token, True), True)
        window = own is not None and (own.open or not own.is_day)
        place = self._place(at, token, window)
        if own is not None and own.label and place.source != "explicit":
            place = Field("")  # "the 7 October attack" was at a place of its own
        return Setting(self._date(at, token, own), place, own is not None and _is_long(own))

    def _war_total(self, at: int, token: int) -> Setting:
        """The setting of a total of the war: since it began, as far as the text says when."""
        began = self.scenes.began
        if began is not None and self.timing.is_huge(at, token) and self._is_recent(began):
            began = None  # "The siege has killed 9,700" is more than the violence since Sunday
        date = Field("")
        if began is not None and not self.scenes.clues.is_head(at, began):
            date = self._moment_field(self.analyses[at], replace(began, open=True), "inherited", "since it began")
        return Setting(date, self._place(at, token, True), True)

    def _is_recent(self, moment: Moment) -> bool:
        published = self.document.published
        return published is not None and moment.first is not None and (published - moment.first).days < _LONG

    def _date(self, at: int, token: int, own: Moment | None) -> Field:
        analysis, scene = self.analyses[at], self.scenes.of[at]
        if own is not None:
            return self._moment_field(analysis, own, "explicit" if own.is_day else "sentence", "own sentence")
        bound = self._reported(analysis)
        if bound is not None:
            return bound
        if self._is_unresolved(analysis, token):
            return Field("")
        if scene.moment is not None:
            source = "main event" if scene.main else "inherited"
            if scene.moment_at == at:
                source = "main event" if scene.moment.rule == "days from another event" else "sentence"
            return self._moment_field(self.analyses[scene.moment_at], scene.moment, source, "scene")
        if scene.listed and self.scenes.layout.is_list and self.document.published is not None:
            return Field(self.document.published.isoformat(), "metadata", "day of the report")
        told = self.scenes.told
        if told is not None and told[1] == at:
            return self._moment_field(self.analyses[told[1]], told[0], "statement date", "no other day")
        said = next((m for m in analysis.moments if m.said and m.last is not None), None)
        if said is not None and said.last is not None and self._tells_something(said.last):
            return Field(f"../{said.last.isoformat()}", "statement date", "said then", said.start, said.end)
        return Field("")

    def _is_unresolved(self, analysis: Analysis, token: int) -> bool:
        """Whether the sentence dates it in words that cannot be told: "in the past few days", near it."""
        vague = [m for m in analysis.moments if m.first is None and m.rule == "vague"]
        near = any(self.scenes.clues.moment_cost(analysis, m, token) <= _NEAR for m in vague)
        opening = analysis.sentence.start
        if any(m.way in ("after", "before") and m.start - opening < _NEAR for m in analysis.moments):
            return True  # "Two days after the truce ended"
        return near or any(m.first is None and m.rule in _UNRESOLVED for m in analysis.moments)

    def _reported(self, analysis: Analysis) -> Field | None:
        """ "Reported in February that": what a statement of long before the main event tells lies before it."""
        main = self.scenes.main.moment
        said = next((m for m in analysis.moments if m.said and m.last is not None and not m.is_day), None)
        if said is None or said.last is None or main is None or main.first is None or said.last >= main.first:
            return None
        return Field(f"../{said.last.isoformat()}", "statement date", "said then", said.start, said.end)

    def _tells_something(self, last: date) -> bool:
        """Whether the day on which it was said bounds it more closely than the day of publication."""
        return self.document.published is None or (self.document.published - last).days > 3

    def _moment_field(self, analysis: Analysis, moment: Moment, source: str, rule: str) -> Field:
        value = moment.edtf
        if moment.open and moment.first is not None:
            said = [
                m.last
                for m in analysis.moments
                if m.said and m.is_day and m.last is not None and ", and" not in self.document.raw[moment.end : m.start]
            ]
            end = said[0] if said and said[0] >= moment.first else self.document.published
            value = f"{moment.first.isoformat()}/{end.isoformat() if end else '..'}"
        main = self.scenes.main.moment
        other = (main.edtf,) if source == "inherited" and main is not None and main.edtf not in ("", value) else ()
        return Field(value, source, f"{rule}: {moment.rule}", moment.start, moment.end, other)

    def _place(self, at: int, token: int, long: bool) -> Field:
        scene = self.scenes.of[at]
        own = self.scenes.clues.best_place(at, token, FAR)
        if own is not None:
            return self._place_field(self.analyses[at], own, "explicit")
        if long or scene.region or self.timing.says(at, "ground.nationwide"):
            return self._region()
        found = self._inherited_place(scene)
        return found if found.value else self._fallback(at)

    def _region(self) -> Field:
        """The country of the story; where that is not clear, the main place."""
        if self.geography.home:
            return Field(self.geography.name(self.geography.home), "main event", "the country of the story")
        return self._inherited_place(self.scenes.main)

    def _fallback(self, at: int) -> Field:
        """A place that the sentence names only beside a speaker, where the text has no other."""
        places = [p for p in self.analyses[at].places if p.sure]
        if places:
            return self._place_field(self.analyses[at], places[0], "inherited")
        for token in self.analyses[at].sentence.tokens:
            if token.is_capital and token.low in self._named:
                number, place = self._named[token.low]
                return self._place_field(self.analyses[number], place, "inherited")
        return self._region() if self.scenes.layout.is_list else Field("")

    def _names_of_places(self) -> dict[str, tuple[int, PlaceName]]:
        """The places of the document that one word names, with the sentence that they stand in first."""
        found: dict[str, tuple[int, PlaceName]] = {}
        for number, analysis in enumerate(self.analyses):
            for place in analysis.places:
                part = place.parts[0]
                if place.fineness > 1 and part.last - part.first == 1:
                    found.setdefault(analysis.sentence.tokens[part.first].low, (number, place))
        return found

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
        main = self.scenes.main
        if main.place is not None and main.place != place and self.geography.is_bare_site(analysis, place):
            whole = self.geography.words(self.analyses[main.place_at], main.place)
            value = f"{value.split(',')[0]}, {whole}"
        others = [said] if said != value else []
        if source == "inherited" and main.place is not None and main.place != place:
            others.append(self.geography.words(self.analyses[main.place_at], main.place))
        return Field(value, source, "after a word of place", start, end, tuple(others))


def _is_long(moment: Moment) -> bool:
    if moment.first is None or moment.last is None:
        return False
    return moment.open or (moment.last - moment.first).days > _LONG
