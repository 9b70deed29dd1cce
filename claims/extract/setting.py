"""When and where a loss happened: the sentence's own words first, then sentences before it, then the main event.

What was not read in the sentence itself is a suggestion and is marked so. A dateline and a place inside the words for
a speaker are never the place; the day on which something was said is never the day on which it happened.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from claims.extract.analysis import Analysis
from claims.extract.document import Document
from claims.extract.drafts import Field
from claims.extract.moments import Moment
from claims.extract.places import PlaceName, capital_of

_BACK = 6
"""Sentences back from which a date or a place is taken over."""
_LEDE = 4
"""Sentences that tell of losses, from the first, in which the day of the main event is looked for."""


@dataclass(frozen=True, slots=True)
class Setting:
    """The date and the place proposed for a claim; empty fields where nothing was found."""

    date: Field
    place: Field


class Settings:
    """Finds the setting of any token of a document."""

    def __init__(self, document: Document, analyses: Sequence[Analysis]) -> None:
        self.document, self.analyses = document, analyses
        lede = [a for a in analyses if a.losses][:_LEDE] + list(analyses[:_LEDE])
        self.main_moment = next((m for a in lede for m in a.moments if _dates(m) and m.is_day), None)
        self.main_place = next((p for a in self._about() for p in [self._best_place(a, 0)] if p is not None), None)

    def _about(self) -> list[Analysis]:
        """The sentences that tell of losses first; all of them when none does."""
        return [a for a in self.analyses if a.losses] + list(self.analyses)

    def of(self, at: int, token: int) -> Setting:
        """The setting of a token of the sentence with this number."""
        return Setting(self._date(at, token), self._place(at, token))

    def _date(self, at: int, token: int) -> Field:
        analysis = self.analyses[at]
        own = _nearest_moment(analysis, token)
        if own is not None:
            return self._moment_field(own, "explicit" if own.is_day else "sentence", "own sentence")
        shifted = self._shifted(analysis, token)
        if shifted is not None:
            return shifted
        for back in range(1, min(_BACK, at) + 1):
            before = self.analyses[at - back]
            days = [m for m in before.moments if _dates(m) and m.is_day]
            if days:
                return self._moment_field(days[-1], "inherited", "sentence before")
        if self.main_moment is not None:
            return self._moment_field(self.main_moment, "main event", "main event")
        said = next((m for m in analysis.moments if m.said and m.last is not None), None)
        if said is not None and said.last is not None:
            return Field(f"../{said.last.isoformat()}", "statement date", "said then", said.start, said.end)
        return Field("")

    def _shifted(self, analysis: Analysis, token: int) -> Field | None:
        """ "A day earlier": counted from the main event."""
        shift = next((m for m in analysis.moments if m.shift is not None and m.rule == "from another event"), None)
        main = self.main_moment
        if shift is None or shift.shift is None or main is None or main.first is None:
            return None
        place = analysis.sentence.tokens[min(token, len(analysis.sentence.tokens) - 1)].start
        # "X came two days after the group killed 11": the killing lies before the main event.
        days = (
            -shift.shift
            if shift.shift > 0 and shift.end < place and self.document.raw[: shift.end].lower().endswith("after")
            else shift.shift
        )
        day = main.first + timedelta(days=days)
        return Field(day.isoformat(), "main event", "days from the main event", shift.start, shift.end)

    def _moment_field(self, moment: Moment, source: str, rule: str) -> Field:
        value = moment.edtf
        if moment.open and moment.first is not None:
            end = self.document.published
            value = f"{moment.first.isoformat()}/{end.isoformat() if end else '..'}"
        return Field(value, source, f"{rule}: {moment.rule}", moment.start, moment.end)

    def _place(self, at: int, token: int) -> Field:
        for back in range(min(_BACK, at) + 1):
            analysis = self.analyses[at - back]
            place = self._best_place(analysis, token if back == 0 else 0)
            if place is not None:
                return self._place_field(analysis, place, "explicit" if back == 0 else "inherited")
        if self.main_place is not None:
            analysis = next(a for a in self._about() if self._best_place(a, 0) == self.main_place)
            return self._place_field(analysis, self.main_place, "main event")
        return Field("")

    def _place_field(self, analysis: Analysis, place: PlaceName, source: str) -> Field:
        start, end = analysis.offsets(place.first, place.last)
        said = self.document.raw[start:end]
        capital = capital_of(said)
        if capital:
            return Field(capital, source, "the capital of a country", start, end, (said,))
        return Field(said, source, "after a preposition", start, end)

    def _best_place(self, analysis: Analysis, token: int) -> PlaceName | None:
        """The finest place of a sentence, the nearest of those; never one inside the words for a speaker."""
        spoken = [frame.said_by for frame in analysis.frames if frame.said_by is not None]
        fitting = [p for p in analysis.places if not any(a <= p.first < b for a, b in spoken)]
        return min(fitting, key=lambda p: (-min(p.fineness, 3), abs(p.first - token)), default=None)


def _dates(moment: Moment) -> bool:
    return moment.first is not None and not moment.said


def _nearest_moment(analysis: Analysis, token: int) -> Moment | None:
    """The moment that dates a token: days before longer spans, then the nearest in the sentence."""
    place = analysis.sentence.tokens[min(token, len(analysis.sentence.tokens) - 1)].start
    fitting = [m for m in analysis.moments if _dates(m)] or [
        m for m in analysis.moments if m.first is not None and m.said and m.rule != "weekday"
    ]
    return min(fitting, key=lambda m: (not m.is_day, abs(m.start - place)), default=None)
