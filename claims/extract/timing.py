"""Which moment of a sentence dates a word of it: the nearest, "since then", "a day after 12 were killed"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from claims.extract.analysis import Analysis
from claims.extract.attach import FAR
from claims.extract.moment import Moment
from claims.extract.scenes import Scenes
from claims.extract.words import Words

_LABELLED = 15
"""What it costs a day to name another event ("the 7 October attack"), in words of distance."""
_HUGE, _HUGE_FLIGHT = 5_000, 200_000
"""Dead and displaced from which a count without a day of its own is the total of a war."""
_FIRST = 6
"""Losses of a sentence that are asked for the window of its total."""
_TAKEN_UP = 3
"""Sentences that a total goes on for."""
_ASIDE = 14
"""Words within which a clause after "a day after" goes on."""


class Timing:
    """Finds the moment of any token of a document, as far as its own sentence has one."""

    def __init__(self, analyses: Sequence[Analysis], scenes: Scenes, words: Words) -> None:
        self.analyses, self.scenes, self.words = analyses, scenes, words
        self._said: dict[tuple[int, str], bool] = {}

    def own(self, at: int, token: int) -> Moment | None:
        """The moment that dates a token: of its sentence, or of the total that the sentence goes on with."""
        if not self.scenes.clues.own_moments(at) and self._goes_on(at):
            return self._taken_up(at) or self._nearest(at, token)
        return self._nearest(at, token)

    def _nearest(self, at: int, token: int) -> Moment | None:
        """The moment of the sentence itself that dates a token."""
        analysis = self.analyses[at]
        back = self._since_then(at, token) or self._counted_back(at, token)
        if back is not None:
            return back
        found = min(
            self.scenes.clues.own_moments(at),
            key=lambda m: (self.scenes.clues.moment_cost(analysis, m, token) + _LABELLED * m.label, m.start),
            default=None,
        )
        if found is None:
            return None
        cost = self.scenes.clues.moment_cost(analysis, found, token)
        if cost > (_LABELLED if found.label and self._follows(at, token, found) else FAR):
            return None
        return self._closed(analysis, found, token)

    def _goes_on(self, at: int) -> bool:
        """Whether a sentence opens with "of the dead" or the like, in the paragraph of the one before."""
        sentence = self.analyses[at].sentence
        if at == 0 or not self.words.match("time.takes_up", sentence.tokens, 0):
            return False
        return self.analyses[at - 1].sentence.paragraph == sentence.paragraph

    def _taken_up(self, at: int) -> Moment | None:
        """ "Of the dead, 40 were children": they died in the window of the total that the sentences before give."""
        for number in range(at - 1, max(-1, at - _TAKEN_UP - 1), -1):
            before = self.analyses[number]
            own = [self._nearest(number, loss.first) for loss in before.losses[:_FIRST]]
            if any(own):
                return next((m for m in own if m is not None and (m.open or not m.is_day)), None)
            if not self._goes_on(number):
                return None
        return None

    def _follows(self, at: int, token: int, moment: Moment) -> bool:
        """Whether a moment stands after a token: "the fire came from a militia of the 1994 genocide" dates nothing."""
        tokens = self.analyses[at].sentence.tokens
        return tokens[min(token, len(tokens) - 1)].start < moment.start

    def _closed(self, analysis: Analysis, moment: Moment, token: int) -> Moment:
        """ "Since 2014, when 20 were killed": those were killed in 2014."""
        tokens = analysis.sentence.tokens
        after = [t.low for t in tokens if moment.end <= t.start][:3]
        tells = after[1:2] == ["when"] or after[1:] == ["in", "which"]
        behind = tokens[min(token, len(tokens) - 1)].start > moment.end
        return replace(moment, open=False) if moment.open and behind and after[:1] == [","] and tells else moment

    def _counted_back(self, at: int, token: int) -> Moment | None:
        """ "Shot dead on Wednesday, a day after three men were killed": those were killed on Tuesday."""
        analysis = self.analyses[at]
        place = analysis.sentence.tokens[min(token, len(analysis.sentence.tokens) - 1)].start
        for shift in analysis.moments:
            if shift.rule != "from another event" or shift.shift is None or shift.start > place:
                continue
            between = [t for t in analysis.sentence.tokens if shift.end <= t.start < place]
            if shift.way not in ("after", "before") or len(between) > _ASIDE or any(t.text in ",;" for t in between):
                continue
            earlier = [m for m in self.scenes.clues.event_moments(at) if m.end < shift.start]
            base = earlier[-1] if earlier else self.scenes.of[at].moment
            if base is None or base.first is None or not base.is_day:
                continue
            day = base.first - timedelta(days=shift.shift)
            return replace(shift, first=day, last=day, rule="days from another event")
        return None

    def _since_then(self, at: int, token: int) -> Moment | None:
        """ "Since then", "has since killed", "since the war began": from the last moment, or the war's beginning."""
        analysis = self.analyses[at]
        tokens = analysis.sentence.tokens
        place = tokens[min(token, len(tokens) - 1)].start
        then = next((m.start for m in analysis.moments if m.rule == "since then"), None)
        since = [t.start for i, t in enumerate(tokens) if i and t.low == "since" and self._helps(tokens[i - 1].low)]
        mark = then if then is not None else next((start for start in since if start < place), None)
        if mark is not None:
            before = [
                m
                for a in self.analyses[max(0, at - 2) : at + 1]
                for m in a.moments
                if m.first is not None and m.start < mark and not m.said
            ]
            return replace(before[-1], open=True) if before else None
        begun = self._begun(analysis, token)
        if begun is not None:
            return begun
        if self.says(at, "time.since_it_began"):
            own = [m for m in analysis.moments if m.first is not None and not m.said]
            return None if own or self.scenes.began is None else replace(self.scenes.began, open=True)
        return None

    def _begun(self, analysis: Analysis, token: int) -> Moment | None:
        """ "The war, which began in 2009, has killed 35,000": since it began."""
        tokens = analysis.sentence.tokens
        if not any(self._helps(t.low) for t in tokens[max(0, token - 7) : token]):
            return None
        for moment in analysis.moments:
            before = [t.low for t in tokens if t.end <= moment.start][-4:]
            if moment.first is not None and any(self.words.has("events.begins", low) for low in before[:-1]):
                return replace(moment, open=True)
        return None

    def _helps(self, low: str) -> bool:
        return low in ("has", "have", "had")

    def is_war_total(self, at: int, token: int) -> bool:
        """ "The war has killed 34,000", "12,000 people have been killed in the conflict"."""
        lows = [t.low for t in self.analyses[at].sentence.tokens]
        before, after = lows[max(0, token - 14) : token], lows[token + 1 : token + 9]
        perfect = any(self._helps(low) and low != "had" for low in lows[max(0, token - 6) : token])
        told = [i for i, low in enumerate(before) if self.words.has("events.wars", low)]
        if told and any(self._helps(low) and low != "had" for low in before[told[-1] :]):
            return True
        inside = next((i for i, low in enumerate(after) if self.words.has("events.long_wars", low)), None)
        return perfect and inside is not None and bool({"in", "during", "by", "of"} & set(after[:inside]))

    def is_huge(self, at: int, token: int) -> bool:
        """Whether so many people are counted that it is the sum of years rather than what one day did."""
        return any(
            loss.low >= (_HUGE_FLIGHT if loss.measure == "displaced" else _HUGE)
            and loss.extent[0] <= token < loss.extent[1]
            for loss in self.analyses[at].losses
        )

    def says(self, at: int, phrases: str) -> bool:
        """Whether a sentence has one of the phrases of a list; looked for once."""
        if (at, phrases) not in self._said:
            tokens = self.analyses[at].sentence.tokens
            self._said[at, phrases] = self.words.mentions(phrases, tokens)
        return self._said[at, phrases]
